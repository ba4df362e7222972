/**
 * What a file of another program offers to a mapping: the columns of its nodes and of its edges, each with an example.
 */
import type { ForeignGraph } from './foreign-graph.ts';
import { type ForeignRows, rowsOfEdges, rowsOfNodes } from './foreign-rows.ts';

export interface OfferedColumn {
  /** What a mapping calls it: `{name}`. */
  readonly name: string;
  /** How many nodes or edges have it. */
  readonly count: number;
  /** The first value; a list with semicolons. */
  readonly example: string | undefined;
}

export interface Offered {
  readonly count: number;
  readonly columns: readonly OfferedColumn[];
}

/** The columns, in the order in which a mapping would list them, and what of the file no mapping reaches. */
export function offeredColumns(foreign: ForeignGraph): {
  readonly nodes: Offered;
  readonly edges: Offered;
  readonly leftOut: Readonly<Record<string, number>>;
} {
  const { edges, ownId = (id) => id } = foreign;
  return {
    nodes: offered(rowsOfNodes(foreign)),
    edges: offered(rowsOfEdges(foreign, edges, ownId)),
    leftOut: Object.fromEntries(foreign.leftOut ?? []),
  };
}

function offered(rows: ForeignRows): Offered {
  const counts = rows.columns.map(() => 0);
  const examples = rows.columns.map((): string | undefined => undefined);
  while (rows.next()) {
    for (let i = 0; i < counts.length; i++) {
      const text = rows.cell(i);
      if (text === '') continue;
      counts[i]! += 1;
      examples[i] ??= text;
    }
  }
  const columns = rows.columns.map((name, i) => ({ name, count: counts[i] ?? 0, example: examples[i] }));
  return { count: rows.count, columns };
}
