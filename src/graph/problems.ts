/**
 * What a graph says to whoever edits it wrongly, in sentences.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';

export const noSuchNode = (id: string, known: Iterable<string>): KnowledgeError =>
  new KnowledgeError(
    'unknown-node',
    `No node of the draft has the id "${id}".${didYouMean(id, known) || ' Add it first.'}`,
  );

export const noSuchEdge = (id: string): KnowledgeError =>
  new KnowledgeError(
    'unknown-edge',
    `No stated edge of the draft has the id "${id}". Conclusions follow by themselves.`,
  );

export const noSuchSource = (id: string, known: Iterable<string>): KnowledgeError =>
  new KnowledgeError('unknown-source', `Nothing in the draft cites a source "${id}".${didYouMean(id, known)}`);

export const nodeIsThere = (id: string): KnowledgeError =>
  new KnowledgeError(
    'duplicate-id',
    `The draft has a node "${id}" already. Call changeNode("${id}", …), or "extend" it.`,
  );

export const edgeIsThere = (from: string, type: string, to: string, id: string): KnowledgeError =>
  new KnowledgeError(
    'duplicate-statement',
    `The draft states "${from} ${type} ${to}" already. Call changeEdge("${id}", …) to change it or to add a source.`,
  );

export const undirectedEdge = (from: string, type: string, to: string): KnowledgeError =>
  new KnowledgeError(
    'undirected-edge',
    `"${from} ${type} ${to}" is undirected, and "${type}" is no symmetric edge type. Say which end is the source: make it directed.`,
  );

export const identityIsFixed = (key: string): KnowledgeError =>
  new KnowledgeError(
    'identity-is-fixed',
    `"${key}" cannot be changed: it says which node it is. Add another node that says "replaces".`,
  );
