/**
 * What can be said of an export: the options of `diplograph export` and the parameters of `/export`, one table for both.
 */
import type { TextOption } from '../base/text-options.ts';
import { partOptions, trustOptions } from '../views/select-view.ts';

/** How it is written: options of formats. A format refuses those that it would not heed. */
const formatOptions: readonly TextOption[] = [
  { name: 'static', kind: 'flag', help: 'gexf: no lifetimes, for readers that refuse dynamic graphs' },
  { name: 'gexf-version', kind: 'text', value: 'version', help: 'gexf: 1.3 or 1.2; 1.3' },
  { name: 'edges-key', kind: 'text', value: 'key', help: 'node-link: the key of the edges, links or edges; links' },
  { name: 'theme', kind: 'text', value: 'theme', help: 'svg, png: light or dark; light' },
  {
    name: 'base',
    kind: 'text',
    value: 'iri',
    help: 'turtle, n-quads, json-ld: the beginning of names; urn:diplograph:',
  },
  { name: 'part', kind: 'text', value: 'part', help: 'csv, csv-gephi, csv-neo4j: nodes or edges' },
  { name: 'layout', kind: 'flag', help: 'lay the nodes out, for formats with positions' },
];

export const exportOptions: readonly TextOption[] = [...partOptions, ...trustOptions, ...formatOptions];
