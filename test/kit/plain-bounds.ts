/**
 * The plain twin of the bounds that undated edges take from dated ones: every edge compared with every other.
 */
import { ALWAYS, FOREVER, type Validity } from '../../src/facts/validity.ts';
import type { EdgeTable } from '../../src/store/edge-table.ts';

/** When an edge holds: an undated one by those that say the same and are dated, else by those of its act: by one, or by any of several. */
export function plainBounds(edges: EdgeTable, edge: number): Validity {
  if (!isUndated(edges.validityOf(edge))) return edges.validityOf(edge);
  const said = (it: number, names: readonly string[]): string => names.map((name) => edges.property(it, name)).join();
  const datesWhere = (isBeside: (it: number) => boolean): Validity[] =>
    [...edges.type.keys()]
      .filter((it) => edges.type[it] === edges.type[edge] && isBeside(it) && isAsserted(edges, it))
      .map((it) => edges.validityOf(it))
      .filter((it) => !isUndated(it));
  const ends = (it: number): string => `${edges.from[it]} ${edges.to[it]} ${said(it, ['at', 'role', 'kind'])}`;
  const same = datesWhere((it) => ends(it) === ends(edge));
  const act = edges.property(edge, 'act');
  const ofAct = datesWhere((it) => act !== undefined && edges.property(it, 'act') === act);
  const beside = same.length > 0 ? same : ofAct;
  const [only, ...others] = beside;
  if (!only || others.length === 0) return only ?? edges.validityOf(edge);
  return {
    earliestStart: Math.min(...beside.map((it) => it.earliestStart)),
    latestStart: FOREVER,
    earliestEnd: ALWAYS,
    latestEnd: Math.max(...beside.map((it) => it.latestEnd)),
  };
}

const isUndated = ({ earliestStart, latestStart, earliestEnd, latestEnd }: Validity): boolean =>
  earliestStart === ALWAYS && latestStart === FOREVER && earliestEnd === ALWAYS && latestEnd === FOREVER;

const isAsserted = (edges: EdgeTable, edge: number): boolean =>
  !['DENIED', 'PLANNED'].includes(String(edges.property(edge, 'modality'))) &&
  edges.property(edge, 'rank') !== 'DEPRECATED';
