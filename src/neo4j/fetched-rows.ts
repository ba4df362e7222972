/**
 * Rows that come from Neo4j, for an executor that does not wait.
 *
 * An operation is executed several times. What it asks for and is not here yet is noted and answered as empty; when the
 * execution is through, all that was noted is fetched in one go, each field one statement for all nodes that it was asked
 * at; then the operation is executed again, one level deeper. The last time nothing is missing, and that answer counts. So
 * everything above, limits and errors included, is the code that answers from memory.
 */
import type { PropertyValue } from '../facts/fact.ts';
import type { Period } from '../facts/validity.ts';
import type { Work } from '../graphql/limits/query-limits.ts';
import type { Page } from '../graphql/page.ts';
import type { EdgeSort, GraphRows, NodeSort, RowSet, Rows, Selection } from '../graphql/rows/graph-rows.ts';
import { ViewRows } from '../graphql/rows/view-rows.ts';
import type { NodeType, Relation } from '../ontology/ontology.ts';
import { type CertaintyCounts, mayBeSeen, tallyCertainty } from '../views/certainty.ts';
import type { GraphView } from '../views/graph-view.ts';
import { edgeRowCondition, nodeCondition } from './compile-where-to-cypher.ts';
import { CypherScope, RelationStep, typeCondition } from './cypher-step.ts';
import type { AskedStatement, Fetching } from './fetching.ts';
import { PRIVATE } from './names-in-neo4j.ts';
import type { Statement } from './neo4j-connection.ts';
import { edgeKeys, nodeKeys, orderOfEdges, orderOfList, tieOfEdges } from './order-in-cypher.ts';
import { allOfThem, type ViewCondition } from './view-condition.ts';

const NOTHING: Rows = { nodes: [], edges: [] };

export interface FetchedRowsOptions {
  /** The whole view of an empty graph under the same ontology. */
  readonly empty: GraphView;
  readonly work: Work;
  readonly view: ViewCondition;
  readonly fetching: Fetching;
  /** Most rows of a page: of a longer one only the length is fetched, which is what its refusal names. */
  readonly mostRows: number;
  /** The times that the view is as of. */
  readonly periods: readonly Period[];
}

export class FetchedRows implements GraphRows {
  readonly #options: FetchedRowsOptions;
  /** Refuses what may not be asked, in the words of the graph in memory. */
  readonly #judge: ViewRows;

  constructor(options: FetchedRowsOptions) {
    this.#options = options;
    this.#judge = new ViewRows(options.empty, options.work);
  }

