import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runLine } from './run-line.ts';
import { smallFolder } from './small-folder.ts';

const cwd = smallFolder();
const file = join(cwd, 'diplograph.config.json');
writeFileSync(file, JSON.stringify({ port: 8080, host: '::1', limit: { maxDepth: 20 } }));
const env = { DIPLOGRAPH_HOST: '0.0.0.0', PORT: '1' };

test('config tells every setting, and which of the places to set it won', async () => {
  const { code, stdout } = await runLine(['config', '--no-ide', '--port', '9090', '--json'], { cwd, env });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    port: { value: 9090, from: 'option' },
    host: { value: '0.0.0.0', from: 'environment' },
    limit: { value: ['maxDepth=20'], from: 'file' },
    ide: { value: false, from: 'option' },
    index: { value: true, from: 'default' },
    cache: { value: null, from: 'default' },
  });
  const plain = await runLine(['config'], { cwd, env });
  expect(plain.stdout).toMatch(/^port +1 +PORT$/m);
  expect(plain.stdout).toMatch(/^host +0\.0\.0\.0 +DIPLOGRAPH_HOST$/m);
  expect(plain.stdout).toMatch(/^limit +maxDepth=20 +diplograph\.config\.json$/m);
  expect(plain.stdout).toMatch(/^watch +false +default$/m);
});

test('a wrong setting ends with 2, wherever it stands', async () => {
  const limit = await runLine(['config', '--limit', 'maxDept=1'], { cwd });
  expect([limit.code, limit.stderr]).toEqual([2, expect.stringContaining('Did you mean "maxDepth"')]);
  const other = join(cwd, 'other.json');
  writeFileSync(other, '{ "prt": 1 }');
  const named = await runLine(['config', '--config', 'other.json'], { cwd });
  expect([named.code, named.stderr]).toEqual([2, expect.stringContaining('Did you mean "port"')]);
  const byEnvironment = await runLine(['stats'], { cwd, env: { DIPLOGRAPH_CONFIG: other } });
  expect(byEnvironment.code).toBe(2);
  expect((await runLine(['config', '--config', 'none.json'], { cwd })).code).toBe(2);
});

test('a variable that was meant for Diplograph and is none is told; those that Kubernetes sets are not', async () => {
  const strange = { DIPLOGRAPH_PRT: '1', DIPLOGRAPH_SERVICE_HOST: '10.0.0.1', DIPLOGRAPH_PORT_80_TCP: 'tcp://…' };
  const { code, stderr } = await runLine(['config'], { cwd, env: strange });
  expect(code).toBe(0);
  expect(stderr).toContain('DIPLOGRAPH_PRT, which is no setting; did you mean DIPLOGRAPH_PORT?');
  expect(stderr).not.toMatch(/SERVICE_HOST|80_TCP/);
});

test('the file says for every command where the facts lie, seen from the file', async () => {
  const above = join(cwd, 'settings');
  mkdirSync(above);
  writeFileSync(join(above, 'diplograph.config.json'), '{ "schema": "../schema.graphql", "data": "../graph-data" }');
  const { stdout } = await runLine(['stats', '--json'], { cwd: above });
  expect(JSON.parse(stdout)).toMatchObject({ nodes: 6, edges: 3 });
});

test('schema --for config is the JSON Schema of the file', async () => {
  const { stdout } = await runLine(['schema', '--for', 'config'], { cwd });
  expect(JSON.parse(stdout)).toMatchObject({ properties: { port: { type: 'integer' } }, additionalProperties: false });
});

test('--data given again is laid over the first, by option, environment and file alike', async () => {
  const more = join(cwd, 'more');
  mkdirSync(join(more, 'dossiers'), { recursive: true });
  writeFileSync(join(more, 'dossiers', 'd.yaml'), 'nodes:\n  - { id: person:dora, type: Person, name: Dora }\n');
  const nodes = async (line: readonly string[], variables = {}): Promise<number> =>
    JSON.parse((await runLine([...line, 'stats', '--json'], { cwd, env: variables })).stdout).nodes;
  expect(await nodes(['--data', 'graph-data', '--data', 'more'])).toBe(7);
  expect(await nodes([], { DIPLOGRAPH_DATA: 'graph-data,more' })).toBe(7);
  const { code, stderr } = await runLine(['check', '--data', 'graph-data', '--data', 'more'], { cwd });
  expect([code, stderr]).toEqual([0, expect.stringContaining('7 nodes')]);
});
