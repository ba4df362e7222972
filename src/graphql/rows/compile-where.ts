/**
 * `where` inputs compiled to tests over numbers, once for each argument value of an operation.
 *
 * A test asks the typed arrays of the view and nothing else, so a filter holds the operation's view at every hop. What
 * says nothing compiles to undefined; where @neo4j/graphql would then do something odd, the query is refused. A
 * quantifier (some, none, all, single) is never unknown: like Cypher's EXISTS it asks whether there is a match, and an
 * unknown match is none.
 */
import { CASELESS, POSSIBLE } from '../../filters/operators.ts';
import { edgePropertyTest, nodePropertyTest, type PropertyFilter, type Spend } from '../../filters/property-test.ts';
import {
  allOf,
  isEmpty,
  logicalTest,
  NO,
  remembered,
  type Test,
  verdictOf,
  type Where,
  YES,
} from '../../filters/verdict.ts';
import { type InterfaceType, type NodeType, type Property, type Relation, typeNamed } from '../../ontology/ontology.ts';
import type { GraphView } from '../../views/graph-view.ts';
import type { Work } from '../limits/query-limits.ts';
import { connectionField, listOfConnection } from '../names.ts';
import * as problems from '../problems.ts';
import { aggregateTest } from './compile-aggregate.ts';
import { type RelationRows, relationRows } from './relation-rows.ts';
import { supportFilter } from './support-filter.ts';

/** Where a filter stands: `plainRelation` is set inside `field: { some: … }` when `field` leads to an interface. */
export interface Scope {
  readonly view: GraphView;
  readonly work: Work;
  readonly plainRelation?: { readonly field: string; readonly connection: string };
  /** Inside the filter of a relation, where many edges may lead to one node. */
  readonly isInner?: true;
}

/** The test of nodes of the type or interface `typeName`; undefined when `where` has no condition. */
export function nodeTest(scope: Scope, typeName: string, where: Where | null | undefined): Test | undefined {
  const type = typeNamed(scope.view.ontology, typeName);
  if ('isUnion' in type) return unionTest(scope, where, (member, inner) => nodeTest(scope, member, inner));
  return logicalTest(where, {
    branchTest: (branch) => nodeTest(scope, typeName, branch),
    fieldTest: (field, value) => nodeFieldTest(scope, type, field, value),
    emptyBranch: problems.emptyOperand,
  });
}

function nodeFieldTest(scope: Scope, type: NodeType | InterfaceType, field: string, value: unknown): Test | undefined {
  const { view, work } = scope;
  const property = type.properties.get(field);
  if (property && 'implementations' in type && hasDefaults(view, type, field)) {
    return testOfTypes(scope, type, field, value);
  }
  if (property) {
    return compileProperty(scope, field, value, (...asked) => nodePropertyTest(view.graph.nodes, property, ...asked));
  }
  if (!('relations' in type)) return interfaceFieldTest(scope, type, field, value);
  const { relation, byEdges } = relationOf(type, field);
  const rows = relationRows(view, relation, type.name, work);
  if (byEdges) {
    const refuse = (member: string): never => {
      throw problems.emptyMember(relation.field, connectionField(relation.field), member);
    };
    const compileInner = (where: Where | null): Test | undefined =>
      connectionNodeTest({ view, work, isInner: true }, relation, where, refuse);
    return rememberedIn(scope, relationTest({ rows, byEdges, compileInner }, value as Where | null, false));
  }
  // Behind an interface the library judges each type apart, so some words are refused there, however deep.
  const toInterface = view.ontology.interfaces.has(relation.target);
  const plainRelation = { field, connection: connectionField(field) };
  const inner: Scope = { view, work, isInner: true, ...(toInterface && { plainRelation }) };
  const compileInner = (where: Where | null): Test | undefined => nodeTest(inner, relation.target, where);
  return rememberedIn(scope, relationTest({ rows, byEdges, compileInner }, value as Where | null, toInterface));
}

/** A node that is met again keeps its verdict: where it leads does not depend on the edge by which it was reached. */
const rememberedIn = ({ view, isInner }: Scope, test: Test | undefined): Test | undefined =>
  test && isInner ? remembered(view.graph.nodes.count, (node) => test(node, -1)) : test;

/** `typename`, a relation that the interface declares, or a member of a union. */
function interfaceFieldTest(scope: Scope, type: InterfaceType, field: string, value: unknown): Test | undefined {
  if (!type.declared.has(field) && !type.declared.has(listOfConnection(field))) {
    return typenameTest(scope, value as readonly string[] | null);
  }
  return testOfTypes(scope, type, field, value);
}

