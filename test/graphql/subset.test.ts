import { GraphQLSchema, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { buildGraphSchema } from '../../src/graphql/schema/build-schema.ts';
import { librarySchema } from '../kit/library-schema.ts';
import { isOwn } from './own-names.ts';
import { ontologyOf, sdlNames, sdlText } from './sdl-files.ts';
import { beyond, members } from './subset-of.ts';

test.each(sdlNames)('everything generated from the SDL "%s" is in the library\'s schema too', async (name) => {
  const text = sdlText(name);
  const ours = buildGraphSchema(ontologyOf(text));
  const theirs = await librarySchema(text);
  expect(beyond(ours, theirs).filter((line) => !isOwn(line, text))).toEqual([]);
});

/** What the library's API for reading has and ours leaves out, on purpose. */
const leftOut: readonly RegExp[] = [
  // Full-text indexes of `@fulltext`: names are searched by the root field `search`.
  /^Query\.search[A-Z]|Index(Connection|Edge|Where|Sort)|^FloatWhere/,
  // Numbers about the edges of what an interface declares: the library has them in its schema and fails on them.
  /^\w+EdgeAggregationWhereInput|^Piece\w+ConnectionAggregateInput\.edge/,
  // Lists have no order of their own to sort by.
  /Sort\.\w+$|^(ActedIn|ProductionActorsEdge|Road)Sort$/,
];

/** SDLs for the library with parts that are left out under a warning. */
const leftOutPartly: ReadonlySet<string> = new Set(['clocks', 'northwind', 'same-way', 'social']);
const whole = sdlNames.filter((it) => !leftOutPartly.has(it));

test.each(whole)('of what the library generates for reading "%s", only the known rest is left out', async (name) => {
  const text = sdlText(name);
  const ontology = ontologyOf(text);
  const ours = members(buildGraphSchema(ontology));
  const rest = [...members(readingPart(await librarySchema(text))).keys()].filter((path) => !ours.has(path));
  expect(rest.filter((path) => !leftOut.some((pattern) => pattern.test(path)))).toEqual([]);
});

/** What can be reached from queries. */
function readingPart(schema: GraphQLSchema): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && type.getInterfaces().length > 0,
  );
  return new GraphQLSchema({ query: schema.getQueryType(), types });
}
