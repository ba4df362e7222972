import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import { isoOfDay } from '../../src/facts/partial-date.ts';
import type { AnyNode, AnyOntology } from '../../src/ontology/typed-ontology.ts';
import { walkAll, walkFrom } from '../../src/traversal/begin-walk.ts';
import type { Walk } from '../../src/traversal/walk.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { asOf, statedOnly } from '../../src/views/restrictions.ts';
import { derivedGraph } from '../kit/derived-graph.ts';
import { seeds } from '../kit/random-graph.ts';
import { inWords, lastOf, type PlainHop, type PlainPath, plainExpand, startPaths } from './plain-walk.ts';

type AnyWalk = Walk<AnyOntology, AnyNode, string>;

const from = (view: GraphView, ...ids: string[]): AnyWalk => walkFrom<AnyOntology, AnyNode>(view, ids);

function randomHop(random: () => number): PlainHop {
  const below = (limit: number): number => Math.floor(random() * limit);
  const direction = (['OUT', 'IN', 'BOTH'] as const)[below(3)]!;
  const types = ['knows', 'joins', 'meets', 'near'].filter(() => below(2) === 0);
  const first = below(100);
  const dated = below(2) === 0 ? { period: { first, last: first + below(30) } } : {};
  return {
    direction,
    types: types.length > 0 ? types : undefined,
    ...dated,
    certainty: below(2) === 0 ? 'POSSIBLE' : 'CERTAIN',
  };
}

function take(walk: AnyWalk, { direction, types, period, certainty = 'POSSIBLE' }: PlainHop): AnyWalk {
  const during = period && `${isoOfDay(period.first)}/${isoOfDay(period.last)}`;
  const where = during === undefined ? {} : { during, certainty };
  if (direction === 'OUT') return walk.out(types, where);
  return direction === 'IN' ? walk.in(types, where) : walk.both(types, where);
}

const pathsOf = (walk: AnyWalk): PlainPath[] =>
  walk.paths().map(({ nodes, edges }) => ({
    nodes: nodes.map((it) => it.id),
    edges: edges.map((it) => it.id),
  }));

const worldOf = (seed: number): { view: GraphView; random: () => number } => {
  const random = seededRandom(seed * 31);
  const whole = derivedGraph(seed, { nodes: 10, edges: 26 });
  const view = [whole, statedOnly(whole), asOf(whole, { first: 20, last: 60 })][seed % 3]!;
  return { view, random };
};

const someStarts = (random: () => number): string[] =>
  Array.from({ length: 1 + Math.floor(random() * 2) }, () => `n${Math.floor(random() * 10)}`);

