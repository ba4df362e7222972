/**
 * What an article has said that later words refer to: who holds which post ("the Minister"), who was named together ("the
 * ministers"), what headlines and acronyms name.
 */
import { foldText } from '../base/fold-text.ts';
import type { DocumentNode } from './document-node.ts';
import type { Phrase, PostNamed } from './phrase.ts';

/** More are forgotten, the oldest first. */
const MOST_HOLDERS = 300;
const MOST_LISTS = 12;

/** Several who were named as one, and as what. */
export interface NamedTogether {
  readonly nodes: readonly DocumentNode[];
  readonly role: string | undefined;
  readonly sentence: number;
}

export class Discourse {
  /** What headlines named: the first sentence introduces the same once more. */
  readonly headlined: Set<DocumentNode> = new Set();
  /** What is called by an acronym given in brackets: PNND. */
  readonly acronyms: Map<string, DocumentNode> = new Map();
  readonly #together: NamedTogether[] = [];
  readonly #holders: { words: readonly string[]; of: DocumentNode; person: DocumentNode }[] = [];
  #last: PostNamed | undefined;

  /** The post that was named last: what "his counterpart" has elsewhere. */
  get lastPost(): PostNamed | undefined {
    return this.#last;
  }

  addHolder(post: PostNamed, person: DocumentNode): void {
    this.#holders.push({ words: foldText(post.title).split(' '), of: post.of, person });
    if (this.#holders.length > MOST_HOLDERS) this.#holders.shift();
    this.#last = post;
  }

  /** Whether the article said a post of somebody. */
  holdsPost(person: DocumentNode): boolean {
    return this.#holders.some((it) => it.person === person);
  }

  /** Whom a title without a name means: the last who was given it, or a longer one with the same head. */
  findHolder(title: string, of: DocumentNode | undefined): DocumentNode | undefined {
    const words = foldText(title).split(' ');
    const fits = this.#holders.filter((it) => !of || it.of === of);
    return fits.findLast((it) => words.every((word) => it.words.includes(word)))?.person;
  }

  addTogether({ nodes, role, kind }: Phrase, sentence: number): void {
    if (nodes.length < 2 || kind === 'adjective') return;
    this.#together.push({ nodes, role, sentence });
    if (this.#together.length > MOST_LISTS) this.#together.shift();
  }

  /** Who was named together last, if accepted. */
  findTogether(accepts: (it: NamedTogether) => boolean): readonly DocumentNode[] | undefined {
    return this.#together.findLast(accepts)?.nodes;
  }
}
