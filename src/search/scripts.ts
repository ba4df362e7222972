/**
 * The scripts that names are written in. Names carry no language of their own, but their letters tell what readers of a
 * language can read.
 */

const common = [
  'Latin',
  'Cyrillic',
  'Arabic',
  'Han',
  'Greek',
  'Hebrew',
  'Georgian',
  'Armenian',
  'Devanagari',
  'Hangul',
];
const patterns = common.map((script) => [script, new RegExp(`^[^\\p{L}]*\\p{Script=${script}}`, 'u')] as const);
const LATIN = /^[\x20-\x7f]*$/;

/** The script of the first letter of a text; of digits alone, and of rarer scripts, Latin. */
export const scriptOf = (text: string): string =>
  LATIN.test(text) ? 'Latin' : (patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? 'Latin');

/**
 * A pattern that matches text with a letter in the script of a language (of `ru`, Cyrillic), or undefined when that is not
 * known.
 */
export function scriptOfLanguage(language: string): RegExp | undefined {
  try {
    const { script } = new Intl.Locale(language).maximize();
    return script === undefined
      ? undefined
      : new RegExp(`[${(scripts[script] ?? [script]).map((it) => `\\p{Script=${it}}`).join('')}]`, 'u');
  } catch {
    return undefined;
  }
}

/** Language tags name some scripts by use; Unicode names them by their characters. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
};
