/**
 * What a folder of facts says of itself goes with the graph, wherever it is opened and asked.
 */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openGraph } from '../../src/open-graph.ts';
import { openFolder } from '../../src/opening/open-folder.ts';
import { createServer } from '../../src/server/create-server.ts';
import { folderOf, smallSchema } from '../kit/facts-folder.ts';

const dossier = `nodes:
  - { id: state:kaz, type: State, name: Kazakhstan, source: source:a }
sources: [{ id: source:a, name: The Gazette }]
`;
const about = { name: 'Launches', version: '2.0', licence: 'CC0-1.0', coverage: 'Launches to 2024' };
const saidByItself = Object.entries(about).map(([key, value]) => `${key}: ${value}\n`);
const question = '{ dataset { name version licence coverage nodes } }';

const folderThatSays = (text: string): { schema: string; data: string } => ({
  schema: smallSchema,
  data: folderOf({ 'dossiers/a.yaml': dossier, ...(text !== '' && { 'dataset.yaml': text }) }),
});

test('from texts and from a cache alike', async () => {
  const place = folderThatSays(saidByItself.join(''));
  const cache = join(place.data, '.cache/graph');
  expect((await openFolder({ ...place, cache })).about).toEqual(about);
  expect((await openFolder({ ...place, cache })).about).toEqual(about);
});

test('from a program, and from whoever looks at less of it', async () => {
  const graph = await openGraph(folderThatSays(saidByItself.join('')));
  expect((await graph.query(question)).data).toEqual({ dataset: { ...about, nodes: 2 } });
  expect((await graph.stated().query(question)).data).toEqual({ dataset: { ...about, nodes: 2 } });
});

test.each([
  ['what is said', saidByItself.join(''), about],
  ['nothing where nothing is said', '', { name: null, version: null, licence: null, coverage: null }],
])('from a server: %s', async (_, text, expected) => {
  const server = await createServer({ graph: await openGraph(folderThatSays(text)), print: () => {} });
  const answer = await server.inject({ method: 'POST', url: '/graphql', payload: { query: question } });
  await server.close();
  const { data } = answer.json();
  expect(data).toEqual({ dataset: { ...expected, nodes: 2 } });
});
