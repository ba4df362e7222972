/**
 * Java programs over what Maven fetches for them: once some hundred megabytes each, later nothing.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder } from '../exported-graphs.ts';

/** The path of classes for a folder with a `pom.xml`. */
export function classPath(program: string): string {
  const file = join(folder, `${program}.classes`);
  const pom = join(import.meta.dirname, program, 'pom.xml');
  run('mvn', ['-q', '-B', '-f', pom, 'dependency:build-classpath', `-Dmdep.outputFile=${file}`]);
  return readFileSync(file, 'utf8');
}

/** Runs a class, or the source file of one, and returns what it printed. Throws what it said where it fails. */
export function runJava(classes: string, words: readonly string[], environment: NodeJS.ProcessEnv = {}): string {
  return run('java', ['-cp', classes, ...words], environment);
}

function run(program: string, words: readonly string[], environment: NodeJS.ProcessEnv = {}): string {
  const ran = spawnSync(program, words, {
    // Neo4j's importer leaves a report where it is run.
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, ...environment },
  });
  if (ran.status !== 0) throw new Error(`${program} failed: ${ran.error?.message ?? ''}${ran.stderr}${ran.stdout}`);
  return ran.stdout;
}
