/**
 * A folder of claims under review: what is open in its order, and decisions, each of which is checked, kept in the file
 * beside the claims and seen in what is open next. The command line and the page of review are two ways to ask it.
 * @example
 * const folder = new ReviewFolder(view, 'claims');
 * const [first] = folder.queue();                       // who is who first, then claims
 * folder.decide('accept', ['c-5f2a9112'], { by: 'Ana' });
 * folder.undo();                                        // the last decision that stands
 */
import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../base/problem.ts';
import { readPartialDate } from '../facts/partial-date.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { ClaimedNode } from './claim.ts';
import {
  addDecision,
  type Decision,
  type DecisionKind,
  type DocumentClaims,
  readFolderOfClaims,
  standingDecisions,
} from './claims-file.ts';
import { canJoin } from './gate.ts';
import { claimModalities } from './lexicon.ts';
import { badReview, linkDoesNotFit } from './problems.ts';
import { nodeKey, type Review, type ReviewedClaim, reviewOf } from './review.ts';
import { RuleRecords } from './rule-records.ts';

export interface DecisionOptions {
  readonly by?: string | undefined;
  readonly reason?: string | undefined;
  /** Of a link: the node of the graph that is meant, or `new`. Of a merge: the claim or `Type Name` that it is one with. */
  readonly to?: string | undefined;
  /** Of an edit: what is said otherwise. */
  readonly changes?: Readonly<Record<string, string>> | undefined;
  /** Of `accept all`: only claims of this confidence. */
  readonly atLeast?: number | undefined;
  /** The article that it is about, where two may have a node of that name. */
  readonly within?: string | undefined;
}

/** What is to be decided next. */
export type QueueItem =
  | { readonly kind: 'link'; readonly review: Review; readonly node: ClaimedNode }
  | { readonly kind: 'claim'; readonly review: Review; readonly claim: ReviewedClaim };

/** What an edit may change: never the ends and the evidence, by which a claim is known. Nothing takes it out. */
const EDITABLE: Readonly<Record<string, { readonly takes: string; readonly isRight: (value: string) => boolean }>> = {
  modality: { takes: claimModalities.join(', '), isRight: (it) => claimModalities.some((known) => known === it) },
  when: { takes: 'a date in EDTF, such as 2024-10-28', isRight: (it) => !('reason' in readPartialDate(it)) },
  role: { takes: 'a role in words', isRight: () => true },
  count: { takes: 'a number', isRight: (it) => /^\d{1,9}$/.test(it) },
  amount: { takes: 'a sum as the article gives it', isRight: () => true },
  saidBy: { takes: "'Type Name' of a node of the article, or the id of one", isRight: () => true },
  at: { takes: "'Type Name' of an occasion of the article, or the id of one", isRight: () => true },
};
const NAMES_NODE = new Set(['saidBy', 'at']);

export class ReviewFolder {
  readonly #view: GraphView;
  readonly #folder: string;
  readonly #documents: Map<string, DocumentClaims>;
  /** What of the folder could not be read. */
  readonly problems: readonly Problem[];
  #reviews: readonly Review[] | undefined;

  /** Reads the folder. Throws `nothing-to-review` where it has no claims. */
  constructor(view: GraphView, folder: string) {
    const { documents, problems } = readFolderOfClaims(folder);
    this.#view = view;
    this.#folder = folder;
    this.#documents = new Map(documents.map((it) => [it.name, it]));
    this.problems = problems;
  }

