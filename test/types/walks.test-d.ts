/**
 * What must compile and what must not, on the shipped ontology. This file is compiled and never run.
 */
import type { DocumentNode, TypedQueryDocumentNode } from 'graphql';
import { expectTypeOf } from 'vitest';
import type {
  Conference,
  EdgeProperties,
  Event,
  Initiative,
  Official,
  Organisation,
  ShippedSchema,
  State,
  TenureProperties,
} from '../../src/index.ts';
import { openGraph } from '../../src/index.ts';
import type { Walk } from '../../src/traversal/walk.ts';

const graph = await openGraph();

// An edge leads to the nodes at its other end.
expectTypeOf(graph.from<State>('state:kaz').out('co-launched')).toEqualTypeOf<
  Walk<ShippedSchema, Initiative, 'co-launched'>
>();
expectTypeOf(graph.nodes('State').out('participated-in').first()).toEqualTypeOf<Conference | Event | undefined>();
expectTypeOf(graph.nodes('State').out(['co-launched', 'member-of']).toArray()).toEqualTypeOf<
  (Initiative | Organisation)[]
>();
expectTypeOf(graph.nodes('State').in('represented')).toEqualTypeOf<Walk<ShippedSchema, Official, 'represented'>>();

// @ts-expect-error a State represents nobody: it is represented
graph.from<State>('state:kaz').out('represented');
// @ts-expect-error there is no such edge type
graph.from('state:kaz').out('launched');
// @ts-expect-error an Initiative launches nothing
graph.from<State>('state:kaz').out('co-launched').out('co-launched');
// @ts-expect-error of several edge types, each must be one that a State has
graph.nodes('State').out(['co-launched', 'represented']);

// What a node is, an id does not tell: every edge type may be followed, and leads to its proper end.
expectTypeOf(graph.from('state:kaz').out('co-launched').first()).toEqualTypeOf<Initiative | undefined>();
// An object tells.
const state = graph.nodes('State').first();
if (state) expectTypeOf(graph.from(state)).toEqualTypeOf<Walk<ShippedSchema, State>>();

// Types and interfaces.
expectTypeOf(graph.nodes('Occasion').first()).toEqualTypeOf<Conference | Event | undefined>();
expectTypeOf(graph.from('state:kaz').out().ofType('Occasion').first()).toEqualTypeOf<Conference | Event | undefined>();
// @ts-expect-error there is no such type
graph.nodes('Country');
// @ts-expect-error there is no such type or interface
graph.nodes('State').ofType('Country');

// Properties of nodes.
graph.nodes('State').where({ regionalGroup: 'AFRICAN', name: { startsWith: 'S' }, aliases: { includes: 'KZ' } });
graph
  .nodes('State')
  .where({ OR: [{ iso2: 'KZ' }, { NOT: { regionalGroup: { in: ['AFRICAN'] } } }], iso3: { eq: null } });
graph.nodes('Conference').where({ start: { gte: '2024-01-01' }, when: '2024' });
// @ts-expect-error there is no such property
graph.nodes('State').where({ population: 1 });
// @ts-expect-error there is no such regional group
graph.nodes('State').where({ regionalGroup: 'AFRICAN_GROUP' });
// @ts-expect-error an enum has no parts
graph.nodes('State').where({ regionalGroup: { contains: 'AFR' } });
graph.nodes('State').where({ name: { gte: 'A', lt: 'B', matches: '.*stan', caseInsensitive: { contains: 'al' } } });
// @ts-expect-error capitals are told of once
graph.nodes('State').where({ name: { caseInsensitive: { caseInsensitive: { eq: 'a' } } } });
graph.nodes('Conference').where({ when: { gt: '2024', possible: true } });
// @ts-expect-error a day is certain
graph.nodes('Conference').where({ start: { gt: '2024-01-01', possible: true } });
// @ts-expect-error `null` is no condition: write { eq: null }
graph.nodes('State').where({ iso2: null });

