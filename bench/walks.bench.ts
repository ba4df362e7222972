/**
 * Walks of one to three hops by edge type and date, and as far as it goes: every path, each node once, and all that lies
 * within so many hops.
 */
import { bench, describe } from 'vitest';
import type { AnyNode, AnyOntology, Walk } from '../src/index.ts';
import { isoDay, nodeId } from './make-graph.ts';
import { plainEnds, plainHops, plainPaths, plainReach } from './plain-graphology.ts';
import { inTurn, makeWorld, mustAgree, sizes } from './worlds.ts';

type AnyWalk = Walk<AnyOntology, AnyNode, string>;
type Engines = Readonly<Record<string, (start: number) => number>>;

for (const size of sizes) {
  const { name: world, graph, graphology, bare, types, firstDay, starts } = await makeWorld(size);
  const wanted = new Set(types);
  const later = { during: `${isoDay(firstDay)}/..` };

  const compare = (
    what: string,
    from: readonly number[],
    walkFrom: (start: number) => AnyWalk,
    others: Engines,
  ): void => {
    const reused = walkFrom(starts[0]!);
    const engines = {
      'Diplograph, written anew': (start: number) => walkFrom(start).count(),
      'Diplograph, reused': (start: number) => reused.startingAt(nodeId(start)).count(),
      ...others,
    };
    mustAgree(from, engines);
    describe(`${what}: ${world}`, () => {
      for (const [name, engine] of Object.entries(engines)) bench(name, inTurn(from, engine));
    });
  };

  for (const hops of [1, 2, 3]) {
    const words = hops === 1 ? '1 hop' : `${hops} hops`;
    const times = Array.from({ length: hops });
    compare(
      `every path of ${words}`,
      starts,
      (start) => times.reduce<AnyWalk>((walk) => walk.out(types, later), graph.from(nodeId(start))),
      { 'plain graphology': (start) => plainPaths(graphology, String(start), hops, wanted, firstDay) },
    );
    compare(
      `each node at the end of ${words}`,
      starts,
      (start) => times.reduce<AnyWalk>((walk) => walk.out(types, later).dedupe(), graph.from(nodeId(start))),
      { 'plain graphology': (start) => plainEnds(graphology, String(start), hops, wanted, firstDay) },
    );
    compare(
      `each node within ${words}`,
      starts,
      (start) =>
        graph.from(nodeId(start)).repeat((at) => at.out(types, later), { times: hops, emit: true, dedupe: true }),
      {
        'plain graphology': (start) => plainHops(graphology, String(start), hops, wanted, firstDay) - 1,
        'bare arrays': (start) => bare.hops(start, hops, types.length, firstDay) - 1,
      },
    );
  }

  compare(
    'everything that can be reached',
    starts.slice(0, 5),
    (start) => graph.from(nodeId(start)).repeat((at) => at.out()),
    {
      'plain graphology': (start) => plainReach(graphology, String(start)) - 1,
      'bare arrays': (start) => bare.reach(start) - 1,
    },
  );
}
