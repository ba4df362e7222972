/**
 * What an operation may ask of this API, so that it can be left open.
 *
 * Every refusal names the limit, the value and the option that changes it; the options are the fields of this record.
 */
export interface QueryLimits {
  /** Deepest nesting of fields; a hop through a connection is three deep. Default 15. */
  readonly maxDepth: number;
  /** Greatest estimated cost: for each list, rows × (cost of a row) + 1. Default 100,000. */
  readonly maxCost: number;
  /** Deepest nesting of objects and lists in variables; a hop of a filter is two deep. Default 40. */
  readonly maxInputDepth: number;
  /** Most aliases in an operation, fragments counted as often as they are spread. Default 60. */
  readonly maxAliases: number;
  /** Most rows that one list or page may have. Default 1,000. */
  readonly maxPageSize: number;
  /** Rows that a list without a limit is taken to have when cost is estimated; not a limit itself. Default 10. */
  readonly assumedRows: number;
  /** Most rows in all lists of an answer together. Default 50,000. */
  readonly maxRows: number;
  /** Most nodes and edges that may be looked at for one answer, a tenth of a second's work or so. Default 5,000,000. */
  readonly maxWork: number;
  /** Longest path that may be searched for, in edges. Default 8. */
  readonly maxHops: number;
  /** Longest text that may be searched for, in characters. Default 200. */
  readonly maxSearchText: number;
}

export const defaultLimits: QueryLimits = {
  maxDepth: 15,
  maxInputDepth: 40,
  maxCost: 100_000,
  maxAliases: 60,
  maxPageSize: 1000,
  assumedRows: 10,
  maxRows: 50_000,
  maxWork: 5_000_000,
  maxHops: 8,
  maxSearchText: 200,
};