  nodesOf(type: string, selection: Selection<NodeSort>): RowSet {
    this.#judge.nodesOf(type, selection);
    const { view, empty, fetching } = this.#options;
    const { ontology } = empty;
    const statement = (tail: (keys: string) => string): Statement => {
      const scope = this.#scope();
      const conditions = [
        `n:${fetching.labels.node}`,
        typeCondition(ontology, type, 'n'),
        'n.id IS NOT NULL',
        ...view.node('n', scope.parameters),
        nodeCondition(scope, type, selection.where, 'n') ?? 'true',
      ];
      const sorted = nodeKeys(scope, selection.sort, type, 'n');
      const unsorted = orderOfList(ontology, type, 'n');
      const order = (sorted.length > 0 ? [...sorted, 'n.id'] : unsorted).join(', ');
      return { text: `MATCH (n) WHERE ${allOfThem(conditions)} ${tail(order)}`, parameters: scope.parameters.values };
    };
    const made = this.#made(
      (page) => statement((order) => `WITH n ORDER BY ${order} ${slice(page)} RETURN [null, n] AS row`),
      () => statement(() => 'RETURN count(n) AS row'),
    );
    return this.#rowSet(made);
  }

  edgesOf(owner: NodeType, relation: Relation, selection: Selection<EdgeSort>): (node: number) => RowSet {
    this.#judge.edgesOf(owner, relation, selection);
    const { ontology } = this.#options.empty;
    const carried = ontology.edgePropertyTypes.get(relation.properties ?? '')?.properties ?? new Map();
    const statement = (list: (step: RelationStep, match: string, order: string) => string): Statement =>
      this.#atNodes(owner, relation, (scope, step) => {
        const condition = edgeRowCondition(scope, relation, selection.where, step.r, step.m);
        const sorted = edgeKeys(scope, selection.sort, carried, step);
        const order = sorted.length > 0 ? [...sorted, ...tieOfEdges(step)] : orderOfEdges(step);
        return list(step, step.match(condition === undefined ? [] : [condition]), order.join(', '));
      });
    const made = this.#made(
      (page) =>
        statement(({ r, m }, match, order) => {
          return `COLLECT { ${match} WITH ${r}, ${m} ORDER BY ${order} ${slice(page)} RETURN [${r}, ${m}] }`;
        }),
      () => statement((_, match) => `COUNT { ${match} }`),
    );
    return (node) => this.#rowSet(made, node);
  }

  neighboursOf(
    owner: NodeType,
    relation: Relation,
    selection: Selection<NodeSort>,
  ): (node: number, page: Page) => readonly number[] {
    this.#judge.neighboursOf(owner, relation, selection);
    const statement = (list: (step: RelationStep, rows: string) => string): Statement =>
      this.#atNodes(owner, relation, (scope, step) => {
        const { r, m } = step;
        const condition = nodeCondition(scope, relation.target, selection.where, m);
        const match = step.match(condition === undefined ? [] : [condition]);
        const sorted = nodeKeys(scope, selection.sort, relation.target, m);
        const rows =
          sorted.length > 0
            ? `${match} WITH DISTINCT ${m} ORDER BY ${[...sorted, `${m}.id`].join(', ')}`
            : `${match} WITH ${r}, ${m} ORDER BY ${orderOfEdges(step).join(', ')} WITH collect(DISTINCT ${m}) AS them UNWIND them AS ${m} WITH ${m}`;
        return list(step, rows);
      });
    const made = this.#made(
      (page) => statement(({ m }, rows) => `COLLECT { ${rows} ${slice(page)} RETURN [null, ${m}] }`),
      () => statement(({ m }, rows) => `COUNT { ${rows} RETURN ${m} }`),
    );
    return (node, page) => this.#rowSet(made, node).page(page).nodes;
  }

  typeOf(node: number): string {
    return this.#options.fetching.node(node).type;
  }

  nodeProperty(node: number, name: string): PropertyValue | undefined {
    return this.#options.fetching.nodeProperty(node, name);
  }

  edgeProperty(edge: number, name: string): PropertyValue | undefined {
    return this.#options.fetching.edgeProperty(edge, name);
  }

  certaintyOf(edges: () => Iterable<number>): CertaintyCounts | undefined {
    const { periods, fetching } = this.#options;
    if (periods.length === 0) return undefined;
    const holds = (edge: number): boolean => {
      const { [PRIVATE.certainStart]: start, [PRIVATE.certainEnd]: end } = fetching.edge(edge).properties;
      return periods.every(({ first, last }) => Number(start) <= last && Number(end) >= first);
    };
    return tallyCertainty(edges(), holds, (edge) => mayBeSeen(fetching.edge(edge).properties.attested, periods));
  }

  #scope(): CypherScope {
    const { empty, view, fetching } = this.#options;
    return new CypherScope(empty.ontology, view, fetching);
  }

  /** A statement that is asked at many nodes at once: `$nodes` are their ids. */
  #atNodes(owner: NodeType, relation: Relation, list: (scope: CypherScope, step: RelationStep) => string): Statement {
    const scope = this.#scope();
    const step = new RelationStep(scope, owner, relation, 'n');
    const rows = list(scope, step);
    return {
      text: `UNWIND $nodes AS id MATCH (n:${this.#options.fetching.labels.node} {id: id}) RETURN id, ${rows} AS rows`,
      parameters: scope.parameters.values,
    };
  }

  #rowSet(made: Made, node?: number): RowSet {
    const { fetching, mostRows } = this.#options;
    const id = node === undefined ? undefined : fetching.node(node).id;
    const count = (): number => Number(made.count().rows(id)?.[0] ?? 0);
    const page = ({ start, size }: Page): Rows => {
      const rows = made.page({ start, size: Math.min(size, mostRows + 1) }).rows(id);
      if (!rows) return NOTHING;
      if (rows.length <= mostRows) return fetching.numbersOf(rows);
      return { nodes: new Array(Math.max(0, count() - start)), edges: [] };
    };
    return { page, count, all: () => fetching.all(made.page({ start: 0, size: fetching.mostAll + 1 }), id) };
  }

  /** Each statement is made once for all nodes that it is asked at. */
  #made(page: (page: Page) => Statement, count: () => Statement): Made {
    const { fetching } = this.#options;
    const pages = new Map<string, AskedStatement>();
    let counted: AskedStatement | undefined;
    return {
      count: () => (counted ??= fetching.asked(count())),
      page: (wanted) => {
        const key = `${wanted.start} ${wanted.size}`;
        let asked = pages.get(key);
        if (!asked) pages.set(key, (asked = fetching.asked(page(wanted))));
        return asked;
      },
    };
  }
}

/** The statements of a selection: a page of it, and the number of its rows. */
interface Made {
  page(page: Page): AskedStatement;
  count(): AskedStatement;
}

/** Pages are numbers of ours and no words of the caller's, so they may stand in the text; a size is then planned for. */
const slice = ({ start, size }: Page): string => `SKIP ${start} LIMIT ${size}`;
