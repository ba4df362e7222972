/**
 * All fields of one edge type name the same edge properties: an edge carries the same from whichever end it is read.
 */
import { edgePropertiesDiffer } from '../problems.ts';
import { fieldOf, relationsByEdgeType } from '../relation-ends.ts';
import type { OntologyCheck } from './sdl-check.ts';

export const sameEdgeProperties: OntologyCheck = function* (ontology) {
  for (const [first, ...others] of relationsByEdgeType(ontology).values()) {
    for (const end of others) {
      const { properties, at } = end.relation;
      if (!first || properties === first.relation.properties) continue;
      yield edgePropertiesDiffer(at, fieldOf(end), shown(properties), fieldOf(first), shown(first.relation.properties));
    }
  }
};

const shown = (properties: string | undefined): string =>
  properties === undefined ? 'no properties' : `"${properties}"`;
