/**
 * What is made once for an object, at once or before in slices.
 */
import { expect, test } from 'vitest';
import { onceInSteps } from '../../src/base/once-for.ts';

function counted() {
  let made = 0;
  const get = onceInSteps(function* (key: { readonly name: string }) {
    yield;
    made++;
    yield;
    return `${key.name} ${made}`;
  });
  return { get, made: () => made };
}

test('is made at the first call and not again', () => {
  const { get, made } = counted();
  const [a, b] = [{ name: 'a' }, { name: 'b' }];
  expect([get(a), get(a), get(b), made()]).toEqual(['a 1', 'a 1', 'b 2', 2]);
});

test('is there at once after it was prepared', async () => {
  const { get, made } = counted();
  const key = { name: 'a' };
  await get.prepare(key);
  await get.prepare(key);
  expect([get(key), made()]).toEqual(['a 1', 1]);
});

test('is had at once by who cannot wait for the preparation, and stays the same afterwards', async () => {
  const { get } = counted();
  const key = { name: 'a' };
  const preparing = get.prepare(key);
  const had = get(key);
  await preparing;
  expect(get(key)).toBe(had);
});
