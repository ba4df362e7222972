/**
 * What the executor asks of whatever holds the graph: rows of a type, rows of a relation, and what a row carries.
 *
 * This is all that the generated API needs to know of an engine. `ViewRows` answers from the columns of a view; what
 * answers from elsewhere has to implement these few calls and no more. Rows are named by numbers that the engine gives.
 */
import type { PropertyValue } from '../../facts/fact.ts';
import type { SortDirection } from '../../filters/comparable.ts';
import type { Where } from '../../filters/verdict.ts';
import type { NodeType, Relation } from '../../ontology/ontology.ts';
import type { CertaintyCounts } from '../../views/certainty.ts';
import type { Page } from '../page.ts';

/** One field and its direction; of the edges of a relation, under `node` or `edge`. */
export type NodeSort = Readonly<Record<string, SortDirection | CountSort | null>>;
/** By how many edges, or nodes at their other ends, a relation has: `coLaunchedConnection: { edges: DESC }`. */
export type CountSort = Readonly<Partial<Record<'nodes' | 'edges', SortDirection | null>>>;
export type EdgeSort = Readonly<Record<string, NodeSort | null>>;

/** Which rows, and in what order; all, in the engine's own order, when left out. Values as GraphQL coerced them. */
export interface Selection<Sort> {
  readonly where?: Where | null | undefined;
  readonly sort?: readonly Sort[] | null | undefined;
}

/** Rows found: nodes, and the edges they were reached by where there are any. */
export interface Rows {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

/** The rows of a selection, worked out as far as they are asked for. */
export interface RowSet {
  page(page: Page): Rows;
  /** Collects nothing. */
  count(): number;
  /** All rows, in any order. */
  all(): Rows;
}

export interface GraphRows {
  /** The nodes of a type or an interface. */
  nodesOf(type: string, selection: Selection<NodeSort>): RowSet;
  /** The edges of a relation at a node, parallel ones too. */
  edgesOf(owner: NodeType, relation: Relation, selection: Selection<EdgeSort>): (node: number) => RowSet;
  /** The distinct nodes at the other ends of a relation. */
  neighboursOf(
    owner: NodeType,
    relation: Relation,
    selection: Selection<NodeSort>,
  ): (node: number, page: Page) => readonly number[];
  typeOf(node: number): string;
  nodeProperty(node: number, name: string): PropertyValue | undefined;
  edgeProperty(edge: number, name: string): PropertyValue | undefined;
  /** How sure edges are on the date of the view; undefined, and nothing is looked for, where it is of none. */
  certaintyOf(edges: () => Iterable<number>): CertaintyCounts | undefined;
}
