/** kuzu in the process, one thread: a table of relationships for each edge type, and shortest paths in Cypher. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import kuzu from 'kuzu';
import { answer, world } from '../answer.mjs';
import { TYPES } from '../world.mjs';

const folder = mkdtempSync(join(tmpdir(), 'diplograph-peers-'));
const connection = new kuzu.Connection(new kuzu.Database(':memory:', 6e9), 1);
const tables = Array.from({ length: TYPES }, (_, type) => `R${type}`);
let milliseconds = 0;

async function copy(table, rows) {
  const file = join(folder, 'rows.csv');
  writeFileSync(file, rows.join('\n'));
  const start = performance.now();
  (await connection.query(`COPY ${table} FROM '${file}'`)).close();
  milliseconds += performance.now() - start;
}
(await connection.query('CREATE NODE TABLE N(id INT64, PRIMARY KEY(id))')).close();
await copy(
  'N',
  Array.from({ length: world.nodes }, (_, node) => node),
);
const rows = tables.map(() => []);
for (let edge = 0; edge < world.edges; edge++)
  rows[world.type[edge]].push(`${world.from[edge]},${world.to[edge]},${world.day[edge]}`);
for (const [type, table] of tables.entries()) {
  (await connection.query(`CREATE REL TABLE ${table}(FROM N TO N, day INT32)`)).close();
  await copy(table, rows[type]);
}
rmSync(folder, { recursive: true });

async function counting(query, none) {
  const prepared = await connection.prepare(query);
  return async (values) => {
    const result = await connection.execute(prepared, values);
    const [found] = await result.getAll();
    result.close();
    return found ? Number(found.c) : none;
  };
}
const asked = world.types.map((type) => tables[type]).join('|');
const within = async (hops) => {
  const query = await counting(
    `MATCH (a:N {id: $s})-[e:${asked}* SHORTEST 1..${hops} (r, n | WHERE r.day >= ${world.firstDay})]->(b:N)
     WHERE b.id <> $s RETURN count(*) AS c`,
    0,
  );
  return (s) => query({ s });
};
const all = tables.join('|');
const reach = await counting(
  `MATCH (a:N {id: $s})-[e:${all}* SHORTEST 1..30]->(b:N) WHERE b.id <> $s RETURN count(*) AS c`,
  0,
);
const path = await counting(
  `MATCH (a:N {id: $s})-[e:${all}* SHORTEST 1..30]->(b:N {id: $t}) RETURN length(e) AS c`,
  -1,
);
await answer(milliseconds, {
  hops1: await within(1),
  hops2: await within(2),
  hops3: await within(3),
  reach: async (s) => 1 + (await reach({ s })),
  path: ([s, t]) => path({ s, t }),
});
