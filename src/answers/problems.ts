/**
 * What a question says when it cannot be answered.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import type { GraphView } from '../views/graph-view.ts';

export function unknownEdge(view: GraphView, id: string): KnowledgeError {
  const isHidden = view.graph.edges.numberOf(id) !== undefined;
  return new KnowledgeError(
    'unknown-edge',
    isHidden
      ? `The edge "${id}" is not in this view (${view.key}).`
      : `No edge has the id "${id}". Paths and timelines have ids of edges.`,
  );
}

export const halfARelation = (): KnowledgeError =>
  new KnowledgeError(
    'half-a-relation',
    '"relatedTo" and "along" go together: a node, and the relation that leads to it.',
  );

export const unknownEdgeProperty = (name: string, known: Iterable<string>): KnowledgeError =>
  new KnowledgeError('unknown-field', `The edges that count carry no "${name}".${didYouMean(name, known)}`);

export const nothingFound = (text: string): KnowledgeError =>
  new KnowledgeError('nothing-found', `Nothing is called "${text}". Try fewer words, or another name of it.`);

export const ambiguousNode = (text: string, candidates: readonly string[]): KnowledgeError =>
  new KnowledgeError(
    'ambiguous-name',
    `"${text}" may be several. Give the id of the one you mean:\n${candidates.map((it) => `  ${it}`).join('\n')}`,
  );

export const spanBackwards = (from: string, to: string): KnowledgeError =>
  new KnowledgeError('bad-date', `"${from}" to "${to}" ends before it begins. Give the earlier date first.`);

export const spanTwice = (): KnowledgeError =>
  new KnowledgeError(
    'bad-option',
    '"during" is "from" and "to" together. Give it alone, or give "from" and "to" without it.',
  );
