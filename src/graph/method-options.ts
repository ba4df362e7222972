/**
 * What the methods of a graph take: one table of options a method, read at each call.
 *
 * The compiler holds each table to the type of its options, so a name that is in one and not in the other does not compile;
 * who calls from JavaScript learns at once what is not taken. Names of the graph (edge types, node types, ids) are judged
 * where they are looked up, with the nearest one there is.
 */
import type { AbstractGraph } from 'graphology-types';
import type { RankingOptions } from '../analysis/centrality.ts';
import { type CommunityOptions, resolutionKind } from '../analysis/communities.ts';
import type { GroupCountOptions } from '../answers/analyses.ts';
import type { ChangesOptions } from '../answers/changes.ts';
import type { NeighbourhoodOptions } from '../answers/neighbourhood.ts';
import type { PathsOptions } from '../answers/paths.ts';
import type { SimilarOptions } from '../answers/similar.ts';
import type { TimelineOptions } from '../answers/timeline.ts';
import type { WhyOptions } from '../answers/why.ts';
import {
  anything,
  type DateGiven,
  dateText,
  type Kind,
  listOf,
  numberFrom,
  type OptionTable,
  oneOf,
  readArgument,
  readOptions,
  text,
  trueOrFalse,
  wholeNumber,
} from '../base/checked-options.ts';
import { corroborationLevels } from '../evidence/corroboration.ts';
import type { SupportChoice } from '../evidence/supported.ts';
import type { Modality } from '../facts/claim.ts';
import type { WriteOptions } from '../formats/format.ts';
import type { ReadOptions } from '../reading/read-document.ts';
import type { Retracted } from '../rules/retract.ts';
import type { SearchOptions } from '../search/search-hit.ts';
import { nodeName } from '../traversal/named-nodes.ts';
import type { AroundOptions } from '../views/neighbourhoods.ts';
import type { SourceChoice } from '../views/restrictions.ts';
import type { ViewSelection } from '../views/select-view.ts';
import type { QueryDocument, QueryOptions } from './answer-query.ts';
import type { ImportOptions } from './import-graph.ts';
import type { SaveOptions } from './save-graph.ts';

/** Options in which dates may be given in all these forms. */
export type WithDates<Options, Dates extends keyof Options> = {
  readonly [Name in keyof Options]: Name extends Dates ? DateGiven | undefined : Options[Name];
};

/** The id of a node or an edge that is an argument of a method. */
export const idGiven = (method: string, name: string, value: unknown): string =>
  readArgument(method, name, value, nodeName);

/** The ids of one node or several that are an argument of a method. */
export const idsGiven = (method: string, name: string, value: unknown): string[] =>
  Array.isArray(value) ? value.map((it) => idGiven(method, name, it)) : [idGiven(method, name, value)];

export const textGiven = (method: string, name: string, value: unknown): string =>
  readArgument(method, name, value, text);

/** Names given one by one: `via('heads', 'holds')`. */
export const namesGiven = <Name extends string>(method: string, names: readonly Name[]): readonly Name[] =>
  names.map((it) => readArgument(method, 'types', it, text) as Name);

/** A GraphQL document: text, or parsed. */
const queryDocument: Kind<QueryDocument<unknown, unknown>> = {
  words: 'a query as text or as a document',
  read: (value) =>
    typeof value === 'string' || (value as { readonly kind?: unknown } | null | undefined)?.kind === 'Document'
      ? (value as QueryDocument<unknown, unknown>)
      : undefined,
};

export const documentGiven = <Data, Variables>(value: QueryDocument<Data, Variables>): QueryDocument<Data, Variables> =>
  readArgument('query', 'document', value, queryDocument) as QueryDocument<Data, Variables>;

/** What an import reads: the path of a file or the paths of two, or a graphology graph. */
const importSource: Kind<string | readonly string[] | AbstractGraph> = {
  words: 'the path of a file, a list of paths, or a graphology graph',
  read: (value) =>
    names.read(value) ??
    (typeof value === 'string' || isGraphology(value) ? (value as string | AbstractGraph) : undefined),
};

