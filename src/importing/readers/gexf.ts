/**
 * GEXF 1.1 to 1.3, as Gephi and others write it: typed attributes of nodes and edges, lifetimes, and nodes within nodes.
 *
 * What an element says by itself is an attribute too: `label`, `start`, `end`, `spells` (texts such as `2009/2011`) and
 * `pid`, the node that a node lies in. Values of an attribute that change with time are a list, and their times another
 * one behind its name: `role` and `role.when`. What is said of looks and places is not read.
 */
import { addTo } from '../../base/group-by.ts';
import type { PropertyValue } from '../../facts/fact.ts';
import {
  addThing,
  addValue,
  countOne,
  type ForeignEdge,
  type ForeignNode,
  type ForeignReader,
  names,
  plainValue,
} from '../foreign-graph.ts';
import { severalValues } from '../problems.ts';
import { readList } from '../table.ts';
import { checkDefaults, readXml, required, type XmlElement, type XmlHandler } from '../xml-elements.ts';

const FORMAT = 'GEXF';

export const gexf: ForeignReader = {
  name: 'gexf',
  title: FORMAT,
  endings: ['gexf'],
  isLike: (start) => /<(?:\w+:)?gexf[\s>]/.test(start),
  files: 1,
  read: ([file]) => {
    let reading = new GexfReading();
    if (file) readXml(file, FORMAT, reading);
    // Nothing says that attributes are declared before they are used.
    if (file && reading.isDeclaredLate) readXml(file, FORMAT, (reading = new GexfReading(reading)));
    const { nodes, edges, leftOut, titles } = reading;
    const declared = (of: 'node' | 'edge'): string[] => [...titles[of].values()].map(({ title }) => title);
    return {
      nodes,
      edges,
      leftOut,
      warnings: [...reading.several.values()],
      declared: { node: declared('node'), edge: declared('edge') },
      drawing: {
        node: names('label', 'color', 'size', 'shape', 'x', 'y', 'z', 'viz'),
        edge: names('label', 'color', 'thickness', 'shape', 'kind', 'weight', 'start', 'end', 'viz'),
      },
      listOf: reading.listOf,
    };
  },
};

/** What the elements themselves say, beside their values. */
const LIFETIME = ['start', 'end', 'startopen', 'endopen', 'timestamp', 'timestamps', 'intervals'];
const OWN = { node: ['label', 'pid', ...LIFETIME], edge: ['label', 'kind', 'weight', ...LIFETIME] };

const DIRECTIONS: readonly string[] = ['directed', 'undirected', 'mutual'];

type Owner = 'node' | 'edge' | 'graph';

interface Attribute {
  readonly title: string;
  readonly type: string;
}

interface Thing {
  readonly id: string | undefined;
  readonly attributes: Record<string, PropertyValue>;
  /** Names of the attributes whose values the thing itself has given; those of others are defaults. */
  readonly given: Set<string>;
  /** How often an attribute has a value, by time. */
  readonly times: Map<string, string[]>;
}

class GexfReading implements XmlHandler {
  readonly root = 'gexf';
  readonly texts: ReadonlySet<string> = new Set(['default', 'attvalue']);
  readonly nodes: ForeignNode[] = [];
  readonly edges: ForeignEdge[] = [];
  readonly leftOut: Map<string, number> = new Map();
  /** Attributes by their ids, of nodes and of edges. */
  readonly titles: Readonly<Record<Owner, Map<string, Attribute>>>;
  /** A warning for each attribute that has several values in one thing. */
  readonly several: Map<string, ReturnType<typeof severalValues>> = new Map();
  /** True when an attribute is declared behind a thing that may have it. */
  isDeclaredLate = false;
  readonly withDefault: Readonly<Record<Owner, Map<Attribute, string>>>;
  #version = '';
  #class: Owner = 'node';
  #attribute = '';
  #defaults = 0;
  #undirected = false;
  #thing: Thing | undefined;
  #value: XmlElement | undefined;
  /** Nodes may lie in nodes. */
  readonly #around: (Thing | undefined)[] = [];

  /** With what an earlier reading of the file found declared. */
  constructor(earlier?: GexfReading) {
    this.titles = earlier?.titles ?? { node: new Map(), edge: new Map(), graph: new Map() };
    this.withDefault = earlier?.withDefault ?? { node: new Map(), edge: new Map(), graph: new Map() };
  }

  isNamespace(uri: string): boolean {
    return /gexf\.net\/[\w.]+$/.test(uri);
  }

