/**
 * The names that a text may be: compared word by word, in rounds that each forgive more, until every asked word is found.
 *
 * The words as they are written; with blanks where they ought to be; misspelt; with other words beside the misspelt ones.
 * Titles of sources hold the words of everything: they are compared in the first round alone, and end none of the others.
 */
import { foldText } from '../base/fold-text.ts';
import { typesNamed } from '../ontology/ontology.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { type AskedWord, askWords, piecesOf } from './asked-words.ts';
import { candidateNames } from './candidates.ts';
import { findInContext } from './context.ts';
import { keysOfIdentifier, type NameIndex } from './name-index.ts';
import { isSpelt, type Numbers, nameWords, numbersConflict, numbersIn, soundWords } from './name-words.ts';
import { editsIn, lenientDistances, type NameScore, scoreName } from './score-name.ts';
import { scriptOf, scriptOfLanguage } from './scripts.ts';
import type { Match, MatchKind, NameQuestion } from './search-hit.ts';

/** Candidates compared word by word, and hits looked at in context. */
const FEW = 40;
/** Candidates compared leniently, when no name has every asked word. */
const MANY = 1024;
/** Candidates compared leniently beside names that have every asked word, though not as it is written. */
const SOME = 256;
/** A name that has this much of the question needs no rivals. */
const SURE = 0.9;
/** What a name in another script is worth beside one in the script of the text. */
const OTHER_SCRIPT = 0.99;
/** What a code without its system is worth beside a name. */
const PART_OF_IDENTIFIER = 0.995;
/** What the title of a source is worth beside a name, unless it is the very text. */
const SOURCE = 0.62;
/** What a name with a number that was not asked for is worth: "2286 (XXII)" is one of many 2286, while a year only dates it. */
const MORE_NUMBERS = 0.97;
/** What a title, which says what something is about, is worth beside a name. */
const TITLE = 0.9;

/** `forgiving`: whether names that lack a word as it is written are looked for. */
export function matchNames(asked: NameQuestion, forgiving: boolean): Match[] {
  const { view, index, text, options } = asked;
  const accepts = acceptor(asked);
  const isSource = (name: number): boolean => index.sourceTypes.has(view.graph.nodes.types[index.owner[name]!]!);
  const words = nameWords(text);
  const numbers = numbersIn(words);
  const compare = (
    of: readonly AskedWord[],
    count: number,
    distances?: ReturnType<typeof lenientDistances>,
    sources = false,
  ): NameScore[] =>
    candidateNames(index, of, count, (name) => isSource(name) === sources && accepts.name(name))
      .filter((name) => !isOtherNumber(index, name, numbers))
      .map((name) => scoreName(index, of, name, distances));
  const isWhole = (it: NameScore): boolean => it.isComplete && it.covered === 1;

  const asWritten = askWords(index, words, 'AS_WRITTEN');
  const hits = identified(asked).filter((it) => accepts.node(it.node));
  const add = (scores: readonly NameScore[], of: readonly AskedWord[], worth = 1): void => {
    for (const score of scores) hits.push(matchOf(asked, of, score, worth));
  };
  if (index.sourceTypes.size > 0) {
    add(compare(asWritten, FEW, undefined, true), asWritten, options.types ? 1 : SOURCE);
  }
  let of: readonly AskedWord[] = asWritten;
  let scores = compare(of, FEW);
  if (!forgiving) {
    add(scores, of);
    return hits;
  }
  if (!scores.some((it) => it.isComplete)) {
    const long = spelledOut(index, words);
    const spelled = long && askWords(index, long, 'AS_WRITTEN');
    const complete = spelled ? compare(spelled, FEW).filter((it) => it.isComplete) : [];
    if (spelled && complete.length > 0) {
      add(complete, spelled, OTHER_SCRIPT);
      return hits;
    }
    const pieces = piecesOf(index, soundWords(text).join(''), 2);
    const respaced = pieces && askWords(index, pieces, 'AS_WRITTEN');
    const whole = respaced ? compare(respaced, FEW).filter(isWhole) : [];
    if (respaced && whole.length > 0) {
      add(whole, respaced, OTHER_SCRIPT);
      return hits;
    }
    of = askWords(index, words, 'FUZZY');
    scores = compare(of, FEW);
  }
  if (!scores.some((it) => it.isComplete)) {
    scores = compare(of, MANY, lenientDistances(of))
      .sort((a, b) => b.found - a.found)
      .slice(0, FEW);
  } else if (!scores.some((it) => it.isComplete && it.found >= SURE)) {
    // Two slips in one word are as likely as one in each of two: what has the others as they are written is compared as well.
    const rival = compare(asWritten, SOME, lenientDistances(asWritten)).sort((a, b) => b.found - a.found);
    add(rival.slice(0, FEW), asWritten);
  }
  add(scores, of);
  return hits;
}

