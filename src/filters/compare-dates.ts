/**
 * Whether something was before or after a period, when its own date may be vague.
 *
 * What lasts is before a period when it is over before that begins (`lt`) or by its end (`lte`), and after it when it begins
 * behind its end (`gt`) or no earlier than that begins (`gte`). Where the bounds of the date leave it open, it is unknown,
 * which neither the comparison nor its negation keeps.
 */
import type { Period, Validity } from '../facts/validity.ts';
import type { OperatorName } from './operators.ts';
import { NO, UNKNOWN, type Verdict, YES } from './verdict.ts';

type DateOperator = Extract<OperatorName, 'gt' | 'gte' | 'lt' | 'lte'>;

const verdicts: Readonly<Record<DateOperator, (date: Validity, period: Period) => Verdict>> = {
  lt: (date, { first }) => verdict(date.latestEnd < first, date.earliestEnd < first),
  lte: (date, { last }) => verdict(date.latestEnd <= last, date.earliestEnd <= last),
  gt: (date, { last }) => verdict(date.earliestStart > last, date.latestStart > last),
  gte: (date, { first }) => verdict(date.earliestStart >= first, date.latestStart >= first),
};

const verdict = (always: boolean, ever: boolean): Verdict => (always ? YES : ever ? UNKNOWN : NO);

export const isDateOperator = (operator: string): operator is DateOperator => Object.hasOwn(verdicts, operator);

/** Whether what has this date was before or after a period: YES and NO where that is certain. */
export const compareDates = (operator: DateOperator, date: Validity, period: Period): Verdict =>
  verdicts[operator](date, period);
