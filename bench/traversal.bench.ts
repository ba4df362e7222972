/**
 * One to three hops from a node, by edge type and date, and as far as it goes.
 */
import { bench, describe } from 'vitest';
import { reachable } from '../src/paths/reachable.ts';
import { plainHops, plainReach } from './plain-graphology.ts';
import { inTurn, makeWorld, mustAgree, sizes } from './worlds.ts';

for (const size of sizes) {
  const world = makeWorld(size);
  const { later, view, graphology, bare, types, firstDay, starts, numberOf } = world;
  const wanted = new Set(types);

  for (const maxHops of [1, 2, 3]) {
    const engines = {
      Diplograph: (start: number) =>
        reachable(later, [numberOf(start)], { direction: 'OUT', via: types, maxHops }).nodes.length,
      'plain graphology': (start: number) => plainHops(graphology, String(start), maxHops, wanted, firstDay),
      'bare arrays': (start: number) => bare.hops(start, maxHops, types.length, firstDay),
    };
    mustAgree(starts, engines);
    describe(`${maxHops === 1 ? '1 hop' : `${maxHops} hops`} over 3 of 12 types and 70 % of the days: ${world.name}`, () => {
      for (const [name, engine] of Object.entries(engines)) bench(name, inTurn(starts, engine));
    });
  }

  const few = starts.slice(0, 5);
  const engines = {
    Diplograph: (start: number) => reachable(view, [numberOf(start)], { direction: 'OUT' }).nodes.length,
    'plain graphology': (start: number) => plainReach(graphology, String(start)),
    'bare arrays': (start: number) => bare.reach(start),
  };
  mustAgree(few, engines);
  describe(`everything that can be reached: ${world.name}`, () => {
    for (const [name, engine] of Object.entries(engines)) bench(name, inTurn(few, engine));
  });
}
