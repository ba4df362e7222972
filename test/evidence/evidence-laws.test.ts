/**
 * Voices, corroboration, derivations and rival statements against plain twins, on random graphs whose nodes are
 * parties, sources and publishers at once.
 */
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import { corroborationOf, derivationsInView } from '../../src/evidence/corroboration.ts';
import { rivalEdges } from '../../src/evidence/rival-edges.ts';
import { type Voice, voicesOf } from '../../src/evidence/voices.ts';
import { isAsserted } from '../../src/facts/claim.ts';
import type { Derivation, EdgeFact, NodeFact, Properties } from '../../src/facts/fact.ts';
import { overlap } from '../../src/facts/validity.ts';
import type { EdgeNumber } from '../../src/store/edge-table.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { around } from '../../src/views/neighbourhoods.ts';
import { randomFacts, seeds } from '../kit/random-graph.ts';
import { tinyOntology } from '../kit/tiny-ontology.ts';

const BELONGS = ['represented', 'heads', 'holds', 'office-for', 'organ-of', 'served-on', 'delegation-of'];
const NODE_TYPES = ['Person', 'Group', 'Place'];
const everyPair = NODE_TYPES.flatMap((from) => NODE_TYPES.map((to) => ({ from, to })));
/** Some ontologies know of no publishing or citing, and of few ways to belong to somebody. */
const EDGE_TYPES = [
  ['meets', 'meets', 'visits', 'holds', 'organ-of', 'published', 'cites'],
  ['meets', 'meets', 'visits', 'visits', 'near'],
  ['meets', 'visits', 'visits', 'heads'],
];

/** A whole view, and a part of it. */
function randomViews(seed: number): readonly GraphView[] {
  const random = seededRandom(seed * 104_729);
  const below = (limit: number): number => Math.floor(random() * limit);
  const oneOf = <T>(all: readonly T[]): T => all[below(all.length)]!;
  const types = EDGE_TYPES[seed % EDGE_TYPES.length]!;
  const { nodes, edges } = randomFacts(seed, { nodes: 8, edges: 36 });
  const ids = nodes.map((it) => it.id);
  const things = nodes.map((node): NodeFact => {
    const properties: Record<string, string | string[]> = below(4) === 0 ? {} : { name: node.id.toUpperCase() };
    if (below(3) === 0) properties.aliases = [`also ${node.id}`, oneOf(ids)];
    if (below(3) === 0) properties.acronym = `A${node.id}`;
    if (below(3) > 0) properties.publisher = oneOf([oneOf(ids), `ALSO ${oneOf(ids)}`, `a${oneOf(ids)}`, 'The Press']);
    return { ...node, properties };
  });
  const derivation = (): Derivation => ({
    rule: `R${below(3)}`,
    premises: Array.from({ length: below(8) > 0 ? 1 + below(3) : 0 }, () => oneOf(edges).id),
  });
  const statements = edges.map((edge): EdgeFact => {
    const type = oneOf(types);
    if (below(5) === 0) return { ...edge, type, derivations: Array.from({ length: 1 + below(3) }, derivation) };
    const properties: Record<string, string | number> = {};
    if (below(4) === 0) properties.modality = oneOf(['REPORTED', 'PLANNED', 'DENIED']);
    if (below(8) === 0) properties.rank = oneOf(['PREFERRED', 'DEPRECATED']);
    if (below(4) === 0) properties.saidBy = oneOf([...ids, 'nobody']);
    if (below(3) === 0) properties.when = oneOf(['2019', '2020']);
    if (below(3) === 0) properties.count = oneOf([1, 2, 'many']);
    if (below(3) === 0) properties.confidence = oneOf([0.5, 0.7]);
    if (below(4) === 0) properties.act = oneOf(['x', 'y']);
    for (const name of ['at', 'role', 'kind']) if (below(6) === 0) properties[name] = oneOf(['p', 'q']);
    const sources = [...ids, 'unknown'].filter(() => below(6) === 0);
    return { ...edge, type, sources, properties: properties satisfies Properties };
  });
  const ontology = tinyOntology(
    NODE_TYPES,
    [...new Set(types)].map((name) => ({ name, symmetric: name === 'meets', ends: everyPair })),
  );
  const whole = GraphView.whole(freezeGraph(ontology, { nodes: things, edges: statements }));
  return [whole, around(whole, ['n0'], 1), around(whole, [oneOf(ids), oneOf(ids)], 1)];
}

