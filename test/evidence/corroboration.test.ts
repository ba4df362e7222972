import { describe, expect, test } from 'vitest';
import { corroborationOf } from '../../src/evidence/corroboration.ts';
import { voicesOf } from '../../src/evidence/voices.ts';
import type { EdgeFact, NodeFact, Properties } from '../../src/facts/fact.ts';
import { makeEdge } from '../../src/facts/make-edge.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { backedBy } from '../../src/views/restrictions.ts';
import { seedEdge, seedGraph } from '../kit/seed-graph.ts';
import { shippedOntology } from '../rules/shipped-rules.ts';

const nodes: readonly NodeFact[] = [
  { id: 'state:a', type: 'State', properties: { name: 'Atlantis' } },
  { id: 'state:b', type: 'State', properties: { name: 'Bohemia' } },
  { id: 'org:mfa', type: 'Organisation', properties: { name: 'Foreign Office of Atlantis', acronym: 'FOA' } },
  { id: 'official:ann', type: 'Official', properties: { name: 'Ann' } },
  { id: 'office:envoy', type: 'Office', properties: { name: 'Envoy' } },
  ...['c', 'd', 'e'].map((id): NodeFact => ({ id, type: 'Organisation', properties: { name: id } })),
  { id: 'initiative:i', type: 'Initiative', properties: { name: 'Pledge' } },
  { id: 'source:news', type: 'Source', properties: { name: 'News', publisher: 'The News' } },
  { id: 'source:news2', type: 'Source', properties: { name: 'News again', publisher: 'The News' } },
  { id: 'source:paper', type: 'Source', properties: { name: 'Paper', publisher: 'The Paper' } },
  { id: 'source:mfa', type: 'Source', properties: { name: 'Press release', publisher: 'foa' } },
  { id: 'source:wire', type: 'Source', properties: { name: 'Wire', publisher: 'The Wire' } },
];

const edge = (from: string, type: string, to: string, sources: string[], properties: Properties = {}): EdgeFact =>
  makeEdge({ type, from, to, sources, properties, symmetric: false });
const offices = [
  edge('official:ann', 'holds', 'office:envoy', ['source:wire']),
  edge('office:envoy', 'office-for', 'state:a', ['source:wire']),
  edge('org:mfa', 'organ-of', 'state:a', ['source:wire']),
];
const launched = (sources: string[], properties: Properties = {}, from = 'state:a'): EdgeFact =>
  edge(from, 'co-launched', 'initiative:i', sources, properties);
const quoted = { modality: 'REPORTED', saidBy: 'official:ann' };

/** How well the first of some statements is supported, in a world that knows who speaks for whom. */
function levelOf(first: EdgeFact, ...others: EdgeFact[]): string | undefined {
  const view = GraphView.whole(freezeGraph(shippedOntology, { nodes, edges: [first, ...others, ...offices] }));
  return corroborationOf(view, view.findEdge(first.id) ?? -1)?.level;
}

