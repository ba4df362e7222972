import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-file.ts';
import type { EdgeFact, NodeFact, Properties } from '../../src/facts/fact.ts';
import { makeEdge } from '../../src/facts/make-edge.ts';
import { applyRules, concludeGraph, type RuleOptions } from '../../src/rules/apply-rules.ts';
import { readRules } from '../../src/rules/read-rules.ts';
import { explainDerivation, type Rule } from '../../src/rules/rule.ts';
import { shippedOntology, shippedRules } from './shipped-rules.ts';

const nodes: readonly NodeFact[] = [
  ...['ann', 'bob', 'cat', 'dan'].map((id) => ({ id, type: 'Official', properties: { name: id.toUpperCase() } })),
  ...['a', 'b', 'c', 'd'].map((id) => ({ id, type: 'Organisation', properties: { name: id, kind: 'IGO' } })),
  { id: 'forum', type: 'Conference', properties: { when: '2024-10-28/2024-10-31' } },
  { id: 'state', type: 'State', properties: {} },
  { id: 'post', type: 'Office', properties: {} },
];
const edge = (from: string, type: string, to: string, properties: Properties = {}): EdgeFact =>
  makeEdge({ type, from, to, sources: [], properties, symmetric: type === 'met-with' });

const rule = (lines: string, then: string, more = ''): Rule[] => {
  const text = `rules:\n  - id: T\n    name: test\n    if: [${lines}]\n    then: ${then}\n    because: '${more.includes('{') ? more : 'x'}'\n${more.includes('{') ? '' : more}    examples:\n      - { case: x, given: [], follows: nothing }\n      - { case: y, given: [], follows: [ann represented a] }\n`;
  const { rules, problems } = readRules(new SourceFile('rules.yaml', text));
  expect(problems).toEqual([]);
  return [...rules];
};
const shipped = (...ids: string[]): Rule[] => shippedRules.rules.filter((it) => ids.includes(it.id));

function infer(rules: readonly Rule[], edges: readonly EdgeFact[], options: RuleOptions = {}): readonly EdgeFact[] {
  const { edges: inferred, problems } = applyRules(shippedOntology, { nodes, edges }, rules, options);
  expect(problems).toEqual([]);
  return inferred;
}
const printed = (it: EdgeFact): string => `${it.from} ${it.type} ${it.to}`;

describe('dates', () => {
  const parts = (first: string | undefined, second: string | undefined): string[] =>
    infer(shipped('R12b'), [
      edge('a', 'part-of', 'b', first === undefined ? {} : { when: first }),
      edge('b', 'part-of', 'c', second === undefined ? {} : { when: second }),
    ]).map((it) => String(it.properties.when));

  test('are the overlap of the premises, as vague as they are', () => {
    expect(parts('1990/2000', '1995/2010')).toEqual(['1995/2000']);
    expect(parts('1990/..', '1995/..')).toEqual(['1995/..']);
    expect(parts('1990/..', '2000/2010')).toEqual(['2000/2010']);
    expect(parts('../..', '2000-05/')).toEqual(['2000-05/']);
  });

  test('that cannot meet give no conclusion', () => expect(parts('1990/2000', '2001/2010')).toEqual([]));

  test('that may not meet make it possible within its bounds, and certain on no day', () => {
    const [it] = infer(shipped('R12b'), [edge('a', 'part-of', 'b'), edge('b', 'part-of', 'c', { when: '2000/2010' })]);
    expect(it?.properties.when).toBe('[2000..2010]');
    expect(it?.validity).toEqual({
      earliestStart: Date.UTC(2000, 0, 1) / 86_400_000,
      latestStart: 2147483647,
      earliestEnd: -2147483648,
      latestEnd: Date.UTC(2010, 11, 31) / 86_400_000,
    });
  });

  test('of two ways with one start reach as far as the longer', () => {
    const inferred = infer(shipped('R12b'), [
      edge('a', 'part-of', 'b', { when: '2000/2005' }),
      edge('b', 'part-of', 'd'),
      edge('a', 'part-of', 'c', { when: '2000/2010' }),
      edge('c', 'part-of', 'd'),
    ]).filter((it) => it.to === 'd' && it.from === 'a');
    expect(inferred.map((it) => [it.derivations?.length, it.validity.latestEnd])).toEqual([
      [2, Date.UTC(2010, 11, 31) / 86_400_000],
    ]);
  });

  test('of an occasion hold however long the premises do', () => {
    const [it] = infer(shipped('R3'), [edge('ann', 'spoke-at', 'forum', { when: '2024-10-29' })]);
    expect(it?.properties.when).toBe('2024-10-28/2024-10-31');
    expect(infer(shipped('R3'), [edge('ann', 'spoke-at', 'forum', { when: '2023' })])).toEqual([]);
  });
});

