/**
 * The rows of a view, read from its columns: the engine that everything here runs on.
 *
 * Filters and sorts are compiled when a selection is made; rows are walked when they are asked for.
 */
import type { PropertyValue } from '../../facts/fact.ts';
import type { SortKey } from '../../filters/comparable.ts';
import { type Test, YES } from '../../filters/verdict.ts';
import type { NodeType, Relation } from '../../ontology/ontology.ts';
import { type CertaintyCounts, countCertainty } from '../../views/certainty.ts';
import type { GraphView } from '../../views/graph-view.ts';
import type { Work } from '../limits/query-limits.ts';
import { listOfConnection } from '../names.ts';
import type { Page } from '../page.ts';
import { candidatesOf } from './candidates.ts';
import { distinctNodes } from './compile-aggregate.ts';
import { edgeSortKeys, nodeSortKeys, type RelationCounter, sortRows } from './compile-sort.ts';
import { connectionNodeTest, nodeTest } from './compile-where.ts';
import type { EdgeSort, GraphRows, NodeSort, RowSet, Rows, Selection } from './graph-rows.ts';
import { NodeRows, propertiesOf } from './node-rows.ts';
import { type RelationRows, relationRows } from './relation-rows.ts';

export class ViewRows implements GraphRows {
  readonly #view: GraphView;
  readonly #work: Work;

  /** Every row looked at is paid for with `work`. */
  constructor(view: GraphView, work: Work) {
    this.#view = view;
    this.#work = work;
  }

  nodesOf(type: string, { where, sort }: Selection<NodeSort>): RowSet {
    const [view, work] = [this.#view, this.#work];
    return new NodeRows({
      ...{ view, work, type },
      test: nodeTest({ view, work }, type, where),
      sort: nodeSortKeys(view.graph, propertiesOf(view.ontology, type), sort, this.#counter(type)),
      candidates: candidatesOf(view, work, type, where),
    });
  }

  edgesOf(owner: NodeType, relation: Relation, { where, sort }: Selection<EdgeSort>): (node: number) => RowSet {
    const [view, work] = [this.#view, this.#work];
    const carried = view.ontology.edgePropertyTypes.get(relation.properties ?? '')?.properties ?? new Map();
    const plan: EdgePlan = {
      rows: relationRows(view, relation, owner.name, work),
      test: connectionNodeTest({ view, work }, relation, where),
      sort: edgeSortKeys(
        view.graph,
        propertiesOf(view.ontology, relation.target),
        carried,
        sort,
        this.#counter(relation.target),
        relation.declaredBy === undefined ? undefined : (relation.properties ?? ''),
      ),
    };
    return (node) => new EdgeRows(plan, node);
  }

  neighboursOf(
    owner: NodeType,
    relation: Relation,
    { where, sort }: Selection<NodeSort>,
  ): (node: number, page: Page) => readonly number[] {
    const [view, work] = [this.#view, this.#work];
    const plan: EdgePlan = {
      rows: relationRows(view, relation, owner.name, work),
      test: nodeTest({ view, work }, relation.target, where),
      sort: nodeSortKeys(
        view.graph,
        propertiesOf(view.ontology, relation.target),
        sort,
        this.#counter(relation.target),
      ),
    };
    return (node, page) => neighboursOn(page, plan, node);
  }

  /** Counts of the relations of a node type, for its sort. */
  #counter(type: string): RelationCounter {
    const [view, work] = [this.#view, this.#work];
    return {
      key: view.key,
      of: (connection, what) => {
        const relation = view.ontology.nodeTypes.get(type)?.relations.get(listOfConnection(connection));
        if (!relation) throw new RangeError(`${type} has no relation "${connection}".`);
        const rows = relationRows(view, relation, type, work);
        return what === 'edges' ? rows.count : (node) => distinctNodes(rows, node).size;
      },
    };
  }

  typeOf(node: number): string {
    return this.#view.graph.nodes.typeOf(node);
  }

  nodeProperty(node: number, name: string): PropertyValue | undefined {
    return this.#view.graph.nodes.property(node, name);
  }

  edgeProperty(edge: number, name: string): PropertyValue | undefined {
    return this.#view.graph.edges.property(edge, name);
  }

  certaintyOf(edges: () => Iterable<number>): CertaintyCounts | undefined {
    return countCertainty(this.#view, edges);
  }
}

interface EdgePlan {
  readonly rows: RelationRows;
  readonly test: Test | undefined;
  readonly sort: readonly SortKey[];
}

/** The edges of a relation at one node. */
class EdgeRows implements RowSet {
  readonly #plan: EdgePlan;
  readonly #node: number;

  constructor(plan: EdgePlan, node: number) {
    this.#plan = plan;
    this.#node = node;
  }

  count(): number {
    const { rows, test } = this.#plan;
    if (test === undefined) return rows.count(this.#node);
    let count = 0;
    rows.walk(this.#node, (edge, other) => {
      if (test(other, edge) === YES) count++;
      return undefined;
    });
    return count;
  }

  page(page: Page): Rows {
    const { rows, sort } = this.#plan;
    if (sort.length === 0) return this.#find(page.start, page.size);
    const { nodes, edges } = sortRows(rows.view.graph, this.all(), sort);
    const end = page.start + page.size;
    return { nodes: nodes.slice(page.start, end), edges: edges.slice(page.start, end) };
  }

  all(): Rows {
    return this.#find(0, Number.POSITIVE_INFINITY);
  }

  /** Unsorted; no more than the end of the page is looked for. */
  #find(start: number, size: number): Rows {
    const { rows, test } = this.#plan;
    const nodes: number[] = [];
    const edges: number[] = [];
    let passed = 0;
    rows.walk(this.#node, (edge, other) => {
      if (test !== undefined && test(other, edge) !== YES) return undefined;
      if (passed++ < start) return undefined;
      nodes.push(other);
      edges.push(edge);
      return edges.length >= size;
    });
    return { nodes, edges };
  }
}

/** A page of the distinct nodes at the other ends. Without a sort they come in the order of their first edge. */
function neighboursOn(page: Page, { rows, test, sort }: EdgePlan, node: number): readonly number[] {
  const found = new Set<number>();
  const enough = sort.length === 0 ? page.start + page.size : Number.POSITIVE_INFINITY;
  rows.walk(node, (edge, other) => {
    if (test === undefined || test(other, edge) === YES) found.add(other);
    return found.size >= enough;
  });
  const nodes = [...found];
  const ordered = sort.length === 0 ? nodes : sortRows(rows.view.graph, { nodes, edges: [] }, sort).nodes;
  return ordered.slice(page.start, page.start + page.size);
}
