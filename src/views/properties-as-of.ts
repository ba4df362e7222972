/**
 * The values that properties had at a time: what a state was called in 1990, how many members there were in 2020.
 *
 * A node shows one value of a property, the preferred one. Where claims say when a value held (`when`), a view as of a date
 * shows the one that held then: a surely holding value before one that may hold, a preferred before another, one that
 * began later before one that began earlier, and the first of equals. Where none held, the preferred one stays; and so it
 * does, if it has no dates, on days when a value of which only the end is known may have ended already.
 *
 * Such a view has a graph of its own, which shares all with the graph of all times but the properties of those few nodes.
 * So filters, sorts, labels, pages and exports need not know. Without claims that are dated there is no such graph.
 */
import { ByteCache } from '../base/byte-cache.ts';
import { onceFor } from '../base/once-for.ts';
import { isAsserted } from '../facts/claim.ts';
import type { Properties, PropertyValue } from '../facts/fact.ts';
import { readPartialDate } from '../facts/partial-date.ts';
import { ALWAYS, holdsIn, type Period, type Validity } from '../facts/validity.ts';
import { type KnowledgeGraph, timelessOf } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';

interface DatedValue {
  readonly value: PropertyValue;
  readonly validity: Validity;
  readonly isPreferred: boolean;
}

/** A property of a node whose values have dates. */
interface DatedProperty {
  readonly node: NodeNumber;
  readonly property: string;
  /** What the node shows without a date, and whether that is undated. */
  readonly shown: PropertyValue | undefined;
  readonly isUndated: boolean;
  readonly values: readonly DatedValue[];
}

/** How many such graphs are remembered with a graph: one for each set of values that differ from the preferred. */
const REMEMBERED = 16;

const memoryOf = onceFor((graph: KnowledgeGraph) => ({
  dated: datedProperties(graph),
  graphs: new ByteCache<string, KnowledgeGraph>(REMEMBERED, () => 1),
}));

/** The graph with the values that properties had in these periods; the graph itself where all are the preferred ones. */
export function graphAsOf(given: KnowledgeGraph, periods: readonly Period[]): KnowledgeGraph {
  const graph = timelessOf(given);
  if (periods.length === 0 || graph.claims.length === 0) return graph;
  const { dated, graphs } = memoryOf(graph);
  const chosen = dated.map((it) => chosenValue(it, periods));
  const key = chosen.map((it, i) => (it === undefined ? '' : `${i}:${dated[i]!.values.indexOf(it)}`)).join(' ');
  if (chosen.every((it) => it === undefined)) return graph;
  return graphs.getOrMake(key, () => {
    const changed = new Map<NodeNumber, Properties>();
    chosen.forEach((it, i) => {
      if (!it) return;
      const { node, property } = dated[i]!;
      changed.set(node, { ...(changed.get(node) ?? graph.nodes.properties(node)), [property]: it.value });
    });
    return { ...graph, nodes: graph.nodes.withProperties(changed), timeless: graph };
  });
}

/** The value to show instead of the preferred one; undefined where that stays. */
function chosenValue({ shown, isUndated, values }: DatedProperty, periods: readonly Period[]): DatedValue | undefined {
  let best: { readonly it: DatedValue; readonly sureness: number } | undefined;
  for (const it of values) {
    const sureness = surenessOf(it.validity, periods);
    if (sureness === undefined || (sureness === 0 && isUndated)) continue;
    if (!best || isBetter(it, sureness, best.it, best.sureness)) best = { it, sureness };
  }
  return best && String(best.it.value) !== String(shown) ? best.it : undefined;
}

function isBetter(a: DatedValue, sureness: number, b: DatedValue, other: number): boolean {
  if (sureness !== other) return sureness > other;
  if (a.isPreferred !== b.isPreferred) return a.isPreferred;
  return a.validity.earliestStart > b.validity.earliestStart;
}

/** 2 where it surely held, 1 where it may have, 0 where it may have ended and nobody knows when it began; else undefined. */
function surenessOf(validity: Validity, periods: readonly Period[]): number | undefined {
  if (!periods.every((it) => holdsIn(validity, it, 'POSSIBLE'))) return undefined;
  if (periods.every((it) => holdsIn(validity, it, 'CERTAIN'))) return 2;
  const mayHaveEnded = periods.some((it) => it.last > validity.earliestEnd);
  return validity.earliestStart === ALWAYS && mayHaveEnded ? 0 : 1;
}

function datedProperties({ claims, nodes }: KnowledgeGraph): DatedProperty[] {
  const found = new Map<string, DatedProperty & { isUndated: boolean; values: DatedValue[] }>();
  for (const { node: id, property, value, when, rank, modality } of claims) {
    if (when === undefined || !isAsserted(modality, rank)) continue;
    const node = nodes.numberOf(id);
    const date = readPartialDate(when);
    if (node === undefined || 'reason' in date) continue;
    const key = `${node} ${property}`;
    const shown = nodes.property(node, property);
    let dated = found.get(key);
    if (!dated) found.set(key, (dated = { node, property, shown, isUndated: shown !== undefined, values: [] }));
    if (String(value) === String(shown)) dated.isUndated = false;
    dated.values.push({ value, validity: date.validity, isPreferred: rank === 'PREFERRED' });
  }
  return [...found.values()];
}