const edgesOf = (view: GraphView): EdgeNumber[] =>
  Array.from({ length: view.graph.edges.count }, (_, edge) => edge).filter((edge) => view.hasEdge(edge));
const factOf = ({ graph }: GraphView, edge: EdgeNumber): EdgeFact => graph.edges.fact(edge, graph.nodes.ids);

/** Whether two edges say that the same two are related in the same way. */
const sameRelation = (a: EdgeFact, b: EdgeFact): boolean =>
  a.type === b.type &&
  ((a.from === b.from && a.to === b.to) || (a.type === 'meets' && a.from === b.to && a.to === b.from));

/** Who says what a source says, and the name they go by. */
function plainSpeakers(view: GraphView, said: EdgeFact, source: string): { name: string; speakers: string[] } {
  const { nodes } = view.graph;
  const facts = edgesOf(view).map((it) => factOf(view, it));
  const things = nodes.ids.map((id, node): { id: string; properties: Properties } => ({
    id,
    properties: nodes.properties(node),
  }));
  const find = (id: unknown): { id: string; properties: Properties } | undefined => things.find((it) => it.id === id);
  const quoted = find(said.properties.saidBy);
  if (quoted) return { name: String(quoted.properties.name ?? quoted.id), speakers: [quoted.id] };
  const page = find(source);
  if (!page) return { name: source, speakers: [] };
  const { publisher } = page.properties;
  const isPublisher = (name: unknown): boolean =>
    publisher !== undefined && String(name).toLowerCase() === String(publisher).toLowerCase();
  const named = things.filter(({ properties: { name, aliases, acronym } }) =>
    [name, aliases, acronym].flat().some(isPublisher),
  );
  return {
    name: String(publisher ?? page.properties.name ?? page.id),
    speakers: [
      ...named.map((it) => it.id),
      ...facts.filter((it) => it.type === 'published' && it.to === source).map((it) => it.from),
      ...facts.filter((it) => it.type === 'cites' && it.from === source).map((it) => it.to),
    ],
  };
}

function plainVoices(view: GraphView, edge: EdgeNumber): Voice[] {
  const facts = edgesOf(view).map((it) => factOf(view, it));
  const asked = factOf(view, edge);
  const speaksFor = (speaker: string, party: string, steps: number): boolean =>
    speaker === party ||
    (steps > 0 &&
      facts.some((it) => it.from === speaker && BELONGS.includes(it.type) && speaksFor(it.to, party, steps - 1)));
  const agrees = (it: EdgeFact): boolean =>
    isAsserted(it.properties.modality, it.properties.rank) && overlap(it.validity, asked.validity) !== undefined;
  const words = facts
    .filter((it) => !it.derivations && sameRelation(it, asked) && (it.id === asked.id || agrees(it)))
    .flatMap((said) => said.sources.map((source) => ({ source, ...plainSpeakers(view, said, source) })))
    .map((it) => ({
      ...it,
      self: it.speakers.some((by) => speaksFor(by, asked.from, 3) || speaksFor(by, asked.to, 3)),
    }));
  const voices = [...new Set(words.map((it) => it.name))].sort().map((name): Voice => {
    const own = words.filter((it) => it.name === name);
    return { name, self: own.every((it) => it.self), sources: [...new Set(own.map((it) => it.source))] };
  });
  return [...voices.filter((it) => !it.self), ...voices.filter((it) => it.self)];
}

