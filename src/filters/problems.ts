/**
 * What is thrown when a filter holds an expression that is not taken: a sentence, with the remedy.
 */
import { KnowledgeError } from '../base/knowledge-error.ts';

const refused = (message: string): KnowledgeError => new KnowledgeError('bad-expression', message);

export const badExpression = (given: string, why: string): KnowledgeError =>
  refused(`"${given}" is no expression that "matches" takes: ${why}. docs/graphql.md lists what it takes.`);

export const expressionTooLong = (length: number, most: number): KnowledgeError =>
  refused(
    `The expression of "matches" has ${length} characters, and may have ${most}. Join two filters with AND or OR.`,
  );

export const expressionTooLarge = (given: string, most: number): KnowledgeError =>
  refused(`"${given}" repeats so much that it may be more than ${most} characters long. Repeat less.`);

export const capitalEscape = (given: string): KnowledgeError =>
  refused(
    `"${given}" in "caseInsensitive" would be put in small letters, where escapes mean something else. Write a class, such as [^0-9], or (?i) outside of "caseInsensitive".`,
  );
