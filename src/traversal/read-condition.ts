/**
 * A condition on one property, checked and put into operators: what TypeScript refuses, a plain program is told here.
 */
import { comparableOf } from '../filters/comparable.ts';
import { type OperatorName, operators, operatorsOf } from '../filters/operators.ts';
import type { PropertyFilter } from '../filters/property-test.ts';
import type { Property } from '../ontology/ontology.ts';
import { badOperand, nullCondition, severalValues, unknownOperator } from './problems.ts';

/** The filter that a condition means; a plain value means `eq`, and what is undefined was left out. */
export function readCondition(property: Property, condition: unknown): PropertyFilter {
  if (condition === undefined) return {};
  if (condition === null) throw nullCondition(property.name);
  if (Array.isArray(condition)) throw severalValues(property);
  if (typeof condition !== 'object')
    return readCondition(property, property.list ? { includes: condition } : { eq: condition });
  const given = Object.entries(condition).filter(([, operand]) => operand !== undefined);
  for (const [operator, operand] of given) checkOperand(property, operator, operand);
  return Object.fromEntries(given);
}

function checkOperand(property: Property, operator: string, operand: unknown): void {
  const known = operatorsOf(property);
  if (!known.includes(operator as OperatorName)) throw unknownOperator(property, operator, known);
  if (operand === null && operator === 'eq') return;
  const takesMany = operators[operator as OperatorName].takes === 'many' || (property.list && operator === 'eq');
  if (Array.isArray(operand) !== takesMany) throw badOperand(property, operator, operand, takesMany);
  for (const value of takesMany ? (operand as readonly unknown[]) : [operand]) {
    if (!isValueOf(property, value)) throw badOperand(property, operator, value, false);
  }
}

function isValueOf({ kind }: Property, value: unknown): boolean {
  if ('enum' in kind) return kind.enum.values.some((it) => it.name === value);
  switch (kind.scalar) {
    case 'Boolean':
      return typeof value === 'boolean';
    case 'Int':
    case 'Float':
    case 'BigInt':
      return typeof value === 'number' || typeof value === 'bigint';
    default:
      return typeof value === 'string' && comparableOf({ kind })(value) !== undefined;
  }
}
