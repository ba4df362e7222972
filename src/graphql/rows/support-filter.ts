/**
 * `support` in filters of edges, as GraphQL has it: what says nothing is refused, and counting voices is paid for.
 */
import { supportTest } from '../../evidence/support-test.ts';
import { isEmpty, type Test, type Where } from '../../filters/verdict.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { VOICES_COST, type Work } from '../limits/query-limits.ts';
import * as problems from '../problems.ts';

/** The test of an edge by its support in the view of the operation. Throws `bad-date`, and what says nothing is refused with. */
export function supportFilter(view: GraphView, work: Work, where: Where | null): Test | undefined {
  if (where === null) throw problems.nullFilter('support');
  if (isEmpty(where)) throw problems.emptyPropertyFilter('support', problems.giveCondition);
  for (const [name, asked] of Object.entries(where)) {
    if (asked === null) throw problems.nullOperand('support', name);
    if (name !== 'sources') continue;
    if (isEmpty(asked as Where)) throw problems.emptyPropertyFilter(name, problems.giveCondition);
    const missing = Object.entries(asked as Where).find(([, operand]) => operand === null);
    if (missing) throw problems.nullOperand(name, missing[0]);
  }
  return supportTest(view, where, () => work.spend(VOICES_COST));
}
