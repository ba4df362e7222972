/**
 * Names as people type them, tried on all that is shipped: `test/golden/search/tries.tsv` has what is asked and what is meant.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { idMeant } from '../../src/answers/search.ts';
import { searchNames } from '../../src/search/search-names.ts';
import { shippedGraph } from '../kit/shipped-graph.ts';

const { view } = await shippedGraph();
const tries = readFileSync(new URL('../golden/search/tries.tsv', import.meta.url), 'utf8')
  .split('\n')
  .slice(1)
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [asked: string, right: string]);

test('at least 98 in 100 of what people type find first what they mean', () => {
  const wrong = tries.filter(([asked, right]) => {
    const [hit] = searchNames(view, asked);
    return (hit ? view.graph.nodes.ids[hit.node] : 'NONE') !== right;
  });
  expect(tries.length).toBeGreaterThan(350);
  expect(
    wrong.length / tries.length,
    wrong.map(([asked, right]) => `${asked}: not ${right}`).join('\n'),
  ).toBeLessThanOrEqual(0.02);
}, 240_000);

test('what something is about makes no name ambiguous, and a former name says until when it was one', () => {
  expect(idMeant(view, 'Security Council')).toBe('org:unsc');
  expect(idMeant(view, 'Palestine')).toBe('state:pse');
  expect(searchNames(view, 'FYROM')[0]?.when).toBe('/2019-02-12');
});
