/**
 * How strong an edge is, as one number that sorts: the smaller, the stronger.
 *
 * What is told as fact comes before what is reported, then the surer before the less sure, then fewer steps from
 * statements before more. A million conclusions are compared, so these three are packed into one number.
 */
export type Strength = number;

/** Steps beyond this many count as so many. */
const MOST_STEPS = 2 ** 20 - 1;
/** Confidence is kept to the millionth. */
const SURE = 1_000_000;

/** The strength of something told as fact or reported, of a confidence from 0 to 1, so many rules away from statements. */
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
