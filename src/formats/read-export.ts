/**
 * An export understood: from the options that were given to the view that is written and the options of its
 * format, all checked before the first character.
 */
import { badTextOption, type GivenTexts, type TextOption, type TextReader, textReader } from '../base/text-options.ts';
import type { GraphView } from '../views/graph-view.ts';
import { partOptions, readSelection, selectView, trustOptions } from '../views/select-view.ts';
import type { Format, WriteOptions } from './format.ts';
import { tooMuchToLayOut } from './problems.ts';
import { checkOptions } from './write-graph.ts';

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

/** What can be said of an export: the options of `diplograph export` and the parameters of `/export`. */
export const exportOptions: readonly TextOption[] = [...partOptions, ...trustOptions, ...formatOptions];

export interface Export {
  readonly view: GraphView;
  readonly options: WriteOptions;
}

/**
 * What is to be written of `view`. A layout that it needs is made here; one of more than `mostLaidOut` edges is refused.
 * @throws KnowledgeError `unknown-option`, `bad-option`, `unknown-part`, `too-much-to-lay-out`, and what
 *   `selectView` throws
 */
export async function readExport(
  view: GraphView,
  format: Format,
  given: GivenTexts,
  mostLaidOut: number = Number.POSITIVE_INFINITY,
): Promise<Export> {
  const read = textReader(exportOptions, given);
  const options = optionsOf(read);
  const layout = read.flag('layout') === true;
  checkOptions(format, options);
  if (layout && !format.options.includes('positions')) {
    throw badTextOption('layout', `${format.title} has no place for positions; leave it out`);
  }
  const selected = selectView(view, readSelection(read));
  const isPicture = format.mediaType.startsWith('image/');
  if (!layout && !isPicture) return { view: selected, options };
  if (selected.edgeCount > mostLaidOut) throw tooMuchToLayOut(selected.edgeCount, mostLaidOut);
  const { layOut } = await import('./layout/lay-out.ts');
  return { view: selected, options: { ...options, positions: layOut(selected) } };
}

function optionsOf(read: TextReader): WriteOptions {
  return withoutUndefined({
    static: read.flag('static'),
    gexfVersion: read.text('gexf-version') as WriteOptions['gexfVersion'],
    edgesKey: read.text('edges-key') as WriteOptions['edgesKey'],
    theme: read.text('theme') as WriteOptions['theme'],
    base: read.text('base'),
    part: read.text('part'),
  });
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function withoutUndefined<T extends object>(record: T): Defined<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Defined<T>;
}
