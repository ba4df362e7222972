/**
 * Filters by numbers about what is related, in Cypher.
 *
 * Sums and means are added up in the order in which the graph in memory adds them, one by one, since sums of fractions
 * depend on it; Cypher's own `avg` goes another way round and differs in the last digit.
 */
import type { OperatorName } from '../filters/operators.ts';
import type { Where } from '../filters/verdict.ts';
import { type AggregateName, aggregateFilters } from '../graphql/rows/aggregate.ts';
import { type NodeType, type Property, type Relation, type ScalarName, typeNamed } from '../ontology/ontology.ts';
import { type CypherScope, compared, keptIn, logicalCondition, RelationStep } from './cypher-step.ts';
import { orderOfEdges } from './order-in-cypher.ts';
import { toKey } from './values-in-neo4j.ts';

/** The condition of `aggregate: { count, node, edge }`; undefined when it says nothing. */
export function aggregateCondition(
  scope: CypherScope,
  owner: NodeType,
  relation: Relation,
  where: Where,
  n: string,
): string | undefined {
  const step = (): RelationStep => new RelationStep(scope, owner, relation, n);
  return logicalCondition(where, (field, value) => {
    const filter = value as Where;
    if (field === 'count') return countCondition(scope, step, filter);
    const { ontology } = scope;
    const properties =
      field === 'node'
        ? typeNamed(ontology, relation.target).properties
        : ontology.edgePropertyTypes.get(relation.properties ?? '')!.properties;
    return logicalCondition(filter, (name, comparisons) =>
      valuesCondition(scope, step(), properties.get(name)!, field === 'node', comparisons as Where),
    );
  });
}

function countCondition(scope: CypherScope, step: () => RelationStep, filter: Where): string {
  const parts = Object.entries(filter).map(([what, given]) => {
    const made = step();
    const distinct = what === 'nodes' ? ` RETURN DISTINCT ${made.m}` : '';
    return comparison(scope, 'Int', `COUNT { ${made.match()}${distinct} }`, given as Where);
  });
  return `(${parts.join(' AND ')})`;
}

/** `{ born: { max: { gt: 1950 }, … } }` */
function valuesCondition(
  scope: CypherScope,
  step: RelationStep,
  property: Property,
  ofNodes: boolean,
  filter: Where,
): string {
  const scalars = 'scalar' in property.kind ? (aggregateFilters[property.kind.scalar] ?? {}) : {};
  const value = keptIn(scope, ofNodes ? step.m : step.r, property);
  const order = orderOfEdges(step).join(', ');
  // Each node once, where it is met first.
  const rows = ofNodes ? `WITH collect(DISTINCT ${step.m}) AS them UNWIND them AS ${step.m}` : `WITH ${step.r}`;
  const ordered = `WITH ${step.r}, ${step.m} ORDER BY ${order}`;
  const values = `COLLECT { ${step.match()} ${ordered} ${rows} WITH ${value} AS value WHERE value IS NOT NULL RETURN value }`;
  const parts = Object.entries(filter).map(([name, given]) =>
    comparison(
      scope,
      scalars[name as AggregateName] ?? 'Int',
      aggregateOfList(name as AggregateName, values),
      given as Where,
    ),
  );
  return `(${parts.join(' AND ')})`;
}

/** A number about a list of values, which has no missing one. */
function aggregateOfList(name: AggregateName, values: string): string {
  const over = (inner: string): string => `head([values IN [${values}] | ${inner}])`;
  const lengths = '[it IN values | size(it)]';
  const total = (list: string): string => `reduce(total = 0, it IN ${list} | total + it)`;
  const best = (list: string, sign: '<' | '>'): string =>
    `reduce(best = head(${list}), it IN ${list} | CASE WHEN it ${sign} best THEN it ELSE best END)`;
  const mean = (list: string): string =>
    `CASE WHEN size(values) = 0 THEN null ELSE toFloat(${total(list)}) / size(values) END`;
  switch (name) {
    case 'min':
      return over(best('values', '<'));
    case 'max':
      return over(best('values', '>'));
    case 'sum':
      return over(total('values'));
    case 'average':
      return over(mean('values'));
    case 'averageLength':
      return over(mean(lengths));
    case 'longestLength':
      return over(best(lengths, '>'));
    case 'shortestLength':
      return over(best(lengths, '<'));
    default:
      throw new RangeError(`No filter compares with "${name}".`);
  }
}

function comparison(scope: CypherScope, scalar: ScalarName, value: string, filter: Where): string {
  const parts = Object.entries(filter).map(([operator, operand]) => {
    const given = toKey({ kind: { scalar } }, operand as never, scope.date);
    return compared(operator as OperatorName, value, scope.parameters.add(given), given);
  });
  return `(${parts.join(' AND ')})`;
}
