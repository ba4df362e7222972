/**
 * Posts and who holds them: "T of E P", "E's T P", "P, T of E", "P (E), T", "P is T of E", stacked titles, titles of
 * several ("the presidents of E1, P1, and E2, P2").
 *
 * A title that names nothing it belongs to takes what the person is known to act for, or the state of the sentence.
 */
import type { DocumentNode } from './document-node.ts';
import type { DocumentNodes } from './document-nodes.ts';
import type { CapitalsItem } from './find-names.ts';
import { knownAffiliation } from './find-post.ts';
import type { TitleItem } from './find-titles.ts';
import { type Complement, complementAt, isBody, isPerson, SMALL } from './office-complement.ts';
import type { Passage } from './passage.ts';
import {
  type Item,
  markOf,
  type OfficeFound,
  type Phrase,
  type PhraseItem,
  type PhraseKind,
  type PostNamed,
  posOf,
  wordOf,
} from './phrase.ts';

export class OfficeReader {
  readonly #passage: Passage;
  readonly #nodes: DocumentNodes;
  readonly #fallback: (at: number) => DocumentNode | undefined;
  readonly offices: OfficeFound[] = [];
  #items: Item[];

  constructor(passage: Passage, items: readonly Item[], fallback: (at: number) => DocumentNode | undefined) {
    this.#passage = passage;
    this.#nodes = passage.nodes;
    this.#items = [...items];
    this.#fallback = fallback;
  }

