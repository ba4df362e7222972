/**
 * The inverted index of a graph's names: for each word, its postings. Made once for a graph, at its first search.
 *
 * Names lie in typed arrays: a name is a number, its words are numbers, and a word knows the names it is in.
 */
import { foldText } from '../base/fold-text.ts';
import { groupBy } from '../base/group-by.ts';
import { lowerBound } from '../base/lower-bound.ts';
import { type OnceInSteps, onceInSteps } from '../base/once-for.ts';
import type { PropertyValue } from '../facts/fact.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import { acronymsOf, hasHan, nameWords, soundWords } from './name-words.ts';
import { WordIndex } from './word-index.ts';

/** Beside a name, it says what a document is about: "Security Council" is the title of a resolution, and names the Council. */
const TITLE = 'title';
/** Properties that name a node; `name` comes first and is preferred where names match equally well. */
const NAME_PROPERTIES = ['name', 'officialName', 'acronym', 'symbol', 'aliases', 'demonyms', TITLE] as const;

export interface NameIndex {
  /** Names as they are written; those of a node are side by side, its `name` first. One may be there twice: by its sound too. */
  readonly written: readonly string[];
  /** When a name was borne, as EDTF text, where that is known. */
  readonly when: ReadonlyMap<number, string>;
  /** Names that are only the title of a node. */
  readonly titles: ReadonlySet<number>;
  /** Codes of the node types of sources, which are found last. */
  readonly sourceTypes: ReadonlySet<number>;
  readonly owner: Uint32Array;
  /** Node n has the names firstName[n] … firstName[n + 1] - 1. */
  readonly firstName: Uint32Array;
  readonly words: WordIndex;
  /** Name i has the words wordOf[firstWord[i]] … up to firstWord[i + 1], excluded, in their order. */
  readonly firstWord: Uint32Array;
  readonly wordOf: Uint32Array;
  /** Word w is in the names nameOf[firstPosting[w]] … up to firstPosting[w + 1], excluded. */
  readonly firstPosting: Uint32Array;
  readonly nameOf: Uint32Array;
  /**
   * What a word says: the square of log(nodes / nodes with it), so that "Spoljaric" decides and "of the" hardly counts.
   * One entry more than there are words: the weight of a word that no name has, which is that of the rarest.
   */
  readonly weight: Float32Array;
  /** Initials of names of several words, with the name. */
  readonly acronyms: KeyIndex;
  /** Ids and identifiers, whole and without their prefix, with the node. */
  readonly identifiers: KeyIndex;
}

/** Texts that are only found whole, with what they stand for: a sorted list, which takes a third of a Map's memory. */
class KeyIndex {
  readonly #keys: readonly string[];
  readonly #values: Uint32Array;

  constructor(entries: readonly (readonly [key: string, value: number])[]) {
    const sorted = [...entries].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
    this.#keys = sorted.map((it) => it[0]);
    this.#values = Uint32Array.from(sorted, (it) => it[1]);
  }

