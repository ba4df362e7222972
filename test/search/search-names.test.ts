import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BitSet } from '../../src/base/bit-set.ts';
import type { SearchHit, SearchOptions } from '../../src/search/search-hit.ts';
import { searchNames } from '../../src/search/search-names.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

const world = tinyGraph(
  `p1:Official -heads-> o1:Organisation
   p1 -holds-> f1:Office -office-in-> o1
   p2:Official -heads-> o2:Organisation
   p2 -holds-> f2:Office -office-in-> o2
   p3:Official -holds-> f3:Office -office-for-> s1:State
   p4:Official -holds-> f4:Office -office-in-> o3:Organisation
   c34:Conference -held-in-> t1:Place
   c33:Conference -held-in-> t1
   p5:Official; r1:Resolution; i1:Initiative -held-in-> t2:Place`,
  {
    p1: { name: 'Mirjana Spoljaric Egger', aliases: ['Mirjana Špoljarić Egger'] },
    o1: { name: 'International Committee of the Red Cross', aliases: ['ICRC', 'МККК', '红十字国际委员会'] },
    f1: { name: 'President of the ICRC' },
    p2: { name: 'Kate Forbes' },
    o2: { name: 'International Federation of Red Cross and Red Crescent Societies' },
    f2: { name: 'President of the IFRC' },
    p3: { name: 'Yerlan Alimbayev', aliases: ['Ерлан Әлімбаев', 'Ерлан Алимбаев'] },
    f3: { name: 'Permanent Representative of Kazakhstan in Geneva' },
    s1: {
      name: 'Kazakhstan',
      identifiers: ['x:notKAZ', 'iso3:KAZ', 'm49:398'],
      officialName: 'Republic of Kazakhstan',
    },
    p4: { name: 'Ignazio Cassis' },
    f4: { name: 'Head of the FDFA' },
    o3: { name: 'Federal Department of Foreign Affairs', acronym: 'EDA' },
    c34: { name: '34th International Conference of the Red Cross and Red Crescent', aliases: ['34IC'] },
    c33: { name: '33rd International Conference of the Red Cross and Red Crescent', aliases: ['the Conference'] },
    t1: { name: 'Geneva', aliases: ['Женева', 'Genève'] },
    p5: { name: 'Marina Sokolova' },
    r1: { name: 'Resolution 1440 (2002)', identifiers: ['un:S/RES/1440 (2002)'] },
    i1: { name: 'Astana process', aliases: ['Астанинский процесс'] },
    t2: { name: 'Astana' },
  },
);
const nodeIds = world.graph.nodes.ids;

const search = (text: string, options: SearchOptions = {}, view: GraphView = world): SearchHit[] =>
  searchNames(view, text, options);
const found = (text: string, options: SearchOptions = {}, view: GraphView = world): string[] =>
  search(text, options, view).map((hit) => nodeIds[hit.node]!);

describe('a name is found', () => {
  test.each([
    // asked, node, name that matched, how
    ['Kate Forbes', 'p2', 'Kate Forbes', 'EXACT'],
    ['kate FORBES!', 'p2', 'Kate Forbes', 'EXACT'],
    ['Forbes, Kate', 'p2', 'Kate Forbes', 'WORDS'],
    ['forb', 'p2', 'Kate Forbes', 'PREFIX'],
    ['Katte Frobes', 'p2', 'Kate Forbes', 'FUZZY'],
    ['Iñazio Cassis', 'p4', 'Ignazio Cassis', 'FUZZY'],
    ['Mariana Spolaric', 'p1', 'Mirjana Spoljaric Egger', 'FUZZY'],
    ['Spoljarić', 'p1', 'Mirjana Spoljaric Egger', 'WORDS'],
    ['International Committees of the Red Cross', 'o1', 'International Committee of the Red Cross', 'FUZZY'],
    ['redcross committee', 'o1', 'International Committee of the Red Cross', 'WORDS'],
    ['Republic of Kazakhstan', 's1', 'Republic of Kazakhstan', 'EXACT'],
    ['EDA', 'o3', 'EDA', 'EXACT'],
    ['МККК', 'o1', 'МККК', 'EXACT'],
    ['Ерлан Әлімбаев', 'p3', 'Ерлан Әлімбаев', 'EXACT'],
    ['Erlan Alimbaev', 'p3', 'Ерлан Әлімбаев', 'EXACT'],
    ['国际委员会', 'o1', '红十字国际委员会', 'WORDS'],
    ['Geneve', 't1', 'Genève', 'EXACT'],
    ['FDFA', 'f4', 'Head of the FDFA', 'WORDS'],
    ['IFRCRCS', 'o2', 'International Federation of Red Cross and Red Crescent Societies', 'ACRONYM'],
    ['KAZ', 's1', 'iso3:KAZ', 'IDENTIFIER'],
    ['iso3:kaz', 's1', 'iso3:KAZ', 'IDENTIFIER'],
    ['398', 's1', 'm49:398', 'IDENTIFIER'],
    ['S/RES/1440 (2002)', 'r1', 'un:S/RES/1440 (2002)', 'IDENTIFIER'],
    ['c34', 'c34', 'c34', 'IDENTIFIER'],
    ['34IC', 'c34', '34IC', 'EXACT'],
    ['Astana process', 'i1', 'Astana process', 'EXACT'],
    ['Astana', 't2', 'Astana', 'EXACT'],
  ])('%s → %s', (text, node, matched, how) => {
    const [first] = search(text);
    expect(first && { node: nodeIds[first.node], matched: first.matched, how: first.how }).toEqual({
      node,
      matched,
      how,
    });
  });
});

