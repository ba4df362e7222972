/**
 * One text, number or truth value of plain YAML, on one line.
 *
 * Numbers keep how they were written, since `2024` and `004` are dates and codes to us.
 */

export interface PlainScalar {
  readonly value: string | number | boolean;
  readonly text: string;
  /** The offset behind it. */
  readonly end: number;
}

const SINGLE_QUOTED = /'((?:[^'\n]|'')*)'/y;
const DOUBLE_QUOTED = /"([^"\\\n]*)"/y;
/** Ends at the line, or at a comment, which is behind a blank. */
const UNQUOTED = /[^\n]*?(?= *(?:\n|$)| +#)/y;
/** In brackets a comma and any bracket end it too. */
const UNQUOTED_IN_BRACKETS = /[^\n,[\]{}]*?(?= *(?:[\n,[\]{}]|$)| +#)/y;
/** Beginnings that mean something else to YAML, and a colon that would make a map. */
const SPECIAL = /^[&*!|>%@`#"',[\]{}]|^[-?:](?: |$)|:(?: |$)/;
const INTEGER = /^[-+]?\d+$/;
const DECIMAL = /^[-+]?(?:\d+\.\d*|\.\d+)$/;
/** Nothing, and numbers that nobody writes in a dossier: `1e3`, `0x1f`, `.inf`. */
const RARE = /^(?:~|null|[-+]?(?:0[ox].*|\.inf|\.nan|[\d.]+e[-+]?\d+))?$/i;
const TRUTH = /^(?:true|True|TRUE|false|False|FALSE)$/;

/** The scalar that begins at `start`, or undefined where the text is not plain. */
export function readPlainScalar(text: string, start: number, inBrackets: boolean): PlainScalar | undefined {
  const first = text[start];
  if (first === "'") return readQuoted(text, start, SINGLE_QUOTED);
  if (first === '"') return readQuoted(text, start, DOUBLE_QUOTED);
  const unquoted = inBrackets ? UNQUOTED_IN_BRACKETS : UNQUOTED;
  unquoted.lastIndex = start;
  const found = unquoted.exec(text)?.[0] ?? '';
  if (SPECIAL.test(found) || RARE.test(found)) return undefined;
  return { value: meaningOf(found), text: found, end: start + found.length };
}

function readQuoted(text: string, start: number, quoted: RegExp): PlainScalar | undefined {
  quoted.lastIndex = start;
  const inner = quoted.exec(text)?.[1];
  if (inner === undefined) return undefined;
  const value = quoted === SINGLE_QUOTED ? inner.replaceAll("''", "'") : inner;
  return { value, text: value, end: quoted.lastIndex };
}

function meaningOf(text: string): string | number | boolean {
  if (TRUTH.test(text)) return text.toLowerCase() === 'true';
  return INTEGER.test(text) || DECIMAL.test(text) ? Number(text) : text;
}
