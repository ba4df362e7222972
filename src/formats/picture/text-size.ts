/**
 * How much room a text takes in a picture, without a font at hand: close enough to keep labels off each other.
 *
 * The widths are those of Helvetica and its kin, by kinds of letters, a little on the generous side.
 */
const NARROW = /[iljtfrI.,:;'’|!()[\]\-– ]/;
const WIDE = /[mwMW@%—…]/;
const CAPITAL = /\p{Lu}/u;
/** Chinese, Japanese, Korean, full-width forms and emoji are as wide as they are tall. */
const SQUARE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{1faff}\u{20000}-\u{3ffff}]/u;
/** Signs that are written on the letter before them. */
const MARK = /\p{M}/u;

/** The width of a text in a font of this size, in the same unit. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += widthOf(letter);
  return width * size;
}

function widthOf(letter: string): number {
  if (letter <= '\u007e' ? NARROW.test(letter) : letter === '’' || letter === '–') return 0.33;
  if (WIDE.test(letter)) return 0.88;
  if (SQUARE.test(letter)) return 1.05;
  if (MARK.test(letter)) return 0;
  return CAPITAL.test(letter) ? 0.72 : 0.57;
}

/** Letters that are looked at, many more than fit. */
const LONGEST = 2000;

/** A text in lines of at most this width where its words allow it; what is too long for all of them ends in `…`. */
export function wrapText(text: string, size: number, width: number, mostLines: number): string[] {
  // Of a text of pages only the beginning can be shown, and measuring the rest would take long.
  const words = text
    .slice(0, LONGEST)
    .split(/\s+/)
    .filter((it) => it !== '');
  const lines: string[] = [];
  let line = '';
  for (const [i, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, size) <= width) line = longer;
    else if (lines.length === mostLines - 1)
      return [...lines, shorten([line, ...words.slice(i)].join(' '), size, width)];
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, shorten(line, size, width)];
}

/** The beginning of a text that fits, with `…` where something is missing. A long word may stick out by a third. */
function shorten(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width * 1.33) return text;
  let kept = '';
  let left = width - textWidth('…', size);
  for (const letter of text) {
    left -= widthOf(letter) * size;
    if (left < 0) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}
