/**
 * What falls when a source, a statement or a rule is taken back, and what stands on other feet.
 *
 * Nothing is derived anew but what the loss can reach: conclusions that rest on something lost are deleted, derived
 * again from what is left where that is possible, and followed from there (delete and rederive). The outcome is the one that deriving
 * everything from scratch would have, at a cost that grows with what is touched and not with the graph.
 */
import { isDeepStrictEqual } from 'node:util';
import { BitSet } from '../base/bit-set.ts';
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { onceFor } from '../base/once-for.ts';
import type { Claim } from '../facts/claim.ts';
import type { EdgeFact, PropertyValue } from '../facts/fact.ts';
import { statedValidity } from '../facts/make-edge.ts';
import { sameBounds } from '../facts/validity.ts';
import { edgesCiting } from '../store/citing.ts';
import { dependentsOf, derivationsOf } from '../store/derivations.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import { GrownGraph } from '../store/grown-graph.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import { sourceId } from '../views/names-in-graph.ts';
import { applyRules } from './apply-rules.ts';
import { Endings } from './bound-statements.ts';
import { conclusionFacts, statedStrength } from './conclusion-facts.ts';
import { Deriver } from './deriver.ts';
import { knownGraph, Premises } from './premises.ts';
import { getRules, isBounding, type Rule, restatedPremise, rulesOf } from './rule.ts';
import { type Strength, stepsOf } from './strength.ts';

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
  /** Stated edges that stay, with the sources that are left, or without a bound that something lost gave them. */
  readonly weakened: readonly EdgeFact[];
  /** Claims that go. */
  readonly lostClaims: readonly Claim[];
}

/** What a retraction does to a graph, which itself stays as it is. */
export interface RetractionOutcome extends Lost {
  /** Conclusions that nothing supports any more. */
  readonly fallen: readonly EdgeNumber[];
  /** Conclusions that stand, yet otherwise: fewer derivations, other dates, less sure. */
  readonly changed: readonly EdgeFact[];
  /** Conclusions that a lost statement had made needless, and what follows from them. */
  readonly arisen: readonly EdgeFact[];
  /** The rules that are left. */
  readonly rules: readonly Rule[];
}

/**
 * What would fall without these sources, stated edges or rules.
 *
 * Throws `unknown-source`, `unknown-edge`, `edge-is-inferred` or `unknown-rule`; and `rules-unknown` for a graph with
 * conclusions that did not come from `concludeGraph`.
 * @example
 * retract(graph, { sources: ['source:el-kz-34ic'] }).fallen.length
 */
export function retract(graph: KnowledgeGraph, what: Retracted): RetractionOutcome {
  const before = getRules(graph);
  const lost = whatIsLost(graph, before, what);
  const rules = before.filter((it) => !what.rules?.includes(it.id));
  if (losesBounds(graph, before, rules, lost)) return deriveAnew(graph, lost, rules);
  const gone = new Set<EdgeNumber>(lost.lost);
  for (const edge of concludedBy(graph, new Set(what.rules))) gone.add(edge);
  for (;;) {
    addDependents(graph, gone);
    const deriver = deriveAgain(graph, rules, gone);
    if (deriver.touched.size === 0) {
      return compare(graph, lost, gone, conclusionFacts(deriver, strengthsOf(graph, deriver.premises)), rules);
    }
    // A conclusion outside what is reached may have found a new premise: then it must be derived again as well.
    for (const edge of deriver.touched) gone.add(edge);
  }
}

/** Whether something is lost by which other statements are bound: a rule that bounds, or what ends an edge. */
function losesBounds({ edges }: KnowledgeGraph, before: readonly Rule[], rules: readonly Rule[], lost: Lost): boolean {
  const bounding = before.filter(isBounding);
  if (bounding.some((it) => !rules.includes(it))) return true;
  const ending = bounding
    .filter((it) => it.dates.kind === 'UNTIL')
    .flatMap((rule) => rule.premises.filter((it) => it !== restatedPremise(rule)).map((it) => it.type.text));
  return ending.length > 0 && lost.lost.some((it) => ending.includes(edges.typeOf(it)));
}

