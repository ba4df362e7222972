import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { printProblem } from '../../src/base/problem-list.ts';
import { SourceFile } from '../../src/base/source-file.ts';
import { loadRecords } from '../../src/loading/load-records.ts';
import type { Ontology } from '../../src/ontology/ontology.ts';
import { readOntology } from '../../src/ontology/read-ontology.ts';
import { smallSchema } from '../kit/facts-folder.ts';

function small(): Ontology {
  const { ontology } = readOntology(new SourceFile('schema.graphql', readFileSync(smallSchema, 'utf8')));
  if (!ontology) throw new Error('the small schema is broken');
  return ontology;
}

const records = {
  source: 'source:gazette',
  sources: [{ id: 'source:gazette', name: 'The Gazette' }],
  nodes: [
    { id: 'state:kaz', type: 'State', name: 'Kazakhstan', seats: 3, population: 20_000_000n, iso3: undefined },
    { id: 'org:un', type: 'Organisation', name: 'United Nations', kind: 'IGO' },
  ],
  edges: [{ from: 'state:kaz', edge: 'member-of', to: 'org:un', when: '1992-03-02/..' }],
};

describe('plain records', () => {
  test('may come one by one, and are the same facts and the same problems', () => {
    function* each<T>(list: readonly T[]): Generator<T> {
      yield* list;
    }
    const { source, sources, nodes, edges } = records;
    const lists = loadRecords(small(), records);
    const given = { source, sources: each(sources), nodes: new Set(nodes), edges: each(edges) };
    expect(loadRecords(small(), given)).toEqual(lists);
    const faulty = [
      { id: 'state:x', type: 'Stat' },
      'no entry',
      { id: 'state:y', type: 'State', nmae: 'Y' },
    ] as object[];
    const problems = loadRecords(small(), { nodes: faulty as Record<string, unknown>[] }).problems;
    expect(problems.map((it) => it.at?.line)).toContain(3);
    expect(loadRecords(small(), { nodes: each(faulty as Record<string, unknown>[]) }).problems).toEqual(problems);
  });

  test('become the facts that a dossier with the same entries would be', () => {
    const { nodes, edges, problems } = loadRecords(small(), records);
    expect(problems).toEqual([]);
    expect(nodes.map((it) => it.id)).toEqual(['source:gazette', 'state:kaz', 'org:un']);
    expect(nodes[1]).toEqual({
      id: 'state:kaz',
      type: 'State',
      properties: { name: 'Kazakhstan', seats: 3, population: 20_000_000n, sources: ['source:gazette'] },
      at: { file: 'nodes', line: 1, column: 1 },
    });
    expect(edges).toMatchObject([
      { from: 'state:kaz', sources: ['source:gazette'], properties: { when: '1992-03-02/..' } },
    ]);
  });

  test('obey the same checks, and are nothing when there are errors', () => {
    const { nodes, problems } = loadRecords(small(), {
      ...records,
      nodes: [{ id: 'state:kaz', type: 'State', name: null, seats: Number.NaN, landlocked: new Date(0) }],
    });
    expect(nodes).toEqual([]);
    expect(problems.map((it) => printProblem(it))).toEqual([
      'edges:1:1  unknown-node  No node has the id "org:un".',
      'nodes:1:1  empty-value  "name" has no value. Write one, or remove the line.',
      'nodes:1:1  wrong-kind  "seats" takes a whole number up to 2147483647, not "NaN".',
      'nodes:1:1  wrong-kind  "landlocked" takes true or false, not a map.',
    ]);
  });

  test('are warned of when what leads to one has several at a time', () => {
    const { ontology } = readOntology(
      new SourceFile(
        'schema.graphql',
        `type State @node { id: ID!  capital: City @relationship(type: "capital", direction: OUT, properties: "Tie") }
         type City @node { id: ID!  of: State @relationship(type: "capital", direction: IN, properties: "Tie") }
         type Tie @relationshipProperties { when: PartialDate }
         scalar PartialDate`,
      ),
    );
    if (!ontology) throw new Error('the schema is broken');
    const nodes = [
      { id: 'state:kaz', type: 'State' },
      ...['city:almaty', 'city:astana', 'city:orda'].map((id) => ({ id, type: 'City' })),
    ];
    const capital = (to: string, when: string) => ({ from: 'state:kaz', edge: 'capital', to, when });
    const edges = [capital('city:orda', '1920/1925'), capital('city:almaty', '1929/1997-12-09')];
    const told = (more: Readonly<Record<string, unknown>>) =>
      loadRecords(ontology, { nodes, edges: [...edges, more] }).problems;
    expect(told(capital('city:astana', '1997-12-10/..'))).toEqual([]);
    expect(told(capital('city:astana', '1990/..')).map((it) => printProblem(it))).toEqual([
      'edges:3:1  several-of-one (warning)  "capital" leads to one, and state:kaz has both city:almaty and city:astana at the same time. Date them, remove one, or make the field a list.',
    ]);
  });
});
