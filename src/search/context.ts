/**
 * Words of a question that a name does not have, looked for close by.
 *
 * "Spoljaric president red cross" names a person by what she does: her name has one of the words, the office she holds
 * and the organisation she heads have the rest. A word counts when another name of the node has it, and somewhat less
 * when a node next to it in the view has it.
 */
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { AskedWord } from './asked-words.ts';
import type { NameIndex } from './name-index.ts';

const OWN_NAME = 0.8;
const NEIGHBOUR = 0.5;
/** A hub is next to everything, and so next to nothing in particular. */
const MOST_EDGES = 512;
/** Names looked at for one word; a word that more names have is no help. */
const MOST_NAMES = 20_000;

export class Context {
  readonly #view: GraphView;
  readonly #index: NameIndex;
  readonly #likeness = new Map<AskedWord, ReadonlyMap<NodeNumber, number>>();

  constructor(view: GraphView, index: NameIndex) {
    this.#view = view;
    this.#index = index;
  }

  /** For each word, how well it is found around `node`: from 0, not at all, to 0.8. */
  find(node: NodeNumber, words: readonly AskedWord[]): number[] {
    const nodesWith = words.map((word) => this.#nodesWith(word));
    const found = nodesWith.map((it) => (it.get(node) ?? 0) * OWN_NAME);
    let edges = 0;
    this.#view.forEachEdge(node, 'BOTH', undefined, (_, other) => {
      if (edges++ >= MOST_EDGES) return;
      for (let i = 0; i < found.length; i++) {
        const likeness = (nodesWith[i]!.get(other) ?? 0) * NEIGHBOUR;
        if (likeness > found[i]!) found[i] = likeness;
      }
    });
    return found;
  }

  /** The nodes with a name that has the word, and how alike it is there. */
  #nodesWith(word: AskedWord): ReadonlyMap<NodeNumber, number> {
    const known = this.#likeness.get(word);
    if (known) return known;
    const { firstPosting, nameOf, owner } = this.#index;
    const nodes = new Map<NodeNumber, number>();
    const add = (name: number, likeness: number): void => {
      const node = owner[name]!;
      if (likeness > (nodes.get(node) ?? 0)) nodes.set(node, likeness);
    };
    if (word.reach <= MOST_NAMES) {
      for (const { word: number, likeness } of word.near.values()) {
        for (let p = firstPosting[number]!; p < firstPosting[number + 1]!; p++) add(nameOf[p]!, likeness);
      }
      for (const name of word.acronymOf) add(name, 1);
    }
    this.#likeness.set(word, nodes);
    return nodes;
  }
}
