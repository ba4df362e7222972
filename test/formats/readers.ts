/**
 * Other people's readers, each with what it makes of a file: nodes and edges as plain records.
 *
 * `holding` says how the format holds what a graph tells, where it cannot hold it as it is.
 */
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { parse as parseCsv } from 'csv-parse/sync';
import cytoscapeReader from 'cytoscape';
import { MultiDirectedGraph, MultiGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import type { PropertyValue } from '../../src/facts/fact.ts';
import { readXmlToken } from '../../src/formats/escapes.ts';
import type { WriteOptions } from '../../src/formats/format.ts';
import {
  type Attributes,
  cleaned,
  type EdgeRecord,
  eachText,
  type GraphRecords,
  type Holding,
} from './graph-records.ts';

/** Writes the file, or one part of it. */
export type Write = (part?: string) => string;

export interface Reader {
  readonly name: string;
  readonly format: string;
  readonly options?: WriteOptions;
  readonly read: (write: Write) => GraphRecords | Promise<GraphRecords>;
  readonly holding: Holding;
  /** Only the torture graph: what it adds to another reader of the format needs no large file. */
  readonly onlyTorture?: boolean;
}

/** Attributes less those that a format adds for drawing, and empty lists. */
function less(attributes: Attributes, ...names: readonly string[]): Attributes {
  const kept = Object.entries(attributes).filter(([name]) => !names.includes(name));
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
}

function ofGraphology(graph: MultiGraph, nodeExtras: readonly string[], edgeExtras: readonly string[]): GraphRecords {
  return {
    nodes: new Map(graph.mapNodes((id, attributes) => [id, less(attributes, ...nodeExtras)])),
    edges: new Map(
      graph.mapEdges((id, attributes, from, to) => [id, { from, to, attributes: less(attributes, ...edgeExtras) }]),
    ),
  };
}

const xmlScalar = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);
const xmlValue = (value: PropertyValue): unknown => xmlScalar(eachText(cleaned)(value));

const gexfHolding: Holding = {
  value: xmlValue,
  nodeId: cleaned,
  nodeNames: { label: 'label_', size: 'size_' },
  edgeNames: { kind: 'kind_', weight: 'weight_' },
};
const readGexf = (write: Write): GraphRecords =>
  ofGraphology(
    parseGexf(MultiDirectedGraph, write()),
    ['label', 'color', 'size', 'shape', 'x', 'y'],
    ['label', 'kind', 'color', 'shape'],
  );

/** A list as the reader takes it apart again where only bars part it. */
function pipedValue(value: PropertyValue): unknown {
  if (typeof value !== 'object') return xmlValue(value);
  const text = cleaned(value.map((it) => String(it).replaceAll('|', '¦')).join('|'));
  return text.split(text.includes('|') ? /\s*\|\s*/ : /\s*,\s*/);
}

const graphmlList = (value: readonly unknown[]): string =>
  cleaned(JSON.stringify(value, (_, it: unknown) => (typeof it === 'bigint' ? String(it) : it)));

/** Ids are tokens in GraphML; the reader's are decoded, so that graphs of any ids can be compared. */
function decoded({ nodes, edges }: GraphRecords): GraphRecords {
  const end = ({ from, to, attributes }: EdgeRecord): EdgeRecord => ({
    from: readXmlToken(from),
    to: readXmlToken(to),
    attributes,
  });
  return {
    nodes: new Map([...nodes].map(([id, it]) => [readXmlToken(id), it])),
    edges: new Map([...edges].map(([id, it]) => [readXmlToken(id), end(it)])),
  };
}

const jsonScalar = (value: PropertyValue): unknown => (typeof value === 'bigint' ? String(value) : value);

interface Row {
  readonly [column: string]: string;
}

const rowsOf = (text: string): Row[] => parseCsv(text, { columns: true, bom: true });

/** Rows without what stands in none of their cells. */
const filled = (row: Row): Attributes => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ''));

function ofTables(
  write: Write,
  names: Readonly<Record<'node' | 'edge' | 'from' | 'to' | 'type', string>>,
): GraphRecords {
  const nodes = rowsOf(write('nodes')).map((row) => [row[names.node] ?? '', less(filled(row), names.node)] as const);
  const edges = rowsOf(write('edges')).map((row) => {
    const attributes = less(filled(row), names.edge, names.from, names.to);
    return [row[names.edge] ?? '', { from: row[names.from] ?? '', to: row[names.to] ?? '', attributes }] as const;
  });
  return { nodes: new Map(nodes), edges: new Map(edges) };
}

