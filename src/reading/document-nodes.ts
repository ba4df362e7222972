/**
 * The nodes that one article speaks of: known ones, linked with a score, and proposed ones, each once.
 *
 * Names are linked in three rounds: as they are written (the gazetteer), as the search of names finds them, and, for
 * persons, by their similarity. What is less sure than `SURE` is proposed as new, with the runner-up told.
 */
import { foldText } from '../base/fold-text.ts';
import type { SearchHit } from '../search/search-hit.ts';
import { searchNames } from '../search/search-names.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { Discourse } from './discourse.ts';
import type { DocumentNode, LinkMethod } from './document-node.ts';
import type { NameEntry } from './gazetteer.ts';
import type { Lexicon } from './lexicon.ts';
import { nameSimilarity, skeleton } from './name-similarity.ts';

/** From here on a name is linked without asking. */
const SURE = 0.88;
/** Below it nobody is asked, either. */
const ASK = 0.77;
/** The search of names says this of a name that holds every word. */
const SURE_WORDS = 0.93;
/** How many nodes a noun or a pronoun may mean: those named last. More would make long lists of names slow. */
const MOST_RECENT = 300;
/** How many ways to write a node are told, and how many persons of one word are looked at: those named last. */
const MOST_MENTIONS = 12;
const MOST_NAMESAKES = 12;
/** How many unknown names of a text are searched for among misspelt ones; an article has a few dozen. */
const MOST_SEARCHES = 200;

export class DocumentNodes {
  readonly view: GraphView;
  readonly lexicon: Lexicon;
  readonly #nodes = new Map<string, DocumentNode>();
  /** The nodes named last; twice as many at most, before the older half is forgotten. */
  #recent = new Set<DocumentNode>();
  #proposed = 0;
  #searches = 0;
  #newParts: [part: DocumentNode, whole: DocumentNode][] = [];
  readonly #byName = new Map<string, DocumentNode>();
  /** Persons by the words of their names, in the spelling that transliterations share; the last few of each. */
  readonly #persons = new Map<string, DocumentNode[]>();
  readonly discourse: Discourse = new Discourse();
  #sentence = 0;

  /** The day on which the article appeared. */
  readonly published: string | undefined;

  constructor(view: GraphView, lexicon: Lexicon, published?: string) {
    this.view = view;
    this.lexicon = lexicon;
    this.published = published;
  }

