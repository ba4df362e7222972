/**
 * Accepted claims as dossiers: proposed nodes, edges with source, locator, short quotation and modality, in the form in
 * which curators write them, so that `check` judges both alike. The same decisions give the same text.
 *
 * What another file states is not stated twice: an entry with `extend` adds the source to that statement. What the graph has
 * no word for stays out and is told: offers, calls, possibilities, and what is denied by the words.
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
import { DossierIds } from './dossier-ids.ts';
import { canJoin } from './gate.ts';
import type { Lexicon } from './lexicon.ts';
import type { Review, ReviewedClaim } from './review.ts';

export interface Accepted {
  /** Of the article. */
  readonly name: string;
  /** The dossier; empty when nothing of the article is accepted and nobody else needs what it brought. */
  readonly text: string;
  /** Edges that it states, and statements of others to which it adds its source. */
  readonly edges: number;
  readonly citations: number;
  readonly nodes: number;
  /** Accepted claims that the graph cannot hold, with the reason. */
  readonly leftOut: readonly { readonly claim: ReviewedClaim; readonly reason: string }[];
}

const IN_GRAPH = new Set(['FACT', 'REPORTED', 'PLANNED', 'DENIED']);
/** A quotation in a locator is short: it helps to find the place and does not stand for the text. */
const LONGEST_QUOTATION = 80;

/** By the name of an article, its text where it was given, and its dossier as it is. */
export interface ArticleTexts {
  readonly textOf: (review: Review) => string | undefined;
  readonly dossierOf: (review: Review) => string | undefined;
}

/** The dossiers of the articles of a folder, together, so that what two of them state one states and the other cites. */
export function acceptClaims(
  view: GraphView,
  reviews: readonly Review[],
  lexicon: Lexicon,
  { textOf, dossierOf }: ArticleTexts,
): readonly Accepted[] {
  const before = new Map(reviews.map((it) => [it, new EarlierDossier(view.ontology, dossierOf(it))]));
  // What only these dossiers bring, one of them brings again.
  const own = [...before.values()];
  const written = new Set<string>();
  const isOwn = (id: string): boolean => own.some((it) => it.edges.has(id));
  return reviews.map((it) => {
    const text = textOf(it);
    const quoted = text !== undefined && textHash(text) === it.document.sha256 ? text : undefined;
    return acceptArticle(view, it, lexicon, { quoted, before: before.get(it)!, written, isOwn });
  });
}

interface Known {
  readonly quoted: string | undefined;
  readonly before: EarlierDossier;
  /** Ids of nodes and edges of the dossiers so far; those of this one are added. */
  readonly written: Set<string>;
  /** Whether one of the dossiers states an edge of the graph. */
  readonly isOwn: (edge: string) => boolean;
}

