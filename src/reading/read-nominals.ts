/**
 * Nouns and pronouns that stand for nodes: "the meeting", "a special event", "our country", "it".
 *
 * What is definite is referred to what was named before, by the same head, else by its kind; what is introduced is
 * proposed with its own words as its name.
 */
import type { Article } from './article.ts';
import type { DocumentNode } from './document-node.ts';
import type { DocumentNodes } from './document-nodes.ts';
import { singular } from './find-names.ts';
import type { Lexicon } from './lexicon.ts';
import { type Item, markOf, phraseItem, posOf, wordOf, writtenText } from './phrase.ts';
import { GroupReader, type PhraseRead } from './read-groups.ts';
import type { Sentence } from './tokens.ts';

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'its', 'both', 'our', 'such']);
const INDEFINITE = new Set(['a', 'an', 'another', 'bilateral', 'first']);
/** Plurals that stand for one occasion without an article. */
const BARE = new Set(['talks', 'negotiations', 'consultations']);
/** Behind these stands what a text or an undertaking is about, which is a part of its name. */
const NAMED_BY_TOPIC = new Set(['on', 'for', 'against', 'concerning']);
const PRONOUNS = new Set(['it', 'they', 'he', 'she', 'we']);

export class NominalReader {
  readonly #article: Article;
  readonly #nodes: DocumentNodes;
  readonly #lexicon: Lexicon;
  readonly #headlines = new Set<DocumentNode>();
  #tokens: Sentence['tokens'] = [];

  constructor(article: Article, nodes: DocumentNodes) {
    this.#article = article;
    this.#nodes = nodes;
    this.#lexicon = nodes.lexicon;
  }

