/**
 * An export understood: from the options that were given to the view that is written and the options of its
 * format, all checked before the first character.
 */
import { badTextOption, type GivenTexts, type TextReader, textReader } from '../base/text-options.ts';
import type { GraphView } from '../views/graph-view.ts';
import { readSelection, selectView } from '../views/select-view.ts';
import { exportOptions } from './export-options.ts';
import type { Format, WriteOptions } from './format.ts';
import { tooMuchToLayOut } from './layout/problems.ts';
import { checkOptions } from './write-graph.ts';

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
