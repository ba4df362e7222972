import { describe, expect, test } from 'vitest';
import { citationsOf, readLocator } from '../../src/facts/citation.ts';
import { envelopeDefaults, statedProperty } from '../../src/facts/envelope.ts';
import { makeEdge } from '../../src/facts/make-edge.ts';
import { didYouMeanNode, idPrefix, nodeIdFault } from '../../src/facts/node-id.ts';

test('two lists side by side are citations; a locator that is missing or empty is left out', () => {
  expect(citationsOf(['source:a', 'source:b'], ['', 'P3'])).toEqual([
    { source: 'source:a' },
    { source: 'source:b', locator: 'P3' },
  ]);
  expect(citationsOf(['source:a'])).toEqual([{ source: 'source:a' }]);
});

test.each([
  ['P4', { place: 'P4' }],
  ['P5 #41', { place: 'P5 #41' }],
  ['P4: "peacekeeping contingent"', { place: 'P4', quotation: 'peacekeeping contingent' }],
  ['p. 12: “a word”', { place: 'p. 12', quotation: 'a word' }],
  ['section: 4', { place: 'section: 4' }],
  ['section: 4: "words"', { place: 'section: 4', quotation: 'words' }],
  ['P4 :  "words"', { place: 'P4', quotation: 'words' }],
  ['P4: "a"', { place: 'P4', quotation: 'a' }],
  ['P4: ""', { place: 'P4', quotation: '' }],
  ['P4: "', { place: 'P4: "' }],
  ['P4: "open', { place: 'P4: "open' }],
  ['P4: words"', { place: 'P4: words"' }],
  ['"words"', { place: '"words"' }],
])('the locator %s is taken apart', (text, expected) => expect(readLocator(text)).toEqual(expected));

test.each([
  ['state:kaz', undefined],
  ['Q232', undefined],
  ['https://example.org/x', undefined],
  ['x'.repeat(200), undefined],
  ['', 'it is empty'],
  ['state: kaz', 'it has a space in it; write a hyphen'],
  ['a\u0000b', 'it has a control character in it'],
  ['x'.repeat(201), 'it has 201 characters; 200 are the most'],
])('whether "%.20s" can be an id', (id, fault) => expect(nodeIdFault(id)).toBe(fault));

test('the prefix of an id says what it names', () => {
  expect(idPrefix('state:kaz')).toBe('state');
  expect(idPrefix('Q232')).toBeUndefined();
  expect(idPrefix(':x')).toBeUndefined();
});

test('an edge that says nothing of it is a fact, sure and of normal rank', () => {
  const edge = makeEdge({
    type: 'x',
    from: 'a',
    to: 'b',
    sources: [],
    symmetric: false,
    properties: { rank: 'PREFERRED' },
  });
  expect(statedProperty(edge, 'modality')).toBe(envelopeDefaults.modality);
  expect(statedProperty(edge, 'confidence')).toBe(1);
  expect(statedProperty(edge, 'rank')).toBe('PREFERRED');
  expect(statedProperty(edge, 'note')).toBeUndefined();
});

describe('a name where an id belongs', () => {
  const nodes = [
    { id: 'state:kaz', properties: { name: 'Kazakhstan', aliases: ['Republic of Kazakhstan'] } },
    { id: 'state:kgz', properties: { name: 'Kyrgyzstan' } },
    { id: 'org:kaz', properties: { name: 'Kazakh Society' } },
    { id: 'constructor', properties: {} },
  ];
  test.each([
    ['Kazakhstan', ' Did you mean state:kaz (Kazakhstan)?'],
    ['kazakhstan ', ' Did you mean state:kaz (Kazakhstan)?'],
    ['Republic of Kazakhstan', ' Did you mean state:kaz (Kazakhstan)?'],
    ['Kasachstan', ' Did you mean state:kaz (Kazakhstan)?'],
    ['state:kazz', ' Did you mean "state:kaz"?'],
    ['state:kax', ' Did you mean "state:kaz"?'],
    ['org:kas', ' Did you mean "org:kaz"?'],
    ['__proto__', ''],
    ['something else altogether', ''],
  ])('%s:%s', (text, hint) => expect(didYouMeanNode(text, nodes)).toBe(hint));

  test('an id of the same prefix is offered before a nearer one of another', () => {
    const ids = ['orgs:xab', 'org:xcd'].map((id) => ({ id, properties: {} }));
    expect(didYouMeanNode('org:xab', ids)).toBe(' Did you mean "org:xcd"?');
  });

  test('of two nodes of one name the first is offered', () => {
    const twins = ['state:geo', 'place:georgia'].map((id) => ({ id, properties: { name: 'Georgia' } }));
    expect(didYouMeanNode(' GEORGIA ', twins)).toBe(' Did you mean state:geo (Georgia)?');
  });

  test('a name counts before an id that is nearly the same, and an empty name is none', () => {
    const both = [
      { id: 'Mali', properties: { name: '' } },
      { id: 'state:mli', properties: { name: 'Malo' } },
    ];
    expect(didYouMeanNode('malo', both)).toBe(' Did you mean state:mli (Malo)?');
    expect(didYouMeanNode(' ', both)).toBe('');
  });
});
