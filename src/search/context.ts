/**
 * Words of a question that a name does not have, looked for close by.
 *
 * "Spoljaric president red cross" names a person by what she does: her name has one of the words, the office she holds
 * and the organisation she heads have the rest. A word counts when another name of the node has it, or when it is the year
 * of one of its dates, and somewhat less when a node next to it in the view has it.
 */
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type AskedWord, nearWord } from './asked-words.ts';
import type { NameIndex } from './name-index.ts';

const OWN_NAME = 0.8;
const NEIGHBOUR = 0.5;
/** A hub is next to everything, and so next to nothing in particular. */
const MOST_EDGES = 256;

/** For each word, how well it is found around `node`: from 0, not at all, to 0.8. */
export function findInContext(
  view: GraphView,
  index: NameIndex,
  node: NodeNumber,
  words: readonly AskedWord[],
): number[] {
  const found = words.map(() => 0);
  findInNames(index, node, words, OWN_NAME, found);
  findInDates(view, node, words, found);
  const { nodes, edges } = view.graph;
  findInType(nodes.typeNames[nodes.types[node]!]!, words, OWN_NAME, found);
  let met = 0;
  view.forEachEdge(node, 'BOTH', undefined, (edge, other) => {
    if (met++ >= MOST_EDGES) return;
    findInNames(index, other, words, NEIGHBOUR, found);
    findInType(edges.typeOf(edge), words, NEIGHBOUR, found);
  });
  return found;
}

/** Words of a type's name say what kind of thing is meant: a "treaty", or what was "voted" on. */
function findInType(type: string, words: readonly AskedWord[], worth: number, found: number[]): void {
  const name = type.toLowerCase();
  words.forEach((word, i) => {
    if (word.text.length >= SHORTEST_TYPE && name.startsWith(word.text)) found[i] = Math.max(found[i]!, worth);
  });
}
/** Shorter words begin too many types. */
const SHORTEST_TYPE = 4;

const YEAR = /^\d{4}$/;

/** Years that dates of the node are of: they say when it was, as a name of it would. */
function findInDates({ graph }: GraphView, node: NodeNumber, words: readonly AskedWord[], found: number[]): void {
  if (!words.some((it) => YEAR.test(it.text))) return;
  const dates = Object.values(graph.nodes.properties(node)).filter((it) => typeof it === 'string');
  words.forEach((word, i) => {
    if (YEAR.test(word.text) && dates.some((it) => it === word.text || it.startsWith(`${word.text}-`))) {
      found[i] = Math.max(found[i]!, OWN_NAME);
    }
  });
}

/** Raises what was found to what the names of `node` have, times `worth`. */
function findInNames(
  index: NameIndex,
  node: NodeNumber,
  words: readonly AskedWord[],
  worth: number,
  found: number[],
): void {
  const { firstName, firstWord, wordOf } = index;
  for (let name = firstName[node]!; name < firstName[node + 1]!; name++) {
    words.forEach((word, i) => {
      let likeness = word.acronymOf.has(name) ? 1 : 0;
      for (let place = firstWord[name]!; place < firstWord[name + 1]!; place++) {
        likeness = Math.max(likeness, nearWord(index, word, wordOf[place]!)?.likeness ?? 0);
      }
      found[i] = Math.max(found[i]!, likeness * worth);
    });
  }
}
