/**
 * `where` inputs compiled to tests over numbers, once for each argument value of an operation.
 *
 * A test asks the typed arrays of the view and nothing else, so a filter holds the operation's view at every hop. What
 * says nothing compiles to undefined; where @neo4j/graphql would then do something odd, the query is refused.
 */

import { logicalTest, type Where } from '../filters/logical-test.ts';
import { edgePropertyTest, nodePropertyTest } from '../filters/property-test.ts';
import { type Test, verdictOf } from '../filters/verdict.ts';
import type { InterfaceType, NodeType, Ontology, Property, Relation } from '../ontology/ontology.ts';
import type { GraphView } from '../views/graph-view.ts';
import { connectionTest, relationTest } from './compile-relation-test.ts';
import { connectionField } from './names.ts';
import { emptyBranch, emptyTypename, interfaceTypename } from './problems.ts';
import { propertyFilter } from './property-filter.ts';
import { relationRows } from './relation-rows.ts';
import type { Work } from './work.ts';

/** Where a filter stands: `plainRelation` is set inside `field: { some: … }` when `field` leads to an interface. */
export interface Scope {
  readonly view: GraphView;
  readonly work: Work;
  readonly plainRelation?: { readonly field: string; readonly connection: string };
}

/** The test of nodes of the type or interface `typeName`; undefined when `where` has no condition. */
export function nodeTest(scope: Scope, typeName: string, where: Where | null | undefined): Test | undefined {
  const type = typeNamed(scope.view.ontology, typeName);
  return logicalTest(where, {
    branchTest: (branch) => nodeTest(scope, typeName, branch),
    fieldTest: (field, value) => nodeFieldTest(scope, type, field, value),
    emptyBranch,
  });
}

function nodeFieldTest(scope: Scope, type: NodeType | InterfaceType, field: string, value: unknown): Test | undefined {
  const { view, work } = scope;
  const property = type.properties.get(field);
  if (property) return nodePropertyTest(view.graph.nodes, property, propertyFilter(field, value));
  if (!('relations' in type)) return typenameTest(scope, value as readonly string[] | null);
  const { relation, byEdges } = relationOf(type, field);
  const rows = relationRows(view, relation, type.name, work);
  if (byEdges) {
    return connectionTest(rows, value as Where | null, (where) => connectionNodeTest({ view, work }, relation, where));
  }
  // Behind an interface the library judges each type apart, so some words are refused there, however deep.
  const toInterface = view.ontology.interfaces.has(relation.target);
  const plainRelation = { field, connection: connectionField(field) };
  const inner = toInterface ? { view, work, plainRelation } : { view, work };
  return relationTest(rows, toInterface, value as Where | null, (where) => nodeTest(inner, relation.target, where));
}

function typenameTest({ view, plainRelation }: Scope, names: readonly string[] | null): Test {
  if (plainRelation) throw interfaceTypename(plainRelation.field, plainRelation.connection);
  if (!names?.length) throw emptyTypename();
  const { nodes } = view.graph;
  const wanted = Uint8Array.from(nodes.typeNames, (name) => Number(names.includes(name)));
  return (node) => verdictOf(wanted[nodes.types[node] ?? 0] === 1);
}

/** The test of edges of a relation and of the node at the other end; undefined when `where` has no condition. */
export function connectionNodeTest(
  scope: Scope,
  relation: Relation,
  where: Where | null | undefined,
): Test | undefined {
  const { view } = scope;
  const edgeType = view.ontology.edgePropertyTypes.get(relation.properties ?? '');
  return logicalTest(where, {
    branchTest: (branch) => connectionNodeTest(scope, relation, branch),
    fieldTest: (field, value) =>
      field === 'node'
        ? nodeTest(scope, relation.target, value as Where | null)
        : edgeTest(view, edgeType?.properties ?? new Map(), value as Where | null),
    emptyBranch,
  });
}

function edgeTest(view: GraphView, properties: ReadonlyMap<string, Property>, where: Where | null): Test | undefined {
  return logicalTest(where, {
    branchTest: (branch) => edgeTest(view, properties, branch),
    fieldTest: (field, value) => {
      const property = properties.get(field);
      return property && edgePropertyTest(view.graph.edges, property, propertyFilter(field, value));
    },
    emptyBranch,
  });
}

function typeNamed(ontology: Ontology, name: string): NodeType | InterfaceType {
  const type = ontology.nodeTypes.get(name) ?? ontology.interfaces.get(name);
  if (!type) throw new RangeError(`The ontology has no type "${name}".`);
  return type;
}

function relationOf(type: NodeType, field: string): { relation: Relation; byEdges: boolean } {
  const plain = type.relations.get(field);
  if (plain) return { relation: plain, byEdges: false };
  const relation = type.relations.get(field.replace(/Connection$/, ''));
  if (!relation) throw new RangeError(`${type.name} has no relation "${field}".`);
  return { relation, byEdges: true };
}