/** A cell of a table: nothing tells an empty text from none there. */
const cell =
  (list: (value: readonly unknown[]) => string, change: (text: string) => string = cleaned) =>
  (value: PropertyValue): unknown => {
    const text = change(typeof value === 'object' ? list(value) : String(value));
    return text === '' ? undefined : text;
  };

/** An item of a list in a spreadsheet: in quotes where one could not tell where it ends, or that it is one. */
const listItem = (item: unknown): string => {
  const text = String(item);
  const isUnclear = text === '' || text.includes('; ') || text.startsWith('"') || text.startsWith('[');
  return isUnclear ? `"${text.replaceAll('"', '""')}"` : text;
};

const guarded = (text: string): string => cleaned(/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quotedList = (value: readonly unknown[]): string => {
  const escaped = (text: string): string => text.replace(/["\\]/g, '\\$&');
  return `[${value.map((it) => (typeof it === 'string' ? `"${escaped(it)}"` : String(it))).join(', ')}]`;
};

export const readers: readonly Reader[] = [
  { name: 'graphology-gexf', format: 'gexf', read: readGexf, holding: gexfHolding },
  {
    name: 'graphology-gexf (without lifetimes)',
    format: 'gexf',
    options: { static: true },
    read: readGexf,
    holding: gexfHolding,
    onlyTorture: true,
  },
  {
    name: 'graphology-gexf (version 1.2)',
    format: 'gexf',
    options: { gexfVersion: '1.2' },
    read: readGexf,
    holding: { ...gexfHolding, value: pipedValue },
    onlyTorture: true,
  },
  {
    name: 'graphology-graphml',
    format: 'graphml',
    read: (write) =>
      decoded(ofGraphology(parseGraphml(MultiDirectedGraph, write()), ['label', 'color', 'size'], ['label', 'color'])),
    holding: {
      value: (value) => (typeof value === 'object' ? graphmlList(value) : xmlValue(value)),
      nodeNames: { label: 'label_', size: 'size_' },
    },
  },
  {
    name: 'graphology',
    format: 'graphology',
    read: (write) => ofGraphology(MultiGraph.from(JSON.parse(write())), ['label', 'color', 'size'], ['color']),
    holding: { value: jsonScalar, nodeNames: { label: 'label_', size: 'size_' } },
  },
  {
    name: 'cytoscape',
    format: 'cytoscape',
    read: (write) => {
      const { elements, style } = JSON.parse(write());
      const core = cytoscapeReader({ headless: true, styleEnabled: true, elements, style });
      const nodes = core.nodes().map((it) => [it.id(), less(it.data(), 'id', 'label')] as const);
      const edges = core.edges().map((it) => {
        const { id, source, target, edgeId, ...attributes } = it.data();
        return [edgeId ?? id, { from: source, to: target, attributes }] as const;
      });
      core.destroy();
      return { nodes: new Map(nodes), edges: new Map(edges) };
    },
    holding: { value: jsonScalar, nodeNames: { label: 'label_', parent: 'parent_', source: 'source_' } },
  },
  {
    name: 'JSON.parse',
    format: 'node-link',
    read: (write) => {
      const { nodes, links } = JSON.parse(write());
      return {
        nodes: new Map(nodes.map(({ id, ...attributes }: { id: string }) => [id, attributes])),
        edges: new Map(
          links.map(({ key, source: from, target: to, ...attributes }: Record<string, string>) => [
            key,
            { from, to, attributes },
          ]),
        ),
      };
    },
    holding: { value: jsonScalar },
  },
  {
    name: 'JSON.parse',
    format: 'cx2',
    read: (write) => {
      const aspects = Object.assign({}, ...JSON.parse(write()));
      const idOf = new Map<number, string>(
        aspects.nodes.map((it: { id: number; v: { id: string } }) => [it.id, it.v.id]),
      );
      return {
        nodes: new Map(aspects.nodes.map((it: { v: Attributes }) => [it.v.id, less(it.v, 'id')])),
        edges: new Map(
          aspects.edges.map((it: { s: number; t: number; v: Attributes }) => [
            it.v.id,
            { from: idOf.get(it.s), to: idOf.get(it.t), attributes: less(it.v, 'id') },
          ]),
        ),
      };
    },
    holding: { value: jsonScalar },
  },
  {
    name: 'Graphviz',
    format: 'dot',
    read: async (write) => {
      const graphviz = await Graphviz.load();
      const { objects, edges } = JSON.parse(graphviz.layout(write(), 'dot_json', 'nop'));
      const looks = ['label', 'shape', 'fillcolor', 'color', 'fontcolor', 'style', 'dir', 'fontname', 'fontsize'];
      const drawn = ['_gvid', 'name', 'id', 'head', 'tail', ...looks];
      return {
        nodes: new Map(objects.map((it: { name: string }) => [it.name, less({ ...it }, ...drawn)])),
        edges: new Map(
          edges.map((it: { id: string; tail: number; head: number }) => [
            it.id,
            { from: objects[it.tail].name, to: objects[it.head].name, attributes: less({ ...it }, ...drawn) },
          ]),
        ),
      };
    },
    holding: {
      value: cell(
        (list) => JSON.stringify(list),
        // Backslashes are read in pairs there, and kept as pairs.
        (text) => cleaned(text).replaceAll('\\', '\\\\').replace(/\r\n?/g, '\n'),
      ),
      nodeNames: { name: 'name_', label: 'label_', size: 'size_', ordinal: 'ordinal_' },
      edgeNames: { weight: 'weight_', rank: 'rank_' },
    },
  },
  {
    name: 'csv-parse',
    format: 'csv',
    read: (write) => {
      const { nodes, edges } = ofTables(write, { node: 'id', edge: 'id', from: 'from', to: 'to', type: 'type' });
      const names = ['fromName', 'toName', 'sourceNames', 'sourceUrls'];
      const withoutNames = [...edges].map(
        ([id, it]) => [id, { ...it, attributes: less(it.attributes, ...names) }] as const,
      );
      return {
        nodes: new Map([...nodes].map(([id, it]) => [id, less(it, ...names)])),
        edges: new Map(withoutNames),
      };
    },
    holding: {
      nodeId: guarded,
      value: (value) => {
        const isText = typeof value === 'string' || (typeof value === 'object' && typeof value[0] === 'string');
        return cell((list) => list.map(listItem).join('; '), isText ? guarded : cleaned)(value);
      },
    },
  },
  {
    name: 'csv-parse',
    format: 'csv-gephi',
    read: (write) => {
      const names = { node: 'Id', edge: 'Id', from: 'Source', to: 'Target', type: 'Kind' };
      // Gephi unescapes backslashes, and takes 1.0 for a number.
      const asInGephi = (text: string): string =>
        text.replaceAll('\\\\', '\\').replace(/(?<=,)(-?\d+)\.0(?=[,\n])/g, '$1');
      const { nodes, edges } = ofTables((part) => asInGephi(write(part)), names);
      return {
        nodes: new Map([...nodes].map(([id, it]) => [id, less(it, 'Label')])),
        edges: new Map(
          [...edges].map(
            ([
              id,
              {
                attributes: { Kind, Type, Label, ...attributes },
                ...ends
              },
            ]) => [id, { ...ends, attributes: { ...attributes, type: Kind } }],
          ),
        ),
      };
    },
    holding: {
      value: cell(quotedList),
      nodeNames: { label: 'label_', source: 'source_' },
      edgeNames: { kind: 'kind_', weight: 'weight_' },
    },
  },
  {
    name: 'csv-parse',
    format: 'csv-neo4j',
    read: (write) => {
      const plain = (text: string): string =>
        text.replace(/^.*\n/, (head) =>
          head.replace(/:(?:string|int|long|double|boolean|datetime|date|ID)(?:\[\])?/g, ''),
        );
      const names = { node: 'id', edge: 'id', from: ':START_ID', to: ':END_ID', type: ':TYPE' };
      const { nodes, edges } = ofTables((part) => plain(write(part)), names);
      return {
        nodes: new Map([...nodes].map(([id, { ':LABEL': type, ...it }]) => [id, { ...it, type }])),
        edges: new Map(
          [...edges].map(
            ([
              id,
              {
                attributes: { ':TYPE': type, ...it },
                ...ends
              },
            ]) => [id, { ...ends, attributes: { ...it, type } }],
          ),
        ),
      };
    },
    holding: { value: cell((list) => list.map((it) => String(it).replaceAll(';', ',')).join(';')) },
  },
];
