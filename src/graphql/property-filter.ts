/**
 * The filter of one property as it came in, refused where it compares with nothing.
 */
import type { PropertyFilter } from '../filters/property-test.ts';
import { nullFilter, nullOperand } from './problems.ts';

/** A coerced filter input. A null operand is left to `eq` alone, which finds missing values. */
export function propertyFilter(name: string, input: unknown): PropertyFilter {
  if (input === null) throw nullFilter(name);
  const filter = input as PropertyFilter;
  for (const [operator, operand] of Object.entries(filter)) {
    if (operand === null && operator !== 'eq') throw nullOperand(name, operator);
  }
  return filter;
}
