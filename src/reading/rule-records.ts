/**
 * What people decided about the claims of each rule, and how far a rule is believed after that.
 *
 * The confidence of a claim counts as a few decisions; those about its edge type and then those about its rule weigh
 * against it, so that a rule of which little is known goes by its edge type.
 */
import type { ReadClaim } from './claim.ts';
import { type DocumentClaims, standingDecisions } from './claims-file.ts';

/** For how many decisions the pattern's own confidence counts, and for how many those about the edge type. */
const PRIOR = 4;
/** From so many decisions on, a rule that is right less often than this only suggests. */
const ENOUGH = 20;
const LEAST_RIGHT = 0.6;

interface Counts {
  accepted: number;
  rejected: number;
}

export interface Learnt {
  readonly confidence: number;
  /** How many decisions about the rule it rests on. */
  readonly decided: number;
  readonly isSuggestion: boolean;
}

export class RuleRecords {
  readonly #rules = new Map<string, Counts>();
  readonly #edges = new Map<string, Counts>();

  /** Accepted and rejected claims of all articles of a folder. */
  constructor(documents: readonly DocumentClaims[]) {
    for (const { reading, decisions } of documents) {
      const standing = standingDecisions(decisions);
      for (const { id, rule, edge } of reading.claims) {
        const last = standing.get(id)?.findLast((it) => it.decision === 'accept' || it.decision === 'reject');
        if (!last) continue;
        const isRight = last.decision === 'accept';
        for (const [counts, key] of [
          [this.#rules, rule],
          [this.#edges, edge],
        ] as const) {
          const { accepted = 0, rejected = 0 } = counts.get(key) ?? {};
          counts.set(key, { accepted: accepted + Number(isRight), rejected: rejected + Number(!isRight) });
        }
      }
    }
  }

  /** How far a claim is believed. */
  of({ rule, edge, confidence }: ReadClaim): Learnt {
    const { accepted = 0, rejected = 0 } = this.#rules.get(rule) ?? {};
    const decided = accepted + rejected;
    const ofEdge = posterior(confidence, this.#edges.get(edge));
    return {
      confidence: Math.round(100 * posterior(ofEdge, this.#rules.get(rule))) / 100,
      decided,
      isSuggestion: decided >= ENOUGH && (accepted + 1) / (decided + 2) < LEAST_RIGHT,
    };
  }
}

/** The mean of a beta distribution whose prior counts as `PRIOR` decisions. */
const posterior = (prior: number, { accepted, rejected }: Counts = { accepted: 0, rejected: 0 }): number =>
  (PRIOR * prior + accepted) / (PRIOR + accepted + rejected);
