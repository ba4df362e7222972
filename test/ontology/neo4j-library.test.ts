import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/base/source-file.ts';
import { readOntology } from '../../src/ontology/read-ontology.ts';
import { librarySchema } from '../kit/library-schema.ts';
import { movies } from './movies.ts';

/** The root fields that the library makes of a schema; it throws where it refuses one. */
async function libraryFields(typeDefs: string): Promise<string[]> {
  const schema = await librarySchema(typeDefs);
  return Object.keys(schema.getQueryType()?.getFields() ?? {});
}

/** The root fields that our reading of it stands for. */
function ourFields(text: string): string[] {
  const { ontology } = readOntology(new SourceFile('schema.graphql', text));
  const lists = [...(ontology?.nodeTypes.values() ?? []), ...(ontology?.interfaces.values() ?? [])];
  return lists.flatMap(({ plural }) => [plural, `${plural}Connection`]);
}

const symmetric = `
  interface Party { id: ID! }
  type Person implements Party @node {
    id: ID!
    met: [Party!]! @relationship(type: "met", direction: OUT, queryDirection: UNDIRECTED)
    sawStates: [State!]! @relationship(type: "saw", direction: OUT, queryDirection: UNDIRECTED)
  }
  type State implements Party @node {
    id: ID!
    met: [Party!]! @relationship(type: "met", direction: OUT, queryDirection: UNDIRECTED)
    sawPersons: [Person!]! @relationship(type: "saw", direction: IN, queryDirection: UNDIRECTED)
  }
`;

describe('the Neo4j GraphQL Library 7', () => {
  test.each([
    ['the shipped schema', readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')],
    ['symmetric relations', symmetric],
    ['films, full-text index aside', movies.replace(/@fulltext\(.*?\]\)/, '')],
  ])('takes %s unchanged and names the same root fields', async (_, text) => {
    expect((await libraryFields(text)).sort()).toEqual(ourFields(text).sort());
  });

  test('makes plural names by the rule we follow', async () => {
    const names =
      'State Person UnnamedGroup HTTPServer XMLHttp2Request _Private Series Mouse Iso3code A ABC aB2C foo_bar ' +
      'Covid19Case NGO OfficeOfThePM Sheep Bus2Go Ox snake_Case_Name T1_2x Data';
    const types = names.split(' ');
    const given = ['Sheep_Herd', 'allSeries', '_HiddenThings', 'URLs', 'Mice2go'];
    const text = [
      ...types.map((name) => `type ${name} @node { id: ID! }`),
      ...given.map((value, i) => `type Given${i} @node @plural(value: "${value}") { id: ID! }`),
    ].join('\n');
    expect((await libraryFields(text)).sort()).toEqual(ourFields(text).sort());
  });
});
