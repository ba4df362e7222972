/**
 * Finds nodes by what people call them: names and aliases in any script and word order, misspelt, unfinished, as
 * acronyms, as identifiers, or with words about them ("Spoljaric president red cross").
 *
 * Three rounds, each dearer, until every asked word is found: the words as written; with slips of the hand; with words
 * looked for around the node. What is asked is plain text: no character in it has a meaning of its own.
 */
import { foldText } from '../base/fold-text.ts';
import { concreteTypes } from '../ontology/ontology.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type AskedWord, askWords } from './asked-words.ts';
import { candidateNames } from './candidates.ts';
import { Context } from './context.ts';
import { type NameIndex, nameIndexOf } from './name-index.ts';
import { type Numbers, nameWords, numbersConflict, numbersIn } from './name-words.ts';
import { unknownType } from './problems.ts';
import { type NameScore, scoreName } from './score-name.ts';
import { scriptOf } from './script-of.ts';

/**
 * EXACT: the name itself, but for case and accents. IDENTIFIER: an id or identifier. ACRONYM: the initials of the name.
 * WORDS: every asked word is in the name. PREFIX: a word is unfinished. FUZZY: a word is misspelt. CONTEXT: a word is
 * found in another name of the node, or in the name of a node next to it. PARTIAL: a word is not found at all.
 */
export type MatchKind = 'EXACT' | 'IDENTIFIER' | 'ACRONYM' | 'WORDS' | 'PREFIX' | 'FUZZY' | 'CONTEXT' | 'PARTIAL';

export interface SearchHit {
  readonly node: NodeNumber;
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
  readonly limit?: number;
}

/** Candidates compared word by word. */
const FEW = 64;
/** Candidates compared when no name has every asked word. */
const MANY = 1024;
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
  const question = new Question(view, text, options);
  const hits = question.identified();
  const exact = question.round('AS_WRITTEN');
  const round = exact.complete ? exact : question.round('WITH_SLIPS');
  return ranked(view, [...hits, ...round.hits], options.limit ?? 10);
}

class Question {
  readonly #view: GraphView;
  readonly #index: NameIndex;
  readonly #text: string;
  readonly #folded: string;
  readonly #numbers: Numbers;
  readonly #accept: (name: number) => boolean;
  readonly #acceptNode: (node: NodeNumber) => boolean;
  readonly #context: Context;

  constructor(view: GraphView, text: string, options: SearchOptions) {
    this.#view = view;
    this.#index = nameIndexOf(view.graph);
    this.#text = text;
    this.#folded = nameWords(text).join(' ');
    this.#numbers = numbersIn(nameWords(text));
    this.#context = new Context(view, this.#index);
    const { owner, written } = this.#index;
    const types = options.types && typeCodes(view, options.types);
    const script = options.language === undefined ? undefined : scriptOf(options.language);
    this.#acceptNode = (node) => view.hasNode(node) && (!types || types.has(view.graph.nodes.types[node]!));
    this.#accept = (name) => this.#acceptNode(owner[name]!) && (!script || script.test(written[name]!));
  }

  /** Nodes whose id or identifier was given. */
  identified(): SearchHit[] {
    const key = foldText(this.#text);
    const nodes = this.#index.identifiers.find(key).filter(this.#acceptNode);
    return nodes.map((node) => ({ node, score: 1, matched: this.#identifier(node, key), how: 'IDENTIFIER' }));
  }

  #identifier(node: NodeNumber, key: string): string {
    const identifiers = this.#view.graph.nodes.property(node, 'identifiers');
    const texts = Array.isArray(identifiers) ? identifiers.map(String) : [];
    return texts.find((it) => foldText(it).endsWith(key)) ?? this.#view.graph.nodes.ids[node]!;
  }

  /** Hits at one leniency; `complete` when a name has every asked word, so that no more is to be sought. */
  round(leniency: 'AS_WRITTEN' | 'WITH_SLIPS'): { hits: SearchHit[]; complete: boolean } {
    const asked = askWords(this.#index, this.#text, leniency);
    const few = this.#compare(asked, candidateNames(this.#index, asked, FEW, this.#accept), false);
    if (few.complete || leniency === 'AS_WRITTEN') return few;
    return this.#compare(asked, candidateNames(this.#index, asked, MANY, this.#accept), true);
  }

  #compare(
    asked: readonly AskedWord[],
    names: readonly number[],
    leniently: boolean,
  ): { hits: SearchHit[]; complete: boolean } {
    const hits: SearchHit[] = [];
    let complete = false;
    for (const name of names) {
      if (this.#isOtherNumber(name)) continue;
      const score = scoreName(this.#index, asked, name, leniently);
      const all = score.matches.every((it) => it !== undefined);
      complete ||= all;
      hits.push(all ? this.#hit(name, score, score.found, kindOf(score)) : this.#hitInContext(asked, name, score));
    }
    return { hits, complete };
  }

  #hit(name: number, score: NameScore, found: number, how: MatchKind): SearchHit {
    const node = this.#index.owner[name]!;
    const matched = this.#index.written[name]!;
    if (nameWords(matched).join(' ') === this.#folded) return { node, score: 1, matched, how: 'EXACT' };
    // Beyond what was found, a name that is all asked for, in order, is a little better; never as good as an exact one.
    return { node, score: found * (0.86 + 0.12 * score.covered + (score.inOrder ? 0.01 : 0)), matched, how };
  }

  #hitInContext(asked: readonly AskedWord[], name: number, score: NameScore): SearchHit {
    const missing = asked.filter((_, i) => score.matches[i] === undefined);
    const near = this.#context.find(this.#index.owner[name]!, missing);
    const all = asked.reduce((sum, word) => sum + word.weight, 0);
    const more = missing.reduce((sum, word, i) => sum + word.weight * near[i]!, 0) / all;
    return this.#hit(name, score, score.found + more, near.includes(0) ? 'PARTIAL' : 'CONTEXT');
  }

  /** Whether a number in the question speaks against the name, or, when the name has none, against its node's name. */
  #isOtherNumber(name: number): boolean {
    if (this.#numbers.short.size + this.#numbers.long.size === 0) return false;
    const { firstName, owner } = this.#index;
    return [name, firstName[owner[name]!]!].some((it) => numbersConflict(this.#numbers, numbersIn(this.#words(it))));
  }

  #words(name: number): string[] {
    const { words, wordOf, firstWord } = this.#index;
    return Array.from(wordOf.subarray(firstWord[name]!, firstWord[name + 1]!), (word) => words.words[word]!);
  }
}

function kindOf({ matches }: NameScore): MatchKind {
  if (matches.includes('SLIP')) return 'FUZZY';
  if (matches.includes('PREFIX')) return 'PREFIX';
  return matches.includes('ACRONYM') ? 'ACRONYM' : 'WORDS';
}

function typeCodes(view: GraphView, types: readonly string[]): Set<number> {
  const { ontology } = view;
  const { typeNames } = view.graph.nodes;
  return new Set(
    types.flatMap((type) => {
      if (!ontology.nodeTypes.has(type) && !ontology.interfaces.has(type)) throw unknownType(ontology, type);
      return concreteTypes(ontology, type).map((name) => typeNames.indexOf(name));
    }),
  );
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
