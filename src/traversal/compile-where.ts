/**
 * `where` of nodes and edges, checked and compiled to a test of their numbers, by the operators that GraphQL has too.
 *
 * A walk may meet nodes and edges of several types, so a property is judged by the definition of each one's own type.
 * What TypeScript refuses, a JavaScript program learns here.
 */
import { anything, dateText, type OptionTable, readOptions, trueOrFalse } from '../base/checked-options.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import type { ScalarValue } from '../facts/fact.ts';
import { comparableOf } from '../filters/comparable.ts';
import {
  CASELESS,
  type OperatorName,
  operators,
  operatorsOf,
  POSSIBLE,
  takesCaseless,
  takesPossible,
} from '../filters/operators.ts';
import { edgePropertyTest, nodePropertyTest, type PropertyFilter } from '../filters/property-test.ts';
import { logicalTest, NO, type Test, UNKNOWN, type Where, YES } from '../filters/verdict.ts';
import type { EdgeType, Property } from '../ontology/ontology.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { Owner } from './problems.ts';
import * as problems from './problems.ts';

/** What is asked of the support of edges, read. */
interface AskedSupport {
  readonly corroborated?: boolean | undefined;
  /** Operators with what the number of sources is compared with. */
  readonly sources?: PropertyFilter | undefined;
  readonly newest?: string | undefined;
}

/** Makes the test of edges by who says so, which walks leave to those who give it to them: they know nothing of voices. */
export type SupportJudge = (view: GraphView, asked: AskedSupport) => Test | undefined;

/** What a filter is about. */
interface Subject {
  readonly what: 'node' | 'edge';
  /** The types with their properties, by the code that the graph has for them. */
  readonly owners: () => readonly (Owner | undefined)[];
  /** The test that asks, of these, the one for the type of what it is given. */
  readonly byType: (tests: readonly Test[]) => Test;
  readonly compile: (property: Property, filter: PropertyFilter) => Test | undefined;
}

/** The test of a node; undefined when there is no condition. */
export function compileNodeWhere({ nodes, ontology }: KnowledgeGraph, where: Where): Test | undefined {
  return testOf(where, {
    what: 'node',
    owners: () => nodes.typeNames.map((type) => ontology.nodeTypes.get(type)),
    byType: (tests) => (node, edge) => tests[nodes.types[node] ?? 0]!(node, edge),
    compile: (property, filter) => nodePropertyTest(nodes, property, filter),
  });
}

/**
 * The test of an edge of one of the types `asked`, by what it carries; undefined when there is no condition. Its dates
 * are asked elsewhere, by `during` and `certainty`.
 */
export function compileEdgeWhere(
  { edges, ontology }: KnowledgeGraph,
  asked: readonly EdgeType[],
  where: Where,
): Test | undefined {
  const { during, certainty, ...properties } = where;
  return testOf(properties, {
    what: 'edge',
    owners: () => edges.columns.typeNames.map((name) => carried(name)),
    byType: (tests) => (node, edge) => tests[edges.type[edge] ?? 0]!(node, edge),
    compile: (property, filter) => edgePropertyTest(edges, property, filter),
  });

  function carried(name: string): Owner | undefined {
    const type = asked.find((it) => it.name === name);
    return type && (ontology.edgePropertyTypes.get(type.properties ?? '') ?? { name: '', properties: new Map() });
  }
}

/** The names of `support` with what they take. */
type SupportOptions = Omit<AskedSupport, 'sources'> & { readonly sources?: number | object };
const supportWhere: OptionTable<SupportOptions> = {
  corroborated: trueOrFalse,
  sources: {
    words: 'a number, or operators such as { gte: 2 }',
    read: (value) => (typeof value === 'number' ? value : anything<object>('').read(value)),
  },
  newest: dateText,
};
/** The number of sources, to be compared as a property is. */
const sourceCount: Property = {
  name: 'sources',
  kind: { scalar: 'Int' },
  list: false,
  required: true,
  description: '',
  at: { file: '', line: 0, column: 0 },
};

/** `support: { sources: { gte: 2 } }`, read. Throws what filters are refused with. */
export function readSupport(method: string, given: unknown): AskedSupport {
  checkFilter(given);
  const { sources, ...others } = readOptions(`support of ${method}`, given as SupportOptions, supportWhere);
  if (sources === undefined && Object.keys(others).length === 0)
    throw problems.emptyCondition({ name: 'support' }, Object.keys(supportWhere));
  return { ...others, sources: sources === undefined ? undefined : readCondition(sourceCount, sources) };
}

function testOf(where: Where, subject: Subject): Test | undefined {
  checkFilter(where);
  return logicalTest(where, {
    branchTest: (branch) => testOf(branch, subject),
    fieldTest: (name, condition) => propertyTest(subject, name, condition),
    emptyBranch: problems.emptyBranch,
  });
}

/**
 * That a filter is one. What is undefined in it was meant to be something, and to leave it out would keep everything; so
 * would what a plain object has through its prototype.
 */
