/** Diplograph as a program uses it: what `openGraph` gives, walks written once and taken from each start. */
import { openGraph } from '../../../dist/index.js';
import { answer, world } from '../answer.mjs';
import { isoDay, TYPES, typeName } from '../world.mjs';

const id = (node) => `node:${String(node).padStart(8, '0')}`;
const relations = Array.from({ length: TYPES }, (_, type) =>
  ['OUT', 'IN'].map(
    (way) =>
      `${way}${type}: [Thing!]! @relationship(type: "${typeName(type)}", direction: ${way}, properties: "Dated")`,
  ),
).flat();
const schema = `scalar PartialDate
type Dated @relationshipProperties { when: PartialDate }
type Thing @node { id: ID! ${relations.join(' ').replaceAll(/(OUT|IN)(\d)/g, (_, way, type) => `${way.toLowerCase()}${type}`)} }`;

const { from, to, type, day } = world;
const nodes = Array.from({ length: world.nodes }, (_, node) => ({ id: id(node), type: 'Thing' }));
const edges = Array.from(from, (source, edge) => ({
  from: id(source),
  edge: typeName(type[edge]),
  to: id(to[edge]),
  when: isoDay(day[edge]),
}));
const start = performance.now();
const graph = await openGraph({ schema, nodes, edges });
const milliseconds = performance.now() - start;

const later = { during: `${isoDay(world.firstDay)}/..` };
const types = world.types.map(typeName);
const first = graph.from(id(world.hops[0]));
const within = (times) => {
  const walk = first.repeat((at) => at.out(types, later), { times, emit: true, dedupe: true });
  return (node) => walk.startingAt(id(node)).count();
};
const all = first.repeat((at) => at.out());
const hopsOf =
  (direction) =>
  ([a, b]) =>
    graph.paths(id(a), id(b), { direction, first: 1, maxHops: 64 }).paths[0]?.length ?? -1;
await answer(milliseconds, {
  hops1: within(1),
  hops2: within(2),
  hops3: within(3),
  reach: (node) => all.startingAt(id(node)).count() + 1,
  path: hopsOf('OUT'),
  'path either way': hopsOf('BOTH'),
});
