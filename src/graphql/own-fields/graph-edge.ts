/**
 * `GraphEdge`: an edge as a statement, with its qualifiers resolved and its sources beside it.
 *
 * The value behind it is the edge's number.
 */
import { citationsOf, readLocator } from '../../facts/citation.ts';
import { derivedNames, envelopeDefaults } from '../../facts/envelope.ts';
import type { PropertyValue } from '../../facts/fact.ts';
import type { GraphContext } from '../operation.ts';
import type { OwnResolvers } from './own-resolver.ts';

/** What `GraphEdge` has a field of its own for. */
const ownFields: ReadonlySet<string> = new Set([
  ...derivedNames,
  ...Object.keys(envelopeDefaults),
  ...['id', 'when', 'role', 'at', 'act', 'saidBy', 'note', 'sources', 'locators'],
]);

type EdgeResolver = (edge: number, _: unknown, context: GraphContext) => unknown;

const property = (name: string): EdgeResolver => {
  return (edge, _, { view }) => view.graph.edges.property(edge, name);
};

/** The node that a qualifier names. */
const named = (name: string): EdgeResolver => {
  return (edge, _, { view }) => {
    const id = view.graph.edges.property(edge, name);
    return typeof id === 'string' ? view.graph.nodes.numberOf(id) : undefined;
  };
};

const fromEnvelope = ['when', 'since', 'until', 'role', 'act', 'status', 'modality', 'confidence', 'rank', 'note'];

interface Cited {
  readonly source: string;
  readonly locator?: string;
}

export const graphEdgeResolvers: OwnResolvers = {
  GraphEdge: {
    ...Object.fromEntries(['id', ...fromEnvelope, 'rule'].map((name) => [name, property(name)])),
    type: (edge: number, _, { view }) => view.graph.edges.typeOf(edge),
    from: (edge: number, _, { view }) => view.graph.edges.from[edge],
    to: (edge: number, _, { view }) => view.graph.edges.to[edge],
    at: named('at'),
    saidBy: named('saidBy'),
    premises: (edge: number, _, { view }) => {
      const premises = view.graph.edges.property(edge, 'premises') as readonly string[];
      return premises.map((id) => view.graph.edges.numberOf(id));
    },
    sources: (edge: number, _, { view }): Cited[] => {
      const locators = view.graph.edges.property(edge, 'locators') as readonly string[];
      return citationsOf(view.graph.edges.sources(edge), locators);
    },
    properties: (edge: number, _, { view }) =>
      Object.entries(view.graph.edges.properties(edge))
        .filter(([name]) => !ownFields.has(name))
        .map(([name, value]) => ({ name, value: textOf(value) })),
  },
  CitedSource: {
    id: ({ source }: Cited) => source,
    node: ({ source }: Cited, _, { view }) => view.graph.nodes.numberOf(source),
    locator: ({ locator }: Cited) => locator && readLocator(locator).place,
    quotation: ({ locator }: Cited) => locator && readLocator(locator).quotation,
  },
};

const textOf = (value: PropertyValue): string =>
  typeof value === 'object' ? JSON.stringify(value.map(String)) : String(value);