describe('a statement is supported', () => {
  test('by one voice, however many pages a publisher has', () => {
    expect(levelOf(launched(['source:news']))).toBe('SINGLE');
    expect(levelOf(launched(['source:news', 'source:news2']))).toBe('SINGLE');
  });

  test('by independent voices, in one statement or in several that agree', () => {
    expect(levelOf(launched(['source:news', 'source:paper']))).toBe('INDEPENDENT');
    expect(levelOf(launched(['source:news']), launched(['source:paper'], { when: '2024' }))).toBe('INDEPENDENT');
  });

  test('by nobody else where dates cannot agree, where it is denied, or where the other is deprecated', () => {
    const dated = launched(['source:news'], { when: '2023' });
    expect(levelOf(dated, launched(['source:paper'], { when: '2024' }))).toBe('SINGLE');
    expect(levelOf(dated, launched(['source:paper'], { modality: 'DENIED' }))).toBe('SINGLE');
    expect(levelOf(dated, launched(['source:paper'], { rank: 'DEPRECATED' }))).toBe('SINGLE');
  });

  test('by the one who is quoted, not by the papers that quote', () => {
    expect(levelOf(launched(['source:news', 'source:paper'], { ...quoted }, 'state:b'))).toBe('SINGLE');
  });

  test('only by itself where its own diplomat is quoted, or its own ministry publishes', () => {
    expect(levelOf(launched(['source:news', 'source:paper'], quoted))).toBe('SELF');
    expect(levelOf(launched(['source:mfa']))).toBe('SELF');
    expect(levelOf(launched(['source:mfa']), launched(['source:news'], { ...quoted, when: '2024' }))).toBe('SELF');
  });

  test('independently where one outsider says so beside its own word', () => {
    expect(levelOf(launched(['source:mfa', 'source:paper']))).toBe('INDEPENDENT');
  });

  test('by its own word where a source only passes that on', () => {
    const cites = edge('source:news', 'cites', 'org:mfa', ['source:wire']);
    expect(levelOf(launched(['source:news']), cites)).toBe('SELF');
    expect(levelOf(launched(['source:news'], {}, 'state:b'), cites)).toBe('SINGLE');
  });

  test('by a voice of its own, once one of its pages says so without passing on the word of a party', () => {
    const cites = edge('source:news', 'cites', 'org:mfa', ['source:wire']);
    expect(levelOf(launched(['source:news', 'source:news2']), cites)).toBe('SINGLE');
    expect(levelOf(launched(['source:news2', 'source:news']), cites)).toBe('SINGLE');
  });

  test('by somebody else where the speaker belongs to the party by more than three steps', () => {
    const chain = (...ids: string[]): EdgeFact[] =>
      ids.slice(1).map((to, i) => edge(ids[i]!, 'organ-of', to, ['source:wire']));
    expect(levelOf(launched(['source:mfa'], {}, 'state:b'), ...chain('org:mfa', 'c', 'd', 'state:b'))).toBe('SELF');
    expect(levelOf(launched(['source:mfa'], {}, 'state:b'), ...chain('org:mfa', 'c', 'd', 'e', 'state:b'))).toBe(
      'SINGLE',
    );
  });

  test('by the same voices whichever of two statements is asked, and whoever is named first in it', () => {
    const met = (from: string, to: string, source: string): EdgeFact =>
      makeEdge({ type: 'met-with', from, to, sources: [source], properties: {}, symmetric: true, id: source });
    const edges = [met('state:a', 'state:b', 'source:news2'), met('state:b', 'state:a', 'source:news')];
    const view = GraphView.whole(freezeGraph(shippedOntology, { nodes, edges }));
    const voices = [{ name: 'The News', self: false, sources: ['source:news2', 'source:news'] }];
    for (const { id } of edges) expect(voicesOf(view, view.findEdge(id) ?? -1)).toEqual(voices);
  });

  test('by nothing where nothing is cited', () => {
    expect(levelOf(launched([]))).toBeUndefined();
  });
});

describe('on the seed', () => {
  const levelIn = (view: GraphView, id: string): string | undefined =>
    corroborationOf(view, view.findEdge(id) ?? -1)?.level;

  test('question 6: what Kazakhstan says it did, and what others say too', () => {
    const view = seedGraph();
    const { edges, nodes: all } = view.graph;
    const said: Record<string, string | undefined> = {};
    view.forEachEdge(view.getNode('state:kaz'), 'OUT', undefined, (it, other) => {
      const isSaid = edges.property(it, 'saidBy') === 'official:yerlan-alimbayev' && !edges.isInferred(it);
      if (isSaid) said[`${edges.typeOf(it)} ${all.ids[other]}`] = corroborationOf(view, it)?.level;
    });
    expect(said).toEqual({
      'co-launched initiative:global-ihl': 'INDEPENDENT',
      'hosts initiative:astana-process': 'INDEPENDENT',
      'deployed-to org:undof': 'INDEPENDENT',
      'repatriated-from state:syr': 'INDEPENDENT',
      'repatriated-from state:irq': 'INDEPENDENT',
      'provided-aid-to group:aid-recipients-kaz': 'SELF',
    });
  });

  test('a view of one source alone leaves only the voice of that source', () => {
    const article = backedBy(seedGraph(), { only: ['source:el-kz-34ic'] });
    const reported = seedEdge('state:kaz', 'co-launched', 'initiative:global-ihl', { modality: 'REPORTED' });
    expect(levelIn(seedGraph(), reported)).toBe('INDEPENDENT');
    expect(levelIn(article, reported)).toBe('SELF');
  });

  test('a conclusion is supported as its least supported premise is', () => {
    expect(levelIn(seedGraph(), seedEdge('official:kate-forbes', 'participated-in', 'conference:34ic'))).toBe(
      'INDEPENDENT',
    );
    expect(levelIn(seedGraph(), seedEdge('org:icrc', 'participated-in', 'conference:34ic'))).toBe('SINGLE');
    expect(levelIn(seedGraph(), seedEdge('official:yerlan-alimbayev', 'represented', 'state:kaz'))).toBe('SELF');
  });
});
