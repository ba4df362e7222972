/**
 * Reading, on sentences of our own in the genre. Persons and summits are invented for these tests; states and bodies are
 * those of the shipped graph.
 */
import { describe, expect, test } from 'vitest';
import { checkPatterns } from '../../src/reading/check-patterns.ts';
import { shippedGraph } from '../kit/shipped-graph.ts';
import { claimsOf, patterns, read, view } from './reading-kit.ts';

test('every example of the shipped patterns is read as it says', () => {
  expect(patterns.problems).toEqual([]);
  expect(checkPatterns(view, patterns)).toEqual([]);
});

test('examples hold in a graph that knows what they name under a longer name', async () => {
  const draft = (await shippedGraph()).edit();
  draft.add({
    sources: [{ id: 'source:mine', name: 'My notes', reliability: 'PRESS' }],
    source: 'source:mine',
    nodes: [{ id: 'conference:lima-summit', type: 'Conference', name: 'Lima Summit on Water' }],
  });
  const some = patterns.patterns.filter((it) => it.edge === 'held-in' || it.edge === 'participated-in');
  expect(checkPatterns(draft.commit().view, { ...patterns, patterns: some })).toEqual([]);
});

test('every shipped pattern has an example that holds and one that says nothing as a fact', () => {
  for (const { edge, examples } of patterns.patterns) {
    expect(
      examples.some((it) => it.claims.some((claim) => claim[3] === undefined)),
      edge,
    ).toBe(true);
    const isNothing = (claims: (typeof examples)[number]['claims']): boolean =>
      claims.every((it) => it[3] !== undefined);
    expect(
      examples.some((it) => isNothing(it.claims)),
      edge,
    ).toBe(true);
  }
});

describe('who is who', () => {
  test('names, other scripts, acronyms and misspellings are linked to what the graph holds', () => {
    const idsOf = (text: string): string[] => read(text).nodes.map((it) => it.id);
    expect(idsOf('The МККК and the ICRC thanked Қазақстан.')).toEqual(['org:icrc', 'state:kaz']);
    expect(idsOf('ICRC President Mirjana Spoljarić Eger spoke.')).toContain('official:mirjana-spoljaric-egger');
    expect(idsOf('The Kazakh Foreign Ministry spoke.')).toContain('org:mfa-kaz');
  });

  test('a surname means whoever was named before by the whole name', () => {
    const text = 'President Ana Quispe of Peru arrived.\nQuispe addressed the Lima Summit.';
    expect(claimsOf(text)).toContain('Ana Quispe spoke-at Lima Summit');
  });

  test('"the meeting" and a second name of an occasion are one node', () => {
    const text =
      'Peru hosted the Lima Summit on Water in May 2023.\nThe Lima Summit was attended by Kenya. Nepal took part in the summit.';
    const { nodes } = read(text);
    expect(nodes.filter((it) => it.type === 'Conference').map((it) => it.name)).toEqual(['Lima Summit on Water']);
    expect(claimsOf(text)).toContain('Nepal participated-in Lima Summit on Water');
  });

  test('a dateline says where a report was filed, and not where something was held', () => {
    expect(claimsOf('LIMA, May 5. /ABC/. Kenya attended the Water Summit.')).toEqual([
      'Kenya participated-in Water Summit',
    ]);
  });
});

