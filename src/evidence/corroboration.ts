/**
 * How well a statement is supported: by the party itself, by one voice, or by several that are independent.
 *
 * A voice is whoever vouches: of reported speech the person quoted, however many papers quote them; otherwise the
 * publisher, however many pages it has. A voice that belongs to one of the two ends speaks about itself. All statements
 * that say the same count, since a second source often has an edge of its own, with a date that the first lacks.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { agreeingStatements } from './agreeing-statements.ts';
import { derivationsInView } from './derivations-in-view.ts';
import { nodesNamed } from './named-nodes.ts';
import { speaksFor } from './speaks-for.ts';

/** SELF: only a party's word about itself. SINGLE: one voice. INDEPENDENT: two or more, not all of the party itself. */
export type CorroborationLevel = 'SELF' | 'SINGLE' | 'INDEPENDENT';

/** Somebody who vouches for a statement. */
export interface Voice {
  /** The person quoted, or the publisher; the source where neither is known. */
  readonly name: string;
  /** Whether it is the word of one of the two ends about itself. */
  readonly self: boolean;
  /** Ids of the sources that carry it. */
  readonly sources: readonly string[];
}

export interface Corroboration {
  readonly level: CorroborationLevel;
  /** Independent ones first, then by name; none for what was inferred. */
  readonly voices: readonly Voice[];
}

/**
 * The support of an edge by the sources that a view knows; undefined when nothing is cited.
 *
 * A conclusion is supported as the least supported premise of its strongest derivation is, of those that the view keeps.
 */
export function corroborationOf(view: GraphView, edge: EdgeNumber): Corroboration | undefined {
  if (!view.graph.edges.isInferred(edge)) {
    const voices = voicesOf(view, edge);
    const level = levelOfVoices(voices);
    return level && { level, voices };
  }
  const level = levelOf(view, edge, new Map());
  return level && { level, voices: [] };
}

const levels: readonly CorroborationLevel[] = ['SELF', 'SINGLE', 'INDEPENDENT'];

/** `known` keeps what was found; an edge that is still being asked about is in it without a level, which ends circles. */
function levelOf(
  view: GraphView,
  edge: EdgeNumber,
  known: Map<EdgeNumber, CorroborationLevel | undefined>,
): CorroborationLevel | undefined {
  if (known.has(edge)) return known.get(edge);
  known.set(edge, undefined);
  const level = view.graph.edges.isInferred(edge)
    ? levelOfConclusion(view, edge, known)
    : levelOfVoices(voicesOf(view, edge));
  known.set(edge, level);
  return level;
}

function levelOfConclusion(
  view: GraphView,
  edge: EdgeNumber,
  known: Map<EdgeNumber, CorroborationLevel | undefined>,
): CorroborationLevel | undefined {
  const premises = derivationsInView(view, edge)[0]?.premises ?? [];
  let least: CorroborationLevel | undefined;
  for (const premise of premises) {
    const level = levelOf(view, premise, known);
    if (level === undefined) return undefined;
    if (least === undefined || levels.indexOf(level) < levels.indexOf(least)) least = level;
  }
  return least;
}

function levelOfVoices(voices: readonly Voice[]): CorroborationLevel | undefined {
  if (voices.length === 0) return undefined;
  if (voices.every((it) => it.self)) return 'SELF';
  return voices.length > 1 ? 'INDEPENDENT' : 'SINGLE';
}

function voicesOf(view: GraphView, edge: EdgeNumber): Voice[] {
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
  if (quoted !== undefined) return { name: view.graph.nodes.nameOf(quoted), speakers: [quoted] };
  const node = nodes.numberOf(source);
  const publisher = node === undefined ? undefined : nodes.property(node, 'publisher');
  const named = typeof publisher === 'string' ? nodesNamed(view.graph, publisher) : [];
  return {
    name: typeof publisher === 'string' ? publisher : node === undefined ? source : view.graph.nodes.nameOf(node),
    speakers: node === undefined ? named : [...named, ...namedByEdges(view, node)],
  };
}

/** Who published a source by an edge of its own, and whom it names as its own source: it passes on their word. */
function namedByEdges(view: GraphView, source: NodeNumber): NodeNumber[] {
  const found: NodeNumber[] = [];
  const add = (_: EdgeNumber, other: NodeNumber): void => {
    found.push(other);
  };
  const [published, cites] = ['published', 'cites'].map((name) => view.graph.edges.typeCode(name));
  if (published !== undefined) view.forEachEdge(source, 'IN', published, add);
  if (cites !== undefined) view.forEachEdge(source, 'OUT', cites, add);
  return found;
}
