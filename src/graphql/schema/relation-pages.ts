/**
 * Whose the pages of a relation are, and what their edges carry.
 *
 * As with the library, a relation that an interface declares has the pages of the interface on each of its types: the names
 * begin with the interface, and what an edge carries is asked by the name of its edge property type, since each node type
 * may say by other edges that it has the relation.
 */
import {
  type EdgePropertyType,
  type InterfaceType,
  type NodeType,
  type Ontology,
  type Relation,
  type RelationField,
  typeNamed,
} from '../../ontology/ontology.ts';

export interface RelationPages {
  /** The type that declares the relation. */
  readonly owner: string;
  readonly relation: RelationField;
  readonly target: NodeType | InterfaceType;
  readonly isDeclared: boolean;
  /** What edges carry: of a relation of a node type at most one; of one that an interface declares, one or more. */
  readonly carried: readonly EdgePropertyType[];
  /** The library counts only what is one list of nodes that have a type or an interface in common. */
  readonly hasAggregate: boolean;
}

/** The pages of a relation of a node type, or of one that an interface declares. */
export function relationPages(
  ontology: Ontology,
  type: NodeType | InterfaceType,
  relation: Relation | RelationField,
): RelationPages {
  const declaredBy = 'declaredBy' in relation ? relation.declaredBy : undefined;
  const isDeclared = declaredBy !== undefined || 'declared' in type;
  const owner = declaredBy === undefined ? type : typeNamed(ontology, declaredBy);
  const relations =
    'declared' in owner
      ? owner.implementations.map((it) => ontology.nodeTypes.get(it)?.relations.get(relation.field))
      : [relation as Relation];
  const names = new Set(relations.map((it) => it?.properties));
  const carried = [...names].map((it) => ontology.edgePropertyTypes.get(it ?? '')).filter((it) => it !== undefined);
  const target = typeNamed(ontology, relation.target);
  const hasAggregate = !isDeclared && relation.single !== true && !isUnion(target);
  return { owner: owner.name, relation, target, isDeclared, carried, hasAggregate };
}

export const isUnion = (type: NodeType | InterfaceType): type is InterfaceType & { readonly isUnion: true } =>
  'isUnion' in type;
