import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { Parser } from 'n3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupBy } from '../../src/base/group-by.ts';
import { explorerFolder } from '../../src/base/shipped-files.ts';
import { openGraph } from '../../src/open-graph.ts';
import { createServer } from '../../src/server/create-server.ts';
import { seedFolder } from '../kit/seed-folder.ts';
import { hostileGraph, hubGraph, moviesGraph } from './small-graphs.ts';

const built = existsSync(explorerFolder);
const HTML = { accept: 'text/html,*/*;q=0.8' };

/** The text of a page as a reader without a script has it. */
function textOf(html: string): string {
  return html
    .replace(/<(script|style)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

describe.skipIf(!built)('pages of the seed', () => {
  let server: FastifyInstance;
  beforeAll(async () => {
    const graph = await openGraph({ data: seedFolder() });
    server = await createServer({ graph, queries: 'queries', print: () => {} });
  });
  afterAll(() => server.close());
  const get = (url: string, headers: Record<string, string> = HTML) => server.inject({ url, headers });

  test('the first page says what there is, and leads to the questions and the story', async () => {
    const { statusCode, headers, body } = await get('/');
    expect(statusCode).toBe(200);
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(textOf(body)).toMatch(/\d+ things, \d+ stated and \d+ inferred relations/);
    expect(body).toMatch(
      /<h3>The Global Initiative<\/h3><ul><li><a href="\/question\/LaunchPartners">Which states launched/,
    );
    expect(body).toContain('story=seed.1');
  });

  test('the page of a thing tells its relations with dates, standing and sources, without a script', async () => {
    const { body } = await get('/entity/official:yerlan-alimbayev');
    const text = textOf(body);
    for (const told of [
      'Yerlan Alimbayev',
      'spoke at',
      'spoke-at →',
      '34th International Conference',
      'inferred',
      'stated',
      'P4',
    ]) {
      expect(text).toContain(told);
    }
    expect(body).toContain('href="/source/source:el-kz-34ic"');
  });

  test('relations have the words that the ontology has for them, as seen from the thing', async () => {
    const { body } = await get('/entity/org:icrc');
    expect(textOf(body)).toMatch(/headed by \d+ ← heads/);
    expect(body).toContain('<a href="#-heads">headed by</a>');
    expect(textOf(body)).toContain('co-launched');
  });

  test('a date tells certain from possible, and certain alone leaves the rest out', async () => {
    const { body } = await get('/entity/org:icrc?on=2024-10-30');
    expect(textOf(body)).toContain('certain then');
    expect(textOf(body)).toContain('possible then');
    expect(textOf((await get('/entity/org:icrc?on=2024-10-30&certain=1')).body)).not.toContain('possible then');
  });

  test('the page of a conclusion shows rule, premises and sources', async () => {
    const [edge] = (await openGraph({ data: seedFolder() }))
      .edges('represented')
      .toArray()
      .filter((it) => it.status === 'INFERRED');
    const text = textOf((await get(`/edge/${edge?.id}`)).body);
    expect(text).toContain('Why it is inferred');
    expect(text).toMatch(/inferred by rule R\d+/);
    expect(text).toContain('P3 #19');
  });

  test('the page of a source lists what rests on it', async () => {
    const text = textOf((await get('/source/source:el-kz-34ic')).body);
    expect(text).toMatch(/Stated by it alone: \d+/);
    expect(text).toMatch(/falling with it: \d+/);
  });

  test('a connection is told hop by hop, by names as well as by ids', async () => {
    const text = textOf((await get('/path?from=Kazakhstan&to=Mariana+Spolaric')).body);
    expect(text).toContain('Kazakhstan – Mirjana Spoljaric Egger');
    expect(text).toMatch(/\d steps/);
  });

  test('a connection whose hops held at one time says when, and leaves out those that never did', async () => {
    const counts = async (more: string): Promise<number> => {
      const { body } = await get(`/path?from=state:kaz&to=org:icrc&hops=3${more}`);
      if (more !== '') {
        const headings = [...body.matchAll(/<h2>\d steps?.*?<\/h2>/g)].map(([it]) => textOf(it));
        expect(headings.every((it) => /, at one time .*\d{4}|at one time … – …/.test(it))).toBe(true);
      }
      return [...body.matchAll(/<ol class="hops">/g)].length;
    };
    expect(await counts('&together=1')).toBeGreaterThan(0);
    expect(await counts('&together=1')).toBeLessThanOrEqual(await counts(''));
  });

  test('every shipped question has a page', async () => {
    const { body } = await get('/');
    const questions = [...body.matchAll(/href="(\/question\/[^"]+)"/g)].map((it) => it[1] ?? '');
    expect(questions.length).toBeGreaterThan(20);
    for (const url of questions) {
      const page = await get(url);
      expect(page.statusCode, url).toBe(200);
      expect(page.body, `${url} has an answer`).toMatch(
        /<table>|<dl class="properties">|class="value"|class="dim">Nothing/,
      );
      expect(page.body, `${url} has no error`).not.toContain('class="refused"');
    }
  });

  test('of a question with several operations each has its answer, under its name', async () => {
    const text = textOf((await get('/question/HeadOnADay')).body);
    expect(text).toMatch(/Head on a day .*Mirjana Spoljaric Egger.* Head in september 2022 possibly .*Nothing\./s);
  });

  test('every step of the story stands, and leads on', async () => {
    let url: string | undefined = /href="([^"]+story=seed\.1)"/
      .exec((await get('/')).body)?.[1]
      ?.replaceAll('&amp;', '&');
    let steps = 0;
    while (url !== undefined) {
      const { statusCode, body } = await get(url);
      expect(statusCode, url).toBe(200);
      expect(textOf(body)).toContain(`Step ${++steps} of 6`);
      url = /class="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(steps).toBe(6);
  });

  test('links of pages lead somewhere', async () => {
    const links = new Set<string>();
    for (const url of ['/', '/entity/conference:34ic?on=2024', '/graph?c=state:kaz', '/source/source:el-kz-34ic']) {
      const found = (await get(url)).body.matchAll(/href="(\/[^"#]*)"/g);
      for (const [, link = ''] of found) links.add(link.replaceAll('&amp;', '&'));
    }
    expect(links.size).toBeGreaterThan(100);
    // Pages of one kind are made alike: some of each do.
    const rooms = groupBy([...links], (it) => it.split(/[/?]/)[1]);
    const some = [...rooms.values()].flatMap((it) => it.slice(0, 4));
    for (const link of some) expect((await get(link)).statusCode, link).toBeLessThan(400);
  });

  test('programs get a thing as JSON, JSON-LD or Turtle by what they accept', async () => {
    const url = '/entity/state:kaz';
    const json = await get(url, { accept: 'application/json' });
    expect(json.json()).toMatchObject({ id: 'state:kaz', type: 'State', name: 'Kazakhstan' });
    expect(json.headers.vary).toContain('Accept');
    const turtle = await get(String((await get(url, { accept: 'text/turtle' })).headers.location), {});
    expect(new Parser({ format: 'text/turtle' }).parse(turtle.body).length).toBeGreaterThan(20);
    const linked = await get(String((await get(url, { accept: 'application/ld+json' })).headers.location), {});
    expect(JSON.parse(linked.body)).toHaveProperty('@context');
    expect((await get('/entity/state:none', { accept: 'application/json' })).statusCode).toBe(404);
    const refused = await get('/entity/state:kaz?as=json&on=30/10/2024');
    expect(refused.statusCode).toBe(400);
    expect(refused.json().errors[0].message).toContain('Is it 2024-10-30?');
  });

  test('the head holds what search engines read', async () => {
    const { body } = await get('/entity/state:kaz');
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? [];
    expect(JSON.parse(data)).toMatchObject({ '@type': 'Country', name: 'Kazakhstan' });
    expect(body).toMatch(/<title>Kazakhstan – /);
    expect((await get('/sitemap.xml')).body).toContain('/entity/state%3Akaz</loc>');
    expect((await get('/robots.txt')).body).toContain('Sitemap:');
  });

  test('an unknown id is told with near names', async () => {
    const { statusCode, body } = await get('/entity/state:kazakhstann');
    expect(statusCode).toBe(404);
    expect(textOf(body)).toContain('Kazakhstan');
    const picture = await get('/graph?c=state:kazakhstann&c=org:icrc');
    expect(picture.statusCode).toBe(404);
    expect(picture.body).toContain('href="/entity/state:kaz"');
  });

  test.each([
    '/entity/state:kaz?on=yesterday',
    `/entity/${'x'.repeat(3000)}`,
    `/search?q=${encodeURIComponent('<script>alert(1)</script>')}`,
    `/graph?c=${encodeURIComponent('"}) { id } }')}`,
    '/graph?c=state:kaz&x=~~~&n=NaN&on=2024-99',
    '/path?from=%00&to=%FF',
    `/graph?${'c=state:kaz&'.repeat(400)}`,
    `/graph?c=state:kaz&${Array.from({ length: 700 }, (_, i) => `h=state:x${i}`).join('&')}`,
    `/graph?c=state:kaz&s=${encodeURIComponent('<script>alert(1)</script>')}&p=~1~2&p=x~y~z&names=<b>&as=9&trust=NaN`,
    `/embed?c=state:kaz&on=${encodeURIComponent('"><script>alert(1)</script>')}`,
    '/graph?c=state:kaz&a=state:none',
    '/source/none',
    '/question/None',
  ])('a broken or hostile address is answered with a page and no fault: %.60s', async (url) => {
    const { statusCode, body } = await get(url);
    expect(statusCode).toBeLessThan(500);
    expect(body).not.toContain('<script>alert');
  });

  test.each([
    ['/entity/official:kate-forbes', /<section id=.*<\/section>/s],
    ['/entity/org:icrc?on=2024-10-30&certain=1', /<section id=.*<\/section>/s],
    ['/graph?c=initiative:global-ihl', /<tbody>.*<\/tbody>/s],
    ['/graph?c=state:kaz&c=org:icrc&x=conference:34ic~spoke-at&on=2024&stated=1', /<tbody>.*<\/tbody>/s],
    ['/graph?c=initiative:global-ihl&et=joined&nt=Event&h=state:bra&on=2024-09-27&certain=1', /<tbody>.*<\/tbody>/s],
    ['/path?from=Kazakhstan&to=Mirjana+Spoljaric&together=1', /<ol class="paths">.*<\/ol>/s],
  ])('the query behind %s, and the program, give what it shows and nothing else', async (url, part) => {
    const graph = await openGraph({ data: seedFolder() });
    const { body } = await get(url);
    const [query = '', program = ''] = [...body.matchAll(/<pre>(.*?)<\/pre>/gs)].map(([, text = '']) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    );
    const { data, errors } = await graph.query(query);
    expect(errors).toBeUndefined();
    let printed = '';
    const run = new Function('openGraph', 'console', `return (async () => {${program.replace(/^import .*$/m, '')}})()`);
    await run(async () => graph, { log: (text: string) => (printed += text) });
    expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(data)));
    const [shown = ''] = part.exec(body) ?? [];
    const ids = new Set([...shown.matchAll(/href="\/edge\/(edge:[0-9a-f]+)/g)].map((it) => it[1]));
    const { disagreements: _, ...told } = data as Record<string, unknown>;
    const given = new Set([...JSON.stringify(told).matchAll(/"edge:[0-9a-f]+"/g)].map(([it]) => it.slice(1, -1)));
    expect(ids.size).toBeGreaterThan(1);
    if (url.startsWith('/path')) for (const id of ids) expect(given).toContain(id);
    else expect([...ids].sort()).toEqual([...given].sort());
  });

  test('names are shown in the script that the address asks for, where things have one', async () => {
    const { body } = await get('/entity/state:kaz?names=Cyrl');
    expect(textOf(/<h1>.*?<\/h1>/s.exec(body)?.[0] ?? '').trim()).toBe('Казахстан');
    expect(body).toMatch(/<option value="Cyrl" selected>Cyrillic<\/option>/);
    expect(textOf((await get('/entity/state:kaz?names=Nonsense')).body)).toContain('Kazakhstan');
    for (const url of ['/path?from=state:kaz&to=org:icrc', '/source/source:el-kz-34ic?', '/search?q=Kazakhstan']) {
      expect(textOf((await get(`${url}&names=Cyrl`)).body), url).toContain('Казахстан');
    }
  });

  test('the page of a thing asks for much less than the limit of an operation, in any script', async () => {
    const graph = await openGraph({ data: seedFolder() });
    const strict = await createServer({ graph, config: { limits: { maxCost: 60_000 } }, print: () => {} });
    for (const url of [
      '/entity/state:kaz',
      '/entity/state:kaz?names=Cyrl',
      '/path?from=state:kaz&to=org:icrc&names=Cyrl',
    ]) {
      expect((await strict.inject({ url, headers: HTML })).statusCode, url).toBe(200);
    }
    await strict.close();
  });

  test('types that no table knows are told apart by colour, and the page holds the table that it needs', async () => {
    const movies = await createServer({ graph: await moviesGraph(), print: () => {} });
    const { body } = await movies.inject({ url: '/graph?c=film:metropolis', headers: HTML });
    const [, site = ''] = /data-site="([^"]+)"/.exec(body) ?? [];
    const { look } = JSON.parse(site.replaceAll('&quot;', '"'));
    expect(Object.keys(look.nodes)).toEqual(['Person', 'Film']);
    expect(new Set(Object.values(look.edges)).size).toBe(2);
    await movies.close();
  });

  test('a search for what nothing is called says so, and one of which a word is known leads to that', async () => {
    expect(textOf((await get('/search?q=Xyzzyqwerty')).body)).toContain('Nothing is called “Xyzzyqwerty”');
    expect(textOf((await get('/search?q=Xyzzyqwerty+Kazakhstan')).body)).toContain('Kazakhstan State');
  });

  test('other names stand by their script', async () => {
    const text = textOf((await get('/entity/state:kaz')).body);
    expect(text).toMatch(/aliases .*Cyrillic: Казахстан/);
  });

  test('what a browser loads is small', () => {
    const folder = join(explorerFolder, 'client/assets');
    const sizes = readdirSync(folder).map((it) => gzipSync(readFileSync(join(folder, it))).length);
    // All of it, the picture with its layout and the review among it.
    expect(sizes.reduce((sum, it) => sum + it)).toBeLessThan(90_000);
  });

  test('an answer to a question has names as links, sources with their places, and a picture', async () => {
    const { body } = await get('/question/LaunchPartners');
    expect(body).toContain('<a href="/entity/state:bra"><bdi>Brazil</bdi></a>');
    expect(body).toMatch(/<a href="\/source\/source:el-kz-34ic"><bdi>[^<]+<\/bdi><\/a><span class="dim"> P5 #\d+/);
    const [, picture = ''] = /href="(\/graph\?a=[^"]+)">Show as a picture/.exec(body) ?? [];
    expect(textOf((await get(picture.replaceAll('&amp;', '&'))).body)).toContain('co-launched');
  });

  test('a thing with more relations than a page shows says how many more, and shows them all', async () => {
    const server = await createServer({ graph: await hubGraph(1000), print: () => {} });
    const rows = async (url: string): Promise<number> =>
      (await server.inject({ url, headers: HTML })).body.split('<tr').length - 2;
    expect(textOf((await server.inject({ url: '/entity/film:hub', headers: HTML })).body)).toContain('975 more');
    expect(await rows('/entity/film:hub')).toBe(25);
    expect(await rows('/entity/film:hub?all=-acted-in')).toBe(1000);
    await server.close();
  });
});

