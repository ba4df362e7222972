/**
 * An article as the reader sees it: its text, the lines that are not empty, which of them are headlines, and where and
 * when it was filed. Offsets are those of a JavaScript string, so that a piece of evidence is `text.slice(start, end)`.
 */

export interface TextLine {
  /** Counted over the lines that are not empty, from 1. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
  /** A headline names what is known and states nothing: its grammar is that of telegrams. */
  readonly isHeadline: boolean;
}

export interface Article {
  readonly text: string;
  readonly lines: readonly TextLine[];
  /** The day on which it appeared, `2024-11-01`, against which "on Monday" is read. */
  readonly published: string | undefined;
  /** The place before the first sentence, where the report was filed, which is never where something was held. */
  readonly dateline: { readonly start: number; readonly end: number; readonly place: string } | undefined;
}

/** Headlines are short and end in no stop. */
const LONGEST_HEADLINE = 160;
/** GENEVA, November 25. /TASS/. · ASTANA – · Astana, 23 November 2022 (TDI): · GENEVA. KAZINFORM - */
const DATELINE =
  /^\s*(?:\p{Lu}{4,} )?(\p{Lu}[\p{L}'’ -]{2,28}?)(?:,\s*[^.:()/–—\n]{3,30})?(?:\.\s|\s*\([^)\n]{2,40}\)\s*[:–—-]*|\s[–—-]{1,2}\s)\s*(?:\/\p{L}+\/\.?\s*|\p{Lu}{4,}(?:\s*[–—-]+)?\s+|[–—-]+\s*)?/u;

/** Lines, headlines and dateline of a text. */
export function makeArticle(text: string, published?: string): Article {
  const lines = linesOf(text);
  return { text, lines, published, dateline: datelineOf(text, lines) };
}

function linesOf(text: string): TextLine[] {
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (text.slice(start, Math.min(end, start + 1000)).trim() !== '') spans.push({ start, end });
    start = end + 1;
  }
  let head = spans.length > 1;
  return spans.map((span, i) => {
    const words = text.slice(span.start, Math.min(span.end, span.start + 2 * LONGEST_HEADLINE)).trim();
    head &&= words.length <= LONGEST_HEADLINE && !/[.!?:]["”’»]?$/.test(words) && i < spans.length - 1;
    return { number: i + 1, ...span, isHeadline: head };
  });
}

function datelineOf(text: string, lines: readonly TextLine[]): Article['dateline'] {
  const first = lines.find((it) => !it.isHeadline);
  if (!first) return undefined;
  const match = DATELINE.exec(text.slice(first.start, Math.min(first.end, first.start + 160)));
  const place = match?.[1];
  if (!match || place === undefined) return undefined;
  // "Iran (and others)" is no dateline: a place in small letters is one only before a dash or a colon.
  const isMeant = place === place.toUpperCase() || /[:–—-]\s*$/.test(match[0]);
  if (!isMeant || place.split(' ').length > 4) return undefined;
  return { start: first.start, end: first.start + match[0].length, place };
}

/** The number of the line in which an offset lies. */
export function lineAt(article: Article, offset: number): number {
  let low = 0;
  let high = article.lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (article.lines[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return article.lines[low]?.number ?? 1;
}
