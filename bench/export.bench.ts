/**
 * Every export, in megabytes a second and megabytes of memory, beside graphology-gexf in the same run.
 *
 * Text is encoded and thrown away: what is measured is the writing, not a disk. graphology-gexf makes one string, for which
 * a million edges need more memory than Node takes unless told; `vitest.config.ts` tells it.
 */
import { write as writeGraphologyGexf } from 'graphology-gexf';
import { bench, describe } from 'vitest';
import type { TextFormat } from '../src/formats/format.ts';
import { formats, isText, writeGraph } from '../src/formats/write-graph.ts';
import { freezeGraph } from '../src/store/knowledge-graph.ts';
import { GraphView } from '../src/views/graph-view.ts';
import { graphologyOf } from '../src/views/graphology-of.ts';
import { madeOntology, makeFacts } from './make-graph.ts';
import { usedBytes } from './memory.ts';

const EDGES = Number(process.env.BENCH_EDGES ?? 1_000_000);

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

/** What one writing costs. */
interface Cost {
  /** Of this process alone, for the machine has others. */
  readonly seconds: number;
  readonly bytes: number;
  /** The most bytes of memory in use at once above what the graph takes. */
  readonly held: number;
}

function measured(view: GraphView, format: TextFormat): Cost {
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

/** What one writing of graphology-gexf costs; what it held is the peak of the process above what it was before. */
function measuredGraphology(view: GraphView): Cost {
  const copy = graphologyOf(view).copy();
  usedBytes();
  const { rss } = process.memoryUsage();
  const start = process.cpuUsage();
  const bytes = Buffer.byteLength(writeGraphologyGexf(copy, { pretty: false }));
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1e6, bytes, held: process.resourceUsage().maxRSS * 1024 - rss };
}

function tell(name: string, { seconds, bytes, held }: Cost): void {
  const megabytes = (count: number): string => (count / 1e6).toFixed(0).padStart(5);
  console.log(
    `${name.padEnd(16)}${megabytes(bytes)} MB ${seconds.toFixed(2).padStart(6)} s ` +
      `${megabytes(bytes / seconds)} MB/s, at most${megabytes(held)} MB held`,
  );
}

const world = worldOf(EDGES);
for (const format of texts) tell(format.name, measured(world, format));
tell('graphology-gexf', measuredGraphology(world));

const SMALLER = Math.min(EDGES, 100_000);
const once = { time: 0, warmupTime: 0, iterations: 3, warmupIterations: 1 };

describe(`GEXF: ${SMALLER} edges, seed 42`, () => {
  const view = worldOf(SMALLER);
  const copy = graphologyOf(view).copy();
  const [gexf] = texts;
  bench('Diplograph', () => void (gexf && writeAll(view, gexf)), once);
  bench('graphology-gexf', () => void Buffer.from(writeGraphologyGexf(copy, { pretty: false })), once);
});
