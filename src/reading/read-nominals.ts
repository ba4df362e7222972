/**
 * Nouns and pronouns that stand for nodes: "the meeting", "a special event", "the SCO summit", "our country", "it".
 *
 * What is definite is referred to what was named before, by the same head, else by its kind; what is introduced is
 * proposed with its own words as its name.
 */
import { foldText } from '../base/fold-text.ts';
import type { DocumentNode } from './document-node.ts';
import { singular } from './find-names.ts';
import type { Passage } from './passage.ts';
import { type Item, markOf, posOf, wordOf } from './phrase.ts';
import { groupAt, type PhraseRead } from './read-groups.ts';

const HIS = new Set(['his', 'her', 'their']);
const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'both', 'such', 'its', 'our', ...HIS]);
const INDEFINITE = new Set(['a', 'an', 'another', 'bilateral', 'first']);
/** Plurals that stand for one occasion without an article. */
const BARE = new Set(['talks', 'negotiations', 'consultations']);
/** Behind these stands what a text, an undertaking or an occasion is about, which is a part of its name. */
const NAMED_BY_TOPIC = new Set(['on', 'for', 'against', 'concerning']);
const PRONOUNS = new Set(['it', 'they', 'he', 'she', 'we']);
/** Heads that mean anything of their kind: "the organisation", "the body". */
const LOOSE = new Set(['organisation', 'organization', 'body', 'mission', 'bloc', 'grouping']);
const TOPIC_WORDS = ['ADJ', 'NOUN', 'PROPN', 'DET', 'ADP', 'CCONJ', 'NUM'];

/** A sentence's items with nominals, groups and pronouns as phrases. "His country" is known once posts are: `hasPosts`. */
export function readNominals(passage: Passage, items: readonly Item[], hasPosts = false): Item[] {
  const out: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const read = hasPosts
      ? HIS.has(wordOf(items[i])) && nominalAt(passage, items, i, true)
      : (groupAt(passage, items, i) ?? nominalAt(passage, items, i) ?? pronounAt(passage, items, i));
    out.push(read ? read.item : items[i]!);
    if (read) i = read.next - 1;
  }
  return out;
}

/** "the meeting", "a special event", "these talks", "our country". */
function nominalAt(passage: Passage, items: readonly Item[], i: number, hasPosts = false): PhraseRead | undefined {
  const { nodes, lexicon, sentence } = passage;
  const { nominals, introduced } = lexicon;
  const determiner = wordOf(items[i]);
  const isTopical = sentence.isHeadline && NAMED_BY_TOPIC.has(wordOf(items[i + 1])) && nominals.has(determiner);
  const isBare = items[i]?.kind === 'word' && (BARE.has(determiner) || isTopical);
  if (!isBare && !DEFINITE.has(determiner) && !INDEFINITE.has(determiner)) return undefined;
  const headAt = isBare ? i : headOf(passage, items, i + 1);
  const head = headAt === undefined ? undefined : items[headAt];
  if (headAt === undefined || !head) return undefined;
  const written = passage.key(head.end - 1);
  const word = singular(written);
  const type = nominals.get(written) ?? nominals.get(word);
  if (type === undefined || (HIS.has(determiner) && !hasPosts && type === lexicon.state)) return undefined;
  const before = items.slice(i + 1, headAt);
  const isNext = before.some((it) => ['next', 'coming', 'upcoming', 'forthcoming'].includes(wordOf(it)));
  const isNew = (INDEFINITE.has(determiner) || isBare || isNext) && introduced.has(type);
  if (INDEFINITE.has(determiner) && !isNew) return undefined;
  const name = described(passage, items, isBare ? i : i + 1, headAt, type);
  const whose = before.find((it) => it.kind === 'phrase' && it.phrase.kind === 'name');
  const [named] = whose?.kind === 'phrase' ? whose.phrase.nodes : [];
  // "the Damascus summit", "the Geneva-based body": where it is tells nothing of whose it is.
  const owner = named?.type === lexicon.place ? undefined : named;
  const isAdded = INDEFINITE.has(determiner) ? apposed(passage, items, i) : undefined;
  const referred = isAdded ?? (isNew ? headlined(passage, word) : refer(passage, type, word, determiner, owner));
  const node = referred ?? (introduced.has(type) ? nodes.propose(type, name.text, name.text) : undefined);
  if (!node) return undefined;
  node.heads.add(word);
  if (referred && isNew && !isAdded && name.text.length > node.name.length) {
    node.mentions.add(name.text);
    node.name = name.text;
  }
  if (!referred) node.mentions.add(name.short);
  if (sentence.isHeadline) nodes.discourse.headlined.add(node);
  const next = referred && !isNew ? headAt + 1 : name.next;
  if (!referred && name.whole) nodes.addPart(node, name.whole);
  return { item: passage.phrase('nominal', { start: items[i]!.start, end: items[next - 1]!.end }, [node]), next };
}