/** The words with names of one word, as acronyms are, as the long name of who bears them; undefined where nobody does. */
function spelledOut(index: NameIndex, words: readonly string[]): string[] | undefined {
  const { firstPosting, nameOf, firstWord, wordOf, firstName, owner } = index;
  if (words.length < 2 || words.length > MOST_WORDS) return undefined;
  const long = words.map((text): readonly string[] => {
    const word = isSpelt(text) ? index.words.find(text) : -1;
    if (word === -1) return [text];
    const name = nameOf
      .subarray(firstPosting[word]!, firstPosting[word + 1]!)
      .find((it) => firstWord[it + 1]! - firstWord[it]! === 1 && firstName[owner[it]!] !== it);
    if (name === undefined) return [text];
    const first = firstName[owner[name]!]!;
    return Array.from(wordOf.subarray(firstWord[first]!, firstWord[first + 1]!), (it) => index.words.words[it]!);
  });
  return long.some((it) => it.length > 2) ? long.flat() : undefined;
}
/** Longer questions hold no acronyms but by chance. */
const MOST_WORDS = 6;

interface Acceptor {
  node(node: NodeNumber): boolean;
  name(name: number): boolean;
}

/** What the options and the view let through. */
export function acceptor({ view, index, options }: NameQuestion): Acceptor {
  const { types: typeOf, typeNames } = view.graph.nodes;
  const types = options.types && typesNamed(view.ontology, options.types);
  const script = options.language === undefined ? undefined : scriptOfLanguage(options.language);
  const node = (it: NodeNumber): boolean => view.hasNode(it) && (!types || types.has(typeNames[typeOf[it]!]!));
  return { node, name: (it) => node(index.owner[it]!) && (!script || script.test(index.written[it]!)) };
}

/** Nodes whose id or identifier was given. */
function identified({ view, index, text }: NameQuestion): Match[] {
  const key = foldText(text);
  const { nodes } = view.graph;
  return index.identifiers.find(key).map((node) => {
    const identifiers = nodes.property(node, 'identifiers');
    const texts = Array.isArray(identifiers) ? identifiers.map(String) : [];
    const written = texts.find((it) => keysOfIdentifier(it).includes(key)) ?? nodes.ids[node]!;
    const score = foldText(written) === key ? 1 : PART_OF_IDENTIFIER;
    return { node, score, matched: written, how: 'IDENTIFIER', edits: () => 0, transliterated: false };
  });
}

function matchOf(asked: NameQuestion, words: readonly AskedWord[], score: NameScore, worth: number): Match {
  const { view, index, text } = asked;
  const node = index.owner[score.name]!;
  const matched = index.written[score.name]!;
  const transliterated = scriptOf(text) !== scriptOf(matched);
  const when = index.when.get(score.name);
  const match = (how: MatchKind, value: number): Match => ({
    node,
    score: value * (transliterated ? OTHER_SCRIPT : 1) * (index.titles.has(score.name) ? TITLE : 1),
    matched,
    how,
    edits: () => editsIn(index, words, score),
    transliterated,
    ...(when !== undefined && { when }),
  });
  if (score.found === 1 && score.covered === 1 && score.inOrder) return match('EXACT', worth === SOURCE ? 1 : worth);
  let { found } = score;
  let how = kindOf(score);
  if (!score.isComplete) {
    const missing = words.filter((it, i) => score.matches[i] === undefined && !it.isOptional);
    const near = findInContext(view, index, node, missing);
    const weight = words.reduce((sum, word) => sum + word.weight, 0);
    found += missing.reduce((sum, word, i) => sum + word.weight * near[i]!, 0) / weight;
    how = near.includes(0) ? 'PARTIAL' : 'CONTEXT';
  }
  if (hasMoreNumbers(index, score.name, words)) found *= MORE_NUMBERS;
  // Beyond what was found, a name that is all asked for, in order, is a little better; never as good as an exact one.
  return match(how, worth * found * (0.8 + 0.16 * score.covered + (score.inOrder ? 0.03 : 0)));
}

/** Whether a number in the question speaks against the name, or, when the name has none, against its node's name. */
function isOtherNumber(index: NameIndex, name: number, asked: Numbers): boolean {
  if (asked.short.size + asked.long.size === 0) return false;
  const { firstName, owner } = index;
  return [name, firstName[owner[name]!]!].some((it) => numbersConflict(asked, numbersOf(index, it)));
}

const numbersOf = ({ words, wordOf, firstWord }: NameIndex, name: number): Numbers =>
  numbersIn(Array.from(wordOf.subarray(firstWord[name]!, firstWord[name + 1]!), (word) => words.words[word]!));

/** Whether a name has a short number beyond those that were asked for. */
function hasMoreNumbers(index: NameIndex, name: number, asked: readonly AskedWord[]): boolean {
  const { short, long } = numbersIn(asked.map((it) => it.text));
  return short.size + long.size > 0 && [...numbersOf(index, name).short].some((it) => !short.has(it));
}

function kindOf({ matches }: NameScore): MatchKind {
  if (matches.includes('FUZZY')) return 'FUZZY';
  if (matches.includes('PREFIX')) return 'PREFIX';
  return matches.includes('ACRONYM') ? 'ACRONYM' : 'WORDS';
}
