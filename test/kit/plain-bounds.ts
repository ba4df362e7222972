/**
 * The plain twin of the bounds that undated edges take from dated ones: every edge compared with every other.
 */
import { ALWAYS, FOREVER, type Validity } from '../../src/facts/validity.ts';
import type { EdgeTable } from '../../src/store/edge-table.ts';

/** When an edge holds: an undated one by those that say the same and are dated, by one, or by any of several. */
export function plainBounds(edges: EdgeTable, edge: number): Validity {
  if (!isUndated(edges.validityOf(edge))) return edges.validityOf(edge);
  const words = (it: number): string =>
    [
      edges.type[it],
      edges.from[it],
      edges.to[it],
      ...['at', 'role', 'kind'].map((name) => edges.property(it, name)),
    ].join();
  const beside = [...edges.type.keys()]
    .filter((it) => words(it) === words(edge) && isAsserted(edges, it))
    .map((it) => edges.validityOf(it))
    .filter((it) => !isUndated(it));
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
