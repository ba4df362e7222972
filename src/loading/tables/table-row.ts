/**
 * A row as templates see it: cells by the number of their column, and where they stand.
 *
 * A table of facts has one, and so have the nodes and edges of another program's graph.
 */
import type { Position } from '../../base/problem.ts';

export interface TableRow {
  readonly file: { readonly name: string };
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  /** The text of a cell, counted from 0; empty where there is none. */
  cell(index: number): string;
  /** Where a cell begins and how long it is, as numbers: cheap to keep, and turned into a place when somebody asks. */
  offsetOf(index: number): number;
  lengthOf(index: number): number;
  placeAt(offset: number, length: number): Position;
  placeOf(index: number): Position;
}