test.skipIf(!built)('search engines are asked to leave the pages alone where the operator wants it so', async () => {
  const server = await createServer({
    graph: await openGraph({ data: seedFolder() }),
    config: { index: false },
    print: () => {},
  });
  expect((await server.inject('/robots.txt')).body).toContain('Disallow: /');
  expect((await server.inject('/sitemap.xml')).statusCode).toBe(404);
  expect((await server.inject({ url: '/', headers: HTML })).body).toContain('name="robots" content="noindex"');
  await server.close();
});

describe.skipIf(!built)('a view for another site', () => {
  const graph = openGraph({ data: seedFolder() });
  const get = async (url: string, frameAncestors?: readonly string[]) => {
    const config = frameAncestors && { config: { frameAncestors } };
    const about = { name: 'Seed', version: '1.2', licence: 'CC BY 4.0' };
    const server = await createServer({ graph: { view: (await graph).view, about }, ...config, print: () => {} });
    const answer = await server.inject({ url, headers: HTML });
    await server.close();
    return answer;
  };

  test('may be framed by nobody unless the operator says so', async () => {
    const { statusCode, headers } = await get('/embed?c=state:kaz');
    expect(statusCode).toBe(200);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-frame-options']).toBe('DENY');
  });

  test('may be framed by the sites that the operator names, and other pages by none', async () => {
    const sites = ['https://example.org', 'https://*.example.net'];
    const { headers, body } = await get('/embed?c=state:kaz&on=2024', sites);
    expect(headers['content-security-policy']).toMatch(
      /script-src 'self';.*frame-ancestors https:\/\/example.org https:\/\/\*\.example\.net$/,
    );
    expect(headers['x-frame-options']).toBeUndefined();
    for (const url of ['/graph?c=state:kaz', '/', '/graphql', '/embed/']) {
      expect((await get(url, sites)).headers['content-security-policy'], url).toContain("frame-ancestors 'none'");
    }
    expect(textOf(body)).toMatch(
      /Kazakhstan, as of 2024\. Seed 1\.2\. Licence of the data: CC BY 4\.0\. Open in the explorer/,
    );
    expect(body).toContain('href="/graph?c=state:kaz&amp;on=2024"');
    expect(body).not.toContain('<header');
  });
});

