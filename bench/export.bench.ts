/**
 * Every export, in megabytes a second and megabytes of memory, beside graphology-gexf.
 *
 * Text is encoded and thrown away: what is measured is the writing, not a disk. graphology-gexf makes one string, which a
 * million edges and their graph hardly leave room for, so it writes a hundred thousand.
 */
import { write as writeGraphologyGexf } from 'graphology-gexf';
import { bench, describe } from 'vitest';
import type { TextFormat } from '../src/formats/format.ts';
import { formats } from '../src/formats/formats.ts';
import { isText, writeGraph } from '../src/formats/write-graph.ts';
import { freezeGraph } from '../src/store/knowledge-graph.ts';
import { GraphView } from '../src/views/graph-view.ts';
import { toGraphology } from '../src/views/to-graphology.ts';
import { madeOntology, makeFacts } from './make-graph.ts';
import { usedBytes } from './memory.ts';

const EDGES = Number(process.env.BENCH_EDGES ?? 1_000_000);
const COMPARED_EDGES = Math.min(EDGES, 100_000);

/** A picture of a million edges is no picture. */
const texts = formats.filter(isText).filter((it) => !it.mediaType.startsWith('image/'));

const worldOf = (edges: number): GraphView =>
  GraphView.whole(freezeGraph(madeOntology, makeFacts({ nodes: edges / 10, edges })));

/** Writes all of a format into one buffer, over and over; returns how many bytes. */
function writeAll(view: GraphView, format: TextFormat, look?: () => void): number {
  let bytes = 0;
  for (const part of format.parts ?? [undefined]) {
    for (const piece of writeGraph(view, format, part === undefined ? {} : { part })) {
      bytes += buffer.write(piece);
      look?.();
    }
  }
  return bytes;
}
const buffer = Buffer.alloc(1 << 20);

/** What one writing costs: seconds of this process alone, for the machine has others; bytes written; the most held. */
function measured(view: GraphView, format: TextFormat): { seconds: number; bytes: number; held: number } {
  writeAll(view, format);
  const start = process.cpuUsage();
  const bytes = writeAll(view, format);
  const { user, system } = process.cpuUsage(start);
  const before = usedBytes();
  let most = 0;
  let pieces = 0;
  writeAll(view, format, () => {
    if (++pieces % 1000 === 0) most = Math.max(most, usedBytes());
  });
  return { seconds: (user + system) / 1e6, bytes, held: Math.max(0, most - before) };
}

const world = worldOf(EDGES);
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0).padStart(5);
for (const format of texts) {
  const { seconds, bytes, held } = measured(world, format);
  console.log(
    `${format.name.padEnd(11)}${megabytes(bytes)} MB ${seconds.toFixed(2).padStart(6)} s ` +
      `${megabytes(bytes / seconds)} MB/s, at most${megabytes(held)} MB held`,
  );
}

const once = { time: 0, warmupTime: 0, iterations: 3, warmupIterations: 1 };

describe(`GEXF: ${COMPARED_EDGES} edges, seed 42`, () => {
  const view = worldOf(COMPARED_EDGES);
  const copy = toGraphology(view);
  const [gexf] = texts;
  bench('Diplograph', () => void (gexf && writeAll(view, gexf)), once);
  bench('graphology-gexf', () => void Buffer.from(writeGraphologyGexf(copy, { pretty: false })), once);
});
