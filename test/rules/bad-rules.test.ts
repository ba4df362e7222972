import { describe, expect, test } from 'vitest';
import { printProblem } from '../../src/base/problem-list.ts';
import { SourceFile } from '../../src/base/source-file.ts';
import { checkExamples } from '../../src/rules/check-examples.ts';
import { checkRules } from '../../src/rules/check-rules.ts';
import { readRules } from '../../src/rules/read-rules.ts';
import { shippedOntology } from './shipped-rules.ts';

const GOOD = `rules:
  - id: R3
    name: Who speaks takes part
    if:
      - Speaker spoke-at Occasion
    then: Speaker participated-in Occasion
    when: during Occasion
    weight: 0.9
    because: '{Speaker} spoke at {Occasion}.'
    examples:
      - case: a speaker
        given: [ann spoke-at forum]
        follows: [ann participated-in forum]
      - case: who kept silent
        given: [ann represented bob]
        follows: nothing
`;

/** What is wrong with the good file after a change, as a person reads it, without the frame of the line. */
function problemsOf(text: string): string[] {
  const read = readRules(new SourceFile('rules.yaml', text));
  const found =
    read.problems.length > 0
      ? read.problems
      : [...checkRules(shippedOntology, read.rules), ...checkExamples(shippedOntology, read.rules)];
  return found.map((it) => printProblem(it));
}

const changed = (from: string, to: string): string[] => {
  expect(GOOD).toContain(from);
  return problemsOf(GOOD.replace(from, to));
};

test('the good file is good', () => expect(problemsOf(GOOD)).toEqual([]));

describe('a rule is refused, with its place and the remedy, when', () => {
  test.each([
    [
      'it has an edge type that nobody knows',
      ['Speaker spoke-at', 'Speaker spok-at'],
      'rules.yaml:5:17  unknown-edge-type  The ontology has no edge type "spok-at". Did you mean "spoke-at"?',
    ],
    [
      'its conclusion speaks of what no premise does',
      ['then: Speaker participated-in Occasion', 'then: Speaker participated-in Ocasion'],
      'rules.yaml:6:35  unbound-variable  The conclusion speaks of "Ocasion", which no premise does. Did you mean "Occasion"?',
    ],
    [
      'its sentence speaks of what no premise does',
      ["'{Speaker} spoke", "'{Speeker} spoke"],
      'rules.yaml:9:14  unbound-variable  "because" speaks of "Speeker", which no premise does. Did you mean "Speaker"?',
    ],
    [
      'its date is that of what no premise names',
      ['during Occasion', 'during Forum'],
      'rules.yaml:7:18  unbound-variable  "when" speaks of "Forum", which no premise does. Known here: Speaker, Occasion.',
    ],
    [
      'an end of its conclusion can never be of that type',
      ['then: Speaker participated-in Occasion', 'then: Occasion participated-in Speaker'],
      'rules.yaml:6:11  wrong-end-type  "Occasion" is a Conference or Event here, and "participated-in" goes from a State or Organisation or Official or Delegation or UnnamedGroup.',
    ],
    [
      'a premise can never be met beside the others',
      [
        '      - Speaker spoke-at Occasion\n',
        '      - Speaker spoke-at Occasion\n      - Speaker located-in Occasion\n',
      ],
      'rules.yaml:6:9  wrong-end-type  "Speaker" is an Official here, and "located-in" goes from an Organisation or Place.',
    ],
    [
      'a premise has nothing in common with the others',
      ['      - Speaker spoke-at Occasion\n', '      - Speaker spoke-at Occasion\n      - Post office-for State\n'],
      'rules.yaml:6:9  unconnected-premise  Nothing connects "Post" and "State" with the premises before: there is no variable in common. Every pair would match; use one of the variables above, or compare their properties.',
    ],
    [
      'its weight is none',
      ['weight: 0.9', 'weight: 1.5'],
      'rules.yaml:8:13  weight-out-of-range  A weight lies between 0 and 1, and 1.5 does not. Write for example 0.9.',
    ],
    [
      'it has no premise',
      ['      - Speaker spoke-at Occasion\n    then', '      - Speaker is not Occasion\n    then'],
      'rules.yaml:2:5  no-premise  A rule needs a premise: under "if", say from which edges or nodes it concludes.',
    ],
    [
      'nothing shows what it concludes',
      ['follows: [ann participated-in forum]', 'follows: nothing'],
      'rules.yaml:2:5  missing-example  Rule "R3" has no example of what follows. Add one, with an edge under "follows".',
    ],
    [
      'nothing shows where it must not conclude',
      [
        '        given: [ann represented bob]\n        follows: nothing',
        '        given: [ann spoke-at forum]\n        follows: [ann participated-in forum]',
      ],
      'rules.yaml:2:5  missing-example  Rule "R3" has no example of what does not follow. Add one, with "follows: nothing".',
    ],
    [
      'an example comes out otherwise',
      ['follows: [ann participated-in forum]', 'follows: [ann participated-in forum with confidence 0.8]'],
      'rules.yaml:11:9  example-failed  Rule "R3", example "a speaker": expected ann participated-in forum with confidence 0.8, found ann participated-in forum with confidence 0.9.',
    ],
    [
      'a word of a line stands in the wrong place',
      ['- Speaker spoke-at Occasion', '- speaker spoke-at Occasion'],
      'rules.yaml:5:9  bad-rule-line  "speaker" stands where a variable, such as Speaker belongs.',
    ],
    [
      'a line ends too early',
      ['- Speaker spoke-at Occasion', '- Speaker spoke-at'],
      'rules.yaml:5:9  bad-rule-line  "Speaker spoke-at" ends too early: a variable, such as Speaker is missing.',
    ],
    [
      'a line has too much',
      ['- Speaker spoke-at Occasion', '- Speaker spoke-at Occasion yesterday'],
      'rules.yaml:5:35  bad-rule-line  "yesterday" stands where the end of the line belongs.',
    ],
    [
      'its dates are said in no way we know',
      ['during Occasion', 'throughout Occasion'],
      'rules.yaml:7:11  bad-rule-line  "throughout Occasion" does not say when a conclusion holds. Write "during Conference", "since Conference" or "since then", with a variable of the rule; leave "when" out for as long as all premises hold. Of a premise that "then" repeats, write "within Conference", "until Conference" or "until then".',
    ],
    [
      'a condition names no type',
      ['      - Speaker spoke-at Occasion\n', '      - Speaker spoke-at Occasion\n      - Speaker is an Offical\n'],
      'rules.yaml:6:23  unknown-node-type  The ontology has no type "Offical". Did you mean "Official"?',
    ],
    [
      'a condition names a property that its nodes lack',
      ['      - Speaker spoke-at Occasion\n', '      - Speaker spoke-at Occasion\n      - Speaker.givnName is Ann\n'],
      'rules.yaml:6:17  unknown-property  Official has no property "givnName". Did you mean "givenName"?',
    ],
    [
      'a condition asks for a value that cannot be',
      ['      - Speaker spoke-at Occasion\n', '      - Speaker spoke-at Occasion with kind WELCOM\n'],
      'rules.yaml:5:45  unfit-value  "kind" takes one of WELCOME, OPENING, KEYNOTE, INTERVENTION, BRIEFING, CLOSING, not "WELCOM". Did you mean "WELCOME"?',
    ],
    [
      'it has a key that means nothing',
      ['    weight: 0.9', '    wieght: 0.9'],
      'rules.yaml:8:5  unknown-rule-key  A rule has no "wieght". Did you mean "weight"?',
    ],
    [
      'it lacks a part',
      ["    because: '{Speaker} spoke at {Occasion}.'\n", ''],
      'rules.yaml:2:5  missing-rule-part  This rule has no "because". Write for example because: "{Speaker} spoke at {Conference}.".',
    ],
    [
      'a part is of the wrong sort',
      ['    if:\n      - Speaker spoke-at Occasion\n', '    if: Speaker spoke-at Occasion\n'],
      'rules.yaml:4:9  wrong-rule-part  "if" takes a list.',
    ],
    [
      'an example has a date that is none',
      ['given: [ann spoke-at forum]', 'given: [ann spoke-at forum when 2024-13]'],
      'rules.yaml:12:41  bad-date  "2024-13" is not a date: there is no month 13.',
    ],
  ] as const)('%s', (_, [from, to], expected) => {
    expect(changed(from, to)).toEqual([expected]);
  });

  test('its id is taken', () => {
    const twice = `${GOOD}${GOOD.replace('rules:\n', '')}`;
    expect(problemsOf(twice)).toEqual([
      'rules.yaml:17:9  duplicate-rule  There is a rule "R3" already, in line 2. Give this one an id of its own.',
    ]);
  });
});

