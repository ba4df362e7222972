import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-file.ts';
import type { Ontology } from '../../src/ontology/ontology.ts';
import { readOntology } from '../../src/ontology/read-ontology.ts';

const path = new URL('../../schema.graphql', import.meta.url);
const { ontology, problems } = readOntology(new SourceFile('schema.graphql', readFileSync(path, 'utf8')));

/** What the design promises: edge type, types at the source, types at the target (`*` is any). */
const promised = `
  participated-in: State Organisation Official Delegation -> Conference Event
  represented: Official -> State Organisation
  delegation-of: Delegation -> State Organisation
  served-on: Official -> Delegation
  spoke-at: Official -> Conference Event
  delivered: Official Organisation -> Statement
  about: Statement -> *
  called-on: Statement -> State Organisation UnnamedGroup
  co-launched: State Organisation -> Initiative
  joined: State Organisation -> Initiative
  hosts: State -> Initiative Conference Event
  leads: State -> Initiative
  co-chairs: State -> Initiative
  addresses: Initiative -> Conflict
  has-purpose: Initiative Conference -> Topic
  concerns: Initiative Conference Resolution -> Topic
  adopted: Conference Event Organisation -> Resolution
  voted-on: State -> Resolution
  sponsored: State -> Resolution
  holds: Official -> Office
  office-in: Office -> Organisation
  office-for: Office -> State
  heads: Official -> Organisation
  elected-to: Official UnnamedGroup -> Organisation Office
  member-of: State Organisation Official -> Organisation
  party-to: State UnnamedGroup -> Treaty
  organ-of: Organisation -> Organisation State
  part-of: Organisation UnnamedGroup -> Organisation
  follows: Conference -> Conference
  held-in: Conference Event -> Place
  located-in: Place -> Place State
  host-country: Conference Event -> State
  organised: Organisation State UnnamedGroup -> Conference Event
  deployed-to: State -> Organisation
  operates: Organisation -> Organisation
  repatriated-from: State -> State
  provided-aid-to: State -> State
  met-with: Official -> Official
  signed: State Organisation Official -> Treaty Event
  published: Organisation -> Source
  cites: Source -> Organisation
  national-of: Official -> State
`
  .trim()
  .split('\n')
  .map((line) => /^ *(\S+): (.+) -> (.+)$/.exec(line)?.slice(1) ?? []);

test('the shipped schema has no problem and no warning', () => {
  expect(problems).toEqual([]);
});

test.each(promised)('the shipped schema has %s from %s to %s', (edgeType, from = '', to = '') => {
  const pairs = ontology?.edgeTypes.get(edgeType ?? '')?.ends.map((it) => `${it.from} ${it.to}`) ?? [];
  const targets = to === '*' ? [...(ontology?.nodeTypes.keys() ?? [])] : to.split(' ');
  const expected = from.split(' ').flatMap((source) => targets.map((target) => `${source} ${target}`));
  expect(expected.filter((pair) => !pairs.includes(pair))).toEqual([]);
});

test('every edge of the shipped schema carries dates and sources', () => {
  for (const { name, properties } of ontology?.edgeTypes.values() ?? []) {
    expect(ontology?.edgePropertyTypes.get(properties ?? '')?.properties.has('sources'), name).toBe(true);
  }
});

test('meeting is the same from both sides', () => {
  expect(ontology?.edgeTypes.get('met-with')?.symmetric).toBe(true);
});

test('everything in the shipped schema has a description', () => {
  expect(ontology && withoutDescription(ontology)).toEqual([]);
});

function withoutDescription({ nodeTypes, interfaces, edgePropertyTypes, enums }: Ontology): string[] {
  const described: [string, string][] = [];
  for (const type of [...nodeTypes.values(), ...interfaces.values(), ...edgePropertyTypes.values()]) {
    described.push([type.name, type.description]);
    for (const it of type.properties.values()) described.push([`${type.name}.${it.name}`, it.description]);
  }
  for (const type of nodeTypes.values()) {
    for (const it of type.relations.values()) described.push([`${type.name}.${it.field}`, it.description]);
  }
  for (const type of enums.values()) {
    described.push([type.name, type.description]);
    for (const it of type.values) described.push([`${type.name}.${it.name}`, it.description]);
  }
  return described.filter(([, description]) => description.trim() === '').map(([name]) => name);
}
