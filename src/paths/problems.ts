/**
 * What can go wrong with a question about paths, in sentences.
 */
import { KnowledgeError } from '../base/knowledge-error.ts';

export const badMaxHops = (given: number, most: number): KnowledgeError =>
  new KnowledgeError('bad-max-hops', `A path may have 1 to ${most} hops, not ${given}. Give maxHops in that range.`);