describe.skipIf(!built)('another ontology', () => {
  test('has every page, named by what its types have', async () => {
    const server = await createServer({ graph: await moviesGraph(), print: () => {} });
    const text = async (url: string): Promise<string> => textOf((await server.inject({ url, headers: HTML })).body);
    expect(await text('/entity/film:metropolis')).toMatch(/Metropolis.*acted-in.*Brigitte Helm/);
    expect(await text('/entity/person:helm')).toContain('Metropolis');
    expect(await text('/path?from=person:helm&to=person:lang')).toContain('2 steps');
    expect(await text('/graph?c=film:metropolis')).toContain('Brigitte Helm');
    expect(await text('/search?q=Metropols')).toContain('Metropolis');
    await server.close();
  });

  test('an address of an old release leads to what its thing was merged into', async () => {
    const server = await createServer({ graph: await moviesGraph(), print: () => {} });
    const leadsTo = async (url: string) => {
      const { statusCode, headers } = await server.inject({ url, headers: HTML });
      return [statusCode, headers.location];
    };
    expect(await leadsTo('/entity/person:schittenhelm?on=1927')).toEqual([301, '/entity/person:helm?on=1927']);
    expect(await leadsTo('/source/person:schittenhelm')).toEqual([301, '/source/person:helm']);
    expect(await leadsTo('/graph?c=person:schittenhelm&as=table')).toEqual([301, '/graph?c=person:helm&as=table']);
    await server.close();
  });
});

describe.skipIf(!built)('hostile names', () => {
  test('are inert, whatever they hold', async () => {
    const server = await createServer({ graph: await hostileGraph(), print: () => {} });
    for (const url of ['/entity/person:evil', '/graph?c=person:evil', '/search?q=onerror', '/source/source:evil']) {
      const { statusCode, body } = await server.inject({ url, headers: HTML });
      expect(statusCode, url).toBe(200);
      expect(body).not.toContain('<img');
      expect(body).not.toContain('href="javascript:');
      expect(body).not.toMatch(/<script>(?!<)/);
    }
    await server.close();
  });
});
