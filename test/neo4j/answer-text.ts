/**
 * Answers of two engines as texts that are compared.
 */
import type { FailedAnswer, WrittenAnswer } from '../../src/graphql/answer.ts';

/** All but the near id that a refusal in memory offers: to find one, every id would have to be fetched. */
export const answerText = ({ executor: _, ...answer }: WrittenAnswer | FailedAnswer): string =>
  JSON.stringify(answer).replace(/ Did you mean [^?]*\?/g, '');

/** Filters and sorts that Neo4j refuses by name. */
export const REFUSED_CONDITION: RegExp =
  /^A (filter of "\w+", which is a point,|filter by the support of edges|sort by the number of what is related) is not answered/;

/** Whether an answer is a refusal of what Neo4j does not answer, in these words. */
export const isRefused = (answer: WrittenAnswer | FailedAnswer, words: RegExp): boolean =>
  'errors' in answer && answer.errors.some((it) => it.extensions.code === 'NOT_ON_NEO4J' && words.test(it.message));
