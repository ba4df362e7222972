/**
 * `timeline(of)`: what happened to a node, in the order of the dates, vague ones as vague as they are.
 */
import { type Timeline, type TimelineEntry, timelineOf } from '../../evidence/timeline.ts';
import { isoOfDay, periodOf } from '../../facts/partial-date.ts';
import { ALWAYS, FOREVER, type Period } from '../../facts/validity.ts';
import { type GraphContext, operationOf } from '../operation.ts';
import { publicError } from '../problems.ts';
import type { OwnResolvers } from './own-resolver.ts';

interface TimelineArguments {
  readonly of: string;
  readonly from?: string | null;
  readonly to?: string | null;
}

export const timelineResolvers: OwnResolvers = {
  Query: {
    timeline: (_, { of, from, to }: TimelineArguments, context: GraphContext, info): Timeline => {
      const operation = operationOf(context, info);
      try {
        const timeline = timelineOf(operation.view, of, spanOf(from, to));
        const { entries, ongoing, undated } = timeline;
        operation.spendRows(entries.length + ongoing.length + undated.length);
        return timeline;
      } catch (error) {
        throw publicError(error);
      }
    },
  },
  TimelineEntry: {
    since: ({ first }: TimelineEntry) => (first === ALWAYS ? undefined : isoOfDay(first)),
    until: ({ last }: TimelineEntry) => (last === FOREVER ? undefined : isoOfDay(last)),
  },
};

/** From the first day that `from` may mean to the last that `to` may. */
const spanOf = (from: string | null | undefined, to: string | null | undefined): Period => ({
  first: from == null ? ALWAYS : periodOf(from).first,
  last: to == null ? FOREVER : periodOf(to).last,
});
