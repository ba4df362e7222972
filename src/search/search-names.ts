/**
 * Finds nodes by what people call them: names and aliases in any script and word order, misspelt, unfinished, as
 * acronyms, as identifiers, or with words about them ("Spoljaric president red cross").
 *
 * Three rounds, each dearer, until every asked word is found: the words as written; misspelt; with words
 * looked for around the node. What is asked is plain text: no character in it has a meaning of its own.
 */
import { foldText } from '../base/fold-text.ts';
import { typesNamed } from '../ontology/ontology.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type AskedWord, askWords } from './asked-words.ts';
import { candidateNames } from './candidates.ts';
import { findInContext } from './context.ts';
import { keysOfIdentifier, type NameIndex, nameIndexOf } from './name-index.ts';
import { type Numbers, nameWords, numbersConflict, numbersIn } from './name-words.ts';
import { lenientDistances, type NameScore, scoreName } from './score-name.ts';

/**
 * EXACT: the name itself, but for case and accents. IDENTIFIER: an id or identifier. ACRONYM: the initials of the name.
 * WORDS: every asked word is in the name. PREFIX: a word is unfinished. FUZZY: a word is misspelt. CONTEXT: a word is
 * found in another name of the node, or in the name of a node next to it. PARTIAL: a word is not found at all.
 */
export type MatchKind = 'EXACT' | 'IDENTIFIER' | 'ACRONYM' | 'WORDS' | 'PREFIX' | 'FUZZY' | 'CONTEXT' | 'PARTIAL';

export interface SearchHit<Node = NodeNumber> {
  readonly node: Node;
  /** From 0 to 1; 1 is an exact match. */
  readonly score: number;
  /** The name, alias or identifier that matched, as it is written. */
  readonly matched: string;
  readonly how: MatchKind;
}

export interface SearchOptions {
  /** Node types or interfaces; all when absent. */
  readonly types?: readonly string[];
  /** A language tag such as `ru`: only names in the script of that language count. */
  readonly language?: string;
  /** Most hits; 10 when absent. */
  readonly first?: number;
}

/** Candidates compared word by word, and hits looked at in context. */
const FEW = 40;
/** Candidates compared leniently, when no name has every asked word. */
const MANY = 1024;
/** Letters of a question that are read: no name is longer. */
const MOST_LETTERS = 500;
const LEAST_SCORE = 0.4;
/** Hits that score less than this share of the best are no answer beside it. */
const LEAST_SHARE = 0.6;

/**
 * The nodes of the view that `text` may mean, the likeliest first; none when nothing is like it.
 *
 * Numbers tell names apart: "34th conference" never finds the 33rd.
 * @throws KnowledgeError `unknown-type` for a type that the ontology lacks.
 */
export function searchNames(view: GraphView, text: string, options: SearchOptions = {}): SearchHit[] {
  const asked = text.slice(0, MOST_LETTERS);
  const index = nameIndexOf(view.graph);
  const accepts = acceptor(view, index, options);
  const hits = identified(view, index, asked).filter((hit) => accepts.node(hit.node));
  const numbers = numbersIn(nameWords(asked));
  const compare = (
    words: readonly AskedWord[],
    count: number,
    distances?: ReturnType<typeof lenientDistances>,
  ): NameScore[] =>
    candidateNames(index, words, count, accepts.name)
      .filter((name) => !isOtherNumber(index, name, numbers))
      .map((name) => scoreName(index, words, name, distances));
  let words = askWords(index, asked, 'AS_WRITTEN');
  let scores = compare(words, FEW);
  if (!scores.some((it) => it.isComplete)) {
    words = askWords(index, asked, 'FUZZY');
    scores = compare(words, FEW);
  }
  if (!scores.some((it) => it.isComplete)) {
    scores = compare(words, MANY, lenientDistances(words));
    scores = scores.sort((a, b) => b.found - a.found).slice(0, FEW);
  }
  for (const score of scores) hits.push(hitOf(view, index, words, score));
  return ranked(view, hits, options.first ?? 10);
}

interface Acceptor {
  node(node: NodeNumber): boolean;
  name(name: number): boolean;
}

