/**
 * The script that a language is written in, as a test for names: of `ru`, Cyrillic. Names carry no language of their
 * own, but their letters tell what readers of a language can read.
 */
/** A pattern that matches text with a letter in the script of `language`, or undefined when that is not known. */
export function scriptOf(language: string): RegExp | undefined {
  try {
    const { script } = new Intl.Locale(language).maximize();
    return script === undefined
      ? undefined
      : new RegExp(`[${(scripts[script] ?? [script]).map(property).join('')}]`, 'u');
  } catch {
    return undefined;
  }
}

const property = (script: string): string => `\\p{Script=${script}}`;

/** Language tags name some scripts by use; Unicode names them by their characters. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
};
