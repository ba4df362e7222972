/**
 * A sentence as phrases and words: names linked, posts read, nominals and pronouns referred to what was named before,
 * shells ("delegations from …") opened, lists joined.
 */
import type { DocumentNode } from './document-node.ts';
import { NameFinder, type NameItem, singular } from './find-names.ts';
import { Gazetteer } from './gazetteer.ts';
import { joinLists } from './join-lists.ts';
import type { Passage, TokenSpan } from './passage.ts';
import { type Item, markOf, type OfficeFound, type PhraseItem, posOf, wordOf } from './phrase.ts';
import { isOccasion, readNominals } from './read-nominals.ts';
import { OfficeReader } from './read-offices.ts';
import { tokensOf } from './tokens.ts';

export interface SentenceRead {
  readonly items: readonly Item[];
  readonly offices: readonly OfficeFound[];
}

/** "A round of the talks" is an occasion of its own. */
const ROUNDS = new Set(['round', 'session', 'edition', 'meeting', 'sitting']);

/** The phrases of a sentence, and the posts that it says somebody holds. */
export function readPhrases(passage: Passage): SentenceRead {
  const { nodes } = passage;
  const found = new NameFinder(passage.sentence, gazetteerOf(passage), passage.lexicon).find();
  const linked = found.map((it) => linkedItem(passage, it));
  const nominals = readNominals(passage, linked);
  const titles =
    passage.lexicon.offices && new OfficeReader(passage, nominals, (at) => stateMeant(passage, linked, at));
  const named = readNominals(passage, titles?.read() ?? nominals, true);
  const items = joinLists(openShells(passage, joinLists(named, nodes)), nodes);
  for (const it of items) if (it.kind === 'phrase') nodes.discourse.addTogether(it.phrase, nodes.sentence);
  return { items, offices: titles?.offices ?? [] };
}

const gazetteerOf = ({ nodes }: Passage): Gazetteer => Gazetteer.of(nodes.view.graph, nodes.lexicon);

/** The state that a title without one belongs to: of the sentence's adjectives, of the dateline, or the dominant one. */
function stateMeant({ nodes, lexicon }: Passage, items: readonly Item[], at: number): DocumentNode | undefined {
  const { state, place } = lexicon;
  const first = (it: Item | undefined): DocumentNode | undefined =>
    it?.kind === 'phrase' ? it.phrase.nodes[0] : undefined;
  const near =
    items.findLast((it) => it.start < at && first(it)?.type === state) ??
    items.find((it) => it.kind === 'phrase' && it.phrase.kind === 'adjective');
  if (near) return first(near);
  // "visited Kathmandu and met Prime Minister P"
  const city = first(items.findLast((it) => it.start < at && first(it)?.type === place));
  const home = nodes.home();
  const isRival = (it: DocumentNode): boolean => it !== home && it.type === state && 2 * it.weight > home!.weight;
  const isAlone = home && !nodes.findRecent(isRival, () => false);
  return (city && nodes.stateOfCapital(city)) ?? (isAlone ? home : nodes.onlyStateBefore());
}

function linkedItem(passage: Passage, item: NameItem): Item {
  if (item.kind === 'word' || item.kind === 'title') return item;
  const { nodes, lexicon } = passage;
  const written = passage.written(item);
  if (item.kind === 'known') {
    const { entry } = item;
    const kind = entry.isDemonym ? 'adjective' : entry.type === lexicon.offices?.person ? 'person' : 'name';
    const head = singular(passage.key(item.end - 1));
    return passage.phrase(kind, item, [nodes.ofEntry(entry, written, lexicon.nominals.has(head) ? head : undefined)]);
  }
  const ofHome = nameOfHome(passage, item);
  if (item.kind === 'capitals') {
    const known = nodes.discourse.acronyms.get(written) ?? ofHome;
    return known ? passage.phrase('name', item, [nodes.mention(known, written)]) : item;
  }
  const { name, acronym } = nameAndAcronym(written);
  const node = ofHome ?? namedNode(passage, item.type, name, item.head, item.demonym?.name);
  if (acronym !== undefined) nodes.discourse.acronyms.set(acronym, node);
  return passage.phrase('name', item, [node]);
}

/** "MFA", "Foreign Ministry": the name that the graph has with the state's behind it. */
function nameOfHome(passage: Passage, span: TokenSpan): DocumentNode | undefined {
  const home = passage.nodes.home();
  if (!home) return undefined;
  const words = [...passage.tokens.slice(span.start, span.end), ...tokensOf(`of ${home.name}`)];
  const match = gazetteerOf(passage).longestAt(words, 0);
  return match?.end === words.length ? passage.nodes.ofEntry(match.entry, passage.written(span)) : undefined;
}

/** "Kazakh Ministry of Foreign Affairs" is looked up as "Ministry of Foreign Affairs of Kazakhstan", too. */
function namedNode(
  { nodes, lexicon }: Passage,
  type: string,
  name: string,
  head: string,
  state?: string,
): DocumentNode {
  const own = state === undefined ? name : name.replace(/^\S+\s/, '');
  const meant = lexicon.synonyms.find(([written]) => written === own)?.[1] ?? own;
  const names = state === undefined ? [meant] : [`${meant} of ${state}`, `${state} ${meant}`, name];
  const node = nodes.ofName(type, names, head);
  node.mentions.add(name);
  return node;
}

