/**
 * Nodes in groups, and how many there are of each: what a list of nodes cannot be sorted by.
 */
import type { PropertyValue, ScalarValue } from '../facts/fact.ts';
import { concreteTypes, type NodeType, typesNamed } from '../ontology/ontology.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { unknownField, unknownRelation } from './problems.ts';
import { forEachNodeOfType } from './projection.ts';

export interface GroupOptions {
  /** The node type or interface whose nodes are put in groups. */
  readonly type: string;
  /**
   * By whose values the nodes are grouped: a property (`regionalGroup`), a relation (`nationalOf`), or either of what
   * relations lead to (`nationalOf.regionalGroup`).
   */
  readonly by: string;
  /**
   * A relation whose edges are counted instead of nodes, or several, one after the other (`coLaunched.organisedBy`): then
   * every way along them counts. Nodes without any are left out.
   */
  readonly counting?: string;
  /** Only these nodes. */
  readonly among?: Iterable<NodeNumber>;
  /** Called for every edge that is looked at. */
  readonly onLook?: () => void;
}

export interface Member<Node = NodeNumber> {
  readonly node: Node;
  /** What it adds to the count of its group. */
  readonly count: number;
}

export interface Group {
  /** The value the group has in common; undefined when it is a node, or when its nodes have no value. */
  readonly value: ScalarValue | undefined;
  /** The node its nodes are related to, when they are grouped by a relation. */
  readonly node: NodeNumber | undefined;
  readonly count: number;
  /** The nodes of the group, those that add most first, then rising. A node with several values is in several groups. */
  readonly members: readonly Member[];
}

/**
 * The groups of a view's nodes, the largest first; equal ones by value, those without one last.
 * @example
 * groupCount(view, { type: 'State', by: 'regionalGroup', counting: 'coLaunched' })
 * @throws KnowledgeError `unknown-type`, `unknown-field`
 */
export function groupCount(view: GraphView, options: GroupOptions): Group[] {
  const { type, by, counting, among, onLook = () => {} } = options;
  typesNamed(view.ontology, [type]);
  const wanted = among && new Set(among);
  const keysOf = grouping(view, type, by.split('.'), onLook);
  const weightOf = counting === undefined ? () => 1 : waysCounted(view, type, counting.split('.'), onLook);
  const groups = new Map<ScalarValue | undefined, Group & { count: number; members: Member[] }>();
  forEachNodeOfType(view, type, (node) => {
    const weight = wanted?.has(node) === false ? 0 : weightOf(node);
    if (weight === 0) return;
    for (const { key, value, node: other } of keysOf(node)) {
      let group = groups.get(key);
      if (!group) groups.set(key, (group = { value, node: other, count: 0, members: [] }));
      group.count += weight;
      group.members.push({ node, count: weight });
    }
  });
  for (const { members } of groups.values()) members.sort((a, b) => b.count - a.count || a.node - b.node);
  return [...groups.values()].sort((a, b) => b.count - a.count || compareKeys(a, b));
}

interface GroupKey {
  readonly key: ScalarValue | undefined;
  readonly value: ScalarValue | undefined;
  readonly node: NodeNumber | undefined;
}
const NO_VALUE: readonly GroupKey[] = [{ key: undefined, value: undefined, node: undefined }];

/** How a node of the type is put in groups: by a property or a relation of what `path` but its last name leads to. */
function grouping(
  view: GraphView,
  type: string,
  path: readonly string[],
  onLook: () => void,
): (node: NodeNumber) => readonly GroupKey[] {
  const { nodes, ontology } = view.graph;
  const [field = '', before] = [path.at(-1), path.slice(0, -1)];
  const { end, follow } = routeAlong(view, type, before, onLook);
  const types = [ontology.interfaces.get(end), ...nodeTypesOf(view, end)].filter((it) => it !== undefined);
  if (types.some((it) => it.properties.has(field))) {
    return (node) => {
      const values = new Set<ScalarValue>();
      follow(node, (other) => {
        for (const value of listOf(nodes.property(other, field))) values.add(value);
      });
      return values.size === 0 ? NO_VALUE : Array.from(values, (value) => ({ key: value, value, node: undefined }));
    };
  }
  if (!types.some((it) => 'relations' in it && it.relations.has(field))) {
    const known = types.flatMap((it) => [...it.properties.keys(), ...('relations' in it ? it.relations.keys() : [])]);
    throw unknownField(end, field, known);
  }
  const whole = routeAlong(view, type, path, onLook);
  return (node) => {
    const others = new Set<NodeNumber>();
    whole.follow(node, (other) => others.add(other));
    return others.size === 0 ? NO_VALUE : Array.from(others, (it) => ({ key: it, value: undefined, node: it }));
  };
}

function waysCounted(view: GraphView, type: string, path: readonly string[], onLook: () => void) {
  const { follow } = routeAlong(view, type, path, onLook);
  return (node: NodeNumber): number => {
    let count = 0;
    follow(node, () => count++);
    return count;
  };
}

/** Relations to follow one after the other. */
interface Route {
  /** The type or interface that they lead to. */
  readonly end: string;
  /** Calls `visit` at the end of every way along them. */
  readonly follow: (node: NodeNumber, visit: (end: NodeNumber) => void) => void;
}

function routeAlong(view: GraphView, type: string, path: readonly string[], onLook: () => void): Route {
  const { nodes, edges, ontology } = view.graph;
  let end = type;
  const steps = path.map((field) => {
    const owners = nodeTypesOf(view, end);
    const [relation] = owners.flatMap((it) => it.relations.get(field) ?? []);
    if (!relation) {
      throw unknownRelation(
        end,
        field,
        owners.flatMap((it) => [...it.relations.keys()]),
      );
    }
    end = relation.target;
    return { field, targets: new Set(nodeTypesOf(view, end).map((it) => it.name)) };
  });
  const follow = (node: NodeNumber, visit: (end: NodeNumber) => void, at = 0): void => {
    const step = steps[at];
    if (!step) {
      visit(node);
      return;
    }
    // Types that share an interface have relations of their own.
    const relation = ontology.nodeTypes.get(nodes.typeOf(node))?.relations.get(step.field);
    if (!relation) return;
    view.forEachEdge(node, relation.direction, edges.typeCode(relation.edgeType), (_, other) => {
      onLook();
      if (step.targets.has(nodes.typeOf(other))) follow(other, visit, at + 1);
    });
  };
  return { end, follow };
}

const listOf = (value: PropertyValue | undefined): readonly ScalarValue[] =>
  value === undefined ? [] : Array.isArray(value) ? [...new Set(value)] : [value as ScalarValue];

function compareKeys(a: Group, b: Group): number {
  if (a.node !== undefined && b.node !== undefined) return a.node - b.node;
  if (a.value === undefined || b.value === undefined)
    return Number(a.value === undefined) - Number(b.value === undefined);
  return a.value < b.value ? -1 : 1;
}

/** The node types that a node type or interface stands for. */
function nodeTypesOf(view: GraphView, type: string): NodeType[] {
  const { nodeTypes } = view.ontology;
  return concreteTypes(view.ontology, type).flatMap((name) => nodeTypes.get(name) ?? []);
}
