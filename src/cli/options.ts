/**
 * The kinds of options that commands take: a text, a flag, a whole number within bounds, a list; and those of a table.
 */
import type { Command } from 'commander';
import type { GivenTexts, TextOption } from '../base/text-options.ts';
import { scriptOfLanguage } from '../search/scripts.ts';
import { badChoice, badLanguage, badNumber, saysNothing } from './problems.ts';

/** Adds one option to a command. */
export type Option = (command: Command) => Command;

export const textOption =
  (flags: string, help: string): Option =>
  (command) =>
    command.option(flags, help);

export const flagOption: typeof textOption = textOption;

/** A whole number; a text that is none, or is out of bounds, throws `bad-number`. */
export const numberOption =
  (flags: string, help: string, { least, most, otherwise }: Bounds): Option =>
  (command) => {
    const [name = flags] = flags.split(' ');
    return command.option(flags, help, (given: string) => readNumber(name, given, least, most), otherwise);
  };

interface Bounds {
  readonly least: number;
  readonly most: number;
  /** The default, where there is one. */
  readonly otherwise?: number;
}

/** One of some words, in small letters or capitals; the first is meant without it. Another one throws `bad-option`. */
export const choiceOption =
  <Word extends string>(flags: string, help: string, words: readonly Word[]): Option =>
  (command) => {
    const [name = flags] = flags.split(' ');
    const listed = words.map((it) => it.toLowerCase());
    return command.option(
      flags,
      `${help}: ${listed[0]} (without it), ${listed.slice(1).join(' or ')}`,
      (given: string) => readChoice(name, given, words),
    );
  };

/** The tag of a language; what is none throws `bad-option`. */
export const languageOption =
  (help: string): Option =>
  (command) =>
    command.option('--language <tag>', help, readLanguage);

export function readLanguage(given: string): string {
  if (scriptOfLanguage(given) === undefined) throw badLanguage('--language', given);
  return given;
}

/** Names, given with commas or by several options, such as edge types. */
export const listOption =
  (flags: string, help: string): Option =>
  (command) =>
    command.option(flags, help, readNames);

export function readChoice<Word extends string>(option: string, given: string, words: readonly Word[]): Word {
  const found = words.find((it) => it === given.toUpperCase());
  if (found !== undefined) return found;
  throw badChoice(
    option,
    given,
    words.map((it) => it.toLowerCase()),
  );
}

/** Throws `says-nothing` for an option or an argument that was given and is empty: taken for none, it would ask for something else. */
export function refuseEmpty(command: Command): void {
  const values = command.optsWithGlobals<Readonly<Record<string, unknown>>>();
  for (const it of [...command.options, ...(command.parent?.options ?? [])]) {
    if (command.getOptionValueSourceWithGlobals(it.attributeName()) !== 'cli') continue;
    const value = values[it.attributeName()];
    if ([value].flat().every((text) => typeof text === 'string' && text.trim() === '')) throw saysNothing(`${it.long}`);
  }
  if (command.args.some((it) => it.trim() === '')) throw saysNothing('An argument');
}

export function readNumber(option: string, given: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw badNumber(option, given, least, most);
}

/** Commander's own lists end only at the next option, so `path --via heads Brazil ICRC` would lose its arguments. */
export function readNames(given: string, before: readonly string[] = []): string[] {
  const items = given.split(',').map((it) => it.trim());
  return [...before, ...items.filter((it) => it !== '')];
}

/** Adds the options of a table; what may be a list may be given several times, and stays apart as it was given. */
export function addTextOptions(command: Command, options: readonly TextOption[]): void {
  for (const { name, kind, value, help } of options) {
    const flags = kind === 'flag' ? `--${name}` : `--${name} <${value}>`;
    if (kind !== 'names' && kind !== 'ids') command.option(flags, help);
    else command.option(flags, help, (given: string, before: readonly string[] = []) => [...before, given]);
  }
}

/** What was given of a table, by the names that it has there. */
export function givenTexts(command: Command, options: readonly TextOption[]): GivenTexts {
  const given = command.opts<Readonly<Record<string, string | true | readonly string[] | undefined>>>();
  const texts: Record<string, string | readonly string[]> = {};
  for (const { name } of options) {
    const value = given[name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())];
    if (value !== undefined) texts[name] = value === true ? '' : value;
  }
  return texts;
}
