/**
 * The nodes that one article speaks of: known ones, linked with a score, and proposed ones, each once.
 *
 * Names are linked in three rounds: as they are written (the gazetteer), as the search of names finds them, and, for
 * persons, by their similarity. What is less sure than `SURE` is proposed as new, with the runner-up told.
 */
import { foldText } from '../base/fold-text.ts';
import { searchNames } from '../search/search-names.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { NameEntry } from './gazetteer.ts';
import type { Lexicon } from './lexicon.ts';
import { nameSimilarity } from './name-similarity.ts';

export type LinkMethod = 'name' | 'similar' | 'surname' | 'reference' | 'proposed';

/** A node of the document. */
export interface DocumentNode {
  /** The id in the graph, or of this file: `n-3`. */
  readonly id: string;
  readonly known: NodeNumber | undefined;
  readonly type: string;
  name: string;
  /** How the article writes it. */
  readonly mentions: Set<string>;
  readonly method: LinkMethod;
  readonly score: number;
  /** The node of the graph that it may be as well. */
  readonly runnerUp: { readonly id: string; readonly score: number } | undefined;
  /** Folded head nouns by which "the meeting" may mean it. */
  readonly heads: Set<string>;
  /** The sentence in which it was named last, and how often it was. */
  lastSentence: number;
  weight: number;
  when?: string;
  count?: number;
  /** Of a post or an occasion: ids of what it belongs to. */
  of?: string[];
  /** Of a post: its title and kind. */
  title?: string;
  kind?: string;
  /** Of a person: what they act for in this article. */
  affiliation?: DocumentNode;
  /** Of an occasion: what it is a part of. */
  partOf?: DocumentNode;
  /** Of a group: what its members are. */
  memberKind?: string;
}

/** From here on a name is linked without asking. */
const SURE = 0.88;
/** Below it nobody is asked, either. */
const ASK = 0.77;
/** The search of names says this of a name that holds every word. */
const SURE_WORDS = 0.93;

export class DocumentNodes {
  readonly view: GraphView;
  readonly lexicon: Lexicon;
  readonly #nodes = new Map<string, DocumentNode>();
  readonly #byName = new Map<string, DocumentNode>();
  readonly #surnames = new Map<string, DocumentNode[]>();
  readonly #holders: { words: readonly string[]; of: DocumentNode; person: DocumentNode }[] = [];
  #sentence = 0;

  constructor(view: GraphView, lexicon: Lexicon) {
    this.view = view;
    this.lexicon = lexicon;
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

  /** Occasions that were introduced as parts of others since this was asked last. */
  newParts(): [DocumentNode, DocumentNode][] {
    const fresh = this.all.filter((it) => it.partOf && !this.#parts.has(it));
    for (const it of fresh) this.#parts.add(it);
    return fresh.map((it) => [it, it.partOf!]);
  }

  readonly #parts = new Set<DocumentNode>();

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
      const id = `n-${[...this.#nodes.values()].filter((it) => it.known === undefined).length + 1}`;
      node = this.#add({ id, known: undefined, type, name, method: 'proposed', score: runnerUp?.score ?? 0, runnerUp });
      this.#byName.set(key, node);
    }
    return this.mention(node, written);
  }

