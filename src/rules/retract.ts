/**
 * What falls when a source, a statement or a rule is taken back, and what stands on other feet.
 *
 * Nothing is derived anew but what the loss can reach: conclusions that rest on something lost are put aside, drawn
 * again from what is left where that is possible, and followed from there. The outcome is the one that deriving
 * everything from scratch would have, at a cost that grows with what is touched and not with the graph.
 */
import { BitSet } from '../base/bit-set.ts';
import type { EdgeFact } from '../facts/fact.ts';
import { dependentsOf } from '../store/dependents.ts';
import { derivationsOf } from '../store/derivations.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import { GrownGraph } from '../store/grown-graph.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import { conclusionFacts, statedStrength } from './conclusion-facts.ts';
import { Deriver } from './deriver.ts';
import { knownGraph, Premises } from './premises.ts';
import { rulesOf } from './remembered-rules.ts';
import type { Rule } from './rule.ts';
import { type Strength, stepsOf } from './strength.ts';
import { type Lost, type Retracted, whatIsLost } from './what-is-lost.ts';

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
  const lost = whatIsLost(graph, rulesOf(graph), what);
  const gone = new Set<EdgeNumber>(lost.lost);
  for (const edge of concludedBy(graph, new Set(what.rules))) gone.add(edge);
  const rules = rulesOf(graph).filter((it) => !what.rules?.includes(it.id));
  for (;;) {
    addDependents(graph, gone);
    const deriver = deriveAgain(graph, rules, gone);
    // A conclusion outside what is reached may have found a new premise: then it must be thought through as well.
    if (deriver.touched.size === 0) return compare(graph, lost, gone, deriver, rules);
    for (const edge of deriver.touched) gone.add(edge);
  }
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
 * Draws again what can still be drawn of what is gone, and what follows from it. A conclusion has all its ways written
 * down; of a statement that is gone nobody knows yet what would follow in its place.
 */
function deriveAgain(graph: KnowledgeGraph, rules: readonly Rule[], gone: ReadonlySet<EdgeNumber>): Deriver {
  const bits = new BitSet(graph.edges.count);
  for (const edge of gone) bits.add(edge);
  const premises = new Premises(graph.nodes, new GrownGraph(graph, bits), knownGraph(graph));
  const deriver = new Deriver(graph.ontology, premises, rules, Number.POSITIVE_INFINITY);
  const left = new Set(rules.map((it) => it.id));
  const asked = new Set<string>();
  const ask = (type: number, from: number, to: number): void => {
    const key = `${type} ${from} ${to}`;
    if (!asked.has(key)) deriver.drawBetween(type, from, to);
    asked.add(key);
  };
  const edgeTypes = [...graph.ontology.edgeTypes.values()];
  for (const edge of gone) {
    const ways = derivationsOf(graph.edges.derivations, edge).filter((it) => left.has(it.rule));
    const standing = ways.filter((it) => !it.premises.some((premise) => gone.has(premise)));
    const isRedrawn =
      graph.edges.isInferred(edge) && standing.every((it) => deriver.redraw(edge, it.rule, it.premises));
    if (isRedrawn) continue;
    const [type, from, to] = [premises.edges.type(edge), premises.edges.from(edge), premises.edges.to(edge)];
    ask(type, from, to);
    if (edgeTypes[type]?.symmetric) ask(type, to, from);
  }
  deriver.settle();
  return deriver;
}

function compare(
  graph: KnowledgeGraph,
  lost: Lost,
  gone: ReadonlySet<EdgeNumber>,
  deriver: Deriver,
  rules: readonly Rule[],
): RetractionOutcome {
  const facts = conclusionFacts(deriver, strengthsOf(graph, deriver.premises)).sort((a, b) => (a.id < b.id ? -1 : 1));
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

const sameFact = (a: EdgeFact, b: EdgeFact): boolean => canonical(a) === canonical(b);

function canonical({ validity, properties, derivations }: EdgeFact): string {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = validity;
  return JSON.stringify([
    [earliestStart, latestStart, earliestEnd, latestEnd],
    Object.entries(properties).sort(),
    derivations?.map(({ rule, premises }) => [rule, premises]),
  ]);
}

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