describe('what a source states', () => {
  const spoke = edge('ann', 'spoke-at', 'forum');
  const follows = (...stated: EdgeFact[]): string[] => infer(shipped('R3'), [spoke, ...stated]).map(printed);

  test('is not concluded as well', () => {
    expect(follows(edge('ann', 'participated-in', 'forum'))).toEqual([]);
    expect(follows(edge('ann', 'participated-in', 'forum', { role: 'speaker', when: '2024' }))).toEqual([]);
  });

  test('is concluded where the statement says something else, or has no weight', () => {
    const conclusion = ['ann participated-in forum'];
    expect(follows()).toEqual(conclusion);
    expect(follows(edge('bob', 'participated-in', 'forum'))).toEqual(conclusion);
    expect(follows(edge('ann', 'participated-in', 'forum', { role: 'observer' }))).toEqual(conclusion);
    expect(follows(edge('ann', 'participated-in', 'forum', { when: '2019' }))).toEqual(conclusion);
    expect(follows(edge('ann', 'participated-in', 'forum', { modality: 'DENIED' }))).toEqual(conclusion);
    expect(follows(edge('ann', 'participated-in', 'forum', { rank: 'DEPRECATED' }))).toEqual(conclusion);
  });

  test('and is denied has another id than what is concluded', () => {
    const denied = edge('ann', 'participated-in', 'forum', { role: 'speaker', when: '2024-10-28', modality: 'DENIED' });
    expect(infer(shipped('R3'), [spoke, denied])[0]?.id).not.toBe(denied.id);
  });
});

describe('strength', () => {
  const launched = (properties: Properties): EdgeFact => edge('state', 'co-launched', 'i', properties);
  const world = [...nodes, { id: 'i', type: 'Initiative', properties: {} }];
  const envelope = (...edges: EdgeFact[]): unknown[] =>
    applyRules(shippedOntology, { nodes: world, edges }, shipped('R10')).edges.map(({ properties }) => [
      properties.modality ?? 'FACT',
      properties.confidence ?? 1,
      properties.saidBy,
    ]);

  test('of several ways with one start is that of the firmest, then of the surest', () => {
    expect(envelope(launched({ modality: 'REPORTED' }), launched({ role: 'r', confidence: 0.4 }))).toEqual([
      ['FACT', 0.4, undefined],
    ]);
    expect(envelope(launched({ confidence: 0.7 }), launched({ role: 'r', confidence: 0.4 }))).toEqual([
      ['FACT', 0.7, undefined],
    ]);
  });

  test('keeps who is quoted, when all that is reported comes from one mouth', () => {
    const quoted = (saidBy: string): Properties => ({ modality: 'REPORTED', saidBy });
    const seat = (first: Properties, second: Properties): unknown =>
      infer(shipped('R12b'), [edge('a', 'part-of', 'b', first), edge('b', 'part-of', 'c', second)])[0]?.properties;
    expect(seat(quoted('ann'), quoted('ann'))).toEqual({ modality: 'REPORTED', saidBy: 'ann' });
    expect(seat(quoted('ann'), {})).toEqual({ modality: 'REPORTED', saidBy: 'ann' });
    expect(seat(quoted('ann'), quoted('bob'))).toEqual({ modality: 'REPORTED' });
    expect(seat(quoted('ann'), { modality: 'REPORTED' })).toEqual({ modality: 'REPORTED' });
  });

  test('is the least confidence of the premises times the weight', () => {
    const [it] = infer(shipped('R4'), [
      edge('ann', 'spoke-at', 'forum', { confidence: 0.9 }),
      edge('ann', 'holds', 'post', { confidence: 0.8 }),
      edge('post', 'office-for', 'state'),
    ]);
    expect(it?.properties.confidence).toBe(0.76);
  });
});

