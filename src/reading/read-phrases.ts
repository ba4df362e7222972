/**
 * A sentence as phrases and words: names linked, posts read, nominals and pronouns referred to what was named before,
 * shells ("delegations from …") opened, lists joined.
 */
import type { Article } from './article.ts';
import type { DocumentNode } from './document-node.ts';
import type { DocumentNodes } from './document-nodes.ts';
import { NameFinder, type NameItem, singular } from './find-names.ts';
import { Gazetteer } from './gazetteer.ts';
import { joinLists } from './join-lists.ts';
import type { Lexicon } from './lexicon.ts';
import {
  type Item,
  markOf,
  type OfficeFound,
  type PhraseItem,
  phraseItem,
  posOf,
  wordOf,
  writtenText,
} from './phrase.ts';
import { NominalReader } from './read-nominals.ts';
import { OfficeReader } from './read-offices.ts';
import { type Sentence, tokensOf } from './tokens.ts';

export interface SentenceRead {
  readonly items: readonly Item[];
  readonly offices: readonly OfficeFound[];
}

/** "A round of the talks" is an occasion of its own. */
const ROUNDS = new Set(['round', 'session', 'edition', 'meeting', 'sitting']);

export class PhraseReader {
  readonly #article: Article;
  readonly #nodes: DocumentNodes;
  readonly #lexicon: Lexicon;
  readonly #gazetteer: Gazetteer;
  readonly #nominals: NominalReader;
  #tokens: Sentence['tokens'] = [];
  /** What is called by an acronym given in brackets: PNND. */
  readonly #acronyms = new Map<string, DocumentNode>();

  constructor(article: Article, nodes: DocumentNodes) {
    this.#article = article;
    this.#nodes = nodes;
    this.#lexicon = nodes.lexicon;
    this.#nominals = new NominalReader(article, nodes);
    this.#gazetteer = Gazetteer.of(nodes.view.graph, nodes.lexicon);
  }

