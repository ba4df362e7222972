/**
 * From claims to a dossier: decisions are kept and found again, and what is accepted stands before `check`.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { patternsFolder, schemaFile } from '../../src/base/shipped-files.ts';
import { openGraph } from '../../src/open-graph.ts';
import type { ReadClaim } from '../../src/reading/claim.ts';
import { type Decision, nameOfSource } from '../../src/reading/claims-file.ts';
import { ReviewFolder } from '../../src/reading/review-folder.ts';
import { RuleRecords } from '../../src/reading/rule-records.ts';
import { runLine } from '../cli/run-line.ts';
import { seedFolder } from '../kit/seed-folder.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { view } from './reading-kit.ts';

const ARTICLE =
  'The Lima Summit, held in Geneva on 5 May 2023, was attended by Kazakhstan and Brazil. Brazil has offered to host the next summit.';
let folder = '';
const run = (...line: string[]): ReturnType<typeof runLine> => runLine(line, { cwd: folder });
const read = (...more: string[]): ReturnType<typeof runLine> =>
  run('read', 'article.txt', '--source', 'source:invented', '--published', '2023-05-06', '-o', 'claims', ...more);
const claimsFile = (of = 'claims'): { claims: { id: string; edge: string; modality: string; from: string }[] } =>
  JSON.parse(readFileSync(join(folder, of, 'invented.claims.json'), 'utf8'));

beforeAll(() => {
  folder = temporaryFolder();
  cpSync(seedFolder(), join(folder, 'graph-data'), { recursive: true });
  cpSync(schemaFile, join(folder, 'schema.graphql'));
  cpSync(patternsFolder, join(folder, 'graph-data/patterns'), { recursive: true });
  writeFileSync(join(folder, 'article.txt'), ARTICLE);
});

test('an article becomes claims, decisions, and a dossier that check takes; running it again changes nothing', async () => {
  const { stdout } = await read();
  expect(stdout).toContain('Kazakhstan participated-in Lima Summit (new Conference)');
  expect(stdout).toContain('P1 “');
  expect((await run('review', 'claims', 'accept', 'all', '--by', 'Ana')).stderr).toContain('kept');
  const first = await run('accept', 'claims', '--text', 'article.txt');
  expect(first.stderr).toContain('told as OFFERED');
  expect(first.stdout).toContain('1 new node');
  const dossier = readFileSync(join(folder, 'graph-data/dossiers/read/invented.yaml'), 'utf8');
  expect(dossier).toContain('locator: "P1: ');
  expect(dossier).not.toContain('hosts');
  const checked = await run('check');
  expect(checked.stdout.split('\n').filter((it) => it.includes('dossiers/read'))).toEqual([]);
  expect((await run('accept', 'claims', '--text', 'article.txt')).stdout).toContain('unchanged');
  expect(readFileSync(join(folder, 'graph-data/dossiers/read/invented.yaml'), 'utf8')).toBe(dossier);
});

test('a decision is taken back by undo, and a changed article keeps decisions and lists those that are gone', async () => {
  await read();
  const [one] = claimsFile().claims;
  await run('review', 'claims', 'reject', one!.id, '--reason', 'a test');
  expect((await run('review', 'claims')).stdout).not.toContain(one!.id);
  await run('review', 'claims', 'undo', one!.id);
  writeFileSync(join(folder, 'article.txt'), ARTICLE.replace(' and Brazil', ''));
  await read();
  const listed = (await run('review', 'claims')).stdout;
  expect(listed).toContain('Gone: accept c-');
  expect(listed).toMatch(/\d decided/);
  writeFileSync(join(folder, 'article.txt'), ARTICLE);
});

describe('an article whose dossier is in the graph', () => {
  const dossierOf = (name: string): string => join(folder, `graph-data/dossiers/read/${name}.yaml`);
  const sourcesOf = async (type: string, to: string): Promise<(from: string) => readonly string[]> => {
    const { view } = await openGraph({ data: join(folder, 'graph-data'), schema: join(folder, 'schema.graphql') });
    const { edges } = view.graph;
    return (from) => {
      const found: string[][] = [];
      view.forEachEdge(view.findNode(from)!, 'OUT', edges.typeCode(type), (edge, other) => {
        if (other === view.findNode(to)) found.push([...edges.sources(edge)]);
      });
      expect(found.length).toBeLessThanOrEqual(1);
      return found[0] ?? [];
    };
  };
  const problems = async (): Promise<string[]> =>
    (await run('check')).stdout.split('\n').filter((it) => it.includes('dossiers/read'));

  test('may be read again: its claims and decisions stay, and so do the nodes that only its dossier defines', async () => {
    await read('-o', 'again');
    await run('review', 'again', 'accept', 'all');
    await run('accept', 'again', '--text', 'article.txt');
    const [first, dossier] = [claimsFile('again'), readFileSync(dossierOf('invented'), 'utf8')];
    await read('-o', 'again');
    expect(claimsFile('again').claims.map((it) => it.id)).toEqual(first.claims.map((it) => it.id));
    expect((await run('review', 'again')).stdout).toContain(`0 open, ${first.claims.length} decided`);
    expect((await run('accept', 'again', '--text', 'article.txt')).stdout).toContain('1 new node, 3 edges, unchanged');
    expect(readFileSync(dossierOf('invented'), 'utf8')).toBe(dossier);
    expect(await problems()).toEqual([]);
  });

  test('may come from a second source: nodes are defined and statements made once, and cite both', async () => {
    rmSync(dossierOf('invented'));
    writeFileSync(join(folder, 'more.txt'), `${ARTICLE} Jordan attended the Lima Summit.`);
    await run('read', 'article.txt', '--source', 'source:one', '-o', 'both');
    await run('read', 'more.txt', '--source', 'source:two', '-o', 'both');
    await run('review', 'both', 'accept', 'all');
    const { stdout } = await run('accept', 'both');
    expect(stdout).toContain('1 edge, 3 statements of other files cited');
    const [one, two] = ['one', 'two'].map((it) => readFileSync(dossierOf(it), 'utf8'));
    expect(one).toContain('- id: conference:lima-summit');
    expect(two).not.toContain('- id: conference:lima-summit');
    expect(two!.match(/extend: true/g)).toHaveLength(3);
    const cited = await sourcesOf('participated-in', 'conference:lima-summit');
    expect(cited('state:bra')).toEqual(['source:one', 'source:two']);
    expect(cited('state:jor')).toEqual(['source:two']);
    expect(await problems()).toEqual([]);
    expect((await run('accept', 'both')).stdout.match(/unchanged/g)).toHaveLength(2);
    // Nothing of the first is accepted any more, but the second still speaks of what it defines.
    for (const { id, modality } of JSON.parse(readFileSync(join(folder, 'both/one.claims.json'), 'utf8')).claims)
      if (modality === 'FACT') await run('review', 'both', 'reject', id);
    await run('accept', 'both');
    expect(readFileSync(dossierOf('one'), 'utf8')).toContain('- id: conference:lima-summit');
    // What the first does not state any more, the second states.
    expect(readFileSync(dossierOf('two'), 'utf8')).not.toContain('extend');
    expect(await problems()).toEqual([]);
    const { claims } = JSON.parse(readFileSync(join(folder, 'both/two.claims.json'), 'utf8'));
    await run('review', 'both', 'reject', ...claims.map((it: { id: string }) => it.id));
    await run('accept', 'both');
    expect(existsSync(dossierOf('two'))).toBe(false);
    expect(await problems()).toEqual([]);
    for (const it of ['one', 'two']) rmSync(dossierOf(it), { force: true });
  });

  test('may say what another file states with a date: that statement gets one more source, once, until it is undone', async () => {
    writeFileSync(join(folder, 'known.txt'), 'ICRC President Mirjana Spoljaric Egger spoke on Monday.');
    const before = (await sourcesOf('heads', 'org:icrc'))('official:mirjana-spoljaric-egger');
    await run('read', 'known.txt', '--source', 'source:known', '-o', 'known');
    await run('review', 'known', 'accept', 'all');
    expect((await run('accept', 'known')).stdout).toContain('1 statement of other files cited');
    expect((await run('accept', 'known')).stdout).toContain('unchanged');
    expect(await problems()).toEqual([]);
    const cited = (await sourcesOf('heads', 'org:icrc'))('official:mirjana-spoljaric-egger');
    expect(cited).toEqual([...before, 'source:known']);
    await run('review', 'known', 'undo');
    expect((await run('accept', 'known')).stdout).toContain('removed');
    expect((await sourcesOf('heads', 'org:icrc'))('official:mirjana-spoljaric-egger')).toEqual(before);
  });

  test('whom an article quotes, and where, is kept though no claim has them as an end', async () => {
    await read('-o', 'quoted');
    const path = join(folder, 'quoted/invented.claims.json');
    const { nodes, claims, ...rest } = JSON.parse(readFileSync(path, 'utf8'));
    const proposed = (id: string, type: string, name: string): object => {
      return { id, isNew: true, type, name, mentions: [name], link: { method: 'proposed', score: 0.5 } };
    };
    nodes.push(proposed('n-8', 'Official', 'Ana Quispe'), proposed('n-9', 'Event', 'Lima Briefing'));
    Object.assign(claims[0], { modality: 'REPORTED', saidBy: 'n-8', at: 'n-9' });
    writeFileSync(path, JSON.stringify({ ...rest, nodes, claims }));
    await run('review', 'quoted', 'accept', 'all');
    await run('accept', 'quoted');
    const dossier = readFileSync(dossierOf('invented'), 'utf8');
    expect(dossier).toContain('at: event:lima-briefing\n    modality: REPORTED\n    saidBy: official:ana-quispe');
    expect(dossier).toContain('- id: official:ana-quispe');
    expect(dossier).toContain('- id: event:lima-briefing');
    expect(await problems()).toEqual([]);
    rmSync(dossierOf('invented'));
  });
});

test('two that are one are merged: their claims become one, with each place, and the last decision can be taken back', async () => {
  const text = `${ARTICLE}\nKazakhstan took part in the Water Forum. The Water Forum opened in Geneva.`;
  writeFileSync(join(folder, 'two.txt'), text);
  await run('read', 'two.txt', '--source', 'source:two', '-o', 'merged');
  const reviews = new ReviewFolder(view, join(folder, 'merged'));
  const said = (): string[] =>
    reviews
      .queue()
      .flatMap((it) =>
        it.kind === 'claim'
          ? [`${it.claim.from.name} ${it.claim.claim.edge} ${it.claim.to.name} ${it.claim.alsoSaid.length}`]
          : [],
      );
  const before = said();
  expect(before).toContain('Kazakhstan participated-in Water Forum 0');
  reviews.decide('merge', ['Conference Water Forum'], { to: 'Conference Lima Summit', by: 'Ana' });
  expect(said()).toContain('Kazakhstan participated-in Lima Summit 1');
  expect(said().join()).not.toContain('Water Forum');
  reviews.decide('accept', ['all']);
  expect(reviews.queue().filter((it) => it.kind === 'claim')).toEqual([]);
  await run('accept', 'merged', '--text', 'two.txt', '-o', 'merged');
  const dossier = readFileSync(join(folder, 'merged/two.yaml'), 'utf8');
  expect(dossier).not.toContain('conference:water-forum');
  expect(dossier).toMatch(/to: conference:lima-summit\n *locator: "P1: .*; P2"/);
  for (let undone = reviews.undo(); undone; undone = reviews.undo()) expect(undone.decision).not.toBe('undo');
  expect(said()).toEqual(before);
  expect(new ReviewFolder(view, join(folder, 'merged')).queue()).toEqual(reviews.queue());
});

test('two claims are decided to be one', async () => {
  await read('-o', 'pair');
  const [one, two] = claimsFile('pair').claims;
  expect((await run('review', 'pair', 'merge', one!.id, two!.id)).code).toBe(0);
  const listed = (await run('review', 'pair')).stdout;
  expect(listed).not.toContain(one!.id);
  expect(listed).toContain('also said in P1');
  await run('review', 'pair', 'undo', one!.id);
  expect((await run('review', 'pair')).stdout).toContain(one!.id);
  for (const wrong of [
    [one!.id, one!.id],
    [one!.id, 'c-none'],
    ['Conference Lima Summit', one!.id],
  ])
    expect((await run('review', 'pair', 'merge', ...wrong)).code).toBe(2);
});

describe('confidence is learnt from decisions', () => {
  const claim = (id: string, rule = 'hosts/verb:host'): ReadClaim => ({
    id,
    from: 'a',
    edge: 'hosts',
    to: 'b',
    modality: 'FACT',
    evidence: { line: 1, start: 0, end: 1, trigger: [0, 1] },
    rule,
    confidence: 0.8,
  });
  const recordsOf = (accepted: number, rejected: number): RuleRecords => {
    const claims = Array.from({ length: accepted + rejected }, (_, i) => claim(`c-${i}`));
    const decisions = claims.map(
      (it, i): Decision => ({ decision: i < accepted ? 'accept' : 'reject', of: it.id, when: '2024-01-01' }),
    );
    return new RuleRecords([
      { name: 'x', reading: { document: { source: 'x', sha256: '' }, nodes: [], claims }, decisions },
    ]);
  };
  test('a rule that is accepted is believed more, one that is rejected less, and the count is told', () => {
    expect(recordsOf(0, 0).of(claim('c'))).toEqual({ confidence: 0.8, decided: 0, isSuggestion: false });
    const [good, bad] = [recordsOf(9, 1).of(claim('c')), recordsOf(1, 9).of(claim('c'))];
    expect(good.confidence).toBeGreaterThan(0.85);
    expect(bad.confidence).toBeLessThan(0.5);
    expect([good.decided, bad.decided]).toEqual([10, 10]);
  });
  test('a rule of which nothing is known goes by its edge type', () => {
    const other = recordsOf(0, 12).of(claim('c', 'hosts/noun:host'));
    expect(other.decided).toBe(0);
    expect(other.confidence).toBeLessThan(0.3);
  });
  test('from twenty decisions on, a rule that is mostly wrong only suggests', () => {
    expect(recordsOf(9, 10).of(claim('c')).isSuggestion).toBe(false);
    expect(recordsOf(10, 10).of(claim('c')).isSuggestion).toBe(true);
    expect(recordsOf(16, 4).of(claim('c')).isSuggestion).toBe(false);
  });
});

test('an edit changes how a claim is told and never its ends; a wrong word is refused with those there are', async () => {
  await read();
  const { id } = claimsFile().claims.find((it) => it.edge === 'held-in')!;
  expect((await run('review', 'claims', 'edit', id, 'modality=PLANNED')).code).toBe(0);
  expect((await run('review', 'claims', 'edit', id, 'from=state:bra')).code).toBe(2);
  expect((await run('review', 'claims', 'edit', id, 'modality=SURE')).stderr).toContain('PLANNED');
  expect((await run('review', 'claims', 'edit', id, 'when=05/06/2023')).code).toBe(2);
  expect((await run('review', 'claims', 'edit', id, 'at=Event Nowhere')).stderr).toContain(
    'an occasion of the article',
  );
  await run('review', 'claims', 'edit', id, 'saidBy=State Brazil', 'at=Conference Lima Summit', 'count=3', 'role=host');
  const claimNow = (): ReadClaim =>
    new ReviewFolder(view, join(folder, 'claims')).reviews[0]!.claims.find((it) => it.claim.id === id)!.claim;
  expect(claimNow()).toMatchObject({ saidBy: 'state:bra', at: expect.stringMatching(/^n-/), count: 3, role: 'host' });
  await run('review', 'claims', 'edit', id, 'at=', 'role=');
  expect(claimNow()).not.toHaveProperty('at');
  expect(claimNow()).not.toHaveProperty('role');
  expect((await run('review', 'claims', 'link', 'Conference Lima Summit', 'conference:none')).code).toBe(2);
  expect((await run('review', 'claims', 'burn', id)).stderr).toContain('accept');
  expect((await run('review', 'nowhere')).stderr).toContain('has no claims');
});

test.each([
  ['an element that is null', { claims: [null] }, 'number 1 of "claims" has no "id"'],
  ['a node without name', { nodes: [{ id: 'n-1', type: 'Person' }] }, 'number 1 of "nodes" has no'],
  ['an end that is no node', { nodes: [] }, 'which is not among its nodes'],
])('a damaged file of claims is told and left out: %s', async (_, damage, message) => {
  await read();
  const whole = JSON.parse(readFileSync(join(folder, 'claims/invented.claims.json'), 'utf8'));
  mkdirSync(join(folder, 'damaged'), { recursive: true });
  writeFileSync(join(folder, 'damaged/x.claims.json'), JSON.stringify({ ...whole, ...damage }));
  for (const command of ['review', 'accept']) {
    const { stderr, code } = await run(command, 'damaged');
    expect(stderr).toContain(message);
    expect(code).toBe(1);
  }
});

test('a confidence, a count and a folder of patterns that are none are refused', async () => {
  await read();
  expect((await run('review', 'claims', 'accept', 'all', '--at-least', 'much')).stderr).toContain('from 0 to 1');
  const [claim] = claimsFile().claims;
  expect((await run('review', 'claims', 'edit', claim?.id ?? '', 'count=many')).stderr).toContain('count=');
  const { stderr, code } = await read('--patterns', 'nowhere');
  expect(stderr).toContain('--patterns is "nowhere", but there is no such folder');
  expect(code).toBe(2);
});

test('each source has files of its own, whose names are short and stay in their folder', () => {
  const sources = [
    'source:a-b',
    'a-b',
    'source:a/b',
    'a-b:a/b',
    'source:b',
    'source:x:b',
    'source:../../b',
    'source:..',
    '',
  ];
  const long = ['1', '2'].map((end) => `source:${'a'.repeat(400)}${end}`);
  const names = [...sources, ...long].map(nameOfSource);
  expect(nameOfSource('source:a-b')).toBe('a-b');
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[^./:][^/:]{0,99}$/);
});

test('a link to a node that no claim of the mention can have is refused, and accept writes no edge that does not fit', async () => {
  await read('-o', 'fits');
  const [link, summit] = [['review', 'fits', 'link'], 'Conference Lima Summit'];
  const refused = await run(...link, summit, 'state:kaz');
  expect(refused.code).not.toBe(0);
  expect(refused.stderr).toContain(`"${summit}" cannot be state:kaz`);
  await run('review', 'fits', 'accept', 'all');
  // As an older program or another hand may have written it.
  const file = join(folder, 'fits/invented.decisions.jsonl');
  const wrong = { decision: 'link', of: summit, to: 'state:kaz', when: new Date().toISOString() };
  writeFileSync(file, `${readFileSync(file, 'utf8')}${JSON.stringify(wrong)}\n`);
  const { stderr, stdout } = await run('accept', 'fits', '-o', 'fits-out');
  expect(stderr).toMatch(/c-\w+ stays out: the ontology lets no edge "participated-in" join/);
  expect(stderr).not.toContain('Nothing was accepted yet');
  expect(stdout).not.toContain('state:kaz');
});

test('a decision that is repeated is kept once, and one undo opens the claim again', async () => {
  await read('-o', 'twice');
  const { id } = claimsFile('twice').claims[0]!;
  const file = join(folder, 'twice/invented.decisions.jsonl');
  await run('review', 'twice', 'accept', id, id);
  await run('review', 'twice', 'accept', id);
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(1);
  await run('review', 'twice', 'undo', id);
  expect((await run('review', 'twice')).stdout).toContain(id);
});

test('read refuses an address that is none of the web', async () => {
  const { code, stderr } = await run('read', 'article.txt', '--url', 'javascript:alert(1)');
  expect(code).not.toBe(0);
  expect(stderr).toContain('is none');
});
