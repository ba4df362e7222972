/**
 * The gate, and programs that propose claims: nothing of what they say is believed.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeArticle } from '../../src/reading/article.ts';
import { admit, type ProposedClaim, type ProposedNode } from '../../src/reading/gate.ts';
import { askProposer } from '../../src/reading/proposer.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { read, view } from './reading-kit.ts';

const TEXT = 'The Lima Summit was attended by Peru and “Kenya” on 5 May 2023.';
const article = makeArticle(TEXT);
const nodes: ProposedNode[] = [
  { id: 'state:per', mentions: ['Peru'] },
  { id: 'state:ken', mentions: ['Kenya'] },
  { id: 'n-1', isNew: true, type: 'Conference', name: 'Lima Summit', mentions: ['Lima Summit'] },
];
const claim: ProposedClaim = {
  from: 'state:per',
  edge: 'participated-in',
  to: 'n-1',
  modality: 'FACT',
  quotation: 'attended by Peru',
};
const admitted = (claims: readonly ProposedClaim[], of: readonly ProposedNode[] = nodes): ReturnType<typeof admit> =>
  admit(view, article, 'source:x', 'proposer', { nodes: of, claims });

test('a claim with words of the text, known ends and an edge that fits is taken, with its place', () => {
  const { claims, refused } = admitted([
    claim,
    { ...claim, from: 'state:ken', quotation: 'Peru and "Kenya"  on 5 May' },
  ]);
  expect(refused).toEqual([]);
  expect(claims.map((it) => TEXT.slice(it.evidence.start, it.evidence.end))).toEqual([
    'attended by Peru',
    'Peru and “Kenya” on 5 May',
  ]);
});

test.each<[string, Partial<ProposedClaim>, string]>([
  ['an invented quotation', { quotation: 'attended by Peru and Nepal' }, 'quotation-not-in-text'],
  ['an empty quotation', { quotation: ' ' }, 'quotation-not-in-text'],
  ['an end that was not handed in', { from: 'state:npl' }, 'claim-refused'],
  ['an edge that the ontology lacks', { edge: 'participated' }, 'unknown-pattern-edge'],
  ['an edge that does not fit', { edge: 'held-in' }, 'claim-refused'],
  ['an unknown modality', { modality: 'SURE' }, 'claim-refused'],
  ['a date that is none', { when: '05/06/2023' }, 'claim-refused'],
  ['a confidence that is no share', { confidence: 7 }, 'claim-refused'],
])('%s is refused by name, and the others are taken', (_, change, code) => {
  const { claims, refused } = admitted([{ ...claim, ...change }, claim]);
  expect(refused.map((it) => it.code)).toEqual([code]);
  expect(claims).toHaveLength(1);
});

test.each<[string, ProposedNode]>([
  ['a node that the graph lacks', { id: 'state:atlantis', mentions: ['Peru'] }],
  [
    'a known id that is handed in as new',
    { id: 'state:per', isNew: true, type: 'State', name: 'Peru', mentions: ['Peru'] },
  ],
  ['a type that the ontology lacks', { id: 'n-9', isNew: true, type: 'Planet', name: 'Peru', mentions: ['Peru'] }],
  ['a node that the text names nowhere', { id: 'state:npl', mentions: ['Nepal'] }],
])('%s is refused', (_, node) => {
  expect(admitted([], [node]).refused.map((it) => it.code)).toEqual(['claimed-node-refused']);
});

test('what the patterns claim passes the gate as it is', () => {
  const read1 = read(TEXT);
  const { claims, refused } = admit(view, article, 'source:test', 'patterns', read1, true);
  expect(refused).toEqual([]);
  expect(claims).toEqual(read1.claims);
});

/** A proposer: a program of a few lines of JavaScript. */
function proposer(program: string): string {
  const file = join(temporaryFolder(), 'proposer.mjs');
  writeFileSync(file, program);
  return `"${process.execPath}" "${file}"`;
}
const limits = { milliseconds: 4000, characters: 100_000 };

test('a program proposes claims, and its lies are refused', async () => {
  const answer = JSON.stringify({ nodes, claims: [claim, { ...claim, quotation: 'Peru walked out' }] });
  const honest = proposer(
    `let s = ''; for await (const p of process.stdin) s += p; if (!JSON.parse(s).text) throw 1; console.log(${JSON.stringify(answer)});`,
  );
  const { claims, refused } = await askProposer(honest, view, article, 'source:x', limits);
  expect(claims).toHaveLength(1);
  expect(refused.map((it) => it.code)).toEqual(['quotation-not-in-text']);
});

test('a program that hangs is ended and told', async () => {
  const hanging = proposer('setInterval(() => {}, 1000);');
  const soon = { ...limits, milliseconds: 500 };
  await expect(askProposer(hanging, view, article, 'source:x', soon)).rejects.toThrow(/more than 0.5 seconds/);
});

test.each([
  [
    'floods',
    "for (;;) process.stdout.write('x'.repeat(65536)) || (await new Promise((r) => process.stdout.once('drain', r)));",
    /more than 100000 characters/,
  ],
  ['fails', 'process.exit(3);', /code 3/],
  ['answers with prose', "console.log('Here are the claims:');", /no JSON/],
  ['answers with something else', "console.log('[]');", /no lists/],
])('a program that %s is told, and gives nothing', async (_, program, message) => {
  await expect(askProposer(proposer(program), view, article, 'source:x', limits)).rejects.toThrow(message);
});
