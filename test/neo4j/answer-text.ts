/**
 * Answers of two engines as texts that are compared.
 */
import type { FailedAnswer, WrittenAnswer } from '../../src/graphql/answer.ts';

/** All but the near id that a refusal in memory offers: to find one, every id would have to be fetched. */
export const answerText = ({ executor: _, ...answer }: WrittenAnswer | FailedAnswer): string =>
  JSON.stringify(answer).replace(/ Did you mean [^?]*\?/g, '');

/** Whether an answer is a refusal of what is not asked of Neo4j. */
export const isRefused = (answer: WrittenAnswer | FailedAnswer): boolean =>
  'errors' in answer && answer.errors.some((it) => it.extensions.code === 'NOT_ON_NEO4J');
