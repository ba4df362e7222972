/**
 * How well a statement is supported: by the party itself, by one voice, or by several that are independent.
 */
import { type DerivationRow, derivationsOf } from '../store/derivations.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type Voice, voicesOf } from './voices.ts';

/** SELF: only a party's word about itself. SINGLE: one voice. INDEPENDENT: two or more, not all of the party itself. */
export type CorroborationLevel = 'SELF' | 'SINGLE' | 'INDEPENDENT';

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

/** The weakest first. */
export const corroborationLevels: readonly ['SELF', 'SINGLE', 'INDEPENDENT'] = ['SELF', 'SINGLE', 'INDEPENDENT'];

/** How strong a level is: 0 where something rests on nothing cited. */
export const corroborationRank = (level: CorroborationLevel | undefined): number =>
  level === undefined ? 0 : corroborationLevels.indexOf(level) + 1;

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
  const [strongest] = derivationsInView(view, edge);
  return corroborationLevels[
    Math.min(...strongest!.premises.map((it) => corroborationRank(levelOf(view, it, known)))) - 1
  ];
}

/**
 * The derivations of a conclusion whose premises are in the view, the strongest first.
 *
 * A view of a date may keep a conclusion and no derivation of it in full, as it keeps a seat and not the election that
 * gave it; then all are given, since they are why it is there.
 */
export function derivationsInView(view: GraphView, edge: EdgeNumber): readonly DerivationRow[] {
  const all = derivationsOf(view.graph.edges.derivations, edge);
  const found = all.filter(({ premises }) => premises.every((it) => view.hasEdge(it)));
  return found.length > 0 ? found : all;
}

function levelOfVoices(voices: readonly Voice[]): CorroborationLevel | undefined {
  if (voices.length === 0) return undefined;
  if (voices.every((it) => it.self)) return 'SELF';
  return voices.length > 1 ? 'INDEPENDENT' : 'SINGLE';
}
