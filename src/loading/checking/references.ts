/**
 * What facts name exists, and is what it should be: both ends of an edge, the nodes that properties name, and the
 * sources that are cited.
 */
import type { EdgeFact, NodeFact } from '../../facts/fact.ts';
import { idPrefix } from '../../facts/node-id.ts';
import { overlap } from '../../facts/validity.ts';
import { concreteTypes, type EdgeType, type NodeType } from '../../ontology/ontology.ts';
import type { FactOfSet, FactSet } from '../entries/fact-set.ts';
import {
  edgeInWords,
  missingSource,
  nodeNotFound,
  notASource,
  severalOfOne,
  sourceNotFound,
  wrongEnd,
} from '../problems.ts';
import { edgeTypeNotFound } from '../reading/problems.ts';

export type NodesById = ReadonlyMap<string, NodeFact>;

/** Whether to blame a fact for naming an id that no node has: it may be in an entry, or a file, that was faulty. */
export function isMissing({ faultyIds, incomplete }: FactSet, nodes: NodesById, id: string): boolean {
  return !nodes.has(id) && !incomplete && !faultyIds.has(id);
}

/** Both ends of an edge are nodes, of types that its edge type joins. */
export function checkEdgeEnds(set: FactSet, nodes: NodesById): void {
  const { edges, ontology } = set;
  const typeOf = edges.nodes.texts.map((id) => nodes.get(id)?.type);
  const joins = edges.types.texts.map((name) => {
    const type = ontology.edgeTypes.get(name);
    return type && joinedTypes(type);
  });
  for (let edge = 0; edge < edges.length; edge++) {
    const from = typeOf[edges.from.values[edge]!];
    const to = typeOf[edges.to.values[edge]!];
    if (from !== undefined && to !== undefined) {
      if (!joins[edges.type.values[edge]!]?.get(from)?.has(to)) reportTypes(set, edge, from, to);
      continue;
    }
    if (from === undefined) checkNamed(set, nodes, edge, 'from', edges.fromOf(edge));
    if (to === undefined) checkNamed(set, nodes, edge, 'to', edges.toOf(edge));
  }
}

/** What leads to one at any time leads to one: of several the first would be shown. */
export function checkSingleRelations(set: FactSet, nodes: NodesById): void {
  const { edges, ontology } = set;
  for (const { name: owner, relations } of ontology.nodeTypes.values()) {
    for (const relation of relations.values()) {
      if (!relation.single || relation.direction === 'BOTH') continue;
      const fitting = new Set(concreteTypes(ontology, relation.target));
      const [here, there] = relation.direction === 'OUT' ? (['from', 'to'] as const) : (['to', 'from'] as const);
      const seen = new Map<string, EdgeFact[]>();
      const type = edges.types.find(relation.edgeType);
      for (let edge = 0; type !== undefined && edge < edges.length; edge++) {
        if (edges.type.values[edge] !== type) continue;
        const fact = edges.fact(edge);
        if (nodes.get(fact[here])?.type !== owner || !fitting.has(nodes.get(fact[there])?.type ?? '')) continue;
        const others = seen.get(fact[here]) ?? [];
        const other = others.find((it) => it[there] !== fact[there] && overlap(it.validity, fact.validity));
        if (other) {
          const at = set.placeOf(edge, there);
          set.problems.warning(severalOfOne, at, fact[here], relation.field, other[there], fact[there]);
        } else seen.set(fact[here], [...others, fact]);
      }
    }
  }
}

/** Says of edges without a type which types fit their ends, by the types that these have. */
export function suggestEdgeTypes(set: FactSet, typeOf: (id: string) => string | undefined): void {
  for (const { problem, name, from, to } of set.untypedEdges) {
    const [start, end] = [from, to].map((it) => (it === undefined ? undefined : typeOf(it)));
    if (start === undefined || end === undefined) continue;
    const edgeTypes = [...set.ontology.edgeTypes.values()].filter((it) => joinedTypes(it).get(start)?.has(end));
    const fitting = { from: start, to: end, edgeTypes: edgeTypes.map((it) => it.name) };
    set.problems.replace(problem, edgeTypeNotFound(problem.at, name, set.ontology, fitting));
  }
}

/** For each type at the start, the types at the end. A symmetric type lists a pair once and joins it both ways. */
function joinedTypes({ ends, symmetric }: EdgeType): Map<string, Set<string>> {
  const joined = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => {
    const known = joined.get(from);
    if (known) known.add(to);
    else joined.set(from, new Set([to]));
  };
  for (const { from, to } of ends) {
    add(from, to);
    if (symmetric) add(to, from);
  }
  return joined;
}