describe('posts', () => {
  test.each([
    ["Peru's Foreign Minister Ana Quispe spoke.", 'Ana Quispe holds Minister of Foreign Affairs of Peru'],
    ['Ana Quispe, the Foreign Minister of Peru, spoke.', 'Ana Quispe holds Minister of Foreign Affairs of Peru'],
    ['The Peruvian Foreign Minister, Ana Quispe, spoke.', 'Ana Quispe holds Minister of Foreign Affairs of Peru'],
    ['Ana Quispe is currently the Foreign Minister of Peru.', 'Ana Quispe holds Minister of Foreign Affairs of Peru'],
    [
      'Deputy Prime Minister and Minister of Foreign Affairs of Peru Ana Quispe spoke.',
      'Ana Quispe holds Minister of Foreign Affairs of Peru',
    ],
    [
      'Ana Quispe (Peru), President of the General Assembly, spoke.',
      'Ana Quispe heads United Nations General Assembly',
    ],
    ['The presidents of Peru, Ana Quispe, and Kenya, Ben Otieno, spoke.', 'Ben Otieno holds President of Kenya'],
  ])('%s', (text, claim) => {
    expect(claimsOf(text)).toContain(claim);
  });

  test('a post that the graph has is linked by its name, its other names, or by who held it then', () => {
    const postOf = (text: string, published?: string): string | undefined =>
      read(text, published).nodes.find((it) => it.type === 'Office')?.id;
    expect(postOf('Foreign Minister Ana Quispe of Peru spoke.')).toBe('office:foreign-minister-per');
    expect(postOf('The Peruvian President, Ana Quispe, spoke.')).toBe('office:president-per');
    expect(postOf('Former Foreign Minister of Peru Ana Quispe spoke.')).toBe('office:foreign-minister-per');
    expect(postOf("Kazakhstan's Permanent Representative Yerlan Alimbayev spoke.", '2024-10-30')).toMatch(
      /^office:permanent-representative-kaz/,
    );
    expect(postOf('Water Minister Ana Quispe of Peru spoke.')).toMatch(/^n-/);
  });

  test('a former post is marked, and a coming one is none', () => {
    const [former] = read('Former Foreign Minister of Peru Ana Quispe spoke.').claims;
    expect(former?.role).toBe('Former Foreign Minister');
    expect(claimsOf("Ana Quispe was elected as the Water Council's next president.").join()).not.toContain('holds');
  });
});

describe('how it is told', () => {
  test.each([
    ['Peru hosted the Lima Summit.', 'Peru hosts Lima Summit'],
    ['Peru will host the Lima Summit.', 'Peru hosts Lima Summit PLANNED'],
    ['Peru has offered to host the Lima Summit.', 'Peru hosts Lima Summit OFFERED'],
    ['Peru might host the Lima Summit.', 'Peru hosts Lima Summit HYPOTHETICAL'],
    ['Kenya called on Peru to host the Lima Summit.', 'Peru hosts Lima Summit CALLED_FOR'],
    ['Peru refused to host the Lima Summit.', 'Peru hosts Lima Summit NEGATED'],
    ['Foreign Minister Ana Quispe of Peru said that Kenya hosted the Lima Summit.', 'Kenya hosts Lima Summit REPORTED'],
    ['“Kenya hosted the Lima Summit,” Foreign Minister Ana Quispe of Peru said.', 'Kenya hosts Lima Summit REPORTED'],
    [
      'According to Foreign Minister Ana Quispe of Peru, Kenya hosted the Lima Summit.',
      'Kenya hosts Lima Summit REPORTED',
    ],
  ])('%s', (text, claim) => {
    expect(claimsOf(text).filter((it) => it.includes(' hosts '))).toEqual([claim]);
  });

  test('what governs an offer governs the place in it, too', () => {
    const claims = claimsOf('Peru has offered to hold the Lima Summit in Almaty.');
    expect(claims).toEqual(['Lima Summit held-in Almaty OFFERED']);
  });
});

describe('evidence', () => {
  test('the words of every claim stand at its offsets, and the same text gives the same ids', () => {
    const text = 'GENEVA. The Lima Summit, held in Almaty from 3 to 5 May 2023, was attended by Peru, Kenya and Nepal.';
    const { claims } = read(text);
    expect(claims.length).toBeGreaterThan(3);
    for (const { evidence } of claims) {
      const words = text.slice(evidence.start, evidence.end);
      expect(words).toContain(text.slice(...evidence.trigger));
      expect(words).not.toMatch(/^\s|\s$/);
    }
    expect(read(text).claims).toEqual(claims);
  });

  test('dates are read against the day of publication', () => {
    expect(claimsOf('Peru and Kenya signed the Water Treaty on Monday.', '2024-11-01')).toContain(
      'Peru signed Water Treaty 2024-10-28',
    );
    expect(
      read('The Lima Summit was held in Almaty from 3 to 5 May 2023.').nodes.find((it) => it.name === 'Lima Summit')
        ?.when,
    ).toBe('2023-05-03/2023-05-05');
  });
});
