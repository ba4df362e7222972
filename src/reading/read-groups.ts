/**
 * Phrases that count or stand for several: "five members of the Standing Commission", "400 soldiers from Uruguay", "the
 * two presidents", "the ministers".
 */
import type { DocumentNode } from './document-node.ts';
import { singular } from './find-names.ts';
import { joinLists } from './join-lists.ts';
import type { Passage } from './passage.ts';
import { type Item, markOf, type PhraseItem, posOf, wordOf } from './phrase.ts';
import type { Token } from './tokens.ts';

/** A phrase, and the item behind it. */
export interface PhraseRead {
  readonly item: PhraseItem;
  readonly next: number;
}

/** The group that begins at item `i`. */
export function groupAt(passage: Passage, items: readonly Item[], i: number): PhraseRead | undefined {
  return namedTogether(passage, items, i) ?? countedAt(passage, items, i);
}

/** "five members of the Standing Commission", "ninety-nine states", "191 national societies". */
function countedAt(passage: Passage, items: readonly Item[], i: number): PhraseRead | undefined {
  const { groups, state, group } = passage.lexicon;
  const number = items[i];
  const count = number?.kind === 'word' ? numberOf(passage.tokens, number.start) : undefined;
  if (!number || !count || count.value < 2) return undefined;
  let at = i + (count.end - number.start);
  const isGroup = (n: number): boolean => groups.has(wordOf(items[n]));
  while (['ADJ', 'VERB'].includes(posOf(items[at])) || (posOf(items[at]) === 'NOUN' && !isGroup(at) && at - i < 4))
    at++;
  if (items[at]?.kind === 'phrase' && isGroup(at + 1)) at++;
  const head = items[at];
  const member = groups.get(wordOf(head));
  if (!head || member === undefined) return undefined;
  const { start } = number;
  const named = phraseBehind(items, at + 2);
  if (named && wordOf(items[at + 1]) === 'from' && named.phrase.nodes[0]?.type === state) {
    // "400 soldiers from Uruguay and Ghana" are those who sent them.
    const { end, nodes } = named.phrase;
    const item = passage.phrase('name', { start, end }, nodes, { role: singular(wordOf(head)) });
    return { item, next: items.indexOf(named) + 1 };
  }
  const isOfBody = named?.phrase.kind === 'name' && wordOf(items[at + 1]) === 'of';
  let next = isOfBody ? items.indexOf(named) + 1 : at + 1;
  // "of the Standing Commission of the International Movement"
  const further = isOfBody && wordOf(items[next]) === 'of' ? items[nameAt(items, next + 1)] : undefined;
  if (further?.kind === 'phrase' || further?.kind === 'capitals') next = items.indexOf(further) + 1;
  const listed = listBehind(passage, items, next, count.value);
  if (listed) {
    const end = listed.isNext ? listed.end : items[next - 1]!.end;
    return { item: passage.phrase('name', { start, end }, listed.nodes), next: listed.isNext ? listed.next : next };
  }
  const body = isOfBody ? named.phrase.nodes[0] : undefined;
  const name = passage.written({ start, end: head.end });
  const node = passage.nodes.propose(group, body ? `${name} of ${body.name}` : name, name);
  node.count = count.value;
  node.memberKind = member;
  return { item: passage.phrase('group', { start, end: items[next - 1]!.end }, [node], body && { body }), next };
}

const nameAt = (items: readonly Item[], at: number): number => at + Number(wordOf(items[at]) === 'the');

function phraseBehind(items: readonly Item[], at: number): PhraseItem | undefined {
  const item = items[nameAt(items, at)];
  return item?.kind === 'phrase' ? item : undefined;
}

/** Nouns of those who were named together, whatever they were called then. */
const PARTIES = new Set([
  'side',
  'party',
  'delegation',
  'leader',
  'official',
  'country',
  'state',
  'nation',
  'government',
]);

/** "the two presidents", "both countries", "the ministers": the last who were named so together. */
function namedTogether(passage: Passage, items: readonly Item[], i: number): PhraseRead | undefined {
  const opener = wordOf(items[i]);
  if (!['the', 'these', 'both', 'all'].includes(opener)) return undefined;
  let at = i + 1;
  const number = items[at]?.kind === 'word' ? numberOf(passage.tokens, items[at]!.start) : undefined;
  if (number) at += number.end - items[at]!.start;
  while (posOf(items[at]) === 'ADJ') at++;
  const item = items[at];
  if (!item || item.kind === 'phrase' || item.kind === 'capitals') return undefined;
  const key = passage.key(item.end - 1);
  const isOpen =
    ['of', 'from', 'for', 'to'].includes(wordOf(items[at + 1])) ||
    ['phrase', 'capitals'].includes(items[at + 1]?.kind ?? '');
  if (!key.endsWith('s') || isOpen) return undefined;
  const { state, offices, groups, nominals, shells } = passage.lexicon;
  const role = singular(key);
  const type = [groups.get(key), nominals.get(key)].find((it) => it === state);
  if (!type && item.kind !== 'title' && !shells.has(key) && !PARTIES.has(role)) return undefined;
  const count = opener === 'both' ? 2 : number?.value;
  const fits = (it: DocumentNode): boolean =>
    type ? it.type === type : it.type === state || it.type === offices?.person;
  const together = passage.nodes.discourse.findTogether(
    (it) =>
      it.sentence >= passage.nodes.sentence - 3 &&
      (count === undefined || it.nodes.length === count) &&
      it.nodes.every(fits) &&
      (PARTIES.has(role) || it.role === role || type !== undefined),
  );
  const nodes = together ?? (count === 2 ? lastTwo(passage, type ?? offices?.person) : undefined);
  return nodes && { item: passage.phrase('nominal', { start: items[i]!.start, end: item.end }, nodes), next: at + 1 };
}

/** The last two of a type, if just two were named lately. */
function lastTwo({ nodes }: Passage, type: string | undefined): DocumentNode[] | undefined {
  const named = [...nodes.recent].filter((it) => it.type === type && it.lastSentence >= nodes.sentence - 2);
  return named.length === 2 ? named : undefined;
}

/** "the six powers – the United States, Britain and France", "30 delegations are attending, among them those of Ghana". */
function listBehind(passage: Passage, items: readonly Item[], from: number, count: number) {
  const opens = (at: number): number | undefined => {
    const word = wordOf(items[at]);
    if (/^[-–—:]$/.test(markOf(items[at])) || word === 'including' || word === 'namely') return at + 1;
    return word === 'among' && wordOf(items[at + 1]) === 'them' ? at + 2 : undefined;
  };
  for (let at = from; at < items.length; at++) {
    let start = opens(at);
    if (start === undefined) continue;
    const isNext = at === from || (at === from + 1 && markOf(items[from]) === ',');
    while (['the', 'those', 'of'].includes(wordOf(items[start]))) start++;
    const [list] = joinLists(items.slice(start), passage.nodes);
    const nodes = list?.kind === 'phrase' ? list.phrase.nodes : [];
    // Far behind, a dash or a colon may open anything: only as many as were counted are they.
    const isMeant = isNext || wordOf(items[at]) !== '' || nodes.length === count;
    if (!list || nodes.length < 2 || !isMeant || nodes.length > count) continue;
    return { nodes, isNext, end: list.end, next: items.findIndex((it) => it.end >= list.end) + 1 };
  }
  return undefined;
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
