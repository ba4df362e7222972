/**
 * Lists of phrases as one: "A, B and C", "A, together with B and C", "A as well as B".
 */
import type { DocumentNodes } from './document-nodes.ts';
import { type Item, markOf, type Phrase, type PhraseItem, phraseItem, posOf, wordOf } from './phrase.ts';

/** Words that join those of a list, in the order of their length. */
const JOINERS: readonly (readonly string[])[] = [
  ...[
    'in cooperation with',
    'in collaboration with',
    'in partnership with',
    'as well as',
    'together with',
    'along with',
  ],
  ...['alongside', 'and', '&', 'or', 'plus'],
].map((it) => it.split(' '));

/** The items with each list in the place of its phrases. */
export function joinLists(items: readonly Item[], nodes: DocumentNodes): Item[] {
  const out: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const first = items[i]!;
    // "According to P, A and B met": whoever says it is none of them.
    const isSpeaker = wordOf(items[i - 1]) === 'to' && wordOf(items[i - 2]) === 'according';
    if (first.kind !== 'phrase' || !isListable(first.phrase) || isSpeaker) {
      out.push(first);
      continue;
    }
    let list = first;
    let last = i;
    for (let next = nextInList(items, last); next; next = nextInList(items, last)) {
      if (!goTogether(list, next.item, nodes)) break;
      // "A and B, C met": a comma alone joins only when an "and" follows, or within a list.
      list = phraseItem({
        ...list.phrase,
        end: next.item.end,
        nodes: [...new Set([...list.phrase.nodes, ...next.item.phrase.nodes])],
        isPossessive: next.item.phrase.isPossessive,
      });
      last = next.at;
    }
    out.push(list);
    i = last;
  }
  return out;
}

const isListable = ({ kind, nodes, isPossessive }: Phrase): boolean =>
  nodes.length > 0 && !isPossessive && kind !== 'pronoun' && kind !== 'capitals';

/** The phrase that goes on with a list behind `at`. */
function nextInList(items: readonly Item[], at: number): { item: PhraseItem; at: number } | undefined {
  let next = at + 1;
  const comma = markOf(items[next]) === ',';
  if (comma) next++;
  const joiner = JOINERS.find((words) =>
    words.every((word, i) => (wordOf(items[next + i]) || markOf(items[next + i])) === word),
  );
  if (joiner) next += joiner.length;
  if (!comma && !joiner) return undefined;
  while (posOf(items[next]) === 'DET' || ['his', 'her', 'its', 'their'].includes(wordOf(items[next]))) next++;
  const item = items[next];
  if (item?.kind !== 'phrase' || item.phrase.nodes.length === 0 || item.phrase.kind === 'pronoun') return undefined;
  if (comma && item.phrase.isPossessive) return undefined;
  if (comma && !joiner && item.phrase.nodes.length === 1 && !endsAsList(items, next)) return undefined;
  return { item, at: next };
}

/** Whether a list that goes on with a comma at `at` comes to an "and": else the comma parts clauses or appositions. */
function endsAsList(items: readonly Item[], at: number): boolean {
  for (let i = at + 1; i < items.length; i++) {
    const key = wordOf(items[i]);
    if (['and', 'or', 'as', 'together', 'along'].includes(key)) return true;
    if (items[i]!.kind !== 'phrase' && markOf(items[i]) !== ',' && posOf(items[i]) !== 'DET') return false;
  }
  return true;
}

/** Whether two phrases may stand in one list: parties with parties, adjectives with adjectives, else one type. */
function goTogether(one: PhraseItem, other: PhraseItem, nodes: DocumentNodes): boolean {
  const [a, b] = [one.phrase, other.phrase];
  if ((a.kind === 'adjective') !== (b.kind === 'adjective')) return false;
  const [type, otherType] = [a.nodes[0]!.type, b.nodes[0]!.type];
  if (type === otherType) return true;
  const { offices } = nodes.lexicon;
  const acts = (it: string): boolean => offices !== undefined && (offices.of.has(it) || it === offices.person);
  return acts(type) && acts(otherType);
}
