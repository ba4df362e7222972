/**
 * Every name that the graph and the lexicon hold, as a trie over folded words: the longest name at a token is found in
 * as many steps as it has words. Made once for a graph and a lexicon.
 */
import { foldText } from '../base/fold-text.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { Lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** What a name stands for. */
export interface NameEntry {
  /** The node; undefined for a place that the lexicon knows and the graph does not hold. */
  readonly node: NodeNumber | undefined;
  readonly type: string;
  readonly name: string;
  /** What the people of a state are called: "Kazakh". */
  readonly isDemonym: boolean;
}

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  entry?: NameEntry;
  /** Only when written in capitals: WHO, US. */
  inCapitals?: boolean;
}

export interface NameMatch {
  readonly entry: NameEntry;
  /** The token behind the name. */
  readonly end: number;
}

const NAME_PROPERTIES = ['name', 'officialName', 'acronym', 'symbol', 'aliases', 'demonyms'];
/** Marks that may stand within a name. */
const WITHIN = /^[-‐‑()]$/;

const gazetteers = new WeakMap<KnowledgeGraph, WeakMap<Lexicon, Gazetteer>>();

export class Gazetteer {
  readonly #root: TrieNode = { next: new Map() };
  readonly #rank: ReadonlyMap<string, number>;

  static of(graph: KnowledgeGraph, lexicon: Lexicon): Gazetteer {
    let ofGraph = gazetteers.get(graph);
    if (!ofGraph) gazetteers.set(graph, (ofGraph = new WeakMap()));
    let gazetteer = ofGraph.get(lexicon);
    if (!gazetteer) ofGraph.set(lexicon, (gazetteer = new Gazetteer(graph, lexicon)));
    return gazetteer;
  }

  constructor({ nodes }: KnowledgeGraph, lexicon: Lexicon) {
    this.#rank = new Map(lexicon.preferred.map((type, i) => [type, i]));
    const person = lexicon.offices?.person;
    for (let node = 0; node < nodes.count; node++) {
      const type = nodes.typeOf(node);
      if (lexicon.unnamed.has(type)) continue;
      const name = nodes.nameOf(node);
      const add = (text: string, isDemonym: boolean): void => {
        // One word is no name of a person: surnames are read from the article that gives the whole name.
        if (type !== person || /[^\s]\s+[^\s]/.test(text)) this.#add(text, { node, type, name, isDemonym });
      };
      for (const property of NAME_PROPERTIES) {
        for (const text of [nodes.property(node, property) ?? []].flat()) {
          if (typeof text !== 'string') continue;
          add(text, property === 'demonyms');
          for (const variant of variantsOf(text, lexicon)) add(variant, false);
        }
      }
      const slug = nodes.ids[node]!.replace(/^.*:/, '');
      if (type === lexicon.state) {
        for (const demonym of lexicon.demonyms.get(slug) ?? []) add(demonym, true);
        for (const short of lexicon.shortNames.get(slug) ?? []) add(short, false);
      }
    }
    const places = [...lexicon.cities, ...[...lexicon.capitals.values()].flat()];
    for (const name of places) this.#add(name, { node: undefined, type: lexicon.place, name, isDemonym: false });
  }

  #add(text: string, entry: NameEntry): void {
    const words = wordsOf(text);
    if (words.length === 0 || words.length > 24) return;
    let at = this.#root;
    for (const word of words) {
      let next = at.next.get(word);
      if (!next) at.next.set(word, (next = { next: new Map() }));
      at = next;
    }
    if (at.entry && this.#rankOf(at.entry) <= this.#rankOf(entry)) return;
    at.entry = entry;
    const letters = text.replace(/[^\p{L}]/gu, '');
    at.inCapitals =
      words.length === 1 && letters.length <= 5 && letters === letters.toUpperCase() && /\p{Lu}/u.test(letters);
  }

  /** Names come before demonyms and nodes before places that are only known by name. */
  #rankOf({ type, isDemonym, node }: NameEntry): number {
    return (this.#rank.get(type) ?? 99) + (isDemonym ? 0.5 : 0) + (node === undefined ? 100 : 0);
  }

  /** The longest name that begins at token `start`. */
  longestAt(tokens: readonly Token[], start: number): NameMatch | undefined {
    const first = tokens[start];
    if (!first || first.key === '' || !mayBeginName(first)) return undefined;
    let at: TrieNode | undefined = this.#root;
    let found: NameMatch | undefined;
    for (let i = start; at !== undefined && i < tokens.length; i++) {
      const token: Token = tokens[i]!;
      if (token.key === '') {
        if (!WITHIN.test(token.text)) break;
        continue;
      }
      at = at.next.get(token.key);
      if (at?.entry && (!at.inCapitals || isUpper(token.text))) {
        const closes = tokens[i + 1]?.text === ')' && tokens[i - 1]?.text === '(' && i - 1 > start;
        found = { entry: at.entry, end: closes ? i + 2 : i + 1 };
      }
    }
    return found;
  }
}

/** Capitals, digits, and letters of scripts that know no case. */
const mayBeginName = (token: Token): boolean => token.isCapital || /^[\p{N}\p{Lo}]/u.test(token.text);

const isUpper = (text: string): boolean => text === text.toUpperCase();

const wordsOf = (text: string): string[] =>
  foldText(text.replace(/[’']s\b/g, ' s').replace(/(\p{Lu})\.(?=\p{Lu}|\s|$)/gu, '$1'))
    .split(' ')
    .filter((it) => it !== '');

/** "UN Security Council" and "Security Council" for "United Nations Security Council", as the lexicon abbreviates. */
function variantsOf(text: string, lexicon: Lexicon): string[] {
  const found: string[] = text.includes(' at ') ? [text.replace(' at ', ' in ')] : [];
  for (const [long, short] of lexicon.abbreviations) {
    if (!text.includes(long)) continue;
    found.push(...[text, ...found].map((it) => it.replace(long, short)));
    const rest = text.startsWith(`${long} `) ? text.slice(long.length + 1) : '';
    if (
      rest.includes(' ') &&
      !/^(?:of|for|in|at|Office|Mission|Member|Special|Interim|Development|Secretary) ?/i.test(rest)
    )
      found.push(rest);
  }
  return found;
}
