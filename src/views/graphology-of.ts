/**
 * A view as a graphology graph: not a copy, but graphology's own methods over the columns of the view.
 *
 * Keys are ids, edges of symmetric types are undirected. Nothing is copied when it is opened and nothing is stored while
 * it is read; it cannot be written to, and `copy()` gives a graph that can.
 */

import { MultiGraph } from 'graphology';
import type { AbstractGraph, SerializedGraph } from 'graphology-types';
import { onceFor } from '../base/once-for.ts';
import { withBareIndexes } from '../store/bare-indexes.ts';
import type { GraphView } from './graph-view.ts';
import type { GraphologyAttributes } from './graphology-attributes.ts';
import {
  type EdgeRecord,
  edgeRecords,
  type NodeRecord,
  nodeRecords,
  RecordSource,
  type Records,
} from './graphology-records.ts';
import { graphologyIsReadOnly } from './problems.ts';

/** A graphology graph of type `mixed` with parallel edges and loops. */
export type GraphologyGraph = MultiGraph<GraphologyAttributes, GraphologyAttributes>;

/**
 * The view as a read-only graphology graph; the same one however often it is asked for.
 * @example
 * bfsFromNode(graphologyOf(asOf(view, period)), 'state:kaz', visit)
 */
export const graphologyOf: (view: GraphView) => GraphologyGraph = onceFor((view) => new ReadOnlyGraph(view));

// By `Symbol.for`, so that a graph is known where a program has loaded this package twice.
const VIEW: unique symbol = Symbol.for('diplograph.view');

/** The view that a graphology graph reads; undefined when it is not one of ours. */
export const viewBehind = (graph: AbstractGraph & { readonly [VIEW]?: GraphView }): GraphView | undefined =>
  graph[VIEW];

class ReadOnlyGraph extends MultiGraph<GraphologyAttributes, GraphologyAttributes> {
  declare protected _attributes: Readonly<Record<string, never>>;
  declare protected _nodes: Records<NodeRecord>;
  declare protected _edges: Records<EdgeRecord>;

  readonly #source: RecordSource;

  get [VIEW](): GraphView {
    return this.#source.view;
  }

  constructor(view: GraphView) {
    super();
    const source = new RecordSource(view);
    this.#source = source;
    this._attributes = Object.freeze({});
    this._nodes = nodeRecords(source);
    this._edges = edgeRecords(source);
    let counted: EdgeCounts | undefined;
    const counts = (): EdgeCounts => (counted ??= countEdges(source));
    const counters: Readonly<Record<string, () => number>> = {
      directedSize: () => view.edgeCount - counts().undirected,
      undirectedSize: () => counts().undirected,
      selfLoopCount: () => counts().directedLoops + counts().undirectedLoops,
      directedSelfLoopCount: () => counts().directedLoops,
      undirectedSelfLoopCount: () => counts().undirectedLoops,
    };
    for (const [name, get] of Object.entries(counters)) {
      Object.defineProperty(this, name, { get, enumerable: true, configurable: true });
    }
  }

  override nullCopy(options?: Parameters<MultiGraph['nullCopy']>[0]): this {
    return withBareIndexes(super.nullCopy(options)) as this;
  }

  override copy(options?: Parameters<MultiGraph['copy']>[0]): this {
    return this.#copying(() => super.copy(options)) as this;
  }

  override export(): SerializedGraph<GraphologyAttributes, GraphologyAttributes> {
    return this.#copying(() => super.export());
  }

  #copying<Copy>(copy: () => Copy): Copy {
    this.#source.copying = true;
    try {
      return copy();
    } finally {
      this.#source.copying = false;
    }
  }
}

// Every method of graphology that writes is called so; `on`, `emit` and the like are those of an event emitter.
for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(MultiGraph.prototype))) {
  if (!/^(add|clear|drop|import|merge|remove|replace|set|update)/.test(name)) continue;
  Object.defineProperty(ReadOnlyGraph.prototype, name, {
    value: () => {
      throw graphologyIsReadOnly();
    },
  });
}

interface EdgeCounts {
  readonly undirected: number;
  readonly directedLoops: number;
  readonly undirectedLoops: number;
}

/** One pass over the edges. */
function countEdges({ view, undirected }: RecordSource): EdgeCounts {
  const { count, from, to, type } = view.graph.edges;
  const edges = [0, 0];
  const loops = [0, 0];
  for (let edge = 0; edge < count; edge++) {
    if (!view.hasEdge(edge)) continue;
    const kind = undirected[type[edge]!]!;
    edges[kind]!++;
    if (from[edge] === to[edge]) loops[kind]!++;
  }
  return { undirected: edges[1]!, directedLoops: loops[0]!, undirectedLoops: loops[1]! };
}
