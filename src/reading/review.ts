/**
 * What is to be decided about an article's claims, in the order in which a person does it best: first who is who, then
 * claims by the occasion they are about, the surest first. Decisions find their claims again by id after a new run; those
 * whose claim is gone are listed, not dropped.
 */
import type { GraphView } from '../views/graph-view.ts';
import type { ClaimedNode, ReadClaim } from './claim.ts';
import type { Decision, DocumentClaims } from './claims-file.ts';

export type ReviewState = 'open' | 'accepted' | 'rejected';

export interface ReviewedClaim {
  readonly claim: ReadClaim;
  readonly from: ClaimedNode;
  readonly to: ClaimedNode;
  readonly state: ReviewState;
  /** The decision that counts. */
  readonly decision: Decision | undefined;
  /** Confidence with what was decided about claims of this rule, and about how many. */
  readonly confidence: number;
  readonly decided: number;
  /** How many sources state the same already. */
  readonly alreadyStatedBy: number;
}

export interface Review {
  readonly name: string;
  readonly document: DocumentClaims['reading']['document'];
  /** Proposed nodes that may be known ones: to be linked or to be left new. */
  readonly links: readonly ClaimedNode[];
  readonly claims: readonly ReviewedClaim[];
  /** Decisions whose claim or node a new run did not find. */
  readonly vanished: readonly Decision[];
}

/** How a decision names a node. */
export const nodeKey = ({ type, name }: Pick<ClaimedNode, 'type' | 'name'>): string => `${type} ${name}`;

/** The decisions that count, by what they are about: an undo takes back the last one that was not taken back. */
export function standingDecisions(decisions: readonly Decision[]): Map<string, Decision[]> {
  const standing = new Map<string, Decision[]>();
  for (const decision of decisions) {
    const before = standing.get(decision.of) ?? [];
    if (decision.decision === 'undo') before.pop();
    else before.push(decision);
    standing.set(decision.of, before);
  }
  return standing;
}

/** Accepted and rejected claims by rule, of all articles of a folder: what confidence is learnt from. */
export function ruleRecords(documents: readonly DocumentClaims[]): Map<string, { accepted: number; rejected: number }> {
  const records = new Map<string, { accepted: number; rejected: number }>();
  for (const { reading, decisions } of documents) {
    const standing = standingDecisions(decisions);
    for (const claim of reading.claims) {
      const last = standing.get(claim.id)?.findLast((it) => it.decision !== 'link' && it.decision !== 'edit');
      if (!last) continue;
      const record = records.get(claim.rule) ?? { accepted: 0, rejected: 0 };
      if (last.decision === 'accept') record.accepted++;
      else record.rejected++;
      records.set(claim.rule, record);
    }
  }
  return records;
}

/** What the confidence of a rule was taken for before anybody decided, in decisions. */
const PRIOR = 4;

/** The review of an article. */
export function reviewOf(view: GraphView, document: DocumentClaims, records: ReturnType<typeof ruleRecords>): Review {
  const { reading, decisions, name } = document;
  const standing = standingDecisions(decisions);
  const nodes = new Map(reading.nodes.map((it) => [it.id, linked(view, it, standing)]));
  const claims = reading.claims.map((it): ReviewedClaim => {
    const decided = standing.get(it.id) ?? [];
    const changes = Object.assign({}, ...decided.map((its) => its.changes ?? {})) as Partial<ReadClaim>;
    const claim = { ...it, ...changes };
    const decision = decided.findLast((its) => its.decision === 'accept' || its.decision === 'reject');
    const { accepted = 0, rejected = 0 } = records.get(claim.rule) ?? {};
    const [from, to] = [nodes.get(claim.from)!, nodes.get(claim.to)!];
    return {
      claim,
      from,
      to,
      state: decision?.decision === 'accept' ? 'accepted' : decision ? 'rejected' : 'open',
      decision,
      // The beta distribution's mean, with the pattern's own confidence as so many decisions.
      confidence: Math.round((100 * (PRIOR * claim.confidence + accepted)) / (PRIOR + accepted + rejected)) / 100,
      decided: accepted + rejected,
      alreadyStatedBy: statedBy(view, from.id, claim.edge, to.id),
    };
  });
  const known = new Set([...reading.claims.map((it) => it.id), ...reading.nodes.map(nodeKey)]);
  return {
    name,
    document: reading.document,
    links: reading.nodes.filter(
      (it) => it.isNew && it.link.runnerUp !== undefined && !standing.get(nodeKey(it))?.length,
    ),
    claims: inOrder(claims),
    vanished: [...standing].flatMap(([of, its]) => (known.has(of) ? [] : its.slice(-1))),
  };
}

/** The node as it was linked by a person. */
function linked(view: GraphView, node: ClaimedNode, standing: ReadonlyMap<string, readonly Decision[]>): ClaimedNode {
  const to = standing.get(nodeKey(node))?.findLast((it) => it.decision === 'link')?.to;
  const known = to === undefined || to === 'new' ? undefined : view.findNode(to);
  if (known === undefined) return node;
  const { nodes } = view.graph;
  return {
    ...node,
    id: nodes.ids[known]!,
    isNew: false,
    type: nodes.typeOf(known),
    name: nodes.nameOf(known),
    link: { method: 'person', score: 1 },
  };
}

/** The sources of statements that say the same already. */
function statedBy(view: GraphView, from: string, edge: string, to: string): number {
  const [start, goal] = [view.findNode(from), view.findNode(to)];
  const type = view.graph.edges.typeCode(edge);
  if (start === undefined || goal === undefined || type === undefined) return 0;
  const sources = new Set<string>();
  view.forEachEdge(start, 'BOTH', type, (number, other) => {
    if (other === goal) for (const source of view.graph.edges.sources(number)) sources.add(source);
  });
  return sources.size;
}

/** By occasion or other end that claims share, the group with the surest claim first. */
function inOrder(claims: readonly ReviewedClaim[]): ReviewedClaim[] {
  const best = new Map<string, number>();
  for (const { to, confidence } of claims) best.set(to.id, Math.max(best.get(to.id) ?? 0, confidence));
  return claims.toSorted(
    (a, b) =>
      best.get(b.to.id)! - best.get(a.to.id)! ||
      (a.to.id < b.to.id ? -1 : Number(a.to.id > b.to.id)) ||
      b.confidence - a.confidence,
  );
}