describe('walks agree with plain ones', () => {
  test.each(seeds(150))('hop by hop, every path, seed %i', (seed) => {
    const { view, random } = worldOf(seed);
    const starts = someStarts(random);
    let walk = from(view, ...starts);
    let paths = startPaths(starts);
    for (let hops = 1 + Math.floor(random() * 3); hops > 0; hops--) {
      const hop = randomHop(random);
      walk = take(walk, hop);
      paths = plainExpand(view, paths, hop);
    }
    expect(inWords(pathsOf(walk))).toEqual(inWords(paths));
    expect(walk.count()).toBe(paths.length);
    expect(
      walk
        .toArray()
        .map((it) => it.id)
        .sort(),
    ).toEqual(paths.map(lastOf).sort());
    expect(new Set(walk.dedupe().ids())).toEqual(new Set(paths.map(lastOf)));
    expect(walk.nodes().length).toBe(new Set(paths.map(lastOf)).size);
    expect(new Set(walk.edges().map((it) => it.id))).toEqual(new Set(paths.map((it) => it.edges.at(-1))));
  });

  test.each(seeds(60))('repeated so many times is written as often, seed %i', (seed) => {
    const { view, random } = worldOf(seed);
    const starts = someStarts(random);
    const hops = [randomHop(random), randomHop(random)].slice(0, 1 + (seed % 2));
    const step = (walk: AnyWalk): AnyWalk => hops.reduce(take, walk);
    const walk = from(view, ...starts);
    const [once, twice] = [step(walk), step(step(walk))];
    expect(pathsOf(walk.repeat(step, { times: 2 }))).toEqual(pathsOf(twice));
    expect(inWords(pathsOf(walk.repeat(step, { times: 2, emit: true })))).toEqual(
      inWords([...pathsOf(once), ...pathsOf(twice)]),
    );
  });

  test.each(seeds(100))('repeated to the end reaches each node once, by a shortest path, seed %i', (seed) => {
    const { view, random } = worldOf(seed);
    const [start = ''] = someStarts(random);
    const hop = randomHop(random);
    const distances = plainDistances(view, start, hop);
    const found = pathsOf(from(view, start).repeat((at) => take(at, hop)));
    expect(found.map((path) => [lastOf(path), path.edges.length]).sort()).toEqual([...distances].sort());
    for (const path of found) expect(inWords(plainPathsAlong(view, path, hop))).toContain(inWords([path])[0]);

    const within = from(view, start).repeat((at) => take(at, hop), { times: 2, emit: true, dedupe: true });
    expect(within.ids().sort()).toEqual(
      [...distances]
        .filter(([, far]) => far <= 2)
        .map(([id]) => id)
        .sort(),
    );
    expect(within.count()).toBe(within.toArray().length);
    const last = from(view, start).repeat((at) => take(at, hop), { times: 2, dedupe: true });
    expect(last.ids().sort()).toEqual(
      [...distances]
        .filter(([, far]) => far === 2)
        .map(([id]) => id)
        .sort(),
    );
  });

  test.each(seeds(100))(
    'repeated along edges gives to the letter what any repeated step would give, seed %i',
    (seed) => {
      const random = seededRandom(seed * 7);
      // Few edges make long paths, many make levels that are searched from their outside.
      const whole = derivedGraph(seed, { nodes: 60, edges: seed % 2 === 0 ? 90 : 700 });
      const view = seed % 3 === 0 ? asOf(whole, { first: 20, last: 60 }) : whole;
      const hop = randomHop(random);
      const walk = from(view, 'n1', 'n2', 'n1');
      for (const options of [{}, { times: 2, dedupe: true }, { times: 3, emit: true, dedupe: true }]) {
        const along = walk.repeat((at) => take(at, hop), options);
        // With a second step the repetition does not know that edges are all it follows.
        const other = walk.repeat((at) => take(at, hop).dedupe(), options);
        expect(along.ids()).toEqual(other.ids());
        expect(along.count()).toBe(other.count());
        expect(along.dedupe().count()).toBe(other.dedupe().count());
        expect(along.skip(3).limit(2).ids()).toEqual(other.ids().slice(3, 5));
        expect(along.first()).toEqual(other.first());
        expect(along.edges()).toEqual(other.edges());
        expect(along.paths()).toEqual(other.paths());
        expect(along.out('knows').count()).toBe(other.out('knows').count());
      }
    },
  );

  test.each(seeds(60))('having and not keep what leads on, and what does not, seed %i', (seed) => {
    const { view, random } = worldOf(seed);
    const hop = randomHop(random);
    const onward = [randomHop(random), randomHop(random)];
    const starts = someStarts(random);
    const paths = plainExpand(view, startPaths(starts), hop);
    const leadsOn = (path: PlainPath): boolean =>
      onward.reduce((from_, it) => plainExpand(view, from_, it), startPaths([lastOf(path)])).length > 0;
    const walk = take(from(view, ...starts), hop);
    const leading = walk.having((at) => onward.reduce(take, at));
    expect(inWords(pathsOf(leading))).toEqual(inWords(paths.filter(leadsOn)));
    expect(leading.count()).toBe(leading.toArray().length);
    expect(inWords(pathsOf(walk.not((at) => onward.reduce(take, at))))).toEqual(
      inWords(paths.filter((it) => !leadsOn(it))),
    );
  });

  test.each(seeds(40))('an order changes only the order, a slice is a slice of it, seed %i', (seed) => {
    const { view, random } = worldOf(seed);
    const walk = take(walkAll<AnyOntology, string>(view, ['Person']) as AnyWalk, randomHop(random));
    const ordered = walk.order({ name: 'DESC' });
    const names = ordered.map((it) => String(it.name)).toArray();
    expect(names).toEqual(names.toSorted().reverse());
    expect(inWords(pathsOf(ordered))).toEqual(inWords(pathsOf(walk)));
    expect(pathsOf(ordered.skip(2).limit(3))).toEqual(pathsOf(ordered).slice(2, 5));
    expect(ordered.skip(2).count()).toBe(Math.max(0, ordered.count() - 2));
  });
});

