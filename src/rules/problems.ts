/**
 * Every sentence that rules can say about a file of rules.
 *
 * Each names the thing in quotes, says what was expected, and ends with the remedy or the nearest known name.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { type Position, type Problem, problem, warning } from '../base/problem.ts';
import type { EdgeFact } from '../facts/fact.ts';
import type { DateRefusal } from '../facts/lone-date.ts';
import { noDate } from '../facts/partial-date.ts';
import type { Word } from './rule.ts';

type At = Position | undefined;

const article = (word: string): string => (/^[aeiou]/i.test(word) ? `an ${word}` : `a ${word}`);
const quoted = (names: readonly string[]): string => names.map((it) => `"${it}"`).join(' and ');

// The file

export const notRules = (at: At): Problem =>
  problem('not-rules', at, 'A file of rules is a map with the key "rules", and under it a list of rules.');

export const wrongRulePart = (at: At, key: string, expected: string): Problem =>
  problem('wrong-rule-part', at, `"${key}" takes ${expected}.`);

export const unknownRuleKey = (key: Word, of: string, known: readonly string[]): Problem =>
  problem(
    'unknown-rule-key',
    key.at,
    `${of} has no "${key.text}".${didYouMean(key.text, known) || ` It has ${known.join(', ')}.`}`,
  );

export const missingRulePart = (at: At, of: string, key: string, example: string): Problem =>
  problem('missing-rule-part', at, `${of} has no "${key}". Write for example ${example}.`);

export const duplicateRule = (word: Word, first: Position): Problem =>
  problem(
    'duplicate-rule',
    word.at,
    `There is a rule "${word.text}" already, in line ${first.line}. Give this one an id of its own.`,
  );

// A line

export const lineEndsEarly = (at: Position, line: string, expected: string): Problem =>
  problem('bad-rule-line', at, `"${line}" ends too early: ${expected} is missing.`);

export const wordNotExpected = (word: Word, expected: string): Problem =>
  problem('bad-rule-line', word.at, `"${word.text}" stands where ${expected} belongs.`);

export const badWithout = (at: At): Problem =>
  problem(
    'bad-rule-line',
    at,
    '"without" belongs to a premise: a conclusion, or an edge of an example, just leaves it out.',
  );

export const badRuleDates = (at: At, text: string): Problem =>
  problem(
    'bad-rule-line',
    at,
    `"${text}" does not say when a conclusion holds. Write "during Conference", "since Conference" or "since then", with a variable of the rule; leave "when" out for as long as all premises hold. Of a premise that "then" repeats, write "within Conference", "until Conference" or "until then".`,
  );

export const badExampleDate = (word: Word, refusal: DateRefusal): Problem =>
  problem('bad-date', word.at, noDate(word.text, refusal));

// What the ontology does not know

export const unknownRuleEdgeType = (word: Word, known: Iterable<string>): Problem =>
  problem('unknown-edge-type', word.at, `The ontology has no edge type "${word.text}".${didYouMean(word.text, known)}`);

export const unknownRuleNodeType = (word: Word, known: Iterable<string>): Problem =>
  problem('unknown-node-type', word.at, `The ontology has no type "${word.text}".${didYouMean(word.text, known)}`);

export const unknownRuleProperty = (word: Word, of: string, known: Iterable<string>): Problem =>
  problem('unknown-property', word.at, `${of} has no property "${word.text}".${didYouMean(word.text, known)}`);

export const unfitRuleValue = (at: At, property: string, value: unknown, expected: string, near: string): Problem =>
  problem('unfit-value', at, `"${property}" takes ${expected}, not "${value}".${near}`);

export const wrongEndType = (
  word: Word,
  edgeType: string,
  end: 'from' | 'to',
  can: readonly string[],
  takes: readonly string[],
): Problem =>
  problem(
    'wrong-end-type',
    word.at,
    can.length === 0
      ? `"${word.text}" cannot be anything: no node type meets all that the rule says of it.`
      : `"${word.text}" is ${article(can.join(' or '))} here, and "${edgeType}" goes ${end} ${article(takes.join(' or '))}.`,
  );

export const edgeTypeWithoutAt = (word: Word, edgeType: string): Problem =>
  problem('unknown-property', word.at, `"${edgeType}" has no property "at", so it names no occasion.`);

// What does not hang together

export const unboundVariable = (word: Word, where: string, known: readonly string[]): Problem =>
  problem(
    'unbound-variable',
    word.at,
    `${where} speaks of "${word.text}", which no premise does.${didYouMean(word.text, known) || ` Known here: ${known.join(', ')}.`}`,
  );

export const unconnectedPremise = (at: At, variables: readonly string[]): Problem =>
  problem(
    'unconnected-premise',
    at,
    `Nothing connects ${quoted(variables)} with the premises before: there is no variable in common. Every pair would match; use one of the variables above, or compare their properties.`,
  );

export const noPremise = (at: At): Problem =>
  problem('no-premise', at, 'A rule needs a premise: under "if", say from which edges or nodes it concludes.');

export const weightOutOfRange = (at: At, weight: string): Problem =>
  problem('weight-out-of-range', at, `A weight lies between 0 and 1, and ${weight} does not. Write for example 0.9.`);

export const missingExample = (at: At, rule: string, kind: 'positive' | 'negative'): Problem =>
  problem(
    'missing-example',
    at,
    kind === 'positive'
      ? `Rule "${rule}" has no example of what follows. Add one, with an edge under "follows".`
      : `Rule "${rule}" has no example of what does not follow. Add one, with "follows: nothing".`,
  );

export const exampleFailed = (at: At, rule: string, title: string, expected: string, found: string): Problem =>
  problem('example-failed', at, `Rule "${rule}", example "${title}": expected ${expected}, found ${found}.`);

export const boundsNoPremise = (at: At): Problem =>
  problem(
    'bounds-no-premise',
    at,
    'A rule with "within" or "until" says when a premise holds: "then" repeats that premise, and nothing more.',
  );

export const endsWithoutOthers = (at: At): Problem =>
  problem(
    'bounds-no-premise',
    at,
    '"until" takes other premises, which say what ends: write one, with the variables of the premise that ends.',
  );

// Running

export const outsideOccasion = ({ type, from, to, properties, at }: EdgeFact, name: string, days: string): Problem =>
  warning(
    'outside-occasion',
    at,
    `"${from} ${type} ${to}" is dated ${properties.when ?? properties.attested}, and happened at "${name}", which was ${days}. Correct one of the dates, or the occasion.`,
  );

export const ruleBudgetReached = (at: At, rule: string, derived: number, budget: number): Problem =>
  problem(
    'rule-budget-reached',
    at,
    `The rules derived ${budget} conclusions and were not done; "${rule}" alone derived ${derived}. Make its premises narrower, or raise the budget.`,
  );
