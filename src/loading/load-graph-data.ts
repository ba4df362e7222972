/**
 * A schema and a folder of facts to facts that are fit for a graph: found, read, put together and checked.
 *
 * Reading goes on behind a fault, so that one run tells all that is wrong; and where anything is, no facts are returned,
 * so that nobody works on half a folder.
 */

import type { Located } from '../base/located.ts';
import type { Problem } from '../base/problem.ts';
import { ProblemList } from '../base/problem-list.ts';
import { readYaml } from '../base/read-yaml.ts';
import { SourceFile } from '../base/source-file.ts';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { readOntology } from '../ontology/read-ontology.ts';
import { checkExpectations } from './checking/check-expectations.ts';
import { FactSet } from './entries/fact-set.ts';
import { readAbout, readDossier, readSources } from './entries/read-dossier.ts';
import { readExpectations } from './entries/read-expectations.ts';
import { readJudgements } from './entries/read-judgements.ts';
import { type CheckedFacts, type FactColumns, joinColumns, noFactsAtAll, withEdges } from './joining/join-facts.ts';
import { type DataFile, findDataFiles, type TableFile } from './reading/find-data-files.ts';
import { emptyFile, noFacts } from './reading/problems.ts';
import { readTextFile } from './reading/read-text-file.ts';
import { openTableText } from './reading/table-text.ts';
import { readTable } from './tables/read-table.ts';

export interface GraphData extends CheckedFacts {
  /** Undefined when the schema has errors. */
  readonly ontology: Ontology | undefined;
  /** What the folder says of itself in `dataset.yaml`; empty where it says nothing. */
  readonly about: DatasetAbout;
  /** Every file that was read, by its name in problems. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** At most 50 errors and 50 warnings, in reading order. */
  readonly problems: readonly Problem[];
  /** How many more problems there are. */
  readonly unshown: number;
}

export interface GraphDataPlace {
  /** Path of the SDL, for example `schema.graphql`. */
  readonly schema: string;
  /** Path of the folder of facts, for example `graph-data`. */
  readonly data: string;
  /** Folders of more facts, which make one graph with those of `data`: each may speak of what another one describes. */
  readonly overlays?: readonly string[] | undefined;
}

/** Loads a schema and a folder of facts. Never throws for what is in them: faults are `problems`. */
export function loadGraphData({ schema, data, overlays }: GraphDataPlace): GraphData {
  const files = new Map<string, SourceFile>();
  const problems = new ProblemList();
  const ontology = loadOntology(schema, files, problems);
  const read =
    ontology && !problems.hasErrors ? loadFacts(ontology, [data, ...(overlays ?? [])], files, problems) : noneAtAll();
  return withEdges({
    ontology,
    ...(problems.hasErrors ? noneAtAll() : read),
    files,
    problems: problems.shown(),
    unshown: problems.unshown,
  });
}

const noneAtAll = (): FolderFacts => ({ ...noFactsAtAll(), about: {} });

type Files = Map<string, SourceFile>;
type FolderFacts = FactColumns & Pick<GraphData, 'about'>;

function loadOntology(path: string, files: Files, problems: ProblemList): Ontology | undefined {
  const file = readTextFile(path);
  if (!(file instanceof SourceFile)) {
    problems.addAll([file]);
    return undefined;
  }
  files.set(path, file);
  const read = readOntology(file);
  problems.addAll(read.problems);
  return read.ontology;
}

function loadFacts(ontology: Ontology, folders: readonly string[], files: Files, problems: ProblemList): FolderFacts {
  const set = new FactSet(ontology, problems);
  const found = folders.map((folder, i) => findDataFiles(folder, i > 0));
  problems.addAll(found.flatMap((it) => it.problems));
  set.incomplete = problems.hasErrors;
  for (const file of found.flatMap((it) => it.files)) readDataFile(file, set, files);
  if (set.nodes.length === 0 && set.edges.length === 0 && !problems.hasErrors)
    problems.error(noFacts, folders.join(', '));
  const facts = joinColumns(set);
  // Half a folder disappoints every expectation; its faults come first.
  if (!problems.hasErrors) checkExpectations(set);
  return { ...facts, about: set.about };
}

/** What reads the value of a file of each kind. */
const readers: Readonly<Record<DataFile['kind'], (value: Located, set: FactSet) => void>> = {
  about: readAbout,
  sources: readSources,
  dossier: readDossier,
  judgements: readJudgements,
  expectations: readExpectations,
};

function readDataFile(file: DataFile | TableFile, set: FactSet, files: Files): void {
  if (file.kind === 'table') {
    const mapping = readValue(file.map, set, files);
    const table = openFile(file.path, set, files, openTableText);
    if (mapping && table) readTable(table, mapping, file.map, set);
    return;
  }
  const value = readValue(file.path, set, files);
  if (value) readers[file.kind](value, set);
}

/** The YAML value of a file. Where there is none, facts are missing, and the set says so. */
function readValue(path: string, set: FactSet, files: Files): Located | undefined {
  const file = openFile(path, set, files);
  const before = set.problems.errorCount;
  const value = file && readYaml(file, set.problems);
  if (set.problems.errorCount > before) set.incomplete = true;
  else if (file && !value) set.problems.warning(emptyFile, path);
  return value;
}

function openFile(
  path: string,
  set: FactSet,
  files: Files,
  open: typeof openTableText | typeof readTextFile = readTextFile,
): SourceFile | undefined {
  const file = open(path);
  if (file instanceof SourceFile) {
    files.set(path, file);
    return file;
  }
  set.problems.addAll([file]);
  set.incomplete = true;
  return undefined;
}
