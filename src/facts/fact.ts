/**
 * Facts: nodes and edges as records, checked or about to be.
 *
 * Loading makes them from files, `openGraph` from plain records, rules from other facts; the store takes them in.
 * People's ids are strings here; numbers begin in the store.
 */
import type { Position } from '../base/problem.ts';
import type { Validity } from './validity.ts';

export type ScalarValue = string | number | boolean | bigint;
/** A value of a property. An absent property is missing from the record, never null. */
export type PropertyValue = ScalarValue | readonly ScalarValue[];
export type Properties = Readonly<Record<string, PropertyValue>>;

export interface NodeFact {
  readonly id: string;
  /** The node type, for example `State`. */
  readonly type: string;
  /** Everything but `id`: `name`, `aliases`, `sources`, and what the type adds. */
  readonly properties: Properties;
  /** Where it was read; absent for facts that were made. */
  readonly at?: Position;
}

/** One way an inferred edge follows: the rule's id, and the ids of the edges it rests on. */
export interface Derivation {
  readonly rule: string;
  readonly premises: readonly string[];
}

export interface EdgeFact {
  /** `edge:` and 16 hexadecimal digits (`edgeId`), or what the dossier says. */
  readonly id: string;
  /** The edge type, for example `co-launched`. */
  readonly type: string;
  readonly from: string;
  readonly to: string;
  /** When it holds, parsed from `properties.when`. */
  readonly validity: Validity;
  /** Ids of its sources, in the order of the dossier; empty only for inferred edges and graphs without sources. */
  readonly sources: readonly string[];
  /**
   * The rest of the envelope and the type's own properties, as the ontology spells them: `when role at act status
   * modality saidBy confidence rank note locators …`. Never `id sources since until rule premises`: those are held
   * beside it or derived.
   */
  readonly properties: Properties;
  /** How it follows, for inferred edges: at least one way. `rule` and `premises` of the envelope show the first. */
  readonly derivations?: readonly Derivation[];
  readonly at?: Position;
}