  get all(): readonly DocumentNode[] {
    return [...this.#nodes.values()];
  }

  get sentence(): number {
    return this.#sentence;
  }

  beginSentence(number: number): void {
    this.#sentence = number;
  }

  /** Those that a noun or a pronoun may mean, in the order in which they were first named. */
  get recent(): Iterable<DocumentNode> {
    return this.#recent;
  }

  /** The best of the recent ones that are accepted: `isBetter(a, b)` when a comes before b. The first of equals stays. */
  findRecent(
    accepts: (node: DocumentNode) => boolean,
    isBetter: (one: DocumentNode, other: DocumentNode) => boolean,
  ): DocumentNode | undefined {
    let best: DocumentNode | undefined;
    for (const node of this.#recent) if (accepts(node) && (!best || isBetter(node, best))) best = node;
    return best;
  }

  /** The state that the article names most, which its publisher calls "our country". */
  home(): DocumentNode | undefined {
    return this.findRecent(
      (it) => it.type === this.lexicon.state,
      (a, b) => a.weight > b.weight,
    );
  }

  /** The one state that the sentences before this named, if they named just one. */
  onlyStateBefore(): DocumentNode | undefined {
    const isEarlier = (it: DocumentNode): boolean =>
      it.type === this.lexicon.state && it.firstSentence < this.#sentence;
    const [one, another] = [...this.#recent].filter(isEarlier);
    return another ? undefined : one;
  }

  addPart(part: DocumentNode, whole: DocumentNode): void {
    this.#newParts.push([part, whole]);
  }

  /** Occasions and posts that were introduced as parts of something since this was asked last. */
  newParts(): [part: DocumentNode, whole: DocumentNode][] {
    const parts = this.#newParts;
    this.#newParts = [];
    return parts;
  }

  /** The node of a name of the gazetteer. */
  ofEntry(entry: NameEntry, written: string, head?: string): DocumentNode {
    if (entry.node === undefined) return this.propose(entry.type, entry.name, written);
    return this.ofNode(entry.node, written, 'name', 1, undefined, head);
  }

  ofNode(
    known: NodeNumber,
    written: string,
    method: LinkMethod,
    score: number,
    runnerUp?: DocumentNode['runnerUp'],
    head?: string,
  ): DocumentNode {
    const { nodes } = this.view.graph;
    const id = nodes.ids[known]!;
    const type = nodes.typeOf(known);
    const node =
      this.#nodes.get(id) ?? this.#add({ id, known, type, name: nodes.nameOf(known), method, score, runnerUp });
    for (const word of foldText(node.name).split(' ')) if (this.lexicon.nominals.has(word)) node.heads.add(word);
    if (head !== undefined) node.heads.add(head);
    return this.mention(node, written);
  }

  /** A node that the graph does not hold; the same for the same name. */
  propose(type: string, given: string, written: string = given, runnerUp?: DocumentNode['runnerUp']): DocumentNode {
    const name = given.replace(/[\u00ad\u200b-\u200d]/g, '').replace(/\s+/g, ' ');
    const key = `${type} ${foldText(name)}`;
    let node = this.#byName.get(key);
    if (!node) {
      const id = `n-${++this.#proposed}`;
      node = this.#add({ id, known: undefined, type, name, method: 'proposed', score: runnerUp?.score ?? 0, runnerUp });
      this.#byName.set(key, node);
    }
    return this.mention(node, written);
  }

  #add(node: Omit<DocumentNode, 'mentions' | 'heads' | 'firstSentence' | 'lastSentence' | 'weight'>): DocumentNode {
    const whole = {
      ...node,
      mentions: new Set<string>(),
      heads: new Set<string>(),
      firstSentence: this.#sentence,
      lastSentence: this.#sentence,
      weight: 0,
    };
    this.#nodes.set(node.id, whole);
    if (node.type === this.lexicon.offices?.person) this.#addWords(whole, node.name);
    return whole;
  }

  #addWords(node: DocumentNode, name: string): void {
    for (const word of foldText(name)
      .split(' ')
      .filter((it) => it.length > 2)) {
      const named = this.#persons.get(skeleton(word)) ?? [];
      if (!named.includes(node)) this.#persons.set(skeleton(word), [...named.slice(-MOST_NAMESAKES), node]);
    }
  }

  mention(node: DocumentNode, written: string): DocumentNode {
    if (node.mentions.size < MOST_MENTIONS)
      node.mentions.add(written.replace(/[\u00ad\u200b-\u200d]/g, '').replace(/\s+/g, ' '));
    node.weight++;
    node.lastSentence = this.#sentence;
    this.#recent.add(node);
    if (this.#recent.size >= 2 * MOST_RECENT) {
      const last = [...this.#recent].sort((a, b) => b.lastSentence - a.lastSentence).slice(0, MOST_RECENT);
      const stays = new Set(last);
      this.#recent = new Set([...this.#recent].filter((it) => stays.has(it)));
    }
    return node;
  }

  /** The node of a name by its head, which may be written in several ways: linked if the graph has one like it, else proposed. */
  ofName(type: string, names: readonly string[], head: string): DocumentNode {
    const [name = ''] = names;
    const same = this.#byName.get(`${type} ${foldText(name)}`);
    if (same) return this.mention(same, name);
    const types = this.#typesLike(type);
    let runnerUp: DocumentNode['runnerUp'];
    for (const written of names) {
      // Numbers tell occasions apart, so the search is asked; it never takes the 33rd for the 34th.
      const [first, second] = this.#search(written, types, 2);
      const isSure =
        first && (first.score >= SURE_WORDS || first.how === 'EXACT') && first.score - (second?.score ?? 0) > 0.01;
      if (first && (isSure || first.score === 1))
        return this.ofNode(first.node, name, 'similar', first.score, undefined, head);
      if (first && first.score >= ASK) runnerUp ??= this.#candidate(first.node, first.score);
    }
    const node = this.#longerName(type, name, head) ?? this.propose(type, name, name, runnerUp);
    node.heads.add(head);
    return this.mention(node, name);
  }

  #search(name: string, types: readonly string[], first: number): SearchHit[] {
    return this.#searches++ < MOST_SEARCHES ? searchNames(this.view, name, { types, first }) : [];
  }

  /** "Lima Summit" after "Lima Summit on Water" is the same; so is a name whose words are all in one before. */
  #longerName(type: string, name: string, head: string): DocumentNode | undefined {
    const words = foldText(name).split(' ');
    const isLonger = (it: DocumentNode): boolean => {
      if (it.type !== type || !it.heads.has(head)) return false;
      const others = foldText(it.name).split(' ');
      return words.every((word) => others.includes(word));
    };
    return words.length > 1 ? this.findRecent(isLonger, () => true) : undefined;
  }

