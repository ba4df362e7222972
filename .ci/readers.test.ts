/**
 * Exports read back by programs of the distribution: xmllint, networkx, igraph, Graphviz, rapper, rdflib, ndex2, Python's csv.
 *
 * A reader that is not installed is skipped, and the reason printed. XML schemas are those of the folder that
 * `EXPORT_SCHEMAS` names.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, type TestContext, test } from 'vitest';
import { xmlToken } from '../src/formats/escapes.ts';
import type { WriteOptions } from '../src/formats/format.ts';
import type { GraphView } from '../src/views/graph-view.ts';
import { expectNoChange, expectWhole, exported, folder, graphs, openGraphs, type Read } from './exported-graphs.ts';

openGraphs();

const { EXPORT_SCHEMAS } = process.env;
const schemas = EXPORT_SCHEMAS !== undefined && existsSync(EXPORT_SCHEMAS) ? EXPORT_SCHEMAS : undefined;

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly said: string;
}

/** Runs a program, or skips the test where there is none. */
function run(context: TestContext, program: string, ...words: string[]): Ran {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    timeout: 100_000,
  });
  if (error && (error as NodeJS.ErrnoException).code === 'ENOENT') context.skip(`${program} is not installed`);
  return { status, out: stdout, said: `${stderr}${error?.message ?? ''}`.slice(0, 2000) };
}

/** Runs the Python reader; the first Python that has the library will do. */
function python(context: TestContext, reader: string, ...files: string[]): Read & { readonly triples: number } {
  const script = join(import.meta.dirname, 'read_export.py');
  const tried = ['python3', '/usr/bin/python3'].map((it) => run(context, it, script, reader, ...files));
  const ran = tried.find((it) => it.status !== 3);
  if (!ran) return context.skip(tried[0]?.said.trim() ?? 'there is no Python');
  expect(ran.said).toBe('');
  expect(ran.status).toBe(0);
  return JSON.parse(ran.out);
}

describe.each(['torture', 'shipped'])('of the %s graph', (graph) => {
  const view = (): GraphView => graphs[graph] as GraphView;
  const lines = (ran: Ran): string => `${ran.said}${ran.out}`.slice(0, 2000);

  test.for<[string, WriteOptions]>([
    ['with lifetimes', {}],
    ['static', { static: true }],
  ])('GEXF 1.3 %s satisfies the RELAX NG schema (xmllint)', ([, options], context) => {
    if (!schemas) return context.skip('no schemas here: name their folder in EXPORT_SCHEMAS');
    const schema = resolve(schemas, 'gexf-1.3/gexf.rng');
    const ran = run(context, 'xmllint', '--noout', '--nonet', '--relaxng', schema, exported(view(), 'gexf', options));
    expect(ran.status, lines(ran)).toBe(0);
  });

  test('GraphML satisfies the XML schema (xmllint)', (context) => {
    if (!schemas) return context.skip('no schemas here: name their folder in EXPORT_SCHEMAS');
    const schema = resolve(schemas, 'graphml/graphml.xsd');
    const ran = run(context, 'xmllint', '--noout', '--nonet', '--schema', schema, exported(view(), 'graphml'));
    expect(ran.status, lines(ran)).toBe(0);
  });

  test.for(['gexf', 'graphml', 'svg'])('%s is well-formed (xmllint)', (format, context) => {
    const ran = run(context, 'xmllint', '--noout', '--nonet', '--huge', exported(view(), format));
    expect(ran.status, lines(ran)).toBe(0);
  });

  test.for<[string, WriteOptions]>([
    ['with lifetimes', { gexfVersion: '1.2' }],
    ['static', { gexfVersion: '1.2', static: true }],
  ])('GEXF 1.2 %s is read whole by networkx', ([, options], context) => {
    expectWhole(view(), python(context, 'networkx_gexf', exported(view(), 'gexf', options)));
  });

  test('GraphML is read whole by networkx', (context) => {
    expectWhole(view(), python(context, 'networkx_graphml', exported(view(), 'graphml')), xmlToken);
  });

  test('GraphML is read whole by igraph', (context) => {
    expectWhole(view(), python(context, 'igraph_graphml', exported(view(), 'graphml')), xmlToken);
  });

  test('node-link JSON is read whole by networkx', (context) => {
    const [links, edges] = (['links', 'edges'] as const).map((edgesKey) => exported(view(), 'node-link', { edgesKey }));
    expectWhole(view(), python(context, 'networkx_node_link', links ?? '', edges ?? ''));
  });

  test('CX2 is read whole by ndex2', (context) => {
    expectWhole(view(), python(context, 'ndex2_cx2', exported(view(), 'cx2')));
  });

  test("CSV is read whole by Python's csv", (context) => {
    const [nodes, edges] = ['nodes', 'edges'].map((part) => exported(view(), 'csv', { part }));
    expectWhole(view(), python(context, 'python_csv', nodes ?? '', edges ?? ''));
  });

  test('DOT is read whole by gvpr, and drawn by dot', (context) => {
    const path = exported(view(), 'dot');
    const counted = run(context, 'gvpr', 'BEG_G { printf("%d %d", nNodes($G), nEdges($G)) }', path);
    expect(counted.out, lines(counted)).toBe(`${view().nodeCount} ${view().edgeCount}`);
    // Of the shipped graph a drawing would take minutes.
    if (graph !== 'torture') return;
    const ran = run(context, 'dot', '-Tsvg', path);
    expect([ran.status, ran.said]).toEqual([0, '']);
    expect(ran.out).toContain('Қазақстан, Әлімбаев');
  });

  test.for([
    ['turtle', 'turtle'],
    ['n-quads', 'nquads'],
  ] as const)('%s is read by rapper and rdflib alike', ([format, syntax], context) => {
    const path = exported(view(), format);
    const ran = run(context, 'rapper', '-q', '-i', syntax, '-o', 'ntriples', path, 'urn:base');
    expect(ran.status, lines(ran)).toBe(0);
    const triples = new Set(ran.out.split('\n').filter((it) => it !== ''));
    expect(python(context, 'rdflib_triples', path).triples).toBe(triples.size);
  });

  test('JSON-LD says what Turtle says (rdflib)', (context) => {
    const [turtle, jsonLd] = ['turtle', 'json-ld'].map((format) => {
      return python(context, 'rdflib_triples', exported(view(), format)).triples;
    });
    expect(jsonLd).toBe(turtle);
  });
});

test.for<[string, string, WriteOptions]>([
  ['networkx_gexf', 'gexf', { gexfVersion: '1.2', static: true }],
  ['networkx_graphml', 'graphml', {}],
  ['igraph_graphml', 'graphml', {}],
])(
  'what %s writes again of the shipped graph is taken in, and changes nothing',
  ([library, format, options], context) => {
    const view = graphs.shipped as GraphView;
    const again = join(folder, `again-${library}.${format}`);
    python(context, library, exported(view, format, options), again);
    // igraph makes a truth that nobody told false.
    expectNoChange(view, again, library === 'igraph_graphml' ? [false] : []);
  },
);
