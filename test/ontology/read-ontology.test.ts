import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-file.ts';
import { concreteTypes, type Ontology, printPropertyType } from '../../src/ontology/ontology.ts';
import { readOntology } from '../../src/ontology/read-ontology.ts';
import { movies } from './movies.ts';

function read(text: string): Ontology {
  const { ontology, problems } = readOntology(new SourceFile('schema.graphql', text));
  expect(problems.filter((it) => it.severity === 'error')).toEqual([]);
  if (!ontology) throw new Error('no ontology');
  return ontology;
}

const endsOf = (ontology: Ontology, edgeType: string): string[] =>
  (ontology.edgeTypes.get(edgeType)?.ends ?? []).map(({ from, to }) => `${from} ${to}`);

describe('a schema about films', () => {
  const ontology = read(movies);

  test('has its types with plurals, interfaces and properties', () => {
    expect([...ontology.nodeTypes.keys()]).toEqual(['Movie', 'Series', 'Person']);
    expect([...ontology.nodeTypes.values()].map((it) => it.plural)).toEqual(['movies', 'allSeries', 'people']);
    expect(ontology.nodeTypes.get('Movie')?.interfaces).toEqual(['Production']);
    const shown = [...(ontology.nodeTypes.get('Movie')?.properties.values() ?? [])].map(
      (it) => `${it.name}: ${printPropertyType(it)}`,
    );
    expect(shown).toEqual(['id: ID!', 'title: String!', 'released: Int', 'tags: [String!]', 'genre: Genre']);
  });

  test('keeps relations apart from properties, with their places', () => {
    const person = ontology.nodeTypes.get('Person');
    expect([...(person?.properties.keys() ?? [])]).toEqual(['id', 'name', 'born', 'seen', 'worth', 'height']);
    expect(person?.relations.get('actedIn')).toMatchObject({
      edgeType: 'ACTED_IN',
      direction: 'OUT',
      target: 'Production',
      properties: 'ActedIn',
      description: 'Played a part.',
    });
    const at = person?.relations.get('actedIn')?.at;
    expect(movies.split('\n')[(at?.line ?? 0) - 1]?.slice((at?.column ?? 0) - 1)).toMatch(/^actedIn: /);
  });

  test('folds extensions in', () => {
    expect(ontology.enums.get('Genre')?.values.map((it) => it.name)).toEqual(['DRAMA', 'COMEDY', 'HORROR']);
  });

  test('joins the two ends of an edge type, by way of interfaces too', () => {
    expect(endsOf(ontology, 'ACTED_IN')).toEqual(['Person Movie', 'Person Series']);
    expect(endsOf(ontology, 'DIRECTED')).toEqual(['Person Movie']);
    expect(ontology.edgeTypes.get('ACTED_IN')).toMatchObject({
      description: 'Played a part.',
      properties: 'ActedIn',
      symmetric: false,
    });
    expect(concreteTypes(ontology, 'Production')).toEqual(['Movie', 'Series']);
    expect(concreteTypes(ontology, 'Person')).toEqual(['Person']);
  });

  test('loads with warnings that its edges tell neither dates nor sources', () => {
    const { problems } = readOntology(new SourceFile('movies.graphql', movies));
    expect(problems.map((it) => `${it.severity} ${it.code}`)).toEqual(['warning bare-edges', 'warning bare-edges']);
  });
});

describe('ends of an edge type', () => {
  test('leave out an implementation that does not declare the other end', () => {
    const ontology = read(`
      interface Party { id: ID! }
      interface Occasion { id: ID! }
      type State implements Party @node { id: ID! tookPart: [Occasion!]! @relationship(type: "in", direction: OUT) }
      type Group implements Party @node { id: ID! }
      type Conference implements Occasion @node { id: ID! who: [Party!]! @relationship(type: "in", direction: IN) }
      type Event implements Occasion @node { id: ID! }
    `);
    expect(endsOf(ontology, 'in')).toEqual(['State Conference']);
  });

  test('may join a type with itself', () => {
    const ontology = read(`
      type Place @node {
        id: ID!
        within: [Place!]! @relationship(type: "within", direction: OUT)
        contains: [Place!]! @relationship(type: "within", direction: IN)
      }
    `);
    expect(endsOf(ontology, 'within')).toEqual(['Place Place']);
  });

  test('may belong to several fields of one type, each with its own targets', () => {
    const ontology = read(`
      type Body @node {
        id: ID!
        partOf: [Body!]! @relationship(type: "part-of", direction: OUT)
        partOfState: [State!]! @relationship(type: "part-of", direction: OUT)
        parts: [Body!]! @relationship(type: "part-of", direction: IN)
      }
      type State @node { id: ID! parts: [Body!]! @relationship(type: "part-of", direction: IN) }
    `);
    expect(endsOf(ontology, 'part-of')).toEqual(['Body Body', 'Body State']);
  });
});

describe('a symmetric edge type', () => {
  const symmetric = (field: string, target: string, direction = 'OUT'): string =>
    `${field}: [${target}!]! @relationship(type: "met-with", direction: ${direction}, queryDirection: UNDIRECTED)`;

  test('within one type is one field', () => {
    const ontology = read(`type Person @node { id: ID! ${symmetric('met', 'Person')} }`);
    expect(ontology.edgeTypes.get('met-with')).toMatchObject({
      symmetric: true,
      ends: [{ from: 'Person', to: 'Person' }],
    });
    expect(ontology.nodeTypes.get('Person')?.relations.get('met')?.direction).toBe('BOTH');
  });

  test.each(['IN', 'OUT'])('between two types lists the pair once, whatever the second direction (%s)', (direction) => {
    const ontology = read(`
      type Person @node { id: ID! ${symmetric('metStates', 'State')} }
      type State @node { id: ID! ${symmetric('metPersons', 'Person', direction)} }
    `);
    expect(endsOf(ontology, 'met-with')).toEqual(['Person State']);
  });

  test('over an interface lists every pair once', () => {
    const ontology = read(`
      interface Party { id: ID! }
      type Person implements Party @node { id: ID! ${symmetric('met', 'Party')} }
      type State implements Party @node { id: ID! ${symmetric('met', 'Party')} }
    `);
    expect(endsOf(ontology, 'met-with')).toEqual(['Person Person', 'Person State', 'State State']);
  });
});

test('at most fifty problems are told at once', () => {
  const fields = Array.from({ length: 80 }, (_, i) => `a${i}: Nothing`).join('\n');
  expect(readOntology(new SourceFile('s', `type A @node { id: ID!\n${fields} }`)).problems).toHaveLength(50);
});