/** "the Water Process, an initiative joined by": what a comma adds is the same. */
function apposed({ nodes, lexicon }: Passage, items: readonly Item[], i: number): DocumentNode | undefined {
  const before = markOf(items[i - 1]) === ',' ? items[i - 2] : undefined;
  const named = before?.kind === 'phrase' && before.phrase.kind === 'name' ? before.phrase.nodes[0] : undefined;
  return named && lexicon.introduced.has(named.type) ? nodes.mention(named, named.name) : undefined;
}

/** What a headline named by this head already: its first sentence introduces the same once more. */
function headlined({ nodes }: Passage, head: string): DocumentNode | undefined {
  const isMeant = (it: DocumentNode): boolean =>
    it.heads.has(head) && it.known === undefined && nodes.discourse.headlined.has(it);
  return nodes.findRecent(isMeant, () => false);
}

/** The place of the nominal that a determiner at `from - 1` belongs to: behind adjectives, nouns and names. */
function headOf(passage: Passage, items: readonly Item[], from: number): number | undefined {
  const { nominals } = passage.lexicon;
  const isHead = (it: Item | undefined): boolean =>
    (it?.kind === 'word' || it?.kind === 'capitals') && it.end - it.start === 1 && nominals.has(passage.key(it.start));
  let found: number | undefined;
  for (let at = from; at < from + 6; at++) {
    const item = items[at];
    if (isHead(item)) found = at;
    else if (item?.kind === 'capitals' || markOf(item) === '-') continue;
    else if (item?.kind === 'phrase') {
      if (markOf(items[at + 1]) === '-' && wordOf(items[at + 2]) === 'based') at += 2;
      // "the SCO summit"
      else if (found !== undefined || item.phrase.isPossessive) break;
      else if (item.phrase.kind !== 'adjective' && !(item.phrase.kind === 'name' && isHead(items[at + 1]))) break;
    } else if (item?.kind !== 'word' || item.token.key === '' || found !== undefined) break;
    else if (!['ADJ', 'NOUN', 'NUM', 'PROPN', 'ADV'].includes(item.token.pos)) break;
  }
  return found;
}

interface Described {
  readonly text: string;
  /** Without what it is about and whose it is. */
  readonly short: string;
  readonly next: number;
  /** The occasion that it is a part of. */
  readonly whole: DocumentNode | undefined;
}

/** The name of something introduced: its words, what it is about, whose it is, between whom. */
function described(passage: Passage, items: readonly Item[], from: number, headAt: number, type: string): Described {
  const { lexicon } = passage;
  let next = headAt + 1;
  const isDate = /^\d|day$|sidelines|^(?:the|his|her|its)$/.test(wordOf(items[next + 1]) || markOf(items[next + 1]));
  const isTopic = lexicon.smallHeads.has(type)
    ? NAMED_BY_TOPIC.has(wordOf(items[next]))
    : isOccasion(passage, type) && wordOf(items[next]) === 'on' && !isDate;
  if (isTopic) next = topicEnd(items, next, lexicon.smallHeads.has(type) ? 9 : 4);
  // "a ministerial meeting of the Water Partnership", "the next session of the forum": whose it is belongs to the name.
  let whole: DocumentNode | undefined;
  const ownerAt = next + 1 + Number(wordOf(items[next + 1]) === 'the');
  const owner = items[ownerAt];
  if (wordOf(items[next]) === 'of' && owner?.kind === 'phrase' && owner.phrase.kind === 'name') {
    const its = owner.phrase.nodes[0]?.type ?? '';
    if (!lexicon.introduced.has(its) || isOccasion(passage, its)) next = ownerAt + 1;
  } else if (wordOf(items[next]) === 'of' && ownerAt > next + 1 && isOccasion(passage, type)) {
    const head = headOf(passage, items, ownerAt);
    const word = head === undefined ? '' : passage.key(items[head]!.start);
    const its = lexicon.nominals.get(word);
    if (head !== undefined && its !== undefined && isOccasion(passage, its)) {
      whole = refer(passage, its, singular(word), 'the');
      if (whole) next = head + 1;
    }
  }
  if (wordOf(items[next]) === 'between') next = partiesEnd(passage, items, next + 1);
  const { start } = items[from]!;
  const text = passage.written({ start, end: items[next - 1]!.end });
  return { text, short: passage.written({ start, end: items[headAt]!.end }), next, whole };
}

