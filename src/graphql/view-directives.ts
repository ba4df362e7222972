/**
 * The operation directives: `@asOf`, `@stated`, `@trust`, `@sources` select the view that an operation sees.
 *
 * Views commute, so the order of directives does not matter; nothing below can widen what they leave.
 */
import { type GraphQLResolveInfo, getDirectiveValues } from 'graphql';
import { periodOf } from '../facts/partial-date.ts';
import type { Certainty } from '../facts/validity.ts';
import { asOf } from '../views/as-of.ts';
import { backedBy, type SourceChoice } from '../views/backed-by.ts';
import type { GraphView } from '../views/graph-view.ts';
import { statedOnly } from '../views/stated-only.ts';
import { trusted } from '../views/trusted.ts';
import { publicError } from './problems.ts';

type Narrow = (view: GraphView, given: Readonly<Record<string, unknown>>) => GraphView;

/** What each directive of `query.graphql` does; coerced arguments have the types it declares. */
const narrowings: Readonly<Record<string, Narrow>> = {
  asOf: (view, { date, mode }) => asOf(view, periodOf(date as string), mode as Certainty),
  stated: statedOnly,
  trust: (view, { min }) => trusted(view, min as number),
  sources: (view, { only, except }) => {
    const choice: SourceChoice = {
      ...(only != null && { only: only as string[] }),
      ...(except != null && { except: except as string[] }),
    };
    return backedBy(view, choice);
  },
};

/** The view that the operation's directives leave of `view`. */
export function selectView(view: GraphView, info: GraphQLResolveInfo): GraphView {
  let selected = view;
  for (const { name } of info.operation.directives ?? []) {
    const narrow = narrowings[name.value];
    const directive = info.schema.getDirective(name.value);
    if (!narrow || !directive) continue;
    try {
      selected = narrow(selected, getDirectiveValues(directive, info.operation, info.variableValues) ?? {});
    } catch (error) {
      throw publicError(error);
    }
  }
  return selected;
}
