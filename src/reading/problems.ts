/**
 * Every sentence that reading can say: about patterns, claims, decisions and articles.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { shorten } from '../base/located.ts';
import { type Position, type Problem, problem } from '../base/problem.ts';

type At = Position | undefined;

// Patterns

export const notLexicon = (at: At): Problem =>
  problem(
    'not-a-lexicon',
    at,
    'A lexicon is a map, such as "heads:" with node types and the words that head their names.',
  );

export const unknownLexiconKey = (at: At, key: string, known: readonly string[]): Problem =>
  problem(
    'unknown-pattern-key',
    at,
    `A lexicon has no "${key}".${didYouMean(key, known) || ` It has ${known.join(', ')}.`}`,
  );

export const unknownReadingType = (at: At, type: string, known: readonly string[]): Problem =>
  problem(
    'unknown-pattern-type',
    at,
    `No node type "${type}" can stand here.${didYouMean(type, known) || ` There are ${known.slice(0, 8).join(', ')}.`}`,
  );

export const notPattern = (at: At): Problem =>
  problem('not-a-pattern', at, 'A pattern is a map with "edge", "verbs" or "nouns", and "examples".');

export const unknownPatternKey = (at: At, key: string, known: readonly string[]): Problem =>
  problem(
    'unknown-pattern-key',
    at,
    `A pattern has no "${key}" here.${didYouMean(key, known) || ` It has ${known.join(', ')}.`}`,
  );

export const unknownReadingEdge = (at: At, edge: string, known: readonly string[]): Problem =>
  problem('unknown-pattern-edge', at, `The ontology has no edge type "${edge}".${didYouMean(edge, known)}`);

export const wrongPatternPart = (at: At, key: string, expected: string): Problem =>
  problem('wrong-pattern-part', at, `"${key}" takes ${expected}.`);

export const noTriggers = (at: At, edge: string): Problem =>
  problem('wrong-pattern-part', at, `The pattern of "${edge}" has no words. Give it "verbs" or "nouns".`);

export const patternExampleFailed = (
  at: At,
  edge: string,
  expected: readonly string[],
  found: readonly string[],
): Problem =>
  problem(
    'pattern-example-failed',
    at,
    `This example of "${edge}" says ${expected.join('; ') || 'nothing'}, and is read as ${found.join('; ') || 'nothing'}.`,
  );

// The gate

export const inventedQuotation = (claim: string, quotation: string): Problem =>
  problem(
    'quotation-not-in-text',
    undefined,
    `The claim "${claim}" quotes "${quotation.slice(0, 120)}", and the text does not say so.`,
  );

export const badNode = (id: string, reason: string): Problem =>
  problem('claimed-node-refused', undefined, `The node "${id}" is refused: ${reason}.`);

export const unknownClaimEnd = (claim: string, end: string, id: string): Problem =>
  problem(
    'claim-refused',
    undefined,
    `"${end}" of the claim "${claim}" is "${id}", which is none of the nodes that were taken.`,
  );

export const edgeDoesNotFit = (claim: string, from: string, to: string): Problem =>
  problem(
    'claim-refused',
    undefined,
    `The claim "${claim}" joins ${from} and ${to}, which the ontology does not allow.`,
  );

export const badModality = (claim: string, modality: string, known: readonly string[]): Problem =>
  problem(
    'claim-refused',
    undefined,
    `The claim "${claim}" has the modality "${modality}". It takes one of ${known.join(', ')}.`,
  );

export const badClaimDate = (claim: string, when: string): Problem =>
  problem(
    'claim-refused',
    undefined,
    `The claim "${claim}" has the date "${when}", which is none in EDTF, such as 2024-10-28.`,
  );

export const badConfidence = (claim: string): Problem =>
  problem('claim-refused', undefined, `The confidence of the claim "${claim}" must be a number from 0 to 1.`);

export const tooManyClaims = (count: number, most: number): Problem =>
  problem('claim-refused', undefined, `${count} claims were proposed; those beyond ${most} are left out.`);

// Articles, claims and decisions

export const notReadable = (name: string, reason: string): KnowledgeError =>
  new KnowledgeError('unreadable-article', `"${name}" cannot be read as an article: ${reason}.`);

export const publishedIsNoDay = (published: string): KnowledgeError =>
  new KnowledgeError('bad-date', `An article appears on one day, such as 2024-11-01; "${shorten(published)}" is none.`);

export const noWebAddress = (url: string): KnowledgeError =>
  new KnowledgeError(
    'bad-address',
    `An article is at an address of the web, such as https://example.org/news; "${shorten(url)}" is none.`,
  );

export const missingPackage = (name: string, packageName: string): KnowledgeError =>
  new KnowledgeError(
    'missing-package',
    `"${name}" needs the package ${packageName}, which is not installed. Run: npm install ${packageName}`,
  );

export const proposerFailed = (command: string, reason: string): KnowledgeError =>
  new KnowledgeError('proposer-failed', `The proposer "${command}" gave nothing that can be used: ${reason}.`);

export const badClaimsFile = (at: At, reason: string): Problem =>
  problem('bad-claims-file', at, `This is no file of claims: ${reason}.`);

export const badDecision = (at: At, reason: string): Problem =>
  problem('bad-decision', at, `This line is no decision: ${reason}.`);

export const badReview = (word: string, expected: readonly string[]): KnowledgeError =>
  new KnowledgeError('bad-review', `"${word}" is no decision that can be made here. Give ${expected.join(', ')}.`);

export const linkDoesNotFit = (mention: string, type: string, id: string): KnowledgeError =>
  new KnowledgeError(
    'bad-review',
    `"${mention}" cannot be ${id}: the ontology lets no claim about it have a ${type} there. Give the id of a node that fits, or new.`,
  );

export const patternsHaveProblems = (problems: readonly Problem[]): KnowledgeError =>
  new KnowledgeError(
    'patterns-have-problems',
    `The patterns have problems: ${problems[0]?.message ?? ''} Give those of your ontology, and run: diplograph check`,
    problems,
  );

export const nothingToReview = (folder: string): KnowledgeError =>
  new KnowledgeError(
    'nothing-to-review',
    `"${folder}" has no claims. "diplograph read ARTICLE --source ID -o ${folder}" writes some.`,
  );

export const otherText = (name: string): KnowledgeError =>
  new KnowledgeError(
    'other-text',
    `"${name}" is not the text that any of these claims were read from, or it has changed since. Give that text, or read it again.`,
  );
