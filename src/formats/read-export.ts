/**
 * An export understood: from the words in which it was asked for to the view that is written and the options of its
 * format, all checked before the first character.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import type { GraphView } from '../views/graph-view.ts';
import { selectView, type ViewSelection } from '../views/select-view.ts';
import { exportWords } from './export-words.ts';
import type { Format, WriteOptions } from './format.ts';
import { tooMuchToLayOut } from './layout/problems.ts';
import { badExportOption, unknownExportOption } from './problems.ts';
import { checkOptions } from './write-graph.ts';

/** Words by name, as text: `{ 'as-of': '2024', stated: '', types: 'State,Initiative' }`. */
export type GivenWords = Readonly<Record<string, string | undefined>>;

export interface Export {
  readonly view: GraphView;
  readonly options: WriteOptions;
}

/**
 * What is to be written of `view`. A layout that it needs is made here; one of more than `mostLaidOut` edges is refused.
 * @throws KnowledgeError `unknown-export-option`, `bad-export-option`, `unknown-part`, `too-much-to-lay-out`, and what
 *   `selectView` throws
 */
export async function readExport(
  view: GraphView,
  format: Format,
  words: GivenWords,
  mostLaidOut: number = Number.POSITIVE_INFINITY,
): Promise<Export> {
  checkWords(words);
  const read = wordReader(words);
  const options = optionsOf(read);
  const layout = read.flag('layout') === true;
  checkOptions(format, options);
  if (layout && !format.options.includes('positions')) {
    throw badExportOption('layout', `${format.title} has no place for positions; leave it out`);
  }
  const selected = selectView(view, selectionOf(read));
  const isPicture = format.mediaType.startsWith('image/');
  if (!layout && !isPicture) return { view: selected, options };
  if (selected.edgeCount > mostLaidOut) throw tooMuchToLayOut(selected.edgeCount, mostLaidOut);
  const { layOut } = await import('./layout/lay-out.ts');
  return { view: selected, options: { ...options, positions: layOut(selected) } };
}

const names = exportWords.map(({ name }) => name);

function checkWords(words: GivenWords): void {
  for (const [name, value] of Object.entries(words)) {
    if (value !== undefined && !names.includes(name)) throw unknownExportOption(name, didYouMean(name, names), names);
  }
  for (const [name, partner] of PARTNERS) {
    if (words[name] !== undefined && words[partner] === undefined) {
      throw badExportOption(name, `it says nothing without ${partner}; give both or neither`);
    }
  }
}

const PARTNERS = [
  ['certain', 'as-of'],
  ['depth', 'around'],
] as const;

interface WordReader {
  flag(name: string): boolean | undefined;
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  list(name: string): string[] | undefined;
}

function wordReader(words: GivenWords): WordReader {
  return {
    flag: (name) => {
      const value = words[name];
      if (value === undefined || value === 'false') return undefined;
      if (value === '' || value === 'true') return true;
      throw badExportOption(name, `"${value}" is neither true nor false`);
    },
    text: (name) => words[name],
    number: (name) => {
      const value = words[name];
      if (value === undefined) return undefined;
      if (/^\d{1,9}(\.\d{1,9})?$/.test(value)) return Number(value);
      throw badExportOption(name, `"${value}" is no number; give for example 1`);
    },
    list: (name) => {
      const items = words[name]?.split(',').map((it) => it.trim());
      const said = items?.filter((it) => it !== '');
      if (said?.length === 0) throw badExportOption(name, 'it names nothing; give a name, or several with commas');
      return said;
    },
  };
}

function selectionOf(read: WordReader): ViewSelection {
  return {
    types: read.list('types'),
    via: read.list('via'),
    asOf: read.text('as-of'),
    certain: read.flag('certain'),
    stated: read.flag('stated'),
    trust: read.number('trust'),
    around: read.list('around'),
    depth: read.number('depth'),
    linked: read.flag('linked'),
  };
}

function optionsOf(read: WordReader): WriteOptions {
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
