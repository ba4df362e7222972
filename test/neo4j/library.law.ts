/**
 * The Neo4j GraphQL Library on the same database: what both answer, both answer alike, at the view that has everything.
 *
 * Lists without a sort have no order with the library, so random operations lose their pages and are compared with every list
 * in one order; sorts and pages are compared as they are, by keys that leave no two rows equal.
 */
import { type DocumentNode, graphql, Kind, parse, print, type SelectionNode, validate, visit } from 'graphql';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { QueryEngine } from '../../src/graphql/query-engine.ts';
import { connectGraph } from '../../src/neo4j/connect-graph.ts';
import { loadIntoNeo4j } from '../../src/neo4j/load-into-neo4j.ts';
import { Neo4jConnection } from '../../src/neo4j/neo4j-connection.ts';
import type { Neo4jGraph } from '../../src/neo4j/neo4j-graph.ts';
import { ownRootFields } from '../graphql/own-names.ts';
import { randomQuery } from '../graphql/random-query.ts';
import { ontologyOf, sdlText } from '../graphql/sdl-files.ts';
import { librarySchema } from '../kit/library-schema.ts';
import { randomWorld } from './random-world.ts';

const RUNS = Number(process.env.NEO4J_LAW_RUNS ?? 100);
const uri = process.env.DIPLOGRAPH_TEST_NEO4J;

describe.skipIf(uri === undefined).each(['movies', 'papers', 'to-itself'])('on the ontology "%s"', (sdl) => {
  const namespace = `Library_${sdl}`;
  const view = randomWorld(ontologyOf(sdlText(sdl)), 11);
  const engine = new QueryEngine(view.graph, { answerBytes: 0 });
  let graph: Neo4jGraph;
  let driver: Driver;
  let library: Awaited<ReturnType<typeof librarySchema>>;

  beforeAll(async () => {
    const connection = await Neo4jConnection.open({ uri: uri!, namespace });
    await loadIntoNeo4j(connection, view.graph);
    await connection.close();
    graph = await connectGraph({ uri: uri!, namespace, maxMilliseconds: 600_000 });
    driver = neo4j.driver(uri!);
    // The library knows no namespaces: they are one more label of every type.
    const labelled = sdlText(sdl).replace(/type (\w+) @node\b/g, `type $1 @node(labels: ["$1", "${namespace}"])`);
    library = await librarySchema(labelled);
  });
  afterAll(async () => {
    await graph?.close();
    await driver?.close();
  });

  interface Answers {
    readonly ours: unknown;
    readonly theirs: unknown;
  }

  /** What both answer; undefined where one of them refuses. */
  async function bothOf(
    document: DocumentNode,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<Answers | undefined> {
    if (validate(engine.schema, document).length > 0 || validate(library, document).length > 0) return undefined;
    const found = await graph.engine.answer(document, { variables });
    if ('errors' in found) return undefined;
    const theirs = await graphql({
      schema: library,
      source: print(document),
      variableValues: variables ?? {},
      contextValue: { executionContext: driver },
    });
    if (theirs.errors) return undefined;
    return { ours: JSON.parse(found.json), theirs: JSON.parse(JSON.stringify(theirs.data)) };
  }

  test('random operations', async () => {
    let compared = 0;
    for (let seed = 1; compared < RUNS && seed <= 20 * RUNS; seed++) {
      const { query, variables } = randomQuery(engine.schema, seed, ownRootFields);
      const both = await bothOf(withoutPages(parse(query)), variables);
      if (!both) continue;
      compared++;
      expect(inOneOrder(both.ours), `seed ${seed}: ${query} ${JSON.stringify(variables)}`).toEqual(
        inOneOrder(both.theirs),
      );
    }
    expect(compared).toBe(RUNS);
  });

  test('sorts and pages', async () => {
    let compared = 0;
    const roots = Object.values(engine.schema.getQueryType()!.getFields()).filter((it) => !ownRootFields.has(it.name));
    for (const { name } of roots) {
      for (const property of ['id', 'name', 'title', 'born', 'year', 'released', 'rating']) {
        for (const direction of ['ASC', 'DESC']) {
          const sort = `sort: [{ ${property}: ${direction} }, { id: ${direction} }]`;
          const asked = name.endsWith('Connection')
            ? `first: 2, after: "YXJyYXljb25uZWN0aW9uOjA=", ${sort}) { totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`
            : `limit: 2, offset: 1, ${sort}) { id ${property} }`;
          const both = await bothOf(parse(`{ ${name}(${asked} }`));
          if (!both) continue;
          compared++;
          expect(both.ours, `${name} ${sort}`).toEqual(both.theirs);
        }
      }
    }
    expect(compared).toBeGreaterThan(7);
  });
});

const PAGES = new Set(['limit', 'offset', 'first', 'after', 'sort']);
const ORDERED = new Set(['cursor', 'pageInfo']);

/**
 * The operation without what depends on an order, and without the variables that then have no use. A field stands once in a
 * selection: what is asked of a field that stands twice the library forgets, as it does what is asked for its type name alone.
 */
function withoutPages(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  const whole = visit(document, {
    Argument: ({ name }) => (PAGES.has(name.value) ? null : undefined),
    Field: ({ name }) => (ORDERED.has(name.value) ? null : undefined),
    SelectionSet: {
      leave: ({ selections, ...rest }) => {
        const fields = new Set<string>();
        const once = selections.filter((it) => {
          if (it.kind !== Kind.FIELD) return true;
          const inner = it.selectionSet?.selections;
          const isLost = inner && !inner.some(it.name.value === 'edges' ? isNode : isTold);
          return !isLost && fields.size < fields.add(it.name.value).size;
        });
        return { ...rest, selections: once.map((it) => (it.kind === Kind.FIELD ? { ...it, alias: undefined } : it)) };
      },
    },
  });
  visit(whole, { Variable: ({ name }, _, parent) => void (isDefinition(parent) || used.add(name.value)) });
  return visit(whole, { VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null) });
}

const isNode = (it: SelectionNode): boolean => it.kind === Kind.FIELD && it.name.value === 'node';

function isTold(it: SelectionNode): boolean {
  if (it.kind === Kind.FIELD) return it.name.value !== '__typename';
  return it.kind === Kind.INLINE_FRAGMENT && it.selectionSet.selections.some(isTold);
}

const isDefinition = (parent: unknown): boolean =>
  (parent as { readonly kind?: string } | undefined)?.kind === Kind.VARIABLE_DEFINITION;

/** The same value with every list in the order of its texts, and means as far as the order of adding up does not change them. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    const rows = value.map((it) => JSON.stringify(inOneOrder(it))).sort();
    return rows.map((it) => JSON.parse(it));
  }
  if (typeof value === 'number') return Number(value.toPrecision(12));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, inOneOrder(it)]));
}
