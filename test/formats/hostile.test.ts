/**
 * Texts of a quarter of a megabyte that expressions could trip over: every format writes them in time that grows with their length.
 */
import { describe, expect, test } from 'vitest';
import { readXmlToken, xmlToken } from '../../src/formats/escapes.ts';
import { formats, isText, writeGraph } from '../../src/formats/write-graph.ts';
import { readList, readSpreadsheetList } from '../../src/importing/table.ts';
import { dateIn, dayIn } from '../../src/loading/tables/date-filters.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

const LENGTH = 250_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);

/** Each begins well, or looks alike all along, and ends in what an expression does not take. */
const texts: Readonly<Record<string, string>> = {
  blanks: `x${fill(' ')}\n`,
  quotes: fill('"'),
  apostrophes: `${fill("'")}x`,
  backslashes: fill('\\'),
  semicolons: fill('; '),
  'quoted items': fill('"a"; "'),
  'open items': `[${fill('"a\\')}`,
  'single quotes': `[${fill("'a")}]`,
  entities: fill('&<>'),
  codes: fill('_x41_'),
  'open codes': fill('_x'),
  'half pairs': fill('\ud800'),
  'direction marks': fill('\u202e\u2066a'),
  words: fill('a '),
  digits: `${fill('1')}-`,
};

describe.each(Object.entries(texts))('%s', (_, text) => {
  test('is written by every format, as a text and in a list', { timeout: 60_000 }, () => {
    const view = tinyGraph('a -knows-> b', { a: { name: 'A', aliases: [text], note: text } });
    for (const format of formats.filter(isText)) {
      const start = performance.now();
      let length = 0;
      for (const piece of writeGraph(view, format)) length += piece.length;
      expect([format.name, length > LENGTH || format.name === 'svg' || format.parts !== undefined]).toEqual([
        format.name,
        true,
      ]);
      // What grows with the square takes minutes, and all else milliseconds.
      expect(performance.now() - start, format.name).toBeLessThan(5000);
    }
  });

  test('is read as tokens, lists and dates', { timeout: 60_000 }, () => {
    expect(readXmlToken(xmlToken(text))).toBe(text);
    for (const read of [readList, readSpreadsheetList, dayIn, (it: string) => dateIn(it, 'DD/MM/YYYY')]) {
      const start = performance.now();
      read(text);
      read(`[${text}]`);
      expect(performance.now() - start).toBeLessThan(5000);
    }
  });
});

test('an id that is half a character is written as what every reader takes, and counted', () => {
  const view = tinyGraph('a', { a: { name: 'half \ud800' } });
  for (const name of ['gexf', 'graphml', 'csv', 'cypher', 'turtle', 'n-quads']) {
    const text = [...writeGraph(view, name)].join('');
    expect([name, text.includes('half \ufffd'), /\p{Surrogate}/u.test(text)]).toEqual([name, true, false]);
  }
});