/** The retraction by deriving everything from what is left: bounds of statements change where none of them is lost. */
function deriveAnew(graph: KnowledgeGraph, lost: Lost, rules: readonly Rule[]): RetractionOutcome {
  const { nodes, edges } = graph;
  const gone = new Set(lost.lost);
  const weakened = new Map(lost.weakened.map((it) => [it.id, it]));
  const before: EdgeFact[] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    if (edges.isInferred(edge)) gone.add(edge);
    else if (!gone.has(edge)) before.push(weakened.get(edges.id(edge)) ?? edges.fact(edge, nodes.ids));
  }
  const left = nodes.ids.map((id, node) => ({ id, type: nodes.typeOf(node), properties: nodes.properties(node) }));
  // What bound them may be gone, so statements begin again with what they say themselves.
  const own = before.map((it) => ({ ...it, validity: statedValidity(it.properties) }));
  const facts = { nodes: left, edges: own, redirects: nodes.redirects };
  const { stated, edges: conclusions } = applyRules(graph.ontology, facts, rules, { budget: Number.POSITIVE_INFINITY });
  for (const [place, fact] of before.entries()) {
    const validity = stated.validityOf(place);
    if (!sameBounds(validity, fact.validity)) weakened.set(fact.id, { ...fact, validity });
  }
  return compare(graph, { ...lost, weakened: [...weakened.values()] }, gone, conclusions, rules);
}

/** Conclusions with a derivation by one of the rules. */
function concludedBy({ edges }: KnowledgeGraph, rules: ReadonlySet<string>): EdgeNumber[] {
  const { derivations } = edges;
  if (!derivations || rules.size === 0) return [];
  const { head } = dependentsOf(derivations);
  return derivations.rules.flatMap((rule, derivation) => (rules.has(rule) ? [head[derivation] ?? 0] : []));
}

/** Adds to `gone` every conclusion that has a derivation from something in it. */
function addDependents({ edges: { derivations } }: KnowledgeGraph, gone: Set<EdgeNumber>): void {
  if (!derivations) return;
  const { head, first, derivation } = dependentsOf(derivations);
  // A set that is walked while it grows reaches what is added.
  for (const edge of gone) {
    for (const it of derivation.subarray(first[edge], first[edge + 1])) gone.add(head[it] ?? 0);
  }
}

/**
 * Derives again what still follows of what is gone, and what follows from it. A conclusion has all its derivations written
 * down; of a statement that is gone nobody knows yet what would follow in its place.
 */
function deriveAgain(graph: KnowledgeGraph, rules: readonly Rule[], gone: ReadonlySet<EdgeNumber>): Deriver {
  const concluding = rules.filter((it) => !isBounding(it));
  const bits = new BitSet(graph.edges.count);
  for (const edge of gone) bits.add(edge);
  const premises = new Premises(graph.nodes, new GrownGraph(graph, bits), knownGraph(graph));
  const deriver = new Deriver(graph.ontology, premises, concluding, endingsOf(graph), Number.POSITIVE_INFINITY);
  const left = new Set(concluding.map((it) => it.id));
  const asked = new Set<string>();
  const ask = (type: number, from: number, to: number): void => {
    const key = `${type} ${from} ${to}`;
    if (!asked.has(key)) deriver.deriveBetween(type, from, to);
    asked.add(key);
  };
  const edgeTypes = [...graph.ontology.edgeTypes.values()];
  for (const edge of gone) {
    const supports = derivationsOf(graph.edges.derivations, edge).filter((it) => left.has(it.rule));
    const standing = supports.filter((it) => !it.premises.some((premise) => gone.has(premise)));
    const isRederived =
      graph.edges.isInferred(edge) && standing.every((it) => deriver.rederive(edge, it.rule, it.premises));
    if (isRederived) continue;
    const [type, from, to] = [premises.edges.type(edge), premises.edges.from(edge), premises.edges.to(edge)];
    ask(type, from, to);
    if (edgeTypes[type]?.symmetric) ask(type, to, from);
  }
  deriver.reachFixpoint();
  return deriver;
}