  /** Everything that `key` stands for, rising; often nothing. */
  find(key: string): readonly number[] {
    const keys = this.#keys;
    const start = lowerBound(0, keys.length, (it) => keys[it]! < key);
    let end = start;
    while (keys[end] === key) end++;
    return Array.from(this.#values.subarray(start, end));
  }
}

/** The names of a graph, indexed at the first call: about a second for 100,000 nodes. */
export const nameIndexOf: OnceInSteps<KnowledgeGraph, NameIndex> = onceInSteps(makeNameIndex);

function* makeNameIndex({ nodes, edges, claims }: KnowledgeGraph): Generator<unknown, NameIndex> {
  const written: string[] = [];
  const words: string[][] = [];
  const owner: number[] = [];
  const when = new Map<number, string>();
  const titles = new Set<number>();
  const claimed = groupBy(
    claims.filter((it) => typeof it.value === 'string' && (NAME_PROPERTIES as readonly string[]).includes(it.property)),
    (it) => it.node,
  );
  const addName = (node: number, name: string, wordsIn: string[]): void => {
    owner.push(node);
    written.push(name);
    words.push(wordsIn);
  };
  const firstName = new Uint32Array(nodes.count + 1);
  const acronyms: [string, number][] = [];
  const identifiers: [string, number][] = [];
  for (let node = 0; node < nodes.count; node++) {
    if (node % 64 === 0) yield;
    const dates = new Map(claimed.get(nodes.ids[node]!)?.map((it) => [String(it.value), it.when]));
    const properties = nodes.properties(node);
    const names = namesOf(properties, NAME_PROPERTIES.slice(0, -1));
    const all = new Set([...names, ...dates.keys(), ...namesOf(properties, [TITLE])]);
    for (const name of all) {
      if (names.size > 0 && !names.has(name) && !dates.has(name)) titles.add(written.length);
      const date = dates.get(name);
      if (date !== undefined) when.set(written.length, date);
      for (const key of acronymsOf(name)) acronyms.push([key, written.length]);
      addName(node, name, nameWords(name));
      if (hasHan(name)) addName(node, name, soundWords(name));
    }
    firstName[node + 1] = written.length;
    for (const key of identifiersOf(nodes.ids[node]!, nodes.property(node, 'identifiers'))) {
      identifiers.push([key, node]);
    }
  }
  const owners = Uint32Array.from(owner);
  const columns = yield* wordColumns(words);
  const sources = edges.columns.sourceIds.flatMap((id) => nodes.numberOf(id) ?? []);
  return {
    written,
    when,
    titles,
    sourceTypes: new Set(sources.map((node) => nodes.types[node]!)),
    owner: owners,
    firstName,
    ...columns,
    weight: weightsOf(columns, owners, nodes.count),
    acronyms: new KeyIndex(acronyms),
    identifiers: new KeyIndex(identifiers),
  };
}

function namesOf(properties: Readonly<Record<string, PropertyValue>>, of: readonly string[]): Set<string> {
  const values = of.flatMap((property) => properties[property] ?? []);
  return new Set(values.filter((it): it is string => typeof it === 'string' && it !== ''));
}

/** What an id and identifiers are found by. */
function identifiersOf(id: string, identifiers: PropertyValue | undefined): Set<string> {
  const texts = Array.isArray(identifiers) ? identifiers.map(String) : [];
  return new Set([foldText(id), ...texts.flatMap(keysOfIdentifier)].filter((it) => it !== ''));
}

/** `iso3:KAZ` is found by "iso3:KAZ" and by "KAZ". */
export function keysOfIdentifier(identifier: string): string[] {
  return [identifier, identifier.slice(identifier.indexOf(':') + 1)].map(foldText);
}

type WordColumns = Pick<NameIndex, 'words' | 'firstWord' | 'wordOf' | 'firstPosting' | 'nameOf'>;

function* wordColumns(names: readonly (readonly string[])[]): Generator<unknown, WordColumns> {
  yield;
  const words = yield* WordIndex.of(names.flat());
  const numberOf = new Map(words.words.map((word, number) => [word, number]));
  yield;
  const firstWord = new Uint32Array(names.length + 1);
  names.forEach((it, name) => {
    firstWord[name + 1] = firstWord[name]! + it.length;
  });
  const wordOf = new Uint32Array(firstWord[names.length]!);
  const firstPosting = new Uint32Array(words.words.length + 1);
  names.forEach((it, name) => {
    it.forEach((word, i) => {
      wordOf[firstWord[name]! + i] = numberOf.get(word)!;
    });
    for (const word of new Set(it)) firstPosting[numberOf.get(word)! + 1]!++;
  });
  for (let word = 0; word < words.words.length; word++) firstPosting[word + 1]! += firstPosting[word]!;
  yield;
  const next = firstPosting.slice();
  const nameOf = new Uint32Array(firstPosting[words.words.length]!);
  names.forEach((it, name) => {
    for (const word of new Set(it)) nameOf[next[numberOf.get(word)!]!++] = name;
  });
  return { words, firstWord, wordOf, firstPosting, nameOf };
}

/** What a word says that `holders` of all have. */
export const rarity = (all: number, holders: number): number => Math.log1p(all / holders) ** 2;

function weightsOf({ firstPosting, nameOf }: WordColumns, owner: Uint32Array, nodeCount: number): Float32Array {
  return Float32Array.from(firstPosting, (start, word) => {
    let holders = 0;
    for (let p = start, end = firstPosting[word + 1] ?? start; p < end; p++) {
      // The names of a node are side by side.
      if (p === start || owner[nameOf[p]!] !== owner[nameOf[p - 1]!]) holders++;
    }
    return rarity(nodeCount, Math.max(1, holders));
  });
}
