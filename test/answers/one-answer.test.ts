/**
 * One answer, whoever asks: what Node gives, what GraphQL gives when every field of the answer is selected, and what
 * `--json` prints are the same, on the seed, on all that is shipped and on random graphs.
 */
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { dataFolder, schemaFile } from '../../src/base/shipped-files.ts';
import { Graph } from '../../src/graph/graph.ts';
import { defaultLimits } from '../../src/graphql/limits/query-limits.ts';
import { engineOf } from '../../src/graphql/query-engine.ts';
import type { AnyOntology } from '../../src/ontology/typed-ontology.ts';
import { openGraph } from '../../src/open-graph.ts';
import { ofTypes } from '../../src/views/neighbourhoods.ts';
import { asOf, trusted } from '../../src/views/restrictions.ts';
import { runLine } from '../cli/run-line.ts';
import { derivedGraph } from '../kit/derived-graph.ts';
import { seeds } from '../kit/random-graph.ts';
import { seedFolder } from '../kit/seed-folder.ts';

type AnyGraph = Graph<AnyOntology>;

/** Fields of an edge that lead on from it and are no part of an answer, as relations of a node are none. */
const LEADS_ON = new Set(['premises', 'corroboration', 'voices']);
const limits = { ...defaultLimits, maxCost: 1e18, maxRows: 1e9, maxWork: 1e12, maxPageSize: 1e6, maxHops: 64 };

/** Every field of an answer: of a node its id, type and name, of a list all it holds. */
function selectionOf(schema: GraphQLSchema, type: GraphQLNamedType): string {
  if (!isObjectType(type)) {
    const hasName = 'getFields' in type && 'name' in type.getFields();
    return `{ id type: __typename ${hasName ? 'name' : ''} }`;
  }
  const fields = Object.values(type.getFields()).filter(({ name }) => type.name !== 'GraphEdge' || !LEADS_ON.has(name));
  return `{ ${fields.map((it) => printField(schema, it)).join(' ')} }`;
}

function printField(schema: GraphQLSchema, { name, type, args }: GraphQLField<unknown, unknown>): string {
  const page = args.some((it) => it.name === 'first') ? '(first: 1000000)' : '';
  const inner = getNamedType(type);
  return `${name}${page}${isLeafType(inner) ? '' : ` ${selectionOf(schema, inner)}`}`;
}

/** What GraphQL answers to a root field with all of its answer selected, without what is null. */
function asked(graph: AnyGraph, field: string): unknown {
  const engine = engineOf(graph.view.graph, limits);
  const { schema } = engine;
  const [name = ''] = field.split('(');
  const type = schema.getQueryType()?.getFields()[name]?.type;
  if (!type) throw new Error(`There is no root field "${name}".`);
  const query = `{ ${field} ${selectionOf(schema, getNamedType(type))} }`;
  const answer = engine.ask({ view: graph.view, about: graph.about }, query, {});
  if ('errors' in answer) throw new Error(answer.errors.map((it) => it.message).join('\n'));
  return plain(JSON.parse(answer.json)[name], true);
}

/** As JSON has it; without nulls, and without the names of nodes where the API has none. */
function plain(value: unknown, hasNames: boolean): unknown {
  const text = JSON.stringify(value, (_, it: unknown) => {
    if (typeof it !== 'object' || it === null || Array.isArray(it)) return it;
    const isNode = Object.keys(it).join() === 'id,type,name';
    return Object.fromEntries(
      Object.entries(it).filter(([key, inner]) => inner !== null && (hasNames || !isNode || key !== 'name')),
    );
  });
  return JSON.parse(text);
}

interface Asking {
  /** The root field with its arguments. */
  readonly field: string;
  readonly node: (graph: AnyGraph) => unknown;
  /** The date of the view in which it is asked; none when absent. */
  readonly asOf?: string;
  /** The command line, where there is one. */
  readonly line?: readonly string[];
}