  /** Occasions are looked for among all occasions: what one calls a meeting another calls a conference. */
  #typesLike(type: string): string[] {
    const { nodeTypes } = this.view.ontology;
    const interfaces = nodeTypes.get(type)?.interfaces ?? [];
    const narrow = interfaces.filter((it) => (this.view.ontology.interfaces.get(it)?.implementations.length ?? 9) <= 2);
    return [...(nodeTypes.has(type) ? [type] : []), ...narrow];
  }

  #candidate(node: NodeNumber, score: number): { id: string; score: number } {
    return { id: this.view.graph.nodes.ids[node]!, score: Math.round(score * 100) / 100 };
  }

  /** A person by the whole name, without "Dame" and "Professor"; persons of the document come first. */
  person(written: string, type: string): DocumentNode {
    const words = written.split(/\s+/);
    while (words.length > 1 && this.isHonorific(words[0]!)) words.shift();
    const name = words.join(' ');
    const namesake = words.length === 1 ? this.findSurname(name) : undefined;
    if (namesake) return this.mention(namesake, name);
    const alike = new Set(
      foldText(name)
        .split(' ')
        .flatMap((it) => this.#persons.get(skeleton(it)) ?? []),
    );
    const known = [...alike].find((it) => [it.name, ...it.mentions].some((its) => nameSimilarity(its, name) >= SURE));
    if (known) return this.mention(known, name);
    const scored = this.#search(name, [type], 4)
      .map(({ node, matched }) => ({ node, score: nameSimilarity(matched, name) }))
      .sort((a, b) => b.score - a.score);
    const [best, second] = scored;
    if (best && best.score >= SURE && best.score - (second?.score ?? 0) > 0.001) {
      const runnerUp = second && second.score >= ASK ? this.#candidate(second.node, second.score) : undefined;
      return this.#named(
        this.ofNode(best.node, name, best.score === 1 ? 'name' : 'similar', best.score, runnerUp),
        name,
      );
    }
    const runnerUp = best && best.score >= ASK ? this.#candidate(best.node, best.score) : undefined;
    return this.#named(this.propose(type, name, name, runnerUp), name);
  }

  #named(node: DocumentNode, name: string): DocumentNode {
    this.#addWords(node, name);
    return node;
  }

  isHonorific = (word: string): boolean => this.lexicon.offices?.honorifics.has(foldText(word)) ?? false;

  /** The state whose capital a node is: "Kathmandu joined the body". */
  stateOfCapital({ type, name }: DocumentNode): DocumentNode | undefined {
    if (type !== this.lexicon.place) return undefined;
    const slug = this.lexicon.slugOfCapital.get(foldText(name));
    const state = slug === undefined ? undefined : this.view.findNode(`${this.lexicon.state.toLowerCase()}:${slug}`);
    return state === undefined ? undefined : this.ofNode(state, this.view.graph.nodes.nameOf(state), 'reference', 1);
  }

  /** Whom a single word means: somebody of the document who has it in their name, and not as the first of several. */
  findSurname(word: string): DocumentNode | undefined {
    const key = foldText(word);
    const isSurname = (name: string): boolean => {
      const words = foldText(name).split(' ');
      return words.length === 1 ? words[0] === key : words.includes(key, 1);
    };
    const named = this.#persons.get(skeleton(key)) ?? [];
    return named
      .filter((it) => [it.name, ...it.mentions].some(isSurname))
      .sort((a, b) => b.lastSentence - a.lastSentence || b.weight - a.weight)[0];
  }
}