  /** Nominals, groups and pronouns among the words. */
  read(sentence: Sentence, items: readonly Item[]): Item[] {
    this.#tokens = sentence.tokens;
    const out: Item[] = [];
    const groups = new GroupReader(this.#article.text, sentence, this.#nodes);
    for (let i = 0; i < items.length; i++) {
      const phrase = groups.at(items, i) ?? this.#nominalAt(sentence, items, i) ?? this.#pronounAt(items, i);
      if (!phrase) {
        out.push(items[i]!);
        continue;
      }
      out.push(phrase.item);
      i = phrase.next - 1;
    }
    return out;
  }

  /** "the meeting", "a special event", "these talks", "our country". */
  #nominalAt(sentence: Sentence, items: readonly Item[], i: number): PhraseRead | undefined {
    const determiner = wordOf(items[i]);
    const isBare =
      items[i]?.kind === 'word' &&
      (BARE.has(determiner) ||
        (sentence.isHeadline && NAMED_BY_TOPIC.has(wordOf(items[i + 1])) && this.#lexicon.nominals.has(determiner)));
    if (!isBare && !DEFINITE.has(determiner) && !INDEFINITE.has(determiner)) return undefined;
    const headAt = isBare ? i : this.#headOf(items, i + 1);
    const head = headAt === undefined ? undefined : items[headAt]!;
    if (headAt === undefined || !head) return undefined;
    const word = singular(sentence.tokens[head.end - 1]!.key);
    const type = this.#lexicon.nominals.get(sentence.tokens[head.end - 1]!.key) ?? this.#lexicon.nominals.get(word);
    if (type === undefined) return undefined;
    const isNext = items.slice(i + 1, headAt).some((it) => ['next', 'coming', 'upcoming'].includes(wordOf(it)));
    const isNew = (INDEFINITE.has(determiner) || isBare || isNext) && this.#lexicon.introduced.has(type);
    if (INDEFINITE.has(determiner) && !isNew) return undefined;
    const name = this.#described(sentence, items, isBare ? i : i + 1, headAt);
    // "the Water Process, an initiative joined by": what a comma adds is the same.
    const before = markOf(items[i - 1]) === ',' ? items[i - 2] : undefined;
    const added = before?.kind === 'phrase' && before.phrase.kind === 'name' ? before.phrase.nodes[0] : undefined;
    const isAdded = added !== undefined && INDEFINITE.has(determiner) && this.#lexicon.introduced.has(added.type);
    const referred = isAdded
      ? this.#nodes.mention(added, added.name)
      : isNew
        ? this.#headlined(word)
        : this.#refer(type, word, determiner === 'our');
    const node =
      referred ?? (this.#lexicon.introduced.has(type) ? this.#nodes.propose(type, name.text, name.text) : undefined);
    if (!node) return undefined;
    node.heads.add(word);
    if (sentence.isHeadline) this.#headlines.add(node);
    const next = referred ? headAt + 1 : name.next;
    const isPossessive = /^[’']s$/.test(markOf(items[next]));
    return {
      item: phraseItem({
        kind: 'nominal',
        start: items[i]!.start,
        end: items[next - 1]!.end,
        nodes: [node],
        isPossessive,
      }),
      next,
    };
  }

  /** What a headline named by this head already: its first sentence introduces the same once more. */
  #headlined(head: string): DocumentNode | undefined {
    const isMeant = (it: DocumentNode): boolean =>
      it.heads.has(head) && it.known === undefined && this.#headlines.has(it);
    return this.#nodes.findRecent(isMeant, () => false);
  }

  /** The place of the nominal that a determiner at `from - 1` belongs to: behind adjectives and nouns. */
  #headOf(items: readonly Item[], from: number): number | undefined {
    let found: number | undefined;
    for (let at = from; at < from + 6; at++) {
      const item = items[at];
      const isWord = item?.kind === 'word' && item.token.key !== '';
      const isHead =
        (item?.kind === 'word' || (item?.kind === 'capitals' && item.end - item.start === 1)) && this.#isNominal(item);
      if (isHead) found = at;
      else if (item?.kind === 'capitals' || (item?.kind === 'phrase' && item.phrase.kind === 'adjective')) continue;
      else if (item?.kind === 'phrase' && markOf(items[at + 1]) === '-' && wordOf(items[at + 2]) === 'based') at += 2;
      else if (markOf(item) === '-') continue;
      else if (!isWord || !['ADJ', 'NOUN', 'NUM', 'PROPN', 'ADV'].includes(item.token.pos) || found !== undefined)
        break;
    }
    return found;
  }

  #isNominal = (item: Item): boolean => {
    const key = item.kind === 'word' ? item.token.key : item.kind === 'capitals' ? this.#keyOfCapital(item) : '';
    return this.#lexicon.nominals.has(key);
  };

  #keyOfCapital = ({ start, end }: { start: number; end: number }): string =>
    end - start === 1 ? (this.#tokens[start]?.key ?? '') : '';

  /** The name of something introduced: its words, and between or with whom. */
  #described(sentence: Sentence, items: readonly Item[], from: number, headAt: number): { text: string; next: number } {
    let next = headAt + 1;
    if (
      NAMED_BY_TOPIC.has(wordOf(items[next])) &&
      this.#lexicon.smallHeads.has(this.#lexicon.nominals.get(sentence.tokens[items[headAt]!.end - 1]!.key) ?? '')
    ) {
      const start = next++;
      while (
        next < items.length &&
        next < start + 9 &&
        (items[next]!.kind !== 'word' ||
          ['ADJ', 'NOUN', 'PROPN', 'DET', 'ADP', 'CCONJ', 'NUM'].includes(posOf(items[next])) ||
          markOf(items[next]) === ',')
      )
        next++;
      while (['ADP', 'CCONJ', 'DET', 'PUNCT'].includes(posOf(items[next - 1])) && next > start) next--;
    }
    // "a ministerial meeting of the Water Partnership": whose it is belongs to the name.
    const owner = items[next + 1 + Number(wordOf(items[next + 1]) === 'the')];
    const isBody = owner?.kind === 'phrase' && !this.#lexicon.introduced.has(owner.phrase.nodes[0]?.type ?? '');
    const isInitiative = owner?.kind === 'phrase' && this.isOccasion(owner.phrase.nodes[0]?.type ?? '');
    if (wordOf(items[next]) === 'of' && (isBody || isInitiative) && owner.phrase.kind === 'name') {
      next = items.indexOf(owner) + 1;
    }
    if (wordOf(items[next]) === 'between') {
      next++;
      for (let quiet = 0; next < items.length && quiet < 3; next++) {
        const item = items[next]!;
        if (item.kind === 'phrase' || item.kind === 'capitals') quiet = 0;
        else if (['and', 'the'].includes(wordOf(item)) || markOf(item) === ',') quiet++;
        else if (['ADJ', 'NOUN', 'NUM', 'PROPN'].includes(posOf(item)) && !this.#lexicon.nominals.has(wordOf(item)))
          quiet++;
        else break;
      }
    }
    return { text: writtenText(this.#article.text, sentence, items[from]!.start, items[next - 1]!.end), next };
  }

  /** What was named before and may be called so: by the same head, else the last of its type or its like. */
  #refer(type: string, head: string, isOurs: boolean): DocumentNode | undefined {
    if (type === this.#lexicon.state) {
      if (head === 'government' || head === 'state') return undefined;
      return isOurs ? this.home() : this.#latest((it) => it.type === type);
    }
    const byHead = this.#latest((it) => it.heads.has(head));
    if (byHead || !this.#isLoose(type, head)) return byHead;
    // "the Assembly elected … to the Geneva-based body": another than those the sentence has named already.
    const exact = this.#lexicon.smallHeads.has(type) ? this.#latest((it) => it.type === type) : undefined;
    if (exact) return exact;
    const isEarlier = (it: DocumentNode): boolean => it.lastSentence < this.#nodes.sentence;
    return (
      this.#latest((it) => this.#alike(type, it.type) && isEarlier(it)) ??
      this.#latest((it) => this.#alike(type, it.type))
    );
  }

  /** Heads that mean anything of their kind: "the organisation", "the body". */
  #isLoose = (type: string, head: string): boolean =>
    !this.#isNamedAlone(type) || ['organisation', 'organization', 'body', 'mission'].includes(head);

  /** Types whose nominals are never introduced, such as organisations: their heads tell them apart. */
  #isNamedAlone = (type: string): boolean => !this.#lexicon.introduced.has(type);

  #alike = (type: string, other: string): boolean =>
    type === other || (this.isOccasion(type) && this.isOccasion(other));

  /** Introduced nodes that are no texts: one calls a meeting what another calls a summit. */
  isOccasion = (type: string): boolean =>
    this.#lexicon.introduced.has(type) &&
    (!this.#lexicon.smallHeads.has(type) || this.#lexicon.nominals.get('process') === type);

  #latest(accepts: (node: DocumentNode) => boolean): DocumentNode | undefined {
    const best = this.#nodes.findRecent(
      accepts,
      (a, b) => a.lastSentence > b.lastSentence || (a.lastSentence === b.lastSentence && a.weight >= b.weight),
    );
    return best && this.#nodes.mention(best, best.name);
  }

  /** The state that the publisher speaks of as "our country": the one that the article names most. */
  home(): DocumentNode | undefined {
    return this.#nodes.findRecent(
      (it) => it.type === this.#lexicon.state,
      (a, b) => a.weight > b.weight,
    );
  }

  #pronounAt(items: readonly Item[], i: number): PhraseRead | undefined {
    const item = items[i];
    if (item?.kind !== 'word' || !PRONOUNS.has(item.token.key) || item.token.pos !== 'PRON') return undefined;
    return {
      item: phraseItem({ kind: 'pronoun', start: item.start, end: item.end, nodes: [], isPossessive: false }),
      next: i + 1,
    };
  }
}
