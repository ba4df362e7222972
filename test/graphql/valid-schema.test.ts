import { GraphQLSchema, validateSchema } from 'graphql';
import { expect, test } from 'vitest';
import { buildGraphSchema } from '../../src/graphql/schema/build-schema.ts';
import { ontologyOf, sdlNames, sdlText } from './sdl-files.ts';

const faultsOf = (schema: GraphQLSchema): readonly unknown[] =>
  validateSchema(new GraphQLSchema({ ...schema.toConfig(), assumeValid: false }));

test.each(sdlNames)('the schema of the SDL "%s" is valid GraphQL, though it is taken for that unseen', (name) => {
  expect(faultsOf(buildGraphSchema(ontologyOf(sdlText(name))))).toEqual([]);
});

test('a fault would be found', () => {
  // An ontology that was never checked: a type lacks what its interface promises.
  const ontology = ontologyOf(sdlText('kinds'));
  const nodeTypes = new Map(
    [...ontology.nodeTypes].map(([name, it]) => [name, { ...it, properties: new Map(it.properties) }]),
  );
  nodeTypes.get('State')?.properties.delete('name');
  expect(faultsOf(buildGraphSchema({ ...ontology, nodeTypes }))).not.toEqual([]);
});
