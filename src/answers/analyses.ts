/**
 * Measures of a view: its most central nodes, its communities, and its nodes in groups.
 */
import { type RankedNode, type RankingOptions, rankNodes } from '../analysis/centrality.ts';
import { type CommunityOptions, communities } from '../analysis/communities.ts';
import { groupCount, type Member } from '../analysis/group-count.ts';
import { unknownRelation } from '../analysis/problems.ts';
import { concreteTypes, type Relation } from '../ontology/ontology.ts';
import { oppositeOf } from '../ontology/relation-ends.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type AnswerForm, known, type NodeAnswer } from './answer-form.ts';
import { halfARelation } from './problems.ts';

type Form<Node> = Pick<AnswerForm<Node, unknown>, 'node'>;

/** The most central nodes, the highest score first. Throws `unknown-type`, `too-much-to-analyse`. */
export function ranking<Node>(view: GraphView, options: RankingOptions, form: Form<Node>): RankedNode<Node>[] {
  return rankNodes(view, options).map(({ node, ...scored }) => ({ node: form.node(node), ...scored }));
}

export interface Communities<Node = NodeAnswer> {
  /** How much more the groups hold together than chance would have it: from -0.5 to 1. */
  readonly modularity: number;
  /** The largest first. Nodes without edges are in none. */
  readonly groups: readonly Community<Node>[];
}

/** Nodes that have more to do with each other than with the rest. */
export interface Community<Node = NodeAnswer> {
  readonly size: number;
  readonly nodes: readonly Node[];
}

/** The communities of a view, or its components. Throws `bad-option`. */
export function findCommunities<Node>(view: GraphView, options: CommunityOptions, form: Form<Node>): Communities<Node> {
  const { groups, modularity } = communities(view, options);
  return { modularity, groups: groups.map((nodes) => ({ size: nodes.length, nodes: nodes.map(form.node) })) };
}

export interface GroupCountOptions {
  /** The node type or interface whose nodes are put in groups. */
  readonly type: string;
  /** A property (`regionalGroup`), a relation, or either of what relations lead to (`nationalOf.regionalGroup`). */
  readonly by: string;
  /** A relation whose edges are counted instead of nodes; or several with dots: then each way along them counts. */
  readonly of?: string;
  /** The id of a node: only nodes that it stands in the relation `along` to are grouped. */
  readonly relatedTo?: string;
  /** A relation of the type, such as `coLaunched`; goes with `relatedTo`. */
  readonly along?: string;
  /** Ids of nodes to leave out. */
  readonly except?: readonly string[];
  /** The most groups; all by default. */
  readonly first?: number;
}

/** Nodes that have a value in common. */
export interface NodeGroup<Node = NodeAnswer> {
  /** The value, as text; absent where it is a node, and where nodes have none. */
  readonly value?: string;
  /** The node they are related to, when grouped by a relation. */
  readonly node?: Node;
  /** The number of nodes, or of edges of the relation that is counted. */
  readonly count: number;
  /** The nodes, those that add most to the count first. */
  readonly nodes: readonly Node[];
  /** The same nodes, each with what it adds to the count. */
  readonly members: readonly Member<Node>[];
}

/**
 * Nodes in groups by a property or a relation, the largest group first; or the edges of a relation, counted in groups.
 *
 * Throws `unknown-type`, `unknown-field`, `unknown-node`, `half-a-relation`.
 */
export function nodeGroups<Node>(
  view: GraphView,
  options: GroupCountOptions,
  form: Form<Node>,
  onLook: () => void = () => {},
): NodeGroup<Node>[] {
  const { type, by, of, first } = options;
  const among = chosenNodes(view, options);
  const groups = groupCount(view, {
    ...{ type, by, onLook },
    ...(of !== undefined && { counting: of }),
    ...(among && { among }),
  });
  return groups.slice(0, first).map(({ value, node, count, members }) =>
    known<NodeGroup<Node>>({
      value: value === undefined ? undefined : String(value),
      node: node === undefined ? undefined : form.node(node),
      count,
      nodes: members.map((it) => form.node(it.node)),
      members: members.map((it) => ({ node: form.node(it.node), count: it.count })),
    }),
  );
}

/** The nodes to put in groups, where the options choose some. */
function chosenNodes(
  view: GraphView,
  { type, relatedTo, along, except }: GroupCountOptions,
): Set<NodeNumber> | undefined {
  if ((relatedTo === undefined) !== (along === undefined)) throw halfARelation();
  if (relatedTo === undefined && except === undefined) return undefined;
  const chosen =
    relatedTo !== undefined && along !== undefined
      ? relatives(view, type, view.getNode(relatedTo), along)
      : new Set(concreteTypes(view.ontology, type).flatMap((name) => nodesOf(view, name)));
  for (const id of except ?? []) chosen.delete(view.getNode(id));
  return chosen;
}

function nodesOf(view: GraphView, type: string): NodeNumber[] {
  const { start, end } = view.graph.nodes.span(type);
  return Array.from({ length: end - start }, (_, i) => start + i);
}

/** The nodes of some types that have `node` at the other end of their relation `field`. */
function relatives(view: GraphView, type: string, node: NodeNumber, field: string): Set<NodeNumber> {
  const { nodes, edges } = view.graph;
  const types = concreteTypes(view.ontology, type);
  const named = types.map((name) => view.ontology.nodeTypes.get(name)?.relations ?? new Map<string, Relation>());
  const relations = named.flatMap((it) => it.get(field) ?? []);
  if (relations.length === 0) throw unknownRelation(type, field, new Set(named.flatMap((it) => [...it.keys()])));
  const found = new Set<NodeNumber>();
  for (const { edgeType, direction } of relations) {
    view.forEachEdge(node, oppositeOf[direction], edges.typeCode(edgeType), (_, other) => {
      if (types.includes(nodes.typeOf(other))) found.add(other);
    });
  }
  return found;
}
