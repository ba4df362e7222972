/**
 * What is no article, and what is hardly one: refused with the reason, or read in time that grows with the text.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { patternsFolder } from '../../src/base/shipped-files.ts';
import { openGraph } from '../../src/open-graph.ts';
import { openDocument } from '../../src/reading/open-document.ts';
import { readDocument } from '../../src/reading/read-document.ts';
import { loadPatterns } from '../../src/reading/read-patterns.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { claimsOf, read, view } from './reading-kit.ts';

const ask = (text: string): ReturnType<typeof readDocument> =>
  readDocument(view, text, patternsFolder, { source: 'source:x' });
const SENTENCE = 'Peru and Kenya attended the Lima Summit.';
const BOTH = ['Peru participated-in Lima Summit', 'Kenya participated-in Lima Summit'];

test.each([
  ['nothing', ' \n '],
  ['bytes', '\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000e\u000f'],
  ['10 MB', 'a '.repeat(5_000_000)],
])('%s is no article', async (_, text) => {
  await expect(ask(text)).rejects.toThrow('cannot be read as an article');
});

test.each(['2024-13', '2024-11', '1 November 2024', ''])(
  '"%s" is no day on which an article appeared',
  async (published) => {
    const asked = readDocument(view, SENTENCE, patternsFolder, { source: 'source:a', published });
    await expect(asked).rejects.toThrow('An article appears on one day');
  },
);

test('a list of names and a text in another language are told, names are linked, and nothing is claimed', async () => {
  const names = await ask('Kazakhstan Peru Kenya Brazil Jordan China France '.repeat(6));
  expect(names.claims).toEqual([]);
  expect(names.notes.join()).toContain('hardly English');
  const russian = await ask('Казахстан и Иордания приняли участие в конференции. '.repeat(8));
  expect(russian.nodes.map((it) => it.id)).toContain('state:jor');
  expect(russian.claims).toEqual([]);
});

test.each([
  ['soft hyphens', 'Pe\u00adru and Ken\u00adya atten\u00added the Li\u00adma Sum\u00admit.'],
  ['spaces that do not break', 'Peru\u00a0and Kenya attended the Lima\u00a0Summit.'],
  ['windows line ends', `${SENTENCE}\r\n`],
])('%s change nothing', (_, text) => {
  expect(claimsOf(text)).toEqual(BOTH);
});

test.each(['"', '“', '„', '«', '‘'])('a quotation that opens with %s and never closes is read on', (mark) => {
  expect(() => read(`${mark}${SENTENCE} He said ${mark}no. ${SENTENCE}`)).not.toThrow();
});

test('all capitals and mixed scripts are read without a fault', () => {
  expect(() => read(SENTENCE.toUpperCase())).not.toThrow();
  expect(read('Перу and Kenya attended the Lima Summit.').claims.length).toBeGreaterThan(0);
});

test('an article about another article tells who said it, and keeps it apart from facts', () => {
  const text = `According to President Ana Quispe of Peru, ${SENTENCE} The Lima Wire denied reports that Nepal hosted the Lima Summit.`;
  const said = claimsOf(text);
  expect(said).toEqual(expect.arrayContaining(BOTH.map((it) => `${it} REPORTED`)));
  expect(said).toContain('Nepal hosts Lima Summit NEGATED');
});

test('offsets of a text with characters beyond 16 bits are those of a JavaScript string', () => {
  const text = `🕊🕊 ${SENTENCE}`;
  for (const { evidence } of read(text).claims) expect(SENTENCE).toContain(text.slice(evidence.start, evidence.end));
});

describe('time grows with the text', () => {
  const milliseconds = (text: string): number => {
    const start = performance.now();
    read(text);
    return performance.now() - start;
  };
  /** A word for a number, so that every name is another. */
  const word = (i: number): string => `Ba${[...String(i)].map((it) => 'bcdfghjklm'[Number(it)]).join('a')}`;
  test.each<[string, (i: number) => string]>([
    ['prose', () => `${SENTENCE} `],
    ['words without a stop', () => 'Alpha Beta of Gamma and Delta '],
    ['states and commas', () => 'Peru, '],
    ['quotation marks', () => '“a ” '],
    ['hyphens', () => 'Lima-'],
    ['triggers', () => 'attended, '],
    ['names, each another', (i) => `${word(i)} ${word(7 * i)} of Peru attended the ${word(i)} Summit. `],
  ])('%s', (_, piece) => {
    const of = (length: number): string => {
      let text = '';
      for (let i = 0; text.length < length; i++) text += piece(i);
      return text;
    };
    const small = milliseconds(of(15_000));
    // Five times the text in about five times the time; a square would take twenty-five times as long.
    expect(milliseconds(of(75_000))).toBeLessThan(12 * small + 300);
  });

  test('a line of 1 MB is read in seconds', () => {
    expect(milliseconds('abcdef'.repeat(170_000))).toBeLessThan(5000);
    expect(milliseconds('peace '.repeat(170_000))).toBeLessThan(20_000);
  });
});

