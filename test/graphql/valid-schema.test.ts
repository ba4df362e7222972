import { GraphQLSchema, validateSchema } from 'graphql';
import { expect, test } from 'vitest';
import { buildGraphSchema } from '../../src/graphql/schema/build-schema.ts';
import { randomOntology } from '../kit/random-graph.ts';
import { ontologyOf, sdlNames, sdlText } from './sdl-files.ts';

const faultsOf = (schema: GraphQLSchema): readonly unknown[] =>
  validateSchema(new GraphQLSchema({ ...schema.toConfig(), assumeValid: false }));

test.each(sdlNames)('the schema of the SDL "%s" is valid GraphQL, though it is taken for that unseen', (name) => {
  expect(faultsOf(buildGraphSchema(ontologyOf(sdlText(name))))).toEqual([]);
});

test('a fault would be found', () => {
  // An ontology that was never checked: its ids are no IDs.
  expect(faultsOf(buildGraphSchema(randomOntology))).not.toEqual([]);
});
