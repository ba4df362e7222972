/**
 * Options that come as text: those of a command line, and the parameters of an address.
 *
 * A table says what there is, so both have the same names, kinds and help; what was given stays apart as it was given,
 * for a name may hold a comma.
 */
import { didYouMean } from './did-you-mean.ts';
import { KnowledgeError } from './knowledge-error.ts';

export interface TextOption {
  /** As it is written: `as-of`. */
  readonly name: string;
  /** `names` may stand together with commas; `ids` are given one by one, for an id or a name of a node may hold one. */
  readonly kind: 'flag' | 'text' | 'number' | 'names' | 'ids';
  /** What stands for its value in help; a flag has none. */
  readonly value?: string;
  readonly help: string;
  /** The options without any of which it says nothing. */
  readonly needs?: readonly string[];
}

/** What was given, by name: a text, or several where the option was given several times. */
export type GivenTexts = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads options by name; what was not given is undefined. Each throws `bad-option` for what it cannot read. */
export interface TextReader {
  flag(name: string): true | undefined;
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  list(name: string): string[] | undefined;
}

/** Throws `unknown-option` for a name that the table lacks, and `bad-option` where one says nothing without another. */
export function textReader(options: readonly TextOption[], given: GivenTexts): TextReader {
  const named = new Map(options.map((it) => [it.name, it]));
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && !named.has(name)) throw unknownOption(name, [...named.keys()]);
  }
  for (const { name, needs } of options) {
    if (needs && given[name] !== undefined && needs.every((it) => given[it] === undefined)) {
      throw badTextOption(name, `it says nothing without ${needs.join(' or ')}; give both or neither`);
    }
  }
  const all = (name: string): readonly string[] => [given[name] ?? []].flat();
  const text = (name: string): string | undefined => {
    if (all(name).length > 1) throw badTextOption(name, 'it is given more than once');
    return all(name)[0];
  };
  return {
    text,
    flag: (name) => {
      const value = text(name);
      if (value === undefined || value === 'false') return undefined;
      if (value === '' || value === 'true') return true;
      throw badTextOption(name, `"${value}" is neither true nor false`);
    },
    number: (name) => {
      const value = text(name);
      if (value === undefined) return undefined;
      if (/^\d{1,9}(\.\d{1,9})?$/.test(value)) return Number(value);
      throw badTextOption(name, `"${value}" is no number from 0 on; give for example 1`);
    },
    list: (name) => {
      if (given[name] === undefined) return undefined;
      const isJoined = named.get(name)?.kind === 'names';
      const items = isJoined ? all(name).flatMap((it) => it.split(',')) : all(name);
      const found = items.map((it) => it.trim()).filter((it) => it !== '');
      if (found.length === 0) throw badTextOption(name, 'it names nothing; give a name');
      return found;
    },
  };
}

/** `why` is a clause, with the remedy behind it. */
export const badTextOption = (name: string, why: string): KnowledgeError =>
  new KnowledgeError('bad-option', `The option "${name}" cannot be met: ${why}.`);

const unknownOption = (name: string, known: readonly string[]): KnowledgeError =>
  new KnowledgeError(
    'unknown-option',
    `There is no option "${name}".${didYouMean(name, known) || ` There are ${known.join(', ')}.`}`,
  );