  /** The articles, each with its claims as they stand. */
  get reviews(): readonly Review[] {
    if (!this.#reviews) {
      const records = new RuleRecords([...this.#documents.values()]);
      this.#reviews = [...this.#documents.values()].map((it) => reviewOf(this.#view, it, records));
    }
    return this.#reviews;
  }

  /** What is open, in the order in which it is best decided. */
  queue(): QueueItem[] {
    return this.reviews.flatMap((review): QueueItem[] => [
      ...review.links.map((node) => ({ kind: 'link' as const, review, node })),
      ...review.claims.filter((it) => it.state === 'open').map((claim) => ({ kind: 'claim' as const, review, claim })),
    ]);
  }

  /**
   * Takes a decision about claims by id, about a node by `Type Name` (link, merge), or about `all` open claims. Gives
   * what was kept. Throws `bad-review` for what is nothing here, and keeps none of it then.
   */
  decide(decision: DecisionKind, about: readonly string[], options: DecisionOptions = {}): readonly Decision[] {
    const { by, reason, to } = options;
    if (about.length === 0) throw badReview(decision, ['an id', 'several ids']);
    const made = [...new Set(about)].flatMap((of) => {
      const meant = of === 'all' ? this.#allOpen(options.atLeast ?? 0) : [this.#meant(decision, of, options)];
      return meant.map(({ name, of: id }) => ({
        name,
        decision: {
          decision,
          of: id,
          ...(to !== undefined && { to }),
          ...(decision === 'edit' && { changes: this.#changesOf(name, options.changes ?? {}) }),
          ...(reason !== undefined && { reason }),
          ...(by !== undefined && { by }),
          when: new Date().toISOString(),
        },
      }));
    });
    // What stands already is not decided twice, so that one undo opens it again.
    for (const it of made) if (!this.#stands(it.name, it.decision)) this.#keep(it.name, it.decision);
    return made.map((it) => it.decision);
  }

  /** Takes back the last decision that stands, and gives it; undefined when there is none. */
  undo(by?: string): Decision | undefined {
    const standing = [...this.#documents.values()].flatMap(({ name, decisions }) => {
      const open: Decision[] = [];
      for (const it of decisions) {
        if (it.decision !== 'undo') open.push(it);
        else {
          const taken = open.findLastIndex((its) => its.of === it.of);
          if (taken !== -1) open.splice(taken, 1);
        }
      }
      return open.slice(-1).map((last) => ({ name, last }));
    });
    const [latest] = standing.sort((a, b) => (a.last.when < b.last.when ? 1 : -1));
    if (!latest) return undefined;
    const when = new Date().toISOString();
    this.#keep(latest.name, { decision: 'undo', of: latest.last.of, ...(by !== undefined && { by }), when });
    return latest.last;
  }

  #stands(name: string, { when: _, ...decision }: Decision): boolean {
    const last = standingDecisions(this.#documents.get(name)!.decisions).get(decision.of)?.at(-1);
    return last !== undefined && isDeepStrictEqual({ ...last, when: '' }, { ...decision, when: '' });
  }

  #keep(name: string, decision: Decision): void {
    const document = this.#documents.get(name)!;
    addDecision(this.#folder, name, decision);
    this.#documents.set(name, { ...document, decisions: [...document.decisions, decision] });
    this.#reviews = undefined;
  }

  #allOpen(atLeast: number): { name: string; of: string }[] {
    return this.reviews.flatMap(({ name, claims }) =>
      claims
        .filter((it) => it.state === 'open' && !it.isSuggestion && it.confidence >= atLeast)
        .map((it) => ({ name, of: it.claim.id })),
    );
  }

  /** Whose decision it is: the article that has this claim or node, and, of a merge, the other, too. */
  #meant(decision: DecisionKind, of: string, { to, within }: DecisionOptions): { name: string; of: string } {
    const has = ({ reading }: DocumentClaims, key: string): boolean =>
      reading.claims.some((it) => it.id === key) || reading.nodes.some((it) => nodeKey(it) === key);
    const isNode = !of.startsWith('c-');
    const documents = [...this.#documents.values()].filter((it) => within === undefined || it.name === within);
    const document = documents.find((it) => has(it, of));
    if (!document || (isNode && !['link', 'merge', 'undo'].includes(decision)) || (!isNode && decision === 'link'))
      throw badReview(`${decision} ${of}`, [
        'the id of a claim, as the list shows it',
        "or, to link or merge, 'Type Name' of a node",
      ]);
    if (decision === 'link' && (to === undefined || (to !== 'new' && this.#view.findNode(to) === undefined)))
      throw badReview(`link ${of} ${to ?? ''}`, ['the id of a node of the graph', 'or new']);
    if (decision === 'link' && to !== undefined && to !== 'new') this.#checkLink(document, of, to);
    if (decision === 'merge' && (to === undefined || to === of || to.startsWith('c-') === isNode || !has(document, to)))
      throw badReview(`merge ${of} ${to ?? ''}`, [
        'another claim',
        "or 'Type Name' of another node of the same article",
      ]);
    return { name: document.name, of };
  }

  /** Throws `bad-review` for a node of a type that no claim of the mention can have there, if it is an end of any. */
  #checkLink({ name, reading }: DocumentClaims, of: string, to: string): void {
    const { graph, ontology } = this.#view;
    const type = graph.nodes.typeOf(this.#view.findNode(to)!);
    const mentions = new Set(reading.nodes.filter((it) => nodeKey(it) === of).map((it) => it.id));
    const { nodes } = this.reviews.find((it) => it.name === name)!;
    const typeOf = (end: string): string => (mentions.has(end) ? type : nodes.get(end)!.type);
    const about = reading.claims.filter((it) => mentions.has(it.from) || mentions.has(it.to));
    if (about.length > 0 && !about.some((it) => canJoin(ontology, it.edge, typeOf(it.from), typeOf(it.to))))
      throw linkDoesNotFit(of, type, to);
  }

  /** What is said otherwise, each in the form in which it is kept. Throws `bad-review` for what a claim cannot say. */
  #changesOf(name: string, said: Readonly<Record<string, string>>): Record<string, string | number> {
    const known = Object.keys(EDITABLE).map((it) => `${it}=…`);
    if (Object.keys(said).length === 0) throw badReview('edit', known);
    return Object.fromEntries(
      Object.entries(said).map(([key, value]) => {
        if (!Object.hasOwn(EDITABLE, key)) throw badReview(`${key}=${value}`, known);
        const { takes, isRight } = EDITABLE[key]!;
        const kept = NAMES_NODE.has(key) && value !== '' ? this.#nodeOf(name, value) : value;
        if (kept === undefined || (value === '' ? key === 'modality' : !isRight(value)))
          throw badReview(`${key}=${value}`, [takes]);
        return [key, key === 'count' && value !== '' ? Number(value) : kept];
      }),
    );
  }

  /** A node by `Type Name` or id, as decisions name it: ids of proposals change when the article is read again. */
  #nodeOf(name: string, said: string): string | undefined {
    const { nodes } = this.#documents.get(name)!.reading;
    const node = nodes.find((it) => it.id === said || nodeKey(it) === said);
    if (node) return node.isNew ? nodeKey(node) : node.id;
    return this.#view.findNode(said) === undefined ? undefined : said;
  }
}
