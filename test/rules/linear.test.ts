/**
 * Texts of half a megabyte, made to be slow for patterns that go back over what they have read: each is read, or refused, in
 * the time of a test.
 */
import { describe, expect, test } from 'vitest';
import { foldText } from '../../src/base/fold-text.ts';
import { printProblem } from '../../src/base/problem-list.ts';
import { SourceFile } from '../../src/base/source-file.ts';
import { readLocator } from '../../src/facts/citation.ts';
import { didYouMeanNode, nodeIdFault } from '../../src/facts/node-id.ts';
import { readPartialDate } from '../../src/facts/partial-date.ts';
import { readOntology } from '../../src/ontology/read-ontology.ts';
import { checkRules } from '../../src/rules/check-rules.ts';
import { readRules } from '../../src/rules/read-rules.ts';
import { acronymsOf, nameWords, numbersIn } from '../../src/search/name-words.ts';
import { shippedOntology } from './shipped-rules.ts';

const LENGTH = 500_000;
const many = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length));

const texts = [' ', ':', ': ', '"', '{', '_', '.', '1', 'X', '/', 'Aa', '漢'].map((it) => `a${many(it)}!"`);

const rulesWith = (line: string, because: string): string => `rules:
  - id: X
    name: X
    if: [${JSON.stringify(line)}]
    then: A knows B
    because: ${JSON.stringify(because)}
    examples: []
`;

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'a locator': readLocator,
  'a date': readPartialDate,
  'an id': (text) => [nodeIdFault(text), didYouMeanNode(text, [{ id: text.slice(1), properties: { name: text } }])],
  'a name that is searched': (text) => [foldText(text), acronymsOf(text), numbersIn(nameWords(text))],
  'the list name of a type': (text) =>
    readOntology(new SourceFile('s', `type A @node @plural(value: ${JSON.stringify(text)}) { id: ID! }`)),
  'a line of a rule': (text) => readRules(new SourceFile('r', rulesWith(text, 'x'))),
  'the words of a rule': (text) => {
    const { rules } = readRules(new SourceFile('r', rulesWith('A spoke-at B', text)));
    return checkRules(shippedOntology, rules);
  },
  'the line of a problem': (text) => {
    const file = new SourceFile('f', text);
    const at = file.positionAt(text.length - 1);
    return printProblem({ code: 'x', severity: 'error', message: 'x', at }, new Map([['f', file]]));
  },
};

describe.each(Object.entries(readers))('%s', (_, read) => {
  test('of half a megabyte takes no more than its length', { timeout: 60_000 }, () => {
    for (const text of texts) expect(read(text)).toBeDefined();
  });
});
