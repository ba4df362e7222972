/** SQLite in the process: one table in the order of source, type and day, and recursive queries. */
import Database from 'better-sqlite3';
import { answer, world } from '../answer.mjs';

const start = performance.now();
const db = new Database(':memory:');
db.exec('CREATE TABLE e(src INT, type INT, day INT, dst INT, id INT, PRIMARY KEY(src, type, day, id)) WITHOUT ROWID');
const insert = db.prepare('INSERT INTO e VALUES(?, ?, ?, ?, ?)');
db.transaction(() => {
  const { from, type, day, to } = world;
  for (let edge = 0; edge < world.edges; edge++) insert.run(from[edge], type[edge], day[edge], to[edge], edge);
})();
const milliseconds = performance.now() - start;

const within = (hops) => {
  const query = db
    .prepare(
      `WITH RECURSIVE r(v, d) AS (VALUES(?, 0) UNION
         SELECT e.dst, r.d + 1 FROM r JOIN e ON e.src = r.v AND e.type IN (${world.types}) AND e.day >= ${world.firstDay}
         WHERE r.d < ${hops}) SELECT count(DISTINCT v) - 1 FROM r`,
    )
    .pluck();
  return (node) => query.get(node);
};
const all = db.prepare(
  'WITH RECURSIVE r(v) AS (VALUES(?) UNION SELECT e.dst FROM r JOIN e ON e.src = r.v) SELECT count(*) FROM r',
);
await answer(milliseconds, {
  hops1: within(1),
  hops2: within(2),
  hops3: within(3),
  reach: (node) => all.pluck().get(node),
});