describe.each(['seed', 'shipped'])('on the %s graph', (world) => {
  let graph: AnyGraph;
  let ids: { inferred: string; stated: string };
  const data = world === 'seed' ? seedFolder() : dataFolder;
  beforeAll(async () => {
    graph = (await openGraph({ data, schema: schemaFile })) as AnyGraph;
    const edges = graph.edges('participated-in').filter((it) => it.from === 'state:che' || it.from === 'state:kaz');
    const [inferred, stated] = ['INFERRED', 'STATED'].map(
      (status) => [...edges, ...graph.edges('co-launched')].find((it) => it.status === status)?.id ?? '',
    );
    ids = { inferred: inferred ?? '', stated: stated ?? '' };
  });

  const questions: Readonly<Record<string, () => Asking>> = {
    search: () => ({
      field: 'search(text: "Spolaric president red cross", first: 5)',
      node: (it) => it.find('Spolaric president red cross', { first: 5 }),
      line: ['find', 'Spolaric president red cross', '--first', '5'],
    }),
    paths: () => ({
      field: 'paths(from: "state:bra", to: "official:kate-forbes", maxHops: 5, first: 4)',
      node: (it) => it.paths('state:bra', 'official:kate-forbes', { maxHops: 5, first: 4 }),
      line: ['path', 'state:bra', 'official:kate-forbes', '--max-hops', '5', '--first', '4'],
    }),
    'paths under conditions': () => ({
      field:
        'paths(from: "state:bra", to: "official:kate-forbes", maxHops: 4, first: 3, by: CORROBORATION, concurrent: true, through: ["Organisation", "Occasion", "State"], avoid: ["voted-on", "Treaty"])',
      node: (it) =>
        it.paths('state:bra', 'official:kate-forbes', {
          ...{ maxHops: 4, first: 3, by: 'CORROBORATION', concurrent: true },
          through: ['Organisation', 'Occasion', 'State'],
          avoid: { edgeTypes: ['voted-on'], nodeTypes: ['Treaty'] },
        }),
      line: [
        ...['path', 'state:bra', 'official:kate-forbes', '--max-hops', '4', '--first', '3', '--by', 'corroboration'],
        ...['--concurrent', '--through', 'Organisation,Occasion,State', '--avoid', 'voted-on,Treaty'],
      ],
    }),
    neighbourhood: () => ({
      field: 'neighbourhood(of: "state:kaz", depth: 2, first: 60)',
      node: (it) => it.neighbourhood('state:kaz', { depth: 2, first: 60 }),
      line: ['around', 'state:kaz', '--depth', '2', '--first', '60'],
    }),
    'neighbourhood on a date': () => ({
      field: 'neighbourhood(of: "org:ifrc", first: 60)',
      asOf: '2024',
      node: (it) => it.neighbourhood('org:ifrc', { first: 60 }),
      line: ['around', 'org:ifrc', '--first', '60', '--as-of', '2024'],
    }),
    'why of a conclusion': () => ({
      field: `why(edge: "${ids.inferred}", derivations: 2)`,
      node: (it) => it.why(ids.inferred, { derivations: 2 }),
      line: ['why', ids.inferred, '--derivations', '2'],
    }),
    'why of a statement': () => ({
      field: `why(edge: "${ids.stated}")`,
      node: (it) => it.why(ids.stated),
      line: ['why', ids.stated],
    }),
    disagreements: () => ({
      field: 'disagreements(first: 1000)',
      node: (it) => it.conflicts(),
      line: ['conflicts'],
    }),
    'timeline of a year': () => ({
      field: 'timeline(of: "state:kaz", during: "2024")',
      node: (it) => it.timeline('state:kaz', { during: '2024' }),
      line: ['timeline', 'state:kaz', '--during', '2024'],
    }),
    'timeline of all time': () => ({
      field: 'timeline(of: "conference:34ic")',
      node: (it) => it.timeline('conference:34ic'),
      line: ['timeline', 'conference:34ic'],
    }),
    'timeline of everything in a month': () => ({
      field: 'timeline(during: "2024-10", via: ["spoke-at", "held-in"], first: 20)',
      node: (it) => it.timeline([], { during: '2024-10', via: ['spoke-at', 'held-in'], first: 20 }),
      line: ['timeline', '--during', '2024-10', '--via', 'spoke-at,held-in', '--first', '20'],
    }),
    'changes of a node': () => ({
      field: 'changes(of: "state:kaz", from: "2024-01", to: "2024-10")',
      node: (it) => it.changes('state:kaz', { from: '2024-01', to: '2024-10' }),
      line: ['changes', 'state:kaz', '2024-01', '2024-10'],
    }),
    'changes of everything': () => ({
      field: 'changes(from: "2024-09-20", to: "2024-11", types: ["Initiative", "Conference"], first: 7, skip: 1)',
      node: (it) =>
        it.changes([], { from: '2024-09-20', to: '2024-11', types: ['Initiative', 'Conference'], first: 7, skip: 1 }),
    }),
    retraction: () => ({
      field: 'retract(source: "source:el-kz-34ic")',
      node: (it) => it.retraction({ sources: ['source:el-kz-34ic'] }),
      line: ['retract', 'source:el-kz-34ic'],
    }),
    ranking: () => ({
      field: 'ranking(by: PAGERANK, type: "State", first: 7)',
      node: (it) => it.ranking('PAGERANK', { type: 'State', first: 7 }),
      line: ['rank', '--by', 'pagerank', '--type', 'State', '--first', '7'],
    }),
    'an estimated ranking': () => ({
      field: 'ranking(by: BETWEENNESS, via: ["joined", "hosts"], direction: OUT, sample: 20, seed: 3, first: 5)',
      node: (it) =>
        it.via('joined', 'hosts').ranking('BETWEENNESS', { direction: 'OUT', sample: 20, seed: 3, first: 5 }),
      line: [
        ...['rank', '--by', 'betweenness', '--via', 'joined,hosts', '--direction', 'out'],
        ...['--sample', '20', '--seed', '3', '--first', '5'],
      ],
    }),
    similar: () => ({
      field: 'similar(of: "state:kaz", via: ["co-launched", "joined"], direction: OUT, first: 6)',
      node: (it) => it.similar('state:kaz', { via: ['co-launched', 'joined'], direction: 'OUT', first: 6 }),
    }),
    'similar by number': () => ({
      field: 'similar(of: "state:kaz", by: SHARED, via: ["participated-in"], first: 4)',
      node: (it) => it.similar('state:kaz', { by: 'SHARED', via: ['participated-in'], first: 4 }),
      line: ['similar', 'state:kaz', '--shared', '--via', 'participated-in', '--first', '4'],
    }),
    communities: () => ({
      field: 'communities(via: ["co-launched", "joined"])',
      node: (it) => it.via('co-launched', 'joined').communities(),
      line: ['communities', '--via', 'co-launched,joined'],
    }),
    components: () => ({
      field: 'communities(by: COMPONENTS, via: ["co-launched", "joined"])',
      node: (it) => it.via('co-launched', 'joined').communities({ by: 'COMPONENTS' }),
      line: ['communities', '--by', 'components', '--via', 'co-launched,joined'],
    }),
    groupCount: () => ({
      field: 'groupCount(type: "State", by: "memberOf", relatedTo: "initiative:global-ihl", along: "coLaunched")',
      node: (it) =>
        it.groupCount({ type: 'State', by: 'memberOf', relatedTo: 'initiative:global-ihl', along: 'coLaunched' }),
      line: ['count', 'State', 'memberOf', '--related-to', 'initiative:global-ihl', '--along', 'coLaunched'],
    }),
    'groupCount over two relations': () => ({
      field: 'groupCount(type: "Initiative", by: "coLaunchers.regionalGroup", of: "coLaunchers.memberOf")',
      node: (it) => it.groupCount({ type: 'Initiative', by: 'coLaunchers.regionalGroup', of: 'coLaunchers.memberOf' }),
      line: ['count', 'Initiative', 'coLaunchers.regionalGroup', '--of', 'coLaunchers.memberOf'],
    }),
    dataset: () => ({ field: 'dataset', node: (it) => it.dataset(), line: ['stats'] }),
  };

  test.each(Object.entries(questions))('%s', async (_, question) => {
    const { field, node, line, asOf: date } = question();
    const viewed = date === undefined ? graph : graph.asOf(date);
    const answer = await node(viewed);
    expect(plain(answer, true)).toEqual(asked(viewed, field));
    // Nothing is lost on the way to JSON: no undefined, no number of the inside, no object that is not plain.
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    if (!line) return;
    const { stdout, stderr } = await runLine([...line, '--json', '-q', '--data', data, '--schema', schemaFile]);
    expect(stderr).toBe('');
    const printed = JSON.parse(stdout);
    expect(line[0] === 'why' ? printed[0] : printed).toStrictEqual(answer);
  });
});

