/**
 * Confidence lies between 0 and 1: rules multiply it, and views compare it.
 */
import { outOfRange } from '../problems.ts';
import type { CheckSubject } from './fact-check.ts';

export function checkConfidence({ edges, places, problems }: CheckSubject): void {
  for (const edge of edges) {
    const { confidence } = edge.properties;
    if (typeof confidence === 'number' && (confidence < 0 || confidence > 1)) {
      problems.error(outOfRange, places.of(edge, 'confidence'), 'confidence', confidence, 0, 1);
    }
  }
}
