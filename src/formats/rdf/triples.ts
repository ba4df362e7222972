/**
 * The words of Turtle and N-Quads, which write IRIs and texts alike.
 */
import type { TextSanitiser } from '../sanitise-text.ts';

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A text in double quotes. */
export const quoted = (text: string, sanitiser: TextSanitiser): string =>
  `"${sanitiser.clean(text).replace(/["\\\n\r\t]/g, (it) => escapes[it] ?? it)}"`;
