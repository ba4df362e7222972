import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import { freezeGraph, type KnowledgeGraph } from '../../src/store/knowledge-graph.ts';
import { firstPlaceFrom, rowDays } from '../../src/store/row-days.ts';
import { randomFacts, randomOntology, seeds } from '../kit/random-graph.ts';

/** Few nodes and many edges, so that runs are long; in half of the graphs every edge has the one day of an event. */
function longRuns(seed: number): KnowledgeGraph {
  const { nodes, edges } = randomFacts(seed, { nodes: 4, edges: 900 });
  const random = seededRandom(seed);
  const events = edges.map((fact) => {
    const day = Math.floor(random() * 100);
    return { ...fact, validity: { earliestStart: day, latestStart: day, earliestEnd: day, latestEnd: day } };
  });
  return freezeGraph(randomOntology, { nodes, edges: seed % 2 === 0 ? events : edges });
}

describe('days of rows', () => {
  test.each(seeds(10))('are those of the edges, and say which runs rise, seed %i', (seed) => {
    const graph = longRuns(seed);
    for (const rows of [graph.out, graph.in]) {
      for (const column of Object.values(graph.edges.validity) as Int32Array[]) {
        const { days, rising } = rowDays(rows, column);
        expect([...days]).toEqual([...rows.edge].map((edge) => column[edge]));
        for (let run = 0; run < rows.runType.length; run++) {
          const own = [...days.subarray(rows.runStart[run], rows.runStart[run + 1])];
          expect(rising.has(run)).toBe(own.every((day, i) => i === 0 || own[i - 1]! <= day));
        }
      }
    }
  });

  test.each(seeds(10))('before the first place that a day leaves, none is late enough, seed %i', (seed) => {
    const graph = longRuns(seed);
    let skipped = 0;
    for (const rows of [graph.out, graph.in]) {
      const found = rowDays(rows, graph.edges.validity.latestEnd);
      for (let run = 0; run < rows.runType.length; run++) {
        const [start, end] = [rows.runStart[run]!, rows.runStart[run + 1]!];
        for (const day of [-1, 0, 30, 99, 1000]) {
          const first = firstPlaceFrom(found, run, start, end, day);
          skipped += first - start;
          for (let place = start; place < first; place++) expect(found.days[place]).toBeLessThan(day);
          if (found.rising.has(run) && end - start > 16 && first < end) {
            expect(found.days[first]).toBeGreaterThanOrEqual(day);
          }
        }
      }
    }
    if (seed % 2 === 0) expect(skipped).toBeGreaterThan(0);
  });
});
