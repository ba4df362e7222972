import { expect, test } from 'vitest';
import { diff } from '../../src/graph/diff.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { AnyOntology } from '../../src/ontology/typed-ontology.ts';
import { openGraph } from '../../src/open-graph.ts';

const schema = `
scalar PartialDate
enum Rank { PREFERRED NORMAL DEPRECATED }
type Source @node { id: ID! name: String }
type State @node {
  id: ID! name: String! aliases: [String!]! capital: String when: PartialDate start: Date end: Date
  sources: [ID!]! locators: [String!]!
  joined: [Club!]! @relationship(type: "joined", direction: OUT, properties: "Carried")
  attended: [Party!]! @relationship(type: "attended", direction: OUT, properties: "Carried")
}
type Club @node {
  id: ID! name: String!
  members: [State!]! @relationship(type: "joined", direction: IN, properties: "Carried")
  parties: [Party!]! @relationship(type: "gave", direction: OUT, properties: "Carried")
}
type Party @node {
  id: ID! name: String!
  givenBy: [Club!]! @relationship(type: "gave", direction: IN, properties: "Carried")
  guests: [State!]! @relationship(type: "attended", direction: IN, properties: "Carried")
}
type Carried @relationshipProperties {
  id: ID! when: PartialDate since: Date role: String confidence: Float! rank: Rank! sources: [ID!]! locators: [String!]!
}
`;

const rules = `
rules:
  - id: R1
    name: Members attend
    if:
      - State joined Club
      - Club gave Party
    then: State attended Party
    because: '{State} joined {Club}, which gave {Party}.'
    examples:
      - case: a member attends
        given: [a joined c, c gave p]
        follows: [a attended p]
      - case: a stranger does not
        given: [a joined d, c gave p]
        follows: nothing
`;

const open = (): Promise<Graph<AnyOntology>> =>
  openGraph({
    schema,
    rules,
    sources: [
      { id: 'source:press', name: 'Press' },
      { id: 'source:site', name: 'Site' },
    ],
    nodes: [
      { id: 'state:a', type: 'State', name: 'Aland', sources: ['source:press', { id: 'source:site', locator: 'P2' }] },
      { id: 'state:b', type: 'State', name: 'Bland', replaces: ['old:b'] },
      { id: 'club:c', type: 'Club', name: 'Club' },
      { id: 'party:p', type: 'Party', name: 'Party' },
    ],
    edges: [
      { from: 'state:a', edge: 'joined', to: 'club:c', when: '2001', sources: ['source:press', 'source:site'] },
      { from: 'state:b', edge: 'joined', to: 'club:c', when: '2002', source: 'source:press' },
      { from: 'club:c', edge: 'gave', to: 'party:p', source: 'source:site' },
    ],
  });

const edgeId = (graph: Graph<AnyOntology>, from: string, type: string): string =>
  graph.from(from).out(type).edges()[0]?.id ?? '';

test('a commit gives a new graph with what follows, and the old one stays as it was', async () => {
  const graph = await open();
  const edited = graph
    .edit()
    .add({
      source: 'source:press',
      nodes: [{ id: 'state:d', type: 'State', name: 'Dland' }],
      edges: [{ from: 'state:d', edge: 'joined', to: 'club:c', when: '2003' }],
    })
    .commit();
  expect(edited.from('state:d').out('attended').ids()).toEqual(['party:p']);
  expect(edited.from('state:d').out('joined').edges()[0]).toMatchObject({ since: '2003-01-01' });
  expect(graph.node('state:d')).toBeUndefined();
  const { nodes, edges } = diff(graph, edited);
  expect(nodes.added.map((it) => it.id)).toEqual(['state:d']);
  expect(edges.added.map((it) => it.type).sort()).toEqual(['attended', 'joined']);
  expect([nodes.removed, nodes.changed, edges.removed, edges.changed]).toEqual([[], [], [], []]);
});

test('a node is changed key by key, and what follows from a key follows anew', async () => {
  const graph = await open();
  const draft = graph.edit().changeNode('state:a', { capital: 'A', when: '2001-05-01/2002-06-30' });
  const dated = draft.commit();
  expect(dated.node('state:a')).toMatchObject({ name: 'Aland', capital: 'A', start: '2001-05-01', end: '2002-06-30' });
  const undated = dated.edit().changeNode('state:a', { capital: undefined, when: '2001/..' }).commit();
  expect(undated.node('state:a')).toMatchObject({ start: '2001-01-01', sources: ['source:press', 'source:site'] });
  expect(undated.node('state:a')).not.toHaveProperty('end');
  expect(undated.node('state:a')).not.toHaveProperty('capital');
  expect(diff(dated, undated).nodes.changed).toHaveLength(1);
});

