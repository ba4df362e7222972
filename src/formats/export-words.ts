/**
 * What can be said of an export: the options of `diplograph export` and the parameters of `/export`, one table for both.
 */

export interface ExportWord {
  /** As it is written: `as-of`. */
  readonly name: string;
  readonly kind: 'flag' | 'text' | 'number' | 'list';
  /** What stands for its value in help; a flag has none. */
  readonly value?: string;
  readonly help: string;
}

const flag = (name: string, help: string): ExportWord => ({ name, kind: 'flag', help });
const word = (name: string, kind: ExportWord['kind'], value: string, help: string): ExportWord => ({
  name,
  kind,
  value,
  help,
});

/** Which part of the graph: the words of a view. */
const viewWords: readonly ExportWord[] = [
  word('types', 'list', 'node-types', 'only nodes of these types or interfaces, with commas'),
  word('via', 'list', 'edge-types', 'only edges of these types, with commas'),
  word('as-of', 'text', 'date', 'the graph as it was: 2024-10-30, 2022-09, 2022'),
  flag('certain', 'with as-of: only what the dates put beyond doubt'),
  flag('stated', 'only what sources state, nothing that a rule inferred'),
  word('trust', 'number', 'share', 'only edges of at least this confidence, from 0 to 1'),
  word('around', 'list', 'nodes', 'only these nodes and what lies near them, with commas'),
  word('depth', 'number', 'steps', 'with around: how many steps from them; 1'),
  flag('linked', 'without nodes that no edge of the selection touches'),
];

/** How it is written: the words of formats. A format refuses those that it would not heed. */
const formatWords: readonly ExportWord[] = [
  flag('static', 'gexf: no lifetimes, for readers that refuse dynamic graphs'),
  word('gexf-version', 'text', 'version', 'gexf: 1.3 or 1.2; 1.3'),
  word('edges-key', 'text', 'key', 'node-link: the key of the edges, links or edges; links'),
  word('theme', 'text', 'theme', 'svg, png: light or dark; light'),
  word('base', 'text', 'iri', 'turtle, n-quads, json-ld: the beginning of names; urn:diplograph:'),
  word('part', 'text', 'part', 'csv, csv-gephi, csv-neo4j: nodes or edges'),
  flag('layout', 'lay the nodes out, for formats with positions'),
];

export const exportWords: readonly ExportWord[] = [...viewWords, ...formatWords];