/** When edges of the graph end by its rules, found at the first retraction. */
const endingsOf = onceFor((graph: KnowledgeGraph): Endings => {
  const all = new GrownGraph(graph, new BitSet(graph.edges.count));
  const premises = new Premises(graph.nodes, all, knownGraph(graph));
  const rules = rulesOf(graph).filter((it) => it.dates.kind === 'UNTIL');
  return new Endings(graph.ontology, rules, premises);
});

function compare(
  graph: KnowledgeGraph,
  lost: Lost,
  gone: ReadonlySet<EdgeNumber>,
  conclusions: readonly EdgeFact[],
  rules: readonly Rule[],
): RetractionOutcome {
  const facts = conclusions.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const standing = new Map(facts.map((it) => [it.id, it]));
  const lostEdges = new Set(lost.lost);
  const concluded = [...gone].filter((it) => !lostEdges.has(it)).sort((a, b) => a - b);
  const before = new Map(concluded.map((it) => [graph.edges.id(it), it]));
  return {
    ...lost,
    fallen: concluded.filter((it) => !standing.has(graph.edges.id(it))),
    changed: facts.filter((it) => {
      const edge = before.get(it.id);
      return edge !== undefined && !sameFact(graph.edges.fact(edge, graph.nodes.ids), it);
    }),
    arisen: facts.filter((it) => !before.has(it.id)),
    rules,
  };
}

/** Whether two facts of one conclusion say the same: dates, envelope and derivations. */
const sameFact = (a: EdgeFact, b: EdgeFact): boolean =>
  isDeepStrictEqual([a.validity, a.properties, a.derivations], [b.validity, b.properties, b.derivations]);

/** The strengths of the graph's edges: as they say of themselves, with the steps counted along first derivations. */
function strengthsOf({ edges }: KnowledgeGraph, premises: Premises): (edge: EdgeNumber) => Strength {
  const known = new Map<EdgeNumber, Strength>();
  const strengthOf = (edge: EdgeNumber): Strength => {
    let strength = known.get(edge);
    if (strength !== undefined) return strength;
    const [first] = derivationsOf(edges.derivations, edge);
    const steps = first ? 1 + Math.max(0, ...first.premises.map((it) => stepsOf(strengthOf(it)))) : 0;
    known.set(edge, (strength = statedStrength(premises, edge, steps)));
    return strength;
  };
  return strengthOf;
}

/** What a retraction takes away by itself. A statement with several sources outlives the loss of one, and so does a claim. */
function whatIsLost(graph: KnowledgeGraph, rules: readonly Rule[], what: Retracted): Lost {
  checkRulesKnown(rules, what);
  const sources = new Set(what.sources?.map((it) => sourceId(graph, it)));
  const lost = new Set(what.edges?.map((it) => statedEdge(graph, it)));
  const weakened: EdgeFact[] = [];
  for (const edge of edgesCiting(graph.edges, sources)) {
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

function checkRulesKnown(rules: readonly Rule[], what: Retracted): void {
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

/** The properties of a fact without the locators of these sources; locators lie beside the sources, one for each. */
function withoutLocators({ properties, sources }: EdgeFact, gone: ReadonlySet<string>): EdgeFact['properties'] {
  const { locators, ...others } = properties;
  if (!Array.isArray(locators)) return properties;
  const left = (locators as readonly string[]).filter((_, i) => !gone.has(sources[i] ?? ''));
  return left.some((it) => it !== '') ? { ...others, locators: left satisfies PropertyValue } : others;
}
