/**
 * `dataset.yaml`: what a folder of facts says of itself.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolder, packageVersion } from '../../src/base/shipped-files.ts';
import { loadFiles, saidOf } from '../kit/facts-folder.ts';
import { shippedGraph } from '../kit/shipped-graph.ts';

test('a folder says what it is called, in which version, under which licence, and what it covers', () => {
  const text = 'name: Launches\nversion: 2.0\nlicence: CC0-1.0\ncoverage: >-\n  Launches,\n  to 2024.\n';
  const { about, problems } = loadFiles({ 'dataset.yaml': text });
  expect(problems).toEqual([]);
  expect(about).toEqual({ name: 'Launches', version: '2.0', licence: 'CC0-1.0', coverage: 'Launches, to 2024.' });
});

test('a folder that says nothing of itself loads all the same', () => {
  const { about, problems } = loadFiles({});
  expect(problems).toEqual([]);
  expect(about).toEqual({});
});

test.each([
  [
    'name: One\nlicense: CC0-1.0\n',
    'dataset.yaml:2:1  unknown-key  A dataset has no "license". Did you mean "licence"?',
  ],
  ['name: [One, Two]\n', 'dataset.yaml:1:7  wrong-kind  "name" takes a text, not a list.'],
  [
    '- name: One\n',
    'dataset.yaml:1:1  wrong-form  A dataset has "name", "version", "licence" and "coverage"; this is a list.',
  ],
])('%j is refused, with its place and the remedy', (text, said) => {
  expect(saidOf(loadFiles({ 'dataset.yaml': text }))).toEqual([said]);
});

test('the shipped facts are released with the package, and name the file of their licences', async () => {
  const { about } = await shippedGraph();
  expect(about.name).toBe('Diplograph');
  expect(about.version).toBe(packageVersion());
  expect(about.licence).toMatch(/^Apache-2\.0;.*CC BY 4\.0.*MIT.*LICENCES\.md$/);
  expect(readFileSync(join(dataFolder, 'LICENCES.md'), 'utf8')).toContain('CC BY 4.0');
});
