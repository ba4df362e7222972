/**
 * Lists that stand in one text, in the spellings of other programs: `["a", "b"]`, `['a', 'b']`, `[a, b]`.
 */

const unescaped: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * The items of a list in brackets; undefined where the text is none. An item stands in double or single quotes, with
 * backslashes before quotes and backslashes, or without quotes; Gephi writes an empty text as `null`. A quote that is
 * never closed ends with the list. With `onlyQuoted`, a text with an item without quotes is no list.
 */
export function readList(text: string, onlyQuoted = false): string[] | undefined {
  if (text.length < 2 || !text.startsWith('[') || !text.endsWith(']')) return undefined;
  const items: string[] = [];
  const end = text.length - 1;
  for (let at = 1; at < end; ) {
    const letter = text[at] ?? '';
    if (letter === ',' || letter.trim() === '') at++;
    else if (letter === '"' || letter === "'") {
      const item = readQuoted(text, at, end);
      items.push(item.text);
      at = item.behind;
    } else {
      if (onlyQuoted) return undefined;
      const comma = text.indexOf(',', at);
      const behind = comma === -1 || comma > end ? end : comma;
      const item = text.slice(at, behind).trim();
      items.push(item === 'null' ? '' : item);
      at = behind;
    }
  }
  return items;
}

/** The text of an item whose quote stands at `start`, and the place behind it. */
function readQuoted(text: string, start: number, end: number): { text: string; behind: number } {
  const quote = text[start];
  let item = '';
  let at = start + 1;
  for (; at < end && text[at] !== quote; at++) {
    const letter = text[at] ?? '';
    if (letter === '\\' && at + 1 < end) {
      at++;
      item += unescaped[text[at] ?? ''] ?? text[at] ?? '';
    } else item += letter;
  }
  return { text: item, behind: at + 1 };
}

/** `a; b`, an item in double quotes where it has a semicolon, as we write lists for people. */
export function readSpreadsheetList(text: string): string[] {
  const items: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const end = text[at] === '"' ? endOfQuoted(text, at) : undefined;
    if (end !== undefined) items.push(text.slice(at + 1, end).replaceAll('""', '"'));
    const semicolon = end === undefined ? text.indexOf('; ', at) : end + 1;
    const behind = semicolon === -1 ? text.length : semicolon;
    if (end === undefined) items.push(text.slice(at, behind));
    at = behind + 2;
  }
  return items;
}

/** The place of the quote that closes an item, where the item ends with it. */
function endOfQuoted(text: string, start: number): number | undefined {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end !== -1 && (end === text.length - 1 || text.startsWith('; ', end + 1)) ? end : undefined;
}
