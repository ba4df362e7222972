/**
 * What facts cite, put together and taken away, whatever kind of fact it is: nodes keep both lists among their
 * properties, edges their sources beside them, claims both.
 */
import type { Claim } from '../../facts/claim.ts';
import type { EdgeFact, NodeFact, Properties } from '../../facts/fact.ts';
import type { AnyFact, FactSet } from '../entries/fact-set.ts';

/** The fact with the citations of another behind its own. A source that it cites already keeps its locator. */
export function withCitationsOf<Fact extends AnyFact>(fact: Fact, other: Fact): Fact {
  const known = citationsOf(fact);
  const fresh = citationsOf(other).filter(([source]) => !known.some((it) => it[0] === source));
  return fresh.length === 0 ? fact : citing(fact, [...known, ...fresh]);
}

/** The fact without its citation of `source`; undefined for an edge or a claim that nobody else states. */
export function withoutSource<Fact extends AnyFact>(fact: Fact, source: string): Fact | undefined {
  const known = citationsOf(fact);
  const left = known.filter((it) => it[0] !== source);
  if (left.length === known.length) return fact;
  return left.length === 0 && (isEdge(fact) || isClaim(fact)) ? undefined : citing(fact, left);
}

/**
 * Gives each citation without a place the one by which its source is cited as a whole, its `citedAs`: a short page says
 * once that it is meant whole, and not in every statement that rests on it.
 */
export function placeCitations(set: FactSet): void {
  const places = new Map(
    set.nodes.flatMap(({ id, properties: { citedAs } }) => (typeof citedAs === 'string' ? [[id, citedAs]] : [])),
  );
  if (places.size === 0) return;
  const placed = (cited: Citations): Citations | undefined =>
    cited.some(([source, place]) => place === '' && places.has(source))
      ? cited.map(([source, place]) => [source, place || (places.get(source) ?? '')])
      : undefined;
  for (const facts of [set.nodes, set.claims] as (NodeFact | Claim)[][]) {
    facts.forEach((fact, index) => {
      const cited = placed(citationsOf(fact));
      if (cited) facts[index] = set.rememberAs(citing(fact, cited), fact);
    });
  }
  const { edges } = set;
  for (let edge = 0; edge < edges.length; edge++) {
    const sources = edges.sourcesOf(edge);
    if (!sources.some((it) => places.has(it))) continue;
    const locators = edges.property(edge, 'locators') as readonly string[] | undefined;
    const cited = placed(sources.map((it, i) => [it, locators?.[i] ?? '']));
    if (cited)
      edges.say(
        edge,
        'locators',
        cited.map(([, place]) => place),
      );
  }
}

type Citations = readonly (readonly [source: string, locator: string])[];

const isEdge = (fact: AnyFact): fact is EdgeFact => 'validity' in fact;
const isClaim = (fact: AnyFact): fact is Claim => 'node' in fact;

function citationsOf(fact: AnyFact): Citations {
  const { sources } = isEdge(fact) || isClaim(fact) ? fact : fact.properties;
  const { locators } = isClaim(fact) ? fact : fact.properties;
  const places = (locators as readonly string[] | undefined) ?? [];
  return ((sources as readonly string[] | undefined) ?? []).map((it, i) => [it, places[i] ?? '']);
}

function citing<Fact extends AnyFact>(fact: Fact, citations: Citations): Fact;
function citing(fact: AnyFact, citations: Citations): AnyFact {
  const sources = citations.map((it) => it[0]);
  const places = citations.map((it) => it[1]);
  const locators = places.some((it) => it !== '') ? { locators: places } : {};
  if (isClaim(fact)) {
    const { locators: _, ...claim } = fact;
    return { ...claim, sources, ...locators };
  }
  const { sources: _, locators: __, ...said }: Properties = fact.properties;
  if (isEdge(fact)) return { ...fact, sources, properties: { ...said, ...locators } };
  const node: NodeFact = fact;
  return { ...node, properties: { ...said, ...(sources.length > 0 && { sources }), ...locators } };
}
