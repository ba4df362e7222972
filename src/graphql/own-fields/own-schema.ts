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
import { onceFor } from '../../base/once-for.ts';
import { checkShipped, queryFile } from '../../base/shipped-files.ts';
import { type Ontology, showsId } from '../../ontology/ontology.ts';
import { connectionField } from '../names.ts';
import { type GraphContext, rowsOf } from '../operation.ts';
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

/**
 * What a type or a root field of `query.graphql` is called: its own name, with `graph` before it where the ontology needs
 * that name itself, so that any ontology is served.
 */
export const ownNames: (ontology: Ontology) => (name: string) => string = onceFor((ontology) => {
  const { nodeTypes, interfaces, enums, edgePropertyTypes } = ontology;
  const lists = [...nodeTypes.values(), ...interfaces.values()];
  const fields = new Set(lists.flatMap(({ plural }) => [plural, connectionField(plural)]));
  const types = new Set([nodeTypes, interfaces, enums, edgePropertyTypes].flatMap((it) => [...it.keys()]));
  const isTaken = (name: string): boolean =>
    fields.has(name) || types.has(name) || types.has(name.replace(/(Where|Sort|Edge|Aggregate|Connection)$/, ''));
  return (name) => {
    let free = name;
    while (isTaken(free))
      free = (/^[A-Z]/.test(free) ? 'Graph' : 'graph') + free.charAt(0).toUpperCase() + free.slice(1);
    return free;
  };
});

const made = (ontology: Ontology) => ({
  name: ownNames(ontology)(ENTITY),
  description: 'Anything the graph knows.',
  resolveType: (node: number, context: GraphContext): string => rowsOf(context).typeOf(node),
});

/**
 * The interface for ontologies that have none of their own for all nodes; undefined where a node type has no `id: ID!`
 * that it could promise.
 */
export function entityInterface(ontology: Ontology): GraphQLInterfaceType | undefined {
  if (![...ontology.nodeTypes.values()].every(showsId)) return undefined;
  const id = { type: new GraphQLNonNull(GraphQLID), description: 'The id of the node.' };
  return new GraphQLInterfaceType({ ...made(ontology), fields: { id } });
}

/** What stands for any node where nothing is common to all: `... on Movie { title }` asks it. */
export const entityUnion = (ontology: Ontology, types: () => readonly GraphQLObjectType[]): GraphQLUnionType =>
  new GraphQLUnionType({ ...made(ontology), types });

/** The types, root fields and directives of `query.graphql`; `entity` stands for any node. */
export const ownTypes = (ontology: Ontology, entity: GraphQLNamedType): OwnTypes =>
  new OwnTypes(ownDefinitions(), entity, ownNames(ontology));