/** Whether something stands in for missing values in one of the types of an interface. */
const hasDefaults = ({ ontology }: GraphView, { implementations }: InterfaceType, field: string): boolean =>
  implementations.some((it) => ontology.nodeTypes.get(it)?.properties.get(field)?.otherwise !== undefined);

/** A field of an interface, as each of its types has it. */
function testOfTypes(scope: Scope, type: InterfaceType, field: string, value: unknown): Test {
  return testByType(scope, (name) => {
    const of = scope.view.ontology.nodeTypes.get(name);
    return of && type.implementations.includes(name) ? nodeFieldTest(scope, of, field, value) : undefined;
  });
}

/** Nodes are judged by the test of their type; those of a type without one are not kept. */
function testByType({ view }: Scope, testOf: (type: string) => Test | undefined): Test {
  const { nodes } = view.graph;
  const tests = nodes.typeNames.map(testOf);
  return (node, edge) => tests[nodes.types[node] ?? 0]?.(node, edge) ?? NO;
}

/** `{ Post: { … }, Comment: {} }`: nodes of the members that are named; all of a member where nothing is said of it. */
function unionTest(
  scope: Scope,
  where: Where | null | undefined,
  memberTest: (member: string, inner: Where) => Test | undefined,
  testOfAll: (member: string) => Test = () => () => YES,
): Test | undefined {
  if (where == null || isEmpty(where)) return undefined;
  return testByType(scope, (name) => {
    const inner = where[name];
    if (inner === null) throw problems.nullMember(name);
    return inner === undefined ? undefined : (memberTest(name, inner as Where) ?? testOfAll(name));
  });
}

function typenameTest({ view, plainRelation }: Scope, names: readonly string[] | null): Test {
  if (plainRelation) throw problems.interfaceTypename(plainRelation.field, plainRelation.connection);
  if (!names?.length) throw problems.emptyTypename();
  const { nodes } = view.graph;
  const wanted = Uint8Array.from(nodes.typeNames, (name) => Number(names.includes(name)));
  return (node) => verdictOf(wanted[nodes.types[node] ?? 0] === 1);
}

/**
 * The test of edges of a relation and of the node at the other end; undefined when `where` has no condition. A member of
 * a union of which nothing is said is kept whole in the page of a connection; `testOfAll` says otherwise.
 */
export function connectionNodeTest(
  scope: Scope,
  relation: Relation,
  where: Where | null | undefined,
  testOfAll?: (member: string) => Test,
): Test | undefined {
  const { target } = relation;
  if (scope.view.ontology.interfaces.get(target)?.isUnion) {
    return unionTest(scope, where, (member, inner) => edgeAndNodeTest(scope, relation, member, inner), testOfAll);
  }
  return edgeAndNodeTest(scope, relation, target, where);
}

function edgeAndNodeTest(
  scope: Scope,
  relation: Relation,
  target: string,
  where: Where | null | undefined,
): Test | undefined {
  const { view, work } = scope;
  const { properties = '', declaredBy } = relation;
  const carried = view.ontology.edgePropertyTypes.get(properties)?.properties ?? new Map();
  return logicalTest(where, {
    branchTest: (branch) => edgeAndNodeTest(scope, relation, target, branch),
    fieldTest(field, value) {
      if (field === 'node') return nodeTest(scope, target, value as Where | null);
      if (field === 'support') return refusing(() => supportFilter(view, work, value as Where | null));
      // What an interface declares is asked by the type of what edges carry: `edge: { ActedIn: { … } }`.
      const own = declaredBy === undefined ? value : (value as Where | null)?.[properties];
      return edgeTest(scope, carried, (own ?? null) as Where | null);
    },
    emptyBranch: problems.emptyOperand,
  });
}

function edgeTest(scope: Scope, properties: ReadonlyMap<string, Property>, where: Where | null): Test | undefined {
  const { edges } = scope.view.graph;
  return logicalTest(where, {
    branchTest: (branch) => edgeTest(scope, properties, branch),
    fieldTest: (field, value) => {
      const property = properties.get(field);
      return (
        property && compileProperty(scope, field, value, (...asked) => edgePropertyTest(edges, property, ...asked))
      );
    },
    emptyBranch: problems.emptyOperand,
  });
}

function relationOf(type: NodeType, field: string): { relation: Relation; byEdges: boolean } {
  const plain = type.relations.get(field);
  if (plain) return { relation: plain, byEdges: false };
  const relation = type.relations.get(listOfConnection(field));
  if (!relation) throw new RangeError(`${type.name} has no relation "${field}".`);
  return { relation, byEdges: true };
}

/** An expression that is none is refused; what it takes to try one is work of the operation. */
const compileProperty = (
  { work }: Scope,
  name: string,
  input: unknown,
  compile: (filter: PropertyFilter, spend: Spend) => Test | undefined,
): Test | undefined => refusing(() => compile(propertyFilter(name, input), (done) => work.spend(done)));

