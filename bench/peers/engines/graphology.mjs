/** graphology as applications use it: type and day as attributes, walks over its own methods. */
import { MultiDirectedGraph } from 'graphology';
import { answer, world } from '../answer.mjs';
import { typeName } from '../world.mjs';

const start = performance.now();
const graph = new MultiDirectedGraph();
const keys = Array.from({ length: world.nodes }, (_, node) => String(node));
for (const key of keys) graph.addNode(key);
for (let edge = 0; edge < world.edges; edge++) {
  const attributes = { type: typeName(world.type[edge]), day: world.day[edge] };
  graph.addDirectedEdge(keys[world.from[edge]], keys[world.to[edge]], attributes);
}
const milliseconds = performance.now() - start;
const types = new Set(world.types.map(typeName));

const within = (hops) => (node) => {
  const met = new Set([keys[node]]);
  let level = [keys[node]];
  for (let hop = 0; hop < hops; hop++) {
    const next = [];
    for (const from of level) {
      graph.forEachOutboundEdge(from, (_, { type, day }, __, to) => {
        if (day < world.firstDay || !types.has(type) || met.has(to)) return;
        met.add(to);
        next.push(to);
      });
    }
    level = next;
  }
  return met.size - 1;
};

function reach(node) {
  const met = new Set([keys[node]]);
  for (const from of met) graph.forEachOutboundNeighbor(from, (to) => met.add(to));
  return met.size;
}

/** A search from both ends, the smaller level first. */
const distance =
  (isEitherWay) =>
  ([a, b]) => {
    if (a === b) return 0;
    const sides = [a, b].map((node) => ({ met: new Set([keys[node]]), level: [keys[node]] }));
    for (let hops = 1; sides.every((it) => it.level.length > 0); hops++) {
      const isAhead = sides[0].level.length <= sides[1].level.length;
      const [side, other] = isAhead ? sides : sides.toReversed();
      const next = [];
      let found = false;
      const visit = (to) => {
        found ||= other.met.has(to);
        if (side.met.has(to)) return;
        side.met.add(to);
        next.push(to);
      };
      for (const from of side.level) {
        if (isEitherWay) graph.forEachNeighbor(from, visit);
        else if (isAhead) graph.forEachOutboundNeighbor(from, visit);
        else graph.forEachInboundNeighbor(from, visit);
        if (found) return hops;
      }
      side.level = next;
    }
    return -1;
  };

await answer(milliseconds, {
  hops1: within(1),
  hops2: within(2),
  hops3: within(3),
  reach,
  path: distance(false),
  'path either way': distance(true),
});
