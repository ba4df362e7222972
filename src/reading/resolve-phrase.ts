/**
 * What a phrase stands for where nodes of some types are asked for: its own nodes, whom a pronoun means, a person or a
 * place that only capitals name, the occasion that the article is about.
 */
import type { DocumentNode } from './document-node.ts';
import type { DocumentNodes } from './document-nodes.ts';
import { postNode } from './find-post.ts';
import type { Passage } from './passage.ts';
import type { Item, Phrase, PhraseItem } from './phrase.ts';

export interface Filled {
  readonly nodes: readonly DocumentNode[];
  /** Tokens; undefined where nothing of the sentence says it. */
  readonly span: readonly [number, number] | undefined;
  readonly role: string | undefined;
  /** What is taken off the confidence. */
  readonly doubt: number;
}

const MAIN_DOUBT = 0.25;
/** What is taken off for nodes that are not named, but found out. */
export const UNKNOWN_DOUBT = 0.1;

export class PhraseResolver {
  readonly #passage: Passage;
  readonly #nodes: DocumentNodes;
  readonly #items: readonly Item[];

  constructor(passage: Passage, items: readonly Item[]) {
    this.#passage = passage;
    this.#nodes = passage.nodes;
    this.#items = items;
  }

  /** The nodes of a phrase that have one of the types; undefined when there are none. */
  resolve(phrase: Phrase, types: ReadonlySet<string>, isMeant: boolean): readonly DocumentNode[] | undefined {
    const { offices } = this.#nodes.lexicon;
    if (phrase.kind === 'adjective') return undefined;
    if (phrase.post && offices && types.has(offices.office)) return isMeant ? [postNode(this.#nodes, phrase.post)] : [];
    const fitting = phrase.nodes.filter(
      (it) => types.has(it.type) || (it.memberKind !== undefined && types.has(it.memberKind) && types.has(it.type)),
    );
    if (fitting.length > 0) return fitting;
    const [only] = phrase.nodes;
    const other = only && this.#nodes.lexicon.otherwise.get(only.type);
    if (other !== undefined && types.has(other) && only!.known === undefined && !only!.isClaimed) {
      if (isMeant) only!.type = other;
      return phrase.nodes;
    }
    const capital =
      types.has(this.#nodes.lexicon.state) && !types.has(this.#nodes.lexicon.place) ? this.#asState(phrase) : undefined;
    if (capital) return [capital];
    if (phrase.kind === 'pronoun') return this.#referent(phrase, types);
    return phrase.kind === 'capitals' ? this.#named(phrase, types, isMeant) : undefined;
  }

  /** "Kathmandu joined the body": a capital that acts is its state; one behind "in" is a place. */
  #asState({ kind, nodes: [node], start }: Phrase): DocumentNode | undefined {
    const before = this.#passage.tokens[start - 1];
    const isPlace = before?.pos === 'ADP' && !['by', 'with', 'between', 'from'].includes(before.key);
    return kind === 'name' && node && !isPlace ? this.#nodes.stateOfCapital(node) : undefined;
  }

  #referent(phrase: Phrase, types: ReadonlySet<string>): readonly DocumentNode[] | undefined {
    const { offices } = this.#nodes.lexicon;
    const word = this.#passage.tokens[phrase.start]!.key;
    const isPerson = word === 'he' || word === 'she';
    if (word === 'we' || word === 'they') return undefined;
    // "P said she would meet Q", "the bank, and fourteen states joined it": what the sentence has named; of states only
    // who was its subject could be meant, so they are looked for before it.
    const { state } = this.#nodes.lexicon;
    const isMeant = (it: DocumentNode): boolean =>
      types.has(it.type) && it.type !== state && (it.type === offices?.person) === isPerson;
    const isBefore = (it: Item): it is PhraseItem =>
      it.kind === 'phrase' && it.end <= phrase.start && it.phrase.nodes.length === 1;
    // "China, an observer, pledged stations for a scheme that it initiated": the state that the sentence is about.
    const [first] = this.#items.filter(isBefore);
    const isSubject = first && first.start < 2 && !first.phrase.isPossessive && first.phrase.nodes[0]!.type === state;
    const here =
      this.#items.findLast((it) => isBefore(it) && isMeant(it.phrase.nodes[0]!)) ??
      (isSubject && types.has(state) && !isPerson ? first : undefined);
    if (here?.kind === 'phrase') return here.phrase.nodes;
    const best = this.#nodes.findRecent(
      (it) =>
        types.has(it.type) &&
        (it.type === offices?.person) === isPerson &&
        it.lastSentence < this.#nodes.sentence &&
        it.lastSentence >= this.#nodes.sentence - 3,
      isNearer,
    );
    return best && [best];
  }

  /** Capitals that nothing explains are a person where a person is meant, and a place where a place is. */
  #named(phrase: Phrase, types: ReadonlySet<string>, isMeant: boolean): readonly DocumentNode[] | undefined {
    const { offices, place } = this.#nodes.lexicon;
    const written = this.#passage.written(phrase);
    const tokens = this.#passage.tokens.slice(phrase.start, phrase.end);
    if (/^[’']s$/.test(this.#passage.tokens[phrase.end]?.text ?? '')) return undefined;
    if (
      offices &&
      types.has(offices.person) &&
      tokens.length > 1 &&
      tokens.every((it) => it.pos === 'PROPN' || !it.isCapital || it.key === '')
    ) {
      return isMeant ? [this.#nodes.person(written, offices.person)] : [];
    }
    if (types.has(place) && types.size < 4) return isMeant ? [this.#nodes.propose(place, written)] : [];
    return undefined;
  }

  /** The occasion that the article is about: named in this sentence, or else last. */
  main(types: ReadonlySet<string>, isOccasion = false): Filled | undefined {
    const { introduced } = this.#nodes.lexicon;
    const best = this.#nodes.findRecent(
      (it) => types.has(it.type) && (!isOccasion || introduced.has(it.type)),
      isNearer,
    );
    return (
      best && {
        nodes: [best],
        span: undefined,
        role: undefined,
        doubt: best.lastSentence === this.#nodes.sentence ? UNKNOWN_DOUBT : MAIN_DOUBT,
      }
    );
  }
}

/** Named later, or as late and more often. */
const isNearer = (a: DocumentNode, b: DocumentNode): boolean =>
  a.lastSentence > b.lastSentence || (a.lastSentence === b.lastSentence && a.weight > b.weight);