describe('words about a node', () => {
  test('find the person by name, office and organisation', () => {
    const [first] = search('Spolaric president red cross');
    expect(first).toMatchObject({ matched: 'Mirjana Spoljaric Egger', how: 'CONTEXT' });
  });

  test('are found in another script', () => {
    expect(found('Алимбаев Женева')[0]).toBe('p3');
  });

  test('count only where the view has the edge', () => {
    const nothing = world.restrict({ key: 'no edges', edges: (graph) => new BitSet(graph.edges.count) });
    const score = (view: GraphView) =>
      search('Spolaric ICRC', {}, view).find((hit) => nodeIds[hit.node] === 'p1')!.score;
    expect(score(nothing)).toBeLessThan(score(world));
  });

  test('that nothing has leave a partial match, with a lower score', () => {
    const [first] = search('Kate Forbes xqzt');
    expect(first).toMatchObject({ matched: 'Kate Forbes', how: 'PARTIAL' });
    expect(first!.score).toBeLessThan(0.8);
  });
});

describe('numbers tell names apart', () => {
  test.each([
    ['34th International Conference of the Red Cross', 'c34', 'c33'],
    ['33rd International Conference', 'c33', 'c34'],
    ['33 conference', 'c33', 'c34'],
    ['34th the Conference', 'c34', 'c33'],
  ])('%s finds %s, not %s', (text, node, other) => {
    expect(found(text)[0]).toBe(node);
    expect(found(text)).not.toContain(other);
  });

  test('a number that no conference has finds none of them', () => {
    expect(found('35th International Conference of the Red Cross and Red Crescent')).not.toContain('c34');
    expect(found('35th the Conference')).toEqual([]);
  });

  test('a year does not speak against an ordinal', () => {
    expect(found('34th International Conference 2024')[0]).toBe('c34');
  });
});

describe('nothing is found', () => {
  test.each(['XQZT', '', '   ', '.*', 'name:(a OR b)~2', '\u0000', '💥', '%', "'; --"])('for %j', (text) => {
    expect(search(text)).toEqual([]);
  });

  test('in a view without the node', () => {
    const alone = world.localise({
      key: 'Kazakhstan alone',
      nodes: (base) => {
        const kept = new BitSet(base.graph.nodes.count);
        kept.add(base.getNode('s1'));
        return kept;
      },
    });
    expect(found('Kate Forbes', {}, alone)).toEqual([]);
    expect(found('Kazakhstan', {}, alone)).toEqual(['s1']);
  });
});

describe('a search can be narrowed', () => {
  test('to types', () => {
    expect(found('Kazakhstan', { types: ['Office'] })).toEqual(['f3']);
    expect(found('KAZ', { types: ['Office'] })).toEqual(['f3']);
  });

  test('to names in the script of a language', () => {
    expect(search('Zheneva', { language: 'ru' })[0]).toMatchObject({ matched: 'Женева', how: 'EXACT' });
    expect(search('Geneva', { language: 'zh' })).toEqual([]);
  });

  test('to so many hits', () => {
    expect(found('International', { first: 2 })).toHaveLength(2);
    expect(found('International', { first: 0 })).toEqual([]);
  });

  test('a type that the ontology lacks is refused, with the nearest', () => {
    expect(() => search('x', { types: ['Offical'] })).toThrow(
      'no node type or interface "Offical". Did you mean "Official"?',
    );
  });

  test('an unknown language narrows nothing', () => {
    expect(found('Geneva', { language: 'no such language' })[0]).toBe('t1');
  });
});

test('a better match comes first, and a node comes once', () => {
  const hits = search('Kazakhstan');
  expect(hits.map((hit) => nodeIds[hit.node])).toEqual(['s1', 'f3']);
  expect(hits[0]!.score).toBe(1);
  expect(hits[1]!.score).toBeLessThan(1);
});

test('metacharacters of query languages are plain text', () => {
  expect(found('"Kate" AND (Forbes* OR ~x)')[0]).toBe('p2');
  expect(found('^Kate Forbes$')[0]).toBe('p2');
});

