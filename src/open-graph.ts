/**
 * The one call that opens a graph: from the shipped facts, from folders, or from plain records.
 *
 * What reads texts is loaded when texts are to be read: a graph that has a snapshot is there before it would be.
 */
import type { AbstractGraph } from 'graphology-types';
import { anything, type Kind, listOf, type OptionTable, readOptions, text } from './base/checked-options.ts';
import { KnowledgeError } from './base/knowledge-error.ts';
import type { Schema as ShippedSchema } from './generated/shipped-ontology.ts';
import { Graph } from './graph/graph.ts';
import { graphologyKind } from './graph/method-options.ts';
import type { GraphRecords, RecordList } from './loading/load-records.ts';
import type { Ontology } from './ontology/ontology.ts';
import type { AnyOntology, TypedOntology } from './ontology/typed-ontology.ts';
import { type FolderOptions, openFolder } from './opening/open-folder.ts';
import type { GivenRecords, OntologyAndRules, OpenedGraph } from './opening/read-graph.ts';
import { viewBehind } from './views/graphology-of.ts';

export type { FolderOptions };

/** Entries that are there, or that come in time, as rows of a database do. */
export type RecordStream = RecordList | AsyncIterable<Readonly<Record<string, unknown>>>;

/** A graph of plain records, in the form of a dossier's entries: lists, generators, or streams of them. */
export interface RecordOptions extends Pick<GraphRecords, 'source'> {
  readonly sources?: RecordStream;
  readonly nodes?: RecordStream;
  readonly edges?: RecordStream;
  /** Path of the SDL, or the SDL itself; the shipped one when left out. */
  readonly schema?: string;
  /** Path of a file of rules, or its text; no rules when left out. */
  readonly rules?: string;
}

/** A graph of another library: keys are ids, `type` is the node or edge type, other attributes are properties. */
export interface GraphologyOptions {
  readonly graphology: AbstractGraph;
  /** Path of the SDL, or the SDL itself; when left out, that of the view if it is one, or else the shipped one. */
  readonly schema?: string;
  /** Path of a file of rules, or its text. When left out, inferred edges are taken as they are, and none are added. */
  readonly rules?: string;
}

/** Options that leave the ontology to the package. */
type WithShippedSchema<Options> = Options & { readonly schema?: never };

/**
 * Opens a graph. Throws a KnowledgeError `graph-has-problems`, with every problem, when the facts do not stand.
 *
 * The types of an ontology of one's own come from `diplograph types`; without them every name is accepted, and judged
 * when the program runs.
 * @example
 * const graph = await openGraph(); // what the package ships
 * const mine = await openGraph<Schema>({ schema: 'schema.graphql', data: 'graph-data' });
 * const small = await openGraph({ nodes: [{ id: 'state:kaz', type: 'State', name: 'Kazakhstan' }] });
 */
export function openGraph(
  options?: WithShippedSchema<FolderOptions> | WithShippedSchema<RecordOptions> | WithShippedSchema<GraphologyOptions>,
): Promise<Graph<ShippedSchema>>;
export function openGraph<S extends TypedOntology = AnyOntology>(
  options: FolderOptions | RecordOptions | GraphologyOptions,
): Promise<Graph<S>>;
export async function openGraph(given?: FolderOptions | RecordOptions | GraphologyOptions): Promise<unknown> {
  const options = readOpening(given);
  if ('graphology' in options) {
    const { recordsOfGraphology } = await import('./graph/records-of-graphology.ts');
    const { graphology, rules, schema = viewBehind(graphology)?.ontology } = options;
    return openRecords({ schema, rules }, (ontology) => recordsOfGraphology(ontology, graphology));
  }
  if (recordOptions.some((it) => it in options)) {
    const { schema: _, rules: __, sources, nodes, edges, ...others } = options as RecordOptions;
    const [ofSources, ofNodes, ofEdges] = [await arrived(sources), await arrived(nodes), await arrived(edges)];
    const lists = {
      ...(ofSources && { sources: ofSources }),
      ...(ofNodes && { nodes: ofNodes }),
      ...(ofEdges && { edges: ofEdges }),
    };
    return openRecords(options, () => ({ records: { ...others, ...lists } }));
  }
  return graphOf(await openFolder(options));
}

/** Entries that may still be on their way, when all have come. */
async function arrived(entries: RecordStream | undefined): Promise<RecordList | undefined> {
  if (entries === undefined || Symbol.iterator in entries) return entries;
  const found: Readonly<Record<string, unknown>>[] = [];
  for await (const entry of entries) found.push(entry);
  return found;
}

async function openRecords(
  under: OntologyAndRules,
  recordsUnder: (ontology: Ontology) => GivenRecords,
): Promise<Graph<TypedOntology>> {
  const { readRecords } = await import('./opening/read-graph.ts');
  return graphOf(readRecords(under, recordsUnder));
}

const graphOf = (opened: OpenedGraph): Graph<TypedOntology> => new Graph(opened.view, opened);

type Opening = FolderOptions & RecordOptions & Partial<GraphologyOptions>;

const listed = listOf(anything<Readonly<Record<string, unknown>>>('an object'));
/** What is no list is judged entry by entry, when it is read. */
const records: Kind<RecordStream> = {
  words: listed.words,
  read: (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && isGiven(value) ? value : listed.read(value),
};
const isGiven = (value: object): value is RecordStream => Symbol.iterator in value || Symbol.asyncIterator in value;

/** Every option there is; which of them go together is judged below. */
const openingOptions: OptionTable<Opening> = {
  schema: text,
  data: text,
  overlays: listOf(text),
  packs: listOf(text),
  cache: text,
  rules: text,
  nodes: records,
  edges: records,
  sources: records,
  source: text,
  graphology: graphologyKind,
};

const recordOptions = ['rules', 'nodes', 'edges', 'sources', 'source'] as const;

/** What each of the three forms of opening a graph takes. */
const openingForms: readonly (readonly (keyof Opening)[])[] = [
  ['schema', 'data', 'overlays', 'packs', 'cache'],
  ['schema', ...recordOptions],
  ['schema', 'rules', 'graphology'],
];

/** Throws `unknown-option` or `bad-option`. */
function readOpening(given: object | undefined): FolderOptions | RecordOptions | GraphologyOptions {
  if (typeof given === 'string') throw folderAsText(given);
  const options = readOptions<Opening>('openGraph', given as Opening | undefined, openingOptions);
  const names = Object.keys(options) as (keyof Opening)[];
  if (!openingForms.some((allowed) => names.every((it) => allowed.includes(it)))) throw mixedOpening(names);
  return options as FolderOptions | RecordOptions | GraphologyOptions;
}

const folderAsText = (folder: string): KnowledgeError =>
  new KnowledgeError(
    'bad-option',
    `openGraph takes an object. For a folder of facts write openGraph({ data: ${JSON.stringify(folder.slice(0, 80))} }).`,
  );

const mixedOpening = (names: readonly string[]): KnowledgeError =>
  new KnowledgeError(
    'bad-option',
    `openGraph opens a folder (schema, data, overlays, packs, cache), records (nodes, edges, sources, source, schema, rules) or a graphology graph (graphology, schema, rules), and ${names.join(', ')} do not go together.`,
  );
