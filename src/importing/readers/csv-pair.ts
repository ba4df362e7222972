/**
 * Two tables, of nodes and of edges: as spreadsheets, Gephi and Neo4j's importer have them, told apart by their headers.
 */
import type { SourceFile } from '../../base/source-file.ts';
import type { PropertyValue } from '../../facts/fact.ts';
import { CsvCursor } from '../../loading/reading/csv-cursor.ts';
import {
  addThing,
  type ForeignEdge,
  type ForeignGraph,
  type ForeignNode,
  type ForeignReader,
  Malformed,
  names,
} from '../foreign-graph.ts';
import { brokenFile } from '../problems.ts';
import { readQuotedList } from './gexf.ts';

const FORMAT = 'a table';

/** What the columns of a node or an edge are called, in lower case. */
interface Meanings {
  readonly id: string;
  readonly type: string;
  readonly from?: string;
  readonly to?: string;
  readonly direction?: string;
}

interface Dialect {
  readonly node: Meanings;
  readonly edge: Meanings & { readonly from: string; readonly to: string };
  readonly drawing: ForeignGraph['drawing'];
  readonly listOf: (text: string) => readonly string[] | undefined;
  /** The text of a cell as it was before it was made fit for the program. */
  readonly cell?: (text: string) => string;
}

const items = (separator: string) => (text: string) => text.split(separator);

/** What is most usual. `type` may be the type of an edge, or what Gephi means by it. */
const sourceAndTarget: Dialect = {
  node: { id: 'id', type: 'type' },
  edge: { from: 'source', to: 'target', type: 'type', id: 'id', direction: 'type' },
  drawing: { node: names('label'), edge: names('label') },
  listOf: readQuotedList,
};
/** As we write tables for Gephi: it unescapes backslashes, so they are doubled. */
const gephi: Dialect = {
  ...sourceAndTarget,
  edge: { ...sourceAndTarget.edge, type: 'kind' },
  cell: (text) => text.replaceAll('\\\\', '\\'),
};
const neo4j: Dialect = {
  node: { id: 'id', type: ':label' },
  edge: { from: ':start_id', to: ':end_id', type: ':type', id: 'id' },
  drawing: { node: names(), edge: names() },
  listOf: items(';'),
};
const spreadsheet: Dialect = {
  node: { id: 'id', type: 'type' },
  edge: { from: 'from', to: 'to', type: 'type', id: 'id' },
  drawing: { node: names(), edge: names('fromname', 'toname') },
  listOf: items('; '),
  // The apostrophe that keeps a spreadsheet from taking a text for a formula.
  cell: (text) => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text),
};

export const csvPair: ForeignReader = {
  name: 'csv',
  title: 'CSV',
  endings: ['csv'],
  isLike: () => false,
  files: 2,
  read: ([nodeFile, edgeFile]) => {
    const nodes: ForeignNode[] = [];
    const edges: ForeignEdge[] = [];
    const edgeTable = new Table(edgeFile);
    const dialect = dialectOf(edgeTable.columns);
    const { node, edge } = dialect;
    for (const row of new Table(nodeFile).rows(dialect)) {
      addThing(nodes, { id: row.get(node.id), attributes: row.attributes(node), at: row.at });
    }
    for (const row of edgeTable.rows(dialect)) {
      const direction = edge.direction === undefined ? undefined : row.find(edge.direction);
      addThing(edges, {
        id: row.find(edge.id),
        from: row.get(edge.from),
        to: row.get(edge.to),
        directed: direction?.toLowerCase() !== 'undirected',
        attributes: row.attributes(edge),
        at: row.at,
      });
    }
    return { nodes, edges, drawing: dialect.drawing, listOf: dialect.listOf };
  },
};

function dialectOf(columns: readonly string[]): Dialect {
  if (columns.includes(':start_id')) return neo4j;
  if (!columns.includes('source')) return spreadsheet;
  return columns.includes('kind') ? gephi : sourceAndTarget;
}

/** The name of a column. Neo4j has types behind colons, `name:string`, and `personId:ID(Person)` for what is the id. */
function nameOf(header: string): string {
  if (/:ID(?:\(.*\))?$/i.test(header)) return 'id';
  return header.replace(/^.*(:(?:START|END)_ID)(?:\(.*\))?$/i, '$1').replace(/(?<=.):.*$/, '');
}

/** What stands in a column of directions. */
const DIRECTION = /^(?:un)?directed$/i;

class Table {
  /** Names of the columns, in lower case and without the types of Neo4j. */
  readonly columns: readonly string[];
  readonly #names: readonly string[];
  readonly #rows: CsvCursor;

  constructor(file: SourceFile | undefined) {
    if (!file) throw new Malformed(brokenFile({ file: '', line: 1, column: 1 }, FORMAT, 'there is no such file'));
    this.#rows = new CsvCursor(file);
    if (!this.#rows.next()) throw new Malformed(brokenFile(file.positionAt(0), FORMAT, 'it is empty'));
    this.#refuseFault();
    this.#names = Array.from({ length: this.#rows.count }, (_, i) => nameOf(this.#rows.cell(i).trim()));
    this.columns = this.#names.map((it) => it.toLowerCase());
  }

  *rows({ cell = (text: string) => text }: Dialect): Generator<Row> {
    const rows = this.#rows;
    while (rows.next()) {
      this.#refuseFault();
      if (rows.count !== this.columns.length) {
        const at = rows.placeOf(Math.min(rows.count, this.columns.length) - 1);
        const reason = `this row has ${rows.count} cells, and there are ${this.columns.length} columns`;
        throw new Malformed(brokenFile(at, FORMAT, reason));
      }
      const texts = this.columns.map((_, i) => cell(rows.cell(i)));
      yield new Row(this.columns, this.#names, texts, { file: rows.file.name, line: rows.line, column: 1 });
    }
  }

  #refuseFault(): void {
    const { fault } = this.#rows;
    if (fault) throw new Malformed(brokenFile(fault.at, FORMAT, fault.reason));
  }
}

class Row {
  readonly at: ForeignNode['at'];
  readonly #columns: readonly string[];
  readonly #names: readonly string[];
  readonly #texts: readonly string[];

  constructor(columns: readonly string[], names: readonly string[], texts: readonly string[], at: ForeignNode['at']) {
    this.#columns = columns;
    this.#names = names;
    this.#texts = texts;
    this.at = at;
  }

  /** The text of a column; undefined where the cell is empty. */
  find(column: string): string | undefined {
    return this.#texts[this.#columns.indexOf(column)] || undefined;
  }

  get(column: string): string {
    const text = this.find(column);
    if (text !== undefined) return text;
    throw new Malformed(brokenFile(this.at, FORMAT, `this row has nothing in the column "${column}"`));
  }

  /** What the columns say that have no meaning of their own, and the type. */
  attributes(own: Meanings): Record<string, PropertyValue> {
    const meant = Object.values(own);
    const attributes: Record<string, PropertyValue> = {};
    for (const [i, text] of this.#texts.entries()) {
      if (text !== '' && !meant.includes(this.#columns[i] ?? '')) attributes[this.#names[i] ?? ''] = text;
    }
    const type = this.find(own.type);
    if (type !== undefined && !(own.type === own.direction && DIRECTION.test(type))) attributes.type = type;
    return attributes;
  }
}
