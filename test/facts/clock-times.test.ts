import { expect, test } from 'vitest';
import { clockReaders } from '../../src/facts/clock-times.ts';

test.each([
  ['Time', '10:00:00+01:00', '09:00:00Z'],
  ['Time', '10:00', '10:00:00.000Z'],
  ['LocalTime', '09:00:00.500', '09:00:00.5'],
  ['LocalDateTime', '2024-02-29T09:00:00.0', '2024-02-29T09:00:00'],
  ['Duration', 'P1Y', 'P12M'],
  ['Duration', 'P2W', 'P14D'],
  ['Duration', 'PT90M', 'PT1H30M'],
  ['Duration', '-P1M', 'P-1M'],
] as const)('of the kind %s, %s is %s', (kind, one, other) => {
  expect(clockReaders[kind](one)).toBe(clockReaders[kind](other));
  expect(clockReaders[kind](one)).toBeDefined();
});

test.each([
  ['Duration', 'P1M', 'P30D'],
  ['Duration', 'P1D', 'PT24H'],
  ['LocalTime', '09:00:00', '09:00:01'],
] as const)('of the kind %s, %s is not %s', (kind, one, other) => {
  expect(clockReaders[kind](one)).not.toBe(clockReaders[kind](other));
});

test.each([
  ['Time', '24:00:00Z'],
  ['LocalTime', '09:00'],
  ['LocalTime', '09:00:00Z'],
  ['LocalDateTime', '2023-02-29T09:00:00'],
  ['LocalDateTime', '2024-01-01'],
  ['Duration', 'P'],
  ['Duration', 'PT'],
  ['Duration', 'P1.5M'],
] as const)('of the kind %s, %s is none', (kind, text) => {
  expect(clockReaders[kind](text)).toBeUndefined();
});

test('times are in the order of the day', () => {
  const times = ['09:00:00', '09:00:00.25', '09:00:00.3', '09:00:01'].map((it) => clockReaders.LocalTime(it));
  expect([...times].sort()).toEqual(times);
});
