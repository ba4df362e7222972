/**
 * How strong conclusions are: a conclusion is told no more firmly than its least firm premise, and is no surer than its
 * least sure one.
 *
 * Of several ways the strongest counts. Conclusions are settled from the strongest on, each when all premises of one of
 * its ways are. So every strength comes from a complete chain of premises: what only supports itself in a circle never
 * gets stronger by it, and following the strongest way of each conclusion always ends at statements.
 */
import { MinHeap } from '../base/min-heap.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { Conclusion, Drawn } from './deriver.ts';
import { confidenceOf, isReported, type Strength, stepsOf, strengthOf } from './strength.ts';

/** What no chain of premises reaches; conclusions that were drawn always have one. */
const UNSUPPORTED: Strength = Number.POSITIVE_INFINITY;

export class Weights {
  readonly #first: EdgeNumber;
  readonly #known: (edge: EdgeNumber) => Strength;
  /** By conclusion; UNSUPPORTED until it is settled. */
  readonly #settled: Strength[];

  /** The strengths of conclusions, which are numbered from `first` on; `known` tells those of edges below. */
  constructor(conclusions: readonly Conclusion[], first: EdgeNumber, known: (edge: EdgeNumber) => Strength) {
    this.#first = first;
    this.#known = known;
    this.#settled = conclusions.map(() => UNSUPPORTED);
    this.#settle(conclusions);
  }

  of(edge: EdgeNumber): Strength {
    return edge < this.#first ? this.#known(edge) : (this.#settled[edge - this.#first] ?? UNSUPPORTED);
  }

  /** The strength that one way gives; UNSUPPORTED while one of its premises has none. */
  ofDrawn({ rule, premises }: Drawn): Strength {
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

  #settle(conclusions: readonly Conclusion[]): void {
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
    conclusions.forEach(({ drawn }, place) => {
      wait(
        drawn.reduce((best, it) => Math.min(best, this.ofDrawn(it)), UNSUPPORTED),
        place,
      );
    });
    const uses = this.#usesOf(conclusions);
    for (let best = strengths.pop(); best !== undefined; best = strengths.pop()) {
      // Every way has more steps than its premises, so nothing joins those that are settled now.
      for (const place of waiting.get(best) ?? []) {
        if (this.#settled[place] !== UNSUPPORTED) continue;
        this.#settled[place] = best;
        for (const { user, drawn } of uses[place] ?? []) {
          if (this.#settled[user] === UNSUPPORTED) wait(this.ofDrawn(drawn), user);
        }
      }
      waiting.delete(best);
    }
  }

  /** By conclusion: the ways of others in which it is a premise. */
  #usesOf(conclusions: readonly Conclusion[]): (Use[] | undefined)[] {
    const uses: (Use[] | undefined)[] = conclusions.map(() => undefined);
    conclusions.forEach(({ drawn: ways }, user) => {
      for (const drawn of ways) {
        for (const premise of drawn.premises) {
          if (premise < this.#first) continue;
          const place = premise - this.#first;
          const known = uses[place];
          if (known) known.push({ user, drawn });
          else uses[place] = [{ user, drawn }];
        }
      }
    });
    return uses;
  }
}

interface Use {
  readonly user: number;
  readonly drawn: Drawn;
}
