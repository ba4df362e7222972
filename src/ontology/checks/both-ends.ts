/**
 * Every relation has its other end: a field on what it leads to, of the same edge type, pointing the opposite way.
 *
 * Where it leads to an interface, one of the implementations is enough: the others cannot be reached by this edge type.
 */
import type { Problem } from '../../base/problem.ts';
import { concreteTypes, type Ontology } from '../ontology.ts';
import { oneEndedRelation, sameDirection } from '../problems.ts';
import {
  areOppositeEnds,
  faceEachOther,
  fieldOf,
  oppositeOf,
  type RelationEnd,
  relationsByEdgeType,
} from '../relation-ends.ts';
import type { OntologyCheck } from './sdl-check.ts';

export const bothEnds: OntologyCheck = function* (ontology) {
  for (const ends of relationsByEdgeType(ontology).values()) {
    // Ends that disagree about being symmetric are told by `symmetric-ends`.
    if (new Set(ends.map((end) => end.relation.direction === 'BOTH')).size > 1) continue;
    const told = new Set<RelationEnd>();
    for (const end of ends) {
      if (told.has(end) || ends.some((other) => areOppositeEnds(ontology, end, other))) continue;
      const twin = ends.find((other) => other !== end && faceEachOther(ontology, end, other));
      if (twin) {
        told.add(twin);
        yield sameDirection(twin.relation.at, fieldOf(end), fieldOf(twin), end.relation.direction);
      } else {
        yield alone(ontology, end);
      }
    }
  }
};

function alone(ontology: Ontology, end: RelationEnd): Problem {
  const { edgeType, direction, target, properties, at } = end.relation;
  const opposite = oppositeOf[direction];
  const given = [
    `type: "${edgeType}"`,
    opposite === 'BOTH' ? 'direction: IN, queryDirection: UNDIRECTED' : `direction: ${opposite}`,
    ...(properties === undefined ? [] : [`properties: "${properties}"`]),
  ].join(', ');
  const field = ontology.nodeTypes.get(end.owner)?.plural ?? 'others';
  const place = ontology.interfaces.has(target) ? `a type of "${target}"` : `"${target}"`;
  const line = `${field}: [${end.owner}!]! @relationship(${given})`;
  return oneEndedRelation(at, fieldOf(end), edgeType, place, line, waitingFor(ontology, end));
}

/** Edge types that the target expects from the owner in vain: a slip of the pen leaves its right spelling among them. */
function* waitingFor(ontology: Ontology, end: RelationEnd): Generator<string> {
  const own = [...(ontology.nodeTypes.get(end.owner)?.relations.values() ?? [])];
  for (const owner of concreteTypes(ontology, end.relation.target)) {
    for (const relation of ontology.nodeTypes.get(owner)?.relations.values() ?? []) {
      const isMet = own.some((it) =>
        areOppositeEnds(ontology, { owner: end.owner, relation: it }, { owner, relation }),
      );
      const isPossible =
        relation.direction === oppositeOf[end.relation.direction] &&
        concreteTypes(ontology, relation.target).includes(end.owner);
      if (isPossible && !isMet) yield relation.edgeType;
    }
  }
}