describe('documents', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const page = (body: string): string =>
    `<!doctype html><html lang="en"><head><title>A summit</title><link rel="canonical" href="https://example.org/a"></head><body><nav>Home News</nav><article><h1>A summit</h1>${body}</article><script>alert(1)</script></body></html>`;

  test('a page is reduced to its article, markup within names is none', async () => {
    const filler =
      '<p>The states discussed rivers, lakes and the sea, and agreed that water is shared by all who live beside it, today and tomorrow.</p>';
    const { text, url } = await openDocument(
      'a.html',
      bytes(page(`<p>Pe<b>ru</b> and <a href="/k">Kenya</a> attended the <i>Lima</i> Summit.</p>${filler.repeat(4)}`)),
    );
    expect(text).toContain(SENTENCE);
    expect(text).not.toMatch(/alert|Home News|<b>/);
    expect(url).toBe('https://example.org/a');
  });

  test('a page that has no article is refused', async () => {
    await expect(openDocument('a.html', bytes('<html><body><nav>Home</nav></body></html>'))).rejects.toThrow(
      'no article',
    );
  });

  test('Markdown loses its marks', async () => {
    expect(
      (await openDocument('a.md', bytes('# Head\n\nPeru and **Kenya** [attended](https://x.org) the Lima Summit.')))
        .text,
    ).toContain(SENTENCE);
  });

  /** A PDF of one page with a line of text for each sentence, as programs write it. */
  const pdf = (lines: readonly string[]): Uint8Array => {
    const drawn = lines.map((it, i) => `BT /F1 12 Tf 40 ${700 - 20 * i} Td (${it}) Tj ET`).join('\n');
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ];
    let text = '%PDF-1.4\n';
    const places = objects.map((it, i) => {
      const at = text.length;
      text += `${i + 1} 0 obj\n${it}\nendobj\n`;
      return `${String(at).padStart(10, '0')} 00000 n \n`;
    });
    const xref = `xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 6 /Root 1 0 R >>\n`;
    return bytes(`${text}${xref}startxref\n${text.length}\n%%EOF`);
  };

  test('a PDF is read, its broken lines joined', async () => {
    const { text } = await openDocument('a.pdf', pdf(['Peru and Kenya attended', 'the Lima Summit. Nepal did not.']));
    expect(text).toContain(SENTENCE);
    expect(claimsOf(text)).toEqual(expect.arrayContaining(BOTH));
  });

  test('a PDF is read as files are, into a Buffer, which stays as it is', async () => {
    const file = Buffer.from(pdf([SENTENCE]));
    expect((await openDocument('a.pdf', file)).text).toContain(SENTENCE);
    expect(file.length).toBeGreaterThan(0);
  });

  test.each(['utf16le', 'utf-16be'])('text of Windows is read: %s with its mark', async (encoding) => {
    const file = Buffer.from(`\uFEFF${SENTENCE}`, 'utf16le');
    expect((await openDocument('a.txt', encoding === 'utf16le' ? file : file.swap16())).text).toBe(SENTENCE);
  });

  test('a page gives what is known of its source: title, publisher, day, language', async () => {
    const meta =
      '<meta property="og:site_name" content="Lima Wire"><meta property="article:published_time" content="2023-05-06T08:00:00Z">';
    const body = `<p>${`${SENTENCE} Rivers and lakes were discussed by all who live beside them. `.repeat(6)}</p>`;
    const { text: _, ...draft } = await openDocument('a.html', bytes(page(body).replace('</head>', `${meta}</head>`)));
    expect(draft).toEqual({
      title: 'A summit',
      publisher: 'Lima Wire',
      published: '2023-05-06',
      language: 'en',
      url: 'https://example.org/a',
    });
  });

  test('an address that is none of the web is refused', async () => {
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'example.org', '']) {
      const asked = readDocument(view, SENTENCE, patternsFolder, { source: 'source:a', url });
      await expect(asked, url).rejects.toThrow('is none');
    }
  });

  test('what only begins like a PDF is refused', async () => {
    await expect(openDocument('a.pdf', bytes('%PDF-1.4 nothing'))).rejects.toThrow('the PDF is damaged or cut off.');
  });
});

