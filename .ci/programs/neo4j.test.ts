/**
 * Exports, taken in by Neo4j itself: the script by cypher-shell, twice, and the tables by neo4j-admin.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { GraphView } from '../../src/views/graph-view.ts';
import { expectWhole, exported, folder, graphs, openGraphs } from '../exported-graphs.ts';
import { classPath, runJava } from './run-java.ts';

openGraphs();

let classes: string;
beforeAll(() => {
  classes = classPath('neo4j');
});

type Properties = Readonly<Record<string, unknown>>;

interface Neo4jGraph {
  readonly nodes: readonly { readonly labels: readonly string[]; readonly properties: Properties }[];
  readonly relationships: readonly {
    readonly type: string;
    readonly from: string;
    readonly to: string;
    readonly properties: Properties;
  }[];
  readonly constraints: readonly string[];
}

let homes = 0;
const newHome = (): string => join(folder, `neo4j-${homes++}`);

/** What a database holds, as it was found and after each script. */
function readByNeo4j(home: string, ...scripts: string[]): Neo4jGraph[] {
  const printed = runJava(classes, [join(import.meta.dirname, 'neo4j/ReadNeo4j.java'), home, ...scripts]);
  return printed
    .trim()
    .split('\n')
    .map((line) => inOrder(JSON.parse(line)));
}

function inOrder({ nodes, relationships, constraints }: Neo4jGraph): Neo4jGraph {
  const byId = (a: { properties: Properties }, b: { properties: Properties }): number =>
    String(a.properties.id) < String(b.properties.id) ? -1 : 1;
  return {
    nodes: nodes.toSorted(byId),
    relationships: relationships.toSorted(byId),
    constraints: constraints.toSorted(),
  };
}

/** Imports the two tables as docs/exports.md says, and reads what the database then holds. */
function importedByNeo4j(view: GraphView): Neo4jGraph {
  const home = newHome();
  mkdirSync(join(home, 'conf'), { recursive: true });
  writeFileSync(join(home, 'conf/neo4j.conf'), '');
  const [nodes, edges] = ['nodes', 'edges'].map((part) => exported(view, 'csv-neo4j', { part }));
  const command = ['database', 'import', 'full', '--multiline-fields=true'];
  runJava(classes, ['org.neo4j.cli.AdminTool', ...command, `--nodes=${nodes}`, `--relationships=${edges}`], {
    NEO4J_HOME: home,
    NEO4J_CONF: join(home, 'conf'),
  });
  return readByNeo4j(home)[0] as Neo4jGraph;
}

function expectWholeInNeo4j(view: GraphView, { nodes, relationships }: Neo4jGraph): void {
  expectWhole(view, {
    nodes: nodes.map(({ properties }) => String(properties.id)),
    edges: relationships.map(({ from, to, type, properties }) => {
      return [from, to, String(properties.id), type, String(properties.modality)];
    }),
    names: nodes.map(({ properties }) => String(properties.name)),
  });
  for (const { labels, properties } of nodes) {
    const node = view.graph.nodes.numberOf(String(properties.id)) ?? -1;
    expect([properties.id, ...labels]).toEqual([properties.id, view.graph.nodes.typeOf(node)]);
  }
}

/** What tables cannot say: lists without items, and a semicolon in a list. */
const asInTables = ({ nodes, relationships }: Neo4jGraph): Pick<Neo4jGraph, 'nodes' | 'relationships'> => {
  const tabled = (properties: Properties): Properties =>
    Object.fromEntries(
      Object.entries(properties).flatMap(([name, value]) => {
        if (!Array.isArray(value)) return [[name, value]];
        const items = value.map((it) => (typeof it === 'string' ? it.replaceAll(';', ',') : it));
        return items.length === 0 || items.join(';') === '' ? [] : [[name, items]];
      }),
    );
  return {
    nodes: nodes.map((it) => ({ ...it, properties: tabled(it.properties) })),
    relationships: relationships.map((it) => ({ ...it, properties: tabled(it.properties) })),
  };
};

describe.each(['torture', 'shipped'])('of the %s graph', (graph) => {
  const view = (): GraphView => graphs[graph] as GraphView;
  let once: Neo4jGraph;
  let twice: Neo4jGraph;
  beforeAll(() => {
    const script = exported(view(), 'cypher');
    [, once, twice] = readByNeo4j(newHome(), script, script) as [Neo4jGraph, Neo4jGraph, Neo4jGraph];
  });

  test('a Cypher script is taken in whole, with a constraint for every type', () => {
    expectWholeInNeo4j(view(), once);
    const types = new Set(once.nodes.flatMap(({ labels }) => labels));
    expect(once.constraints).toEqual([...types].map((type) => `${type}_id`).sort());
  });

  test('days are dates, and lists lists', () => {
    for (const { properties } of once.relationships) {
      if (properties.since !== undefined) expect(properties.since).toEqual({ LocalDate: expect.any(String) });
      expect(properties.sources).toBeInstanceOf(Array);
    }
  });

  test('a Cypher script that is run once more changes nothing', () => {
    expect(twice).toEqual(once);
  });

  test('the tables are imported whole, and say what the script says', () => {
    const imported = importedByNeo4j(view());
    expectWholeInNeo4j(view(), imported);
    expect(asInTables(imported)).toEqual(asInTables(once));
  });
});
