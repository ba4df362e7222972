/**
 * The world of the GraphQL bench: 40 states, 200 initiatives, 6 launches each; and the same answers made by hand.
 *
 * It runs on what `npm run build:node` made, as the shipped server does.
 */
import { SourceFile } from '../../dist/base/source-file.js';
import { undated } from '../../dist/facts/validity.js';
import { readOntology } from '../../dist/ontology/read-ontology.js';
import { freezeGraph } from '../../dist/store/knowledge-graph.js';
import { GraphView } from '../../dist/views/graph-view.js';

const sdl = `
type State @node {
  id: ID!
  code: String!
  name: String!
  region: String!
  launched: [Initiative!]! @relationship(type: "launched", direction: OUT, properties: "Launch")
}
type Initiative @node {
  id: ID!
  title: String!
  launchers: [State!]! @relationship(type: "launched", direction: IN, properties: "Launch")
}
type Launch @relationshipProperties { id: ID!  role: String  note: String }
`;

/** About 680 leaves, 17 kB: 20 states, 3 launches of each, 2 launchers of each of those. */
export const nested = {
  operationName: 'Nested',
  variables: { n: 20 },
  query: `query Nested($n: Int!) {
    states(limit: $n) { id code name region launchedConnection(first: 3) { edges {
      properties { role note }
      node { id title launchersConnection(first: 2) { edges { properties { note } node { id name } } } } } } } }`,
};
export const small = {
  operationName: 'Small',
  variables: { id: 'state:07' },
  query: 'query Small($id: ID!) { states(where: { id: { eq: $id } }) { id code name region } }',
};

const regions = ['Europe', 'Africa', 'Asia', 'Americas'];
const number = (i, digits) => String(i).padStart(digits, '0');
const states = Array.from({ length: 40 }, (_, i) => ({
  id: `state:${number(i, 2)}`,
  code: `C${i}`,
  name: `State number ${i}`,
  region: regions[i % 4],
  launched: [],
}));
const initiatives = Array.from({ length: 200 }, (_, i) => ({
  id: `initiative:${number(i, 3)}`,
  title: `Initiative for the common good no. ${i}`,
  launchers: [],
}));
const launches = [];
for (let i = 0; i < initiatives.length; i++) {
  for (let k = 0; k < 6; k++) {
    const from = states[(i * 7 + k * 11) % states.length];
    const role = k === 0 ? 'lead' : 'co-launcher';
    launches.push({ from, to: initiatives[i], role, note: `https://example.org/document/${i * 6 + k}` });
  }
}

export function makeView() {
  const { ontology } = readOntology(new SourceFile('bench.graphql', sdl));
  const node = (type, { id, launched: _, launchers: __, ...properties }) => ({ id, type, properties });
  const edge = ({ from, to, role, note }, i) => ({
    id: `e${number(i, 4)}`,
    type: 'launched',
    from: from.id,
    to: to.id,
    validity: undated,
    sources: [],
    properties: { role, note },
  });
  const nodes = [...states.map((it) => node('State', it)), ...initiatives.map((it) => node('Initiative', it))];
  return GraphView.whole(freezeGraph(ontology, { nodes, edges: launches.map(edge) }));
}

// The graph lists launches by the node at the other end.
const byTarget = (a, b) => (a.to.id < b.to.id ? -1 : 1);
const bySource = (a, b) => (a.from.id < b.from.id ? -1 : 1);
for (const state of states) state.launched = launches.filter((it) => it.from === state).sort(byTarget);
for (const initiative of initiatives) {
  initiative.launchers = launches.filter((it) => it.to === initiative).sort(bySource);
}
const byId = new Map(states.map((it) => [it.id, it]));

/** The limit: the same answers, each written by hand. */
export const byHand = {
  Nested: ({ n }) => ({
    data: {
      states: states.slice(0, n).map(({ id, code, name, region, launched }) => ({
        ...{ id, code, name, region },
        launchedConnection: {
          edges: launched.slice(0, 3).map(({ role, note, to }) => ({
            properties: { role, note },
            node: {
              id: to.id,
              title: to.title,
              launchersConnection: {
                edges: to.launchers.slice(0, 2).map((it) => ({
                  properties: { note: it.note },
                  node: { id: it.from.id, name: it.from.name },
                })),
              },
            },
          })),
        },
      })),
    },
  }),
  Small: ({ id }) => {
    const state = byId.get(id);
    if (!state) return { data: { states: [] } };
    const { code, name, region } = state;
    return { data: { states: [{ id, code, name, region }] } };
  },
};
