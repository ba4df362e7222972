/**
 * The commands, on a folder of one's own: loaded into Neo4j, and served from there.
 */
import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { runLine } from '../cli/run-line.ts';
import { smallFolder } from '../cli/small-folder.ts';

const uri = process.env.DIPLOGRAPH_TEST_NEO4J;
const at = ['--uri', uri ?? '', '--namespace', 'Clubs'];

describe.skipIf(uri === undefined)('the commands', () => {
  test('load a folder, and load of it what changed', async () => {
    const cwd = smallFolder();
    const first = await runLine(['load', 'neo4j', ...at, '--json'], { cwd });
    expect(first).toMatchObject({ code: 0, stderr: expect.stringContaining('at bolt://') });
    const { nodes, edges, written } = JSON.parse(first.stdout);
    expect(written).toBe(nodes + edges);
    const again = await runLine(['load', 'neo4j', ...at, '--json', '--incremental'], { cwd });
    expect(JSON.parse(again.stdout)).toEqual({ nodes, edges, written: 0, removed: 0 });
  });

  test('serve what was loaded, without a folder', async () => {
    const signals = new EventEmitter();
    const serve = ['serve', '--engine', 'neo4j', ...at, '--port', '0', '--json'];
    const { code, stdout } = await runLine(serve, { signals });
    expect(code).toBe(0);
    const { url, nodes } = JSON.parse(stdout);
    expect(nodes).toBeGreaterThan(0);
    const asked = { method: 'POST', headers: { 'content-type': 'application/json' } };
    const answer = await fetch(url, { ...asked, body: JSON.stringify({ query: '{ people { id } }' }) });
    expect(await answer.json()).toMatchObject({ data: { people: expect.arrayContaining([{ id: 'person:ada' }]) } });
    signals.emit('SIGTERM');
  });

  test('serve nothing without an address', async () => {
    const { code, stderr } = await runLine(['serve', '--engine', 'neo4j']);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('--uri') });
  });
});