const isGraphology = (value: unknown): boolean =>
  typeof (value as { readonly forEachEdge?: unknown } | null | undefined)?.forEachEdge === 'function';

export const importGiven = (value: unknown): string | readonly string[] | AbstractGraph =>
  readArgument('import', 'from', value, importSource);

/** A graphology graph, for `openGraph`. */
export const graphologyKind: Kind<AbstractGraph> = {
  words: 'a graphology graph',
  read: (value) => (isGraphology(value) ? (value as AbstractGraph) : undefined),
};

const direction = oneOf('OUT', 'IN', 'BOTH');
const modality = oneOf('FACT', 'REPORTED', 'PLANNED', 'DENIED');
const names = listOf(text);
const nodes = listOf(nodeName);

/** Options within options: judged by a table of their own. */
const within = <Options extends object>(method: string, table: OptionTable<Options>): Kind<Options> => ({
  words: `an object with ${Object.keys(table).join(' and ')}`,
  read: (value) =>
    typeof value === 'object' && value !== null ? readOptions(method, value as Options, table) : undefined,
});

const sourceChoice: OptionTable<SourceChoice> = { only: names, except: names };

/** Reads the options of a method by its table. */
const reader =
  <Options extends object>(method: string, table: OptionTable<Options>) =>
  (given: object | undefined): Options =>
    readOptions(method, given as Options | undefined, table);

/** Texts that a method cannot do without. */
const required = <Name extends string>(
  method: string,
  given: Partial<Record<Name, unknown>> | undefined,
  wanted: readonly Name[],
): Record<Name, string> =>
  Object.fromEntries(wanted.map((it) => [it, textGiven(method, it, given?.[it])])) as Record<Name, string>;

const readWhenOf = reader<{ readonly whenOf: string }>('asOf', { whenOf: text });

const readReadOptions = reader<ReadOptions>('read', {
  source: text,
  url: text,
  title: text,
  publisher: text,
  language: text,
  published: dateText,
  patterns: text,
  proposer: text,
});
const readGroupCount = reader<GroupCountOptions>('groupCount', {
  type: text,
  by: text,
  of: text,
  relatedTo: text,
  along: text,
  except: names,
  first: wholeNumber(1),
});

const readChanges = reader<ChangesOptions>('changes', {
  from: dateText,
  to: dateText,
  types: names,
  first: wholeNumber(1),
  skip: wholeNumber(0),
});

/** Modalities given one by one. */
export const modalitiesGiven = (method: string, given: readonly Modality[]): Modality[] =>
  given.map((it) => readArgument(method, 'modality', it, modality));

