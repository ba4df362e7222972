/**
 * What a graph is: its name, its size, its span of time, its sources and its ontology, as far as a view shows it.
 */
import type { DatasetAbout } from '../facts/dataset-about.ts';
import { isoOfDay } from '../facts/partial-date.ts';
import { ALWAYS, FOREVER } from '../facts/validity.ts';
import type { Relation } from '../ontology/ontology.ts';
import type { GraphView } from '../views/graph-view.ts';
import { known } from './answer-form.ts';

export interface Dataset extends DatasetAbout {
  /** The number of nodes. */
  readonly nodes: number;
  /** The number of edges. */
  readonly edges: number;
  /** The number of edges that a rule inferred. */
  readonly inferred: number;
  /** The number of sources that are cited: by nodes, edges and claims, or where the view leaves edges out, by those it keeps. */
  readonly sources: number;
  /** The first day that an edge speaks of. */
  readonly from?: string;
  /** The last day that an edge speaks of. */
  readonly until?: string;
  /** Every node type, in the order of the ontology. */
  readonly nodeTypes: readonly TypeCount[];
  /** Every edge type, in the order of the ontology. */
  readonly edgeTypes: readonly TypeCount[];
  /** What each edge type is called at each of its ends, in the order of the ontology. */
  readonly relationFields: readonly RelationName[];
  /** The ontology, as SDL. */
  readonly ontology: string;
}

/** A type of node or edge, and how many there are. */
export interface TypeCount {
  readonly name: string;
  readonly description: string;
  readonly count: number;
}

/** A relationship field: what edges of a type are called as seen from nodes of a type (`headedBy` of an organisation). */
export interface RelationName {
  readonly nodeType: string;
  readonly field: string;
  readonly edgeType: string;
  readonly direction: Relation['direction'];
}

/** What the view holds, and what its facts say of themselves. Looks at every edge once. */
export function dataset(view: GraphView, about: DatasetAbout = {}): Dataset {
  const { ontology } = view;
  const { edgesByType, inferred, sources, from, until } = takeCensus(view);
  return known<Dataset>({
    name: about.name,
    version: about.version,
    licence: about.licence,
    coverage: about.coverage,
    nodes: view.nodeCount,
    edges: view.edgeCount,
    inferred,
    sources,
    from: from === FOREVER ? undefined : isoOfDay(from),
    until: until === ALWAYS ? undefined : isoOfDay(until),
    nodeTypes: Array.from(ontology.nodeTypes.values(), ({ name, description }) => {
      return { name, description, count: countNodes(view, name) };
    }),
    edgeTypes: Array.from(ontology.edgeTypes.values(), ({ name, description }, code) => {
      return { name, description, count: edgesByType[code] ?? 0 };
    }),
    relationFields: [...ontology.nodeTypes.values()].flatMap(({ name: nodeType, relations }) =>
      Array.from(relations.values(), ({ field, edgeType, direction }) => ({ nodeType, field, edgeType, direction })),
    ),
    ontology: ontology.sdl,
  });
}

function countNodes(view: GraphView, type: string): number {
  const { start, end } = view.graph.nodes.span(type);
  if (view.nodeMask === undefined) return end - start;
  let count = 0;
  for (let node = start; node < end; node++) if (view.hasNode(node)) count++;
  return count;
}

interface Census {
  readonly edgesByType: Uint32Array;
  readonly inferred: number;
  readonly sources: number;
  readonly from: number;
  readonly until: number;
}

/** One pass over the edges of a view. */
function takeCensus(view: GraphView): Census {
  const { edges } = view.graph;
  const { firstSource, source, sourceIds } = edges.columns;
  const { earliestStart, latestEnd } = edges.validity;
  const edgesByType = new Uint32Array(view.ontology.edgeTypes.size);
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
  return {
    edgesByType,
    inferred,
    sources: countSources(
      view,
      sourceIds.filter((_, i) => cited[i] === 1),
    ),
    from,
    until,
  };
}

/** Nodes and claims cite sources that no edge does; a view of some edges cannot tell which of those are left out. */
function countSources(view: GraphView, ofEdges: readonly string[]): number {
  if (view.edgeMask !== undefined) return ofEdges.length;
  const { nodes, claims } = view.graph;
  const cited = new Set(ofEdges);
  const add = (ids: unknown): void => {
    if (Array.isArray(ids)) for (const id of ids) cited.add(id);
  };
  for (const { name, properties } of view.ontology.nodeTypes.values()) {
    if (!properties.has('sources')) continue;
    const { start, end } = nodes.span(name);
    for (let node = start; node < end; node++) if (view.hasNode(node)) add(nodes.property(node, 'sources'));
  }
  for (const { sources } of claims) add(sources);
  return cited.size;
}
