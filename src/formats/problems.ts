/**
 * What the formats say when they are asked for what they cannot give.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';

export const unknownFormat = (name: string, known: readonly string[]): KnowledgeError =>
  new KnowledgeError(
    'unknown-format',
    `There is no format "${name}". Choose one of ${known.join(', ')}.${didYouMean(name, known)}`,
  );

export const unknownPart = (format: string, part: string, known: readonly string[]): KnowledgeError =>
  new KnowledgeError(
    'unknown-part',
    `${format} has no part "${part}". ${known.length === 0 ? 'It is a single file; leave the part out' : `Choose one of ${known.join(', ')}`}.`,
  );

export const notText = (format: string): KnowledgeError =>
  new KnowledgeError('not-text', `${format} is a picture of points and no text. Draw it with drawGraph, or write svg.`);

export const notPicture = (format: string): KnowledgeError =>
  new KnowledgeError('not-a-picture', `${format} is text and no picture of points. Write it with writeGraph.`);

export const pngNeedsResvg = (): KnowledgeError =>
  new KnowledgeError(
    'png-needs-resvg',
    'PNG is drawn by @resvg/resvg-js, which is not installed here. Install it (npm i @resvg/resvg-js), or write svg.',
  );

export const badBase = (base: string): KnowledgeError =>
  new KnowledgeError(
    'bad-base',
    `"${base}" cannot be the base of RDF names. Give the beginning of an IRI that ends in /, # or :, as in https://example.org/graph/.`,
  );

export const tooMuchToLayOut = (edges: number, most: number): KnowledgeError =>
  new KnowledgeError(
    'too-much-to-lay-out',
    `${edges} edges are too many to lay out; ${most} are the most. Look at less of the graph, or leave the layout to the program that will draw it.`,
  );