export function checkFilter(where: unknown): void {
  if (!isPlainObject(where)) throw problems.notAFilter(where);
  // A loop and no list of entries: walks are written by the thousand.
  for (const name in where) {
    if (where[name] === undefined) throw problems.undefinedCondition(`${name}: undefined`);
    if (name === 'NOT' && Array.isArray(where[name])) throw problems.severalNegated();
  }
}

/** An object as a literal or JSON makes it, in this realm or another. */
function isPlainObject(value: unknown): value is Where {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** To what lacks the property, a comparison with it neither holds nor fails to. */
const unknown: Test = () => UNKNOWN;

/** What cannot have the value that is asked for has another, or none. */
const another =
  (isMissing: Test | undefined): Test =>
  (node, edge) =>
    isMissing?.(node, edge) === YES ? UNKNOWN : NO;

/**
 * The test of a condition on one property. A condition that fits one definition of the property and not another, as a
 * value of one enum does, is refuted where it does not fit; one that fits none is thrown.
 */
function propertyTest(subject: Subject, name: string, condition: unknown): Test | undefined {
  const { what, byType, compile } = subject;
  const owners = subject.owners();
  const asked = new Set(owners.filter((it) => it !== undefined));
  const tests = new Map<Owner, Test>();
  const misfits: KnowledgeError[] = [];
  for (const owner of asked) {
    const property = owner.properties.get(name);
    if (!property) continue;
    try {
      const test = compile(property, readCondition(property, condition));
      if (!test) return undefined;
      tests.set(owner, test);
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error;
      misfits.push(error);
      tests.set(owner, another(compile(property, { eq: null })));
    }
  }
  if (tests.size === 0) throw problems.unknownProperty(asked, name, what);
  if (misfits[0] && misfits.length === tests.size) throw misfits[0];
  const [only] = tests.values();
  if (asked.size === 1) return only;
  return byType(owners.map((owner) => (owner && tests.get(owner)) ?? unknown));
}

/** The filter that a condition means; a plain value means `eq`, and `includes` for a list. */
function readCondition(property: Property, condition: unknown): PropertyFilter {
  const { name } = property;
  if (condition === null) throw problems.nullCondition(name);
  if (Array.isArray(condition)) throw problems.listForOneValue(property);
  if (!isPlainObject(condition)) return readCondition(property, { [property.list ? 'includes' : 'eq']: condition });
  const operators = Object.entries(condition);
  if (operators.every(([operator]) => operator === POSSIBLE && takesPossible(property)))
    throw problems.emptyCondition(property, operatorsOf(property));
  return Object.fromEntries(
    operators.map(([operator, operand]) => [operator, readOperand(property, operator, operand)]),
  );
}

function readOperand(property: Property, operator: string, operand: unknown): unknown {
  if (operator === POSSIBLE && takesPossible(property)) {
    if (typeof operand !== 'boolean') throw problems.badOperand(property, operator, operand, false);
    return operand;
  }
  if (operator === CASELESS && takesCaseless(property)) {
    // Within it nothing else is to be said of capitals.
    if (isPlainObject(operand) && !Object.hasOwn(operand, CASELESS)) return readCondition(property, operand);
    throw problems.badOperand(property, operator, operand, false);
  }
  const known = operatorsOf(property);
  if (!known.includes(operator as OperatorName)) throw problems.unknownOperator(property, operator, known);
  if (operand === undefined) throw problems.undefinedCondition(`${property.name}: { ${operator}: undefined }`);
  if (operand === null && operator === 'eq') return null;
  const takesMany = operators[operator as OperatorName].takes === 'many' || (property.list && operator === 'eq');
  if (Array.isArray(operand) !== takesMany) throw problems.badOperand(property, operator, operand, takesMany);
  const read = (value: unknown): ScalarValue => {
    const found = readValue(property, value);
    if (found === undefined) throw problems.badOperand(property, operator, value, false);
    return found;
  };
  return takesMany ? (operand as readonly unknown[]).map(read) : read(operand);
}

/** A value as the property has them; undefined when it cannot have it. Days and moments may come as `Date`. */
function readValue({ kind }: Property, value: unknown): ScalarValue | undefined {
  if ('enum' in kind) return kind.enum.values.find((it) => it.name === value)?.name;
  switch (kind.scalar) {
    case 'Boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'Int':
    case 'Float':
    case 'BigInt':
      return typeof value === 'bigint' || Number.isFinite(value) ? (value as number | bigint) : undefined;
    case 'Date':
    case 'PartialDate':
      return readText(kind, dateText.read(value));
    case 'Custom':
      return typeof value === 'string' ? value : undefined;
    case 'DateTime':
      return readText(kind, value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : value);
    default:
      return readText(kind, value);
  }
}

const readText = (kind: Property['kind'], value: unknown): string | undefined =>
  typeof value === 'string' && comparableOf({ kind })(value) !== undefined ? value : undefined;
