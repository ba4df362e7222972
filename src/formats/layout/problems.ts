/**
 * What a layout says when it cannot be made.
 */
import { KnowledgeError } from '../../base/knowledge-error.ts';

export const tooMuchToLayOut = (edges: number, most: number): KnowledgeError =>
  new KnowledgeError(
    'too-much-to-lay-out',
    `${edges} edges are too many to lay out; ${most} are the most. Look at less of the graph, or leave the layout to the program that will draw it.`,
  );