function topicEnd(items: readonly Item[], at: number, most: number): number {
  let next = at + 1;
  const goesOn = (it: Item | undefined): boolean =>
    it !== undefined &&
    (it.kind !== 'word' || TOPIC_WORDS.includes(posOf(it)) || markOf(it) === ',' || wordOf(it).endsWith('ing'));
  const isPlace = (n: number): boolean => most < 9 && posOf(items[n]) === 'ADP' && n > at + 1;
  while (next < at + most && goesOn(items[next]) && !isPlace(next)) next++;
  while (['ADP', 'CCONJ', 'DET', 'PUNCT'].includes(posOf(items[next - 1])) && next > at) next--;
  return next;
}

function partiesEnd({ lexicon }: Passage, items: readonly Item[], from: number): number {
  let next = from;
  for (let quiet = 0; next < items.length && quiet < 3; next++) {
    const item = items[next]!;
    const isSmall = ['and', 'the'].includes(wordOf(item)) || markOf(item) === ',';
    if (item.kind === 'phrase' || item.kind === 'capitals') quiet = 0;
    else if (!isSmall && (!['ADJ', 'NOUN', 'NUM', 'PROPN'].includes(posOf(item)) || lexicon.nominals.has(wordOf(item))))
      break;
    else quiet++;
  }
  return next;
}

/**
 * What was named before and may be called so: by the same head, else the last of its type or its like. `owner`: whose name
 * stands before the head, as in "the SCO summit".
 */
function refer(
  passage: Passage,
  type: string,
  head: string,
  determiner: string,
  owner?: DocumentNode,
): DocumentNode | undefined {
  const { nodes, lexicon } = passage;
  if (type === lexicon.state) {
    if (HIS.has(determiner)) return affiliation(passage);
    if (head === 'government' || head === 'state') return undefined;
    return determiner === 'our' ? nodes.home() : latest(passage, (it) => it.type === type);
  }
  // "the summit" is the one that is reported, and not the next.
  const isToCome = (it: DocumentNode): boolean => /^(?:next|coming|upcoming|forthcoming)\b/i.test(it.name);
  const isWhose = (it: DocumentNode): boolean => !isToCome(it) && (!owner || isNamedAfter(it, owner));
  const byHead = latest(passage, (it) => it.heads.has(head) && isWhose(it));
  const isLoose = !owner && (lexicon.introduced.has(type) || LOOSE.has(head));
  if (byHead || !isLoose) return byHead;
  // "the Assembly elected … to the Geneva-based body": another than those the sentence has named already.
  const exact = lexicon.smallHeads.has(type) ? latest(passage, (it) => it.type === type) : undefined;
  if (exact) return exact;
  const isAlike = (it: DocumentNode): boolean =>
    !isToCome(it) && (it.type === type || (isOccasion(passage, type) && isOccasion(passage, it.type)));
  return latest(passage, (it) => isAlike(it) && it.lastSentence < nodes.sentence) ?? latest(passage, isAlike);
}

/** Whether a name has a word that another is called by: "20th Arab League summit" and "Arab League". */
function isNamedAfter({ name, mentions }: DocumentNode, owner: DocumentNode): boolean {
  const said = foldText([name, ...mentions].join(' '));
  return [owner.name, ...owner.mentions].some((it) => said.includes(foldText(it)));
}

/** "his country": what the last person who was named acts for. */
function affiliation({ nodes }: Passage): DocumentNode | undefined {
  const actsForState = (it: DocumentNode): boolean => it.affiliation?.type === nodes.lexicon.state;
  return nodes.findRecent(actsForState, (a, b) => a.lastSentence >= b.lastSentence)?.affiliation;
}

/** Introduced nodes that are no texts: one calls a meeting what another calls a summit. */
export const isOccasion = ({ lexicon }: Passage, type: string): boolean =>
  lexicon.introduced.has(type) && (!lexicon.smallHeads.has(type) || lexicon.nominals.get('process') === type);

function latest({ nodes }: Passage, accepts: (node: DocumentNode) => boolean): DocumentNode | undefined {
  const isLater = (a: DocumentNode, b: DocumentNode): boolean =>
    a.lastSentence > b.lastSentence || (a.lastSentence === b.lastSentence && a.weight >= b.weight);
  const best = nodes.findRecent(accepts, isLater);
  return best && nodes.mention(best, best.name);
}

function pronounAt(passage: Passage, items: readonly Item[], i: number): PhraseRead | undefined {
  const item = items[i];
  if (item?.kind !== 'word' || !PRONOUNS.has(item.token.key) || item.token.pos !== 'PRON') return undefined;
  return { item: passage.phrase('pronoun', item, []), next: i + 1 };
}
