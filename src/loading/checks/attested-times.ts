/**
 * A time at which an edge is attested lies within its dates: otherwise one of the two is wrong.
 */
import { readPartialDate } from '../../facts/partial-date.ts';
import { attestedIn, undated } from '../../facts/validity.ts';
import { contradictoryDates } from '../problems.ts';
import type { CheckSubject } from './fact-check.ts';

export function checkAttestedTimes({ edges, places, problems }: CheckSubject): void {
  for (const edge of edges) {
    const { when, attested } = edge.properties;
    if (typeof attested !== 'string' || typeof when !== 'string') continue;
    const dates = [readPartialDate(when), readPartialDate(attested)].map((it) =>
      'validity' in it ? it.validity : undated,
    );
    if (dates[0] && dates[1] && !attestedIn(dates[0], dates[1])) {
      problems.error(contradictoryDates, places.of(edge, 'attested'), when, attested);
    }
  }
}
