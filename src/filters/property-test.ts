/**
 * A filter of one property, compiled to a test of a node or an edge.
 *
 * Edge properties are dictionaries: each distinct value is judged once, when it is first met, and an edge's verdict is
 * then a look-up by its code. A million edges with twenty roles cost twenty comparisons of text.
 */
import { composed } from '../base/composed.ts';
import { derivedNames, envelopeDefaults } from '../facts/envelope.ts';
import type { PropertyValue, ScalarValue } from '../facts/fact.ts';
import { periodOf, readPartialDate } from '../facts/partial-date.ts';
import { distanceOf, isPointScalar, type PointScalar, pointOf, printPoint, readPoint } from '../facts/points.ts';
import type { Property } from '../ontology/ontology.ts';
import type { EdgeTable } from '../store/edge-table.ts';
import type { NodeTable } from '../store/node-table.ts';
import { type Comparable, comparableOf } from './comparable.ts';
import { compareDates, isDateOperator } from './compare-dates.ts';
import { compileCaselessExpression, compileExpression, type Expression } from './expression.ts';
import { CASELESS, type OperatorName, operators, POSSIBLE, takesPossible } from './operators.ts';
import { allOf, NO, remembered, type Test, UNKNOWN, type Verdict, verdictOf, YES } from './verdict.ts';

/** Edge properties that lie outside the dictionaries. */
const computed: ReadonlySet<string> = new Set(['id', 'sources', 'locators', ...derivedNames]);

/** Operator to operand. `eq: null` finds missing values; no other operand may be null. */
export type PropertyFilter = Readonly<Record<string, unknown>>;

type ValueTest = (value: PropertyValue | undefined) => Verdict;

/** Is told of work that is more than to look at a node or an edge, in as many of these. */
export type Spend = (work: number) => void;

/** Of an expression, in instructions tried at a character, for one node or edge looked at. */
const TRIED_FOR_ONE = 10;

/** The test of a node's property; undefined when the filter has no condition. */
export function nodePropertyTest(
  nodes: NodeTable,
  property: Property,
  filter: PropertyFilter,
  spend?: Spend,
): Test | undefined {
  const { name } = property;
  const tests = valueTests(property, filter, spend).map(
    (test): Test =>
      (node) =>
        test(nodes.property(node, name)),
  );
  return allOf(tests);
}

/** The test of an edge's property; undefined when the filter has no condition. */
export function edgePropertyTest(
  edges: EdgeTable,
  property: Property,
  filter: PropertyFilter,
  spend?: Spend,
): Test | undefined {
  const name = property.storedAs ?? property.name;
  const column = computed.has(name) ? undefined : edges.columns.columns.get(name);
  const tests = valueTests(property, filter, spend).map((test): Test => {
    if (!column) return (_, edge) => test(edges.property(edge, name));
    const missing = Object.hasOwn(envelopeDefaults, name) ? envelopeDefaults[name] : undefined;
    const { codes, values } = column;
    const verdictOfCode = remembered(values.length, (code) => test(values[code] ?? missing));
    return (_, edge) => verdictOfCode(codes[edge] ?? 0);
  });
  return allOf(tests);
}

function valueTests(
  property: Property,
  filter: PropertyFilter,
  spend: Spend = () => {},
  isCaseless = false,
): ValueTest[] {
  const isVague = takesPossible(property);
  return Object.entries(filter).flatMap(([operator, operand]) => {
    if (isVague && operator === POSSIBLE) return [];
    if (isVague && isDateOperator(operator)) return [dateTest(operator, String(operand), filter[POSSIBLE] === true)];
    if (operator === CASELESS) return valueTests(property, operand as PropertyFilter, spend, true);
    if (operator === 'matches') {
      const compile = isCaseless ? compileCaselessExpression : compileExpression;
      return [expressionTest(property, compile(composed(String(operand))), spend, isCaseless)];
    }
    return [valueTest(property, operator as OperatorName, operand, isCaseless)];
  });
}

const inSmallLetters = (value: ScalarValue): Comparable => String(value).toLowerCase();

