/**
 * Tables of nodes and of edges, as spreadsheets, Gephi and Neo4j's importer have them, told apart by their headers.
 *
 * There may be one of each, or one of them alone: the nodes of a lone table of edges are its ends. Cells are parted by
 * commas, semicolons, tabs or bars, whichever the header has most of.
 */
import {
  addThing,
  type ForeignEdge,
  type ForeignGraph,
  type ForeignNode,
  type ForeignReader,
  names,
} from '../foreign-graph.ts';
import { type Meanings, type Row, readList, readSpreadsheetList, Table } from '../table.ts';

interface Dialect {
  readonly node: Meanings;
  readonly edge: Meanings & { readonly from: string; readonly to: string };
  readonly drawing: ForeignGraph['drawing'];
  readonly listOf: (text: string) => readonly string[] | undefined;
  /** The text of a cell as it was before it was made fit for the program. */
  readonly cell?: (text: string) => string;
}

/** What is most usual. `type` may be the type of an edge, or what Gephi means by it. */
const sourceAndTarget: Dialect = {
  node: { id: 'id', type: 'type' },
  edge: { from: 'source', to: 'target', type: 'type', id: 'id', direction: 'type' },
  drawing: { node: names('label'), edge: names('label') },
  listOf: readList,
};
/** As we write tables for Gephi: it unescapes backslashes, so they are doubled. */
const gephi: Dialect = {
  ...sourceAndTarget,
  edge: { ...sourceAndTarget.edge, type: 'kind' },
  cell: (text) => text.replaceAll('\\\\', '\\'),
};
const neo4j: Dialect = {
  node: { id: ':id', type: ':label' },
  edge: { from: ':start_id', to: ':end_id', type: ':type', id: 'id' },
  drawing: { node: names(), edge: names() },
  listOf: (text) => text.split(';'),
};
const spreadsheet: Dialect = {
  node: { id: 'id', type: 'type' },
  edge: { from: 'from', to: 'to', type: 'type', id: 'id' },
  drawing: {
    node: names('sourcenames', 'sourceurls'),
    edge: names('fromname', 'toname', 'sourcenames', 'sourceurls'),
  },
  listOf: (text) => readList(text, true) ?? readSpreadsheetList(text),
  // The apostrophe that keeps a spreadsheet from taking a text for a formula.
  cell: (text) => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text),
};

export const csv: ForeignReader = {
  name: 'csv',
  title: 'CSV',
  endings: ['csv', 'tsv', 'tab'],
  isLike: () => false,
  files: 2,
  read: (files) => {
    const tables = files.map((file) => new Table(file));
    const edges = tables.find(({ keys }) => isOfEdges(keys));
    const others = tables.filter((it) => it !== edges);
    const nodes = others.find(({ keys }) => keys.has('id') || keys.has(':id')) ?? others[0];
    const leftOut = others.filter((it) => it !== nodes).map(({ name }) => [`table ${name}`, 1] as const);
    return new TableReading(nodes, edges, new Map(leftOut)).graph();
  },
};

class TableReading {
  readonly #nodeTable: Table | undefined;
  readonly #edgeTable: Table | undefined;
  readonly #dialect: Dialect;
  readonly #spaces: Readonly<Record<'node' | 'from' | 'to', string | undefined>>;
  readonly #nodes: ForeignNode[] = [];
  readonly #edges: ForeignEdge[] = [];
  readonly #leftOut: Map<string, number>;

  constructor(nodeTable: Table | undefined, edgeTable: Table | undefined, leftOut: Map<string, number>) {
    this.#leftOut = leftOut;
    this.#nodeTable = nodeTable;
    this.#edgeTable = edgeTable;
    const dialect = dialectOf((edgeTable ?? nodeTable)?.keys);
    // A table of nodes may have plain headers beside one of edges that has Neo4j's.
    this.#dialect = { ...dialect, node: (nodeTable ? dialectOf(nodeTable.keys) : dialect).node };
    const { node, edge } = this.#dialect;
    nodeTable?.mustHave(node.id, edgeTable !== undefined);
    // Neo4j tells nodes of several spaces apart, where the headers name them: `:ID(Person)`, `:START_ID(Person)`.
    const [space, from, to] = [nodeTable?.spaceOf(node.id), edgeTable?.spaceOf(edge.from), edgeTable?.spaceOf(edge.to)];
    this.#spaces = { node: space, from: space && (from ?? space), to: space && (to ?? space) };
  }

  graph(): ForeignGraph {
    const { node, edge, drawing, listOf } = this.#dialect;
    for (const row of this.#nodeTable?.rows(this.#leftOut, this.#dialect.cell) ?? []) {
      addThing(this.#nodes, { id: this.#idOf('node', row.get(node.id)), attributes: row.attributes(node), at: row.at });
    }
    for (const row of this.#edgeTable?.rows(this.#leftOut, this.#dialect.cell) ?? []) this.#addEdge(row);
    if (!this.#nodeTable) this.#addEnds();
    return {
      nodes: this.#nodes,
      edges: this.#edges,
      declared: {
        node: this.#nodeTable?.namesBeside(node) ?? [],
        edge: this.#edgeTable?.namesBeside(edge) ?? [],
      },
      called: {
        node: this.#nodeTable?.called({ id: node.id }) ?? {},
        edge: this.#edgeTable?.called({ id: edge.id, source: edge.from, target: edge.to }) ?? {},
      },
      drawing,
      listOf,
      ownId: (id) => id.split('\0')[0] ?? id,
      leftOut: this.#leftOut,
    };
  }

  #idOf(which: 'node' | 'from' | 'to', id: string): string {
    const space = this.#spaces[which];
    return space === undefined ? id : `${id}\0${space}`;
  }

  #addEdge(row: Row): void {
    const { edge } = this.#dialect;
    const direction = edge.direction === undefined ? undefined : row.find(edge.direction)?.toLowerCase();
    const [from, to] = [this.#idOf('from', row.get(edge.from)), this.#idOf('to', row.get(edge.to))];
    const attributes = row.attributes(edge);
    const { at } = row;
    addThing(this.#edges, { id: row.find(edge.id), from, to, directed: direction !== 'undirected', attributes, at });
    if (direction !== 'mutual' || from === to) return;
    addThing(this.#edges, { id: undefined, from: to, to: from, directed: true, isMirror: true, attributes, at });
  }

  #addEnds(): void {
    const known = new Set<string>();
    for (const { from, to, at } of this.#edges) {
      for (const id of [from, to]) if (!known.has(id)) addThing(this.#nodes, { id, attributes: {}, at });
      known.add(from).add(to);
    }
  }
}

function dialectOf(keys: ReadonlySet<string> = new Set()): Dialect {
  if (keys.has(':start_id') || keys.has(':id')) return neo4j;
  if (keys.has('source') && keys.has('target')) return keys.has('kind') ? gephi : sourceAndTarget;
  return spreadsheet;
}

function isOfEdges(keys: ReadonlySet<string>): boolean {
  const { edge } = dialectOf(keys);
  return keys.has(edge.from) && keys.has(edge.to);
}
