/**
 * What a query costs as the graph grows: pages, counts and filters in graphs of 10,000 to 1,000,000 nodes.
 *
 * The engine runs in process and keeps no answers. Over HTTP, beside other servers: `bench/graphql/run.mjs`.
 */
import { parse } from 'graphql';
import { bench, describe } from 'vitest';
import { seededRandom } from '../src/base/seeded-random.ts';
import { SourceFile } from '../src/base/source-file.ts';
import type { EdgeFact, NodeFact } from '../src/facts/fact.ts';
import { undated } from '../src/facts/validity.ts';
import { defaultLimits } from '../src/graphql/limits/query-limits.ts';
import { QueryEngine } from '../src/graphql/query-engine.ts';
import { readOntology } from '../src/ontology/read-ontology.ts';
import { freezeGraph } from '../src/store/knowledge-graph.ts';
import { GraphView } from '../src/views/graph-view.ts';

const SIZES = (process.env.BENCH_NODES ?? '10000,100000,1000000').split(',').map(Number);
const SDL = `
type State @node { id: ID!  name: String!  group: String  joined: [Body!]! @relationship(type: "joined", direction: OUT, properties: "Joining") }
type Body @node { id: ID!  name: String!  members: [State!]! @relationship(type: "joined", direction: IN, properties: "Joining") }
type Joining @relationshipProperties { id: ID!  role: String }
`;
const { ontology } = readOntology(new SourceFile('bench.graphql', SDL));

const padded = (i: number): string => String(i).padStart(8, '0');

/** Nine states to a body; a state joins two bodies, seed 42. */
function makeView(size: number): GraphView {
  const random = seededRandom(42);
  const bodies = Math.ceil(size / 10);
  const states = size - bodies;
  const nodes: NodeFact[] = [];
  const edges: EdgeFact[] = [];
  for (let i = 0; i < bodies; i++)
    nodes.push({ id: `body:${padded(i)}`, type: 'Body', properties: { name: `Body ${i}` } });
  for (let i = 0; i < states; i++) {
    const id = `state:${padded(i)}`;
    nodes.push({ id, type: 'State', properties: { name: `State ${padded((i * 7919) % states)}`, group: `G${i % 5}` } });
    for (let k = 0; k < 2; k++) {
      const to = `body:${padded(Math.floor(random() * bodies))}`;
      edges.push({
        ...{ id: `e${edges.length}`, type: 'joined', from: id, to, validity: undated, sources: [] },
        properties: { role: k === 0 ? 'founder' : 'member' },
      });
    }
  }
  if (!ontology) throw new Error('The ontology of the bench does not stand.');
  return GraphView.whole(freezeGraph(ontology, { nodes, edges }));
}

const middle = (size: number): number => Math.floor(size / 2);
const cursor = (size: number): string => Buffer.from(`arrayconnection:${middle(size)}`).toString('base64');

const questions: Readonly<Record<string, (size: number) => string>> = {
  'the number of all': () => '{ statesConnection { totalCount } }',
  'a page in the middle': (size) => `{ states(limit: 20, offset: ${middle(size)}) { id name } }`,
  'a page in the middle, sorted': (size) =>
    `{ statesConnection(first: 20, after: "${cursor(size)}", sort: [{ name: DESC }]) { edges { node { id name } } } }`,
  'one by its name': () => '{ states(where: { name: { eq: "State 00000042" } }) { id } }',
  'those related to one': () => '{ states(where: { joined: { some: { id: { eq: "body:00000042" } } } }) { name } }',
  'two hops from one': () =>
    '{ bodies(where: { id: { eq: "body:00000042" } }) { membersConnection(first: 20) { totalCount edges { properties { role } node { name joined { name } } } } } }',
};

const engines = SIZES.map((size) => {
  const limits = { ...defaultLimits, maxWork: Number.MAX_SAFE_INTEGER };
  const view = makeView(size);
  return { size, view, engine: new QueryEngine(view.graph, { answerBytes: 0, limits }) };
});

for (const [name, question] of Object.entries(questions)) {
  describe(name, () => {
    for (const { size, view, engine } of engines) {
      const document = parse(question(size));
      const answer = engine.answer({ view }, document);
      if (!('json' in answer)) throw new Error(answer.errors[0]?.message);
      bench(`${size.toLocaleString('en-US')} nodes`, () => void engine.answer({ view }, document));
    }
  });
}
