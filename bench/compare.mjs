/**
 * One table of two runs of the benches: how many times as fast each row is as it was.
 *
 *     npm run bench -- --outputJson before.json      in a checkout of the older state, after `npm ci`
 *     npm run bench -- --outputJson after.json       here, on the same machine, with nothing else running
 *     node bench/compare.mjs before.json after.json
 *
 * Prints Markdown: every row that both have, by bench; those below 0.9 of before are bold, and end it with code 1.
 */
import { readFileSync } from 'node:fs';

const [before, after] = process.argv.slice(2).map(rowsOf);
if (!before || !after) {
  process.stderr.write('Two files are needed, as `npm run bench -- --outputJson <file>` writes them.\n');
  process.exit(2);
}
const lines = [...after].flatMap(([name, { bench, task, mean }]) => {
  const old = before.get(name)?.mean;
  if (!old || !mean) return [];
  const times = old / mean;
  const shown = times < 0.9 ? `**${times.toFixed(2)}**` : times.toFixed(2);
  return [{ times, line: `| ${bench} | ${task} | ${inMs(old)} | ${inMs(mean)} | ${shown} |` }];
});
print('| bench | row | before, ms | after, ms | × as fast |\n| --- | --- | --- | --- | --- |');
for (const { line } of lines) print(line);
const slower = lines.filter((it) => it.times < 0.9).length;
print(
  `\n${lines.length} rows; ${slower} below 0.9 of before; ${after.size - lines.length} only after, ${before.size - lines.length} only before.`,
);
if (slower > 0) process.exitCode = 1;

/** The rows of a run, by the names of their bench, group and task. */
function rowsOf(path) {
  const { files } = JSON.parse(readFileSync(path, 'utf8'));
  const rows = files.flatMap(({ groups }) =>
    groups.flatMap(({ fullName, benchmarks }) =>
      benchmarks.map(({ name, mean }) => {
        const [file, ...of] = fullName.split(' > ');
        const bench = file.replace(/^.*\//, '').replace('.bench.ts', '');
        return [`${fullName} > ${name}`, { bench, task: [...of, name].join(': '), mean }];
      }),
    ),
  );
  return new Map(rows);
}

function inMs(mean) {
  return mean < 1 ? mean.toPrecision(3) : mean.toFixed(mean < 100 ? 2 : 0);
}

function print(text) {
  process.stdout.write(`${text}\n`);
}
