/**
 * The schema as a subgraph of Apollo Federation 2: every node type that shows its id is an entity, known by it.
 *
 * Another subgraph can then add fields to `State`, and a router puts both together. What all subgraphs have in common,
 * the information about pages, is marked as shared.
 */
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql';
import { type Ontology, showsId } from '../../ontology/ontology.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key", "@shareable"])';

/** The SDL of a subgraph. */
export function printSubgraph(schema: GraphQLSchema, ontology: Ontology): string {
  const document: DocumentNode = visit(parse(printSchema(schema)), {
    ObjectTypeDefinition(node) {
      const type = ontology.nodeTypes.get(node.name.value);
      if (type && showsId(type)) return withDirective(node, '@key(fields: "id")');
      return node.name.value === 'PageInfo' ? withDirective(node, '@shareable') : undefined;
    },
  });
  return `${LINK}\n\n${print(document)}\n`;
}

function withDirective(node: ObjectTypeDefinitionNode, directive: string): ObjectTypeDefinitionNode {
  const [definition] = parse(`type T ${directive} { f: ID }`).definitions;
  const added = definition?.kind === Kind.OBJECT_TYPE_DEFINITION ? (definition.directives ?? []) : [];
  return { ...node, directives: [...(node.directives ?? []), ...(added as readonly ConstDirectiveNode[])] };
}
