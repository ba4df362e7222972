/**
 * The claims of a document as they are found: each once, as what is told most firmly, with ids that stay.
 */
import type { Article } from './article.ts';
import { type ClaimedNode, type ClaimModality, claimId, type ReadClaim } from './claim.ts';
import type { DocumentNode } from './document-node.ts';
import type { DocumentNodes } from './document-nodes.ts';

export interface NodesAndClaims {
  readonly nodes: readonly ClaimedNode[];
  readonly claims: readonly ReadClaim[];
}

/** A claim as it is found: with the nodes themselves. */
export interface FoundClaim {
  readonly from: DocumentNode;
  readonly to: DocumentNode;
  readonly edge: string;
  readonly modality: ClaimModality;
  readonly evidence: ReadClaim['evidence'];
  readonly rule: string;
  readonly confidence: number;
  readonly saidBy?: DocumentNode | undefined;
  readonly when?: string | undefined;
  readonly role?: string | undefined;
  readonly count?: number | undefined;
  readonly amount?: string | undefined;
  readonly isQuoted?: boolean;
  readonly at?: DocumentNode | undefined;
}

export class ClaimSet {
  readonly #article: Article;
  readonly #nodes: DocumentNodes;
  readonly #source: string;
  readonly #claims = new Map<string, ReadClaim & { readonly nodes: readonly DocumentNode[] }>();

  constructor(article: Article, nodes: DocumentNodes, source: string) {
    this.#article = article;
    this.#nodes = nodes;
    this.#source = source;
  }

  /** Takes a claim, once whatever it is said. */
  add(claim: FoundClaim): void {
    const { from, to, edge, modality, evidence, rule, saidBy, when, role, count, amount, isQuoted, at } = claim;
    if (from === to) return;
    for (const it of [from, to]) it.isClaimed = true;
    const key = `${from.id} ${edge} ${to.id}`;
    const known = this.#claims.get(key);
    const confidence = Math.round(100 * Math.max(0.05, Math.min(1, claim.confidence))) / 100;
    // What is said twice is one claim: as a fact if it is told so once, else where it is surest.
    if (
      known &&
      rank(known.modality) <= rank(modality) &&
      !(known.modality === modality && confidence > known.confidence)
    )
      return;
    const sentence = this.#article.text.slice(evidence.start, evidence.end);
    this.#claims.set(key, {
      id: claimId(this.#source, from.name, edge, to.name, sentence),
      from: from.id,
      edge,
      to: to.id,
      modality,
      ...(saidBy && { saidBy: saidBy.id }),
      ...(at && { at: at.id }),
      ...(when !== undefined && { when }),
      ...(role !== undefined && { role }),
      ...(count !== undefined && { count }),
      ...(amount !== undefined && { amount }),
      ...(isQuoted && { isQuoted }),
      evidence,
      rule,
      confidence,
      nodes: [from, to, ...(saidBy ? [saidBy] : []), ...(at ? [at] : [])],
    });
  }

  /** A publisher or an agency: provenance, unless a claim speaks of it. */
  #passesOn({ known }: DocumentNode): boolean {
    const kind = known === undefined ? undefined : this.#nodes.view.graph.nodes.property(known, 'kind');
    return typeof kind === 'string' && this.#nodes.lexicon.passingOn.has(kind);
  }

  result(): NodesAndClaims {
    const claims = [...this.#claims.values()].sort((a, b) => a.evidence.start - b.evidence.start);
    const used = new Set(claims.flatMap((it) => it.nodes));
    // A nominal that no claim needs names nothing; a name does.
    const nodes = this.#nodes.all.filter(
      (it) =>
        used.has(it) ||
        (it.known !== undefined && !this.#passesOn(it)) ||
        (it.known === undefined && /^\p{Lu}|^\d/u.test(it.name)),
    );
    return { nodes: nodes.map(claimedNode), claims: claims.map(({ nodes: _, ...claim }) => claim) };
  }
}

const TOLD: readonly ClaimModality[] = [
  'FACT',
  'REPORTED',
  'PLANNED',
  'OFFERED',
  'HYPOTHETICAL',
  'CALLED_FOR',
  'DENIED',
  'NEGATED',
];
const rank = (it: ClaimModality): number => TOLD.indexOf(it);

function claimedNode(node: DocumentNode): ClaimedNode {
  const { id, known, type, name, mentions, method, score, runnerUp, when, count, title, kind, of, memberKind } = node;
  return {
    id,
    isNew: known === undefined,
    type,
    name,
    mentions: [...mentions],
    link: { method, score: Math.round(score * 100) / 100, ...(runnerUp && { runnerUp: runnerUp.id }) },
    ...(when !== undefined && { when }),
    ...(count !== undefined && { count }),
    ...(title !== undefined && { title }),
    ...(kind !== undefined && { kind }),
    ...(memberKind !== undefined && { memberKind }),
    ...(of && { of }),
  };
}
