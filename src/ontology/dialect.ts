/**
 * The dialect: what an SDL for the Neo4j GraphQL Library 7 may say, and what of it is served here.
 *
 * One table for reader, linter and suggestions. A directive that would change answers and is not served is refused with
 * a way out; one that speaks only of writing (`@id`, `@default` …) is let through, since this API only reads.
 */
import type { ScalarName } from './ontology.ts';

/** Where a directive stands. */
export type DirectivePlace =
  | 'object type'
  | 'interface'
  | 'union'
  | 'property'
  | 'relationship field'
  | 'interface relation'
  | 'enum'
  | 'enum value'
  | 'scalar'
  | 'schema';

/** What an argument takes: any value, a text that is not empty, or one of some words; a list of them, or one. */
export interface DirectiveArgument {
  readonly takes: 'anything' | 'text' | readonly string[];
  readonly list: boolean;
  readonly required: boolean;
}

export interface DirectiveUse {
  readonly places: readonly DirectivePlace[];
  readonly arguments: ReadonlyMap<string, DirectiveArgument>;
}

const one = (takes: DirectiveArgument['takes']): DirectiveArgument => ({ takes, list: false, required: false });
const many = (takes: DirectiveArgument['takes']): DirectiveArgument => ({ takes, list: true, required: false });
const required = (argument: DirectiveArgument): DirectiveArgument => ({ ...argument, required: true });

const use = (
  places: readonly DirectivePlace[],
  given: Readonly<Record<string, DirectiveArgument>> = {},
): DirectiveUse => ({
  places,
  arguments: new Map(Object.entries(given)),
});

const flag = one(['true', 'false']);
const field: readonly DirectivePlace[] = ['property', 'relationship field', 'interface relation'];

/** The directives that are understood, or that change nothing about reading. */
export const servedDirectives: ReadonlyMap<string, DirectiveUse> = new Map([
  ['node', use(['object type'], { labels: many('text') })],
  [
    'relationship',
    use(['relationship field'], {
      type: required(one('text')),
      direction: required(one(['IN', 'OUT'])),
      properties: one('text'),
      queryDirection: one(['DIRECTED', 'UNDIRECTED']),
      nestedOperations: many(['CREATE', 'UPDATE', 'DELETE', 'CONNECT', 'DISCONNECT']),
      aggregate: one(['true']),
    }),
  ],
  ['declareRelationship', use(['interface relation'])],
  ['relationshipProperties', use(['object type'])],
  ['tenure', use(['object type'], { same: many('text') })],
  ['plural', use(['object type', 'interface', 'union'], { value: required(one('text')) })],
  ['alias', use(['property'], { property: required(one('text')) })],
  ['fulltext', use(['object type'], { indexes: required(one('anything')) })],
  ['deprecated', use(['property', 'relationship field', 'interface relation', 'enum value'], { reason: one('text') })],
  ['specifiedBy', use(['scalar'], { url: required(one('text')) })],
  ['coalesce', use(['property'], { value: required(many('anything')) })],
  ['query', use(['object type', 'interface', 'union', 'schema'], { read: flag, connection: flag, aggregate: flag })],
  ['limit', use(['object type', 'interface'], { default: one('anything'), max: one('anything') })],
  ['filterable', use(field, { byValue: flag, byAggregate: flag })],
  ['sortable', use(field, { byValue: flag })],
  ['selectable', use(field, { onRead: flag, onAggregate: flag })],
  ['id', use(['property'])],
  ['timestamp', use(['property'], { operations: many(['CREATE', 'UPDATE']) })],
  ['default', use(['property'], { value: required(one('anything')) })],
  ['populatedBy', use(['property'], { callback: required(one('text')), operations: many(['CREATE', 'UPDATE']) })],
  [
    'settable',
    use(['property', 'relationship field', 'interface relation'], {
      onCreate: one('anything'),
      onUpdate: one('anything'),
    }),
  ],
  ['mutation', use(['object type', 'schema'], { operations: many(['CREATE', 'UPDATE', 'DELETE']) })],
  ['subscription', use(['object type', 'schema'], { events: one('anything') })],
]);

/** Those of them that the library does not know: an SDL that is to load in it as well declares them. */
export const ownDirectives: ReadonlySet<string> = new Set(['tenure']);

/** Directives whose fields are left out, each with the reason. */
export const leftOutDirectives: ReadonlyMap<string, string> = new Map([
  ['cypher', 'there is no Cypher here; a stored value would be served'],
  ['customResolver', 'answers come from facts alone; a stored value would be served'],
]);

/** Directives that only concern what is not served at all, searches by vectors and subscriptions, or a federation. */
export const ignoredDirectives: ReadonlySet<string> = new Set([
  'vector',
  'groupBy',
  'subscriptionsAuthorization',
  ...['link', 'key', 'shareable', 'external', 'requires', 'provides', 'extends', 'override', 'tag', 'inaccessible'],
  ...leftOutDirectives.keys(),
]);

/** The library's other directives, each with what to do instead. */
export const refusedDirectives: ReadonlyMap<string, string> = new Map([
  ['relayId', 'Ids are global here already: remove it.'],
  ['authentication', 'Nothing here is behind a login: keep the data apart, or put a gateway before the server.'],
  ['authorization', 'Nothing here is behind a login: keep the data apart, or put a gateway before the server.'],
  ['auth', 'Nothing here is behind a login: keep the data apart, or put a gateway before the server.'],
  ['jwt', 'Nothing here is behind a login: remove the type.'],
  ['jwtClaim', 'Nothing here is behind a login: remove it.'],
]);

/** Scalars that need no declaration. */
export const builtInScalars: ReadonlySet<ScalarName> = new Set<ScalarName>([
  'ID',
  'String',
  'Int',
  'Float',
  'BigInt',
  'Boolean',
  'Date',
  'DateTime',
  'LocalDateTime',
  'Time',
  'LocalTime',
  'Duration',
  'Point',
  'CartesianPoint',
]);

/** Our own scalar, EDTF text; the library takes it once the SDL says `scalar PartialDate`. */
export const declaredScalar: ScalarName = 'PartialDate';

/** The API makes these itself. */
export const rootTypes: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

/** Words that a definition may begin with, for suggestions. */
export const definitionWords: readonly string[] = ['type', 'interface', 'union', 'enum', 'scalar', 'extend'];