// What edges carry.
graph.from<Organisation>('org:icrc').in('heads', { during: '2024', role: { contains: 'President' } });
graph
  .from<Organisation>('org:icrc')
  .in('heads', { support: { corroborated: true, sources: { gte: 2 }, newest: '2024' } });
// @ts-expect-error there is no such wish of support
graph.from<Organisation>('org:icrc').in('heads', { support: { voices: 2 } });
graph.nodes('State').out(['co-launched', 'joined'], { certainty: 'CERTAIN', during: '2024', confidence: { gte: 0.8 } });
graph.nodes('State').out('party-to', { NOT: { since: { lt: '1950-01-01' } } });
// @ts-expect-error there is no such modality
graph.nodes('State').out('co-launched', { modality: 'RUMOURED' });
// @ts-expect-error a launch carries no capacity
graph.nodes('State').out('co-launched', { capacity: 'ACTING' });

// Results.
expectTypeOf(graph.nodes('State').out('co-launched').edges()[0]).toExtend<
  (EdgeProperties & { readonly type: 'co-launched' }) | undefined
>();
expectTypeOf(graph.from<Organisation>('org:icrc').in('heads').edges()).items.toExtend<TenureProperties>();
expectTypeOf(graph.nodes('State').group('regionalGroup')).toEqualTypeOf<Map<State['regionalGroup'], State[]>>();
expectTypeOf(graph.nodes('State').group('aliases')).toEqualTypeOf<Map<string | undefined, State[]>>();
expectTypeOf(graph.nodes('State').group((it) => it.name.length)).toEqualTypeOf<Map<number, State[]>>();
expectTypeOf(
  graph
    .nodes('State')
    .map((it) => it.name)
    .toArray(),
).toEqualTypeOf<string[]>();
graph.nodes('State').order('name', { regionalGroup: 'DESC' });
// @ts-expect-error there is no such property to order by
graph.nodes('State').order('population');
// @ts-expect-error nor to group by
graph.nodes('State').group('population');

// Steps within steps.
expectTypeOf(graph.nodes('Organisation').repeat((at) => at.out('part-of'))).toEqualTypeOf<
  Walk<ShippedSchema, Organisation, 'part-of'>
>();
graph.nodes('State').having((at) => at.out('deployed-to').out('located-in').is('place:golan-heights'));
graph.nodes('State').not((at) => at.out('co-launched'));
graph.nodes('Organisation').repeat((at) => at.out('part-of'), { until: { kind: 'MOVEMENT' } });
graph.nodes('Organisation').repeat((at) => at.out('part-of'), { until: (at) => at.in('heads') });
// @ts-expect-error a State is not part of anything
graph.nodes('State').having((at) => at.out('part-of'));
// @ts-expect-error a step goes on with the walk it is given
graph.nodes('State').repeat((at) => at.out('co-launched').count());

// Views are graphs of the same ontology.
expectTypeOf(graph.asOf('2024-10-30').stated().trusted(0.8).around('conference:34ic', 2)).toEqualTypeOf<typeof graph>();
// @ts-expect-error dates are CERTAIN or POSSIBLE
graph.asOf('2024', 'SURE');

// Documents that know their types, as code generators make them.
interface Answer {
  readonly states: readonly { readonly name: string }[];
}
/** The shape of `@graphql-typed-document-node/core`. */
interface TypedDocumentNode<Data, Variables> extends DocumentNode {
  __apiType?: (variables: Variables) => Data;
}
declare const generated: TypedDocumentNode<Answer, { id: string }>;
declare const own: TypedQueryDocumentNode<Answer, { id: string }>;
expectTypeOf((await graph.query(generated, { id: 'state:kaz' })).data).toEqualTypeOf<Answer | null | undefined>();
expectTypeOf((await graph.query(own, { id: 'state:kaz' })).data).toEqualTypeOf<Answer | null | undefined>();
// @ts-expect-error the variable is called `id`
await graph.query(generated, { name: 'Kazakhstan' });
