/**
 * Who vouches for a statement.
 *
 * A voice is, of reported speech, the person quoted, however many papers quote them; otherwise the publisher, however many
 * pages it has. A voice that belongs to one of the two ends speaks about itself: a minister's word is that of the state, a
 * ministry's page that of both. All statements that say the same count, since a second source often has an edge of its own,
 * with a date that the first lacks.
 */
import { addTo } from '../base/group-by.ts';
import { onceFor } from '../base/once-for.ts';
import { isAsserted } from '../facts/claim.ts';
import { overlap } from '../facts/validity.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import { type KnowledgeGraph, timelessOf } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';

/** Somebody who vouches for a statement. */
export interface Voice {
  /** The person quoted, or the publisher; the source where neither is known. */
  readonly name: string;
  /** Whether it is the word of one of the two ends about itself. */
  readonly self: boolean;
  /** Ids of the sources that carry it. */
  readonly sources: readonly string[];
}

/** The voices of a statement, independent ones first, then by name. */
export function voicesOf(view: GraphView, edge: EdgeNumber): Voice[] {
  const { edges } = view.graph;
  const ends = [edges.from[edge] ?? 0, edges.to[edge] ?? 0];
  const voices = new Map<string, { name: string; self: boolean; sources: string[] }>();
  for (const statement of agreeingStatements(view, edge)) {
    for (const source of edges.sources(statement)) {
      const { name, speakers } = whoVouches(view, statement, source);
      const self = speakers.some((speaker) => ends.some((end) => speaksFor(view, speaker, end)));
      const known = voices.get(name);
      if (!known) voices.set(name, { name, self, sources: [source] });
      // One that vouches twice speaks for itself only when it does so each time.
      else {
        known.self &&= self;
        if (!known.sources.includes(source)) known.sources.push(source);
      }
    }
  }
  return [...voices.values()].sort((a, b) => Number(a.self) - Number(b.self) || (a.name < b.name ? -1 : 1));
}

interface Vouching {
  readonly name: string;
  /** Who they are, where the graph knows them. */
  readonly speakers: readonly NodeNumber[];
}

function whoVouches(view: GraphView, statement: EdgeNumber, source: string): Vouching {
  const { edges, nodes } = view.graph;
  const quoted = nodes.numberOf(String(edges.property(statement, 'saidBy')));
  if (quoted !== undefined) return { name: nodes.nameOf(quoted), speakers: [quoted] };
  const node = nodes.numberOf(source);
  if (node === undefined) return { name: source, speakers: [] };
  const publisher = nodes.property(node, 'publisher');
  const named =
    typeof publisher === 'string' ? nodesByName(timelessOf(view.graph)).get(publisher.toLowerCase()) : undefined;
  return {
    name: String(publisher ?? nodes.nameOf(node)),
    speakers: [...(named ?? []), ...namedByEdges(view, node)],
  };
}

/** Edge types, of those that an ontology has, that lead to a source from who published it and from it to its own source. */
export const VOUCHING = { publishes: 'published', cites: 'cites' } as const;

/** Who published a source by an edge of its own, and whom it names as its own source: it passes on their word. */
function namedByEdges(view: GraphView, source: NodeNumber): NodeNumber[] {
  const found: NodeNumber[] = [];
  const add = (_: EdgeNumber, other: NodeNumber): void => {
    found.push(other);
  };
  const [published, cites] = [VOUCHING.publishes, VOUCHING.cites].map((name) => view.graph.edges.typeCode(name));
  if (published !== undefined) view.forEachEdge(source, 'IN', published, add);
  if (cites !== undefined) view.forEachEdge(source, 'OUT', cites, add);
  return found;
}

/** The statements of the view that agree with an edge, it included when it is stated. Denied and deprecated ones do not. */
function agreeingStatements(view: GraphView, edge: EdgeNumber): EdgeNumber[] {
  const { edges } = view.graph;
  return parallelEdges(view, edge).filter(
    (it) =>
      !edges.isInferred(it) &&
      (it === edge ||
        (isAsserted(edges.property(it, 'modality'), edges.property(it, 'rank')) &&
          overlap(edges.validityOf(it), edges.validityOf(edge)) !== undefined)),
  );
}

/** Edges of the same type between the same two nodes, in the order of their numbers; the edge itself is one. */
function parallelEdges(view: GraphView, edge: EdgeNumber): EdgeNumber[] {
  const { edges, ontology } = view.graph;
  const [from = 0, to = 0, type = 0] = [edges.from[edge], edges.to[edge], edges.type[edge]];
  const found: EdgeNumber[] = [];
  const symmetric = ontology.edgeTypes.get(edges.typeOf(edge))!.symmetric;
  view.forEachEdge(from, symmetric ? 'BOTH' : 'OUT', type, (it, other) => {
    if (other === to) found.push(it);
  });
  return found.sort((a, b) => a - b);
}

/**
 * Edge types along which a voice belongs to whom it leads to, of those that an ontology has. Being a member or a citizen
 * gives no voice.
 */
export const BELONGS: readonly string[] = [
  'represented',
  'heads',
  'holds',
  'office-for',
  'organ-of',
  'served-on',
  'delegation-of',
];
/** A post, its ministry, the state: a longer chain is no longer one voice. */
export const MOST_STEPS = 3;

/** Whether the word of `speaker` is that of `party`: they are one, or the one acts for the other. */
function speaksFor(view: GraphView, speaker: NodeNumber, party: NodeNumber): boolean {
  const types = BELONGS.map((name) => view.graph.edges.typeCode(name)).filter((code) => code !== undefined);
  const reached = new Set([speaker]);
  for (let step = 0; step < MOST_STEPS; step++) {
    for (const node of [...reached]) {
      for (const type of types) view.forEachEdge(node, 'OUT', type, (_, other) => void reached.add(other));
    }
  }
  return reached.has(party);
}

/** Nodes by exactly a name, alias or acronym, in lower case. It is no search: what is spelt otherwise is somebody else. */
export const nodesByName: (graph: KnowledgeGraph) => ReadonlyMap<string, readonly NodeNumber[]> = onceFor(
  ({ nodes }) => {
    const index = new Map<string, NodeNumber[]>();
    for (let node = 0; node < nodes.count; node++) {
      const { name, aliases, acronym } = nodes.properties(node);
      for (const it of [name, aliases, acronym].flat()) {
        if (typeof it === 'string') addTo(index, it.toLowerCase(), node);
      }
    }
    return index;
  },
);
