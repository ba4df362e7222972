/**
 * Phrases that count: "five members of the Standing Commission", "400 soldiers from Uruguay", "the two presidents".
 */
import type { DocumentNode } from './document-node.ts';
import type { DocumentNodes } from './document-nodes.ts';
import { singular } from './find-names.ts';
import { joinLists } from './join-lists.ts';
import type { Lexicon } from './lexicon.ts';
import { type Item, markOf, type PhraseItem, phraseItem, posOf, wordOf, writtenText } from './phrase.ts';
import type { Sentence, Token } from './tokens.ts';

/** A phrase, and the item behind it. */
export interface PhraseRead {
  readonly item: PhraseItem;
  readonly next: number;
}

export class GroupReader {
  readonly #text: string;
  readonly #sentence: Sentence;
  readonly #nodes: DocumentNodes;
  readonly #lexicon: Lexicon;

  constructor(text: string, sentence: Sentence, nodes: DocumentNodes) {
    this.#text = text;
    this.#sentence = sentence;
    this.#nodes = nodes;
    this.#lexicon = nodes.lexicon;
  }

  /** "five members of the Standing Commission", "ninety-nine states", "191 national societies". */
  at(items: readonly Item[], i: number): PhraseRead | undefined {
    const lastTwo = this.#lastTwoAt(items, i);
    if (lastTwo) return lastTwo;
    const number = items[i];
    const count = number?.kind === 'word' ? numberOf(this.#sentence.tokens, number.start) : undefined;
    if (!count || count.value < 2) return undefined;
    let at = i + (count.end - items[i]!.start);
    while (
      ['ADJ', 'VERB'].includes(posOf(items[at])) ||
      (posOf(items[at]) === 'NOUN' && !this.#lexicon.groups.has(wordOf(items[at])) && at - i < 4)
    )
      at++;
    if (
      items[at]?.kind === 'phrase' &&
      items[at + 1]?.kind === 'word' &&
      this.#lexicon.groups.has(wordOf(items[at + 1]))
    )
      at++;
    const member = this.#lexicon.groups.get(wordOf(items[at]));
    if (member === undefined) return undefined;
    let next = at + 1;
    let body: DocumentNode | undefined;
    const joiner = wordOf(items[next]);
    const named = items[next + 1 + Number(wordOf(items[next + 1]) === 'the')];
    if (joiner === 'of' && named?.kind === 'phrase' && named.phrase.kind === 'name') {
      body = named.phrase.nodes[0];
      next = items.indexOf(named) + 1;
      // "of the Standing Commission of the International Movement"
      const further = items[next + 1 + Number(wordOf(items[next + 1]) === 'the')];
      if (wordOf(items[next]) === 'of' && further?.kind === 'phrase') next = items.indexOf(further) + 1;
      else if (wordOf(items[next]) === 'of' && further?.kind === 'capitals') next = items.indexOf(further) + 1;
    }
    const end = items[next - 1]!.end;
    // "400 soldiers from Uruguay and Ghana" are those who sent them.
    if (named?.kind === 'phrase' && joiner === 'from' && named.phrase.nodes[0]?.type === this.#lexicon.state) {
      const role = singular(wordOf(items[at]));
      return { item: phraseItem({ ...named.phrase, start: number!.start, role }), next: items.indexOf(named) + 1 };
    }
    const name = writtenText(this.#text, this.#sentence, number!.start, items[at]!.end);
    const listed = this.#listBehind(items, next);
    if (listed) {
      return {
        item: phraseItem({
          kind: 'name',
          start: number!.start,
          end: listed.end,
          nodes: listed.nodes,
          isPossessive: false,
        }),
        next: listed.next,
      };
    }
    const node = this.#nodes.propose(this.#lexicon.group, body ? `${name} of ${body.name}` : name, name);
    node.count = count.value;
    node.memberKind = member;
    return {
      item: phraseItem({
        kind: 'group',
        start: number!.start,
        end,
        nodes: [node],
        isPossessive: false,
        ...(body && { body }),
      }),
      next,
    };
  }

  /** "the two presidents", "both countries": the last two of their kind, if just two were named lately. */
  #lastTwoAt(items: readonly Item[], i: number): PhraseRead | undefined {
    const head =
      wordOf(items[i]) === 'both'
        ? i + 1
        : ['the', 'these'].includes(wordOf(items[i])) && wordOf(items[i + 1]) === 'two'
          ? i + 2
          : 0;
    const item = items[head];
    if (head === 0 || !item) return undefined;
    const { state, offices, groups, nominals } = this.#lexicon;
    const key = this.#sentence.tokens[item.end - 1]?.key ?? '';
    const isPerson = item.kind === 'title' || groups.get(key) === offices?.person || ['leaders', 'sides'].includes(key);
    const type = (groups.get(key) ?? nominals.get(key)) === state ? state : isPerson ? offices?.person : undefined;
    if (type === undefined || !key.endsWith('s')) return undefined;
    const named: DocumentNode[] = [];
    for (const it of this.#nodes.recent)
      if (it.type === type && it.lastSentence >= this.#nodes.sentence - 2) named.push(it);
    if (named.length !== 2) return undefined;
    return {
      item: phraseItem({ kind: 'nominal', start: items[i]!.start, end: item.end, nodes: named, isPossessive: false }),
      next: head + 1,
    };
  }

  /** "the six powers – the United States, Britain and France": who is named behind a dash or a colon. */
  #listBehind(items: readonly Item[], from: number): { nodes: DocumentNode[]; end: number; next: number } | undefined {
    const at = from + Number(markOf(items[from]) === ',' && wordOf(items[from + 1]) === 'including');
    if (!/^[-–—:]$/.test(markOf(items[at])) && !['including', 'namely'].includes(wordOf(items[at]))) return undefined;
    const rest = joinLists(
      items.slice(at + 1).filter((it, i) => i > 0 || wordOf(it) !== 'the'),
      this.#nodes,
    );
    const list = rest[0];
    if (list?.kind !== 'phrase' || list.phrase.nodes.length < 2) return undefined;
    return { nodes: [...list.phrase.nodes], end: list.end, next: items.findIndex((it) => it.end >= list.end) + 1 };
  }
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** The count, as articles write it ("1,200", "twenty-seven"), that begins at token `at`, and the token behind it. */
function numberOf(tokens: readonly Token[], at: number): { value: number; end: number } | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (/^\p{N}{1,3}(?:,?\p{N}{3})*$/u.test(token.text)) {
    const value = Number(token.text.replaceAll(',', ''));
    // A year counts nothing.
    return value >= 1900 && value < 2100 && !token.text.includes(',') ? undefined : { value, end: at + 1 };
  }
  const unit = UNITS.indexOf(token.key);
  if (unit !== -1) return { value: unit, end: at + 1 };
  const ten = TENS.indexOf(token.key);
  if (ten === -1) return token.key === 'dozen' ? { value: 12, end: at + 1 } : undefined;
  const tens = 20 + 10 * ten;
  const hyphen = /^[-‐‑]$/.test(tokens[at + 1]?.text ?? '');
  const more = UNITS.indexOf(tokens[at + (hyphen ? 2 : 1)]?.key ?? '');
  return more > 0 && more < 10 ? { value: tens + more, end: at + (hyphen ? 3 : 2) } : { value: tens, end: at + 1 };
}
