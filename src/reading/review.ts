/**
 * What is to be decided about an article's claims, in the order in which a person does it best: first who is who, then
 * claims by the occasion they are about, the surest first, and last what is only suggested. Decisions find their claims
 * again by id after a new run; those whose claim is gone are listed, not dropped.
 *
 * Nodes that were decided to be one bring their claims together: what is said in several places is one claim, decided
 * once, and each place is kept.
 */
import { groupBy } from '../base/group-by.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { ClaimedNode, ReadClaim } from './claim.ts';
import { type Decision, type DocumentClaims, standingDecisions } from './claims-file.ts';
import type { RuleRecords } from './rule-records.ts';

export type ReviewState = 'open' | 'accepted' | 'rejected';

export interface ReviewedClaim {
  readonly claim: ReadClaim;
  readonly from: ClaimedNode;
  readonly to: ClaimedNode;
  /** Claims that say the same elsewhere: a decision about one is one about all. */
  readonly alsoSaid: readonly ReadClaim[];
  readonly state: ReviewState;
  /** The decision that counts. */
  readonly decision: Decision | undefined;
  /** Confidence with what was decided about claims of this rule, and about how many. */
  readonly confidence: number;
  readonly decided: number;
  /** Its rule was rejected too often to be believed: it is taken one by one, and never with all. */
  readonly isSuggestion: boolean;
  /** How many sources state the same already. */
  readonly alreadyStatedBy: number;
}

export interface Review {
  readonly name: string;
  readonly document: DocumentClaims['reading']['document'];
  /** Proposed nodes that may be known ones: to be linked or to be left new. */
  readonly links: readonly ClaimedNode[];
  /** The nodes as they were decided to be, by their ids in the claims. */
  readonly nodes: ReadonlyMap<string, ClaimedNode>;
  /** All claims, in the order of the queue. */
  readonly claims: readonly ReviewedClaim[];
  /** Decisions whose claim or node a new run did not find. */
  readonly vanished: readonly Decision[];
}

/** How a decision names a node. */
export const nodeKey = ({ type, name }: Pick<ClaimedNode, 'type' | 'name'>): string => `${type} ${name}`;

/** The review of an article. */
export function reviewOf(view: GraphView, { reading, decisions, name }: DocumentClaims, records: RuleRecords): Review {
  const standing = standingDecisions(decisions);
  const nodes = decidedNodes(view, reading.nodes, standing);
  const lastOf = (of: string, kind: Decision['decision']): Decision | undefined =>
    standing.get(of)?.findLast((it) => it.decision === kind);
  const isClaim = new Set(reading.claims.map((it) => it.id));
  const idOfKey = new Map(reading.nodes.map((it) => [nodeKey(it), it.id]));
  const edited = reading.claims.map((it): ReadClaim => {
    const changes = standing.get(it.id)?.map((its) => its.changes ?? {}) ?? [];
    const said = Object.entries(Object.assign({}, it, ...changes)).filter(([, value]) => value !== '');
    return Object.fromEntries(
      said.map(([key, value]) => [key, idOfKey.get(String(value)) ?? value]),
    ) as unknown as ReadClaim;
  });
  // What was decided to say the same, and what says the same since its ends are one.
  const keyOf = (it: ReadClaim): string => `${nodes.get(it.from)!.id} ${it.edge} ${nodes.get(it.to)!.id}`;
  const keys = new Map(edited.map((it) => [it.id, keyOf(it)]));
  const merged = new Map(
    edited.flatMap((it) => {
      const to = lastOf(it.id, 'merge')?.to;
      return to !== undefined && isClaim.has(to) ? [[keyOf(it), keys.get(to)!] as const] : [];
    }),
  );
  const groups = groupBy(edited, (it) => lastKey(keyOf(it), merged));
  const claims = [...groups].map(([key, group]): ReviewedClaim => {
    const judged = group.flatMap((it) => standing.get(it.id) ?? []);
    const decision = judged
      .filter((it) => it.decision === 'accept' || it.decision === 'reject')
      .reduce<Decision | undefined>((last, it) => (last && last.when > it.when ? last : it), undefined);
    const [claim, ...alsoSaid] = group.toSorted(
      (a, b) => Number(keyOf(a) !== key) - Number(keyOf(b) !== key) || b.confidence - a.confidence,
    ) as [ReadClaim, ...ReadClaim[]];
    const [from, to] = [nodes.get(claim.from)!, nodes.get(claim.to)!];
    return {
      claim,
      from,
      to,
      alsoSaid,
      state: decision?.decision === 'accept' ? 'accepted' : decision ? 'rejected' : 'open',
      decision,
      ...records.of(claim),
      alreadyStatedBy: statedBy(view, from.id, claim.edge, to.id),
    };
  });
  const known = new Set([...isClaim, ...reading.nodes.map(nodeKey)]);
  return {
    name,
    document: reading.document,
    links: reading.nodes.filter(
      (it) => it.isNew && it.link.runnerUp !== undefined && !standing.get(nodeKey(it))?.length,
    ),
    nodes,
    claims: inOrder(claims.filter((it) => it.from.id !== it.to.id)),
    vanished: [...standing].flatMap(([of, its]) => (known.has(of) ? [] : its.slice(-1))),
  };
}

