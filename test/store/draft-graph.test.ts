import { expect, test } from 'vitest';
import { DraftGraph } from '../../src/store/draft-graph.ts';
import { freezeGraph, type KnowledgeGraph } from '../../src/store/knowledge-graph.ts';
import { randomFacts, randomOntology } from '../kit/random-graph.ts';

const freeze = (world: DraftGraph): KnowledgeGraph =>
  freezeGraph(world.ontology, { nodes: world.nodeFacts(), edges: world.edgeFacts() });

const draft = (): DraftGraph => new DraftGraph(randomOntology, randomFacts(2));

test('a draft is a graphology graph whose keys are the ids of its facts', () => {
  const { nodes, edges } = randomFacts(2);
  const { graphology } = draft();
  expect(graphology.nodes().sort()).toEqual(nodes.map((it) => it.id).sort());
  expect(graphology.getEdgeAttributes('e3').fact).toEqual(edges[3]);
  expect(graphology.source('e3')).toBe(edges[3]!.from);
});

test('a fact put a second time takes the place of the first, with other ends too', () => {
  const world = draft();
  const [fact] = world.edgeFacts();
  world.putEdge({ ...fact!, from: 'n5', to: 'n6' });
  world.putNode({ id: 'n5', type: 'Place', properties: { name: 'Geneva' } });
  const frozen = freeze(world);
  expect(frozen.edges.count).toBe(24);
  const edge = frozen.edges.numberOf(fact!.id)!;
  expect(frozen.nodes.ids[frozen.edges.to[edge]!]).toBe('n6');
  expect(frozen.nodes.property(frozen.nodes.numberOf('n5')!, 'name')).toBe('Geneva');
});

test('a node that is dropped takes its edges with it', () => {
  const world = draft();
  const kept = world.edgeFacts().filter((it) => it.from !== 'n0' && it.to !== 'n0');
  world.dropNode('n0');
  expect(freeze(world).edges.count).toBe(kept.length);
});

test('a frozen graph does not change with its draft', () => {
  const world = draft();
  const frozen = freeze(world);
  world.dropEdge('e0');
  expect(frozen.edges.numberOf('e0')).toBeDefined();
  expect(freeze(world).edges.numberOf('e0')).toBeUndefined();
});
