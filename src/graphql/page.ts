/**
 * Pages: which slice of a list is asked for, the cursors that name places in it, and where a page stands among all.
 *
 * Cursors are those of Relay and of `@neo4j/graphql`: base64 of `arrayconnection:<offset>`.
 */
import type { PageLimit } from '../ontology/ontology.ts';
import { badCursor, negativeSkip, pageTooLarge, pageTooSmall } from './problems.ts';

export interface Page {
  /** How many rows to skip. */
  readonly start: number;
  /** The most rows to return; Infinity without a limit. */
  readonly size: number;
}

const PREFIX = 'arrayconnection:';

export const cursorOf = (offset: number): string => Buffer.from(PREFIX + offset).toString('base64');

/** The offset that a cursor names. */
function offsetOf(cursor: string): number {
  const text = Buffer.from(cursor, 'base64').toString('latin1');
  const offset = /^arrayconnection:\d{1,15}$/.test(text) ? Number(text.slice(PREFIX.length)) : undefined;
  if (offset === undefined) throw badCursor(cursor);
  return offset;
}

/** The page of a list: `limit` and `offset`, within what the ontology says of the type. */
export function listPage(
  { limit, offset }: { readonly limit?: number | null; readonly offset?: number | null },
  most: number,
  ofType?: PageLimit,
): Page {
  checkSkip('offset', offset ?? 0);
  return { start: offset ?? 0, size: pageSize('limit', limit, most, ofType) };
}

/** The page of a connection: `first` and `after`, within what the ontology says of the type. */
export function connectionPage(
  { first, after }: { readonly first?: number | null; readonly after?: string | null },
  most: number,
  ofType?: PageLimit,
): Page {
  return { start: after == null ? 0 : offsetOf(after) + 1, size: pageSize('first', first, most, ofType) };
}

function pageSize(argument: string, asked: number | null | undefined, most: number, ofType: PageLimit = {}): number {
  const { max = Number.POSITIVE_INFINITY } = ofType;
  if (asked == null) return ofType.default ?? max;
  checkPageSize(argument, asked, most);
  return Math.min(asked, max);
}

/** Throws when a page size that was asked for is none, or larger than allowed. */
export function checkPageSize(argument: string, asked: number, most: number): void {
  if (asked < 1) throw pageTooSmall(argument, asked);
  if (asked > most) throw pageTooLarge(argument, asked, most);
}

/** Throws when the number of rows to pass over is below nothing. */
export function checkSkip(argument: string, asked: number): void {
  if (asked < 0) throw negativeSkip(argument, asked);
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/**
 * Of a page with `rowCount` rows; `total` is asked only when it matters. There is a next page only where `first` was
 * given: without it everything that follows is here.
 */
export function pageInfo({ start, size }: Page, rowCount: number, total: () => number): PageInfo {
  return {
    hasNextPage: size !== Number.POSITIVE_INFINITY && start + size < total(),
    hasPreviousPage: start > 0,
    startCursor: rowCount === 0 ? null : cursorOf(start),
    endCursor: rowCount === 0 ? null : cursorOf(start + rowCount - 1),
  };
}
