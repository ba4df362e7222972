/**
 * A sentence while it is read: its words, the text around them, and the nodes that the document has named so far. All
 * readers of a sentence share it.
 */
import type { DocumentNode } from './document-node.ts';
import type { DocumentNodes } from './document-nodes.ts';
import type { Lexicon } from './lexicon.ts';
import { type Phrase, type PhraseItem, type PhraseKind, phraseItem } from './phrase.ts';
import type { Sentence, Token } from './tokens.ts';

/** Numbers of the first token and of the one behind the last. */
export interface TokenSpan {
  readonly start: number;
  readonly end: number;
}

export class Passage {
  readonly text: string;
  readonly sentence: Sentence;
  readonly nodes: DocumentNodes;

  constructor(text: string, sentence: Sentence, nodes: DocumentNodes) {
    this.text = text;
    this.sentence = sentence;
    this.nodes = nodes;
  }

  get lexicon(): Lexicon {
    return this.nodes.lexicon;
  }

  get tokens(): readonly Token[] {
    return this.sentence.tokens;
  }

  /** The folded word at a token; empty beyond the sentence. */
  key(token: number): string {
    return this.tokens[token]?.key ?? '';
  }

  /** The text of tokens, with the spaces that the article has. */
  written({ start, end }: TokenSpan): string {
    const [first, last] = [this.tokens[start], this.tokens[end - 1]];
    return first && last ? this.text.slice(first.start, last.end) : '';
  }

  /** A phrase of tokens; what stands before 's owns what follows. */
  phrase(
    kind: PhraseKind,
    { start, end }: TokenSpan,
    nodes: readonly DocumentNode[],
    more?: Partial<Phrase>,
  ): PhraseItem {
    const mark = this.tokens[end]?.text ?? '';
    const isPossessive = /^[’']s$/.test(mark) || (/^[’']$/.test(mark) && this.key(end - 1).endsWith('s'));
    return phraseItem({ kind, start, end, nodes, isPossessive, ...more });
  }
}
