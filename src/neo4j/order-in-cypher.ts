/**
 * The order of rows, in Cypher: that of the graph in memory, whose numbers follow from types, dates and ids.
 *
 * Nodes are in the order of their types and then of their ids; the edges of a relation at a node in the order of their
 * start, of the node at the other end, and of their ids. Missing values come last, as Cypher has it too.
 */

import { ALWAYS } from '../facts/validity.ts';
import { listOfConnection } from '../graphql/names.ts';
import type { CountSort, EdgeSort, NodeSort } from '../graphql/rows/graph-rows.ts';
import { propertiesOf } from '../graphql/rows/node-rows.ts';
import { concreteTypes, type Ontology, type Property, type Relation } from '../ontology/ontology.ts';
import { type CypherScope, keptIn, RelationStep } from './cypher-step.ts';
import { neo4jName, PRIVATE } from './names-in-neo4j.ts';

/** The order of the nodes of a root list without a sort: by its types, in their order, then by ids. */
export function orderOfList({ interfaces, nodeTypes }: Ontology, type: string, n: string): string[] {
  const types = concreteTypes({ interfaces }, type);
  if (types.length === 1) return [`${n}.id`];
  const all = [...nodeTypes.keys()];
  const numbers = types.map((it) => all.indexOf(it));
  if (numbers.every((it, i) => i === 0 || it > numbers[i - 1]!)) return orderOfNodes(n);
  const ranks = types.map((it, i) => `WHEN ${n}:${neo4jName(it)} THEN ${i}`).join(' ');
  return [`CASE ${ranks} END`, `${n}.id`];
}

/** The order of nodes without a sort. */
export const orderOfNodes = (n: string): string[] => [`${n}.${PRIVATE.typeNumber}`, `${n}.id`];

const startOf = (r: string): string =>
  `CASE WHEN ${r}.${PRIVATE.undated} THEN ${ALWAYS} ELSE ${r}.${PRIVATE.possibleStart} END`;

/** The order of the edges of a step without a sort: of a symmetric relation those that go out come first. */
export function orderOfEdges({ relation, n, r, m }: RelationStep): string[] {
  const side = relation.direction === 'BOTH' ? [`CASE WHEN startNode(${r}) = ${n} THEN 0 ELSE 1 END`] : [];
  return [...side, startOf(r), ...orderOfNodes(m), `${r}.id`];
}

/** Behind all keys of a sort: the id of the node at the other end, then the number that the edge has in memory. */
export function tieOfEdges({ r, m }: RelationStep): string[] {
  return [`${m}.id`, ...orderOfNodes(`startNode(${r})`), startOf(r), `${r}.id`];
}

type Declared = ReadonlyMap<string, Property>;

/** The keys of a sort of nodes of a type, an interface or a union. */
export const nodeKeys = (
  scope: CypherScope,
  sorts: readonly NodeSort[] | null | undefined,
  type: string,
  n: string,
): string[] =>
  (sorts ?? []).flatMap((sort) =>
    Object.entries(sort).flatMap(([name, direction]) =>
      typeof direction === 'object' && direction !== null
        ? countKeys(scope, type, name, direction, n)
        : propertyKeys(scope, { [name]: direction }, propertiesOf(scope.ontology, type), n),
    ),
  );

/** The keys of a sort of edges, by what they carry and by the node at the other end. */
export function edgeKeys(
  scope: CypherScope,
  sorts: readonly EdgeSort[] | null | undefined,
  carried: Declared,
  { r, m, relation }: RelationStep,
): string[] {
  return (sorts ?? []).flatMap((sort) =>
    Object.entries(sort).flatMap(([side, inner]) =>
      side === 'node'
        ? nodeKeys(scope, [inner ?? {}], relation.target, m)
        : propertyKeys(scope, ofEdges(relation, inner ?? {}), carried, r),
    ),
  );
}

/** What an interface declares is sorted by the type of what edges carry: `edge: { ActedIn: { … } }`. */
const ofEdges = ({ declaredBy, properties = '' }: Relation, sort: NodeSort): NodeSort =>
  declaredBy === undefined
    ? sort
    : (((sort as Readonly<Record<string, unknown>>)[properties] as NodeSort | undefined) ?? {});

function propertyKeys(scope: CypherScope, sort: NodeSort, properties: Declared, variable: string): string[] {
  return Object.entries(sort).map(([name, direction]) => {
    const property = properties.get(name);
    return `${property ? keptIn(scope, variable, property) : 'null'} ${direction}`;
  });
}

/** `coLaunchedConnection: { edges: DESC }`: by the number of edges of a relation, or of nodes at their other ends. */
function countKeys(scope: CypherScope, type: string, connection: string, sort: CountSort, n: string): string[] {
  const owner = scope.ontology.nodeTypes.get(type);
  const relation = owner?.relations.get(listOfConnection(connection));
  if (!owner || !relation) throw new RangeError(`${type} has no relation "${connection}".`);
  return Object.entries(sort).map(([what, direction]) => {
    const step = new RelationStep(scope, owner, relation, n);
    return `COUNT { ${step.match()}${what === 'nodes' ? ` RETURN DISTINCT ${step.m}` : ''} } ${direction}`;
  });
}
