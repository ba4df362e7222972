/**
 * What a graph knows of one node: its properties with their sources, and its relations in groups, a page of each.
 */
import type { PropertyValue } from '../facts/fact.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import { certainEdges } from '../views/certainty.ts';
import type { GraphView } from '../views/graph-view.ts';
import { edgeTypeCode } from '../views/names-in-graph.ts';
import type { AnswerForm, NodeAnswer } from './answer-form.ts';
import { type CitedSource, citedSources, type EdgeAnswer, type EdgeProperty, printProperty } from './edge-answer.ts';

interface EntityOptions {
  /** Names of the only edge types to tell of; all by default. */
  readonly via?: readonly string[];
  /** The most edges of each group; 10 by default. */
  readonly first?: number;
  /** How many edges of each group to pass over; 0 by default. */
  readonly skip?: number;
}

export interface EntityAnswer<Node = NodeAnswer, Edge = EdgeAnswer> {
  readonly node: Node;
  /** Its properties, in the order of the ontology; a list is JSON. */
  readonly properties: readonly EdgeProperty[];
  /** The sources that its properties rest on. */
  readonly sources: readonly CitedSource<Node>[];
  /** Its relations by edge type and direction, in the order of the ontology. */
  readonly relations: readonly RelationGroup<Edge>[];
}

/** The edges of a node that are of one type and lead one way. */
export interface RelationGroup<Edge = EdgeAnswer> {
  /** The edge type. */
  readonly type: string;
  /** OUT where the node is the source of the edges, IN where it is the target, BOTH for a symmetric type. */
  readonly direction: 'OUT' | 'IN' | 'BOTH';
  /** The number of edges in all. */
  readonly count: number;
  /** A page of them, by source, type and start; as of a date, those that are certain then come first. */
  readonly edges: readonly Edge[];
}

/** What citing needs is given as sources, and the id and name with the node. */
const GIVEN_APART: ReadonlySet<string> = new Set(['id', 'sources', 'locators']);

/**
 * What the view knows of a node. Throws `unknown-node`, `unknown-edge-type`.
 * @example
 * entity(view, 'state:kaz', { via: ['co-launched'] }, asObjects(view)).relations[0]?.count
 */
export function entity<Node, Edge>(
  view: GraphView,
  id: string,
  { via, first = 10, skip = 0 }: EntityOptions,
  form: AnswerForm<Node, Edge>,
): EntityAnswer<Node, Edge> {
  const { nodes } = view.graph;
  const node = view.getNode(id);
  const properties = nodes.properties(node);
  const asked = via && new Set(via.map((it) => edgeTypeCode(view.graph, it)));
  const isCertain = certainEdges(view);
  const relations: RelationGroup<Edge>[] = [];
  for (const [code, { name, symmetric }] of [...view.ontology.edgeTypes.values()].entries()) {
    if (asked && !asked.has(code)) continue;
    for (const direction of symmetric ? (['BOTH'] as const) : (['OUT', 'IN'] as const)) {
      const found: EdgeNumber[] = [];
      view.forEachEdge(node, direction, code, (edge) => void found.push(edge));
      if (found.length === 0) continue;
      if (isCertain) found.sort((a, b) => Number(isCertain(b)) - Number(isCertain(a)));
      const page = found.slice(skip, skip + first).map(form.edge);
      relations.push({ type: name, direction, count: found.length, edges: page });
    }
  }
  return {
    node: form.node(node),
    properties: Object.entries(properties)
      .filter(([name, value]) => !GIVEN_APART.has(name) && isSaid(value))
      .map(([name, value]) => ({ name, value: printProperty(value) })),
    sources: citedSources(view, textsOf(properties.sources), textsOf(properties.locators), form),
    relations,
  };
}

const textsOf = (value: PropertyValue | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);

const isSaid = (value: PropertyValue): boolean => value !== '' && !(Array.isArray(value) && value.length === 0);
