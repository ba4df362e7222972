import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { statedFacts } from '../../src/graph/stated-facts.ts';
import { openGraph } from '../../src/open-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { envelopeEnums, envelopeFields } from '../kit/envelope.ts';
import { shippedGraph } from '../kit/shipped-graph.ts';

const folder = mkdtempSync(join(tmpdir(), 'diplograph-save-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;
const freshFolder = (): string => join(folder, `saved-${++made}`);

/** Everything that is stated and concluded, without the places in files, in an order that does not matter. */
/** What a graph holds, a text each: they are compared faster than a hundred thousand objects, and as strictly. */
function contentOf({ graph }: GraphView): Readonly<Record<string, readonly string[]>> {
  const { nodes, claims, redirects } = statedFacts(GraphView.whole(graph));
  const edges = Array.from({ length: graph.edges.count }, (_, edge) => graph.edges.fact(edge, graph.nodes.ids));
  return {
    nodes: nodes.map(inWords),
    edges: edges.map(inWords),
    claims: claims.map(({ at: _, ...claim }) => inWords(claim)).sort(),
    redirects: [...redirects].map(inWords).sort(),
  };
}

/** Keys in one order; lists, and what is undefined, as they are. */
const inWords = (it: unknown): string =>
  JSON.stringify(it, (_, value: unknown) => {
    if (typeof value === 'bigint') return `${value}n`;
    if (Object.is(value, -0)) return '-0';
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

const schema = `
scalar PartialDate
${envelopeEnums}enum Colour { RED GREEN }
type Source @node { id: ID! name: String! sources: [ID!]! locators: [String!]! about: [Thing!]! @relationship(type: "about", direction: OUT, properties: "Carried") }
type Thing @node {
  id: ID! name: String! aliases: [String!]! note: String null: String
  whole: Int real: Float big: BigInt flag: Boolean day: Date moment: DateTime
  when: PartialDate start: Date end: Date colour: Colour numbers: [Float!] days: [Date!]
  sources: [ID!]! locators: [String!]!
  knows: [Thing!]! @relationship(type: "knows", direction: OUT, properties: "Carried")
  knownBy: [Thing!]! @relationship(type: "knows", direction: IN, properties: "Carried")
  meets: [Thing!]! @relationship(type: "meets", direction: OUT, queryDirection: UNDIRECTED, properties: "Carried")
  told: [Source!]! @relationship(type: "about", direction: IN, properties: "Carried")
}
type Carried @relationshipProperties {
  ${envelopeFields}
  weights: [Int!] big: BigInt
}
`;

/** Texts with everything that YAML could trip over, but for the control characters and half characters that no fact may have. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
    fc.constantFrom(
      ...'yes|null|~|2024|1e3|- a|a: b|#|\'|"|\\|{a}|[|!x|&x|*x|%|>|@|`| a |é|漢字|0x1F|.5|+1|a #b|...'.split('|'),
    ),
    fc.constantFrom('|', 'a\nb', '\t', '\r\n', '\u0085', '\u2028', '\ufeff', '--- '),
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out.
  .filter((it) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(it) && !/\p{Surrogate}/u.test(it))
  // Facts are kept composed.
  .map((it) => it.normalize('NFC'));
const date = fc.constantFrom(
  '2024',
  '2024-10',
  '2024-10-28',
  '2024-10-28/2024-10-31',
  '2022-10-01/..',
  '2022-10-01/',
  '2024~',
  '196X',
  '-0044-03-15',
);
const day = fc.constantFrom('2024-10-28', '1999-01-01', '-0044-03-15');
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const citations = fc
  .uniqueArray(fc.constantFrom('source:a', 'source:b', 'source:c'), { minLength: 1, maxLength: 3 })
  .chain((ids) => fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), locator: optional(text) }))));
const thing = fc.integer({ min: 0, max: 4 }).map((n) => `thing:${n}`);
const claim = fc
  .record({
    property: fc.constantFrom('note', 'whole'),
    rank: optional(fc.constantFrom('NORMAL', 'DEPRECATED')),
    modality: optional(fc.constantFrom('FACT', 'REPORTED')),
    note: optional(text),
    when: optional(date),
    saidBy: optional(thing),
    sources: citations,
  })
  .chain((it) => (it.property === 'note' ? text : fc.integer({ min: -9, max: 9 })).map((value) => ({ ...it, value })));
const node = (id: string) =>
  fc.record({
    id: fc.constant(id),
    type: fc.constant('Thing'),
    name: text,
    aliases: optional(fc.array(text, { maxLength: 3 })),
    note: optional(text),
    null: optional(text),
    whole: optional(fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 })),
    real: optional(fc.double({ noNaN: true, noDefaultInfinity: true })),
    big: optional(fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n })),
    flag: optional(fc.boolean()),
    day: optional(day),
    moment: optional(fc.constantFrom('2024-10-28T09:00:00Z', '2024-10-28T09:00:00.5+05:00')),
    when: optional(date),
    colour: optional(fc.constantFrom('RED', 'GREEN')),
    numbers: optional(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 3 })),
    days: optional(fc.array(day, { maxLength: 2 })),
    sources: optional(citations),
    replaces: optional(fc.constant([`old:${id}`, `older:${id}`])),
    claims: optional(fc.array(claim, { maxLength: 2 })),
  });
const edge = fc.record({
  from: thing,
  edge: fc.constantFrom('knows', 'meets'),
  to: fc.oneof(thing, fc.uniqueArray(thing, { minLength: 2, maxLength: 2 })),
  when: optional(date),
  role: optional(text),
  at: optional(thing),
  modality: optional(fc.constantFrom('FACT', 'REPORTED', 'DENIED')),
  saidBy: optional(thing),
  confidence: optional(fc.double({ min: 0, max: 1, noNaN: true })),
  rank: optional(fc.constantFrom('PREFERRED', 'NORMAL', 'DEPRECATED')),
  note: optional(text),
  weights: optional(fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 2 })),
  big: optional(fc.bigInt({ min: 0n, max: 2n ** 60n })),
  sources: citations,
});
const records = fc.record({
  sources: fc.constant(['a', 'b', 'c'].map((it) => ({ id: `source:${it}`, name: `Source ${it}` }))),
  nodes: fc.tuple(...[0, 1, 2, 3, 4].map((n) => node(`thing:${n}`))),
  edges: fc.array(edge, { maxLength: 8 }),
});

describe('a saved graph opens as the same graph', () => {
  test('whatever its facts say', async () => {
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(records, async (given) => {
        // The same thing said twice is no graph; most of what is made up is one.
        const graph = await openGraph({ schema, ...given }).catch((error: Error) => {
          if (!/states? the same|stated? (?:already|twice)/i.test(error.message)) throw error;
          return undefined;
        });
        if (!graph) return;
        opened++;
        const saved = freshFolder();
        await graph.save(saved);
        const schemaFile = join(folder, 'schema.graphql');
        writeFileSync(schemaFile, schema);
        const again = await openGraph({ schema: schemaFile, data: saved });
        expect(contentOf(again.view)).toEqual(contentOf(graph.view));
        rmSync(saved, { recursive: true });
      }),
      { numRuns: 60, seed: 20241028 },
    );
    expect(opened).toBeGreaterThan(30);
  });

  test('conclusions included, for the whole of what the package ships', async () => {
    const graph = await shippedGraph();
    const saved = freshFolder();
    await graph.save(saved);
    const again = await openGraph({ data: saved });
    expect(contentOf(again.view)).toEqual(contentOf(graph.view));
  }, 120_000);

  test('and a part of a graph with all that it names', async () => {
    const graph = await shippedGraph();
    const part = graph.stated().around('initiative:global-ihl', 1);
    const saved = freshFolder();
    await part.save(saved);
    const again = (await openGraph({ data: saved })).stated();
    expect(new Set(again.edges().map((it) => it.id))).toEqual(new Set(part.edges().map((it) => it.id)));
    expect(again.nodes('Source').count()).toBeGreaterThan(0);
  });
});

describe('a folder is written whole or not at all', () => {
  const open = () =>
    openGraph({ schema: 'type State @node { id: ID! name: String }', nodes: [{ id: 'state:kaz', type: 'State' }] });

  test('facts that are there are left alone unless they are to be replaced, and other files stay', async () => {
    const graph = await open();
    const saved = freshFolder();
    await graph.save(saved);
    writeFileSync(join(saved, 'README.md'), 'mine');
    mkdirSync(join(saved, 'tables'));
    const before = readFileSync(join(saved, 'dossiers/states.yaml'), 'utf8');
    await expect(graph.save(saved)).rejects.toMatchObject({ code: 'folder-has-facts' });
    const changed = graph.edit().changeNode('state:kaz', { name: 'Kazakhstan' }).commit();
    await changed.save(saved, { replace: true });
    expect(readdirSync(saved).sort()).toEqual(['README.md', 'dossiers']);
    expect(readFileSync(join(saved, 'dossiers/states.yaml'), 'utf8')).toBe(`${before}    name: Kazakhstan\n`);
  });

  test('a save that fails loses nothing and leaves nothing behind', async () => {
    const graph = await open();
    const parent = freshFolder();
    const saved = join(parent, 'data');
    await graph.save(saved);
    const before = readFileSync(join(saved, 'dossiers/states.yaml'), 'utf8');
    mkdirSync(join(saved, 'notes'));
    const { saveFolder } = await import('../../src/loading/saving/save-folder.ts');
    const texts = new Map([
      ['dossiers/a.yaml', 'title: A\n'],
      ['dossiers/a.yaml/b.yaml', 'title: B\n'],
    ]);
    await expect(saveFolder(saved, texts, true)).rejects.toThrow();
    expect(readFileSync(join(saved, 'dossiers/states.yaml'), 'utf8')).toBe(before);
    expect(readdirSync(parent)).toEqual(['data']);
  });

  test('a file is no folder, and an empty graph is not saved', async () => {
    const graph = await open();
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    await expect(graph.save(file)).rejects.toMatchObject({ code: 'not-a-folder' });
    const empty = graph.edit().retractNode('state:kaz').commit();
    await expect(empty.save(freshFolder())).rejects.toMatchObject({ code: 'nothing-to-save' });
  });

  test('a folder that holds something else than facts is left alone, whatever is asked', async () => {
    const graph = await open();
    const saved = freshFolder();
    mkdirSync(join(saved, 'left-pad'), { recursive: true });
    writeFileSync(join(saved, 'left-pad/index.js'), '');
    for (const options of [{}, { replace: true }]) {
      await expect(graph.save(saved, options)).rejects.toMatchObject({
        code: 'folder-of-others',
        message: expect.stringContaining('left-pad'),
      });
    }
    expect(readdirSync(saved, { recursive: true }).sort()).toEqual(['left-pad', 'left-pad/index.js']);
  });

  test('its mode stays, and so does what nothing reads, wherever it lies', async () => {
    const graph = await open();
    const saved = freshFolder();
    mkdirSync(join(saved, '.git'), { recursive: true });
    writeFileSync(join(saved, 'README.md'), 'mine');
    await graph.save(saved);
    chmodSync(saved, 0o750);
    writeFileSync(join(saved, 'dossiers/notes.docx'), 'mine');
    mkdirSync(join(saved, 'tables/raw'), { recursive: true });
    writeFileSync(join(saved, 'tables/raw/sheet.xlsx'), 'mine');
    writeFileSync(join(saved, 'tables/states.csv'), 'id\n');
    await graph.save(saved, { replace: true });
    expect(statSync(saved).mode & 0o777).toBe(0o750);
    expect(readdirSync(saved, { recursive: true }).sort()).toEqual([
      '.git',
      'README.md',
      'dossiers',
      'dossiers/notes.docx',
      'dossiers/states.yaml',
      'tables',
      'tables/raw',
      'tables/raw/sheet.xlsx',
    ]);
  });

  test('a link to a folder stays one', async () => {
    const graph = await open();
    const parent = freshFolder();
    const saved = join(parent, 'data');
    await graph.save(saved);
    symlinkSync(saved, join(parent, 'link'));
    await graph.save(join(parent, 'link'), { replace: true });
    expect(readlinkSync(join(parent, 'link'))).toBe(saved);
    expect(readdirSync(parent).sort()).toEqual(['data', 'link']);
  });

  test('what a killed process left is cleared, and a folder that had lost its name gets it back', async () => {
    const graph = await open();
    const parent = freshFolder();
    const saved = join(parent, 'data');
    await graph.save(saved);
    // No process has the largest number.
    mkdirSync(join(parent, '.data-saving-4194305-abc'));
    renameSync(saved, join(parent, '.data-saving-4194305-xyz-old'));
    await expect(graph.save(saved)).rejects.toMatchObject({ code: 'folder-has-facts' });
    expect(readdirSync(parent)).toEqual(['data']);
  });

  test('where nothing can be written, it says why', async () => {
    const graph = await open();
    const file = join(folder, 'no-folder');
    writeFileSync(file, '');
    await expect(graph.save(join(file, 'data'))).rejects.toMatchObject({ code: 'not-saved' });
  });
});
