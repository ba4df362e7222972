/**
 * The pieces that every statement is put together of: variables and parameters, a step along a relation in the view, a
 * comparison, and filters joined by "and", "or" and "not", whose three-valued logic is Cypher's own.
 */
import type { PropertyValue } from '../facts/fact.ts';
import type { OperatorName } from '../filters/operators.ts';
import type { Where } from '../filters/verdict.ts';
import { concreteTypes, type NodeType, type Ontology, type Property, type Relation } from '../ontology/ontology.ts';
import { fittingTargets } from '../ontology/relation-ends.ts';
import type { Fetching, Overrides } from './fetching.ts';
import { boundsName, keyName, neo4jName } from './names-in-neo4j.ts';
import { boundsOfDate, isKeyed, type MakeDate, toKey } from './values-in-neo4j.ts';
import { allOfThem, StatementParameters, type ViewCondition } from './view-condition.ts';

/** What a statement is made with: the ontology, the view, its parameters, and fresh names for variables. */
export class CypherScope {
  readonly ontology: Ontology;
  readonly view: ViewCondition;
  readonly parameters: StatementParameters;
  readonly date: MakeDate;
  readonly overrides: Overrides;
  #variables = 0;

  constructor(ontology: Ontology, view: ViewCondition, fetching: Pick<Fetching, 'makeDate' | 'overrides'>) {
    this.ontology = ontology;
    this.view = view;
    this.parameters = new StatementParameters();
    this.date = fetching.makeDate;
    this.overrides = fetching.overrides;
  }

  /** Variables of edges begin with r. */
  isEdge(variable: string): boolean {
    return variable.startsWith('r');
  }

  fresh(letter: string): string {
    return `${letter}${this.#variables++}`;
  }
}

/** A property of a node as Cypher has it: what is stored, or what it was at the time of the operation. */
function storedIn(
  scope: CypherScope,
  variable: string,
  { name, storedAs = name }: Property,
  form: (name: string) => string,
  asCompared: (value: PropertyValue) => unknown,
): string {
  const path = `${variable}.${neo4jName(form(storedAs))}`;
  const then = scope.isEdge(variable) ? undefined : scope.overrides.get(name);
  if (!then) return path;
  const values = Object.fromEntries(Array.from(then, ([id, value]) => [id, asCompared(value)]));
  const [ids, map] = [scope.parameters.add([...then.keys()]), scope.parameters.add(values)];
  return `CASE WHEN ${variable}.id IN ${ids} THEN ${map}[${variable}.id] ELSE ${path} END`;
}

/** The value of a property in the form in which it is compared, as Cypher has it; null where it is missing. */
export function keptIn(scope: CypherScope, variable: string, property: Property): string {
  const form = isKeyed(property) ? keyName : (name: string): string => name;
  return storedIn(scope, variable, property, form, (value) => toKey(property, value, scope.date));
}

/** The same, with what stands in for a missing value. */
export function comparedIn(scope: CypherScope, variable: string, property: Property): string {
  const kept = keptIn(scope, variable, property);
  const { otherwise, list, required } = property;
  if (otherwise !== undefined) {
    return `coalesce(${kept}, ${scope.parameters.add(toKey(property, otherwise, scope.date))})`;
  }
  // A list that must be there is never missing.
  return list && required ? `coalesce(${kept}, [])` : kept;
}

/** The four bounds of a vague date, as Cypher has them. */
export const boundsIn = (scope: CypherScope, variable: string, property: Property): string =>
  storedIn(scope, variable, property, boundsName, boundsOfDate);

type Reader = (field: string, value: unknown) => string | undefined;

/** A filter whose other fields `read` understands; undefined when it says nothing. */
export function logicalCondition(where: Where | null | undefined, read: Reader): string | undefined {
  const parts: string[] = [];
  for (const [field, value] of Object.entries(where ?? {})) {
    if (field !== 'AND' && field !== 'OR' && field !== 'NOT') {
      const condition = read(field, value);
      if (condition !== undefined) parts.push(condition);
    } else if (value !== null) {
      const branches = [value].flat().flatMap((it) => logicalCondition(it as Where, read) ?? []);
      if (field === 'NOT') parts.push(...branches.map((it) => `NOT ${it}`));
      else if (branches.length > 0) parts.push(`(${branches.join(` ${field} `)})`);
    }
  }
  return parts.length === 0 ? undefined : `(${parts.join(' AND ')})`;
}

/** One step along a relation from the node `n`, in the view. */
export class RelationStep {
  readonly r: string;
  readonly m: string;
  readonly n: string;
  readonly relation: Relation;
  readonly #scope: CypherScope;
  readonly #owner: NodeType;

  constructor(scope: CypherScope, owner: NodeType, relation: Relation, n: string) {
    this.#scope = scope;
    this.#owner = owner;
    this.relation = relation;
    this.n = n;
    this.r = scope.fresh('r');
    this.m = scope.fresh('m');
  }

  /** `MATCH … WHERE …`: the edges that count, with more conditions. */
  match(more: readonly string[] = []): string {
    const { relation, r, m, n } = this;
    const { ontology, view, parameters } = this.#scope;
    const edge = `[${r}:${neo4jName(relation.edgeType)}]`;
    const ways = { OUT: `-${edge}->`, IN: `<-${edge}-`, BOTH: `-${edge}-` } as const;
    const targets = fittingTargets(ontology, relation, this.#owner.name);
    const conditions = [
      ...(targets ? [`${m}:${targets.map(neo4jName).join('|')}`] : []),
      ...view.edge(r, parameters),
      ...view.node(m, parameters),
      ...more,
    ];
    return `MATCH (${n})${ways[relation.direction]}(${m}) WHERE ${allOfThem(conditions)}`;
  }
}

const comparisons: Readonly<Record<Exclude<OperatorName, 'in' | 'includes'>, string>> = {
  eq: '=',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  contains: 'CONTAINS',
  startsWith: 'STARTS WITH',
  endsWith: 'ENDS WITH',
  matches: '=~',
};

/** A comparison of two expressions. */
export function compared(operator: OperatorName, value: string, asked: string, given: unknown): string {
  // Even what is missing is in no empty list.
  if (operator === 'in') return Array.isArray(given) && given.length === 0 ? 'false' : `${value} IN ${asked}`;
  if (operator === 'includes') return `${asked} IN ${value}`;
  return `${value} ${comparisons[operator]} ${asked}`;
}

/** The labels of a type or an interface as a condition on `n`. */
export function typeCondition(ontology: Ontology, type: string, n: string): string {
  const types = concreteTypes(ontology, type);
  return types.length === 0 ? 'false' : `${n}:${types.map(neo4jName).join('|')}`;
}