function acceptArticle(view: GraphView, review: Review, lexicon: Lexicon, known: Known): Accepted {
  const { quoted, before, written, isOwn } = known;
  const { source } = review.document;
  const ids = new DossierIds(view, review);
  const leftOut: { claim: ReviewedClaim; reason: string }[] = [];
  const taken: { claim: ReviewedClaim; entry: Entry }[] = [];
  const inText = review.claims
    .filter((it) => it.state === 'accepted')
    .sort((a, b) => a.claim.evidence.start - b.claim.evidence.start || (a.claim.id < b.claim.id ? -1 : 1));
  for (const claim of inText) {
    const { from, to } = claim;
    if (!canJoin(view.ontology, claim.claim.edge, from.type, to.type)) {
      const ends = `${from.name} (${from.type}) and ${to.name} (${to.type})`;
      leftOut.push({ claim, reason: `the ontology lets no edge "${claim.claim.edge}" join ${ends}` });
      continue;
    }
    const stated = edgeEntry(view.ontology, claim, ids, quoted);
    const id = idOf(view.ontology, stated);
    const { modality } = claim.claim;
    const elsewhere = written.has(id) ? identityOf(stated) : statedAs(view, stated, isOwn);
    if (!IN_GRAPH.has(modality)) leftOut.push({ claim, reason: `the graph holds nothing that is told as ${modality}` });
    else {
      taken.push({ claim, entry: elsewhere ? { extend: true, ...elsewhere, locator: stated.locator } : stated });
      written.add(id);
    }
  }
  const nodes = new Map<string, Entry>();
  for (const { claim: it, entry } of taken) {
    const named = entry.extend
      ? []
      : [it.from, it.to, review.nodes.get(it.claim.at ?? ''), entry.saidBy && review.nodes.get(it.claim.saidBy!)];
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
  const isOwnSource = view.findNode(source) === undefined || before.sources.has(source);
  const isEmpty = taken.length + nodes.size === 0;
  const citations = taken.filter((it) => it.entry.extend).length;
  const counts = { name: review.name, edges: taken.length - citations, citations, nodes: nodes.size, leftOut };
  if (isEmpty) return { ...counts, text: '' };
  const lists: [string, Entry[]][] = [
    ['sources', isOwnSource ? [sourceEntry(review)] : []],
    ['nodes', [...nodes.values()]],
    ['edges', taken.map((it) => it.entry)],
  ];
  const printed = lists.filter(([, its]) => its.length > 0).map(([key, its]) => `${key}:\n${printEntries(its, 2)}`);
  const head = printPair('title', `Read and accepted: ${titleOf(review)}`, 0) + printPair('source', source, 0);
  return { ...counts, text: [head, ...printed].join('\n') };
}

/** What a dossier of accepted claims holds that is in the graph by it alone. */
class EarlierDossier {
  readonly sources: ReadonlySet<string>;
  readonly nodes: ReadonlyMap<string, Entry>;
  /** Those that it states, and not those that it cites. */
  readonly edges: ReadonlySet<string>;

  constructor(ontology: Ontology, text = '') {
    const read: Record<string, Entry[] | undefined> = parseDocument(text).toJS() ?? {};
    const { sources = [], nodes = [], edges = [] } = read;
    this.sources = new Set(sources.map((it) => String(it.id)));
    this.nodes = new Map(nodes.map((it) => [String(it.id), it]));
    this.edges = new Set(edges.filter((it) => it.extend === undefined).map((it) => idOf(ontology, it)));
  }
}

/** What makes the edge of an entry this one and no other. */
function identityOf({ from, edge, to, at, role, kind, when }: Entry): Entry {
  return { from, edge, to, ...said({ at, role, kind, when }) };
}

const said = (properties: Entry): Entry =>
  Object.fromEntries(Object.entries(properties).filter(([, it]) => it !== undefined));

/** The id that the edge of an entry has in the graph. */
function idOf(ontology: Ontology, entry: Entry): string {
  const { from, edge, to, ...properties } = identityOf(entry);
  const [type, start, end] = [edge, from, to].map(String) as [string, string, string];
  const isSymmetric = ontology.edgeTypes.get(type)?.symmetric ?? false;
  return edgeId({ type, from: start, to: end, properties: properties as Properties }, isSymmetric);
}

/** What a statement of another file may say more than a claim does, and yet say the same. */
const MAY_SAY_MORE = ['when', 'role', 'at', 'modality'] as const;

/**
 * The statement of another file that says what an entry says, by what makes it that statement: the same edge, or else one
 * that only says more. What rules conclude may be stated, and so may what differs in a date or a role.
 */
function statedAs(view: GraphView, entry: Entry, isOwn: (edge: string) => boolean): Entry | undefined {
  const { edges, nodes } = view.graph;
  const [from, to, type] = [view.findNode(String(entry.from)), String(entry.to), edges.typeCode(String(entry.edge))];
  if (from === undefined || type === undefined) return undefined;
  const own = idOf(view.ontology, entry);
  const isSymmetric = view.ontology.edgeTypes.get(String(entry.edge))?.symmetric === true;
  let found: Entry | undefined;
  view.forEachEdge(from, isSymmetric ? 'BOTH' : 'OUT', type, (number, other) => {
    const id = edges.id(number);
    if (nodes.ids[other] !== to || edges.isInferred(number) || isOwn(id)) return;
    const value = (key: string): string | undefined => edges.property(number, key)?.toString();
    const identity = {
      ...identityOf(entry),
      ...said({ at: value('at'), role: value('role'), kind: value('kind'), when: value('when') }),
    };
    const agrees = MAY_SAY_MORE.every((key) => {
      const claimed = entry[key] ?? (key === 'modality' ? 'FACT' : undefined);
      return claimed === undefined || claimed === (value(key) ?? (key === 'modality' ? 'FACT' : undefined));
    });
    // A statement with an id of its own cannot be named by what it says.
    if (id === own || (agrees && !found && idOf(view.ontology, identity) === id)) found = identity;
  });
  return found;
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

/** What an article is called: by its title, else by who published it and when, where it is, or its id in words. */
function titleOf({ document: { source, title, url, publisher, published } }: Review): string {
  const words = source.replace(/^[^:]*:/, '').replace(/[-_]+/g, ' ');
  const issue = publisher && [publisher, published].filter(Boolean).join(', ');
  return title ?? issue ?? url ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function sourceEntry(review: Review): Entry {
  const { source, url, publisher, published, language } = review.document;
  return { id: source, name: titleOf(review), url, publisher, published, language, reliability: 'PRESS' };
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
