/**
 * What the graph says of a claim, and claims that an agent hands in: through the gate, into a file, never into the graph.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askTool } from '../../src/agents/tool.ts';
import { getTool, tools, toolsOf } from '../../src/agents/tools.ts';
import { checkClaim } from '../../src/answers/check-claim.ts';
import { asObjects } from '../../src/answers/edge-answer.ts';
import { defaultLimits } from '../../src/graphql/limits/query-limits.ts';
import { readFolderOfClaims } from '../../src/reading/claims-file.ts';
import { shippedGraph } from '../kit/shipped-graph.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';

const { view } = await shippedGraph();
const graph = { view, limits: defaultLimits };

interface Judged {
  readonly claims: readonly {
    readonly verdict: string;
    readonly type: string;
    readonly from: { readonly id: string };
    readonly edges: readonly { readonly sources: readonly { readonly id: string }[] }[];
    readonly words: string;
  }[];
  readonly named: readonly { readonly id: string }[];
  readonly notes: readonly string[];
}
const check = (text: string): Promise<Judged> =>
  askTool(getTool('check_claim'), graph, { text }) as unknown as Promise<Judged>;

test.each(['constructor', '__proto__'])('"%s" is no name of anything, and is not guessed', async (of) => {
  await expect(askTool(getTool('entity'), graph, { of })).rejects.toMatchObject({
    code: expect.stringMatching(/^(?:ambiguous-name|nothing-found)$/),
  });
});

describe('a verdict', () => {
  const world = tinyGraph('a -hosts[2001..2005]-> x; b -joins-> x; c -knows-> x', {});
  const verdictOf = (claim: Parameters<typeof checkClaim>[1]): string =>
    checkClaim(world, claim, asObjects(world)).verdict;

  test.each([
    [{ from: 'a', type: 'hosts', to: 'x' }, 'SUPPORTED'],
    [{ from: 'a', type: 'hosts', to: 'x', when: '2003' }, 'SUPPORTED'],
    [{ from: 'a', type: 'hosts', to: 'x', when: '2010' }, 'OTHER_TIME'],
    [{ from: 'a', type: 'hosts', to: 'x', modality: 'DENIED' }, 'CONTRADICTED'],
    [{ from: 'a', type: 'joins', to: 'x' }, 'OTHER_RELATION'],
    [{ from: 'x', type: 'hosts', to: 'a' }, 'OTHER_RELATION'],
    [{ from: 'a', type: 'hosts', to: 'b' }, 'SILENT'],
    [{ from: 'b', type: 'joins', to: 'x', when: '1990' }, 'SUPPORTED'],
  ] as const)('of %j is %s', (claim, verdict) => expect(verdictOf(claim)).toBe(verdict));

  test('of what is only planned says so, and a denial counts against it', () => {
    const plans = tinyGraph('a -hosts-> x; b -hosts-> x');
    const edges = plans.graph.edges;
    const property = edges.property.bind(edges);
    edges.property = (edge, name) => {
      if (name !== 'modality') return property(edge, name);
      return edges.id(edge).startsWith('a') ? 'PLANNED' : 'DENIED';
    };
    const verdict = (from: string, modality: 'FACT' | 'PLANNED' | 'DENIED'): string =>
      checkClaim(plans, { from, type: 'hosts', to: 'x', modality }, asObjects(plans)).verdict;
    expect([verdict('a', 'FACT'), verdict('a', 'PLANNED')]).toEqual(['ONLY_PLANNED', 'SUPPORTED']);
    expect([verdict('b', 'FACT'), verdict('b', 'DENIED')]).toEqual(['CONTRADICTED', 'SUPPORTED']);
  });

  test('of an unknown node or edge type is refused', () => {
    expect(() => verdictOf({ from: 'z', type: 'hosts', to: 'x' })).toThrow('No node has the id "z"');
    expect(() => verdictOf({ from: 'a', type: 'hots', to: 'x' })).toThrow('Did you mean "hosts"?');
  });
});

describe('a text that is checked', () => {
  test('is read into claims, each with the sources it rests on', async () => {
    const { claims, named } = await check(
      'Kazakhstan and Brazil launched the Global Initiative on international humanitarian law.',
    );
    expect(claims.map((it) => [it.from.id, it.type, it.verdict]).sort()).toEqual([
      ['state:bra', 'co-launched', 'SUPPORTED'],
      ['state:kaz', 'co-launched', 'SUPPORTED'],
    ]);
    expect(claims[0]?.edges.some((it) => it.sources.length > 0)).toBe(true);
    expect(named.map((it) => it.id)).toContain('initiative:global-ihl');
  });

  test('that no pattern reads says so, and names what it speaks of', async () => {
    const { claims, named, notes } = await check('Kazakhstan, always.');
    expect([claims, named.map((it) => it.id)]).toEqual([[], ['state:kaz']]);
    expect(notes.join(' ')).toContain('No pattern reads a claim in it');
  });

  test('is bounded in length', async () => {
    await expect(check('x'.repeat(3000))).rejects.toThrow('has more than 2000 characters');
    await expect(check(' ')).rejects.toMatchObject({ code: 'unreadable-article' });
  });
});

describe('proposals', () => {
  const text = 'Freedonia joined the Global Initiative in March 2025, its minister said.';
  const nodes = [
    { id: 'n-1', isNew: true, type: 'State', name: 'Freedonia', mentions: ['Freedonia'] },
    { id: 'initiative:global-ihl', mentions: ['the Global Initiative'] },
  ];
  const claim = {
    ...{ from: 'n-1', edge: 'joined', to: 'initiative:global-ihl', modality: 'REPORTED', when: '2025-03' },
    quotation: 'Freedonia joined the Global Initiative in March 2025',
  };
  const proposeTo = (proposals: string, input: object): Promise<Record<string, never>> =>
    askTool(
      getTool('propose', toolsOf({ proposals })),
      { ...graph, proposals },
      {
        ...{ text, source: 'source:freedonia', nodes, claims: [claim] },
        ...input,
      },
    ) as never;

  test('are not possible unless an operator names a folder', () => {
    expect(toolsOf({})).toBe(tools);
    expect(() => getTool('propose')).toThrow('There is no tool "propose"');
    expect(
      toolsOf({ proposals: 'x' })
        .filter((it) => it.writes)
        .map((it) => it.name),
    ).toEqual(['propose']);
  });

  test('wait in a file for review, and no text is kept', async () => {
    const folder = join(temporaryFolder(), 'proposals');
    expect(await proposeTo(folder, {})).toMatchObject({ admitted: 1, waiting: 1, refused: [] });
    const [file = ''] = readdirSync(folder);
    expect(readFileSync(join(folder, file), 'utf8')).not.toContain('its minister said');
    const [document] = readFolderOfClaims(folder).documents;
    expect(document?.reading.claims[0]).toMatchObject({ edge: 'joined', modality: 'REPORTED', rule: 'agent' });
  });

  test('are refused one by one: an invented quotation, ends that do not fit, a node that is nowhere, a bad date', async () => {
    const folder = temporaryFolder();
    const claims = [
      claim,
      { ...claim, quotation: 'Freedonia left the Global Initiative' },
      { ...claim, edge: 'heads' },
      { ...claim, from: 'state:nowhere' },
      { ...claim, when: '30/10/2024' },
      { ...claim, modality: 'MAYBE' },
    ];
    const answer = await proposeTo(folder, { claims });
    expect(answer).toMatchObject({ admitted: 1, waiting: 1 });
    expect(answer.refused).toHaveLength(5);
    expect(String(answer.refused?.[0])).toContain('Freedonia left the Global Initiative');
  });

  test('add to what waits of the same text, and never replace what waits of another', async () => {
    const folder = temporaryFolder();
    await proposeTo(folder, {});
    expect(await proposeTo(folder, {})).toMatchObject({ admitted: 1, waiting: 1 });
    const more = [
      ...nodes,
      { id: 'n-2', isNew: true, type: 'Official', name: 'its minister', mentions: ['its minister'] },
    ];
    const said = { from: 'n-2', edge: 'represented', to: 'n-1', modality: 'FACT', quotation: 'its minister said' };
    expect(await proposeTo(folder, { nodes: more, claims: [said] })).toMatchObject({ admitted: 1, waiting: 2 });
    const [document] = readFolderOfClaims(folder).documents;
    const ids = document?.reading.nodes.map((it) => it.id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    for (const it of document?.reading.claims ?? []) expect(ids).toEqual(expect.arrayContaining([it.from, it.to]));
    await expect(proposeTo(folder, { text: `${text} Again.` })).rejects.toMatchObject({
      code: 'proposed-of-another-text',
    });
  });
});