  /** The items with titles and their holders as phrases. */
  read(): Item[] {
    for (let at = 0; at < this.#items.length; at++) {
      if (this.#items[at]!.kind === 'title') at = this.#readTitle(at);
    }
    for (let at = 0; at < this.#items.length; at++) {
      const item = this.#items[at]!;
      if (item.kind === 'capitals') this.#items[at] = this.#surname(item);
    }
    return this.#items;
  }

  /** Reads the title at `at`, replaces it and its holder by a phrase, and gives the place of that phrase. */
  #readTitle(at: number): number {
    const titles = this.#stacked(at);
    const last = titles.at(-1)!;
    const lastAt = this.#items.indexOf(last);
    const owner = this.#owner(at);
    const complement = complementAt(this.#items, this.#nodes, lastAt + 1);
    let of = owner?.node ?? complement.of;
    if (last.isPlural) return this.#several(at, last, of, complement);
    const right = this.#personRight(complement.end, of !== undefined);
    const left = right?.isClose ? undefined : this.#personLeft(owner?.at ?? at);
    const holder = left ?? right;
    // "President P of E"
    const behind = right?.isClose && !of && !left ? complementAt(this.#items, this.#nodes, right.end) : undefined;
    of ??= behind?.of;
    const start = Math.min(owner?.at ?? at, left?.at ?? at);
    const end = Math.max(complement.end, (left ? undefined : right?.end) ?? 0, behind?.of ? behind.end : 0);
    if (!holder) return this.#unheld(owner?.at ?? at, complement, of, last);
    const person = this.#personOf(holder.item);
    if (of) person.affiliation ??= of;
    // Of stacked titles those before the last belong to what "at" names: "Administrator and Director of the Bureau at UNDP".
    for (const title of titles) {
      const body = title === last ? of : (complement.others[0] ?? of);
      this.#found(person, title, body ?? person.affiliation, complement, body === undefined, start, end);
    }
    return this.#replace(start, end, 'person', [person]);
  }

  /** "Deputy Prime Minister and Minister", "Secretary-General, Administrator and Director". */
  #stacked(at: number): TitleItem[] {
    const titles = [this.#items[at] as TitleItem];
    for (let i = at + 1; ; ) {
      let next = i;
      while (
        markOf(this.#items[next]) === ',' ||
        wordOf(this.#items[next]) === 'and' ||
        markOf(this.#items[next]) === '-'
      )
        next++;
      const item = this.#items[next];
      if (next === i || item?.kind !== 'title' || item.isPlural) return titles;
      titles.push(item);
      i = next + 1;
    }
  }

  /** Whose post it is, named before the title: "Kazakh", "Russia's", "ICRC", "its". */
  #owner(at: number): { node: DocumentNode; at: number } | undefined {
    let before = at - 1;
    if (/^[’']s$/.test(markOf(this.#items[before]))) before--;
    else if (['his', 'her'].includes(wordOf(this.#items[before]))) {
      // "P named Q of Guinea as his envoy": an envoy of what P acts for.
      const person = this.#items.slice(0, before).find((it) => it.kind === 'phrase' && it.phrase.kind === 'person');
      const of = person?.kind === 'phrase' ? person.phrase.nodes[0]!.affiliation : undefined;
      return of && { node: of, at: before };
    } else if (['its', 'their'].includes(wordOf(this.#items[before]))) {
      const state = this.#items.slice(0, before).findLast((it) => it.kind === 'phrase' && isBody(this.#nodes, it));
      return state?.kind === 'phrase' ? { node: state.phrase.nodes[0]!, at: before } : undefined;
    }
    const item = this.#items[before];
    if (item?.kind !== 'phrase' || !isBody(this.#nodes, item) || item.phrase.nodes.length !== 1) return undefined;
    // "in Moscow, President …": something of another phrase is no owner.
    return { node: item.phrase.nodes[0]!, at: before };
  }

  /** The holder behind a title: close by, or between commas. */
  #personRight(
    from: number,
    isOwned: boolean,
  ): { item: CapitalsItem | PhraseItem; end: number; isClose: boolean } | undefined {
    const next = this.#items[from];
    if (next?.kind === 'word' && next.token.isCapital && this.#nodes.isHonorific(next.token.text))
      return this.#personRight(from + 1, isOwned);
    if (isPerson(next)) return { item: next, end: from + 1, isClose: true };
    const behind = this.#items[from + 1];
    if (markOf(next) !== ',' || !isPerson(behind) || !isOwned) return undefined;
    const after = this.#items[from + 2];
    const closes =
      after === undefined || [',', '.', '-', '–'].includes(markOf(after)) || ['VERB', 'AUX'].includes(posOf(after));
    return closes ? { item: behind, end: from + 2, isClose: false } : undefined;
  }

  /** The holder before a title: "P, T", "P, the T", "P (E), T", "P is currently the T". */
  #personLeft(at: number): { item: CapitalsItem | PhraseItem; at: number } | undefined {
    let before = at - 1;
    while (
      SMALL.has(wordOf(this.#items[before])) ||
      posOf(this.#items[before]) === 'ADV' ||
      wordOf(this.#items[before]) === 'currently'
    )
      before--;
    if (['is', 'was', 'became', 'remains'].includes(wordOf(this.#items[before]))) before--;
    else if (wordOf(this.#items[before]) === 'been' && /^(?:has|had)$/.test(wordOf(this.#items[before - 1])))
      before -= 2;
    else if (
      ['serves', 'served', 'acts'].includes(wordOf(this.#items[before - 1])) &&
      wordOf(this.#items[before]) === 'as'
    )
      before -= 2;
    else if (markOf(this.#items[before]) !== ',' && markOf(this.#items[before]) !== '(') return undefined;
    else before--;
    if (markOf(this.#items[before]) === ')') before -= 3;
    if (['who', 'which'].includes(wordOf(this.#items[before]))) before--;
    if (markOf(this.#items[before]) === ',') before--;
    const item = this.#items[before];
    if (!isPerson(item) || (item.kind === 'capitals' && item.end - item.start < 2 && !this.#known(item)))
      return undefined;
    return { item, at: before };
  }

  #known = (item: CapitalsItem): DocumentNode | undefined => this.#nodes.findSurname(this.#passage.written(item));

  #personOf(item: CapitalsItem | PhraseItem): DocumentNode {
    if (item.kind === 'phrase') return item.phrase.nodes[0]!;
    const written = this.#passage.written(item);
    const known = item.end - item.start === 1 ? this.#known(item) : undefined;
    return known
      ? this.#nodes.mention(known, written)
      : this.#nodes.person(written, this.#nodes.lexicon.offices!.person);
  }

  #found(
    person: DocumentNode,
    title: TitleItem,
    body: DocumentNode | undefined,
    complement: Complement,
    isInherited: boolean,
    start: number,
    end: number,
  ): void {
    const of = body ?? knownAffiliation(this.#nodes, person) ?? this.#stateOf(title);
    if (!of || (isInherited && this.#isRepeated(person, title, of))) return;
    person.affiliation ??= of;
    const [first, last] = [this.#items[start]!, this.#items[end - 1]!];
    const post = this.#postOf(title, of, complement.others);
    if (!post) return;
    if (title.tense === undefined) this.#nodes.discourse.addHolder(post, person);
    this.offices.push({ ...post, person, tense: title.tense, start: first.start, end: last.end, isInherited });
  }

  /** The state that a title means which names none, if posts of that kind are a state's. */
  #stateOf = ({ officeKind, start }: TitleItem): DocumentNode | undefined =>
    this.#nodes.lexicon.offices!.national.has(officeKind) ? this.#fallback(start) : undefined;

  /** "Minister Quispe" of whom the post was said, "Queen Samira", a second president: a bare title that tells of no new post. */
  #isRepeated(person: DocumentNode, title: TitleItem, of: DocumentNode): boolean {
    const other = this.#nodes.discourse.findHolder(this.#passage.written(title), of);
    return (
      !/\s/.test(person.name) || this.#nodes.discourse.holdsPost(person) || (other !== undefined && other !== person)
    );
  }

  #postOf(title: TitleItem, of: DocumentNode, others: readonly DocumentNode[]): PostNamed | undefined {
    if (title.officeKind === this.#nodes.lexicon.offices!.counterpart) {
      const { lastPost } = this.#nodes.discourse;
      if (!lastPost || lastPost.of === of || lastPost.of.type !== of.type) return undefined;
      return { ...lastPost, of, whole: `${lastPost.title} of ${of.name}` };
    }
    const rest = others
      .filter((it) => it !== of)
      .map((it) => it.name)
      .join(' and ');
    const written = titled(this.#passage.written(title), title.isPlural);
    const whole = `${written} of ${of.name}${rest === '' ? '' : ` to ${rest}`}`;
    return { title: written, kind: title.officeKind, of, whole };
  }

  /** "the presidents of E1, P1, and E2, P2"; "foreign ministers P1 and P2". */
  #several(at: number, title: TitleItem, of: DocumentNode | undefined, complement: Complement): number {
    let next = this.#items.indexOf(title) + 1;
    const start = at;
    const persons: DocumentNode[] = [];
    let body = of;
    let end = complement.end;
    if (wordOf(this.#items[next]) === 'of') next++;
    for (let i = next; i < this.#items.length; i++) {
      const item = this.#items[i]!;
      if (SMALL.has(wordOf(item)) || wordOf(item) === 'and' || markOf(item) === ',') continue;
      if (item.kind === 'phrase' && item.phrase.kind === 'name' && isBody(this.#nodes, item))
        body = item.phrase.nodes[0];
      else if (isPerson(item) && (item.kind === 'phrase' || item.end - item.start > 1)) {
        const person = this.#personOf(item);
        if (body) person.affiliation ??= body;
        this.#found(
          person,
          title,
          body ?? person.affiliation,
          { of: body, others: [], end: 0 },
          body === undefined,
          start,
          i + 1,
        );
        persons.push(person);
        end = i + 1;
      } else break;
    }
    if (persons.length === 0) {
      const token = this.#passage.tokens[title.end - 1]!;
      const at2 = this.#items.indexOf(title);
      // "representatives of A and B" are those who are named: a word that opens a list.
      if (this.#nodes.lexicon.shells.has(token.key))
        this.#items[at2] = { kind: 'word', start: title.end - 1, end: title.end, token };
      return at2;
    }
    return this.#replace(start, end, 'person', persons);
  }

  /** A title that names nobody: whoever of the document holds such a post, else what it belongs to. */
  #unheld(start: number, { end, others }: Complement, of: DocumentNode | undefined, title: TitleItem): number {
    const person = this.#nodes.discourse.findHolder(this.#passage.written(title), of);
    const post = of && this.#postOf(title, of, others);
    const span = { start: this.#items[start]!.start, end: this.#items[end - 1]!.end };
    const nodes = person ? [this.#nodes.mention(person, this.#passage.written(span))] : of ? [of] : [];
    return this.#replace(start, end, person ? 'person' : 'office', nodes, post && { post });
  }

  #surname(item: CapitalsItem): Item {
    const known =
      item.end - item.start <= 3 ? this.#nodes.findSurname(this.#passage.tokens[item.end - 1]!.text) : undefined;
    const written = this.#passage.written(item);
    const first = this.#passage.tokens[item.start]!.text;
    const isSame = item.end - item.start === 1 || known?.name.includes(first) || this.#nodes.isHonorific(first);
    if (!known || !isSame) return item;
    return this.#passage.phrase('person', item, [this.#nodes.mention(known, written)]);
  }

  /** Items as one phrase; gives its place. */
  #replace(from: number, to: number, kind: PhraseKind, nodes: DocumentNode[], more?: Partial<Phrase>): number {
    const span = { start: this.#items[from]!.start, end: this.#items[to - 1]!.end };
    this.#items.splice(from, to - from, this.#passage.phrase(kind, span, nodes, more));
    return from;
  }
}

/** "foreign ministers" of one: "Foreign minister"; without what says since when. */
function titled(written: string, isPlural: boolean): string {
  const one = (isPlural ? written.replace(/s$/, '') : written).replace(/^(?:new|newly \p{L}+|current) /iu, '');
  return one.charAt(0).toUpperCase() + one.slice(1);
}