/** A caller's mistake that is found below is told as one. */
function refusing<T>(compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    throw problems.publicError(error);
  }
}

/** A coerced filter input. A null operand is left to `eq` alone, which finds missing values. */
function propertyFilter(name: string, input: unknown, remedy?: string): PropertyFilter {
  if (input === null) throw problems.nullFilter(name);
  if (Object.keys(input as Where).every((it) => it === POSSIBLE)) throw problems.emptyPropertyFilter(name, remedy);
  const filter = input as PropertyFilter;
  for (const [operator, operand] of Object.entries(filter)) {
    if (operand === null && operator !== 'eq') throw problems.nullOperand(name, operator);
    if (operator === 'distance') checkDistance(name, operand as Where);
    if (operator === CASELESS) propertyFilter(CASELESS, operand, problems.giveCondition);
  }
  return filter;
}

/** A distance is compared with something, which is a number. */
function checkDistance(name: string, { from: _, ...compared }: Where): void {
  const [first] = Object.entries(compared);
  if (!first) throw problems.emptyDistance(name);
  for (const [operator, value] of Object.entries(compared)) {
    if (value === null) throw problems.nullOperand(`${name}: { distance`, operator);
  }
}

type Quantifier = 'some' | 'none' | 'all' | 'single';

/** `all` asks for at least one match, and that none is known to fail. */
const quantifierTests: Readonly<Record<Quantifier, (rows: RelationRows, test: Test) => Test>> = {
  some: (rows, test) => (node) => verdictOf(rows.walk(node, (edge, other) => test(other, edge) === YES)),
  none: (rows, test) => (node) => verdictOf(!rows.walk(node, (edge, other) => test(other, edge) === YES)),
  single: (rows, test) => (node) => {
    let matches = 0;
    rows.walk(node, (edge, other) => test(other, edge) === YES && ++matches > 1);
    return verdictOf(matches === 1);
  },
  all: (rows, test) => (node) => {
    let matches = 0;
    const refuted = rows.walk(node, (edge, other) => {
      const verdict = test(other, edge);
      if (verdict === YES) matches++;
      return verdict === NO;
    });
    return verdictOf(!refuted && matches > 0);
  },
};

/** Of a union the library judges each member apart in both forms of filter. */
function refuseOfUnion({ view, relation }: RelationRows, field: string, quantifier: string): void {
  const isUnion = view.ontology.interfaces.get(relation.target)?.isUnion;
  if (isUnion && (quantifier === 'all' || quantifier === 'single')) throw problems.unionQuantifier(field, quantifier);
}

interface RelationFilter {
  readonly rows: RelationRows;
  /** Of `fieldConnection`, by edges and nodes together; else of `field`, by nodes alone. */
  readonly byEdges: boolean;
  readonly compileInner: (where: Where | null) => Test | undefined;
}

/** The test of `field: { some: … }` or `fieldConnection: { some: { node, edge }, aggregate }`. */
function relationTest(asked: RelationFilter, filter: Where | null, toInterface: boolean): Test | undefined {
  const { rows, byEdges, compileInner } = asked;
  const { field, single } = rows.relation;
  const connection = connectionField(field);
  const written = byEdges ? connection : field;
  if (single) return singleTest(asked, filter, toInterface);
  if (filter === null) throw problems.nullRelation(written, connection);
  if (isEmpty(filter)) throw problems.emptyRelationFilter(written, connection);
  const tests = Object.entries(filter).map(([name, where]) => {
    if (name === 'aggregate') return aggregateTest(rows, where as Where | null);
    refuseOfUnion(rows, written, name);
    if (toInterface && !byEdges && (name === 'all' || name === 'single')) {
      throw problems.interfaceQuantifier(field, name, connection);
    }
    const test = compileInner(where as Where | null);
    if (!test) throw problems.emptyQuantifier(written, name, connection);
    return quantifierTests[name as Quantifier](rows, test);
  });
  return allOf(tests.filter((it) => it !== undefined));
}

/** The test of `publisher: { name: … }`, of what leads to one; `publisher: null` finds nodes without. */
function singleTest({ rows, byEdges, compileInner }: RelationFilter, filter: Where | null, toInterface: boolean): Test {
  const { field } = rows.relation;
  if (filter === null && !byEdges) {
    if (toInterface) throw problems.nullOfSeveral(field);
    return (node) => verdictOf(rows.count(node) === 0);
  }
  const test = filter === null ? undefined : compileInner(filter);
  if (!test) throw problems.emptySingle(field, byEdges ? connectionField(field) : field);
  return quantifierTests.some(rows, test);
}
