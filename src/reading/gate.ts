/**
 * The gate: what every claim passes, whoever proposes it — the patterns, a program of one's own, a person.
 *
 * A claim is taken only with words that stand in the text, between nodes that the graph has or that are proposed with a
 * type, by an edge that the ontology allows between them, with its modality and with dates that can be read. Whatever
 * does not pass is refused with the reason, one by one.
 */
import type { Problem } from '../base/problem.ts';
import { readPartialDate } from '../facts/partial-date.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type Article, lineAt } from './article.ts';
import { type ClaimedNode, type ClaimModality, claimId, type Evidence, type ReadClaim } from './claim.ts';
import { claimModalities } from './lexicon.ts';
import * as problems from './problems.ts';

/** A claim as it is handed in: with a quotation, or with the place of one. */
export interface ProposedClaim extends Omit<ReadClaim, 'id' | 'modality' | Judged>, Partial<Pick<ReadClaim, Judged>> {
  readonly modality: string;
  readonly quotation?: string;
}

/** What a proposer may leave to the gate. */
type Judged = 'evidence' | 'rule' | 'confidence';

export interface ProposedNode extends Partial<Omit<ClaimedNode, 'id'>> {
  readonly id: string;
}

export interface Admitted {
  readonly nodes: readonly ClaimedNode[];
  readonly claims: readonly ReadClaim[];
  /** One for each claim or node that was refused, and why. */
  readonly refused: readonly Problem[];
}

const MOST_CLAIMS = 5000;
const LONGEST_QUOTATION = 2000;

/** Judges what a proposer hands in. `isTrusted`: its nodes may be linked by more than words of the text. */
export function admit(
  view: GraphView,
  article: Article,
  source: string,
  proposer: string,
  proposed: { readonly nodes: readonly ProposedNode[]; readonly claims: readonly ProposedClaim[] },
  isTrusted = false,
): Admitted {
  const refused: Problem[] = [];
  const text = plainText(article.text);
  const nodes = new Map<string, ClaimedNode>();
  for (const node of proposed.nodes.slice(0, MOST_CLAIMS)) {
    const fault = faultOfNode(view, text.plain, node, isTrusted);
    if (fault) refused.push(fault);
    else nodes.set(node.id, wholeNode(view, node));
  }
  const claims: ReadClaim[] = [];
  for (const claim of proposed.claims.slice(0, MOST_CLAIMS)) {
    const evidence = evidenceOf(article, text, claim);
    const fault =
      faultOfClaim(view.ontology, nodes, claim) ??
      (evidence ? undefined : problems.inventedQuotation(said(claim), claim.quotation ?? ''));
    if (fault || !evidence) refused.push(fault!);
    else claims.push(wholeClaim(article, source, proposer, nodes, claim, evidence));
  }
  if (proposed.claims.length > MOST_CLAIMS) refused.push(problems.tooManyClaims(proposed.claims.length, MOST_CLAIMS));
  return { nodes: [...nodes.values()], claims, refused };
}

const said = (claim: ProposedClaim): string => `${String(claim.from)} ${String(claim.edge)} ${String(claim.to)}`;

function faultOfNode(view: GraphView, plain: string, node: ProposedNode, isTrusted: boolean): Problem | undefined {
  if (typeof node?.id !== 'string' || node.id === '') return problems.badNode(String(node?.id), 'it has no "id"');
  const known = view.findNode(node.id);
  if (known === undefined && node.isNew !== true)
    return problems.badNode(node.id, 'the graph has no such node, and "isNew" is not true');
  if (known !== undefined && node.isNew === true) return problems.badNode(node.id, 'the graph has a node of this id');
  if (known === undefined && (typeof node.type !== 'string' || !view.ontology.nodeTypes.has(node.type))) {
    return problems.badNode(node.id, `the ontology has no type "${String(node.type)}"`);
  }
  if (known === undefined && (typeof node.name !== 'string' || node.name.trim() === ''))
    return problems.badNode(node.id, 'it has no "name"');
  if (isTrusted) return undefined;
  const named = Array.isArray(node.mentions) ? node.mentions : [];
  const isInText = named.some(
    (it) => typeof it === 'string' && it.trim() !== '' && plain.includes(plainText(it).plain),
  );
  return isInText ? undefined : problems.badNode(node.id, 'none of its "mentions" stands in the text');
}

