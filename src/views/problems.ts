/**
 * What can go wrong with a view, in sentences.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { didYouMeanNode } from '../facts/node-id.ts';
import type { Ontology } from '../ontology/ontology.ts';

export const unknownNode = (id: string, known: Parameters<typeof didYouMeanNode>[1]): KnowledgeError =>
  new KnowledgeError('unknown-node', `No node has the id "${id}".${didYouMeanNode(id, known)}`);

export const nodeNotInView = (id: string, key: string): KnowledgeError =>
  new KnowledgeError('unknown-node', `The node "${id}" is not in this view (${key}).`);

export function unknownEdgeType({ nodeTypes, edgeTypes }: Ontology, name: string): KnowledgeError {
  const field = [...nodeTypes.values()].map((it) => it.relations.get(name)).find((it) => it !== undefined);
  const hint = field ? ` That is a field; its edge type is "${field.edgeType}".` : didYouMean(name, edgeTypes.keys());
  return new KnowledgeError('unknown-edge-type', `The ontology has no edge type "${name}".${hint}`);
}

export function unknownSource(
  id: string,
  cited: Iterable<string>,
  nodes: Parameters<typeof didYouMeanNode>[1],
): KnowledgeError {
  const near = didYouMean(id, cited) || didYouMeanNode(id, nodes);
  return new KnowledgeError('unknown-source', `No source has the id "${id}".${near}`);
}

/** `known` are the properties with a date that it has, of those that it may have. */
export function noDateNamed(
  id: string,
  property: string | undefined,
  all: readonly string[],
  known: readonly string[],
): KnowledgeError {
  const named = known.map((it) => `"${id}#${it}"`).join(' or ');
  const remedy = known.length > 0 ? ` Write ${named}.` : ' Give the date itself.';
  const said = property === undefined ? 'no date of its own to take' : `no date "${property}"`;
  const hint = property === undefined || all.includes(property) ? '' : didYouMean(property, all);
  return new KnowledgeError('no-date', `"${id}" has ${said}.${hint || remedy}`);
}

export const severalDates = (): KnowledgeError =>
  new KnowledgeError('no-date', 'As of which date? Give the date or what has it, one of the two.');

export const badDepth = (depth: number): KnowledgeError =>
  new KnowledgeError('bad-depth', `A depth is a whole number from 0, and ${depth} is none. Give for example 2.`);

export const trustOutOfRange = (min: number): KnowledgeError =>
  new KnowledgeError('trust-out-of-range', `Trust goes from 0 to 1, and ${min} is outside. Give for example 0.8.`);

export function unknownModality(given: string | undefined, known: readonly string[]): KnowledgeError {
  const mistake = given === undefined ? 'No modality was given' : `"${given}" is not a modality`;
  return new KnowledgeError('unknown-modality', `${mistake}. Name one or more of ${known.join(', ')}.`);
}

export const graphologyIsReadOnly = (): KnowledgeError =>
  new KnowledgeError(
    'graphology-is-read-only',
    'This graphology graph reads a graph that does not change. Call copy() for one that can be written to, or graph.edit() to change the facts.',
  );
