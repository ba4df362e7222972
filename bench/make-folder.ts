/**
 * The made graph as a folder of facts: two tables of nodes and one of edges, as somebody's own data would be.
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isoOfDay } from '../src/facts/partial-date.ts';
import { EDGE_TYPES, type MadeSize, makeEdges, nodeId } from './make-graph.ts';

const SOURCES = 5000;

const relations = EDGE_TYPES.flatMap((type, i) => [
  `  to${i}: [Thing!]! @relationship(type: "${type}", direction: OUT, properties: "Dated")`,
  `  from${i}: [Thing!]! @relationship(type: "${type}", direction: IN, properties: "Dated")`,
]);

const schema = `scalar PartialDate
type Thing @node {
  id: ID!
  name: String!
${relations.join('\n')}
}
type Source @node { id: ID! name: String! }
type Dated @relationshipProperties { when: PartialDate sources: [ID!]! }
`;

const files: Readonly<Record<string, string>> = {
  'schema.graphql': schema,
  'data/tables/sources.map.yaml': "nodes:\n  - { id: '{id}', type: Source, name: '{name}' }\n",
  'data/tables/things.map.yaml': "nodes:\n  - { id: '{id}', type: Thing, name: '{name}' }\n",
  'data/tables/edges.map.yaml':
    "edges:\n  - { from: '{from}', edge: '{type}', to: '{to}', when: '{when}', sources: '{sources|split:;}' }\n",
};

/** Writes the folder `data` and the file `schema.graphql` into `folder`; a million edges take 90 MB. */
export function makeFolder(folder: string, size: MadeSize): void {
  mkdirSync(join(folder, 'data', 'tables'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const tables = join(folder, 'data', 'tables');
  writeRows(join(tables, 'sources.csv'), 'id,name', SOURCES, (i) => `source:${i},Source ${i}`);
  writeRows(join(tables, 'things.csv'), 'id,name', size.nodes, (node) => `${nodeId(node)},Name ${node}`);
  const { from, to, type, day } = makeEdges(size);
  writeRows(join(tables, 'edges.csv'), 'from,type,to,when,sources', size.edges, (edge) => {
    const sources = Array.from({ length: 1 + (edge % 3) }, (_, i) => `source:${(edge * 40_503 + i * 7919) % SOURCES}`);
    const ends = [nodeId(from[edge]!), EDGE_TYPES[type[edge]!], nodeId(to[edge]!)];
    return [...ends, isoOfDay(day[edge]!), sources.join(';')].join(',');
  });
}

function writeRows(path: string, head: string, count: number, row: (i: number) => string): void {
  const file = openSync(path, 'w');
  writeSync(file, `${head}\n`);
  const atOnce = 10_000;
  for (let start = 0; start < count; start += atOnce) {
    const rows = Array.from({ length: Math.min(atOnce, count - start) }, (_, i) => row(start + i));
    writeSync(file, `${rows.join('\n')}\n`);
  }
  closeSync(file);
}
