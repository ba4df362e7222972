/**
 * The one call that opens a graph: from the shipped facts, from folders, or from plain records.
 *
 * It ties the floors together, once: SDL → ontology, facts → checked facts, rules → conclusions, all of it → a frozen
 * graph in a view of the whole. What is wrong is thrown as one error that carries every problem with its place.
 */
import { readFileSync } from 'node:fs';
import { KnowledgeError } from './base/knowledge-error.ts';
import { printProblem } from './base/print-problem.ts';
import { isError, type Problem } from './base/problem.ts';
import { dataFolder, schemaFile } from './base/shipped-files.ts';
import { SourceFile } from './base/source-file.ts';
import type { Schema as ShippedSchema } from './generated/shipped-ontology.ts';
import { Graph } from './graph/graph.ts';
import { factsOfRecords, type GraphRecords } from './loading/facts-of-records.ts';
import { loadGraphData } from './loading/load-graph-data.ts';
import type { CheckedFacts } from './loading/settle-facts.ts';
import type { Ontology } from './ontology/ontology.ts';
import { readOntology } from './ontology/read-ontology.ts';
import type { AnyOntology, TypedOntology } from './ontology/typed-ontology.ts';
import { freezeGraph } from './store/knowledge-graph.ts';
import { GraphView } from './views/graph-view.ts';

/** Where the ontology and the facts come from; what is left out is what the package ships. */
export interface FolderOptions {
  /** Path of the SDL. */
  readonly schema?: string;
  /** Path of the folder of facts. */
  readonly data?: string;
}

/** A graph of plain records, in the form of a dossier's entries. */
export interface RecordOptions extends GraphRecords {
  /** Path of the SDL, or the SDL itself; the shipped one when left out. */
  readonly schema?: string;
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
 * const small = await openGraph({ schema: 'type State @node { id: ID! }', nodes: [{ id: 'state:kaz', type: 'State' }] });
 */
export function openGraph(
  options?: WithShippedSchema<FolderOptions> | WithShippedSchema<RecordOptions>,
): Promise<Graph<ShippedSchema>>;
export function openGraph<S extends TypedOntology = AnyOntology>(
  options: FolderOptions | RecordOptions,
): Promise<Graph<S>>;
export async function openGraph(options: FolderOptions | RecordOptions = {}): Promise<unknown> {
  return 'nodes' in options || 'edges' in options ? openRecords(options) : openFolder(options);
}

function openFolder({ schema = schemaFile, data = dataFolder }: FolderOptions): Graph<TypedOntology> {
  const { ontology, problems, files, unshown, ...facts } = loadGraphData({ schema, data });
  if (!ontology || problems.some(isError)) throw hasProblems(data, problems, unshown, files);
  return opened(ontology, facts, problems, files);
}

function openRecords({ schema = schemaFile, ...records }: RecordOptions): Graph<TypedOntology> {
  const file = /[{\n]/.test(schema)
    ? new SourceFile('schema', schema)
    : new SourceFile(schema, readFileSync(schema, 'utf8'));
  const files = new Map([[file.name, file]]);
  const read = readOntology(file);
  if (!read.ontology) throw hasProblems('the schema', read.problems, 0, files);
  const facts = factsOfRecords(read.ontology, records);
  if (facts.problems.some(isError)) throw hasProblems('the records', facts.problems, facts.unshown, files);
  return opened(read.ontology, facts, [...read.problems, ...facts.problems], files);
}

function opened(
  ontology: Ontology,
  facts: CheckedFacts,
  warnings: readonly Problem[],
  files: ReadonlyMap<string, SourceFile>,
): Graph<TypedOntology> {
  return new Graph(GraphView.whole(freezeGraph(ontology, facts)), { warnings, files });
}

function hasProblems(
  what: string,
  problems: readonly Problem[],
  unshown: number,
  files: ReadonlyMap<string, SourceFile>,
): KnowledgeError {
  const errors = problems.filter(isError);
  const more = unshown > 0 ? `\n… and ${unshown} more.` : '';
  const text = errors.map((it) => printProblem(it, files)).join('\n');
  return new KnowledgeError('graph-has-problems', `The graph of ${what} has problems.\n${text}${more}`, errors);
}
