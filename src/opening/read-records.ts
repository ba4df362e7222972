/**
 * A graph of plain records, under an ontology and rules that are given as files or as texts.
 */
import { schemaFile } from '../base/shipped-files.ts';
import { SourceFile } from '../base/source-file.ts';
import { factsOfRecords, type GraphRecords } from '../loading/facts-of-records.ts';
import { graphHasProblems } from '../loading/graph-has-problems.ts';
import { rulesOfText } from '../loading/load-rules.ts';
import { readTextFile } from '../loading/read-text-file.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { readOntology } from '../ontology/read-ontology.ts';
import { makeGraph, type OpenedGraph } from './opened-graph.ts';

export interface OntologyAndRules {
  /** Path of the SDL, or the SDL itself; the shipped one when left out. */
  readonly schema?: string | undefined;
  /** Path of a file of rules, or its text; no rules when left out. */
  readonly rules?: string | undefined;
}

/** Throws `graph-has-problems`, with every problem, when schema, records or rules do not stand. */
export function readRecords(
  { schema = schemaFile, rules }: OntologyAndRules,
  recordsUnder: (ontology: Ontology) => GraphRecords,
): OpenedGraph {
  const files = new Map<string, SourceFile>();
  const read = readOntology(textOrFile(schema, /[{\n]/, 'schema', files));
  if (!read.ontology) throw graphHasProblems('the schema', read.problems, 0, files);
  const { ontology } = read;
  const { problems, unshown, ...facts } = factsOfRecords(ontology, recordsUnder(ontology));
  const file = rules === undefined ? undefined : textOrFile(rules, /\n/, 'rules', files);
  return makeGraph({
    what: 'the records',
    ontology,
    facts,
    rules: file && { ...rulesOfText(ontology, file), file },
    problems: [...read.problems, ...problems],
    unshown,
    files,
  });
}

/** The text given, when it looks like one, or else that of the file of that name. */
function textOrFile(given: string, looksLikeText: RegExp, name: string, files: Map<string, SourceFile>): SourceFile {
  const file = looksLikeText.test(given) ? new SourceFile(name, given) : readTextFile(given);
  if (!(file instanceof SourceFile)) throw graphHasProblems(given, [file], 0, files);
  files.set(file.name, file);
  return file;
}
