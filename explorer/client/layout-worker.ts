/**
 * The worker that lays out pictures: ForceAtlas2 from places that depend on ids alone, so that a picture comes out alike
 * every time.
 */
import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { LayoutTask, Places } from './lay-out.ts';

/** Rounds of forces: large pictures get fewer, or they would take seconds. */
const roundsFor = (nodes: number): number => Math.round(Math.max(80, Math.min(300, 120_000 / nodes)));

addEventListener('message', ({ data }: MessageEvent<LayoutTask>) => postMessage(layOut(data)));

function layOut({ nodes, edges, before, seed }: LayoutTask): Places {
  const graph = new UndirectedGraph();
  for (const id of nodes) graph.addNode(id);
  for (const [from, to] of edges) if (from !== to) graph.mergeEdge(from, to);
  const spread = Math.sqrt(nodes.length) * 10;
  graph.updateEachNodeAttributes((id) => {
    const place = before.get(id);
    if (place) return { ...place, fixed: true };
    const neighbour = graph.findNeighbor(id, (other) => before.has(other));
    const near = neighbour === undefined ? undefined : before.get(neighbour);
    const key = seed === 0 ? id : `${seed} ${id}`;
    const angle = noiseOf(key) * 2 * Math.PI;
    const reach = near ? 15 : spread * Math.sqrt(noiseOf(`${key} reach`));
    return { x: (near?.x ?? 0) + reach * Math.cos(angle), y: (near?.y ?? 0) + reach * Math.sin(angle), fixed: false };
  });
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    gravity: 0.4,
    scalingRatio: 18,
    slowDown: 4,
    barnesHutOptimize: graph.order > 300,
    // Far things are taken together sooner than by default: large pictures are laid out in half the time, and look alike.
    barnesHutTheta: 1.2,
  };
  forceAtlas2.assign(graph, { iterations: roundsFor(graph.order), settings });
  return new Map(graph.mapNodes((id, { x, y }) => [id, { x, y }]));
}

/** A number from 0 to 1 that depends on the text alone. */
function noiseOf(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return (hash >>> 0) / 4294967296;
}
