/**
 * What `query.graphql` adds to the generated schema, for any ontology.
 *
 * The file speaks of `Entity`, the interface of all nodes. Where the ontology has one under another name, that is
 * meant; where it has none, an interface with `id` is made.
 */

import { readFileSync } from 'node:fs';
import {
  type DefinitionNode,
  GraphQLID,
  GraphQLInterfaceType,
  type GraphQLNamedType,
  GraphQLNonNull,
  type GraphQLObjectType,
  GraphQLUnionType,
  parse,
} from 'graphql';
import { checkShipped, queryFile } from '../../base/shipped-files.ts';
import { type Ontology, showsId } from '../../ontology/ontology.ts';
import { type GraphContext, rowsOf } from '../operation.ts';
import { nameTaken } from '../problems.ts';
import { OwnTypes } from './own-types.ts';

const ENTITY = 'Entity';

let definitions: readonly DefinitionNode[] | undefined;

/** The definitions of `query.graphql`, from the package's root, next to `src` and `dist`. */
export function ownDefinitions(): readonly DefinitionNode[] {
  if (definitions) return definitions;
  checkShipped(queryFile);
  const text = readFileSync(queryFile, 'utf8');
  return (definitions = parse(text, { noLocation: true }).definitions);
}

/** The name of the interface that every node type implements, when the ontology has one. */
export function sharedInterface({ interfaces, nodeTypes }: Ontology): string | undefined {
  const shared = [...interfaces.values()].filter(
    (it) => it.isUnion !== true && it.implementations.length === nodeTypes.size,
  );
  return (shared.find((it) => it.name === ENTITY) ?? shared[0])?.name;
}

const made = {
  name: ENTITY,
  description: 'Anything the graph knows.',
  resolveType: (node: number, context: GraphContext): string => rowsOf(context).typeOf(node),
};

/**
 * The interface for ontologies that have none of their own for all nodes; undefined where a node type has no `id: ID!`
 * that it could promise.
 */
export function entityInterface({ nodeTypes }: Ontology): GraphQLInterfaceType | undefined {
  if (![...nodeTypes.values()].every(showsId)) return undefined;
  const id = { type: new GraphQLNonNull(GraphQLID), description: 'The id of the node.' };
  return new GraphQLInterfaceType({ ...made, fields: { id } });
}

/** What stands for any node where nothing is common to all: `... on Movie { title }` asks it. */
export const entityUnion = (types: () => readonly GraphQLObjectType[]): GraphQLUnionType =>
  new GraphQLUnionType({ ...made, types });

/**
 * The types, root fields and directives of `query.graphql`; `entity` stands for any node.
 * @throws KnowledgeError `name-taken` when the ontology uses one of their names.
 */
export function ownTypes(
  { nodeTypes, interfaces, enums, edgePropertyTypes }: Ontology,
  entity: GraphQLNamedType,
): OwnTypes {
  const own = new OwnTypes(ownDefinitions(), entity);
  const taken = [nodeTypes, interfaces, enums, edgePropertyTypes];
  const isMade = entity.name === ENTITY && !interfaces.has(ENTITY);
  for (const name of [...own.names(), ...(isMade ? [ENTITY] : [])]) {
    if (taken.some((it) => it.has(name))) throw nameTaken(name, 'a type of the ontology', 'query.graphql');
  }
  const lists = new Set([...nodeTypes.values(), ...interfaces.values()].map((it) => it.plural));
  for (const name of Object.keys(own.queryFields())) {
    if (lists.has(name)) throw nameTaken(name, 'the list of a type', 'query.graphql');
  }
  return own;
}
