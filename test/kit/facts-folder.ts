/**
 * A folder of facts written in a test: what matters stands beside what is expected of it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { printProblems } from '../../src/base/problem-list.ts';
import { type GraphData, loadGraphData } from '../../src/loading/load-graph-data.ts';
import { goldenPath } from './golden.ts';

/** The ontology of the folders in test/golden/problems/data. */
export const smallSchema: string = goldenPath('problems/data/schema.graphql');

/** Writes files into a new folder, which goes when the test is over. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'facts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Loads a folder that is written for it. A source, two states and an organisation are there already. */
export function loadFiles(files: Readonly<Record<string, string | Uint8Array>>): GraphData {
  return loadGraphData({ schema: smallSchema, data: folderOf({ ...world, ...files }) });
}

/** Loads one dossier beside the world. */
export function loadDossier(dossier: string): GraphData {
  return loadFiles({ 'dossiers/under-test.yaml': dossier });
}

/** What is said of loaded data, without frames. */
export function saidOf({ problems, unshown }: GraphData): string[] {
  return printProblems(
    problems.map((it) => (it.at ? { ...it, at: { ...it.at, file: it.at.file.replace(/^.*facts-[^/]*\//, '') } } : it)),
    new Map(),
    unshown,
  )
    .split('\n')
    .filter((it) => it !== '');
}

const world = {
  'sources.yaml': '- { id: source:gazette, name: The Gazette }\n- { id: source:herald, name: The Herald }\n',
  'dossiers/world.yaml': `source: source:gazette
nodes:
  - { id: state:kaz, type: State, name: Kazakhstan }
  - { id: state:fra, type: State, name: France }
  - { id: org:un, type: Organisation, name: United Nations, kind: IGO }
  - { id: initiative:ihl, type: Initiative, name: Initiative on Law }
`,
};
