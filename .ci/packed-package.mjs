/**
 * What somebody who installs the package gets: the packed tarball in a fresh project, compiled under strict settings and
 * run; each sub-path on its own; the core without a server in it; and what publint and attw say of the tarball.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What the tarball may weigh: whoever installs it waits for all of it. */
const MOST_BYTES = 7_000_000;
const MOST_FILES = 940;

const ROOT = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'diplograph-packed-'));
const bin = (name) => join(ROOT, 'node_modules', '.bin', name);
const run = (command, words, options = {}) =>
  execFileSync(command, words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], ...options });

const PROGRAM = `
import { diff, type Initiative, KnowledgeError, openGraph, type State } from 'diplograph';

const graph = await openGraph();
const partners = graph.from<State>('state:kaz').out('co-launched').in('co-launched').not('state:kaz').ofType('State');
const names: string[] = partners.dedupe().map((it) => it.name).toArray();
const launched: Initiative | undefined = graph.from<State>('state:kaz').out('co-launched').first();
// @ts-expect-error a State represents nobody
graph.from<State>('state:kaz').out('represented');
try {
  graph.from('state:kz');
} catch (error) {
  if (!(error instanceof KnowledgeError) || error.code !== 'unknown-node') throw error;
}
const { data } = await graph.query<{ states: { name: string }[] }>('{ states(limit: 1) { name } }');
const copy: number = graph.via('co-launched').graphology.size;
const { nodes } = diff(graph, graph.edit().changeNode('state:kaz', { description: 'A state.' }).commit());
console.log(JSON.stringify([names, launched?.type, data?.states.length, copy > 5, nodes.changed.length]));
`;
const ANSWER = '[["Brazil","China","France","Jordan","South Africa"],"Initiative",1,true,1]';

/** Prints every module that an import loads, so that one can see what the core pulls in. */
const HOOK = `
import { register } from 'node:module';
register('data:text/javascript,' + encodeURIComponent(
  'export async function resolve(name, context, next) { const found = await next(name, context);' +
  'process._rawDebug(found.url); return found; }'));
`;

try {
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--silent', '--pack-destination', folder], { cwd: ROOT }));
  const tarball = join(folder, packed.filename);
  say(`${packed.filename}: ${packed.files.length} files, ${(packed.unpackedSize / 1e6).toFixed(1)} MB unpacked.`);
  const astray = packed.files
    .map((it) => it.path)
    .filter((it) => /^(test|bench|examples|node_modules|\.ci)\//.test(it));
  const useless = packed.files.map((it) => it.path).filter((it) => /\.(map|tsbuildinfo)$/.test(it));
  astray.push(...useless);
  if (packed.size > MOST_BYTES || packed.files.length > MOST_FILES) {
    throw new Error(`The tarball has ${packed.size} bytes in ${packed.files.length} files.`);
  }
  if (astray.length > 0) throw new Error(`The tarball has files that nobody needs: ${astray.slice(0, 5).join(', ')}`);

  run(process.execPath, [bin('publint'), '--strict', tarball]);
  run(process.execPath, [bin('attw'), tarball, '--profile', 'esm-only', '--no-emoji']);
  say('publint and attw are content.');

  const manifest = { name: 'fresh', private: true, type: 'module', dependencies: { diplograph: `file:${tarball}` } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', '--silent']);

  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/program.ts'), PROGRAM);
  const compilerOptions = {
    strict: true,
    module: 'NodeNext',
    target: 'ES2022',
    outDir: 'out',
    rootDir: 'src',
    types: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
  run(process.execPath, [bin('tsc'), '-p', '.']);
  const answer = run(process.execPath, ['out/program.js']).trim();
  if (answer !== ANSWER) throw new Error(`The program should print ${ANSWER} and prints ${answer}`);
  say('A program compiles under --strict and runs.');

  const installed = JSON.parse(readFileSync(join(folder, 'node_modules/diplograph/package.json'), 'utf8'));
  for (const path of Object.keys(installed.exports).filter((it) => !it.endsWith('.json'))) {
    const name = path.replace('.', 'diplograph');
    run(process.execPath, ['--input-type=module', '-e', `await import('${name}')`]);
    say(`import '${name}' works.`);
  }
  writeFileSync(join(folder, 'hook.mjs'), HOOK);
  const loaded = run('sh', ['-c', `'${process.execPath}' --import ./hook.mjs -e "import('diplograph')" 2>&1`]);
  const heavy = /node_modules\/(@apollo|fastify|@fastify|graphql-jit|commander|graphology-metrics)\//.exec(loaded);
  if (!loaded.includes('diplograph/dist/index.js') || heavy)
    throw new Error(`The core loads ${heavy?.[0] ?? 'nothing'}.`);
  say(`The core loads ${loaded.split('\n').filter((it) => it.startsWith('file:')).length} modules, and no server.`);

  const page = run(join(folder, 'node_modules/.bin/diplograph'), ['find', 'Mariana Spolaric', '--quiet']);
  if (!page.includes('official:mirjana-spoljaric-egger')) throw new Error(`The command line finds ${page}`);
  say('The command line answers.');
} finally {
  if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
