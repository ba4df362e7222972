import jsonld from 'jsonld';
import { Parser, type Term } from 'n3';
import { beforeAll, describe, expect, test } from 'vitest';
import { TextSanitiser } from '../../src/formats/escapes.ts';
import type { WriteOptions } from '../../src/formats/format.ts';
import { writeGraph } from '../../src/formats/write-graph.ts';
import type { GraphView } from '../../src/views/graph-view.ts';
import { around } from '../../src/views/neighbourhoods.ts';
import { shippedGraph } from '../kit/shipped-graph.ts';
import { tinyGraph } from '../kit/tiny-graph.ts';
import { cleaned } from './graph-records.ts';
import { tortureGraph } from './torture-graph.ts';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const PROV = 'http://www.w3.org/ns/prov#';
const DG = 'urn:diplograph:ontology/';
const REL = 'urn:diplograph:relation/';
const node = (id: string): string => `<urn:diplograph:node/${id}>`;
const edge = (id: string): string => `<urn:diplograph:edge/${id}>`;

const write = (view: GraphView, format: string, options: WriteOptions = {}): string =>
  [...writeGraph(view, format, options)].join('');

/** A triple in one line, so that sets of them can be compared. */
const lineOf = (terms: readonly Term[]): string =>
  terms
    .map((it) => (it.termType === 'NamedNode' ? `<${it.value}>` : JSON.stringify([it.value, it.datatype?.value])))
    .join(' ');

const triplesOf = (text: string, format: string): Set<string> =>
  new Set(new Parser({ format }).parse(text).map((it) => lineOf([it.subject, it.predicate, it.object])));