function acceptor(view: GraphView, index: NameIndex, options: SearchOptions): Acceptor {
  const { types: typeOf, typeNames } = view.graph.nodes;
  const types = options.types && typesNamed(view.ontology, options.types);
  const script = options.language === undefined ? undefined : scriptOf(options.language);
  const node = (it: NodeNumber): boolean => view.hasNode(it) && (!types || types.has(typeNames[typeOf[it]!]!));
  return { node, name: (it) => node(index.owner[it]!) && (!script || script.test(index.written[it]!)) };
}

/** Nodes whose id or identifier was given. */
function identified(view: GraphView, index: NameIndex, text: string): SearchHit[] {
  const key = foldText(text);
  const { nodes } = view.graph;
  return index.identifiers.find(key).map((node) => {
    const identifiers = nodes.property(node, 'identifiers');
    const texts = Array.isArray(identifiers) ? identifiers.map(String) : [];
    const written = texts.find((it) => keysOfIdentifier(it).includes(key));
    return { node, score: 1, matched: written ?? nodes.ids[node]!, how: 'IDENTIFIER' };
  });
}

function hitOf(view: GraphView, index: NameIndex, asked: readonly AskedWord[], score: NameScore): SearchHit {
  const node = index.owner[score.name]!;
  const matched = index.written[score.name]!;
  if (score.found === 1 && score.covered === 1 && score.inOrder) return { node, score: 1, matched, how: 'EXACT' };
  let { found } = score;
  let how = kindOf(score);
  if (!score.isComplete) {
    const missing = asked.filter((_, i) => score.matches[i] === undefined);
    const near = findInContext(view, index, node, missing);
    const weight = asked.reduce((sum, word) => sum + word.weight, 0);
    found += missing.reduce((sum, word, i) => sum + word.weight * near[i]!, 0) / weight;
    how = near.includes(0) ? 'PARTIAL' : 'CONTEXT';
  }
  // Beyond what was found, a name that is all asked for, in order, is a little better; never as good as an exact one.
  return { node, score: found * (0.84 + 0.12 * score.covered + (score.inOrder ? 0.03 : 0)), matched, how };
}

/** Whether a number in the question speaks against the name, or, when the name has none, against its node's name. */
function isOtherNumber(index: NameIndex, name: number, asked: Numbers): boolean {
  if (asked.short.size + asked.long.size === 0) return false;
  const { firstName, owner, words, wordOf, firstWord } = index;
  return [name, firstName[owner[name]!]!].some((it) => {
    const numbers = Array.from(wordOf.subarray(firstWord[it]!, firstWord[it + 1]!), (word) => words.words[word]!);
    return numbersConflict(asked, numbersIn(numbers));
  });
}

function kindOf({ matches }: NameScore): MatchKind {
  if (matches.includes('FUZZY')) return 'FUZZY';
  if (matches.includes('PREFIX')) return 'PREFIX';
  return matches.includes('ACRONYM') ? 'ACRONYM' : 'WORDS';
}

/** The best hit of each node; equal scores go by prominence (edges of the node), then by number. */
function ranked(view: GraphView, hits: readonly SearchHit[], limit: number): SearchHit[] {
  const best = new Map<NodeNumber, SearchHit>();
  for (const hit of hits) if (hit.score > (best.get(hit.node)?.score ?? 0)) best.set(hit.node, hit);
  const top = Math.max(0, ...Array.from(best.values(), (hit) => hit.score));
  const least = Math.max(LEAST_SCORE, top * LEAST_SHARE);
  const { out, in: back } = view.graph;
  const edges = (node: NodeNumber): number =>
    [out, back].reduce((n, it) => n + it.runStart[it.firstRun[node + 1]!]! - it.runStart[it.firstRun[node]!]!, 0);
  return [...best.values()]
    .filter((hit) => hit.score >= least)
    .sort((a, b) => b.score - a.score || edges(b.node) - edges(a.node) || a.node - b.node)
    .slice(0, limit);
}

/**
 * A pattern that matches text with a letter in the script of a language (of `ru`, Cyrillic), or undefined when that is not
 * known. Names carry no language of their own, but their letters tell what readers of a language can read.
 */
function scriptOf(language: string): RegExp | undefined {
  try {
    const { script } = new Intl.Locale(language).maximize();
    return script === undefined
      ? undefined
      : new RegExp(`[${(scripts[script] ?? [script]).map(property).join('')}]`, 'u');
  } catch {
    return undefined;
  }
}

const property = (script: string): string => `\\p{Script=${script}}`;

/** Language tags name some scripts by use; Unicode names them by their characters. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
};
