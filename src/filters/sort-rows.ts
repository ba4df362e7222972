/**
 * Rows in the order of some keys: each row's keys are read once, then numbers and texts are compared.
 *
 * Missing values come last, first when descending; ties are broken by the id of the node, then by the edge's number.
 */
import { type Comparable, compareKeys } from './comparable.ts';

export interface SortKey {
  /** The key in words, for what is remembered by it. */
  readonly name: string;
  readonly descending: boolean;
  readonly read: (node: number, edge: number) => Comparable | undefined;
}

/** Places of the rows in the order of `keys`. Row i is node `nodes[i]`, reached by `edges[i]` where there are edges. */
export function sortedPlaces(
  ids: readonly string[],
  nodes: readonly number[],
  edges: readonly number[],
  keys: readonly SortKey[],
): number[] {
  const columns = keys.map(({ read }) => nodes.map((node, i) => read(node, edges[i] ?? -1)));
  return nodes
    .map((_, i) => i)
    .sort((a, b) => {
      for (let k = 0; k < keys.length; k++) {
        const difference = compareKeys(columns[k]?.[a], columns[k]?.[b]);
        if (difference !== 0) return keys[k]?.descending ? -difference : difference;
      }
      return compareKeys(ids[nodes[a] ?? 0], ids[nodes[b] ?? 0]) || (edges[a] ?? 0) - (edges[b] ?? 0);
    });
}
