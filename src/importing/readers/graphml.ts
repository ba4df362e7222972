/**
 * GraphML, as yEd, igraph, networkx and others write it: keys with names, nodes and edges with data.
 */
import type { PropertyValue } from '../../facts/fact.ts';
import { readXmlToken } from '../../formats/text/xml-text.ts';
import {
  addThing,
  type ForeignEdge,
  type ForeignNode,
  type ForeignReader,
  Malformed,
  names,
} from '../foreign-graph.ts';
import { brokenFile } from '../problems.ts';
import { checkDefaults, readXml, required, type XmlElement, type XmlHandler } from '../xml-elements.ts';

const FORMAT = 'GraphML';

export const graphml: ForeignReader = {
  name: 'graphml',
  title: FORMAT,
  endings: ['graphml'],
  isLike: (start) => /<graphml[\s>]/.test(start),
  files: 1,
  read: ([file]) => {
    const reading = new GraphmlReading();
    if (file) readXml(file, FORMAT, reading);
    return {
      nodes: reading.nodes,
      edges: reading.edges,
      drawing: { node: names('label', 'color', 'size', 'x', 'y'), edge: names('label', 'color') },
      listOf: jsonList,
    };
  },
};

interface Key {
  readonly name: string;
  readonly of: string;
  readonly type: string;
  default?: string;
}

class GraphmlReading implements XmlHandler {
  readonly root = 'graphml';
  readonly texts: ReadonlySet<string> = new Set(['data', 'default']);
  readonly nodes: ForeignNode[] = [];
  readonly edges: ForeignEdge[] = [];
  readonly #keys = new Map<string, Key>();
  #key = '';
  #defaults = 0;
  #undirected = false;
  #attributes: Record<string, PropertyValue> | undefined;
  /** Graphs may lie in nodes. */
  readonly #around: (Record<string, PropertyValue> | undefined)[] = [];

  open(element: XmlElement): void {
    const { name, attributes } = element;
    if (name === 'graph') this.#undirected = attributes.edgedefault === 'undirected';
    else if (name === 'key') this.#openKey(element);
    else if (name === 'default') checkDefaults(this.#defaults++, element, FORMAT);
    else if (name === 'data') this.#key = required(element, 'key', FORMAT);
    else if (name === 'node') {
      const id = readXmlToken(required(element, 'id', FORMAT));
      addThing(this.nodes, { id, attributes: this.#begin('node'), at: element.at });
    } else if (name === 'edge') this.#openEdge(element);
    else if (name === 'hyperedge') {
      throw new Malformed(
        brokenFile(element.at, FORMAT, 'an edge between more than two nodes has no place in a graph of ours'),
      );
    }
  }

  close(name: string, text: string): void {
    const key = this.#keys.get(this.#key);
    if (name === 'default' && key) key.default = text.trim();
    else if (name === 'data') this.#addValue(key ?? { name: this.#key, type: '' }, text);
    else if (name === 'node' || name === 'edge') this.#attributes = this.#around.pop();
  }

  #addValue({ name, type }: Pick<Key, 'name' | 'type'>, text: string): void {
    if (!this.#attributes) return;
    // igraph makes an attribute of the token that an id was; networkx writes `True`.
    if (name === 'id') this.#attributes.id = readXmlToken(text);
    else this.#attributes[name] = type === 'boolean' ? text.trim().toLowerCase() : text;
  }

  #openKey(element: XmlElement): void {
    this.#key = required(element, 'id', FORMAT);
    const { 'attr.name': name, 'attr.type': type = '', 'yfiles.type': kind, for: of = 'all' } = element.attributes;
    this.#keys.set(this.#key, { name: name ?? kind ?? this.#key, of, type });
  }

  #openEdge(element: XmlElement): void {
    const { id, directed } = element.attributes;
    const [from, to] = ['source', 'target'].map((it) => readXmlToken(required(element, it, FORMAT)));
    addThing(this.edges, {
      id: id === undefined ? undefined : readXmlToken(id),
      from: from ?? '',
      to: to ?? '',
      directed: directed === undefined ? !this.#undirected : directed === 'true',
      attributes: this.#begin('edge'),
      at: element.at,
    });
  }

  #begin(of: 'node' | 'edge'): Record<string, PropertyValue> {
    this.#around.push(this.#attributes);
    const attributes: Record<string, PropertyValue> = {};
    for (const key of this.#keys.values()) {
      if (key.default !== undefined && (key.of === of || key.of === 'all')) attributes[key.name] = key.default;
    }
    this.#attributes = attributes;
    return attributes;
  }
}

/** GraphML has no lists, so ours are JSON. */
function jsonList(text: string): string[] | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(String) : undefined;
  } catch {
    return undefined;
  }
}
