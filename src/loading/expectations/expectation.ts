/**
 * What the owner of a folder of facts expects of it as a whole: "the Geneva Conventions bind 196 states".
 *
 * The ontology says what one fact may be; only whoever knows the subject can say how many there must be. That is data
 * and not code, so it stands in `expectations.yaml` beside the facts, and every check of the folder holds it.
 */
import type { Position } from '../../base/problem.ts';

export type End = 'from' | 'to';

export interface Expectation {
  /** The whole of it in a sentence, for people. */
  readonly says: string;
  readonly at: Position | undefined;
  readonly of: 'nodes' | 'edges';
  /** The node type or the edge type that is counted. */
  readonly type: string;
  /** A node type, or the id of one node. */
  readonly ends: Readonly<Partial<Record<End, string>>>;
  /** Words of which each property must be one; `undefined` where it need only say something. */
  readonly where: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  /** Ends that are the same count once. */
  readonly distinct?: End;
  /** Counted for every node of the type at this end, also for those without an edge. */
  readonly per?: End;
  readonly atLeast: number;
  readonly atMost: number;
  /** Whether edges of one node `per` may not hold on the same days, beyond the day on which one follows the other. */
  readonly apart: boolean;
}
