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

export const badFormatOption = (format: string, option: string, why: string): KnowledgeError =>
  new KnowledgeError('bad-format-option', `${format} cannot be written with ${option}: ${why}.`);

export const pngNeedsResvg = (): KnowledgeError =>
  new KnowledgeError(
    'png-needs-resvg',
    'PNG is drawn by @resvg/resvg-js, which is not installed here. Install it (npm i @resvg/resvg-js), or write svg.',
  );