test('any text can be asked for: scores lie between 0 and 1, best first', () => {
  const words = fc.constantFrom('Kate', 'Forbes', '34th', 'Женева', '国', 'Red', 'Cross', 'president', 'ICRC');
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(words, { maxLength: 20 }).map((it) => it.join(' ')),
  );
  fc.assert(
    fc.property(text, (it) => {
      const scores = search(it).map((hit) => hit.score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const score of scores) expect(score > 0 && score <= 1).toBe(true);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('a pasted page is searched by its first words, in no time', () => {
  const page = `Kate Forbes ${'lorem ipsum dolor '.repeat(100_000)}`;
  expect(() => search(page)).not.toThrow();
  expect(() => search('x'.repeat(1_000_000))).not.toThrow();
});

describe('people are found as they are written about', () => {
  const people = tinyGraph('p1:Official; p2:Official; p3:Official; p4:Official; p5:Official; s1:State; d1:Source', {
    p1: { name: 'Sadyr Japarov' },
    p2: { name: 'Müller' },
    p3: { name: 'Mueller' },
    p4: { name: 'A. K. Koroma' },
    p5: { name: 'Berta Kosta', aliases: ['习近平'] },
    s1: { name: 'South Africa', aliases: ['李鸣', '李明'] },
    d1: { name: 'Ms. Vidal' },
  });
  const ids = (text: string): string[] => search(text, {}, people).map((hit) => people.graph.nodes.ids[hit.node]!);

  test.each([
    ['S. Zhaparov', 'p1'],
    ['Japarov S', 'p1'],
    ['Ms. Kosta', 'p5'],
    ['H.E. Mr. Kosta', 'p5'],
    ['Abdul Koroma', 'p4'],
    ['Koroma AK', 'p4'],
    ['Southafrica', 's1'],
    ['South afri ca', 's1'],
    ['Xi Jinping', 'p5'],
    ['习近平', 'p5'],
  ])('%s', (text, id) => expect(ids(text)[0]).toBe(id));

  test('an initial or a title costs next to nothing, before the surname as behind it', () => {
    const [before, behind] = ['S. Japarov', 'Japarov S.'].map((it) => search(it, {}, people)[0]!.score);
    expect(before).toBeGreaterThan(0.9);
    expect(behind).toBeGreaterThan(0.9);
  });

  test('both spellings of one sound are told, the asked one first', () => {
    expect(ids('Mueller').slice(0, 2)).toEqual(['p3', 'p2']);
  });

  test('signs are matched as they are written, and never one by one', () => {
    expect(search('李鸣', {}, people)[0]).toMatchObject({ matched: '李鸣', how: 'EXACT', transliterated: false });
    expect(ids('近')).toEqual([]);
    expect(search('Xi Jinping', {}, people)[0]).toMatchObject({ matched: '习近平', transliterated: true });
  });

  test('slips are counted', () => {
    expect(search('Sadir Japorov', {}, people)[0]).toMatchObject({ how: 'FUZZY', edits: 2 });
  });
});

test('titles of sources come last, and do not stand in the way of a misspelt name', () => {
  const cited = tinyGraph('a:Official -knows{d1}-> s1:State; d1:Source; d2:Source', {
    a: { name: 'Ann' },
    s1: { name: 'Kazakhstan' },
    d1: { name: 'Gazette: a visit to Kazahstan' },
    d2: { name: 'Gazette: more on Kazahstan' },
  });
  expect(search('Kazahstan', {}, cited).map((hit) => cited.graph.nodes.ids[hit.node])[0]).toBe('s1');
  expect(search('Kazahstan', { types: ['Source'] }, cited)).toHaveLength(2);
});

test.each([
  ['10 kB of a word', 'a'.repeat(10_000)],
  ['10 kB of words', 'minister of the '.repeat(600)],
  ['marks alone', '.,;:!?-()'.repeat(1000)],
  ['scripts mixed', '国а b س'.repeat(1000)],
  ['joined letters', 'ofthe'.repeat(2000)],
])('%s is answered in no time', (_, text) => {
  const start = performance.now();
  search(text);
  expect(performance.now() - start).toBeLessThan(500);
});

describe('of documents', () => {
  const documents = tinyGraph('o1:Organisation; t1:Treaty; r1:Resolution; r2:Resolution; r3:Resolution', {
    o1: { name: 'International Criminal Court', aliases: ['ICC'] },
    t1: { name: 'Statute of the International Criminal Court' },
    r1: { name: 'Assembly resolution 40 (XXII)', title: 'International Criminal Court' },
    r2: { name: 'Council resolution 40 (2016)' },
    r3: { name: 'Assembly resolution 41 (XXIII)' },
  });
  const ids = (text: string): string[] =>
    search(text, {}, documents).map((hit) => documents.graph.nodes.ids[hit.node]!);

  test('a title comes behind the name that it repeats', () => {
    expect(
      search('International Criminal Court', {}, documents)
        .map((it) => it.score)
        .slice(0, 2),
    ).toEqual([1, 0.9]);
  });
  test('an acronym in a name that has it spelled out', () => {
    expect(ids('ICC statute')[0]).toBe('t1');
  });
  test('a number alone is sooner one without a session than one of a session', () => {
    expect(ids('resolution 40')[0]).toBe('r2');
    expect(ids('resolution 40 (22)')[0]).toBe('r1');
  });
});
