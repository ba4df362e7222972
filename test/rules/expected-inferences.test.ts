import { describe, expect, test } from 'vitest';
import type { EdgeFact } from '../../src/facts/fact.ts';
import { applyRules } from '../../src/rules/apply-rules.ts';
import { seedFacts } from '../kit/seed-graph.ts';
import { shippedRules } from './shipped-rules.ts';

const ARTICLE = 'source:el-kz-34ic';

/** What the article says by itself, and the statutes that give two presidents a seat. */
function whatFollowsFromTheArticle(): readonly EdgeFact[] {
  const { ontology, nodes, edges } = seedFacts();
  const said = edges.filter((edge) => edge.sources.includes(ARTICLE) || edge.type === 'carries-seat-in');
  const { edges: inferred, problems } = applyRules(ontology, { nodes, edges: said }, shippedRules.rules);
  expect(problems).toEqual([]);
  return inferred;
}

const slug = (id: unknown): string => String(id).replace(/^\w+:/, '');

function printed({ from, type, to, properties, derivations = [] }: EdgeFact): string {
  const by = [...new Set(derivations.map((it) => it.rule))].join(' ');
  const at = properties.at === undefined ? '' : ` at ${slug(properties.at)}`;
  const modality = properties.modality === undefined ? '' : `, ${properties.modality}`;
  return `${slug(from)} ${type} ${slug(to)}${at} by ${by}${modality}`;
}

describe('what follows from the article alone', () => {
  test('is what its statements warrant, no more and no fewer', () => {
    const states = ['bra', 'chn', 'fra', 'jor', 'kaz', 'zaf'];
    expect(whatFollowsFromTheArticle().map(printed).sort()).toEqual(
      [
        // The state, by its delegation and by the holder of its post in Geneva.
        'kaz participated-in 34ic by R2 R1',
        'yerlan-alimbayev represented kaz at 34ic by R4',
        // Who spoke as head of a body brings the body; a minister brings the state.
        'icrc participated-in 34ic by R5',
        'ifrc participated-in 34ic by R5',
        'fdfa participated-in 34ic by R5',
        'ignazio-cassis represented che at 34ic by R6',
        'che participated-in 34ic by R1',
        // Who spoke was there.
        'ignazio-cassis participated-in 34ic by R3',
        'kate-forbes participated-in 34ic by R3',
        'mirjana-spoljaric-egger participated-in 34ic by R3',
        'yerlan-alimbayev participated-in 34ic by R3',
        // Said by one diplomat, and it stays his word.
        ...states.map((it) => `${it} joined global-ihl by R10, REPORTED`),
        // Five who were elected and are not named sit there as the group that they are; two sit there by their posts.
        'standing-commission-elected-2024 member-of standing-commission by R7',
        'kate-forbes member-of standing-commission by R8',
        'mirjana-spoljaric-egger member-of standing-commission by R8',
      ].sort(),
    );
  });

  test('is dated by the conference, or by how long a post was held, and is as sure as its least sure premise', () => {
    const follows = whatFollowsFromTheArticle();
    const find = (type: string, from: string): EdgeFact | undefined =>
      follows.find((it) => it.type === type && slug(it.from) === from);
    expect(find('participated-in', 'kaz')?.properties.when).toBe('2024-10-28/2024-10-31');
    expect(find('participated-in', 'kaz')?.properties.confidence).toBeUndefined();
    expect(find('represented', 'yerlan-alimbayev')?.properties.confidence).toBe(0.95);
    expect(find('participated-in', 'che')?.properties.confidence).toBe(0.95);
    expect(find('joined', 'bra')?.properties.saidBy).toBe('official:yerlan-alimbayev');
    expect(find('joined', 'bra')?.properties.when).toBeUndefined();
    expect(find('member-of', 'kate-forbes')?.properties.when).toBe('2023-12-11/..');
    expect(find('member-of', 'kate-forbes')?.validity.earliestStart).toBe(Date.UTC(2023, 11, 11) / 86_400_000);
  });

  test('has no source of its own', () => {
    expect(whatFollowsFromTheArticle().flatMap((it) => it.sources)).toEqual([]);
  });
});
