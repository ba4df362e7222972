/**
 * How often two states voted alike, as the questions of this folder count it.
 *
 * Of the roll calls in which both voted: 1 for the same position, a half where one of them abstained, 0 for yes against no,
 * and the mean of these (Lijphart's index of agreement). Whoever was absent is not in the data, so absences count for nothing.
 */

/** What each state voted, by roll call: a map of maps to YES, NO or ABSTAINED, of the edges of a walk. */
export function positionsOf(edges) {
  const positions = new Map();
  for (const { from, to, position } of edges) {
    const votes = positions.get(to);
    if (votes) votes.set(from, position);
    else positions.set(to, new Map([[from, position]]));
  }
  return positions;
}

/** Agreement of every other state with one: its share, from 0 to 1, and the number of roll calls in which both voted. */
export function agreementWith(state, positions) {
  const sums = new Map();
  for (const votes of positions.values()) {
    const own = votes.get(state);
    if (own === undefined) continue;
    for (const [other, position] of votes) {
      if (other === state) continue;
      const sum = sums.get(other) ?? { points: 0, rollCalls: 0 };
      sum.points += position === own ? 1 : position === 'ABSTAINED' || own === 'ABSTAINED' ? 0.5 : 0;
      sum.rollCalls++;
      sums.set(other, sum);
    }
  }
  return new Map([...sums].map(([other, { points, rollCalls }]) => [other, { share: points / rollCalls, rollCalls }]));
}

/** A share as it is printed, to the thousandth. */
export const rounded = (share) => Math.round(share * 1000) / 1000;
