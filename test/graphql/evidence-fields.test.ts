import { describe, expect, test } from 'vitest';
import { seedGraph } from '../kit/seed-graph.ts';
import { worldOf } from './small-world.ts';

const world = worldOf(seedGraph());
const { edges, nodes } = world.view.graph;

/** The id of the first edge of a type between two nodes, inferred or stated. */
function edgeId(from: string, type: string, to: string, status: 'STATED' | 'INFERRED'): string {
  const found = Array.from({ length: edges.count }, (_, edge) => edge).find(
    (edge) =>
      nodes.ids[edges.from[edge] ?? 0] === from &&
      edges.typeOf(edge) === type &&
      nodes.ids[edges.to[edge] ?? 0] === to &&
      edges.property(edge, 'status') === status,
  );
  if (found === undefined) throw new Error(`There is no ${status} edge ${from} ${type} ${to}.`);
  return edges.id(found);
}

describe('why', () => {
  const id = edgeId('state:kaz', 'participated-in', 'conference:34ic', 'INFERRED');

  test('tells rule, sentence and premises of a conclusion, and sources of what it rests on', () => {
    const { why } = world.data(
      `query ($edge: ID!) { why(edge: $edge) {
         edge { status sources { id } }
         derivations { rule sentence premises { type } }
         steps { edge { type sources { id locator } } derivations { rule } } } }`,
      { edge: id },
    ) as { why: { edge: unknown; derivations: unknown[]; steps: { edge: { type: string; sources: unknown[] } }[] } };
    expect(why.edge).toEqual({ status: 'INFERRED', sources: [] });
    expect(why.derivations).toEqual([
      {
        rule: 'R2',
        sentence:
          'Delegation of Kazakhstan to the 34th International Conference, sent by Kazakhstan, took part in 34th International Conference of the Red Cross and Red Crescent.',
        premises: [{ type: 'delegation-of' }, { type: 'participated-in' }],
      },
      expect.objectContaining({ rule: 'R1', premises: [{ type: 'represented' }] }),
    ]);
    expect(why.steps.map((it) => it.edge.type)).toEqual([
      'participated-in',
      'delegation-of',
      'participated-in',
      'represented',
      'spoke-at',
      'holds',
      'office-for',
    ]);
    expect(why.steps[1]?.edge.sources).toEqual([{ id: 'source:el-kz-34ic', locator: 'P1 #2' }]);
  });

  test('refuses an edge that is not there, and one that the view leaves out', () => {
    const ask = (directive: string, edge: string): string =>
      `query ${directive} { why(edge: "${edge}") { moreDerivations } }`;
    expect(world.refusal(ask('', 'edge:none'))).toBe('UNKNOWN_EDGE');
    expect(world.refusal(ask('@stated', id))).toBe('UNKNOWN_EDGE');
  });
});

test('an edge tells how well it is supported, and by whom', () => {
  const ask = (id: string): unknown =>
    world.data(`{ edge(id: "${id}") { corroboration voices { name self sources } } }`).edge;
  expect(ask(edgeId('state:kaz', 'provided-aid-to', 'group:aid-recipients-kaz', 'STATED'))).toEqual({
    corroboration: 'SELF',
    voices: [{ name: 'Yerlan Alimbayev', self: true, sources: ['source:el-kz-34ic'] }],
  });
  expect(ask(edgeId('state:kaz', 'deployed-to', 'org:undof', 'STATED'))).toMatchObject({
    corroboration: 'INDEPENDENT',
  });
});

test('disagreements give the rivals with rank, reason and sources', () => {
  const { disagreements } = world.data(
    `{ disagreements(of: "conference:34ic") { kind node { id } name to { id }
         rivals { value rank modality note sources { id locator node { name } } edge { id } } } }`,
  );
  expect(disagreements).toEqual([
    {
      kind: 'PROPERTY',
      node: { id: 'conference:34ic' },
      name: 'theme',
      to: null,
      rivals: [
        expect.objectContaining({ value: 'Navigate Uncertainty – Strengthen Humanity', rank: 'PREFERRED', edge: null }),
        expect.objectContaining({
          value: 'Overcoming Uncertainty – Strengthening Humanity',
          rank: 'DEPRECATED',
          sources: [{ id: 'source:el-kz-34ic', locator: 'P1 #4', node: { name: expect.stringContaining('El.kz') } }],
        }),
      ],
    },
  ]);
  expect(world.refusal('{ disagreements(of: "conference:35ic") { name } }')).toBe('UNKNOWN_NODE');
});

test('a timeline has vague dates as they are, and undated relations apart', () => {
  const { timeline } = world.data(
    `{ timeline(of: "state:kaz", from: "2024", to: "2024") {
         entries { when attested since until edge { type } other { id } } ongoing { when } undated { when since } } }`,
  ) as { timeline: { entries: unknown[]; undated: unknown[] } };
  expect(timeline.entries[0]).toEqual({
    when: '2023-06-20/2024-01-25',
    attested: true,
    since: '2023-06-20',
    until: '2024-01-25',
    edge: { type: 'hosts' },
    other: { id: 'initiative:astana-process' },
  });
  expect(new Set(timeline.undated.map((it) => JSON.stringify(it)))).toEqual(new Set(['{"when":null,"since":null}']));
  expect(world.refusal('{ timeline(of: "state:kaz", from: "2024-13") { entries { when } } }')).toBe('BAD_DATE');
});

describe('retract', () => {
  const counts = 'statementCount conclusionCount conclusionTypes { type count }';

  test('counts what would go and what would fall, and changes nothing', () => {
    const ask = (): unknown =>
      world.data(`{ retract(source: "source:el-kz-34ic") { ${counts} unsourcedCount } }`).retract;
    const before = edges.count;
    expect(ask()).toMatchObject({
      conclusionCount: 14,
      conclusionTypes: [
        { type: 'joined', count: 6 },
        { type: 'participated-in', count: 6 },
        { type: 'represented', count: 2 },
      ],
    });
    expect(ask()).toEqual(ask());
    expect(edges.count).toBe(before);
  });

  test('tells of what the view shows only', () => {
    const { retract } = world.data(`query @stated { retract(source: "source:el-kz-34ic") { ${counts} } }`);
    expect(retract).toMatchObject({ conclusionCount: 0, conclusionTypes: [] });
  });

  test('of an unknown source is refused, with a near one', () => {
    const answer = world.ask('{ retract(source: "source:el-kz-34i") { statementCount } }');
    expect(answer.errors?.[0]?.extensions?.code).toBe('UNKNOWN_SOURCE');
    expect(answer.errors?.[0]?.message).toContain('Did you mean "source:el-kz-34ic"?');
  });
});
