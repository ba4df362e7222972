import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const SOURCE = resolve(import.meta.dirname, '../src');

test('every type of the shipped ontology is a name of the package', () => {
  const printed = readFileSync(join(SOURCE, 'generated/shipped-ontology.ts'), 'utf8');
  const names = [...printed.matchAll(/^export (?:interface|type) (\w+)/gm)].map((it) => it[1] ?? '');
  const index = readFileSync(join(SOURCE, 'index.ts'), 'utf8');
  const exported = new Set(index.match(/\w+/g));
  expect(names.filter((it) => !exported.has(it))).toEqual([]);
});

test('every name of the package has a sentence', () => {
  const index = readFileSync(join(SOURCE, 'index.ts'), 'utf8');
  const names = [...index.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list = '']) =>
    list.split(/,(?:\s|$)(?=\s*(?:\/\*\*|$))/).map((it) => it.trim().replace(/,$/, '')),
  );
  expect(names.filter((it) => it !== '').length).toBeGreaterThan(100);
  expect(
    names.filter((it) => it !== '' && !/^\/\*\* [A-Z][\s\S]*[.:"] \*\/\s+(?:type )?\w+(?: as \w+)?$/.test(it)),
  ).toEqual([]);
});