function expressionTest(
  { otherwise }: Property,
  { fits, size }: Expression,
  spend: Spend,
  isCaseless: boolean,
): ValueTest {
  return (value = otherwise) => {
    if (value === undefined) return UNKNOWN;
    const text = String(value);
    spend(Math.ceil((text.length * size) / TRIED_FOR_ONE));
    return verdictOf(fits(isCaseless ? text.toLowerCase() : text));
  };
}

/** The test of a vague date, which is certain unless what is possible is asked for. */
function dateTest(operator: Parameters<typeof compareDates>[0], asked: string, isPossibleEnough: boolean): ValueTest {
  const period = periodOf(asked);
  return (value) => {
    const date = typeof value === 'string' ? readPartialDate(value) : undefined;
    if (!date || 'reason' in date) return UNKNOWN;
    const found = compareDates(operator, date.validity, period);
    return isPossibleEnough && found === UNKNOWN ? YES : found;
  };
}

function valueTest(property: Property, operator: OperatorName, operand: unknown, isCaseless: boolean): ValueTest {
  // A list that must be there is never missing: nodes that say nothing have an empty one.
  const empty: PropertyValue | undefined = property.list && property.required ? [] : undefined;
  // As with the library, what stands in for a missing value is compared, and the value is missing still.
  if (operand === null) return (value) => verdictOf((value ?? empty) === undefined);
  const missing: PropertyValue | undefined = property.otherwise ?? empty;
  const point = 'scalar' in property.kind && isPointScalar(property.kind.scalar) ? property.kind.scalar : undefined;
  if (point && (operator as string) === 'distance') return distanceTest(point, operand as DistanceFilter);
  const { takes, holds } = operators[operator];
  const toComparable = isCaseless ? inSmallLetters : comparableOf(property);
  const asked = (Array.isArray(operand) ? operand : [operand]).map((it: ScalarValue | object) => {
    if (typeof it === 'object') return point && pointText(point, it);
    return toComparable(typeof it === 'string' ? composed(it) : it);
  });
  // In Cypher even what is missing is in no empty list.
  if (takes === 'many' && asked.length === 0) return () => NO;
  // What is asked and is no date is undefined, which is neither equal to anything nor before or after it.
  const matches = (value: Comparable | undefined): Verdict =>
    value === undefined ? UNKNOWN : verdictOf(asked.some((it) => holds(value, it!)));
  if (!property.list) {
    // Long lists of ids are common: a set spares comparing with each.
    const known = takes === 'many' && isText(property) ? new Set<unknown>(asked) : undefined;
    return (given) => {
      const value = given ?? missing;
      if (value === undefined) return UNKNOWN;
      const compared = toComparable(value as ScalarValue);
      return known ? verdictOf(known.has(compared)) : matches(compared);
    };
  }
  return (given) => {
    const value = given ?? missing;
    if (value === undefined) return UNKNOWN;
    const elements = (value as readonly ScalarValue[]).map(toComparable);
    if (operator === 'includes') return verdictOf(elements.some((it) => matches(it) === YES));
    return verdictOf(elements.length === asked.length && elements.every((it, i) => holds(it!, asked[i]!)));
  };
}

type Comparison = 'eq' | 'gt' | 'gte' | 'lt' | 'lte';
type DistanceFilter = { readonly from: object } & Readonly<Partial<Record<Comparison, number>>>;

/** What is asked and is no point is equal to none. */
function pointText(scalar: PointScalar, given: object): string | undefined {
  const point = pointOf(scalar, given as Readonly<Record<string, unknown>>);
  return point && printPoint(point);
}

/** Whether a point is so far from another; unknown where only one of them has a height. */
function distanceTest(scalar: PointScalar, { from, ...compared }: DistanceFilter): ValueTest {
  const start = pointOf(scalar, from as Readonly<Record<string, unknown>>);
  const comparisons = Object.entries(compared) as [Comparison, number][];
  return (value) => {
    const point = typeof value === 'string' ? readPoint(scalar, value) : undefined;
    const distance = start && point && distanceOf(scalar, start, point);
    if (distance === undefined) return UNKNOWN;
    return verdictOf(comparisons.every(([operator, asked]) => operators[operator].holds(distance, asked)));
  };
}

const isText = ({ kind }: Property): boolean => 'enum' in kind || ['ID', 'String', 'PartialDate'].includes(kind.scalar);
