/**
 * Places for the things of a picture: ForceAtlas2, in slices so that the page stays awake; what has a place keeps it.
 */
import { MultiGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Thing } from '../ask.ts';
import type { Edge } from '../statements.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}
export type Places = ReadonlyMap<string, Place>;

const ITERATIONS = 240;
/** Milliseconds of work at a time. */
const SLICE = 12;

/** A number from 0 to 1 that depends on the text alone: the same picture every time. */
function noiseOf(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return (hash >>> 0) / 4294967296;
}

/**
 * Places for all nodes, about one unit a node apart. Nodes of `before` stay where they are; others begin beside a
 * neighbour that has a place. Ends early, with what there is, when `signal` is aborted.
 */
export async function layOut(
  nodes: readonly Thing[],
  edges: readonly Edge[],
  before: Places,
  signal: AbortSignal,
): Promise<Places> {
  const graph = new MultiGraph();
  for (const { id } of nodes) graph.addNode(id);
  for (const edge of edges) graph.addEdgeWithKey(edge.id, edge.from.id, edge.to.id);
  const known = nodes.filter(({ id }) => before.has(id));
  const spread = Math.sqrt(nodes.length) * 10;
  graph.updateEachNodeAttributes((id) => {
    const place = before.get(id);
    if (place) return { ...place, fixed: true };
    const neighbour = graph.findNeighbor(id, (other) => before.has(other));
    const near = neighbour === undefined ? undefined : before.get(neighbour);
    const angle = noiseOf(id) * 2 * Math.PI;
    const reach = near ? 15 : spread * Math.sqrt(noiseOf(`${id} reach`));
    return { x: (near?.x ?? 0) + reach * Math.cos(angle), y: (near?.y ?? 0) + reach * Math.sin(angle), fixed: false };
  });
  if (known.length < nodes.length) await relax(graph, signal);
  return new Map(graph.mapNodes((id, { x, y }) => [id, { x, y }]));
}

async function relax(graph: MultiGraph, signal: AbortSignal): Promise<void> {
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    gravity: 0.4,
    scalingRatio: 18,
    slowDown: 4,
    linLogMode: false,
    adjustSizes: false,
    barnesHutOptimize: graph.order > 300,
  };
  let done = 0;
  while (done < ITERATIONS && !signal.aborted) {
    const end = performance.now() + SLICE;
    while (done < ITERATIONS && performance.now() < end) {
      forceAtlas2.assign(graph, { iterations: 5, settings });
      done += 5;
    }
    await new Promise(requestAnimationFrame);
  }
}
