/**
 * `GraphEdge`: an edge as a statement, with its qualifiers resolved and its sources beside it.
 *
 * The value behind it is the edge's number.
 */
import { corroborationOf } from '../../evidence/corroboration.ts';
import { type Evidence, evidenceOf } from '../../evidence/evidence.ts';
import { derivedNames, envelopeDefaults } from '../../facts/envelope.ts';
import type { PropertyValue } from '../../facts/fact.ts';
import { type GraphContext, operationOf } from '../operation.ts';
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

export const graphEdgeResolvers: OwnResolvers = {
  GraphEdge: {
    ...Object.fromEntries(['id', ...fromEnvelope, 'rule'].map((name) => [name, property(name)])),
    type: (edge: number, _, { view }) => view.graph.edges.typeOf(edge),
    from: (edge: number, _, { view }) => view.graph.edges.from[edge],
    to: (edge: number, _, { view }) => view.graph.edges.to[edge],
    at: named('at'),
    saidBy: named('saidBy'),
    premises: (edge: number, _, context, info) => {
      const { view } = operationOf(context, info);
      const premises = view.graph.edges.property(edge, 'premises') as readonly string[];
      return premises.map((id) => view.findEdge(id)).filter((it) => it !== undefined);
    },
    sources: (edge: number, _, { view }) => evidenceOf(view, edge),
    corroboration: (edge: number, _, context, info) => corroborationOf(operationOf(context, info).view, edge)?.level,
    voices: (edge: number, _, context, info) => corroborationOf(operationOf(context, info).view, edge)?.voices ?? [],
    properties: (edge: number, _, { view }) =>
      Object.entries(view.graph.edges.properties(edge))
        .filter(([name]) => !ownFields.has(name))
        .map(([name, value]) => ({ name, value: textOf(value) })),
  },
  CitedSource: {
    id: ({ source }: Evidence) => source,
    node: ({ source }: Evidence, _, { view }) => view.graph.nodes.numberOf(source),
    locator: ({ place }: Evidence) => place,
  },
};

const textOf = (value: PropertyValue): string =>
  typeof value === 'object' ? JSON.stringify(value.map(String)) : String(value);
