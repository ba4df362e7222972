/**
 * What a tool says when a call cannot be answered.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';

export const unknownTool = (name: string, known: readonly string[]): KnowledgeError =>
  new KnowledgeError(
    'unknown-tool',
    `There is no tool "${name.slice(0, 100)}".${didYouMean(name, known) || ` There are ${known.join(', ')}.`}`,
  );

export const missingParameter = (tool: string, name: string, description: string): KnowledgeError =>
  new KnowledgeError('missing-parameter', `${tool} needs "${name}": ${description}`);

/** `why` is a clause. */
export const badParameter = (tool: string, name: string, why: string): KnowledgeError =>
  new KnowledgeError('bad-option', `"${name.slice(0, 100)}" of ${tool} ${why}.`);

export const notAskedWhole = (tool: string, forms: string): KnowledgeError =>
  new KnowledgeError('missing-parameter', `${tool} needs ${forms}.`);

export const noEdgeBetween = (from: string, type: string | undefined, to: string): KnowledgeError =>
  new KnowledgeError(
    'nothing-found',
    `No edge${type === undefined ? '' : ` ${type}`} leads from ${from} to ${to} in this view. Ask "connections" how the two are connected.`,
  );

export const unknownResource = (uri: string): KnowledgeError =>
  new KnowledgeError(
    'unknown-resource',
    `There is nothing at "${uri.slice(0, 200)}". Ask for the list of resources, or search for the id.`,
  );

export const unknownPrompt = (name: string, known: readonly string[]): KnowledgeError =>
  new KnowledgeError(
    'unknown-prompt',
    `There is no prompt "${name.slice(0, 100)}".${didYouMean(name, known) || ` There are ${known.join(', ')}.`}`,
  );

export const noProposals = (): KnowledgeError =>
  new KnowledgeError(
    'no-proposals',
    'Nothing can be proposed here: whoever runs this has named no folder (--proposals).',
  );

export const proposedOfAnotherText = (source: string): KnowledgeError =>
  new KnowledgeError(
    'proposed-of-another-text',
    `Claims of another text wait for review as "${source.slice(0, 100)}". Give this text a source id of its own.`,
  );

export const tooManyProposals = (most: number): KnowledgeError =>
  new KnowledgeError('too-many-proposals', `Claims of ${most} texts wait for review. Review some first.`);

export const unforeseenError = 'Internal error: the log of the server has the rest.';
