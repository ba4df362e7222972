/**
 * Heavy work in threads, of the compiled program: the sources have none, and do it where they are.
 */
import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/server/config.ts';
import { doHeavyJob, type HeavyJob } from '../../src/server/heavy-job.ts';
import { HeavyWork } from '../../src/server/heavy-work.ts';
import type { ServedGraph } from '../../src/server/served-graph.ts';
import { smallFolder } from '../cli/small-folder.ts';
import { compileOnce, root } from '../kit/compiled.ts';
import { smallServedGraph } from './small-served-graph.ts';

const compiled = async <Module>(file: string): Promise<Module> =>
  (await import(pathToFileURL(join(root, 'dist', file)).href)) as Module;

const { limits } = defaultConfig;
const operation: HeavyJob = {
  kind: 'operation',
  query: '{ people(sort: { name: ASC }) { id name chairs { name } } }',
  operationName: undefined,
  variables: undefined,
};
const picture: HeavyJob = { kind: 'export', format: 'svg', words: {}, mostLaidOut: 1000 };

describe('in a thread', () => {
  let served: ServedGraph;
  let Work: typeof HeavyWork;
  const open: HeavyWork[] = [];
  const makeWork = (more: { readonly maxMilliseconds?: number; readonly threads?: number } = {}): HeavyWork => {
    const { threads = 1, maxMilliseconds = 120_000 } = more;
    const work = new Work({ limits: { ...limits, maxMilliseconds }, threads });
    open.push(work);
    return work;
  };

  beforeAll(async () => {
    await compileOnce();
    ({ HeavyWork: Work } = await compiled<{ HeavyWork: typeof HeavyWork }>('server/heavy-work.js'));
    const { openInThread } =
      await compiled<typeof import('../../src/opening/open-in-thread.ts')>('opening/open-in-thread.js');
    const folder = smallFolder();
    served = await openInThread({ schema: join(folder, 'schema.graphql'), data: join(folder, 'graph-data') });
  }, 240_000);
  afterEach(async () => {
    await Promise.all(open.splice(0).map((it) => it.close()));
  });

  test('work comes to what it comes to here, while this thread has turns', { timeout: 240_000 }, async () => {
    const work = makeWork();
    expect(work.isElsewhere(served)).toBe(true);
    const here = { ...served, about: served.about, limits, patterns: undefined };
    let turns = 0;
    const counting = setInterval(() => turns++, 1);
    const there = [await work.do(served, operation), await work.do(served, picture)];
    clearInterval(counting);
    expect(turns).toBeGreaterThan(3);
    expect(there).toEqual([await doHeavyJob(here, operation), await doHeavyJob(here, picture)]);
  });

  test('what is wrong with a job is told as it is told here, and the next one is done', {
    timeout: 240_000,
  }, async () => {
    const work = makeWork({ threads: 2 });
    const tool: HeavyJob = { kind: 'tool', tool: 'entity', input: { of: 'Nobody' } };
    await expect(work.do(served, tool)).rejects.toMatchObject({ code: 'nothing-found' });
    await expect(work.do(served, { ...picture, format: 'nonsense' } as HeavyJob)).rejects.toMatchObject({
      code: 'unknown-format',
    });
    await expect(work.do(served, { kind: 'unheard-of' } as never)).rejects.toThrow('A fault in a thread.');
    const wrong = { ...operation, query: '{ paths(from: "person:nobody", to: "club:x") { paths { length } } }' };
    const { answer } = await work.do(served, wrong as Extract<HeavyJob, { kind: 'operation' }>);
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'UNKNOWN_NODE' }, path: ['paths'] }] });
    expect(await work.do(served, picture)).toContain('<svg');
  });

  test('the line of those that wait is bounded, and who is refused is told so at once', {
    timeout: 240_000,
  }, async () => {
    const work = makeWork();
    const all = await Promise.allSettled(Array.from({ length: 40 }, () => work.do(served, picture)));
    const refused = all.flatMap((it) => (it.status === 'rejected' ? [it.reason] : []));
    expect(refused).toHaveLength(8);
    for (const it of refused) expect(it).toMatchObject({ code: 'too-busy' });
  });

  test('who has waited too long is told so, and a client that left waits no more', async () => {
    await expect(makeWork({ maxMilliseconds: 1 }).do(served, picture)).rejects.toMatchObject({ code: 'time-is-up' });
    const client = Object.assign(new EventEmitter()) as ServerResponse;
    const asked = makeWork().do(served, picture, client);
    client.emit('close');
    // Either it was done at once or it ended; it does not wait for its time.
    await Promise.allSettled([asked]);
    expect(client.listenerCount('close')).toBe(0);
  });

  test('a thread that dies fails what it was doing, and the next job has another', { timeout: 240_000 }, async () => {
    const work = makeWork();
    const failed = expect(work.do(served, picture)).rejects.toMatchObject({
      code: expect.stringMatching(/too-busy|heavy-thread-ended/),
    });
    await work.close();
    await failed;
    expect(await work.do(served, picture)).toContain('<svg');
  });
});

describe('where there can be no thread', () => {
  test('work is done here, one after the other', async () => {
    const work = new HeavyWork({ limits, threads: 1 });
    const served = smallServedGraph();
    expect(work.isElsewhere(served)).toBe(false);
    const all = await Promise.allSettled(Array.from({ length: 40 }, () => work.do(served, picture)));
    expect(all.filter((it) => it.status === 'fulfilled' && `${it.value}`.includes('<svg'))).toHaveLength(33);
    await expect(work.do(served, { ...picture, format: 'nonsense' } as HeavyJob)).rejects.toMatchObject({
      code: 'unknown-format',
    });
  });
});
