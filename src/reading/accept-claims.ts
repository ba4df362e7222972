/**
 * Accepted claims as a dossier: proposed nodes, edges with source, locator, short quotation and modality, in the form in
 * which curators write them, so that `check` judges both alike. The same decisions give the same text.
 *
 * What the graph has no word for stays out and is told: offers, calls, possibilities, and what is denied by the words.
 * So does what another file states: a statement stands in one entry, with all its sources.
 *
 * An article may be read again when its dossier is in the graph. Its nodes are known then, and yet only this dossier
 * defines them, so what the dossier brought before it brings again.
 */
import { parseDocument } from 'yaml';
import { foldText } from '../base/fold-text.ts';
import { edgeId } from '../facts/edge-id.ts';
import type { Properties } from '../facts/fact.ts';
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
  /** The dossier as it is: what it brought into the graph stays its own. */
  readonly previous?: string | undefined;
  /** Ids of nodes and edges that dossiers written just before hold, and the graph does not know yet; those of this one are added. */
  readonly written?: Set<string>;
}

/** The dossier of an article; undefined when nothing of it was accepted. */
export function acceptClaims(
  view: GraphView,
  review: Review,
  lexicon: Lexicon,
  { text, previous, written = new Set() }: AcceptOptions = {},
): Accepted | undefined {
  const accepted = review.claims.filter((it) => it.state === 'accepted');
  if (accepted.length === 0) return undefined;
  const { source, title, url } = review.document;
  const ids = new DossierIds(view, review);
  const before = new EarlierDossier(view.ontology, previous);
  const quoted = text !== undefined && textHash(text) === review.document.sha256 ? text : undefined;
  const leftOut: { claim: ReviewedClaim; reason: string }[] = [];
  const taken: { claim: ReviewedClaim; entry: Entry }[] = [];
  const inText = accepted.toSorted(
    (a, b) => a.claim.evidence.start - b.claim.evidence.start || (a.claim.id < b.claim.id ? -1 : 1),
  );
  for (const claim of inText) {
    const entry = edgeEntry(view.ontology, claim, ids, quoted);
    const id = idOf(view.ontology, entry);
    const { modality } = claim.claim;
    if (!IN_GRAPH.has(modality)) leftOut.push({ claim, reason: `the graph holds nothing that is told as ${modality}` });
    else if (!before.edges.has(id) && (written.has(id) || isStated(view, id)))
      leftOut.push({ claim, reason: `another file states it; ${source} may be added to the sources of that entry` });
    else {
      taken.push({ claim, entry });
      written.add(id);
    }
  }
  const nodes = new Map<string, Entry>();
  for (const { claim: it, entry } of taken) {
    const named = [
      it.from,
      it.to,
      review.nodes.get(it.claim.at ?? ''),
      entry.saidBy && review.nodes.get(it.claim.saidBy!),
    ];
    for (const node of named) {
      if (!node) continue;
      const id = ids.of(node);
      const own = before.nodes.get(id);
      if (nodes.has(id) || (!own && (!node.isNew || written.has(id) || view.findNode(id) !== undefined))) continue;
      const locator = `P${it.claim.evidence.line}`;
      nodes.set(id, node.isNew || !own ? nodeEntry(view.ontology, lexicon, node, id, locator) : own);
    }
  }
  for (const [id, own] of before.nodes) if (!nodes.has(id) && isUsedByOthers(view, id, source)) nodes.set(id, own);
  for (const id of nodes.keys()) written.add(id);
  if (taken.length + nodes.size === 0) return { text: '', edges: 0, nodes: 0, leftOut };
  const isOwnSource = view.findNode(source) === undefined || before.sources.has(source);
  const lists: [string, Entry[]][] = [
    ['sources', isOwnSource ? [sourceEntry(review)] : []],
    ['nodes', [...nodes.values()]],
    ['edges', taken.map((it) => it.entry)],
  ];
  const printed = lists.filter(([, its]) => its.length > 0).map(([key, its]) => `${key}:\n${printEntries(its, 2)}`);
  const head = printPair('title', `Read and accepted: ${title ?? url ?? source}`, 0) + printPair('source', source, 0);
  return { text: [head, ...printed].join('\n'), edges: taken.length, nodes: nodes.size, leftOut };
}

/** What a dossier of accepted claims holds that is in the graph by it alone. */
class EarlierDossier {
  readonly sources: ReadonlySet<string>;
  readonly nodes: ReadonlyMap<string, Entry>;
  readonly edges: ReadonlySet<string>;

  constructor(ontology: Ontology, text = '') {
    const read: Record<string, Entry[] | undefined> = parseDocument(text).toJS() ?? {};
    const { sources = [], nodes = [], edges = [] } = read;
    this.sources = new Set(sources.map((it) => String(it.id)));
    this.nodes = new Map(nodes.map((it) => [String(it.id), it]));
    this.edges = new Set(edges.map((it) => idOf(ontology, it)));
  }
}

/** The id that the edge of an entry has in the graph. */
function idOf(ontology: Ontology, { from, edge, to, at, role, when }: Entry): string {
  const said = Object.entries({ at, role, when }).filter(([, it]) => it !== undefined);
  const [type, start, end] = [edge, from, to].map(String) as [string, string, string];
  const properties = Object.fromEntries(said) as Properties;
  return edgeId({ type, from: start, to: end, properties }, ontology.edgeTypes.get(type)?.symmetric ?? false);
}

/** Whether the graph states it; what only follows from other statements may be stated, too. */
function isStated({ graph: { edges } }: GraphView, id: string): boolean {
  const known = edges.numberOf(id);
  return known !== undefined && !edges.isInferred(known);
}

/** Whether statements of other sources have this node as an end, so that it has to stay. */
function isUsedByOthers(view: GraphView, id: string, source: string): boolean {
  const node = view.findNode(id);
  let isUsed = false;
  if (node !== undefined)
    view.forEachEdge(node, 'BOTH', undefined, (edge) => {
      const { edges } = view.graph;
      isUsed ||= !edges.isInferred(edge) && edges.sources(edge).some((it) => it !== source);
    });
  return isUsed;
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

  constructor(view: GraphView, { nodes }: Review) {
    this.#view = view;
    this.#nodes = nodes;
  }

  /** Of a node by its id in the claims, whoever it was linked to. */
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
