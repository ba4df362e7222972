/**
 * Checks of edge types: the fields that declare one, each on its node type, must describe the same edge.
 */
import type { Problem } from '../../base/problem.ts';
import { concreteTypes, type Ontology, printPropertyType } from '../ontology.ts';
import * as problems from '../problems.ts';
import {
  areOppositeEnds,
  faceEachOther,
  fieldOf,
  oppositeOf,
  type RelationEnd,
  relationsByEdgeType,
} from '../relation-ends.ts';

export const relationChecks: readonly ((ontology: Ontology) => Iterable<Problem>)[] = [
  symmetricEnds,
  bothEnds,
  twinRelations,
  sameEdgeProperties,
];

/** An edge type is symmetric at all its fields, or at none. */
function* symmetricEnds(ontology: Ontology): Generator<Problem> {
  for (const [first, ...others] of relationsByEdgeType(ontology).values()) {
    if (!first) continue;
    const isSymmetric = first.relation.direction === 'BOTH';
    const odd = others.find((end) => (end.relation.direction === 'BOTH') !== isSymmetric);
    if (odd) yield problems.symmetryDiffers(odd.relation.at, fieldOf(first), fieldOf(odd));
  }
}

/**
 * Every relation should have its other end: a field on what it leads to, of the same edge type, pointing the opposite way.
 *
 * Where it leads to an interface, one of the implementations is enough: the others cannot be reached by this edge type.
 */
function* bothEnds(ontology: Ontology): Generator<Problem> {
  for (const ends of relationsByEdgeType(ontology).values()) {
    // Ends that disagree about being symmetric are found by `symmetricEnds`.
    if (new Set(ends.map((end) => end.relation.direction === 'BOTH')).size > 1) continue;
    const found = new Set<RelationEnd>();
    for (const end of ends) {
      if (found.has(end) || ends.some((other) => areOppositeEnds(ontology, end, other))) continue;
      const twin = ends.find((other) => other !== end && faceEachOther(ontology, end, other));
      if (twin) {
        found.add(twin);
        yield problems.sameDirection(twin.relation.at, fieldOf(end), fieldOf(twin), end.relation.direction);
      } else {
        yield oneEnded(ontology, end);
      }
    }
  }
}

function oneEnded(ontology: Ontology, end: RelationEnd): Problem {
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
  return problems.oneEndedRelation(at, fieldOf(end), edgeType, place, line, waitingFor(ontology, end));
}

/** Edge types that the target expects from the owner in vain: a misspelling leaves the right one among them. */
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

/**
 * A node type does not say one thing twice: no two fields share edge type, direction and target.
 *
 * The library refuses such twins. A symmetric field has no direction to tell it from another.
 */
function* twinRelations(ontology: Ontology): Generator<Problem> {
  for (const { name: owner, relations } of ontology.nodeTypes.values()) {
    const seen = new Map<string, string>();
    for (const relation of relations.values()) {
      const key = JSON.stringify([relation.edgeType, relation.direction, relation.target]);
      const field = fieldOf({ owner, relation });
      const twin = seen.get(key);
      if (twin === undefined) seen.set(key, field);
      else yield problems.repeatedRelation(relation.at, field, twin);
    }
  }
}

/**
 * All fields of one edge type should name the same edge properties: an edge carries the same from whichever end it is read.
 * Those of a foreign ontology that do not may name what they like, as long as no name has two kinds.
 */
function* sameEdgeProperties(ontology: Ontology): Generator<Problem> {
  for (const [first, ...others] of relationsByEdgeType(ontology).values()) {
    for (const end of others) {
      const { properties, at } = end.relation;
      if (!first || properties === first.relation.properties) continue;
      yield problems.edgePropertiesDiffer(
        at,
        fieldOf(end),
        shown(properties),
        fieldOf(first),
        shown(first.relation.properties),
        clashOf(ontology, properties, first.relation.properties),
      );
    }
  }
}

/** A property that two edge property types have with different kinds. */
function clashOf(
  { edgePropertyTypes }: Ontology,
  one: string | undefined,
  other: string | undefined,
): string | undefined {
  const [a, b] = [one, other].map((it) => edgePropertyTypes.get(it ?? '')?.properties);
  const clash = [...(a?.values() ?? [])].find((it) => {
    const twin = b?.get(it.name);
    return twin && printPropertyType({ ...twin, required: false }) !== printPropertyType({ ...it, required: false });
  });
  return clash?.name;
}

const shown = (properties: string | undefined): string =>
  properties === undefined ? 'no properties' : `"${properties}"`;
