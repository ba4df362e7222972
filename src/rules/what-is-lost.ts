/**
 * What a retraction takes away by itself, before anything is concluded: statements that nobody states any more.
 *
 * A statement with several sources outlives the loss of one of them, and so does a claim.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import type { Claim } from '../facts/claim.ts';
import type { EdgeFact, PropertyValue } from '../facts/fact.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import { sourceId } from '../views/source-id.ts';
import type { Rule } from './rule.ts';

/** What is taken back: ids of sources, of stated edges, of rules. */
export interface Retracted {
  readonly sources?: readonly string[];
  readonly edges?: readonly string[];
  readonly rules?: readonly string[];
}

export interface Lost {
  /** Ids of the sources that are taken back, as edges cite them. */
  readonly sources: ReadonlySet<string>;
  /** Stated edges that go: they were taken back, or every source of theirs was. */
  readonly lost: readonly EdgeNumber[];
  /** Stated edges that stay, with the sources that are left. */
  readonly weakened: readonly EdgeFact[];
  /** Claims that go. */
  readonly lostClaims: readonly Claim[];
}

export function whatIsLost(graph: KnowledgeGraph, rules: readonly Rule[], what: Retracted): Lost {
  checkRulesKnown(graph, rules, what);
  const sources = new Set(what.sources?.map((it) => sourceId(graph, it)));
  const lost = new Set(what.edges?.map((it) => statedEdge(graph, it)));
  const weakened: EdgeFact[] = [];
  for (const edge of citing(graph, sources)) {
    if (lost.has(edge)) continue;
    const fact = graph.edges.fact(edge, graph.nodes.ids);
    const left = fact.sources.filter((it) => !sources.has(it));
    if (left.length === 0) lost.add(edge);
    else weakened.push({ ...fact, sources: left, properties: withoutLocators(fact, sources) });
  }
  return {
    sources,
    lost: [...lost].sort((a, b) => a - b),
    weakened,
    lostClaims: graph.claims.filter((it) => it.sources.length > 0 && it.sources.every((id) => sources.has(id))),
  };
}

function checkRulesKnown({ edges }: KnowledgeGraph, rules: readonly Rule[], what: Retracted): void {
  if (edges.derivations && rules.length === 0) {
    throw new KnowledgeError(
      'rules-unknown',
      'This graph has conclusions and not the rules they came from. Make it with concludeGraph(ontology, facts, rules).',
    );
  }
  const known = rules.map((it) => it.id);
  const unknown = what.rules?.find((it) => !known.includes(it));
  if (unknown !== undefined) {
    throw new KnowledgeError('unknown-rule', `No rule has the id "${unknown}".${didYouMean(unknown, known)}`);
  }
}

function statedEdge({ edges }: KnowledgeGraph, id: string): EdgeNumber {
  const edge = edges.numberOf(id);
  if (edge === undefined) throw new KnowledgeError('unknown-edge', `No edge has the id "${id}".`);
  if (!edges.isInferred(edge)) return edge;
  throw new KnowledgeError(
    'edge-is-inferred',
    `The edge "${id}" is inferred, by ${edges.firstDerivation(edge)?.rule}. Take back that rule, or a statement it rests on.`,
  );
}

/** Edges that cite one of the sources: one pass over all citations. */
function citing({ edges }: KnowledgeGraph, sources: ReadonlySet<string>): EdgeNumber[] {
  if (sources.size === 0) return [];
  const { firstSource, source, sourceIds } = edges.columns;
  const wanted = new Set([...sources].map((it) => sourceIds.indexOf(it)));
  const found: EdgeNumber[] = [];
  for (let edge = 0, place = 0; place < source.length; place++) {
    if (!wanted.has(source[place] ?? -1)) continue;
    while ((firstSource[edge + 1] ?? 0) <= place) edge++;
    if (found.at(-1) !== edge) found.push(edge);
  }
  return found;
}

/** The properties of a fact without the locators of these sources; locators lie beside the sources, one for each. */
function withoutLocators({ properties, sources }: EdgeFact, gone: ReadonlySet<string>): EdgeFact['properties'] {
  const { locators, ...others } = properties;
  if (!Array.isArray(locators)) return properties;
  const left = (locators as readonly string[]).filter((_, i) => !gone.has(sources[i] ?? ''));
  return left.some((it) => it !== '') ? { ...others, locators: left satisfies PropertyValue } : others;
}