/** What a claim says once it and what it was merged into, and so on, are one; of a circle, any of it. */
function lastKey(key: string, merged: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  for (let at: string | undefined = key; at !== undefined; at = merged.get(at)) {
    if (seen.has(at)) {
      const keys = [...seen];
      return keys.slice(keys.indexOf(at)).sort()[0]!;
    }
    seen.add(at);
    key = at;
  }
  return key;
}

/** The nodes as they were linked and merged by people, by the ids of the reading. */
function decidedNodes(
  view: GraphView,
  nodes: readonly ClaimedNode[],
  standing: ReadonlyMap<string, readonly Decision[]>,
): Map<string, ClaimedNode> {
  const table = view.graph.nodes;
  const byKey = new Map(nodes.map((it) => [nodeKey(it), it]));
  const decided = (node: ClaimedNode, before: readonly ClaimedNode[]): ClaimedNode => {
    const last = standing.get(nodeKey(node))?.at(-1);
    const other = last?.decision === 'merge' && last.to !== undefined ? byKey.get(last.to) : undefined;
    if (other && !before.includes(other)) return decided(other, [...before, other]);
    const known = last?.decision === 'link' && last.to !== undefined ? view.findNode(last.to) : undefined;
    if (known === undefined) return node;
    return {
      ...node,
      id: table.ids[known]!,
      isNew: false,
      type: table.typeOf(known),
      name: table.nameOf(known),
      link: { method: 'person', score: 1 },
    };
  };
  const found = new Map(nodes.map((it) => [it.id, decided(it, [it])]));
  // A node that others were merged into is written in all their ways.
  const mentions = new Map<string, Set<string>>();
  for (const it of nodes) {
    const { id } = found.get(it.id)!;
    mentions.set(id, new Set([...(mentions.get(id) ?? []), ...it.mentions]));
  }
  return new Map([...found].map(([id, it]) => [id, { ...it, mentions: [...mentions.get(it.id)!] }]));
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

/** By occasion or other end that claims share, the group with the surest claim first; suggestions last. */
function inOrder(claims: readonly ReviewedClaim[]): ReviewedClaim[] {
  const best = new Map<string, number>();
  for (const { to, confidence } of claims) best.set(to.id, Math.max(best.get(to.id) ?? 0, confidence));
  return claims.toSorted(
    (a, b) =>
      Number(a.isSuggestion) - Number(b.isSuggestion) ||
      best.get(b.to.id)! - best.get(a.to.id)! ||
      (a.to.id < b.to.id ? -1 : Number(a.to.id > b.to.id)) ||
      b.confidence - a.confidence,
  );
}
