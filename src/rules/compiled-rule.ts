/**
 * A rule made ready to run over one set of premises: names became numbers, and each way to start matching a function.
 *
 * A variable is a cell that holds a node; a step of a plan fills cells and calls the next step. Which cells are filled
 * when is known beforehand, so nothing is ever emptied, searched or allocated while matching.
 */
import type { PropertyValue, ScalarValue } from '../facts/fact.ts';
import type { Day } from '../facts/validity.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { Rule } from './rule.ts';

/** A variable and the node that it stands for at the moment. */
export interface Cell {
  readonly name: string;
  node: NodeNumber;
}

/** The days on which all premises that were matched so far may hold, from the first to the last. */
export interface Span {
  first: Day;
  last: Day;
}

export interface CompiledPremise {
  /** The code of its edge type. */
  readonly type: number;
  readonly symmetric: boolean;
  readonly from: Cell;
  readonly to: Cell;
  readonly occasion: Cell | undefined;
  readonly properties: readonly { readonly name: string; readonly value: ScalarValue }[];
  /** The edge that it is matched with at the moment. */
  edge: EdgeNumber;
}

export interface CompiledConclusion {
  readonly type: number;
  readonly symmetric: boolean;
  readonly from: Cell;
  readonly to: Cell;
  readonly occasion: Cell | undefined;
  readonly properties: Readonly<Record<string, ScalarValue>>;
  /** Role and kind, which make two edges between the same nodes different ones. */
  readonly qualifier: string;
  /** Whether such an edge may join nodes of these types (codes). */
  readonly allows: (from: number, to: number) => boolean;
}

export interface CompiledRule {
  readonly rule: Rule;
  /** Its place among the rules: earlier ones are named first. */
  readonly order: number;
  readonly premises: readonly CompiledPremise[];
  readonly conclusion: CompiledConclusion;
  /** The cell of the occasion that dates the conclusion. */
  readonly datedBy: Cell | undefined;
  /** Finds every match. */
  readonly matchAll: () => void;
  /** For each premise: finds every match with this edge there, and not at an earlier premise. */
  readonly matchWith: readonly ((edge: EdgeNumber) => void)[];
  /** Finds every match that concludes an edge between these nodes. */
  readonly matchBetween: (from: NodeNumber, to: NodeNumber) => void;
}

/** Role and kind as one text. */
export function qualifierOf(role: PropertyValue | undefined, kind: PropertyValue | undefined): string {
  return `${role ?? ''}\u0000${kind ?? ''}`;
}

/** What to do with a match: the cells and premises of the rule hold it, `span` is when all premises may hold. */
export type OnMatch = (rule: CompiledRule, span: Span) => void;
