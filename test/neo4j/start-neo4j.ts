/**
 * A Neo4j of its own for the tests, Community 5.26, which Maven fetches: once some hundred megabytes, later nothing.
 *
 * Where there is no Java or no way to Maven's packages the reason is printed and the tests are skipped. Its address is in
 * `DIPLOGRAPH_TEST_NEO4J`; whoever sets that before has the tests use a server of theirs.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HERE = join(import.meta.dirname, 'server');
const START_MILLISECONDS = 180_000;

export async function setup(): Promise<(() => void) | undefined> {
  if (process.env.DIPLOGRAPH_TEST_NEO4J !== undefined) return undefined;
  const home = mkdtempSync(join(tmpdir(), 'neo4j-'));
  const server = await startServer(home).catch((error: Error) => {
    process.stderr.write(`The tests against Neo4j are skipped: ${error.message}\n`);
    return undefined;
  });
  if (!server) return undefined;
  process.env.DIPLOGRAPH_TEST_NEO4J = server.uri;
  return () => {
    server.process.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  };
}

export interface RunningServer {
  readonly uri: string;
  readonly process: ChildProcess;
}

let classes: string | undefined;

/** A server over the data in `home`, at a free port or at the one that is given. */
export async function startServer(home: string, port = 0, password?: string): Promise<RunningServer> {
  classes ??= classPath(home);
  if (password !== undefined) {
    const set = ['dbms', 'set-initial-password', password];
    run('java', ['-cp', classes, 'org.neo4j.cli.AdminTool', ...set], { NEO4J_HOME: home, NEO4J_CONF: home });
  }
  const words = [join(HERE, 'ServeNeo4j.java'), home, String(port), String(password !== undefined)];
  const server = spawn('java', ['-Xmx768m', '-XX:+UseSerialGC', '-cp', classes, ...words], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const uri = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('Neo4j did not start in three minutes.')), START_MILLISECONDS);
    server.stdout.once('data', (text: Buffer) => {
      clearTimeout(late);
      resolve(String(text).trim());
    });
    server.once('exit', (code) => reject(new Error(`Neo4j ended with ${code}.`)));
  });
  return { uri, process: server };
}

function classPath(folder: string): string {
  const file = join(folder, 'classes');
  run('java', ['-version']);
  run('mvn', ['-q', '-B', '-f', join(HERE, 'pom.xml'), 'dependency:build-classpath', `-Dmdep.outputFile=${file}`]);
  return readFileSync(file, 'utf8');
}

function run(program: string, words: readonly string[], environment: NodeJS.ProcessEnv = {}): void {
  const ran = spawnSync(program, words, { encoding: 'utf8', env: { ...process.env, ...environment } });
  if (ran.status === 0) return;
  const [reason = ''] = (ran.error?.message ?? `${ran.stderr}${ran.stdout}`).trim().split('\n').slice(-1);
  throw new Error(`${program} did not do it (${reason}).`);
}
