/**
 * Every folder in test/golden/problems/data is a folder of facts with something wrong in it, beside what is said of it.
 */
import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printProblems } from '../../src/base/problem-list.ts';
import { loadGraphData } from '../../src/loading/load-graph-data.ts';
import { expectGolden, goldenPath } from '../kit/golden.ts';

const root = goldenPath('problems/data');
const schema = join(root, 'schema.graphql');
const folders = readdirSync(root, { withFileTypes: true })
  .filter((it) => it.isDirectory())
  .map((it) => it.name)
  .sort();

/** What was written later is to blame for a duplicate; here nothing was. */
function writtenAtOnce(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) utimesSync(join(folder, name), 0, 0);
}

describe('what is said of a folder with faults', () => {
  test.each(folders)('%s', (name) => {
    const data = join(root, name);
    writtenAtOnce(data);
    const loaded = loadGraphData({ schema, data });
    const said = printProblems(loaded.problems, loaded.files, loaded.unshown)
      .replaceAll(`${data}/`, '')
      .replaceAll(data, name);
    expectGolden(join(data, 'expected.txt'), `${said}\n`);
  });

  test.each(folders)(
    '%s: every problem has a code and a full sentence, and with an error no facts are returned',
    (name) => {
      const { problems, nodes, edges, claims } = loadGraphData({ schema, data: join(root, name) });
      expect(problems).not.toEqual([]);
      for (const it of problems) {
        expect(it.code).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
        expect(it.message).toMatch(/^["“A-Z…].*[.?…]$/s);
      }
      if (problems.some((it) => it.severity === 'error')) expect([...nodes, ...edges, ...claims]).toEqual([]);
      else expect(nodes).not.toEqual([]);
    },
  );
});
