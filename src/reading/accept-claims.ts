/**
 * Accepted claims as a dossier: proposed nodes, edges with source, locator, short quotation and modality, in the form in
 * which curators write them, so that `check` judges both alike. The same decisions give the same text.
 *
 * What the graph has no word for stays out and is told: offers, calls, possibilities, and what is denied by the words.
 */
import { foldText } from '../base/fold-text.ts';
import { type Entry, printEntries, printPair } from '../loading/saving/print-entries.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type ClaimedNode, textHash } from './claim.ts';
import type { Lexicon } from './lexicon.ts';
import type { Review, ReviewedClaim } from './review.ts';

export interface Accepted {
  readonly text: string;
  readonly edges: number;
  readonly nodes: number;
  /** Accepted claims that the graph cannot hold, with the reason. */
  readonly leftOut: readonly { readonly claim: ReviewedClaim; readonly reason: string }[];
}

const IN_GRAPH = new Set(['FACT', 'REPORTED', 'PLANNED', 'DENIED']);
/** A quotation in a locator is short: it helps to find the place and does not stand for the text. */
const LONGEST_QUOTATION = 80;

export interface AcceptOptions {
  /** The article, for quotations. */
  readonly text?: string | undefined;
  /** The dossier as it is: a source that it brought into the graph stays its own. */
  readonly previous?: string | undefined;
}

/** The dossier of an article; undefined when nothing of it was accepted. */
export function acceptClaims(
  view: GraphView,
  review: Review,
  lexicon: Lexicon,
  { text, previous }: AcceptOptions = {},
): Accepted | undefined {
  const accepted = review.claims.filter((it) => it.state === 'accepted');
  const taken = accepted.filter((it) => IN_GRAPH.has(it.claim.modality));
  const leftOut = accepted
    .filter((it) => !IN_GRAPH.has(it.claim.modality))
    .map((claim) => ({ claim, reason: `the graph holds nothing that is told as ${claim.claim.modality}` }));
  if (taken.length === 0) return accepted.length === 0 ? undefined : { text: '', edges: 0, nodes: 0, leftOut };
  const ids = new DossierIds(view, review);
  const quoted = text !== undefined && textHash(text) === review.document.sha256 ? text : undefined;
  const inText = taken.toSorted(
    (a, b) => a.claim.evidence.start - b.claim.evidence.start || (a.claim.id < b.claim.id ? -1 : 1),
  );
  const fresh = new Map<string, { node: ClaimedNode; locator: string }>();
  for (const it of inText) {
    for (const node of [it.from, it.to]) {
      if (node.isNew && !fresh.has(node.id)) fresh.set(node.id, { node, locator: `P${it.claim.evidence.line}` });
    }
  }
  const nodes = [...fresh.values()].map(({ node, locator }) =>
    nodeEntry(view.ontology, lexicon, node, ids.of(node), locator),
  );
  const edges = inText.map((it) => edgeEntry(view.ontology, it, ids, quoted));
  const { source, title, url } = review.document;
  const isOwnSource = view.findNode(source) === undefined || previous?.includes(`  - id: ${source}\n`) === true;
  const lists: [string, Entry[]][] = [
    ['sources', isOwnSource ? [sourceEntry(review)] : []],
    ['nodes', nodes],
    ['edges', edges],
  ];
  const printed = lists.filter(([, its]) => its.length > 0).map(([key, its]) => `${key}:\n${printEntries(its, 2)}`);
  const head = printPair('title', `Read and accepted: ${title ?? url ?? source}`, 0) + printPair('source', source, 0);
  return { text: [head, ...printed].join('\n'), edges: edges.length, nodes: nodes.length, leftOut };
}

function sourceEntry({ document: { source, title, url, publisher, published, language } }: Review): Entry {
  return { id: source, name: title ?? url ?? source, url, publisher, published, language, reliability: 'PRESS' };
}

function nodeEntry(ontology: Ontology, lexicon: Lexicon, node: ClaimedNode, id: string, locator: string): Entry {
  const { type, name, when, count, title, kind, memberKind } = node;
  const { properties } = ontology.nodeTypes.get(type)!;
  const given: Record<string, string | number | undefined> = {
    when,
    count,
    title,
    kind: kind ?? lexicon.kindOf(type, name),
    memberKind,
  };
  const aliases = node.mentions.filter(
    (it) => it !== name && foldText(it) !== foldText(name) && it.includes(' ') && type === 'Official',
  );
  const kept = Object.entries(given).filter(([key, it]) => it !== undefined && properties.has(key));
  return { id, type, name, ...(aliases.length > 0 && { aliases }), ...Object.fromEntries(kept), locator };
}

