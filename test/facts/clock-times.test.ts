import { expect, test } from 'vitest';
import { clockReaders } from '../../src/facts/clock-times.ts';

test.each([
  ['Time', '10:00:00+01:00', '09:00:00Z'],
  ['Time', '10:00', '10:00:00.000Z'],
  ['Time', '10:30:15+01:30', '09:00:15Z'],
  ['Time', '10:30:15-01:30', '12:00:15Z'],
  ['LocalTime', '09:00:00.500', '09:00:00.5'],
  ['LocalDateTime', '2024-02-29T09:00:00.0', '2024-02-29T09:00:00'],
  ['Duration', 'P1Y', 'P12M'],
  ['Duration', 'P2W', 'P14D'],
  ['Duration', 'PT90M', 'PT1H30M'],
  ['Duration', 'PT1M1S', 'PT61S'],
  ['Duration', '-P1M', 'P-1M'],
] as const)('of the kind %s, %s is %s', (kind, one, other) => {
  expect(clockReaders[kind](one)).toBe(clockReaders[kind](other));
  expect(clockReaders[kind](one)).toBeDefined();
});

test.each([
  ['Duration', 'P1M', 'P30D'],
  ['Duration', 'P1D', 'PT24H'],
  ['Duration', '-P1M', 'P1M'],
  ['LocalTime', '09:00:00', '09:00:01'],
  ['LocalTime', '09:00:00.101', '09:00:00.11'],
] as const)('of the kind %s, %s is not %s', (kind, one, other) => {
  expect(clockReaders[kind](one)).not.toBe(clockReaders[kind](other));
});

test.each([
  ['Time', '24:00:00Z'],
  ['LocalTime', '09:00'],
  ['LocalTime', '09:00:00Z'],
  ['LocalDateTime', '2023-02-29T09:00:00'],
  ['LocalDateTime', '2024-01-01'],
  ['LocalDateTime', '2024-13-01T09:00:00'],
  ['LocalDateTime', 'x2024-01-01T09:00:00'],
  ['LocalDateTime', '2024-01-01xT09:00:00'],
  ['Duration', 'P'],
  ['Duration', 'PT'],
  ['Duration', 'P1.5M'],
] as const)('of the kind %s, %s is none', (kind, text) => {
  expect(clockReaders[kind](text)).toBeUndefined();
});

test('a time is so many seconds, and without a zone a text without needless zeros', () => {
  expect(clockReaders.Time('01:01:01.5Z')).toBe(3661.5);
  expect(clockReaders.LocalTime('09:00:00.50')).toBe('09:00:00.5');
});

test('times are in the order of the day', () => {
  const times = ['09:00:00', '09:00:00.25', '09:00:00.3', '09:00:01'].map((it) => clockReaders.LocalTime(it));
  expect([...times].sort()).toEqual(times);
});
