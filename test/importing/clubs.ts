/**
 * A small ontology for imports, graphs under it, and files that are gone when the process ends.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { printProblem } from '../../src/base/problem-list.ts';
import { writeGraph } from '../../src/formats/write-graph.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { type Import, type ImportOptions, importGraph } from '../../src/graph/import-graph.ts';
import type { GraphRecords } from '../../src/loading/load-records.ts';
import type { AnyOntology } from '../../src/ontology/typed-ontology.ts';
import { openGraph } from '../../src/open-graph.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { envelopeEnums, envelopeFields } from '../kit/envelope.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

export const schema: string = `
scalar PartialDate
enum Mood { GAY GRAVE }
${envelopeEnums}
type Person @node {
  id: ID!
  name: String!
  aliases: [String!]!
  sources: [ID!]!
  locators: [String!]!
  size: Int
  label: String
  fortune: BigInt
  share: Float
  active: Boolean
  mood: Mood
  when: PartialDate
  start: Date
  memberOf: [Club!]! @relationship(type: "member-of", direction: OUT, properties: "Held")
  knows: [Person!]! @relationship(type: "knows", direction: OUT, queryDirection: UNDIRECTED, properties: "Held")
}

type Club @node {
  id: ID!
  name: String!
  aliases: [String!]!
  sources: [ID!]!
  locators: [String!]!
  members: [Person!]! @relationship(type: "member-of", direction: IN, properties: "Held")
}

type Source @node {
  id: ID!
  name: String!
}

type Held @relationshipProperties {
  ${envelopeFields}
  kind: String
  weight: Int
}
`;

export type ClubGraph = Graph<AnyOntology>;

/** The graph of these records under the schema. */
export const clubGraph = (records: GraphRecords): Promise<ClubGraph> => openGraph({ schema, nodes: [], ...records });

/** Two people and a club, with a source. */
export const clubs: GraphRecords = {
  sources: [{ id: 'source:minutes', name: 'Minutes' }],
  nodes: [
    { id: 'person:ada', type: 'Person', name: 'Ada Őry', aliases: ['Lady Ada'], source: 'source:minutes' },
    { id: 'person:bert', type: 'Person', name: 'Bert Smith' },
    { id: 'club:chess', type: 'Club', name: 'Chess Club' },
  ],
  edges: [
    {
      from: 'person:ada',
      edge: 'member-of',
      to: 'club:chess',
      when: '2001/2003',
      source: 'source:minutes',
      locator: 'p. 4',
    },
    { from: 'person:ada', edge: 'knows', to: 'person:bert', source: 'source:minutes' },
  ],
};

const folder = temporaryFolder();

/** Writes a file and returns its path. */
export function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** A graph as the text of a format, one for each of its files. */
export function textsOf(graph: { readonly view: GraphView }, format: string): string[] {
  const parts = format.startsWith('csv') ? ['nodes', 'edges'] : [undefined];
  return parts.map((part) => [...writeGraph(graph.view, format, part === undefined ? {} : { part })].join(''));
}

/** What importing these texts, as files with this ending, would do. */
export function importTexts(
  graph: ClubGraph,
  ending: string,
  texts: readonly string[],
  options?: ImportOptions,
): Import<ClubGraph> {
  return importGraph(
    graph,
    texts.map((text, i) => fileOf(`${i}.${ending}`, text)),
    options,
  );
}

/** The problems of files that cannot be read; nothing of them may be in the plan, or in the draft. */
export function refusalsOf(graph: ClubGraph, ending: string, texts: readonly string[]): string[] {
  const { nodes, edges, claims, problems, draft, commit } = importTexts(graph, ending, texts);
  expect([nodes.added, nodes.changed, edges.added, edges.changed, claims]).toEqual([[], [], [], [], []]);
  expect(commit).toThrow(/graph-has-problems|has problems/);
  expect(textsOf(draft.commit(), 'jsonl')).toEqual(textsOf(graph, 'jsonl'));
  return problems.map((it) => printProblem(it).replace(/^.*[/\\](?=\d\.)/, ''));
}

export const gexf = (inside: string): string => `<gexf version="1.3">\n<graph>\n${inside}\n</graph>\n</gexf>`;
export const graphml = (inside: string): string =>
  `<graphml>\n<graph edgedefault="directed">\n${inside}\n</graph>\n</graphml>`;