function edgeEntry(
  ontology: Ontology,
  { claim, from, to, alsoSaid }: ReviewedClaim,
  ids: DossierIds,
  text: string | undefined,
): Entry {
  const carrier = ontology.edgeTypes.get(claim.edge)?.properties;
  const has = (key: string): boolean =>
    (carrier && ontology.edgePropertyTypes.get(carrier)?.properties.has(key)) || false;
  const counted = ['troops', 'count'].find(has);
  const { evidence } = claim;
  const quotation = text && shortened(text.slice(evidence.start, evidence.end));
  const [saidBy, at] = [claim.saidBy, claim.at].map((it) => (it === undefined ? undefined : ids.ofId(it)));
  return {
    from: ids.of(from),
    edge: claim.edge,
    to: ids.of(to),
    when: claim.when,
    role: has('role') ? claim.role : undefined,
    at,
    modality: claim.modality === 'FACT' ? undefined : claim.modality,
    saidBy: claim.modality === 'FACT' ? undefined : saidBy,
    ...(counted !== undefined && claim.count !== undefined && { [counted]: claim.count }),
    note: claim.amount === undefined ? undefined : `The source gives the sum as ${claim.amount}.`,
    locator: [
      `P${evidence.line}${quotation ? `: "${quotation}"` : ''}`,
      ...alsoSaid.map((it) => `P${it.evidence.line}`),
    ].join('; '),
  };
}

/** The first words of the evidence, on one line and without quotation marks of its own. */
function shortened(words: string): string {
  const plain = words
    .replace(/[\u00ad\u200b-\u200d]/g, '')
    .replace(/["“”„«»]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length <= LONGEST_QUOTATION ? plain : `${plain.slice(0, LONGEST_QUOTATION - 1).replace(/\s+\S*$/, '')}…`;
}

/** Ids of proposed nodes: `type:slug`, as the graph's ids of that type begin, none of them taken. */
class DossierIds {
  readonly #view: GraphView;
  readonly #ids = new Map<string, string>();
  readonly #nodes: ReadonlyMap<string, ClaimedNode>;

  constructor(view: GraphView, { claims }: Review) {
    this.#view = view;
    // By the ids of the reading too, which `saidBy` and `at` have, whoever they were linked to.
    this.#nodes = new Map(
      claims.flatMap(({ claim, from, to }): [string, ClaimedNode][] => [
        [claim.from, from],
        [claim.to, to],
        [from.id, from],
        [to.id, to],
      ]),
    );
  }

  ofId(id: string): string | undefined {
    const node = this.#nodes.get(id);
    return node ? this.of(node) : this.#view.findNode(id) === undefined ? undefined : id;
  }

  of(node: ClaimedNode): string {
    if (!node.isNew) return node.id;
    let id = this.#ids.get(node.id);
    if (id === undefined) {
      const slug = foldText(node.name).split(' ').slice(0, 10).join('-') || 'unnamed';
      const stem = `${this.#prefixOf(node.type)}:${slug}`;
      const taken = new Set(this.#ids.values());
      id = stem;
      for (let n = 2; taken.has(id) || this.#isOther(id, node); n++) id = `${stem}-${n}`;
      this.#ids.set(node.id, id);
    }
    return id;
  }

  /** Whether the graph has this id for something else. What this dossier brought before is the same and keeps its id. */
  #isOther(id: string, { type, name }: ClaimedNode): boolean {
    const node = this.#view.findNode(id);
    const { nodes } = this.#view.graph;
    return node !== undefined && (nodes.typeOf(node) !== type || nodes.nameOf(node) !== name);
  }

  #prefixOf(type: string): string {
    const { nodes } = this.#view.graph;
    const { start, end } = nodes.span(type);
    const first = end > start ? nodes.ids[start]! : '';
    return first.includes(':') ? first.slice(0, first.indexOf(':')) : type.toLowerCase();
  }
}