async function triplesOfJson(text: string): Promise<Set<string>> {
  const documentLoader = (url: string): Promise<never> => Promise.reject(new Error(`asked for ${url}`));
  return triplesOf(await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads', documentLoader }), 'N-Quads');
}

/** What lies within two steps of the conference that it began with. */
let shipped: GraphView;
beforeAll(async () => {
  shipped = around((await shippedGraph()).view, ['conference:34ic'], 2);
});

describe('RDF', () => {
  test.each(['torture', 'shipped'])('of the %s graph is the same set in Turtle, N-Quads and JSON-LD', async (name) => {
    const view = name === 'torture' ? tortureGraph : shipped;
    const nQuads = triplesOf(write(view, 'n-quads'), 'N-Quads');
    expect(nQuads.size).toBeGreaterThan(10 * view.edgeCount);
    const others = [triplesOf(write(view, 'turtle'), 'Turtle'), await triplesOfJson(write(view, 'json-ld'))];
    for (const other of others) {
      expect([...other].filter((it) => !nQuads.has(it))).toEqual([]);
      expect(other.size).toBe(nQuads.size);
    }
  });

  test('tells each edge by itself, even where RDF would hold two for one', () => {
    const view = tinyGraph('a -knows-> b; a -knows-> b');
    const triples = triplesOf(write(view, 'turtle'), 'Turtle');
    for (const id of ['a-knows-b', 'a-knows-b%232']) {
      expect(triples).toContain(`${edge(id)} <${RDF}subject> ${node('a')}`);
      expect(triples).toContain(`${edge(id)} <${RDF}predicate> <${REL}knows>`);
      expect(triples).toContain(`${edge(id)} <${RDF}object> ${node('b')}`);
    }
    expect(triples).toContain(`${node('a')} <${REL}knows> ${node('b')}`);
  });

  test('asserts nothing plainly that is inferred, reported, planned, denied or deprecated', () => {
    const { nodes, edges } = shipped.graph;
    const triples = triplesOf(write(shipped, 'n-quads'), 'N-Quads');
    const plain = new Set<string>();
    for (let it = 0; it < edges.count; it++) {
      if (!shipped.hasEdge(it)) continue;
      const isFact = edges.property(it, 'modality') === 'FACT' && edges.property(it, 'rank') !== 'DEPRECATED';
      const line = `${node(nodes.ids[edges.from[it]!]!)} <${REL}${edges.typeOf(it)}> ${node(nodes.ids[edges.to[it]!]!)}`;
      if (isFact && !edges.isInferred(it)) plain.add(line);
    }
    const types = new Set(edges.columns.typeNames.map((it) => `<${REL}${it}>`));
    const asserted = [...triples].filter(
      (it) => it.startsWith('<urn:diplograph:node/') && types.has(it.split(' ')[1] ?? ''),
    );
    expect(new Set(asserted)).toEqual(plain);
    expect(plain.size).toBeLessThan(shipped.edgeCount);
  });

  test('marks conclusions, with rule and premises, and reported speech, with who said it', () => {
    const triples = [...triplesOf(write(shipped, 'n-quads'), 'N-Quads')];
    expect(triples.some((it) => it.includes(`<${DG}status> ["INFERRED"`))).toBe(true);
    expect(triples.some((it) => /#derivation-1> <urn:diplograph:ontology\/rule> \["R\d+"/.test(it))).toBe(true);
    expect(
      triples.some((it) => /#derivation-1> <urn:diplograph:ontology\/premise> <urn:diplograph:edge\//.test(it)),
    ).toBe(true);
    expect(triples.some((it) => it.includes(`<${DG}modality> ["REPORTED"`))).toBe(true);
    expect(triples.some((it) => it.endsWith(`<${DG}saidBy> ${node('official:yerlan-alimbayev')}`))).toBe(true);
  });

  test('names sources, where in them, and what Wikidata calls the same thing', () => {
    const triples = triplesOf(write(shipped, 'turtle'), 'Turtle');
    expect(triples).toContain(
      `${node('state:kaz')} <http://www.w3.org/2002/07/owl#sameAs> <http://www.wikidata.org/entity/Q232>`,
    );
    const cited = [...triples].filter((it) => it.endsWith(`<${PROV}entity> ${node('source:el-kz-34ic')}`));
    const [citation = ''] = (cited[0] ?? '').split(' ');
    expect([...triples].some((it) => it.startsWith(`${citation} <${DG}locator> ["P`))).toBe(true);
    expect([...triples].some((it) => it.endsWith(`<${PROV}qualifiedDerivation> ${citation}`))).toBe(true);
  });

  test('keeps dates as they were written, with their first and last days', () => {
    const triples = [...triplesOf(write(tortureGraph, 'turtle'), 'Turtle')];
    const edtf = 'http://id.loc.gov/datatypes/edtf/EDTF';
    for (const when of ['2022-10-01/..', '2022-10-01/', '196X', '-0044-03-15']) {
      expect(triples.some((it) => it.endsWith(`<${DG}when> ${JSON.stringify([when, edtf])}`))).toBe(true);
    }
    const date = 'http://www.w3.org/2001/XMLSchema#date';
    expect(triples.some((it) => it.endsWith(`<${DG}since> ${JSON.stringify(['1960-01-01', date])}`))).toBe(true);
    expect(triples.some((it) => it.endsWith(`<${DG}until> ${JSON.stringify(['1969-12-31', date])}`))).toBe(true);
  });

  test('keeps rival values apart from the one that is shown, and old ids', () => {
    const triples = triplesOf(write(tortureGraph, 'n-quads'), 'N-Quads');
    const claim = '<urn:diplograph:node/thing:values#claim-1>';
    expect(triples).toContain(`${node('thing:values')} <${DG}claim> ${claim}`);
    expect(triples).toContain(`${claim} <${RDF}predicate> <${RDFS}label>`);
    expect([...triples].some((it) => it.startsWith(`${claim} <${RDF}object> ["Values, otherwise"`))).toBe(true);
    expect(triples).toContain(`${node('thing:old')} <http://www.w3.org/2002/07/owl#sameAs> ${node('thing:values')}`);
  });

  test('replaces what no reader takes, and counts it', () => {
    const sanitiser = new TextSanitiser();
    const text = write(tortureGraph, 'turtle', { sanitiser });
    expect(text).toBe(cleaned(text));
    expect(sanitiser.replaced).toBeGreaterThan(4);
  });

  test('is named below a base of one’s own', () => {
    const text = write(tinyGraph('a -knows-> b'), 'n-quads', { base: 'https://example.org/graph/' });
    expect(text).toContain('<https://example.org/graph/node/a> <https://example.org/graph/relation/knows>');
    expect(text).not.toContain('urn:diplograph');
  });

  test.each(['nonsense', 'https://example.org', 'http://a b/', 'x:<y>/'])('refuses the base "%s"', (base) => {
    expect(() => write(tinyGraph('a -knows-> b'), 'turtle', { base })).toThrow(
      /cannot be the base of RDF names\. Give the beginning/,
    );
  });

  test('of nothing is well-formed', async () => {
    const nothing = tinyGraph('');
    expect((await triplesOfJson(write(nothing, 'json-ld'))).size).toBe(
      triplesOf(write(nothing, 'turtle'), 'Turtle').size,
    );
  });
});