  open(element: XmlElement): void {
    const { name, attributes } = element;
    if (name === 'gexf') this.#version = attributes.version ?? '';
    else if (name === 'graph') this.#undirected = attributes.defaultedgetype === 'undirected';
    else if (name === 'attributes') {
      this.#class = attributes.class === 'edge' || attributes.class === 'graph' ? attributes.class : 'node';
      this.isDeclaredLate ||= this.nodes.length > 0;
    } else if (name === 'attribute') {
      this.#attribute = required(element, 'id', FORMAT);
      const { title = this.#attribute, type = '' } = attributes;
      const known = this.titles[this.#class];
      if (!known.has(this.#attribute)) known.set(this.#attribute, { title, type: type.toLowerCase() });
    } else if (name === 'default') checkDefaults(this.#defaults++, element, FORMAT);
    else if (name === 'node') this.#openNode(element);
    else if (name === 'edge') this.#openEdge(element);
    else if (name === 'attvalue') this.#value = element;
    else if (name === 'spell' && this.#thing) addValue(this.#thing.attributes, 'spells', [timeOf(element)]);
    else if (name === 'parent' && this.#thing)
      addValue(this.#thing.attributes, 'pid', required(element, 'for', FORMAT));
  }

  close(name: string, text: string): void {
    if (name === 'default') {
      const attribute = this.titles[this.#class].get(this.#attribute);
      if (attribute) this.withDefault[this.#class].set(attribute, text.trim());
    } else if (name === 'attvalue' && this.#value) this.#addValue(this.#value, text.trim());
    else if (name === 'node' || name === 'edge') {
      this.#addTimes();
      this.#thing = this.#around.pop();
    }
  }

  #openNode(element: XmlElement): void {
    const id = required(element, 'id', FORMAT);
    const outer = this.#thing?.id;
    const attributes = this.#begin('node', element, id);
    if (outer !== undefined) attributes.pid ??= outer;
    addThing(this.nodes, { id, attributes, at: element.at });
  }

  #openEdge(element: XmlElement): void {
    const { id, kind, type = this.#undirected ? 'undirected' : 'directed' } = element.attributes;
    const attributes = this.#begin('edge', element, undefined);
    // An attribute may say it better, and then comes later; networkx writes what an edge calls its type for its direction.
    const named = kind ?? (DIRECTIONS.includes(type) ? undefined : type);
    if (named !== undefined) attributes.type ??= named;
    const [from, to] = [required(element, 'source', FORMAT), required(element, 'target', FORMAT)];
    const { at } = element;
    addThing(this.edges, { id, from, to, directed: type !== 'undirected', attributes, at });
    if (type !== 'mutual' || from === to) return;
    addThing(this.edges, { id: undefined, from: to, to: from, directed: true, isMirror: true, attributes, at });
  }

  #begin(of: 'node' | 'edge', element: XmlElement, id: string | undefined): Record<string, PropertyValue> {
    this.#class = of;
    // Filled one by one: adding to a copy of another object takes fifteen times as long.
    const attributes: Record<string, PropertyValue> = {};
    for (const name of OWN[of]) {
      const value = element.attributes[name];
      if (value !== undefined) attributes[name] = value;
    }
    for (const [attribute, text] of this.withDefault[of]) {
      const value = this.#valueOf(attribute, text);
      if (value !== undefined) attributes[attribute.title] = value;
    }
    this.#around.push(this.#thing);
    this.#thing = { id, attributes, given: new Set(), times: new Map() };
    return attributes;
  }

  #valueOf({ type }: Attribute, text: string): PropertyValue | undefined {
    return type.startsWith('list') ? (this.listOf(text) ?? text) : plainValue(text, type);
  }

  #addValue(element: XmlElement, text: string): void {
    // Before version 1.2 it was called `id`.
    const id = element.attributes.for ?? required(element, 'id', FORMAT);
    const of = this.#class;
    const attribute = this.titles[of].get(id) ?? { title: id, type: '' };
    if (!this.#thing || of === 'graph') {
      countOne(this.leftOut, `${attribute.title} (of the graph)`);
      return;
    }
    const { attributes, given, times } = this.#thing;
    const value = this.#valueOf(attribute, element.attributes.value ?? text);
    if (value === undefined) {
      countOne(this.leftOut, `${attribute.title} (NaN)`);
      return;
    }
    const { title } = attribute;
    // What the element says by itself, in other words, stays beside it.
    const isShadowed = OWN[of].includes(title) && element.attributes[title] === undefined && !given.has(title);
    const name = isShadowed && attributes[title] !== undefined && attributes[title] !== value ? `${title}_` : title;
    if (given.has(name)) {
      addValue(attributes, name, value);
      if (!this.several.has(title)) this.several.set(title, severalValues(element.at, title));
    } else attributes[name] = value;
    given.add(name);
    addTo(times, name, timeOf(element));
  }

  /** The times of values, beside them, where they have any. */
  #addTimes(): void {
    for (const [name, times] of this.#thing?.times ?? []) {
      if (this.#thing && times.some((it) => it !== '')) {
        this.#thing.attributes[`${name}.when`] = times.length === 1 ? (times[0] ?? '') : times;
      }
    }
  }

  /** A list of version 1.2 has bars; of 1.3, brackets and quotes. Others write either in both. */
  readonly listOf = (text: string): readonly string[] | undefined => {
    const quoted = readList(text, this.#version.startsWith('1.2'));
    return quoted ?? (text.startsWith('[') && !this.#version.startsWith('1.2') ? undefined : text.split('|'));
  };
}

/** `2009/2011`, open where there is no such end; nothing without times. */
function timeOf({ attributes }: XmlElement): string {
  const { start = attributes.startopen, end = attributes.endopen, timestamp } = attributes;
  if (start === undefined && end === undefined) return timestamp ?? '';
  return `${start ?? '..'}/${end ?? '..'}`;
}
