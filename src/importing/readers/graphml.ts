/**
 * GraphML, as yEd, igraph, networkx and others write it: keys with names, nodes and edges with data.
 *
 * A node of a graph within a node has that one's id as `parent`. Of what yEd draws, the labels are read: the first one is
 * the value of its key (`nodegraphics`), further ones are `nodegraphics.more`.
 */
import type { PropertyValue } from '../../facts/fact.ts';
import { readXmlToken, xmlToken } from '../../formats/escapes.ts';
import {
  addThing,
  addValue,
  countOne,
  type ForeignEdge,
  type ForeignGraph,
  type ForeignNode,
  type ForeignReader,
  Malformed,
  names,
  plainValue,
} from '../foreign-graph.ts';
import { brokenFile, severalValues } from '../problems.ts';
import { checkDefaults, readXml, required, type XmlElement, type XmlHandler } from '../xml-elements.ts';

const FORMAT = 'GraphML';

export const graphml: ForeignReader = {
  name: 'graphml',
  title: FORMAT,
  endings: ['graphml'],
  isLike: (start) => /<(?:\w+:)?graphml[\s>]/.test(start),
  files: 1,
  read: ([file]) => {
    let reading = new GraphmlReading();
    if (file) readXml(file, FORMAT, reading);
    // Keys stand before the graph, and not all programs know it.
    if (file && reading.isDeclaredLate) readXml(file, FORMAT, (reading = new GraphmlReading(reading)));
    return reading.graph();
  },
};

interface Key {
  readonly id: string;
  readonly name: string;
  readonly of: string;
  readonly type: string;
  default?: string;
}

interface Thing {
  readonly id: string;
  readonly of: 'node' | 'edge';
  readonly attributes: Record<string, PropertyValue>;
  /** Names of what it says itself; the rest are defaults. */
  readonly given: Set<string>;
  readonly at: XmlElement['at'];
}

/** Elements of yEd that hold a label. */
const LABELS: ReadonlySet<string> = new Set(['NodeLabel', 'EdgeLabel']);

class GraphmlReading implements XmlHandler {
  readonly root = 'graphml';
  readonly texts: ReadonlySet<string> = new Set(['data', 'default']);
  readonly #nodes: ForeignNode[] = [];
  readonly #edges: ForeignEdge[] = [];
  /** True when a key is declared behind a thing that may have data of it. */
  isDeclaredLate = false;
  readonly #keys: Map<string, Key[]>;
  readonly #withDefault: Set<Key>;
  readonly #leftOut = new Map<string, number>();
  readonly #several = new Map<string, ReturnType<typeof severalValues>>();
  readonly #areKnown: boolean;
  #key: Key | undefined;
  #data = '';
  #defaults = 0;
  #undirected = false;
  #thing: Thing | undefined;
  /** Graphs may lie in nodes. */
  readonly #around: (Thing | undefined)[] = [];
  /** Of the data at hand: labels by the variant of a group that they are of, and which variant is shown. */
  #labels: string[][] = [];
  #shown = 0;
  #variant = 0;
  #isDrawing = false;

  /** With the keys that an earlier reading of the file found. */
  constructor(earlier?: GraphmlReading) {
    this.#keys = earlier ? earlier.#keys : new Map();
    this.#withDefault = earlier ? earlier.#withDefault : new Set();
    this.#areKnown = earlier !== undefined;
  }

  isNamespace(uri: string): boolean {
    return /graphml\.graphdrawing\.org\/xmlns/.test(uri);
  }

