/**
 * The one call that opens a graph: from the shipped facts, from folders, or from plain records.
 *
 * It ties the floors together, once: SDL → ontology, facts → checked facts, rules → conclusions, all of it → a frozen
 * graph in a view of the whole. What is wrong is thrown as one error that carries every problem with its place.
 */
import type { AbstractGraph } from 'graphology-types';
import { isError, type Problem } from './base/problem.ts';
import { dataFolder, schemaFile } from './base/shipped-files.ts';
import { SourceFile } from './base/source-file.ts';
import type { Schema as ShippedSchema } from './generated/shipped-ontology.ts';
import { Graph } from './graph/graph.ts';
import { graphHasProblems } from './graph/problems.ts';
import { recordsOfGraphology } from './graph/records-of-graphology.ts';
import { factsOfRecords, type GraphRecords } from './loading/facts-of-records.ts';
import { loadGraphData } from './loading/load-graph-data.ts';
import { type LoadedRules, loadRules, rulesOfText } from './loading/load-rules.ts';
import { readTextFile } from './loading/read-text-file.ts';
import type { CheckedFacts } from './loading/settle-facts.ts';
import type { Ontology } from './ontology/ontology.ts';
import { readOntology } from './ontology/read-ontology.ts';
import type { AnyOntology, TypedOntology } from './ontology/typed-ontology.ts';
import { concludeGraph } from './rules/conclude-graph.ts';
import { GraphView } from './views/graph-view.ts';

/** Where the ontology and the facts come from; what is left out is what the package ships. */
export interface FolderOptions {
  /** Path of the SDL. */
  readonly schema?: string;
  /** Path of the folder of facts; its `rules.yaml`, where there is one, is applied. */
  readonly data?: string;
}

/** A graph of plain records, in the form of a dossier's entries. */
export interface RecordOptions extends GraphRecords {
  /** Path of the SDL, or the SDL itself; the shipped one when left out. */
  readonly schema?: string;
  /** Path of a file of rules, or its text; no rules when left out. */
  readonly rules?: string;
}

/** A graph of another library: keys are ids, `type` is the node or edge type, other attributes are properties. */
export interface GraphologyOptions {
  readonly graphology: AbstractGraph;
  /** Path of the SDL, or the SDL itself; the shipped one when left out. */
  readonly schema?: string;
  /** Path of a file of rules, or its text; no rules when left out. */
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
export async function openGraph(options: FolderOptions | RecordOptions | GraphologyOptions = {}): Promise<unknown> {
  if ('graphology' in options) {
    const { graphology, schema, rules } = options;
    return openRecords(schema, rules, (ontology) => recordsOfGraphology(ontology, graphology));
  }
  if (!('nodes' in options || 'edges' in options)) return openFolder(options);
  const { schema, rules, ...records } = options;
  return openRecords(schema, rules, () => records);
}

type Files = Map<string, SourceFile>;

/** What a graph is to be made of, and what is wrong with it. */
interface Material {
  readonly ontology: Ontology | undefined;
  readonly facts: CheckedFacts;
  readonly rules: LoadedRules | undefined;
  readonly problems: readonly Problem[];
  readonly unshown: number;
  readonly files: Files;
}

function openFolder({ schema = schemaFile, data = dataFolder }: FolderOptions): Graph<TypedOntology> {
  const { ontology, problems, unshown, files: read, ...facts } = loadGraphData({ schema, data });
  const files = new Map(read);
  const rules = ontology && loadRules(ontology, data);
  if (rules?.file) files.set(rules.file.name, rules.file);
  return makeGraph(data, { ontology, facts, rules, problems, unshown, files });
}

function openRecords(
  schema: string | undefined,
  rules: string | undefined,
  recordsUnder: (ontology: Ontology) => GraphRecords,
): Graph<TypedOntology> {
  const files: Files = new Map();
  const read = readOntology(textOrFile(schema ?? schemaFile, /[{\n]/, 'schema', files));
  if (!read.ontology) throw graphHasProblems('the schema', read.problems, 0, files);
  const { ontology } = read;
  const { problems, unshown, ...facts } = factsOfRecords(ontology, recordsUnder(ontology));
  const file = rules === undefined ? undefined : textOrFile(rules, /\n/, 'rules', files);
  return makeGraph('the records', {
    ontology,
    facts,
    rules: file && { ...rulesOfText(ontology, file), file },
    problems: [...read.problems, ...problems],
    unshown,
    files,
  });
}

/** The text given, when it looks like one, or else that of the file of that name. */
function textOrFile(given: string, looksLikeText: RegExp, name: string, files: Files): SourceFile {
  const file = looksLikeText.test(given) ? new SourceFile(name, given) : readTextFile(given);
  if (!(file instanceof SourceFile)) throw graphHasProblems(given, [file], 0, files);
  files.set(file.name, file);
  return file;
}

function makeGraph(what: string, { ontology, facts, rules, problems, unshown, files }: Material): Graph<TypedOntology> {
  const all = [...problems, ...(rules?.problems ?? [])];
  if (!ontology || all.some(isError)) throw graphHasProblems(what, all, unshown, files);
  const { graph, problems: more } = concludeGraph(ontology, facts, rules?.rules ?? []);
  if (more.some(isError)) throw graphHasProblems(what, more, 0, files);
  return new Graph(GraphView.whole(graph), { warnings: [...all, ...more], files, rules: rules?.file?.text });
}
