/**
 * JSON Lines of statements, the form that loses nothing: what `formats/write/json-lines.ts` writes, read line by line.
 *
 * The bounds of dates are not read: they follow from what is written of them.
 */
import { isDeeper } from '../../base/located.ts';
import type { Position } from '../../base/problem.ts';
import type { SourceFile } from '../../base/source-file.ts';
import { STATEMENT_FORM } from '../../formats/write/json-lines.ts';
import {
  addThing,
  type ForeignEdge,
  type ForeignGraph,
  type ForeignNode,
  type ForeignReader,
  type ForeignRemark,
  Malformed,
  names,
  noLists,
} from '../foreign-graph.ts';
import { attributesOf, idText, isObject, type JsonObject, readJson } from '../json-items.ts';
import { brokenFile } from '../problems.ts';

const FORMAT = 'JSON Lines';
/** A claim has sources, which are objects in a list. */
const DEEPEST_CLAIM = 5;

export const jsonLines: ForeignReader = {
  name: 'jsonl',
  title: 'JSON Lines of statements',
  endings: ['jsonl', 'ndjson'],
  isLike: (start) => /^\s*\{"record":/.test(start),
  files: 1,
  read: ([file]) => (file ? new StatementReading(file).read() : NOTHING),
};

const NOTHING: ForeignGraph = { nodes: [], edges: [], drawing: { node: names(), edge: names() }, listOf: noLists };

class StatementReading {
  readonly #file: SourceFile;
  readonly #nodes: ForeignNode[] = [];
  readonly #edges: ForeignEdge[] = [];
  readonly #remarks: ForeignRemark[] = [];
  #begun = false;
  #ended = false;

  constructor(file: SourceFile) {
    this.#file = file;
  }

  read(): ForeignGraph {
    const { text } = this.#file;
    for (let start = 0; start < text.length; ) {
      const newline = text.indexOf('\n', start);
      const end = newline === -1 ? text.length : newline;
      if (text.slice(start, end).trim() !== '') this.#readLine(start, end);
      start = end + 1;
    }
    const last = this.#file.positionAt(text.length);
    if (!this.#begun) this.#fail(last, 'there is nothing in it');
    if (!this.#ended) this.#fail(last, 'it has no "end" record, so it was cut short');
    return { ...NOTHING, nodes: this.#nodes, edges: this.#edges, remarks: this.#remarks };
  }

  #readLine(start: number, end: number): void {
    const record = readJson(this.#file, FORMAT, this.#file.text.slice(start, end), start);
    const at = this.#file.positionAt(start);
    if (!isObject(record)) this.#fail(at, 'a line is an object');
    else if (this.#ended) this.#fail(at, 'there are records behind the "end"');
    else this.#add(record, at);
  }

  #add(record: JsonObject, at: Position): void {
    const text = (key: string): string =>
      idText(record[key], at, FORMAT) ?? this.#fail(at, `this record has no "${key}"`);
    if (!this.#begun && record.record !== 'graph') this.#fail(at, 'it does not begin with a "graph" record');
    switch (record.record) {
      case 'graph':
        if (record.form !== STATEMENT_FORM)
          this.#fail(at, `it is of form ${String(record.form)}, and ${STATEMENT_FORM} is known`);
        this.#begun = true;
        break;
      case 'redirect':
        this.#remarks.push({ node: text('to'), says: { replaces: text('from') }, at });
        break;
      case 'claim': {
        const { record: _, node: __, ...claim } = record;
        if (isDeeper(claim, DEEPEST_CLAIM)) this.#fail(at, 'this claim has lists in lists without end');
        this.#remarks.push({ node: text('node'), says: { claim }, at });
        break;
      }
      case 'node':
        addThing(this.#nodes, { id: text('id'), attributes: this.#attributes(record, text('type'), at), at });
        break;
      case 'edge':
        this.#addEdge(record, text, at);
        break;
      case 'end':
        this.#checkEnd(record, at);
        break;
      default:
        this.#fail(at, `there is no record "${String(record.record)}"`);
    }
  }

  #addEdge(record: JsonObject, text: (key: string) => string, at: Position): void {
    const attributes = this.#attributes(record, text('type'), at);
    const { sources } = attributesOf({ sources: record.sources });
    if (sources !== undefined) attributes.sources = sources;
    if ('derivations' in record) attributes.status = 'INFERRED';
    addThing(this.#edges, { id: text('id'), from: text('from'), to: text('to'), directed: true, attributes, at });
  }

  #attributes(record: JsonObject, type: string, at: Position): ReturnType<typeof attributesOf> {
    if (!isObject(record.properties)) this.#fail(at, 'this record has no "properties"');
    const attributes = attributesOf(record.properties);
    attributes.type = type;
    return attributes;
  }

  #checkEnd(record: JsonObject, at: Position): void {
    const claims = this.#remarks.filter((it) => 'claim' in it.says).length;
    const counts = { nodes: this.#nodes.length, claims, edges: this.#edges.length };
    for (const [what, count] of Object.entries(counts)) {
      if (record[what] !== count) this.#fail(at, `it has ${count} ${what}, and should have ${String(record[what])}`);
    }
    this.#ended = true;
  }

  #fail(at: Position, reason: string): never {
    throw new Malformed(brokenFile(at, FORMAT, reason));
  }
}
