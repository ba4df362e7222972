/**
 * The records of `jsonl`, the form that loses nothing: one JSON object a line, in this order.
 *
 * A `graph` record opens the file; redirects follow, then nodes, claims and edges, each sorted as the graph numbers
 * them; an `end` record with the counts closes it, so that a file that was cut short is known by its last line. Keys
 * stand in the order below, absent ones are left out, properties stand in the order of the ontology, and whole numbers
 * of any size (`BigInt`) are texts. The same view is therefore the same bytes, and what is read back and written again
 * is too.
 */
import type { PropertyValue } from '../facts/fact.ts';

/** The version of this form, in the `graph` record. Readers refuse those they do not know. */
export const STATEMENT_FORM = 1;

export interface GraphRecord {
  readonly record: 'graph';
  readonly form: number;
}

/** An id that was merged into another, or renamed. */
export interface RedirectRecord {
  readonly record: 'redirect';
  readonly from: string;
  readonly to: string;
}

export interface NodeRecord {
  readonly record: 'node';
  readonly id: string;
  readonly type: string;
  readonly properties: RecordProperties;
}

/** A rival value of a property of a node; as `Claim`. */
export interface ClaimRecord {
  readonly record: 'claim';
  readonly node: string;
  readonly property: string;
  readonly value: RecordValue;
  readonly rank: string;
  readonly modality: string;
  readonly note?: string;
  readonly when?: string;
  readonly saidBy?: string;
  readonly sources: readonly string[];
  readonly locators?: readonly string[];
}

/**
 * An edge as it is kept: `properties` hold what was stated of it, defaults not among it. An inferred edge has
 * `derivations`, each a rule and the ids of the edges it rests on, which need not be in the file when it holds a part
 * of a graph.
 */
export interface EdgeRecord {
  readonly record: 'edge';
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  /**
   * First and last day on which it may have begun, first and last on which it may have ended; ALWAYS and FOREVER lie
   * before and after every day. Left out when nothing is known.
   */
  readonly bounds?: readonly [string, string, string, string];
  readonly sources: readonly string[];
  readonly properties: RecordProperties;
  readonly derivations?: readonly { readonly rule: string; readonly premises: readonly string[] }[];
}

export interface EndRecord {
  readonly record: 'end';
  readonly nodes: number;
  readonly claims: number;
  readonly edges: number;
}

export type StatementRecord = GraphRecord | RedirectRecord | NodeRecord | ClaimRecord | EdgeRecord | EndRecord;

/** A value as JSON can hold it: no bigint. */
export type RecordValue = Exclude<PropertyValue, bigint>;
export type RecordProperties = Readonly<Record<string, RecordValue>>;
