/** DuckDB in the process, one thread: a sorted table with an index, and recursive queries. */
import { DuckDBInstance } from '@duckdb/node-api';
import { answer, world } from '../answer.mjs';

const start = performance.now();
const db = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
await db.run('CREATE TABLE given(src INT, type TINYINT, day INT, dst INT)');
const appender = await db.createAppender('given');
for (let edge = 0; edge < world.edges; edge++) {
  appender.appendInteger(world.from[edge]);
  appender.appendTinyInt(world.type[edge]);
  appender.appendInteger(world.day[edge]);
  appender.appendInteger(world.to[edge]);
  appender.endRow();
}
appender.closeSync();
await db.run('CREATE TABLE e AS SELECT * FROM given ORDER BY src, type, day');
await db.run('CREATE INDEX i ON e(src)');
const milliseconds = performance.now() - start;

async function counting(query) {
  const prepared = await db.prepare(query);
  return async (node) => {
    prepared.bindInteger(1, node);
    return (await prepared.runAndReadAll()).getRows()[0][0];
  };
}
const within = (hops) =>
  counting(`WITH RECURSIVE r(v, d) AS (SELECT $1::INT, 0 UNION
    SELECT e.dst, r.d + 1 FROM r JOIN e ON e.src = r.v
    WHERE e.type IN (${world.types}) AND e.day >= ${world.firstDay} AND r.d < ${hops}) SELECT count(DISTINCT v) - 1 FROM r`);
await answer(milliseconds, {
  hops1: await within(1),
  hops2: await within(2),
  hops3: await within(3),
  reach: await counting(
    'WITH RECURSIVE r(v) AS (SELECT $1::INT UNION SELECT e.dst FROM r JOIN e ON e.src = r.v) SELECT count(*) FROM r',
  ),
});