  #add(node: Omit<DocumentNode, 'mentions' | 'heads' | 'lastSentence' | 'weight'>): DocumentNode {
    const whole = {
      ...node,
      mentions: new Set<string>(),
      heads: new Set<string>(),
      lastSentence: this.#sentence,
      weight: 0,
    };
    this.#nodes.set(node.id, whole);
    if (node.type === this.lexicon.offices?.person) this.#addSurnames(whole, node.name);
    return whole;
  }

  #addSurnames(node: DocumentNode, name: string): void {
    const words = foldText(name)
      .split(' ')
      .filter((it) => it.length > 2);
    for (const key of words.slice(words.length > 1 ? 1 : 0)) {
      const named = this.#surnames.get(key) ?? [];
      if (!named.includes(node)) this.#surnames.set(key, [...named, node]);
    }
  }

  mention(node: DocumentNode, written: string): DocumentNode {
    node.mentions.add(written.replace(/[\u00ad\u200b-\u200d]/g, '').replace(/\s+/g, ' '));
    node.weight++;
    node.lastSentence = this.#sentence;
    return node;
  }

  /** The node of a name by its head: linked if the graph has one like it, else proposed. */
  ofName(type: string, name: string, head: string): DocumentNode {
    const same = this.#byName.get(`${type} ${foldText(name)}`);
    if (same) return this.mention(same, name);
    // Numbers tell occasions apart, so the search is asked; it never takes the 33rd for the 34th.
    const [first, second] = searchNames(this.view, name, { types: this.#typesLike(type), first: 2 });
    const isSure =
      first && (first.score >= SURE_WORDS || first.how === 'EXACT') && first.score - (second?.score ?? 0) > 0.01;
    if (first && (isSure || first.score === 1)) {
      return this.ofNode(first.node, name, 'similar', first.score, undefined, head);
    }
    const runnerUp = first && first.score >= ASK ? this.#candidate(first.node, first.score) : undefined;
    const node = this.#longerName(type, name, head) ?? this.propose(type, name, name, runnerUp);
    node.heads.add(head);
    return this.mention(node, name);
  }

  /** "Lima Summit" after "Lima Summit on Water" is the same; so is a name whose words are all in one before. */
  #longerName(type: string, name: string, head: string): DocumentNode | undefined {
    const words = foldText(name).split(' ');
    return this.all.findLast((it) => {
      if (it.type !== type || !it.heads.has(head)) return false;
      const others = foldText(it.name).split(' ');
      return words.length > 1 && words.every((word) => others.includes(word));
    });
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

  /** A person by the whole name; persons of the document come first. */
  person(name: string, type: string): DocumentNode {
    const known = this.all.find(
      (it) => it.type === type && [it.name, ...it.mentions].some((its) => nameSimilarity(its, name) >= SURE),
    );
    if (known) return this.mention(known, name);
    const hits = searchNames(this.view, name, { types: [type], first: 4 });
    const scored = hits
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
    this.#addSurnames(node, name);
    return node;
  }

  /** What a known person acts for, by the posts that the graph has: what the article names comes first. */
  knownAffiliation(person: DocumentNode): DocumentNode | undefined {
    const { offices } = this.lexicon;
    if (person.known === undefined || !offices) return undefined;
    const { graph } = this.view;
    const bodies: NodeNumber[] = [];
    this.view.forEachEdge(person.known, 'OUT', undefined, (edge, other) => {
      if (offices.heads.has(graph.edges.typeOf(edge))) bodies.push(other);
      if (graph.edges.typeOf(edge) !== offices.holds) return;
      for (const of of offices.of.values()) {
        const type = graph.edges.typeCode(of);
        if (type !== undefined) this.view.forEachEdge(other, 'OUT', type, (_, body) => bodies.push(body));
      }
    });
    const named = this.all.filter((it) => it.known !== undefined && bodies.includes(it.known));
    const best = named.sort((a, b) => b.weight - a.weight)[0];
    if (best || new Set(bodies).size !== 1) return best;
    return this.ofNode(bodies[0]!, graph.nodes.nameOf(bodies[0]!), 'reference', 1);
  }

  /** Notes that `person` holds a post in this article, so that "the Minister" may mean them later. */
  setHolder(title: string, of: DocumentNode, person: DocumentNode): void {
    this.#holders.push({ words: foldText(title).split(' '), of, person });
  }

  /** Whom a title without a name means: the last who was given it, or a longer one with the same head. */
  findHolder(title: string, of: DocumentNode | undefined): DocumentNode | undefined {
    const words = foldText(title).split(' ');
    const fits = this.#holders.filter((it) => !of || it.of === of);
    return fits.findLast((it) => words.every((word) => it.words.includes(word)))?.person;
  }

  /** Whom a single word means: somebody of the document who has it in their name. */
  findSurname(word: string): DocumentNode | undefined {
    const named = this.#surnames.get(foldText(word)) ?? [];
    return named.toSorted((a, b) => b.lastSentence - a.lastSentence || b.weight - a.weight)[0];
  }
}