  read(sentence: Sentence): SentenceRead {
    this.#tokens = sentence.tokens;
    const found = new NameFinder(sentence, this.#gazetteer, this.#lexicon).find();
    let items = this.#link(sentence, found);
    let offices: readonly OfficeFound[] = [];
    if (this.#lexicon.offices) {
      const reader = new OfficeReader(this.#nodes, this.#article.text, sentence, items, (at) =>
        this.#stateMeant(items, at),
      );
      items = reader.read();
      ({ offices } = reader);
    }
    items = this.#nominals.read(sentence, items);
    items = joinLists(items, this.#nodes);
    items = this.#shells(items);
    return { items: joinLists(items, this.#nodes), offices };
  }

  /** The state that a title without one belongs to: of the sentence's adjectives, of the dateline, or the dominant one. */
  #stateMeant(items: readonly Item[], at: number): DocumentNode | undefined {
    const { state } = this.#lexicon;
    const isState = (it: Item): boolean => it.kind === 'phrase' && it.phrase.nodes[0]?.type === state;
    const near =
      items.findLast((it) => it.start < at && isState(it)) ??
      items.find((it) => it.kind === 'phrase' && it.phrase.kind === 'adjective');
    if (near?.kind === 'phrase') return near.phrase.nodes[0];
    // "visited Kathmandu and met Prime Minister P"
    const place = items.findLast(
      (it) => it.start < at && it.kind === 'phrase' && it.phrase.nodes[0]?.type === this.#lexicon.place,
    );
    const ofCapital = place?.kind === 'phrase' ? this.#nodes.stateOfCapital(place.phrase.nodes[0]!) : undefined;
    if (ofCapital) return ofCapital;
    const first = this.#nominals.home();
    const isRival = (it: DocumentNode): boolean => it !== first && it.type === state && 2 * it.weight > first!.weight;
    return first && this.#nodes.findRecent(isRival, () => false) ? undefined : first;
  }

  #link(sentence: Sentence, found: readonly NameItem[]): Item[] {
    return found.map((item): Item => {
      if (item.kind === 'word' || item.kind === 'title') return item;
      const { start, end } = item;
      const isPossessive = /^[’']s?$/.test(sentence.tokens[end]?.text ?? '');
      const written = writtenText(this.#article.text, sentence, start, end);
      if (item.kind === 'known') {
        const { entry } = item;
        const kind = entry.isDemonym ? 'adjective' : entry.type === this.#lexicon.offices?.person ? 'person' : 'name';
        const head = singular(sentence.tokens[end - 1]!.key);
        const node = this.#nodes.ofEntry(entry, written, this.#lexicon.nominals.has(head) ? head : undefined);
        return phraseItem({ kind, start, end, nodes: [node], isPossessive });
      }
      if (item.kind === 'capitals') {
        const known = this.#acronyms.get(written) ?? this.#ofHome(sentence, item.start, item.end);
        if (known)
          return phraseItem({ kind: 'name', start, end, nodes: [this.#nodes.mention(known, written)], isPossessive });
        return item;
      }
      const { name, acronym } = nameAndAcronym(written);
      const node = this.#ofHome(sentence, start, end) ?? this.#named(item.type, name, item.head, item.demonym?.name);
      if (acronym !== undefined) this.#acronyms.set(acronym, node);
      return phraseItem({ kind: 'name', start, end, nodes: [node], isPossessive });
    });
  }

  /** "MFA", "Foreign Ministry": the name that the graph has with the state's behind it. */
  #ofHome(sentence: Sentence, start: number, end: number): DocumentNode | undefined {
    const home = this.#nominals.home();
    if (!home) return undefined;
    const tail = tokensOf(`of ${home.name}`);
    const match = this.#gazetteer.longestAt([...sentence.tokens.slice(start, end), ...tail], 0);
    if (match?.end !== end - start + tail.length) return undefined;
    return this.#nodes.ofEntry(
      match.entry,
      this.#article.text.slice(sentence.tokens[start]!.start, sentence.tokens[end - 1]!.end),
    );
  }

  /** "Kazakh Ministry of Foreign Affairs" is looked up as "Ministry of Foreign Affairs of Kazakhstan", too. */
  #named(type: string, name: string, head: string, state: string | undefined): DocumentNode {
    const own = state === undefined ? name : name.replace(/^\S+\s/, '');
    const meant = this.#lexicon.synonyms.find(([written]) => written === own)?.[1] ?? own;
    const node = this.#nodes.ofName(type, state === undefined ? meant : `${meant} of ${state}`, head);
    node.mentions.add(name);
    return node;
  }

  /** "the Nepalese capital": the city that the lexicon gives for the state. */
  #capitalAt(items: readonly Item[], i: number): PhraseItem | undefined {
    const state = items[i - 1];
    const node = state?.kind === 'phrase' ? state.phrase.nodes[0] : undefined;
    const name = node && this.#lexicon.capitals.get(node.id.replace(/^.*:/, ''))?.[0];
    if (!state || name === undefined) return undefined;
    const match = this.#gazetteer.longestAt(tokensOf(name), 0);
    const city = match ? this.#nodes.ofEntry(match.entry, name) : this.#nodes.propose(this.#lexicon.place, name);
    return phraseItem({ kind: 'name', start: state.start, end: items[i]!.end, nodes: [city], isPossessive: false });
  }

  /** "a two-day round of the Astana talks": an occasion that is a part of what is named. */
  #roundAt(items: readonly Item[], i: number): { item: PhraseItem; start: number; end: number } | undefined {
    const at = i + 2 + Number(wordOf(items[i + 2]) === 'the');
    const named = items[at];
    if (wordOf(items[i + 1]) !== 'of' || named?.kind !== 'phrase' || !this.#lexicon.part) return undefined;
    const whole = named.phrase.nodes[0];
    if (!whole || !this.#nominals.isOccasion(whole.type)) return undefined;
    let start = i;
    while (['ADJ', 'NOUN', 'NUM'].includes(posOf(items[start - 1])) || markOf(items[start - 1]) === '-') start--;
    const written = (from: number): string =>
      this.#article.text.slice(this.#tokens[items[from]!.start]!.start, this.#tokens[named.end - 1]!.end);
    const type = this.#lexicon.nominals.get('meeting') ?? whole.type;
    const node = this.#nodes.propose(type, written(start));
    this.#nodes.addPart(node, whole);
    for (const head of [...whole.heads, wordOf(items[i])]) node.heads.add(head);
    return {
      item: phraseItem({
        kind: 'name',
        start: items[start]!.start,
        end: named.end,
        nodes: [node],
        isPossessive: false,
      }),
      start,
      end: at + 1,
    };
  }

  /** "delegations from A and B", "the Turkish and Russian delegations", "guarantors A and B": those named, and in which role. */
  #shells(items: readonly Item[]): Item[] {
    const out = [...items];
    for (let i = 0; i < out.length; i++) {
      const key = wordOf(out[i]);
      const capital = key === 'capital' ? this.#capitalAt(out, i) : undefined;
      if (capital) {
        out.splice(i - 1, 2, capital);
        continue;
      }
      if (!this.#lexicon.shells.has(key) || posOf(out[i]) === 'VERB') continue;
      const before = out[i - 1];
      const round = ROUNDS.has(key) ? this.#roundAt(out, i) : undefined;
      if (round) {
        out.splice(round.start, round.end - round.start, round.item);
        i = round.start;
        continue;
      }
      let [start, end] = [i, i + 1];
      let nodes: readonly DocumentNode[] | undefined;
      let joiner = i + 1;
      while (this.#lexicon.shells.has(wordOf(out[joiner]))) joiner++;
      const named = out[joiner + 1 + Number(wordOf(out[joiner + 1]) === 'the')];
      if (
        ['of', 'from', 'for'].includes(wordOf(out[joiner])) &&
        named?.kind === 'phrase' &&
        named.phrase.kind !== 'adjective'
      ) {
        nodes = named.phrase.nodes;
        end = out.indexOf(named) + 1;
      } else if (
        before?.kind === 'phrase' &&
        (before.phrase.kind === 'adjective' || (before.phrase.kind === 'name' && !before.phrase.isPossessive))
      ) {
        nodes = before.phrase.nodes;
        start = i - 1;
      } else if (
        out[i + 1]?.kind === 'phrase' &&
        /s$/.test(key) &&
        (out[i + 1] as PhraseItem).phrase.nodes.length > 1
      ) {
        nodes = (out[i + 1] as PhraseItem).phrase.nodes;
        end = i + 2;
      }
      if (!nodes || nodes.length === 0) continue;
      while (['DET', 'ADJ', 'NUM'].includes(posOf(out[start - 1]))) start--;
      const span = { start: out[start]!.start, end: out[end - 1]!.end };
      const isPossessive = /^[’']s?$/.test(markOf(out[end]));
      out.splice(start, end - start, phraseItem({ kind: 'name', ...span, nodes, isPossessive, role: singular(key) }));
      i = start;
    }
    return out;
  }
}

/** "World Health Organization (WHO)" in its two parts. By hand: a pattern would try every blank of a long name. */
function nameAndAcronym(written: string): { name: string; acronym?: string } {
  const open = written.lastIndexOf('(');
  const [name, acronym] = [written.slice(0, open), written.slice(open + 1, -1)];
  const isAcronym = open !== -1 && written.endsWith(')') && /^\p{Lu}[\p{Lu}\p{N}-]+$/u.test(acronym);
  return isAcronym && !/[\n\r\u2028\u2029]/.test(name) ? { name: name.trimEnd(), acronym } : { name: written };
}
