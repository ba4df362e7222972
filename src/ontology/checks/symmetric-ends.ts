/**
 * An edge type is symmetric at all its fields, or at none.
 */
import { symmetryDiffers } from '../problems.ts';
import { fieldOf, relationsByEdgeType } from '../relation-ends.ts';
import type { OntologyCheck } from './sdl-check.ts';

export const symmetricEnds: OntologyCheck = function* (ontology) {
  for (const [first, ...others] of relationsByEdgeType(ontology).values()) {
    if (!first) continue;
    const isSymmetric = first.relation.direction === 'BOTH';
    const odd = others.find((end) => (end.relation.direction === 'BOTH') !== isSymmetric);
    if (odd) yield symmetryDiffers(odd.relation.at, fieldOf(first), fieldOf(odd));
  }
};
