/**
 * The two ends of an edge type: which relations, declared on different node types, are one edge seen from both sides.
 */
import { addTo } from '../base/group-by.ts';
import { concreteTypes, type Ontology, type Relation } from './ontology.ts';

/** A relation with the node type that declares it. */
export interface RelationEnd {
  readonly owner: string;
  readonly relation: Relation;
}

/** The direction that the other end of a relation has. */
export const oppositeOf = { OUT: 'IN', IN: 'OUT', BOTH: 'BOTH' } as const;

/** How people write a relation: `State.coLaunched`. */
export const fieldOf = (end: RelationEnd): string => `${end.owner}.${end.relation.field}`;

/** Whether both name one edge type and each leads to the other's owner, whatever their directions. */
export function faceEachOther(ontology: Pick<Ontology, 'interfaces'>, end: RelationEnd, other: RelationEnd): boolean {
  return (
    end.relation.edgeType === other.relation.edgeType &&
    concreteTypes(ontology, end.relation.target).includes(other.owner) &&
    concreteTypes(ontology, other.relation.target).includes(end.owner)
  );
}

/** Whether the two are the ends of one edge: they face each other and point opposite ways. */
export function areOppositeEnds(ontology: Pick<Ontology, 'interfaces'>, end: RelationEnd, other: RelationEnd): boolean {
  return oppositeOf[end.relation.direction] === other.relation.direction && faceEachOther(ontology, end, other);
}

/** All relations by edge type, in the order of the text. */
export function relationsByEdgeType(
  ontology: Pick<Ontology, 'nodeTypes'>,
): ReadonlyMap<string, readonly RelationEnd[]> {
  const found = new Map<string, RelationEnd[]>();
  for (const { name: owner, relations } of ontology.nodeTypes.values()) {
    for (const relation of relations.values()) addTo(found, relation.edgeType, { owner, relation });
  }
  return found;
}

/**
 * The node types that the other end of a relation may have; undefined when every end that the edge type can have from here
 * fits anyway, which is the usual case and spares a look at each node.
 */
export function fittingTargets(
  ontology: Pick<Ontology, 'interfaces' | 'edgeTypes'>,
  relation: Relation,
  owner: string,
): readonly string[] | undefined {
  const fitting = concreteTypes(ontology, relation.target);
  const ends = ontology.edgeTypes.get(relation.edgeType)?.ends ?? [];
  const others = ends.flatMap(({ from, to }) => {
    if (relation.direction === 'OUT') return from === owner ? [to] : [];
    if (relation.direction === 'IN') return to === owner ? [from] : [];
    return [...(from === owner ? [to] : []), ...(to === owner ? [from] : [])];
  });
  return others.every((it) => fitting.includes(it)) ? undefined : fitting;
}
