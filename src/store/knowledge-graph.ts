/**
 * A graph of facts, frozen: nodes and edges by number, adjacency both ways, ready to be walked and never changed.
 *
 * It is made in one go from facts that were checked; whoever wants another graph edits a draft and freezes that.
 */
import type { Claim } from '../facts/claim.ts';
import type { EdgeFact, NodeFact } from '../facts/fact.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { type Adjacency, makeAdjacency, orderInRows } from './adjacency.ts';
import { makeDerivations } from './derivations.ts';
import { type DictionaryColumn, DictionaryColumnBuilder } from './dictionary-column.ts';
import { makeEdgeIds } from './edge-ids.ts';
import { EdgeTable, type ValidityColumns } from './edge-table.ts';
import { NodeTable } from './node-table.ts';

export interface KnowledgeGraph {
  readonly ontology: Ontology;
  readonly nodes: NodeTable;
  readonly edges: EdgeTable;
  /** Edges by their source. */
  readonly out: Adjacency;
  /** Edges by their target. */
  readonly in: Adjacency;
  /** Rival values of node properties, with their sources. */
  readonly claims: readonly Claim[];
}

/** What a graph is made of. Ends, types and sources are taken to be checked (`loading/check-facts`). */
export interface GraphFacts {
  readonly nodes: Iterable<NodeFact>;
  readonly edges: Iterable<EdgeFact>;
  readonly claims?: readonly Claim[];
  readonly redirects?: ReadonlyMap<string, string>;
}

/**
 * The graph of these facts. The same facts in any order give the same numbers.
 *
 * Time grows with edges × log(edges of a node); memory is about 60 bytes an edge, ids and dates included.
 */
export function freezeGraph(ontology: Ontology, facts: GraphFacts): KnowledgeGraph {
  const nodes = new NodeTable(ontology, facts.nodes, facts.redirects ?? new Map());
  const given = [...facts.edges];
  const from = Uint32Array.from(given, (fact) => nodeOf(nodes, fact.from, fact));
  const to = Uint32Array.from(given, (fact) => nodeOf(nodes, fact.to, fact));
  const typeNames = [...ontology.edgeTypes.keys()];
  const codes = new Map(typeNames.map((name, code) => [name, code]));
  const type = Uint16Array.from(given, (fact) => codes.get(fact.type) ?? 0);
  const start = Int32Array.from(given, (fact) => fact.validity.earliestStart);

  const { order, offsets } = orderInRows({
    nodeCount: nodes.count,
    owner: from,
    type,
    start,
    compare: (a, b) => to[a]! - to[b]! || (given[a]!.id < given[b]!.id ? -1 : 1),
  });
  // From here on an edge is its place in the out rows.
  const ordered = Array.from(order, (i) => given[i]!);
  const sortedFrom = order.map((i) => from[i]!);
  const sortedTo = order.map((i) => to[i]!);
  const sortedType = Uint16Array.from(order, (i) => type[i]!);
  const edgeNumbers = order.map((_, place) => place);
  const ids = makeEdgeIds(ordered.map((fact) => fact.id));
  const edges = new EdgeTable({
    typeNames,
    type: sortedType,
    from: sortedFrom,
    to: sortedTo,
    ids,
    validity: validityColumns(ordered),
    ...sourceColumns(ordered),
    columns: dictionaryColumns(ordered),
    derivations: makeDerivations(ordered, (id) => ids.numberOf(id)),
  });
  return {
    ontology,
    nodes,
    edges,
    out: makeAdjacency(offsets, edgeNumbers, sortedTo, sortedType),
    in: adjacencyIn(nodes.count, edges),
    claims: facts.claims ?? [],
  };
}

function nodeOf(nodes: NodeTable, id: string, fact: EdgeFact): number {
  const node = nodes.numberOf(id);
  if (node === undefined) throw new RangeError(`The edge "${fact.id}" ends at "${id}", which is not a node.`);
  return node;
}

function adjacencyIn(nodeCount: number, edges: EdgeTable): Adjacency {
  const { order, offsets } = orderInRows({
    nodeCount,
    owner: edges.to,
    type: edges.type,
    start: edges.validity.earliestStart,
    compare: (a, b) => a - b,
  });
  const sources = order.map((edge) => edges.from[edge]!);
  return makeAdjacency(offsets, order, sources, edges.type);
}

function validityColumns(facts: readonly EdgeFact[]): ValidityColumns {
  return {
    earliestStart: Int32Array.from(facts, (fact) => fact.validity.earliestStart),
    latestStart: Int32Array.from(facts, (fact) => fact.validity.latestStart),
    earliestEnd: Int32Array.from(facts, (fact) => fact.validity.earliestEnd),
    latestEnd: Int32Array.from(facts, (fact) => fact.validity.latestEnd),
  };
}

function sourceColumns(facts: readonly EdgeFact[]): {
  sourceIds: string[];
  firstSource: Uint32Array;
  source: Uint32Array;
} {
  const codes = new Map<string, number>();
  const firstSource = new Uint32Array(facts.length + 1);
  facts.forEach((fact, edge) => {
    firstSource[edge + 1] = firstSource[edge]! + fact.sources.length;
  });
  const source = new Uint32Array(firstSource[facts.length]!);
  let place = 0;
  for (const fact of facts) {
    for (const id of fact.sources) {
      let code = codes.get(id);
      if (code === undefined) codes.set(id, (code = codes.size));
      source[place++] = code;
    }
  }
  return { sourceIds: [...codes.keys()], firstSource, source };
}

function dictionaryColumns(facts: readonly EdgeFact[]): Map<string, DictionaryColumn> {
  const builders = new Map<string, DictionaryColumnBuilder>();
  facts.forEach((fact, edge) => {
    for (const name in fact.properties) {
      const value = fact.properties[name];
      if (value === undefined) continue;
      let builder = builders.get(name);
      if (!builder) builders.set(name, (builder = new DictionaryColumnBuilder(facts.length)));
      builder.set(edge, value);
    }
  });
  return new Map([...builders].map(([name, builder]) => [name, builder.finish()]));
}