  graph(): ForeignGraph {
    const declared = (of: string): string[] =>
      [...this.#keys.values()].flat().flatMap((it) => (it.of === of || it.of === 'all' ? it.name : []));
    // Ids that cannot stand in XML are written as codes by us; who else writes so has an underscore and an x in an id.
    const isOurs = this.#keys.has('n.type');
    const decoded = (id: string): string => (isOurs ? readXmlToken(id) : id);
    const own = (id: string): string => (xmlToken(readXmlToken(id)) === id ? readXmlToken(id) : id);
    for (const [i, node] of this.#nodes.entries()) if (isOurs) this.#nodes[i] = { ...node, id: decoded(node.id) };
    for (const [i, edge] of this.#edges.entries()) {
      const id = edge.id === undefined ? undefined : own(edge.id);
      this.#edges[i] = { ...edge, id, from: decoded(edge.from), to: decoded(edge.to) };
    }
    return {
      nodes: this.#nodes,
      edges: this.#edges,
      declared: { node: declared('node'), edge: declared('edge') },
      drawing: { node: names('label', 'color', 'size', 'x', 'y'), edge: names('label', 'color') },
      listOf: jsonList,
      ...(!isOurs && { ownId: own }),
      leftOut: this.#leftOut,
      warnings: [...this.#several.values()],
    };
  }

  open(element: XmlElement): void {
    const { name, attributes } = element;
    const local = name.slice(name.indexOf(':') + 1);
    if (name === 'graph') this.#undirected = attributes.edgedefault === 'undirected';
    else if (name === 'key') this.#openKey(element);
    else if (name === 'default') checkDefaults(this.#defaults++, element, FORMAT);
    else if (name === 'data') this.#openData(element);
    else if (name === 'node') this.#openNode(element);
    else if (name === 'edge') this.#openEdge(element);
    else if (name === 'hyperedge') {
      throw new Malformed(
        brokenFile(element.at, FORMAT, 'an edge between more than two nodes has no place in a graph of ours'),
      );
    } else if (local === 'Realizers') this.#shown = Number(attributes.active ?? 0);
    else if (LABELS.has(local)) this.#isDrawing = true;
  }

  close(name: string, text: string): void {
    const local = name.slice(name.indexOf(':') + 1);
    if (name === 'default' && this.#key) {
      this.#key.default = text.trim();
      if (!this.#areKnown) this.#withDefault.add(this.#key);
    } else if (name === 'data') this.#closeData(text);
    else if (name === 'node' || name === 'edge') this.#thing = this.#around.pop();
    else if (LABELS.has(local)) this.#addLabel(text.trim());
    else if (/(?:Node|Group)$/.test(local) && this.#labels.length > 0) this.#variant++;
  }

  #addLabel(label: string): void {
    const variant = (this.#labels[this.#variant] ??= []);
    if (label !== '') variant.push(label);
  }

  #openData(element: XmlElement): void {
    this.#data = required(element, 'key', FORMAT);
    const all = this.#keys.get(this.#data) ?? [];
    const of = this.#thing?.of;
    this.#key = all.find((it) => it.of === of) ?? all.find((it) => it.of === 'all') ?? all.at(-1);
    [this.#labels, this.#shown, this.#variant, this.#isDrawing] = [[], 0, 0, false];
  }

  #closeData(text: string): void {
    const { name, type } = this.#key ?? { name: this.#data, type: '' };
    if (!this.#thing) {
      countOne(this.#leftOut, `${name} (of the graph)`);
      return;
    }
    if (!this.#isDrawing) {
      this.#addValue(name, type, text);
      return;
    }
    const [first, ...more] = this.#labels[this.#shown] ?? this.#labels.find((it) => it.length > 0) ?? [];
    if (first !== undefined) this.#addValue(name, type, first);
    if (more.length > 0) this.#thing.attributes[`${name}.more`] = more;
  }

  #addValue(name: string, type: string, text: string): void {
    if (!this.#thing) return;
    const { attributes, given, at } = this.#thing;
    const value = plainValue(text, type);
    if (value === undefined) countOne(this.#leftOut, `${name} (NaN)`);
    else if (given.has(name)) {
      addValue(attributes, name, value);
      if (!this.#several.has(name)) this.#several.set(name, severalValues(at, name));
    } else if (name !== '__proto__') attributes[name] = value;
    given.add(name);
  }

  #openKey(element: XmlElement): void {
    const id = required(element, 'id', FORMAT);
    const { 'attr.name': name, 'attr.type': type = '', 'yfiles.type': kind, for: of = 'all' } = element.attributes;
    this.isDeclaredLate ||= this.#nodes.length > 0;
    this.#key = { id, name: name ?? kind ?? id, of, type: type.toLowerCase() };
    const known = this.#keys.get(id);
    if (this.#areKnown) return;
    if (known) known.push(this.#key);
    else this.#keys.set(id, [this.#key]);
  }

  #openNode(element: XmlElement): void {
    const id = required(element, 'id', FORMAT);
    const parent = this.#thing?.id;
    const attributes = this.#begin('node', id, element);
    if (parent !== undefined) attributes.parent ??= parent;
    addThing(this.#nodes, { id, attributes, at: element.at });
  }

  #openEdge(element: XmlElement): void {
    const { id, directed, sourceport, targetport } = element.attributes;
    const attributes = this.#begin('edge', id ?? '', element);
    if (sourceport !== undefined) attributes.sourceport = sourceport;
    if (targetport !== undefined) attributes.targetport = targetport;
    addThing(this.#edges, {
      id,
      from: required(element, 'source', FORMAT),
      to: required(element, 'target', FORMAT),
      directed: directed === undefined ? !this.#undirected : plainValue(directed, 'boolean') === 'true',
      attributes,
      at: element.at,
    });
  }

  #begin(of: 'node' | 'edge', id: string, { at }: XmlElement): Record<string, PropertyValue> {
    this.#around.push(this.#thing);
    const attributes: Record<string, PropertyValue> = {};
    for (const key of this.#withDefault) {
      const value = key.default === undefined ? undefined : plainValue(key.default, key.type);
      if (value !== undefined && (key.of === of || key.of === 'all')) attributes[key.name] = value;
    }
    this.#thing = { id, of, attributes, given: new Set(), at };
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
