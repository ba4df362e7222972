/**
 * What would fall if sources, statements or rules were taken back, with edges as objects. A dry run: nothing is changed.
 */
import { describeRetraction, type TypeCount } from '../evidence/describe-retraction.ts';
import type { Claim } from '../facts/claim.ts';
import type { EdgeOf, NodeOf, TypedOntology } from '../ontology/typed-ontology.ts';
import { retract } from '../rules/retract.ts';
import type { Retracted } from '../rules/what-is-lost.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import { edgeObject, nodeObject } from '../traversal/nodes-and-edges.ts';

export interface ToldRetraction<S extends TypedOntology> {
  /** How many statements would go and conclusions would fall, by edge type, most first. */
  readonly counts: { readonly statements: readonly TypeCount[]; readonly conclusions: readonly TypeCount[] };
  /** Statements that would go. */
  readonly lost: readonly EdgeOf<S>[];
  /** Conclusions that would fall. */
  readonly fallen: readonly EdgeOf<S>[];
  /** Ids of statements that would stay with fewer sources. */
  readonly weakened: readonly string[];
  /** Ids of conclusions that would stay, yet with fewer derivations, other dates or less confidence. */
  readonly changed: readonly string[];
  readonly lostClaims: readonly Claim[];
  /** Nodes that no other source speaks of. */
  readonly unsourced: readonly NodeOf<S>[];
}

/** Throws `unknown-source`, `unknown-edge`, `edge-is-inferred`, `unknown-rule`. */
export function toldRetraction<S extends TypedOntology>(graph: KnowledgeGraph, what: Retracted): ToldRetraction<S> {
  const { statements, conclusions, ...found } = describeRetraction(graph, retract(graph, what));
  return {
    counts: { statements, conclusions },
    lost: found.lost.map((it) => edgeObject(graph, it) as EdgeOf<S>),
    fallen: found.fallen.map((it) => edgeObject(graph, it) as EdgeOf<S>),
    weakened: found.weakened,
    changed: found.changed,
    lostClaims: found.lostClaims,
    unsourced: found.unsourced.map((it) => nodeObject(graph, it) as NodeOf<S>),
  };
}