/** Readers of options, by method. */
export const optionsOf: {
  readonly select: (given: object | undefined) => ViewSelection;
  readonly backedBy: (given: object | undefined) => SourceChoice;
  readonly supported: (given: object | undefined) => SupportChoice;
  readonly around: (given: object | undefined) => AroundOptions;
  readonly find: (given: object | undefined) => SearchOptions;
  readonly paths: (given: object | undefined) => PathsOptions;
  readonly neighbourhood: (given: object | undefined) => NeighbourhoodOptions;
  readonly query: (given: object | undefined) => QueryOptions;
  readonly why: (given: object | undefined) => WhyOptions;
  readonly timeline: (given: object | undefined) => TimelineOptions;
  readonly changes: (given: object | undefined) => ChangesOptions;
  readonly retraction: (given: object | undefined) => Retracted;
  readonly similar: (given: object | undefined) => SimilarOptions;
  readonly asOf: (given: object | undefined) => { readonly whenOf: string };
  readonly ranking: (given: object | undefined) => RankingOptions;
  readonly communities: (given: object | undefined) => CommunityOptions;
  readonly groupCount: (given: object | undefined) => GroupCountOptions;
  readonly projection: (given: object | undefined) => { readonly directed?: boolean };
  readonly export: (given: object | undefined) => WriteOptions;
  readonly import: (given: object | undefined) => ImportOptions;
  readonly save: (given: object | undefined) => SaveOptions;
  readonly read: (given: object | undefined) => ReadOptions;
} = {
  select: reader<ViewSelection>('select', {
    asOf: dateText,
    asOfWhenOf: text,
    mode: oneOf('POSSIBLE', 'CERTAIN'),
    knownBy: dateText,
    knownMode: oneOf('POSSIBLE', 'CERTAIN'),
    stated: trueOrFalse,
    trust: numberFrom(0, 1),
    modality: listOf(modality),
    sources: within('backedBy', sourceChoice),
    via: names,
    around: names,
    depth: wholeNumber(0),
    types: names,
    linked: trueOrFalse,
  }),
  backedBy: reader('backedBy', sourceChoice),
  supported: reader<SupportChoice>('supported', {
    corroboration: oneOf(...corroborationLevels),
    sources: wholeNumber(1),
    newest: dateText,
  }),
  around: reader<AroundOptions>('around', { direction, via: names }),
  find: reader<SearchOptions>('find', { types: names, language: text, first: wholeNumber(1) }),
  paths: reader<PathsOptions>('paths', {
    maxHops: wholeNumber(1, 64),
    first: wholeNumber(1),
    direction,
    via: names,
    budget: wholeNumber(1),
    through: names,
    avoid: within<NonNullable<PathsOptions['avoid']>>('avoid', { nodes, edgeTypes: names, nodeTypes: names }),
    by: oneOf('HOPS', 'CONFIDENCE', 'CORROBORATION'),
    concurrent: trueOrFalse,
    mode: oneOf('POSSIBLE', 'CERTAIN'),
  }),
  neighbourhood: reader<NeighbourhoodOptions>('neighbourhood', {
    depth: wholeNumber(0),
    via: names,
    direction,
    first: wholeNumber(1),
  }),
  similar: reader<SimilarOptions>('similar', {
    by: oneOf('JACCARD', 'SHARED'),
    type: text,
    via: names,
    same: names,
    direction,
    first: wholeNumber(1),
  }),
  query: reader<QueryOptions>('query', { operationName: text }),
  why: reader<WhyOptions>('why', { derivations: wholeNumber(1) }),
  timeline: reader<TimelineOptions>('timeline', {
    during: dateText,
    from: dateText,
    to: dateText,
    via: names,
    first: wholeNumber(1),
    skip: wholeNumber(0),
  }),
  changes: (given) => {
    const read = readChanges(given);
    return { ...read, ...required('changes', read, ['from', 'to']) };
  },
  retraction: reader<Retracted>('retraction', { sources: names, edges: names, rules: names }),
  asOf: (given) => ({ ...readWhenOf(given), ...required('asOf', given, ['whenOf']) }),
  ranking: reader<RankingOptions>('ranking', {
    by: oneOf('DEGREE', 'PAGERANK', 'BETWEENNESS', 'CORE', 'CLUSTERING'),
    type: text,
    first: wholeNumber(1),
    direction,
    sample: wholeNumber(1),
    seed: wholeNumber(0),
  }),
  communities: reader<CommunityOptions>('communities', {
    by: oneOf('LOUVAIN', 'LABELS', 'COMPONENTS'),
    resolution: resolutionKind,
    seed: wholeNumber(0),
  }),
  groupCount: (given) => ({ ...readGroupCount(given), ...required('groupCount', given, ['type', 'by']) }),
  projection: reader<{ readonly directed?: boolean }>('projection', { directed: trueOrFalse }),
  export: reader<WriteOptions>('export', {
    static: trueOrFalse,
    gexfVersion: oneOf('1.2', '1.3'),
    part: text,
    edgesKey: oneOf('links', 'edges'),
    theme: oneOf('light', 'dark'),
    positions: anything('positions, as layOut makes them'),
    base: text,
    sanitiser: anything('a TextSanitiser'),
  }),
  import: reader<ImportOptions>('import', { format: text, mapping: text, source: text }),
  save: reader<SaveOptions>('save', { replace: trueOrFalse }),
  read: (given) => ({ ...readReadOptions(given), ...required('read', given, ['source']) }),
};