/** 0 for what rests on nothing cited, 1 for its own word, 2 for one voice, 3 for several; of a conclusion the least. */
function plainLevel(view: GraphView, edge: EdgeNumber, above: readonly EdgeNumber[] = []): number {
  if (above.includes(edge)) return 0;
  if (view.graph.edges.isInferred(edge)) {
    const premises = plainDerivations(view, edge)[0]!;
    return premises.length > 0 ? Math.min(...premises.map((it) => plainLevel(view, it, [...above, edge]))) : 0;
  }
  const voices = plainVoices(view, edge);
  if (voices.length === 0) return 0;
  return voices.every((it) => it.self) ? 1 : voices.length === 1 ? 2 : 3;
}

/** The premises of each derivation that the view keeps whole; of all when it keeps none. */
function plainDerivations(view: GraphView, edge: EdgeNumber): EdgeNumber[][] {
  const { edges } = view.graph;
  const all = (factOf(view, edge).derivations ?? []).map((it) => it.premises.map((id) => edges.numberOf(id)!));
  const kept = all.filter((premises) => premises.filter((it) => view.hasEdge(it)).length === premises.length);
  return kept.length > 0 ? kept : all;
}

/** Each pair of edges is compared with each. */
function plainRivals(view: GraphView, of: string | undefined): string[][] {
  const facts = edgesOf(view)
    .map((it) => factOf(view, it))
    .filter((it) => !it.derivations && (of === undefined || it.from === of || it.to === of));
  const groupsWith = (
    alike: (a: EdgeFact, b: EdgeFact) => boolean,
    rival: (a: Properties, b: Properties) => boolean,
  ): EdgeFact[][] =>
    facts
      .map((a) => facts.filter((b) => alike(a, b)))
      .filter((group) => group.some((a) => group.some((b) => rival(a.properties, b.properties))));
  const isNumber = (it: unknown): boolean => typeof it === 'number';
  const found = [
    ...groupsWith(
      sameRelation,
      (a, b) =>
        (a.rank ?? 'NORMAL') !== (b.rank ?? 'NORMAL') ||
        (a.modality === 'DENIED' && ['FACT', 'REPORTED'].includes(String(b.modality ?? 'FACT'))) ||
        (isNumber(a.count) &&
          isNumber(b.count) &&
          a.count !== b.count &&
          ['at', 'role', 'kind', 'when'].every((it) => a[it] === b[it])),
    ),
    ...groupsWith(
      (a, b) => a.properties.act !== undefined && a.properties.act === b.properties.act && a.type === b.type,
      (a, b) => a.when !== undefined && b.when !== undefined && a.when !== b.when,
    ),
  ];
  const lists = found.map((group) => group.map((it) => it.id));
  const once = lists.filter((list, i) => lists.findIndex((it) => `${it}` === `${list}`) === i);
  return once.sort((a, b) => view.graph.edges.numberOf(a[0]!)! - view.graph.edges.numberOf(b[0]!)!);
}

describe.each(seeds(12))('on a random graph, seed %i,', (seed) => {
  const views = randomViews(seed);

  test('voices, support and derivations of every edge are those of the plain twins', () => {
    for (const view of views) {
      for (const edge of edgesOf(view)) {
        expect(voicesOf(view, edge)).toEqual(plainVoices(view, edge));
        expect(derivationsInView(view, edge).map((it) => it.premises)).toEqual(plainDerivations(view, edge));
        const level = [undefined, 'SELF', 'SINGLE', 'INDEPENDENT'][plainLevel(view, edge)];
        const voices = view.graph.edges.isInferred(edge) ? [] : plainVoices(view, edge);
        expect(corroborationOf(view, edge)).toEqual(level && { level, voices });
      }
    }
  });

  test('rival statements are those that a comparison of each with each finds', () => {
    for (const view of views) {
      for (const of of [undefined, ...view.graph.nodes.ids]) {
        const node = of === undefined ? undefined : view.graph.nodes.numberOf(of);
        expect(rivalEdges(view, node).map((group) => group.map((it) => view.graph.edges.id(it)))).toEqual(
          plainRivals(view, of),
        );
      }
    }
  });
});
