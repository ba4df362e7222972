/**
 * What a phrase stands for where nodes of some types are asked for: its own nodes, whom a pronoun means, a person or a
 * place that only capitals name, the occasion that the article is about.
 */
import type { DocumentNode } from './document-node.ts';
import type { DocumentNodes } from './document-nodes.ts';
import { postNode } from './find-post.ts';
import { type Phrase, writtenText } from './phrase.ts';
import type { Sentence } from './tokens.ts';

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
  readonly #text: string;
  readonly #sentence: Sentence;
  readonly #nodes: DocumentNodes;

  constructor(text: string, sentence: Sentence, nodes: DocumentNodes) {
    this.#text = text;
    this.#sentence = sentence;
    this.#nodes = nodes;
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
    if (phrase.kind === 'pronoun') return this.#referent(phrase, types);
    return phrase.kind === 'capitals' ? this.#named(phrase, types, isMeant) : undefined;
  }

  #referent(phrase: Phrase, types: ReadonlySet<string>): readonly DocumentNode[] | undefined {
    const { offices } = this.#nodes.lexicon;
    const word = this.#sentence.tokens[phrase.start]!.key;
    const isPerson = word === 'he' || word === 'she';
    if (word === 'we' || word === 'they') return undefined;
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
    const written = writtenText(this.#text, this.#sentence, phrase.start, phrase.end);
    const tokens = this.#sentence.tokens.slice(phrase.start, phrase.end);
    if (/^[’']s$/.test(this.#sentence.tokens[phrase.end]?.text ?? '')) return undefined;
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
  main(types: ReadonlySet<string>): Filled | undefined {
    const best = this.#nodes.findRecent((it) => types.has(it.type), isNearer);
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
