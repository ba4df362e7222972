/**
 * `where` inputs as conditions in Cypher, with parameters for every value.
 *
 * What a filter may not say is refused beforehand, by the compiler of the graph in memory over an empty graph
 * (`FetchedRows`), in the same sentences.
 */
import { composed } from '../base/composed.ts';
import type { PropertyValue, ScalarValue } from '../facts/fact.ts';
import { periodOf } from '../facts/partial-date.ts';
import { isPointScalar } from '../facts/points.ts';
import { isDateOperator } from '../filters/compare-dates.ts';
import { CASELESS, type OperatorName, POSSIBLE, takesPossible } from '../filters/operators.ts';
import { isEmpty, type Where } from '../filters/verdict.ts';
import { notOnNeo4j } from '../graphql/problems.ts';
import { type InterfaceType, type NodeType, type Property, type Relation, typeNamed } from '../ontology/ontology.ts';
import { aggregateCondition } from './aggregate-conditions.ts';
import {
  boundsIn,
  type CypherScope,
  compared,
  comparedIn,
  keptIn,
  logicalCondition,
  RelationStep,
} from './cypher-step.ts';
import { neo4jName } from './names-in-neo4j.ts';
import { toKey } from './values-in-neo4j.ts';

/** The condition on nodes of a type, an interface or a union. */
export function nodeCondition(
  scope: CypherScope,
  typeName: string,
  where: Where | null | undefined,
  n: string,
): string | undefined {
  const type = typeNamed(scope.ontology, typeName);
  if ('isUnion' in type) return unionCondition(where, n, (member, inner) => nodeCondition(scope, member, inner, n));
  return logicalCondition(where, (field, value) => nodeFieldCondition(scope, type, field, value, n));
}

/** `{ Post: { … }, Comment: {} }`: nodes of the members that are named; all of a member where nothing is said of it. */
function unionCondition(
  where: Where | null | undefined,
  n: string,
  memberCondition: (member: string, inner: Where) => string | undefined,
): string | undefined {
  if (where == null || isEmpty(where)) return undefined;
  return byType(
    n,
    Object.entries(where).map(([member, inner]) => [member, memberCondition(member, inner as Where) ?? 'true']),
  );
}

/** Nodes are judged by the condition of their type; those of a type without one are not kept. */
function byType(n: string, conditions: readonly (readonly [type: string, condition: string | undefined])[]): string {
  const parts = conditions.flatMap(([type, it]) => (it === undefined ? [] : `(${n}:${neo4jName(type)} AND ${it})`));
  return parts.length === 0 ? 'false' : `(${parts.join(' OR ')})`;
}

function nodeFieldCondition(
  scope: CypherScope,
  type: NodeType | InterfaceType,
  field: string,
  value: unknown,
  n: string,
): string | undefined {
  const property = type.properties.get(field);
  const ofTypes = property && 'implementations' in type && hasDefaults(scope, type, field);
  if (property && !ofTypes) return propertyCondition(scope, property, value as Where, n);
  if (!('relations' in type)) {
    const isDeclared = ofTypes || type.declared.has(field) || type.declared.has(field.replace(/Connection$/, ''));
    if (!isDeclared) return `(${n}:${(value as readonly string[]).map(neo4jName).join('|')})`;
    const types = type.implementations.map((name) => scope.ontology.nodeTypes.get(name)!);
    return byType(
      n,
      types.map((it) => [it.name, nodeFieldCondition(scope, it, field, value, n)]),
    );
  }
  const plain = type.relations.get(field);
  const relation = plain ?? type.relations.get(field.replace(/Connection$/, ''))!;
  const inside = (step: RelationStep, where: Where): string =>
    (plain
      ? nodeCondition(scope, relation.target, where, step.m)
      : edgeRowCondition(scope, relation, where, step.r, step.m)) ?? 'true';
  const step = (): RelationStep => new RelationStep(scope, type, relation, n);
  if (relation.single) {
    const to = step();
    return value === null ? `NOT EXISTS { ${to.match()} }` : quantified(to, 'some', inside(to, value as Where));
  }
  const parts = Object.entries(value as Where).flatMap(([quantifier, inner]) => {
    if (!plain && quantifier === 'aggregate') return aggregateCondition(scope, type, relation, inner as Where, n) ?? [];
    const to = step();
    return quantified(to, quantifier, inside(to, inner as Where));
  });
  return parts.length === 0 ? undefined : `(${parts.join(' AND ')})`;
}

/** Whether something stands in for missing values in one of the types of an interface. */
const hasDefaults = ({ ontology }: CypherScope, { implementations }: InterfaceType, field: string): boolean =>
  implementations.some((it) => ontology.nodeTypes.get(it)?.properties.get(field)?.otherwise !== undefined);