describe('symmetric edges', () => {
  test('are matched from either side, and concluded once', () => {
    const rules = rule('One met-with Both, Other met-with Both, One is not Other', 'One met-with Other');
    const met = (a: string, b: string): EdgeFact => edge(a, 'met-with', b);
    const inferred = infer(rules, [met('ann', 'bob'), met('cat', 'bob')]);
    expect(inferred.map((it) => [printed(it), it.derivations?.length])).toEqual([['ann met-with cat', 1]]);
  });

  test('a stated one stands, whichever way round it is stored', () => {
    const rules = rule('One member-of Body, Other member-of Body, One is not Other', 'One met-with Other');
    const members = [edge('ann', 'member-of', 'a'), edge('bob', 'member-of', 'a')];
    expect(infer(rules, members).map(printed)).toEqual(['ann met-with bob']);
    expect(infer(rules, [...members, edge('bob', 'met-with', 'ann')])).toEqual([]);
  });

  test('are explained by whoever they join', () => {
    const rules = rule(
      'One met-with Both, Other met-with Both, One is not Other',
      'One met-with Other',
      '{One} and {Other} met {Both}.',
    );
    const edges = [edge('ann', 'met-with', 'bob'), edge('bob', 'met-with', 'cat')];
    const { graph } = concludeGraph(shippedOntology, { nodes, edges }, rules);
    const inferred = Array.from({ length: graph.edges.count }, (_, it) => it).filter((it) =>
      graph.edges.isInferred(it),
    );
    const sentences = inferred.map((it) => {
      const premises = graph.edges.firstDerivation(it)?.premises.map((id) => graph.edges.numberOf(id) ?? -1) ?? [];
      return explainDerivation(graph, it, 'T', premises)?.sentence;
    });
    expect(sentences).toEqual(['CAT and ANN met BOB.']);
  });
});

describe('rules without end', () => {
  const chain = Array.from({ length: 40 }, (_, i) => ({ id: `o${i}`, type: 'Organisation', properties: {} }));
  const links = chain.slice(1).map((it, i) => edge(`o${i}`, 'part-of', it.id));

  test('come to rest in circles', () => {
    const circle = [...links.slice(0, 23), edge('o23', 'part-of', 'o0')];
    const { edges } = applyRules(shippedOntology, { nodes: chain.slice(0, 24), edges: circle }, shipped('R12b'));
    // Everything is part of everything else, and of itself nothing.
    expect(edges).toHaveLength(24 * 23 - 24);
  });

  test('are stopped by the budget, which names the rule and how much it drew', () => {
    const { edges, problems } = applyRules(shippedOntology, { nodes: chain, edges: links }, shippedRules.rules, {
      budget: 100,
    });
    expect(edges).toEqual([]);
    expect(problems.map((it) => [it.code, it.message])).toEqual([
      [
        'rule-budget-reached',
        'The rules derived 100 conclusions and were not done; "R12b" alone derived 101. Make its premises narrower, or raise the budget.',
      ],
    ]);
    expect(problems[0]?.at?.file).toBe('graph-data/rules.yaml');
  });

  test('leave a graph of what is stated', () => {
    const { graph, problems } = concludeGraph(shippedOntology, { nodes: chain, edges: links }, shippedRules.rules, {
      budget: 9,
    });
    expect(graph.edges.count).toBe(links.length);
    expect(problems).toHaveLength(1);
  });
});

test('a rule with a fault concludes nothing, and says so', () => {
  const rules = rule('Speaker spoke-at Occasion', 'Speaker participated-in Ocasion');
  const { edges, problems } = applyRules(shippedOntology, { nodes, edges: [edge('ann', 'spoke-at', 'forum')] }, rules);
  expect(edges).toEqual([]);
  expect(problems.map((it) => it.code)).toEqual(['unbound-variable']);
});