describe('patterns', () => {
  const saidOf = (text: string): string[] => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'x.yaml'), text);
    return loadPatterns(view.ontology, folder).problems.map((it) => `${it.at?.line}:${it.at?.column} ${it.code}`);
  };
  test.each([
    ['', '1:1 not-a-pattern'],
    ['# nothing yet', '1:1 not-a-pattern'],
    ['edge: [', '1:8 broken-yaml'],
    ['- a', '1:1 not-a-pattern'],
    ['edge: hostd\nverbs: [host]', '1:7 unknown-pattern-edge'],
    ['edge: hosts\nverb: [host]', '2:1 unknown-pattern-key'],
    ['edge: hosts\nfrom: Planet\nverbs: [host]', '2:7 unknown-pattern-type'],
    ['edge: hosts', '1:1 wrong-pattern-part'],
    ['edge: hosts\nverbs: [{noun: host}]', '2:9 wrong-pattern-part'],
    ['edge: hosts\nverbs: [host]\nexamples: [{text: a}]', '3:12 wrong-pattern-part'],
  ])('%s: the place and the fault are told', (text, said) => {
    expect(saidOf(text)).toContain(said);
  });
});

test('an ontology of films brings its own patterns, and no code', async () => {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'lexicon.yaml'),
    'preferred: [Person, Film]\nheads: {Film: [film]}\nmodality: {PLANNED: {auxiliaries: [will]}}\n',
  );
  writeFileSync(join(folder, 'directed.yaml'), 'edge: directed\nverbs: [direct]\n');
  const schema = `
    type Person @node { id: ID! name: String! directed: [Film!]! @relationship(type: "directed", direction: OUT) }
    type Film @node { id: ID! name: String! directors: [Person!]! @relationship(type: "directed", direction: IN) }`;
  const graph = await openGraph({ schema, nodes: [{ id: 'person:ana', type: 'Person', name: 'Ana Quispe' }] });
  const { claims, nodes } = await graph.read(
    'Ana Quispe will direct the Water Film. The River Film was directed by Ana Quispe.',
    { source: 'x', patterns: folder },
  );
  const names = new Map(nodes.map((it) => [it.id, it.name]));
  expect(claims.map((it) => `${names.get(it.from)} ${it.edge} ${names.get(it.to)} ${it.modality}`)).toEqual([
    'Ana Quispe directed Water Film PLANNED',
    'Ana Quispe directed River Film FACT',
  ]);
  await expect(graph.read('Ana Quispe directed the Water Film.', { source: 'x' })).rejects.toThrow(
    'patterns have problems',
  );
});
