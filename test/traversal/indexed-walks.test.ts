import { expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { AnyNode, AnyOntology } from '../../src/ontology/typed-ontology.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { walkAll } from '../../src/traversal/begin-walk.ts';
import type { Walk } from '../../src/traversal/walk.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { around } from '../../src/views/neighbourhoods.ts';
import { randomFacts, randomOntology, seeds } from '../kit/random-graph.ts';

type AnyWalk = Walk<AnyOntology, AnyNode, string>;

/** Enough nodes for indexes, with few names among them and some that have none. */
function world(seed: number): GraphView[] {
  const { nodes, edges } = randomFacts(seed, { nodes: 400, edges: 300 });
  const random = seededRandom(seed);
  const named = nodes.map((fact) => {
    const name = Math.floor(random() * 40);
    return { ...fact, properties: name === 0 ? {} : { name: `name ${name}` } };
  });
  const whole = GraphView.whole(freezeGraph(randomOntology, { nodes: named, edges }));
  return [whole, around(whole, ['n0', 'n1'], 2)];
}

const choices: readonly (readonly string[])[] = [[], ['Person'], ['Group', 'Place']];
const walks = (view: GraphView, types: readonly string[]): AnyWalk => walkAll<AnyOntology, string>(view, types);

test.each(seeds(6))('nodes with a property of some value are those that a look at each finds, seed %i', (seed) => {
  for (const view of world(seed)) {
    for (const types of choices) {
      const all = walks(view, types).toArray();
      for (const name of ['name 1', 'name 7', 'name 39', 'nobody']) {
        const plain = all.filter((it) => it.name === name).map((it) => it.id);
        for (const condition of [name, { eq: name }, { in: [name] }]) {
          const found = walks(view, types).where({ name: condition });
          expect(found.ids()).toEqual(plain);
          expect(found.first()?.id).toBe(plain[0]);
          expect(found.where({ id: { startsWith: 'n1' } }).count()).toBe(
            plain.filter((it) => it.startsWith('n1')).length,
          );
        }
      }
      const either = all.filter((it) => it.name === 'name 2' || it.name === 'name 3').map((it) => it.id);
      expect(
        walks(view, types)
          .where({ name: { in: ['name 3', 'name 2'] } })
          .ids(),
      ).toEqual(either);
      expect(
        walks(view, types)
          .where({ OR: [{ name: 'name 2' }, { name: 'name 3' }] })
          .ids(),
      ).toEqual(either);
      expect(
        walks(view, types)
          .where({ NOT: { name: 'name 2' } })
          .count(),
      ).toBeGreaterThan(0);
    }
  }
});

test.each(seeds(6))('a page of an order is that of a list that was sorted, seed %i', (seed) => {
  for (const view of world(seed)) {
    for (const types of choices) {
      const compare = (a: AnyNode, b: AnyNode): number => {
        const [one, other] = [a.name as string | undefined, b.name as string | undefined];
        if (one === other) return a.id < b.id ? -1 : 1;
        if (one === undefined || other === undefined) return one === undefined ? 1 : -1;
        return one < other ? -1 : 1;
      };
      const sorted = walks(view, types)
        .toArray()
        .sort(compare)
        .map((it) => it.id);
      const plain = walks(view, types).ids();
      const [ordered, descending] = [walks(view, types).order('name'), walks(view, types).order({ name: 'DESC' })];
      for (const [skip, limit] of [
        [0, 5],
        [3, 10],
        [sorted.length - 2, 5],
        [sorted.length, 1],
        [1000, 1],
      ] as const) {
        expect(ordered.skip(skip).limit(limit).ids()).toEqual(sorted.slice(skip, skip + limit));
        expect(ordered.skip(skip).edges()).toEqual([]);
        expect(walks(view, types).skip(skip).limit(limit).ids()).toEqual(plain.slice(skip, skip + limit));
        expect(walks(view, types).skip(1).skip(skip).count()).toBe(Math.max(0, plain.length - skip - 1));
      }
      expect(ordered.paths().map(({ nodes }) => nodes.at(-1)?.id)).toEqual(sorted);
      expect(descending.ids().toSorted()).toEqual(sorted.toSorted());
      expect(descending.where({ name: 'name 5' }).ids()).toEqual(
        sorted.filter((id) => view.graph.nodes.property(view.getNode(id), 'name') === 'name 5'),
      );
    }
  }
});