describe('a walk that is reused', () => {
  test.each(seeds(80))('is taken from anywhere as one written anew, seed %i', (seed) => {
    const { view, random } = worldOf(seed);
    const steps = Array.from({ length: 1 + Math.floor(random() * 3) }, () => randomStep(random));
    const write = (start: string): AnyWalk => steps.reduce((walk, step) => step(walk), from(view, start));
    const reused = write('n0');
    for (const start of ['n1', 'n2', 'n1', 'n0']) {
      const [anew, again] = [write(start), reused.startingAt(start)];
      expect(again.count()).toBe(anew.count());
      expect(again.first()?.id).toBe(anew.first()?.id);
      expect(again.ids()).toEqual(anew.ids());
      expect(pathsOf(again)).toEqual(pathsOf(anew));
    }
  });

  test.each(seeds(40))('may be under path from several starts at once, seed %i', (seed) => {
    const { view, random } = worldOf(seed);
    const steps = Array.from({ length: 2 }, () => randomStep(random));
    const reused = steps.reduce((walk, step) => step(walk), from(view, 'n0'));
    const starts = ['n1', 'n2', 'n1'];
    const expected = starts.map((start) => reused.startingAt(start).ids());
    const underWay = starts.map((start) => reused.startingAt(start)[Symbol.iterator]());
    const found = starts.map((): string[] => []);
    for (let left = starts.length; left > 0; ) {
      left = 0;
      for (const [place, iterator] of underWay.entries()) {
        const { done, value } = iterator.next();
        if (done) continue;
        found[place]!.push(value.id);
        left++;
      }
    }
    expect(found).toEqual(expected);
  });
});

/** A hop, or one of the steps that remember something. */
function randomStep(random: () => number): (walk: AnyWalk) => AnyWalk {
  const hop = randomHop(random);
  const steps: ((walk: AnyWalk) => AnyWalk)[] = [
    (walk) => take(walk, hop),
    (walk) => take(walk, hop).dedupe(),
    (walk) => walk.repeat((at) => take(at, hop), { times: 2, emit: true, dedupe: true }),
    (walk) => walk.repeat((at) => take(at, hop), { times: 2 }),
    (walk) => walk.repeat((at) => take(at, hop)),
    (walk) => take(walk, hop).order({ name: 'DESC' }).skip(1).limit(3),
    (walk) => take(walk, hop).having((at) => take(at, hop).dedupe()),
  ];
  return steps[Math.floor(random() * steps.length)]!;
}

/** How many times the hop must be taken to reach each node but the start. */
function plainDistances(view: GraphView, start: string, hop: PlainHop): Map<string, number> {
  const found = new Map([[start, 0]]);
  for (let level = [start], far = 1; level.length > 0; far++) {
    const next = new Set(plainExpand(view, startPaths(level), hop).map(lastOf));
    level = [...next].filter((id) => !found.has(id));
    for (const id of level) found.set(id, far);
  }
  found.delete(start);
  return found;
}

/** Every path of that length from the start of `path`. */
const plainPathsAlong = (view: GraphView, path: PlainPath, hop: PlainHop): PlainPath[] =>
  path.edges.reduce((paths) => plainExpand(view, paths, hop), startPaths(path.nodes.slice(0, 1)));
