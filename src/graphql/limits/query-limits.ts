/**
 * What an operation may ask of this API, so that it can be left open: the limits, the rules that hold a document to
 * them before it runs, and the count of work that holds its execution to them.
 *
 * Every refusal names the limit, the value and the option that changes it; the options are the fields of `QueryLimits`.
 */
import { GraphQLError, type ValidationRule } from 'graphql';
import * as problems from '../problems.ts';
import { measureOperation } from './measure-operation.ts';

export interface QueryLimits {
  /** Deepest nesting of fields; a hop through a connection is three deep. Default 15. */
  readonly maxDepth: number;
  /** Greatest estimated cost: for each list, rows × (cost of a row) + 1. Default 100,000. */
  readonly maxCost: number;
  /** Deepest nesting of objects and lists in variables; a hop of a filter is two deep. Default 40. */
  readonly maxInputDepth: number;
  /** Most fields of objects and elements of lists in all variables together. Default 5,000. */
  readonly maxInputSize: number;
  /** Longest alias, in characters: it stands in every row of the answer. Default 100. */
  readonly maxNameLength: number;
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
  maxInputSize: 5000,
  maxNameLength: 100,
  maxCost: 100_000,
  maxAliases: 60,
  maxPageSize: 1000,
  assumedRows: 10,
  maxRows: 50_000,
  maxWork: 5_000_000,
  maxHops: 8,
  maxSearchText: 200,
};

/** What it costs to count the voices of an edge, in edges looked at. */
export const VOICES_COST = 40;

/** Rules for GraphQL's validation beside its own: only queries, none too deep, nor with many or long aliases. */
export function limitRules(limits: QueryLimits): readonly ValidationRule[] {
  return [
    (context) => ({
      OperationDefinition(node) {
        // GraphQL's own rules let pass what the schema has no root type for; executing it would fail as if it were our fault.
        if (!context.getSchema().getRootType(node.operation)) context.reportError(problems.noSuchOperation(node));
        const { depth, aliases } = measureOperation(context.getSchema(), context.getDocument(), node);
        const report = ({ message, extensions }: GraphQLError): void =>
          context.reportError(new GraphQLError(message, { nodes: node, extensions }));
        if (depth > limits.maxDepth) report(problems.tooDeep(depth, limits.maxDepth));
        if (aliases > limits.maxAliases) report(problems.tooManyAliases(aliases, limits.maxAliases));
        return undefined;
      },
      Field({ alias }) {
        if (alias && alias.value.length > limits.maxNameLength) {
          context.reportError(problems.aliasTooLong(alias, limits.maxNameLength));
        }
      },
    }),
  ];
}

/**
 * Why variables are refused before anybody looks at their values: each fault in them would be reported with all that stands
 * around it. Stops counting where they are too many.
 */
export function excessOfInput(variables: unknown, limits: QueryLimits): GraphQLError | undefined {
  const { maxInputDepth, maxInputSize } = limits;
  let size = 0;
  let isTooDeep = false;
  const count = (value: unknown, levels: number): void => {
    if (typeof value !== 'object' || value === null || size > maxInputSize || isTooDeep) return;
    if (levels === 0) isTooDeep = true;
    else if (Array.isArray(value)) {
      size += value.length;
      if (size <= maxInputSize) for (const it of value) count(it, levels - 1);
    } else {
      for (const name in value) {
        if (++size > maxInputSize) return;
        count((value as Readonly<Record<string, unknown>>)[name], levels - 1);
      }
    }
  };
  count(variables, maxInputDepth);
  if (size > maxInputSize) return problems.inputTooLarge(maxInputSize);
  return isTooDeep ? problems.inputTooDeep(maxInputDepth) : undefined;
}

/**
 * The work that one operation may still do: nodes and edges that it may look at.
 *
 * Resolvers are synchronous, so a clock could not stop them; a count does, at the same place every time. Where an answer may be
 * worked out elsewhere, `here` is how much of it is done here before that is thrown as `MoreWork`.
 */
export class Work {
  readonly #allowed: number;
  readonly #elsewhere: number;
  #left: number;

  constructor(allowed: number, here: number = Number.POSITIVE_INFINITY) {
    this.#allowed = allowed;
    this.#left = allowed;
    this.#elsewhere = Math.max(0, allowed - here);
  }

  get left(): number {
    return this.#left;
  }

  /** What may still be looked at here. */
  get leftHere(): number {
    return this.#left - this.#elsewhere;
  }

  get spent(): number {
    return this.#allowed - this.#left;
  }

  /** Takes note of rows looked at; throws when they are too many. */
  spend(rows: number): void {
    this.#left -= rows;
    if (this.#left < this.#elsewhere) throw this.#elsewhere > 0 ? new MoreWork() : problems.tooMuchWork(this.#allowed);
  }

  /** Takes note that what was left was not enough, for an answer that says so itself. */
  exhaust(): void {
    if (this.#elsewhere > 0) throw new MoreWork();
    this.#left = 0;
  }
}

/** Thrown when an answer takes more work than is done here. */
export class MoreWork extends Error {}
