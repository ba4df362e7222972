/**
 * The columns of edges as they came, put in rows: numbered by source node, type, start and target.
 */
import type { Ontology } from '../ontology/ontology.ts';
import { orderInRows } from './adjacency.ts';
import { type DerivedEdge, makeDerivations } from './derivations.ts';
import type { EdgeFacts } from './edge-facts.ts';
import { type EdgeColumns, EdgeTable, type ValidityColumns } from './edge-table.ts';
import type { GrowingInts } from './growing-ints.ts';
import type { NodeNumber, NodeTable } from './node-table.ts';

/** The edges in rows; `offsets` says where those of each node begin. Throws RangeError when an end is not a node: that was to be checked. */
export function freezeEdges(
  ontology: Ontology,
  nodes: NodeTable,
  facts: EdgeFacts,
): { edges: EdgeTable; offsets: Uint32Array } {
  const typeNames = [...ontology.edgeTypes.keys()];
  const typeCodes = facts.types.texts.map((name) => Math.max(0, typeNames.indexOf(name)));
  const numbers = Int32Array.from(facts.nodes.texts, (id) => nodes.numberOf(id) ?? -1);
  const from = endsOf(facts, facts.from, numbers);
  const to = endsOf(facts, facts.to, numbers);
  const { earliestStart, latestStart, earliestEnd, latestEnd } = facts.validity;
  const { order, offsets } = orderInRows({
    nodeCount: nodes.count,
    owner: from,
    type: Uint16Array.from(facts.type.values.subarray(0, facts.length)).map((code) => typeCodes[code]!),
    start: earliestStart.values,
    compare: (a, b) => to[a]! - to[b]! || facts.ids.compare(a, b),
  });
  const ids = facts.ids.finish(order);
  const columns: EdgeColumns = {
    typeNames,
    type: gathered(facts.type, order, Uint16Array).map((code) => typeCodes[code]!),
    from: order.map((was) => from[was]!),
    to: order.map((was) => to[was]!),
    ids,
    validity: inOneWhereEqual({
      earliestStart: gathered(earliestStart, order, Int32Array),
      latestStart: gathered(latestStart, order, Int32Array),
      earliestEnd: gathered(earliestEnd, order, Int32Array),
      latestEnd: gathered(latestEnd, order, Int32Array),
    }),
    ...sourcesOf(facts, order),
    columns: new Map(Array.from(facts.columns, ([name, builder]) => [name, builder.finish(order)])),
    derivations: derivationsOf(facts, order, (id) => ids.numberOf(id)),
  };
  return { edges: new EdgeTable(columns), offsets };
}

/** Columns that are equal are one: where all dates are days, as those of events are, all bounds are. */
function inOneWhereEqual(validity: ValidityColumns): ValidityColumns {
  const kept: Int32Array[] = [];
  const one = (column: Int32Array): Int32Array => {
    const known = kept.find((it) => column.every((day, edge) => day === it[edge]));
    if (!known) kept.push(column);
    return known ?? column;
  };
  const { earliestStart, latestStart, earliestEnd, latestEnd } = validity;
  return {
    earliestStart: one(earliestStart),
    latestStart: one(latestStart),
    earliestEnd: one(earliestEnd),
    latestEnd: one(latestEnd),
  };
}

/** One end of each edge as numbers of nodes. */
function endsOf(facts: EdgeFacts, end: GrowingInts, numbers: Int32Array): Uint32Array {
  const ends = new Uint32Array(facts.length);
  for (let edge = 0; edge < ends.length; edge++) {
    const node: NodeNumber = numbers[end.values[edge]!]!;
    if (node === -1) {
      const id = facts.nodes.texts[end.values[edge]!];
      throw new RangeError(`The edge "${facts.idOf(edge)}" ends at "${id}", which is not a node.`);
    }
    ends[edge] = node;
  }
  return ends;
}

/** Source ids get their codes in the order of the rows, so that the same facts in another order give the same ones. */
function sourcesOf(facts: EdgeFacts, order: Uint32Array): Pick<EdgeColumns, 'sourceIds' | 'firstSource' | 'source'> {
  const given = facts.sources.texts;
  const sourceIds: string[] = [];
  const codes = new Int32Array(given.length).fill(-1);
  const firstSource = new Uint32Array(order.length + 1);
  const source = new (given.length <= 0x10000 ? Uint16Array : Uint32Array)(facts.source.length);
  const [cited, ends] = [facts.source.values, facts.sourceEnd.values];
  let place = 0;
  for (let edge = 0; edge < order.length; edge++) {
    const was = order[edge]!;
    for (let i = facts.firstSource(was); i < ends[was]!; i++) {
      const code = cited[i]!;
      if (codes[code] === -1) codes[code] = sourceIds.push(given[code]!) - 1;
      source[place++] = codes[code]!;
    }
    firstSource[edge + 1] = place;
  }
  return { sourceIds, firstSource, source };
}

function derivationsOf(
  facts: EdgeFacts,
  order: Uint32Array,
  numberOf: (id: string) => number | undefined,
): EdgeColumns['derivations'] {
  if (facts.derivations.size === 0) return undefined;
  const derived: DerivedEdge[] = [];
  for (const [edge, was] of order.entries()) {
    const derivations = facts.derivations.get(was);
    if (derivations) derived.push({ edge, id: facts.idOf(was), derivations });
  }
  return makeDerivations(order.length, derived, numberOf);
}

/** A column in another order. */
function gathered<Column extends Uint16Array | Int32Array>(
  { values }: GrowingInts,
  order: Uint32Array,
  Kind: new (length: number) => Column,
): Column {
  const ordered = new Kind(order.length);
  for (let i = 0; i < order.length; i++) ordered[i] = values[order[i]!]!;
  return ordered;
}