test('a node can be extended, as in another dossier', async () => {
  const graph = await open();
  const draft = graph.edit();
  draft.add({ nodes: [{ extend: 'state:a', aliases: ['A'], source: 'source:site' }] });
  draft.add({ nodes: [{ extend: 'state:a', aliases: ['AA'] }] });
  expect(draft.commit().node('state:a')).toMatchObject({
    aliases: ['A', 'AA'],
    sources: ['source:press', 'source:site'],
  });
});

test('an edge keeps its id while it is the same statement, and tells its new one when it is not', async () => {
  const graph = await open();
  const id = edgeId(graph, 'state:b', 'joined');
  const draft = graph.edit();
  expect(draft.changeEdge(id, { confidence: 0.5 })).toBe(id);
  const other = draft.changeEdge(id, { role: 'observer', sources: ['source:press', 'source:site'] });
  expect(other).not.toBe(id);
  const edited = draft.commit();
  expect(edited.edge(id)).toBeUndefined();
  expect(edited.edge(other)).toMatchObject({
    role: 'observer',
    confidence: 0.5,
    sources: ['source:press', 'source:site'],
  });
});

test('a retracted source takes with it what it alone states, and what follows', async () => {
  const graph = await open();
  const edited = graph.edit().retractSource('source:press').commit();
  expect(edited.node('source:press')).toBeUndefined();
  expect(edited.from('state:a').out('joined').edges()[0]).toMatchObject({ sources: ['source:site'] });
  expect(edited.from('state:b').out().count()).toBe(0);
  expect(edited.node('state:a')).toMatchObject({ sources: ['source:site'], locators: ['P2'] });
  const told = graph.retraction({ sources: ['source:press'] });
  const gone = diff(graph, edited).edges.removed.map((it) => it.id);
  expect([...told.statements, ...told.conclusions].map((it) => it.id).sort()).toEqual(gone.sort());
});

test('a retracted node takes its edges with it, a retracted edge what follows from it', async () => {
  const graph = await open();
  const without = graph.edit().retractNode('state:b').commit();
  expect(without.node('state:b')).toBeUndefined();
  expect(without.node('old:b')).toBeUndefined();
  expect(without.from('party:p').in('attended').ids()).toEqual(['state:a']);
  const quiet = graph
    .edit()
    .retractEdge(edgeId(graph, 'club:c', 'gave'))
    .commit();
  expect(quiet.edges('attended').count()).toBe(0);
});

test('what is wrong in itself is refused at once, and nothing of it is added', async () => {
  const draft = (await open()).edit();
  const add = (entries: Parameters<typeof draft.add>[0]) => () => draft.add(entries);
  expect(add({ nodes: [{ id: 'state:e', type: 'Stat', name: 'E' }] })).toThrow('Did you mean "State"?');
  expect(add({ nodes: [{ id: 'state:a', type: 'State', name: 'A' }] })).toThrow('changeNode("state:a"');
  expect(add({ edges: [{ from: 'state:x', edge: 'joined', to: 'club:c', source: 'source:site' }] })).toThrow(
    '"state:x"',
  );
  const again = { from: 'state:b', edge: 'joined', to: 'club:c', when: '2002', source: 'source:site' };
  expect(add({ nodes: [{ id: 'state:e', type: 'State', name: 'E' }], edges: [again] })).toThrow('changeEdge(');
  expect(() => draft.changeNode('state:a', { id: 'state:z' })).toThrow('"replaces"');
  expect(() => draft.changeNode('state:a', { capitol: 'A' })).toThrow('Did you mean "capital"?');
  expect(() => draft.changeNode('state:x', {})).toThrow('No node of the draft');
  expect(() => draft.retractEdge('edge:none')).toThrow('No stated edge');
  expect(() => draft.retractSource('source:pres')).toThrow('Did you mean "source:press"?');
  expect(draft.problems()).toEqual([]);
});

test('what needs all facts is judged by problems and commit, and the draft can be put right', async () => {
  const graph = await open();
  const draft = graph.edit();
  draft.add({ edges: [{ from: 'state:a', edge: 'attended', to: 'party:p', when: '2001', source: 'source:none' }] });
  expect(draft.problems().map((it) => it.code)).toEqual(['unknown-source']);
  expect(() => draft.commit()).toThrow('No source has the id "source:none"');
  draft.add({ sources: [{ id: 'source:none', name: 'Found' }] });
  expect(draft.problems()).toEqual([]);
  expect(graph.stated().edges('attended').count()).toBe(0);
  expect(draft.commit().stated().edges('attended').count()).toBe(1);
});

test('conclusions are no statements to edit', async () => {
  const graph = await open();
  const inferred = edgeId(graph, 'state:a', 'attended');
  expect(() => graph.edit().retractEdge(inferred)).toThrow('Conclusions follow by themselves');
});

test('an edit without changes is no change', async () => {
  const graph = await open();
  const { nodes, edges, claims } = diff(graph, graph.edit().commit());
  expect([nodes, edges].flatMap((it) => [...it.added, ...it.removed, ...it.changed])).toEqual([]);
  expect([...claims.added, ...claims.removed]).toEqual([]);
});
