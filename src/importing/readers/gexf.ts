/**
 * GEXF 1.1 to 1.3, as Gephi and others write it: typed attributes of nodes and edges. What it says of looks, places and
 * lifetimes is not read: dates are attributes.
 */
import type { PropertyValue } from '../../facts/fact.ts';
import { addThing, type ForeignEdge, type ForeignNode, type ForeignReader, names } from '../foreign-graph.ts';
import { checkDefaults, readXml, required, type XmlElement, type XmlHandler } from '../xml-elements.ts';

const FORMAT = 'GEXF';

export const gexf: ForeignReader = {
  name: 'gexf',
  title: FORMAT,
  endings: ['gexf'],
  isLike: (start) => /<gexf[\s>]/.test(start),
  files: 1,
  read: ([file]) => {
    const reading = new GexfReading();
    if (file) readXml(file, FORMAT, reading);
    return {
      nodes: reading.nodes,
      edges: reading.edges,
      drawing: {
        node: names('label', 'color', 'size', 'shape', 'x', 'y', 'z', 'viz'),
        edge: names('label', 'color', 'thickness', 'shape', 'kind', 'weight', 'start', 'end', 'viz'),
      },
      listOf: (text) => (text.startsWith('[') ? readQuotedList(text) : text.split('|')),
    };
  },
};

/** What the elements themselves say, beside their values. */
const NODE_NAMES = ['label'];
const EDGE_NAMES = ['label', 'kind', 'weight', 'start', 'end'];

const DIRECTIONS: readonly string[] = ['directed', 'undirected', 'mutual'];

type Thing = { attributes: Record<string, PropertyValue> };

class GexfReading implements XmlHandler {
  readonly root = 'gexf';
  readonly texts: ReadonlySet<string> = new Set(['default']);
  readonly nodes: ForeignNode[] = [];
  readonly edges: ForeignEdge[] = [];
  /** Titles of attributes by their ids, of nodes and of edges. */
  readonly #titles = { node: new Map<string, string>(), edge: new Map<string, string>() };
  readonly #defaults = { node: new Map<string, string>(), edge: new Map<string, string>() };
  #class: 'node' | 'edge' = 'node';
  #attribute = '';
  #undirected = false;
  #thing: Thing | undefined;
  /** Nodes may lie in nodes. */
  readonly #around: (Thing | undefined)[] = [];

  open(element: XmlElement): void {
    const { name, attributes } = element;
    if (name === 'graph') this.#undirected = attributes.defaultedgetype === 'undirected';
    else if (name === 'attributes') this.#class = attributes.class === 'edge' ? 'edge' : 'node';
    else if (name === 'attribute') {
      this.#attribute = required(element, 'id', FORMAT);
      this.#titles[this.#class].set(this.#attribute, attributes.title ?? this.#attribute);
    } else if (name === 'default') checkDefaults(this.#defaults[this.#class].size, element, FORMAT);
    else if (name === 'node') this.#openNode(element);
    else if (name === 'edge') this.#openEdge(element);
    else if (name === 'attvalue') this.#addValue(element);
  }

  close(name: string, text: string): void {
    if (name === 'default') this.#defaults[this.#class].set(this.#attribute, text.trim());
    else if (name === 'node' || name === 'edge') this.#thing = this.#around.pop();
  }

  #openNode(element: XmlElement): void {
    const attributes = this.#begin('node', element, NODE_NAMES);
    addThing(this.nodes, { id: required(element, 'id', FORMAT), attributes, at: element.at });
  }

  #openEdge(element: XmlElement): void {
    const { id, kind, type = this.#undirected ? 'undirected' : 'directed' } = element.attributes;
    const attributes = this.#begin('edge', element, EDGE_NAMES);
    // An attribute may say it better, and then comes later; networkx writes what an edge calls its type for its direction.
    const said = kind ?? (DIRECTIONS.includes(type) ? undefined : type);
    if (said !== undefined) attributes.type ??= said;
    const [from, to] = [required(element, 'source', FORMAT), required(element, 'target', FORMAT)];
    addThing(this.edges, { id, from, to, directed: type !== 'undirected', attributes, at: element.at });
  }

  #begin(of: 'node' | 'edge', element: XmlElement, own: readonly string[]): Record<string, PropertyValue> {
    this.#class = of;
    // Filled one by one: adding to a copy of another object takes fifteen times as long.
    const attributes: Record<string, PropertyValue> = {};
    for (const name of own) {
      const value = element.attributes[name];
      if (value !== undefined) attributes[name] = value;
    }
    for (const [id, value] of this.#defaults[of]) attributes[this.#titles[of].get(id) ?? id] = value;
    this.#around.push(this.#thing);
    this.#thing = { attributes };
    return attributes;
  }

  #addValue(element: XmlElement): void {
    // Before version 1.2 it was called `id`.
    const id = element.attributes.for ?? required(element, 'id', FORMAT);
    const title = this.#titles[this.#class].get(id) ?? id;
    if (this.#thing) this.#thing.attributes[title] = element.attributes.value ?? '';
  }
}

/**
 * `["a", "b"]`, with backslashes before quotes and backslashes; items without quotes too, as Gephi writes them. A quote
 * that is never closed ends with the list: to look for its end again from every quote behind it would take forever.
 */
export function readQuotedList(text: string): string[] | undefined {
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  const items = text.slice(1, -1).matchAll(/"([^"\\]*(?:\\.[^"\\]*)*)(?:"|\\?$)|([^,"\s][^,"]*)/gs);
  return [...items].map(([, quoted, plain]) =>
    quoted === undefined ? plainItem(plain ?? '') : quoted.replace(/\\(.)/gs, (_, it: string) => unescaped[it] ?? it),
  );
}

/** Gephi writes an empty text as `null`. */
const plainItem = (text: string): string => (text.trim() === 'null' ? '' : text.trim());

const unescaped: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
