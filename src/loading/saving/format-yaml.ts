/**
 * YAML in one form, as the shipped facts have it: two spaces a level, `{ a: b }`, `[a, b]`, quotes where they are needed, no
 * blanks at the ends of lines. Comments, blank lines, the order of what is said, numbers and folded paragraphs stay as they
 * were written.
 */
import { isScalar, parseDocument, type ScalarTag, type Tags, visit } from 'yaml';

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text in that form; undefined where it cannot be read, which `check` explains. It always says what it said. A byte order
 * mark and the ends of lines are those of the first: whoever keeps files so has programs that want them.
 */
export function formatYaml(text: string): string | undefined {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const isWindows = /^[^\n]*\r\n/.test(text);
  const formatted = formatLines(text.slice(mark.length).replaceAll('\r\n', '\n'));
  return formatted && mark + (isWindows ? formatted.replaceAll('\n', '\r\n') : formatted);
}

function formatLines(given: string): string | undefined {
  const { read } = parsed(given);
  if (read.errors.length > 0) return undefined;
  if (read.contents === null || (isScalar(read.contents) && read.contents.value === null)) return given;
  const said = JSON.stringify(read.toJS());
  const printed = parsed(read.toString({ lineWidth: 0 }));
  const tight = splice(printed.text, innerBlanks(printed));
  const folded = splice(tight, keptFolds({ text: given, read }, parsed(tight)));
  return [folded, tight].find((it) => JSON.stringify(parseDocument(it, { uniqueKeys: false }).toJS()) === said);
}

interface Parsed {
  readonly text: string;
  readonly read: ReturnType<typeof parseDocument>;
}

const parsed = (text: string): Parsed => ({
  text,
  read: parseDocument(text, { uniqueKeys: false, customTags: (tags) => tags.map(asWritten) }),
});

/** Numbers are printed as they stand: `007` may be a name, and no double holds twenty digits. */
function asWritten(tag: Tags[number]): Tags[number] {
  if (typeof tag === 'string' || tag.collection !== undefined || !/:(?:int|float)$/.test(tag.tag)) return tag;
  const { stringify } = tag;
  const printed: ScalarTag['stringify'] = (node, ...context) => node.source ?? stringify?.(node, ...context) ?? '';
  return { ...tag, stringify: printed };
}

/** The blanks behind `[` and before `]`. */
function innerBlanks({ text, read }: Parsed): Piece[] {
  const found: Piece[] = [];
  visit(read, {
    Seq(_, { flow, range }) {
      if (!flow || !range) return;
      const [start, end] = range;
      if (text.startsWith('[ ', start)) found.push({ start: start + 1, end: start + 2, text: '' });
      if (/\S \]$/.test(text.slice(end - 3, end))) found.push({ start: end - 2, end: end - 1, text: '' });
    },
  });
  return found;
}

/** Folded paragraphs as they were broken into lines. */
function keptFolds(given: Parsed, printed: Parsed): Piece[] {
  const before = foldsIn(given);
  const after = foldsIn(printed);
  if (before.length !== after.length) return [];
  return after.map(({ start, end, text }, i) => {
    const old = before[i]?.text ?? '';
    const [from, to] = [indentOf(old), indentOf(text)];
    const lines = old.split('\n').map((it, line) => (line === 0 || it.trim() === '' ? it : to + it.slice(from.length)));
    return { start, end, text: lines.join('\n') };
  });
}

/** The blanks before the lines of a paragraph, whose first line is its sign. */
function indentOf(paragraph: string): string {
  const line = paragraph.split('\n').find((it, i) => i > 0 && it.trim() !== '') ?? '';
  return line.slice(0, line.length - line.trimStart().length);
}

function foldsIn({ text, read }: Parsed): Piece[] {
  const found: Piece[] = [];
  visit(read, {
    Scalar(_, node) {
      if (!isScalar(node) || node.type !== 'BLOCK_FOLDED' || !node.range) return;
      const [start, end] = node.range;
      found.push({ start, end, text: text.slice(start, end) });
    },
  });
  return found;
}

/** The text with pieces replaced. */
function splice(text: string, pieces: readonly Piece[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, text: by } of pieces.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(from, start), by);
    from = end;
  }
  return parts.join('') + text.slice(from);
}