function reportTypes(set: FactSet, edge: number, from: string, to: string): void {
  const type = set.ontology.edgeTypes.get(set.edges.typeOf(edge));
  if (!type) return;
  // The end that fits nowhere is to blame; where both do by themselves, the pair is, and the far end is pointed at.
  const fitsStart = type.ends.some((it) => it.from === from || (type.symmetric && it.to === from));
  const [end, other] = fitsStart ? (['to', from] as const) : (['from', to] as const);
  const id = fitsStart ? set.edges.toOf(edge) : set.edges.fromOf(edge);
  set.problems.error(() => wrongEnd(set.placeOf(edge, end), id, fitsStart ? to : from, type, end, other));
}

function checkNamed(set: FactSet, nodes: NodesById, fact: FactOfSet, part: string, id: unknown, index = 0): void {
  if (typeof id !== 'string' || !isMissing(set, nodes, id)) return;
  set.problems.error(() => nodeNotFound(set.placeOf(fact, part, index), id, nodes.values()));
}

/**
 * Nodes that a fact names inside its properties exist: where it happened, who said so, and the like.
 *
 * A node's own properties of kind ID may be ids of other systems, so one counts only when it begins like ids of this
 * graph, as `state:che` does.
 */
export function checkNamedNodes(set: FactSet, nodes: NodesById): void {
  const named = ['at', 'saidBy'].filter((it) => set.edges.columns.has(it));
  for (let edge = 0; named.length > 0 && edge < set.edges.length; edge++) {
    for (const name of named) checkNamed(set, nodes, edge, name, set.edges.property(edge, name));
  }
  for (const claim of set.claims) checkNamed(set, nodes, claim, 'saidBy', claim.saidBy);
  const naming = new Map([...set.ontology.nodeTypes.values()].map((it) => [it.name, namingProperties(it)]));
  let prefixes: Set<string | undefined> | undefined;
  for (const node of set.nodes) {
    for (const name of naming.get(node.type) ?? []) {
      const value = node.properties[name];
      if (value === undefined) continue;
      prefixes ??= new Set([...nodes.keys()].map(idPrefix));
      for (const [index, id] of (Array.isArray(value) ? value : [value]).entries()) {
        const prefix = idPrefix(String(id));
        if (prefix !== undefined && prefixes.has(prefix)) checkNamed(set, nodes, node, name, id, index);
      }
    }
  }
}

/** Properties of kind ID, but for the node's own id and its sources, which have a check of their own. */
function namingProperties(type: NodeType): string[] {
  return [...type.properties.values()]
    .filter((it) => 'scalar' in it.kind && it.kind.scalar === 'ID' && it.name !== 'id' && it.name !== 'sources')
    .map((it) => it.name);
}

/**
 * Every stated edge and every claim cites a source, and what is cited is one.
 *
 * This holds where the ontology has a node type `Source`; a graph without sources is a graph all the same.
 */
export function checkCitedSources(set: FactSet, nodesById: NodesById): void {
  const { ontology, nodes, edges, claims, faultyIds, problems } = set;
  if (!ontology.nodeTypes.has('Source')) return;
  // Ids that were reported, each once a file: one word, or one missing source, is behind all of them.
  const reported = new Set<string>();
  const isCited = (id: string): boolean => {
    const type = nodesById.get(id)?.type;
    return type === 'Source' || (type === undefined && !isMissing(set, nodesById, id));
  };
  const check = (fact: FactOfSet, sources: readonly string[]): void => {
    for (const [index, id] of sources.entries()) {
      if (isCited(id)) continue;
      const key = `${(typeof fact === 'number' ? edges.placeOf(fact) : fact.at)?.file} ${id}`;
      if (reported.has(key)) continue;
      reported.add(key);
      const [at, type] = [set.placeOf(fact, 'sources', index), nodesById.get(id)?.type];
      if (type !== undefined) problems.error(notASource, at, id, type);
      else problems.error(sourceNotFound, at, id, sourceIds(set));
    }
  };
  const wrong = edges.sources.texts.map((id) => !isCited(id));
  for (let edge = 0; edge < edges.length; edge++) {
    const [first, end] = [edges.firstSource(edge), edges.sourceEnd.values[edge]!];
    if (first === end && !edges.derivations.has(edge) && !faultyIds.has(edges.idOf(edge))) {
      problems.error(() => missingSource(edges.placeOf(edge), edgeInWords(edges.fact(edge))));
    }
    for (let i = first; i < end; i++) {
      if (!wrong[edges.source.values[i]!]) continue;
      check(edge, edges.sourcesOf(edge));
      break;
    }
  }
  for (const claim of claims) {
    if (claim.sources.length === 0) {
      problems.error(missingSource, claim.at, `The claim about "${claim.property}" of ${claim.node}`);
    }
    check(claim, claim.sources);
  }
  for (const node of nodes) {
    const { sources } = node.properties;
    if (Array.isArray(sources)) check(node, sources);
  }
}

/** The ids that may be cited, to be suggested. */
export const sourceIds = ({ nodes }: FactSet): string[] =>
  nodes.filter((it) => it.type === 'Source').map((it) => it.id);