test('all faults of a file are told at once, in their order', () => {
  const text = GOOD.replace('spoke-at Occasion', 'spoke-at').replace('0.9', 'much').replace('nothing', '7');
  expect(problemsOf(text).map((it) => it.split('  ')[0])).toEqual([
    'rules.yaml:5:9',
    'rules.yaml:8:13',
    'rules.yaml:16:18',
  ]);
});

test('a file that is no file of rules is told so; an empty one has none', () => {
  expect(problemsOf('- R1\n')).toEqual([
    'rules.yaml:1:1  not-rules  A file of rules is a map with the key "rules", and under it a list of rules.',
  ]);
  expect(problemsOf('rules: [\n')[0]).toContain('broken-yaml');
  expect(problemsOf('# none yet\n')).toEqual([]);
});

test('a quoted line has its places too', () => {
  expect(changed('- Speaker spoke-at Occasion', '- "Speaker spok-at Occasion"')).toEqual([
    'rules.yaml:5:18  unknown-edge-type  The ontology has no edge type "spok-at". Did you mean "spoke-at"?',
  ]);
});

test('rules are read as all YAML is: no second document, no aliases, no key twice, nothing cut in silence', () => {
  expect(problemsOf(`${GOOD}---\nrules: []\n`)).toEqual([
    expect.stringMatching(/^rules\.yaml:18:1 {2}broken-yaml .*second document/),
  ]);
  expect(changed('id: R3', 'id: &R R3')).toEqual([expect.stringMatching(/^rules\.yaml:2:12 {2}yaml-alias .*"&R"/)]);
  expect(changed('weight: 0.9', 'weight: 0.9\n    weight: 0.8')).toEqual([
    expect.stringMatching(/^rules\.yaml:9:5 {2}broken-yaml .*this key stands twice/),
  ]);
  expect(changed('name: Who speaks takes part', 'name: Rule #3 of all')[0]).toMatch(/^rules\.yaml:3:15 {2}cut-text/);
});
