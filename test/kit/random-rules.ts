/**
 * Random rules and random facts to run them on, by seed: with occasions, roles, dates of every kind, denials, reports,
 * doubts, sources, transitive and symmetric rules, and rules that feed each other in circles.
 */
import { seededRandom } from '../../src/base/seeded-random.ts';
import type { EdgeFact, NodeFact, PropertyValue } from '../../src/facts/fact.ts';
import { statedValidity } from '../../src/facts/make-edge.ts';
import { printValidity } from '../../src/facts/print-validity.ts';
import type { Ontology, Property } from '../../src/ontology/ontology.ts';
import type { ConclusionDates, EdgePattern, Example, Rule, RuleCondition, Word } from '../../src/rules/rule.ts';
import { someSources } from './derived-graph.ts';
import { type RandomGraphOptions, randomFacts, randomOntology } from './random-graph.ts';

const at = { file: 'rules.yaml', line: 1, column: 1 };
const word = (text: string): Word => ({ text, at });
const text = (name: string): Property => ({
  name,
  kind: { scalar: 'String' },
  list: false,
  required: false,
  description: '',
  at,
});

/** The random ontology, with edges that carry an occasion and a role, and nodes with a rank among their kind. */
export const ruleOntology: Ontology = {
  ...randomOntology,
  nodeTypes: new Map(
    [...randomOntology.nodeTypes].map(([name, type]) => [
      name,
      { ...type, properties: new Map([...type.properties, ['place', { ...text('place'), kind: { scalar: 'Int' } }]]) },
    ]),
  ),
  edgeTypes: new Map([...randomOntology.edgeTypes].map(([name, type]) => [name, { ...type, properties: 'Envelope' }])),
  edgePropertyTypes: new Map([
    [
      'Envelope',
      { name: 'Envelope', description: '', at, properties: new Map(['at', 'role'].map((name) => [name, text(name)])) },
    ],
  ]),
};

export function randomRuleFacts(
  seed: number,
  options: RandomGraphOptions = {},
): { nodes: NodeFact[]; edges: EdgeFact[] } {
  const random = seededRandom(seed * 104_729);
  const below = (limit: number): number => Math.floor(random() * limit);
  const { nodes, edges } = randomFacts(seed, options);
  const days = (): string => `1970-0${1 + below(3)}-${10 + below(15)}`;
  return {
    nodes: nodes.map((node) => {
      const properties: Record<string, PropertyValue> = { ...node.properties, place: below(4) };
      if (below(2) === 0) properties.when = [days(), days()].sort().join('/');
      return { ...node, properties };
    }),
    edges: edges.map((edge) => {
      const properties: Record<string, PropertyValue> = {};
      const when = below(2) === 0 ? printValidity(edge.validity) : undefined;
      if (when !== undefined) properties.when = when;
      if (below(2) === 0) properties.at = `n${below(4)}`;
      if (below(5) === 0) properties.role = `r${below(2)}`;
      if (below(3) === 0) properties.confidence = (1 + below(10)) / 10;
      if (below(9) === 0) properties.rank = 'DEPRECATED';
      if (below(2) === 0)
        properties.modality = ['REPORTED', 'REPORTED', 'REPORTED', 'REPORTED', 'DENIED', 'PLANNED', 'FACT'][below(7)]!;
      if (properties.modality === 'REPORTED') properties.saidBy = `n${below(2)}`;
      return {
        ...edge,
        validity: statedValidity(properties),
        sources: someSources.slice(below(3), 2 + below(2)),
        properties,
      };
    }),
  };
}

/** Three to six rules. */
export function randomRules(seed: number): Rule[] {
  const random = seededRandom(seed * 15_485_863);
  const below = (limit: number): number => Math.floor(random() * limit);
  return Array.from({ length: 3 + below(4) }, (_, i) => randomRule(`R${i + 1}`, below));
}

const someType = (below: (limit: number) => number): string => ['knows', 'joins', 'joins', 'meets'][below(4)]!;

function randomRule(id: string, below: (limit: number) => number): Rule {
  const premises: EdgePattern[] = [];
  const variables = ['A'];
  const some = (): string => variables[below(variables.length)]!;
  for (let count = 1 + below(5) / 2; premises.length < count; ) {
    const known = some();
    const other = below(3) === 0 ? some() : 'BCDE'[variables.length - 1]!;
    if (!variables.includes(other)) variables.push(other);
    const [from, to] = below(2) === 0 ? [known, other] : [other, known];
    premises.push(pattern(someType(below), from, to, below(8) === 0 ? [some(), 'Z'][below(2)] : undefined, below));
  }
  const bound = [...new Set(premises.flatMap((it) => [it.from.text, it.to.text, it.occasion?.text ?? 'A']))];
  const one = (): string => bound[below(bound.length)]!;
  const ends: [string, string] = [one(), one()];
  if (ends[0] === ends[1] && bound.length > 1) ends[1] = bound.find((it) => it !== ends[0])!;
  const conclusion = pattern(someType(below), ...ends, below(3) === 0 ? one() : undefined, below);
  const dates: ConclusionDates = [
    { kind: 'OVERLAP' } as const,
    { kind: 'DURING', occasion: word(one()) } as const,
    { kind: 'SINCE', occasion: below(2) === 0 ? word(one()) : undefined } as const,
  ][below(3)]!;
  return {
    id,
    name: id,
    premises,
    conditions: below(3) > 0 ? [] : [randomCondition(one, below)],
    conclusion,
    dates,
    weight: [1, 1, 0.9, 0.5][below(4)]!,
    because: `{${conclusion.from.text}}`,
    becauseAt: at,
    examples,
    at,
  };
}

function pattern(
  type: string,
  from: string,
  to: string,
  occasion: string | undefined,
  below: (limit: number) => number,
): EdgePattern {
  const role = below(12) === 0 ? [{ name: word('role'), value: `r${below(2)}`, valueAt: at }] : [];
  return {
    from: word(from),
    type: word(type),
    to: word(to),
    occasion: occasion === undefined ? undefined : word(occasion),
    properties: role,
    at,
  };
}

function randomCondition(one: () => string, below: (limit: number) => number): RuleCondition {
  const variable = word(one());
  const property = (name: string): { variable: Word; property: Word } => ({
    variable: word(name),
    property: word('place'),
  });
  const negated = below(3) === 0;
  const conditions: RuleCondition[] = [
    { kind: 'type', variable, types: [word('Person'), word('Group')], negated, at },
    { kind: 'different', left: variable, right: word(one()), at },
    { kind: 'property', left: property(one()), right: { of: property(one()), plus: below(2) }, negated, at },
    { kind: 'property', left: property(one()), right: { values: [0, 1].map((value) => ({ value, at })) }, negated, at },
  ];
  return conditions[below(conditions.length)]!;
}

/** Rules must have examples; those of random rules are never run. */
const example = (follows: Example['follows']): Example => ({ title: '', given: [], follows, at });
const examples: readonly Example[] = [
  example([]),
  example([{ kind: 'edge', ...pattern('knows', 'a', 'b', undefined, () => 1), when: undefined }]),
];
