/**
 * How strong conclusions are: a conclusion is no firmer than its least firm premise, and no surer than its least sure one.
 *
 * What is stated as fact comes before what is reported, then the surer before the less sure, then fewer steps from
 * statements before more. A million conclusions are compared, so these three are packed into one number that sorts.
 *
 * Of several supports the strongest counts. Strengths become final from the strongest on, each when all premises of one
 * of its supports are. So every strength comes from a complete chain of premises: what only supports itself in a circle
 * never gets stronger by it, and following the strongest support of each conclusion always ends at statements.
 */
import { MinHeap } from '../base/min-heap.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { Conclusion, Support } from './deriver.ts';

/** The smaller, the stronger. */
export type Strength = number;

/** Steps beyond this many count as so many. */
const MOST_STEPS = 2 ** 20 - 1;
/** Confidence counts to the millionth. */
const SURE = 1_000_000;

/** The strength of something stated as fact or reported, of a confidence from 0 to 1, so many rules away from statements. */
export function strengthOf(isReported: boolean, confidence: number, steps: number): Strength {
  const doubt = SURE - Math.round(confidence * SURE);
  return ((isReported ? SURE + 1 : 0) + doubt) * (MOST_STEPS + 1) + Math.min(steps, MOST_STEPS);
}

export const isReported = (strength: Strength): boolean => firmness(strength) > SURE;

/** From 0 to 1, to the millionth. */
export function confidenceOf(strength: Strength): number {
  const doubt = firmness(strength);
  return (SURE - (doubt > SURE ? doubt - SURE - 1 : doubt)) / SURE;
}

/** How many rules lie between it and statements: 0 for a statement. */
export const stepsOf = (strength: Strength): number => strength % (MOST_STEPS + 1);

const firmness = (strength: Strength): number => Math.floor(strength / (MOST_STEPS + 1));

/** What no chain of premises reaches; conclusions always have one. */
const UNSUPPORTED: Strength = Number.POSITIVE_INFINITY;

export class Strengths {
  readonly #first: EdgeNumber;
  readonly #known: (edge: EdgeNumber) => Strength;
  /** By conclusion; UNSUPPORTED until it is final. */
  readonly #final: Strength[];

  /** The strengths of conclusions, which are numbered from `first` on; `known` tells those of edges below. */
  constructor(conclusions: readonly Conclusion[], first: EdgeNumber, known: (edge: EdgeNumber) => Strength) {
    this.#first = first;
    this.#known = known;
    this.#final = conclusions.map(() => UNSUPPORTED);
    this.#compute(conclusions);
  }

  of(edge: EdgeNumber): Strength {
    return edge < this.#first ? this.#known(edge) : (this.#final[edge - this.#first] ?? UNSUPPORTED);
  }

  /** The strength that one support gives; UNSUPPORTED while one of its premises has none. */
  ofSupport({ rule, premises }: Support): Strength {
    let reported = false;
    let confidence = 1;
    let steps = 0;
    for (const premise of premises) {
      const strength = this.of(premise);
      if (strength === UNSUPPORTED) return UNSUPPORTED;
      reported ||= isReported(strength);
      confidence = Math.min(confidence, confidenceOf(strength));
      steps = Math.max(steps, stepsOf(strength));
    }
    return strengthOf(reported, confidence * rule.rule.weight, steps + 1);
  }

  #compute(conclusions: readonly Conclusion[]): void {
    // Strengths are few where conclusions are many: those of one strength wait together.
    const waiting = new Map<Strength, number[]>();
    const strengths = new MinHeap<Strength>((a, b) => a - b);
    const wait = (strength: Strength, place: number): void => {
      if (strength === UNSUPPORTED) return;
      const others = waiting.get(strength);
      if (others) others.push(place);
      else {
        waiting.set(strength, [place]);
        strengths.push(strength);
      }
    };
    conclusions.forEach(({ supports }, place) => {
      wait(
        supports.reduce((best, it) => Math.min(best, this.ofSupport(it)), UNSUPPORTED),
        place,
      );
    });
    const uses = this.#usesOf(conclusions);
    for (let best = strengths.pop(); best !== undefined; best = strengths.pop()) {
      // Every support has more steps than its premises, so nothing joins those that become final now.
      for (const place of waiting.get(best) ?? []) {
        if (this.#final[place] !== UNSUPPORTED) continue;
        this.#final[place] = best;
        for (const { user, support } of uses[place] ?? []) {
          if (this.#final[user] === UNSUPPORTED) wait(this.ofSupport(support), user);
        }
      }
      waiting.delete(best);
    }
  }

  /** By conclusion: the supports of others in which it is a premise. */
  #usesOf(conclusions: readonly Conclusion[]): (Use[] | undefined)[] {
    const uses: (Use[] | undefined)[] = conclusions.map(() => undefined);
    conclusions.forEach(({ supports }, user) => {
      for (const support of supports) {
        for (const premise of support.premises) {
          if (premise < this.#first) continue;
          const place = premise - this.#first;
          const known = uses[place];
          if (known) known.push({ user, support });
          else uses[place] = [{ user, support }];
        }
      }
    });
    return uses;
  }
}

interface Use {
  readonly user: number;
  readonly support: Support;
}
