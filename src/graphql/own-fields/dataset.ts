/**
 * `dataset`: what this graph is, as far as the operation sees it.
 */

import { isoOfDay } from '../../facts/partial-date.ts';
import { ALWAYS, FOREVER } from '../../facts/validity.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { type GraphContext, operationOf } from '../operation.ts';
import type { OwnResolvers } from './own-resolver.ts';

interface Counted {
  readonly name: string;
  readonly description: string;
  readonly count: number;
}

interface Census {
  readonly edgesByType: Uint32Array;
  readonly inferred: number;
  readonly sources: number;
  readonly from: number;
  readonly until: number;
}

export const datasetResolvers: OwnResolvers = {
  Query: {
    dataset: (_, __, context: GraphContext, info) => {
      const { view, work } = operationOf(context, info);
      work.spend(view.graph.edges.count);
      const census = takeCensus(view);
      const { ontology } = view;
      return {
        ...context.about,
        nodes: view.nodeCount,
        edges: view.edgeCount,
        inferred: census.inferred,
        sources: census.sources,
        from: census.from === FOREVER ? undefined : isoOfDay(census.from),
        until: census.until === ALWAYS ? undefined : isoOfDay(census.until),
        nodeTypes: Array.from(ontology.nodeTypes.values(), ({ name, description }): Counted => {
          return { name, description, count: countNodes(view, name) };
        }),
        edgeTypes: Array.from(ontology.edgeTypes.values(), ({ name, description }, code): Counted => {
          return { name, description, count: census.edgesByType[code] ?? 0 };
        }),
        ontology: ontology.sdl,
      };
    },
  },
};

function countNodes(view: GraphView, type: string): number {
  const { start, end } = view.graph.nodes.span(type);
  if (view.keptNodes === undefined) return end - start;
  let count = 0;
  for (let node = start; node < end; node++) if (view.hasNode(node)) count++;
  return count;
}

/** One pass over the edges of a view. */
function takeCensus(view: GraphView): Census {
  const { edges, ontology } = { edges: view.graph.edges, ontology: view.ontology };
  const { firstSource, source, sourceIds } = edges.columns;
  const { earliestStart, latestEnd } = edges.validity;
  const edgesByType = new Uint32Array(ontology.edgeTypes.size);
  const cited = new Uint8Array(sourceIds.length);
  let [inferred, from, until] = [0, FOREVER, ALWAYS];
  for (let edge = 0; edge < edges.count; edge++) {
    if (!view.hasEdge(edge)) continue;
    const type = edges.type[edge] ?? 0;
    edgesByType[type] = (edgesByType[type] ?? 0) + 1;
    if (edges.isInferred(edge)) inferred++;
    const end = firstSource[edge + 1] ?? 0;
    for (let place = firstSource[edge] ?? 0; place < end; place++) cited[source[place] ?? 0] = 1;
    const [first, last] = [earliestStart[edge] ?? ALWAYS, latestEnd[edge] ?? FOREVER];
    if (first !== ALWAYS && first < from) from = first;
    if (last !== FOREVER && last > until) until = last;
    // An edge that is still open speaks at least of the day it began.
    if (last === FOREVER && first !== ALWAYS && first > until) until = first;
  }
  return { edgesByType, inferred, sources: cited.reduce((sum, it) => sum + it, 0), from, until };
}