function faultOfClaim(
  ontology: Ontology,
  nodes: ReadonlyMap<string, ClaimedNode>,
  claim: ProposedClaim,
): Problem | undefined {
  const [from, to] = [nodes.get(claim.from), nodes.get(claim.to)];
  for (const [end, id] of [
    ['from', claim.from],
    ['to', claim.to],
    ['saidBy', claim.saidBy],
    ['at', claim.at],
  ] as const) {
    if (id !== undefined && !nodes.has(id)) return problems.unknownClaimEnd(said(claim), end, id);
  }
  if (!from || !to) return problems.unknownClaimEnd(said(claim), 'from', String(claim.from));
  const edge = ontology.edgeTypes.get(claim.edge);
  if (!edge) return problems.unknownReadingEdge(undefined, String(claim.edge), [...ontology.edgeTypes.keys()]);
  if (!canJoin(ontology, claim.edge, from.type, to.type))
    return problems.edgeDoesNotFit(said(claim), from.type, to.type);
  if (!claimModalities.includes(claim.modality as ClaimModality))
    return problems.badModality(said(claim), String(claim.modality), claimModalities);
  if (claim.when !== undefined && (typeof claim.when !== 'string' || 'reason' in readPartialDate(claim.when)))
    return problems.badClaimDate(said(claim), String(claim.when));
  const { confidence } = claim;
  if (confidence !== undefined && !(typeof confidence === 'number' && confidence >= 0 && confidence <= 1))
    return problems.badConfidence(said(claim));
  return undefined;
}

/** Where the quotation stands: at the place that is given, if it does, else where it is found first. */
function evidenceOf(article: Article, text: PlainText, claim: ProposedClaim): Evidence | undefined {
  const { evidence, quotation } = claim;
  if (evidence && quotation === undefined) {
    const { start, end } = evidence;
    return Number.isInteger(start) && start >= 0 && start < end && end <= article.text.length ? evidence : undefined;
  }
  if (typeof quotation !== 'string' || quotation.trim() === '' || quotation.length > LONGEST_QUOTATION)
    return undefined;
  const words = plainText(quotation).plain;
  const found = text.plain.indexOf(words);
  if (found === -1) return undefined;
  const [start, end] = [text.offsets[found]!, text.offsets[found + words.length - 1]! + 1];
  return { line: lineAt(article, start), start, end, trigger: [start, end] };
}

function wholeNode(view: GraphView, node: ProposedNode): ClaimedNode {
  const known = view.findNode(node.id);
  const { nodes } = view.graph;
  const type = known === undefined ? node.type! : nodes.typeOf(known);
  const name = known === undefined ? node.name! : nodes.nameOf(known);
  return {
    mentions: [name],
    link: { method: 'proposed', score: known === undefined ? 0 : 1 },
    ...node,
    isNew: known === undefined,
    type,
    name,
  };
}

function wholeClaim(
  article: Article,
  source: string,
  proposer: string,
  nodes: ReadonlyMap<string, ClaimedNode>,
  claim: ProposedClaim,
  evidence: Evidence,
): ReadClaim {
  const { quotation: _, modality, rule, confidence, ...rest } = claim;
  const words = article.text.slice(evidence.start, evidence.end);
  return {
    ...rest,
    id: claimId(source, nodes.get(claim.from)!.name, claim.edge, nodes.get(claim.to)!.name, words),
    modality: modality as ClaimModality,
    evidence,
    rule: rule ?? proposer,
    confidence: confidence ?? 0.5,
  };
}

interface PlainText {
  readonly plain: string;
  /** For each character of `plain`, its offset in the text. */
  readonly offsets: readonly number[];
}

/** Text with one kind of quotation marks, dashes and spaces, and no soft hyphens: what a quotation may differ in. */
function plainText(text: string): PlainText {
  const offsets: number[] = [];
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    if (/[\u00ad\u200b-\u200d]/.test(letter)) continue;
    const same = /\s/.test(letter)
      ? ' '
      : /[‘’ʼ]/.test(letter)
        ? "'"
        : /[“”„«»]/.test(letter)
          ? '"'
          : /[–—‑]/.test(letter)
            ? '-'
            : letter;
    if (same === ' ' && (plain.endsWith(' ') || plain === '')) continue;
    plain += same;
    offsets.push(i);
  }
  const trimmed = plain.trimEnd();
  return { plain: trimmed, offsets };
}

/** Whether the ontology has an edge of this type from a node of the one type to one of the other. */
export function canJoin({ edgeTypes }: Ontology, type: string, from: string, to: string): boolean {
  const edge = edgeTypes.get(type);
  return (
    edge?.ends.some(
      (it) => (it.from === from && it.to === to) || (edge.symmetric && it.from === to && it.to === from),
    ) ?? false
  );
}
