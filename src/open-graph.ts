/**
 * The one call that opens a graph: from the shipped facts, from folders, or from plain records.
 *
 * It ties the floors together, once: SDL → ontology, facts → checked facts, rules → conclusions, all of it → a frozen
 * graph in a view of the whole. What is wrong is thrown as one error that carries every problem with its place.
 */
import { KnowledgeError } from './base/knowledge-error.ts';
import { printProblem } from './base/print-problem.ts';
import { isError, type Problem } from './base/problem.ts';
import { dataFolder, schemaFile } from './base/shipped-files.ts';
import { SourceFile } from './base/source-file.ts';
import { factsOfRecords, type GraphRecords } from './loading/facts-of-records.ts';
import { type GraphData, loadGraphData } from './loading/load-graph-data.ts';
import type { CheckedFacts } from './loading/settle-facts.ts';
import type { Ontology } from './ontology/ontology.ts';
import { readOntology } from './ontology/read-ontology.ts';
import { freezeGraph } from './store/knowledge-graph.ts';
import { GraphView } from './views/graph-view.ts';

/** Where the ontology and the facts come from; what is left out is what the package ships. */
export interface FolderOptions {
  /** Path of the SDL. */
  readonly schema?: string;
  /** Path of the folder of facts. */
  readonly data?: string;
}

/** A graph of plain records, under an ontology given as SDL text. */
export interface RecordOptions extends GraphRecords {
  /** The SDL itself. */
  readonly schema: string;
}

export interface OpenedGraph {
  readonly ontology: Ontology;
  /** The whole graph, stated and inferred. */
  readonly view: GraphView;
  /** What is worth a look and stopped nothing. */
  readonly warnings: readonly Problem[];
  /** Files that were read, by name: the frames of printed problems come from them. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

/**
 * Opens a graph. Throws `graph-has-problems`, with every problem, when the facts do not stand.
 * @example
 * const { view } = openGraph(); // what the package ships
 * const mine = openGraph({ schema: 'schema.graphql', data: 'graph-data' });
 */
export function openGraph(options: FolderOptions | RecordOptions = {}): OpenedGraph {
  return 'nodes' in options || 'edges' in options
    ? openRecords(options as RecordOptions)
    : openFolder(options as FolderOptions);
}

function openFolder({ schema = schemaFile, data = dataFolder }: FolderOptions): OpenedGraph {
  const loaded: GraphData = loadGraphData({ schema, data });
  const { ontology, problems, files } = loaded;
  if (!ontology || problems.some(isError)) throw hasProblems(data, problems, loaded.unshown, files);
  return opened(ontology, loaded, problems, files);
}

function openRecords({ schema, ...records }: RecordOptions): OpenedGraph {
  const file = new SourceFile('schema', schema);
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
): OpenedGraph {
  return { ontology, view: GraphView.whole(freezeGraph(ontology, facts)), warnings, files };
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