describe.each(seeds(25))('on random graph %i', (seed) => {
  const whole = derivedGraph(seed, { nodes: 14, edges: 30 });
  const onADay = asOf(whole, { first: 50, last: 50 });
  const graphs = [whole, onADay, trusted(whole, 0.5), ofTypes(whole, ['Person', 'Group'])].map(
    (view) => new Graph<AnyOntology>(view, { warnings: [], files: new Map() }),
  );
  const equal = (graph: AnyGraph, answer: unknown, field: string): void => {
    expect(plain(answer, false)).toEqual(asked(graph, field));
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  };

  test('every answer is the same in Node and in GraphQL', async () => {
    for (const graph of graphs) {
      const [a, b] = graph.nodes().ids();
      const edge = graph.edges().first()?.id;
      if (a === undefined || b === undefined || edge === undefined) continue;
      equal(graph, graph.paths(a, b, { maxHops: 4 }), `paths(from: "${a}", to: "${b}", maxHops: 4, first: 10)`);
      equal(graph, graph.neighbourhood(a, { depth: 2, first: 6 }), `neighbourhood(of: "${a}", depth: 2, first: 6)`);
      equal(graph, graph.why(edge), `why(edge: "${edge}")`);
      equal(graph, graph.conflicts(), 'disagreements(first: 1000)');
      equal(graph, graph.timeline(a, { from: '1970-02' }), `timeline(of: "${a}", from: "1970-02")`);
      equal(graph, await graph.ranking('DEGREE', { first: 5 }), 'ranking(by: DEGREE, first: 5)');
      equal(graph, await graph.communities(), 'communities');
      equal(
        graph,
        await graph.groupCount({ type: 'Person', by: 'name' }),
        'groupCount(type: "Person", by: "name", first: 1000)',
      );
      equal(graph, graph.dataset(), 'dataset');
    }
  });
});
