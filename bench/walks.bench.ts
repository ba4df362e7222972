/**
 * Fluent walks of one to three hops, by edge type and date, told anew for each start: every way, each node once, and
 * all that lies within so many hops.
 */
import { bench, describe } from 'vitest';
import { isoOfDay } from '../src/facts/partial-date.ts';
import { Graph } from '../src/graph/graph.ts';
import type { AnyNode, AnyOntology } from '../src/ontology/typed-ontology.ts';
import type { Walk } from '../src/traversal/walk.ts';
import { nodeId } from './make-graph.ts';
import { plainEnds, plainHops, plainWays } from './plain-graphology.ts';
import { RawRows } from './raw-rows.ts';
import { inTurn, makeWorld, mustAgree, sizes } from './worlds.ts';

// The last size alone: how the cost grows is the other benches' question.
const size = sizes.at(-1)!;
const world = makeWorld(size);
const { view, graphology, types, firstDay, starts } = world;
const graph = new Graph<AnyOntology>(view, { warnings: [], files: new Map() });
const wanted = new Set(types);
const raw = new RawRows(view.graph, types, firstDay);
const later = { during: `${isoOfDay(firstDay)}/..` };

type AnyWalk = Walk<AnyOntology, AnyNode, string>;
type Engines = Readonly<Record<string, (start: number) => number>>;

function compare(what: string, engines: Engines): void {
  mustAgree(starts, engines);
  describe(`${what}: ${world.name}`, () => {
    for (const [name, engine] of Object.entries(engines)) bench(name, inTurn(starts, engine));
  });
}

const numberOf = (start: number): number => view.getNode(nodeId(start));

for (const hops of [1, 2, 3]) {
  const words = hops === 1 ? '1 hop' : `${hops} hops`;
  const times = Array.from({ length: hops });
  const ways = (start: number): AnyWalk =>
    times.reduce<AnyWalk>((walk) => walk.out(types, later), graph.from(nodeId(start)));
  const ends = (start: number): AnyWalk =>
    times.reduce<AnyWalk>((walk) => walk.out(types, later).dedupe(), graph.from(nodeId(start)));
  const within = (start: number): AnyWalk =>
    graph.from(nodeId(start)).repeat((at) => at.out(types, later), { times: hops, emit: true, dedupe: true });

  compare(`every way of ${words}`, {
    ...fluent(ways),
    'raw adjacency': (start) => raw.ways(numberOf(start), hops),
    'plain graphology': (start) => plainWays(graphology, String(start), hops, wanted, firstDay),
  });
  compare(`each node at the end of ${words}`, {
    ...fluent(ends),
    'raw adjacency': (start) => raw.ends(numberOf(start), hops),
    'plain graphology': (start) => plainEnds(graphology, String(start), hops, wanted, firstDay),
  });
  compare(`each node within ${words}`, {
    ...fluent(within),
    'raw adjacency': (start) => raw.within(numberOf(start), hops) - 1,
    'plain graphology': (start) => plainHops(graphology, String(start), hops, wanted, firstDay) - 1,
  });
}

/** The walk told anew for each start, and told once and taken from each. */
function fluent(walkFrom: (start: number) => AnyWalk): Engines {
  const told = walkFrom(starts[0]!);
  return {
    'fluent walk, told anew': (start) => walkFrom(start).count(),
    'fluent walk, told once': (start) => told.startingAt(nodeId(start)).count(),
  };
}
