import { expect, test } from 'vitest';
import { isAsserted } from '../../src/facts/claim.ts';

test.each([
  [undefined, undefined, true],
  ['FACT', 'NORMAL', true],
  ['FACT', 'PREFERRED', true],
  ['REPORTED', undefined, true],
  ['PLANNED', undefined, false],
  ['DENIED', 'PREFERRED', false],
  ['FACT', 'DEPRECATED', false],
  ['REPORTED', 'DEPRECATED', false],
  [undefined, 'DEPRECATED', false],
])('of modality %s and rank %s, asserted: %s', (modality, rank, expected) =>
  expect(isAsserted(modality, rank)).toBe(expected),
);
