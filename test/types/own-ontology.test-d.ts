/**
 * What must compile and what must not, on an ontology of one's own: with printed types, and without.
 */
import { expectTypeOf } from 'vitest';
import { openGraph } from '../../src/index.ts';
import type { AnyNode } from '../../src/ontology/typed-ontology.ts';
import type { Movie, Person, Schema, Series } from '../golden/types/movies.ts';

// With the types that `diplograph types` prints.
const movies = await openGraph<Schema>({ schema: 'movies.graphql', data: 'movies' });
expectTypeOf(movies.nodes('Person').out('ACTED_IN').first()).toEqualTypeOf<Movie | Series | undefined>();
expectTypeOf(movies.nodes('Production').in('ACTED_IN').first()).toEqualTypeOf<Person | undefined>();
expectTypeOf(movies.nodes('Person').in('KNOWS').first()).toEqualTypeOf<Person | undefined>();
movies.nodes('Person').where({ born: { lt: '1950-01-01' }, height: { gte: 1.8 }, worth: { gt: 10n } });
movies
  .nodes('Person')
  .out('ACTED_IN', { roles: { includes: 'Neo' } })
  .where({ title: { contains: 'Matrix' } });
expectTypeOf(movies.nodes('Person').out('DIRECTED').edges()[0]?.type).toEqualTypeOf<'DIRECTED' | undefined>();
// @ts-expect-error nobody directs a Series
movies.nodes('Series').in('DIRECTED');
// @ts-expect-error an edge that carries nothing has nothing to filter by
movies.nodes('Person').out('DIRECTED', { roles: { includes: 'Neo' } });

// Without, every name is accepted, and judged when the program runs.
const untyped = await openGraph({ schema: 'movies.graphql', data: 'movies' });
expectTypeOf(untyped.nodes('Person').out('ACTED_IN').first()).toEqualTypeOf<AnyNode | undefined>();
untyped.from('person:keanu').out('ANYTHING', { during: '1999', roles: { includes: 'Neo' }, AND: [{ screenTime: 3 }] });
untyped
  .nodes('Person')
  .where({ OR: [{ born: { lt: '1950-01-01' } }, { name: 'Keanu Reeves' }] })
  .order('name');
