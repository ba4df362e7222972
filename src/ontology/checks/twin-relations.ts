/**
 * A node type does not say one thing twice: no two fields share edge type, direction and target.
 *
 * The library refuses such twins. A symmetric field has no direction to tell it from another.
 */
import { repeatedRelation } from '../problems.ts';
import { fieldOf } from '../relation-ends.ts';
import type { OntologyCheck } from './sdl-check.ts';

export const twinRelations: OntologyCheck = function* (ontology) {
  for (const { name: owner, relations } of ontology.nodeTypes.values()) {
    const seen = new Map<string, string>();
    for (const relation of relations.values()) {
      const key = JSON.stringify([relation.edgeType, relation.direction, relation.target]);
      const field = fieldOf({ owner, relation });
      const twin = seen.get(key);
      if (twin === undefined) seen.set(key, field);
      else yield repeatedRelation(relation.at, field, twin);
    }
  }
};