/** "the Nepalese capital": the city that the lexicon gives for the state. */
function capitalAt(passage: Passage, items: readonly Item[], i: number): PhraseItem | undefined {
  const { nodes, lexicon } = passage;
  const state = items[i - 1];
  const node = state?.kind === 'phrase' ? state.phrase.nodes[0] : undefined;
  const name = node && lexicon.capitals.get(node.id.replace(/^.*:/, ''))?.[0];
  if (!state || name === undefined) return undefined;
  const match = gazetteerOf(passage).longestAt(tokensOf(name), 0);
  const city = match ? nodes.ofEntry(match.entry, name) : nodes.propose(lexicon.place, name);
  return passage.phrase('name', { start: state.start, end: items[i]!.end }, [city]);
}

/** "a two-day round of the Astana talks": an occasion that is a part of what is named. */
function roundAt(passage: Passage, items: readonly Item[], i: number) {
  const { nodes, lexicon } = passage;
  const at = i + 2 + Number(wordOf(items[i + 2]) === 'the');
  const named = items[at];
  if (wordOf(items[i + 1]) !== 'of' || named?.kind !== 'phrase' || !lexicon.part) return undefined;
  const whole = named.phrase.nodes[0];
  if (!whole || !isOccasion(passage, whole.type)) return undefined;
  let first = i;
  while (['ADJ', 'NOUN', 'NUM'].includes(posOf(items[first - 1])) || markOf(items[first - 1]) === '-') first--;
  const span = { start: items[first]!.start, end: named.end };
  const node = nodes.propose(lexicon.nominals.get('meeting') ?? whole.type, passage.written(span));
  nodes.addPart(node, whole);
  for (const head of [...whole.heads, wordOf(items[i])]) node.heads.add(head);
  return { item: passage.phrase('name', span, [node]), first, end: at + 1 };
}

/** "delegations from A and B", "the Turkish and Russian delegations", "guarantors A and B": those named, in which role. */
function openShells(passage: Passage, items: readonly Item[]): Item[] {
  const { shells } = passage.lexicon;
  const out = [...items];
  for (let i = 0; i < out.length; i++) {
    const key = wordOf(out[i]);
    const capital = key === 'capital' ? capitalAt(passage, out, i) : undefined;
    if (capital) out.splice(i - 1, 2, capital);
    if (capital || !shells.has(key) || posOf(out[i]) === 'VERB') continue;
    const round = ROUNDS.has(key) ? roundAt(passage, out, i) : undefined;
    if (round) {
      out.splice(round.first, round.end - round.first, round.item);
      i = round.first;
      continue;
    }
    const meant = shellAt(out, i, shells);
    if (!meant || meant.nodes.length === 0) continue;
    let { start } = meant;
    while (['DET', 'ADJ', 'NUM'].includes(posOf(out[start - 1]))) start--;
    const span = { start: out[start]!.start, end: out[meant.end - 1]!.end };
    out.splice(start, meant.end - start, passage.phrase('name', span, meant.nodes, { role: singular(key) }));
    i = start;
  }
  return out;
}

/** Whom the shell at item `i` holds, and from where to where it goes. */
function shellAt(items: readonly Item[], i: number, shells: ReadonlySet<string>) {
  let joiner = i + 1;
  while (shells.has(wordOf(items[joiner]))) joiner++;
  const [before, behind] = [items[i - 1], items[i + 1]];
  const named = items[joiner + 1 + Number(wordOf(items[joiner + 1]) === 'the')];
  const isNamed = ['of', 'from', 'for'].includes(wordOf(items[joiner])) && named?.kind === 'phrase';
  if (isNamed && named.phrase.kind !== 'adjective')
    return { nodes: named.phrase.nodes, start: i, end: items.indexOf(named) + 1 };
  if (before?.kind === 'phrase') {
    const { kind, isPossessive, nodes } = before.phrase;
    if (kind === 'adjective' || (kind === 'name' && !isPossessive)) return { nodes, start: i - 1, end: i + 1 };
  }
  if (behind?.kind === 'phrase' && wordOf(items[i]).endsWith('s') && behind.phrase.nodes.length > 1)
    return { nodes: behind.phrase.nodes, start: i, end: i + 2 };
  return undefined;
}

/** "World Health Organization (WHO)" in its two parts. By hand: a pattern would try every blank of a long name. */
function nameAndAcronym(written: string): { name: string; acronym?: string } {
  const open = written.lastIndexOf('(');
  const [name, acronym] = [written.slice(0, open), written.slice(open + 1, -1)];
  const isAcronym = open !== -1 && written.endsWith(')') && /^\p{Lu}[\p{Lu}\p{N}-]+$/u.test(acronym);
  return isAcronym && !/[\n\r\u2028\u2029]/.test(name) ? { name: name.trimEnd(), acronym } : { name: written };
}
