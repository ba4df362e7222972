/**
 * Nodes in groups, and how many there are of each: what a list of nodes cannot be sorted by.
 */
import type { PropertyValue, ScalarValue } from '../facts/fact.ts';
import type { Relation } from '../ontology/ontology.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { nodesOfType, nodeTypesOf } from './nodes-of-type.ts';
import { unknownField, unknownRelation } from './problems.ts';

export interface GroupOptions {
  /** The node type or interface whose nodes are put in groups. */
  readonly type: string;
  /** A property (`regionalGroup`), or a relation (`nationalOf`), by whose values the nodes are grouped. */
  readonly by: string;
  /** A relation whose edges are counted instead of nodes; nodes without any are left out. */
  readonly counting?: string;
  /** Only these nodes. */
  readonly among?: Iterable<NodeNumber>;
}

export interface Group {
  /** The value the group has in common; undefined when it is a node, or when its nodes have no value. */
  readonly value: ScalarValue | undefined;
  /** The node its nodes are related to, when they are grouped by a relation. */
  readonly node: NodeNumber | undefined;
  readonly count: number;
  /** The nodes of the group, rising. A node with several values is in several groups. */
  readonly nodes: readonly NodeNumber[];
}

/**
 * The groups of a view's nodes, the largest first; equal ones by value, those without one last.
 * @example
 * groupCount(view, { type: 'State', by: 'regionalGroup', counting: 'coLaunched' })
 * @throws KnowledgeError `unknown-type`, `unknown-field`
 */
export function groupCount(view: GraphView, options: GroupOptions): Group[] {
  const { type, by, counting, among } = options;
  const wanted = among && new Set(among);
  const nodes = nodesOfType(view, type).filter((node) => wanted?.has(node) ?? true);
  const keysOf = grouping(view, type, by);
  const weightOf = counting === undefined ? () => 1 : edgesCounted(view, type, counting);
  const groups = new Map<ScalarValue | undefined, Group & { count: number; nodes: NodeNumber[] }>();
  for (const node of nodes) {
    const weight = weightOf(node);
    if (weight === 0) continue;
    for (const { key, value, node: other } of keysOf(node)) {
      let group = groups.get(key);
      if (!group) groups.set(key, (group = { value, node: other, count: 0, nodes: [] }));
      group.count += weight;
      group.nodes.push(node);
    }
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || compareKeys(a, b));
}

interface GroupKey {
  readonly key: ScalarValue | undefined;
  readonly value: ScalarValue | undefined;
  readonly node: NodeNumber | undefined;
}
const NO_VALUE: readonly GroupKey[] = [{ key: undefined, value: undefined, node: undefined }];

/** How a node of the type is put in groups. */
function grouping(view: GraphView, type: string, by: string): (node: NodeNumber) => readonly GroupKey[] {
  const { nodes, ontology } = view.graph;
  const types = [ontology.interfaces.get(type), ...nodeTypesOf(view, type)].filter((it) => it !== undefined);
  if (types.some((it) => it.properties.has(by))) {
    return (node) => {
      const values = listOf(nodes.property(node, by));
      return values.length === 0 ? NO_VALUE : values.map((value) => ({ key: value, value, node: undefined }));
    };
  }
  const relationOf = relationNamed(view, type, by);
  if (!relationOf) {
    const known = types.flatMap((it) => [...it.properties.keys(), ...('relations' in it ? it.relations.keys() : [])]);
    throw unknownField(type, by, known);
  }
  return (node) => {
    const others = new Set<NodeNumber>();
    forEachRelated(view, node, relationOf(node), (other) => others.add(other));
    return others.size === 0 ? NO_VALUE : Array.from(others, (it) => ({ key: it, value: undefined, node: it }));
  };
}

function edgesCounted(view: GraphView, type: string, field: string): (node: NodeNumber) => number {
  const relationOf = relationNamed(view, type, field);
  if (!relationOf)
    throw unknownRelation(
      type,
      field,
      nodeTypesOf(view, type).flatMap((it) => [...it.relations.keys()]),
    );
  return (node) => {
    let count = 0;
    forEachRelated(view, node, relationOf(node), () => count++);
    return count;
  };
}

/** The relation of that name for each node; undefined when no node of the type has one. */
function relationNamed(
  view: GraphView,
  type: string,
  field: string,
): ((node: NodeNumber) => Relation | undefined) | undefined {
  if (!nodeTypesOf(view, type).some((it) => it.relations.has(field))) return undefined;
  const { nodes, ontology } = view.graph;
  return (node) => ontology.nodeTypes.get(nodes.typeOf(node))?.relations.get(field);
}

function forEachRelated(
  view: GraphView,
  node: NodeNumber,
  relation: Relation | undefined,
  visit: (other: NodeNumber) => void,
): void {
  if (!relation) return;
  const { direction, edgeType, target } = relation;
  const targets = new Set(nodeTypesOf(view, target).map((it) => it.name));
  view.forEachEdge(node, direction, view.graph.edges.typeCode(edgeType), (_, other) => {
    if (targets.has(view.graph.nodes.typeOf(other))) visit(other);
  });
}

const listOf = (value: PropertyValue | undefined): readonly ScalarValue[] =>
  value === undefined ? [] : Array.isArray(value) ? [...new Set(value)] : [value as ScalarValue];

function compareKeys(a: Group, b: Group): number {
  if (a.node !== undefined && b.node !== undefined) return a.node - b.node;
  if (a.value === undefined || b.value === undefined)
    return Number(a.value === undefined) - Number(b.value === undefined);
  return a.value < b.value ? -1 : 1;
}