/** The condition on edges of a relation and on the node at the other end: `{ node, edge, AND, OR, NOT }`. */
export function edgeRowCondition(
  scope: CypherScope,
  relation: Relation,
  where: Where | null | undefined,
  r: string,
  m: string,
): string | undefined {
  const { target } = relation;
  if (!scope.ontology.interfaces.get(target)?.isUnion)
    return edgeAndNodeCondition(scope, relation, target, where, r, m);
  return unionCondition(where, m, (member, inner) => edgeAndNodeCondition(scope, relation, member, inner, r, m));
}

function edgeAndNodeCondition(
  scope: CypherScope,
  { properties = '', declaredBy }: Relation,
  target: string,
  where: Where | null | undefined,
  r: string,
  m: string,
): string | undefined {
  const carried = scope.ontology.edgePropertyTypes.get(properties)?.properties;
  return logicalCondition(where, (side, inner) => {
    if (side === 'node') return nodeCondition(scope, target, inner as Where | null, m);
    if (side === 'support') throw notOnNeo4j('A filter by the support of edges', 'Ask a graph in memory.');
    // What an interface declares is asked by the type of what edges carry: `edge: { ActedIn: { … } }`.
    const own = (declaredBy === undefined ? inner : (inner as Where | null)?.[properties]) as Where | null | undefined;
    return logicalCondition(own, (field, value) => {
      const property = carried?.get(field);
      return property && propertyCondition(scope, property, value as Where, r);
    });
  });
}

/** `all` asks for at least one match, and that none is known to fail. */
function quantified(step: RelationStep, quantifier: string, condition: string): string {
  const exists = (inner: string): string => `EXISTS { ${step.match([inner])} }`;
  if (quantifier === 'some') return exists(condition);
  if (quantifier === 'none') return `NOT ${exists(condition)}`;
  if (quantifier === 'single') return `COUNT { ${step.match([condition])} } = 1`;
  return `(${exists(condition)} AND NOT ${exists(`NOT ${condition}`)})`;
}

/** The condition on one property: its operators, joined by "and". */
function propertyCondition(
  scope: CypherScope,
  property: Property,
  filter: Where,
  variable: string,
  isCaseless = false,
): string {
  if ('scalar' in property.kind && isPointScalar(property.kind.scalar)) {
    throw notOnNeo4j(
      `A filter of "${property.name}", which is a point,`,
      'Filter by something else, or ask a graph in memory.',
    );
  }
  const isVague = takesPossible(property);
  const parts = Object.entries(filter).flatMap(([operator, operand]) => {
    if (isVague && operator === POSSIBLE) return [];
    if (isVague && isDateOperator(operator)) {
      return dateCondition(
        scope,
        boundsIn(scope, variable, property),
        operator,
        String(operand),
        filter[POSSIBLE] === true,
      );
    }
    if (operand === null) {
      // Where a list may not be missing, none is.
      return property.list && property.required ? 'false' : `${keptIn(scope, variable, property)} IS NULL`;
    }
    if (operator === CASELESS) return propertyCondition(scope, property, operand as Where, variable, true);
    const asked = operandOf(scope, property, operand as PropertyValue);
    const given = isCaseless ? inSmallLetters(asked) : asked;
    const stored = comparedIn(scope, variable, property);
    const value = isCaseless ? `toLower(${stored})` : stored;
    return compared(operator as OperatorName, value, scope.parameters.add(given), given);
  });
  return parts.length === 0 ? 'true' : `(${parts.join(' AND ')})`;
}

const inSmallLetters = (texts: unknown): string | string[] =>
  Array.isArray(texts) ? texts.map((it) => String(it).toLowerCase()) : String(texts).toLowerCase();

/** Places of the bounds of a date by which it is surely, and possibly, before or after a period. */
const DECIDING = { lt: [3, 2, '<'], lte: [3, 2, '<='], gt: [0, 1, '>'], gte: [0, 1, '>='] } as const;

/** As `filters/compare-dates.ts` has it: neither true nor false where the bounds leave it open. */
function dateCondition(
  { parameters }: CypherScope,
  bounds: string,
  operator: keyof typeof DECIDING,
  asked: string,
  isPossibleEnough: boolean,
): string {
  const { first, last } = periodOf(asked);
  const [surely, possibly, sign] = DECIDING[operator];
  const day = parameters.add(BigInt(operator === 'lt' || operator === 'gte' ? first : last));
  const open = isPossibleEnough ? 'true' : 'null';
  return `head([b IN [${bounds}] | CASE WHEN b IS NULL THEN null WHEN b[${surely}] ${sign} ${day} THEN true WHEN b[${possibly}] ${sign} ${day} THEN ${open} ELSE false END])`;
}

function operandOf({ date }: CypherScope, property: Property, operand: PropertyValue): unknown {
  const text = (it: ScalarValue): ScalarValue => (typeof it === 'string' ? composed(it) : it);
  return toKey(property, typeof operand === 'object' ? operand.map(text) : text(operand as ScalarValue), date);
}
