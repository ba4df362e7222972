/**
 * The attributes of nodes and edges, for graphology: objects that read each property from the columns when asked for it.
 *
 * Graphology hands attributes to every callback. Most callbacks look at none of them, so none is copied before.
 */
import { inspect } from 'node:util';
import type { Properties, PropertyValue } from '../facts/fact.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import { graphologyIsReadOnly } from './problems.ts';

export type GraphologyAttributes = Record<string, PropertyValue>;

/** Where the attributes of some kind of thing are read, by its number. */
export interface AttributeSource {
  /** One of them. */
  value(number: number, name: string): PropertyValue | undefined;
  /** All of them. */
  values(number: number): GraphologyAttributes;
}

/** What an edge carries beside the properties that were stated of it. */
const DERIVED = ['since', 'until', 'status', 'modality', 'confidence', 'rank', 'sources', 'rule', 'premises'] as const;
const derived: ReadonlySet<string> = new Set(DERIVED);

/** A node has its `type` and its properties; a property that is itself called `type` gives way. */
export function nodeAttributes({ nodes }: KnowledgeGraph): AttributeSource {
  return {
    value(node, name) {
      if (name === 'type') return nodes.typeOf(node);
      const properties = nodes.properties(node);
      return Object.hasOwn(properties, name) ? copied(properties[name]) : undefined;
    },
    values: (node) => ({ ...copiedAll(nodes.properties(node)), type: nodes.typeOf(node) }),
  };
}

/** An edge has its `type`, its properties, and of what is derived all but empty lists. */
export function edgeAttributes({ edges }: KnowledgeGraph): AttributeSource {
  function value(edge: number, name: string): PropertyValue | undefined {
    if (name === 'type') return edges.typeOf(edge);
    if (!derived.has(name)) return copied(edges.columns.columns.get(name)?.get(edge));
    const found = edges.property(edge, name);
    return Array.isArray(found) && found.length === 0 ? undefined : found;
  }
  return {
    value,
    values(edge) {
      const values = copiedAll(edges.properties(edge));
      for (const name of DERIVED) {
        const found = value(edge, name);
        if (found !== undefined) values[name] = found;
      }
      values.type = edges.typeOf(edge);
      return values;
    },
  };
}

/** A list of the store must not be written to by who was handed it. */
const copied = (value: PropertyValue | undefined): PropertyValue | undefined =>
  Array.isArray(value) ? [...value] : value;

function copiedAll(properties: Properties): GraphologyAttributes {
  const all: GraphologyAttributes = {};
  for (const name in properties) {
    const value = copied(properties[name]);
    if (value !== undefined) all[name] = value;
  }
  return all;
}

/** The attributes of one node or edge. They cannot be written to: that throws `graphology-is-read-only`. */
export function readAttributes(source: AttributeSource, number: number): GraphologyAttributes {
  return new Proxy(new Place(source, number), handler) as unknown as GraphologyAttributes;
}

/** What the proxy of some attributes knows: whose they are, and all of them once they were listed. */
class Place {
  readonly #source: AttributeSource;
  readonly #number: number;
  #values: GraphologyAttributes | undefined;

  constructor(source: AttributeSource, number: number) {
    this.#source = source;
    this.#number = number;
  }

  all(): GraphologyAttributes {
    return (this.#values ??= this.#source.values(this.#number));
  }

  find(name: string | symbol): PropertyValue | undefined {
    if (typeof name === 'symbol') return undefined;
    const values = this.#values;
    if (!values) return this.#source.value(this.#number, name);
    return Object.hasOwn(values, name) ? values[name] : undefined;
  }

  /** For `console.log`, which looks behind proxies and calls this on the proxy. */
  [inspect.custom](): GraphologyAttributes {
    return { ...(this as unknown as GraphologyAttributes) };
  }
}

const refuse = (): never => {
  throw graphologyIsReadOnly();
};

const handler: ProxyHandler<Place> = {
  get: (place, name, receiver) => place.find(name) ?? Reflect.get(Object.prototype, name, receiver),
  has: (place, name) => place.find(name) !== undefined || name in Object.prototype,
  ownKeys: (place) => Object.keys(place.all()),
  getOwnPropertyDescriptor(place, name) {
    const value = place.find(name);
    return value === undefined ? undefined : { value, enumerable: true, configurable: true, writable: false };
  },
  getPrototypeOf: () => Object.prototype,
  set: refuse,
  defineProperty: refuse,
  deleteProperty: refuse,
};
