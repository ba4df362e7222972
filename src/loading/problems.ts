/**
 * What can be wrong with facts, in sentences: beside each other, joined into one, and where they are saved.
 *
 * Each names the thing in quotes, says what was expected, and ends with the remedy or the nearest known name.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { listed, shorten } from '../base/located.ts';
import { type Position, type Problem, problem, warning } from '../base/problem.ts';
import type { Claim } from '../facts/claim.ts';
import type { EdgeFact, NodeFact } from '../facts/fact.ts';
import { didYouMeanNode, type NamedNode } from '../facts/node-id.ts';
import type { EdgeType } from '../ontology/ontology.ts';
import { reasonOfSystem } from './reading/problems.ts';

type At = Position | undefined;

/** A fact as a sentence names it. */
export const edgeInWords = ({ from, type, to }: EdgeFact): string => `"${from} ${type} ${to}"`;
const factInWords = (fact: NodeFact | EdgeFact): string =>
  'from' in fact ? edgeInWords(fact) : `"${fact.id}", ${article(fact.type)},`;

const article = (word: string): string => (/^[aeiou]/i.test(word) ? `an ${word}` : `a ${word}`);
const place = (at: At): string => (at ? `${at.file}:${at.line}:${at.column}` : 'elsewhere');

// Facts beside each other

export const duplicateNode = (at: At, id: string, first: At): Problem =>
  problem('duplicate-id', at, `"${id}" is already defined at ${place(first)}. To add to it, write "extend: ${id}".`);

export const duplicateEdgeId = (at: At, id: string, first: At): Problem =>
  problem('duplicate-id', at, `The edge id "${id}" is already used at ${place(first)}. Change one.`);

export const duplicateStatement = (at: At, edge: string, first: At): Problem =>
  problem(
    'duplicate-statement',
    at,
    `${edge} is already stated at ${place(first)}. Put all sources into one entry, or tell the two apart by "when", "at", "role" or "kind".`,
  );

export const nodeNotFound = (at: At, id: string, known: Iterable<NamedNode>): Problem =>
  problem('unknown-node', at, `No node has the id "${shorten(id)}".${didYouMeanNode(id, known)}`);

export const sourceNotFound = (at: At, id: string, known: Iterable<string>): Problem =>
  problem(
    'unknown-source',
    at,
    `No source has the id "${shorten(id)}".${didYouMean(id, known) || ' Add it to "sources.yaml".'}`,
  );

export const notASource = (at: At, id: string, type: string): Problem =>
  problem('unknown-source', at, `"${id}" is ${article(type)}, and only a Source can be cited.`);

export const missingSource = (at: At, edge: string): Problem =>
  problem(
    'missing-source',
    at,
    `${edge} has no source. Write "source" or "sources", or a "source" at the head of the dossier.`,
  );

export const wrongEnd = (
  at: At,
  id: string,
  type: string,
  edgeType: EdgeType,
  end: 'from' | 'to',
  other: string,
): Problem => {
  const ends = edgeType.ends.map((it) => (end === 'from' ? it.from : it.to));
  const sayable = ends.includes(type)
    ? ` when it is about ${article(other)}`
    : `; it goes from ${listed(
        edgeType.ends.map((it) => it.from),
        'or',
      )} to ${listed(
        edgeType.ends.map((it) => it.to),
        'or',
      )}`;
  const role = end === 'from' ? 'be the start' : 'be the end';
  return problem('wrong-end', at, `"${id}" is ${article(type)} and cannot ${role} of "${edgeType.name}"${sayable}.`);
};

export const missingProperty = (fact: NodeFact | EdgeFact, name: string): Problem =>
  problem('missing-property', fact.at, `${factInWords(fact)} has no "${name}", which the ontology requires.`);

export const outOfRange = (at: At, name: string, value: unknown, from: number, to: number): Problem =>
  problem('out-of-range', at, `"${name}" is ${value}; it lies between ${from} and ${to}.`);

export const contradictoryDates = (at: At, when: string, attested: string): Problem =>
  problem(
    'contradictory-dates',
    at,
    `It is attested in ${attested}, and by its "when" (${when}) it did not hold then.`,
  );

export const lookalikeIds = (at: At, id: string, other: string, otherAt: At): Problem =>
  warning(
    'lookalike-ids',
    at,
    `"${shorten(id)}" looks like "${shorten(other)}" (${place(otherAt)}), and is another id: they differ in case or in a letter that looks alike. Should they be one?`,
  );

export const severalOfOne = (at: At, id: string, field: string, first: string, second: string): Problem =>
  warning(
    'several-of-one',
    at,
    `"${field}" leads to one, and ${shorten(id)} has both ${shorten(first)} and ${shorten(second)} at the same time. Date them, remove one, or make the field a list.`,
  );

export const ambiguousName = (at: At, name: string, node: NodeFact, other: NodeFact): Problem =>
  warning(
    'ambiguous-name',
    at,
    `"${shorten(name)}" names both ${node.id} and ${other.id} (${place(other.at)}), each ${article(node.type)}. A search cannot tell them apart.`,
  );

// Extensions, claims, merged ids

export const extendsIdentity = (at: At, key: string): Problem =>
  problem('bad-extension', at, `An entry with "extend" cannot say "${key}". Say it where that is defined.`);

export const extendOfEdge = (at: At): Problem =>
  problem(
    'bad-extension',
    at,
    'Of an edge, "extend" takes true: what other entry states it, "from", "edge" and "to" say.',
  );

export const statementNotFound = ({ at, from, type, to }: EdgeFact): Problem =>
  problem(
    'bad-extension',
    at,
    `No entry states "${from} ${type} ${to}" as this says it, so nothing can be added to it. Take "extend" out, and this one states it.`,
  );

export const extendedDifferently = (at: At, node: NodeFact, key: string, first: At): Problem =>
  problem(
    'bad-extension',
    at,
    `"${node.id}" already has another "${key}" (${place(first)}). Rival values are claims: write them below "claims".`,
  );

export const twoPreferred = (claim: Claim, rival: Claim): Problem =>
  problem(
    'rival-claims',
    claim.at,
    `"${claim.property}" of ${claim.node} has a PREFERRED claim already (${place(rival.at)}). Prefer one.`,
  );

export const claimDiffers = (at: At, node: NodeFact, key: string, own: string, preferred: string): Problem =>
  problem(
    'rival-claims',
    at,
    `"${node.id}" says "${shorten(own)}" here, and the PREFERRED claim of "${key}" says "${shorten(preferred)}". Remove this one, or make them agree.`,
  );

export const replacedExists = (at: At, id: string): Problem =>
  problem('bad-redirect', at, `"${id}" is still a node, so nothing can replace it. Remove the node, or this line.`);

export const replacedTwice = (at: At, id: string, first: string, second: string): Problem =>
  problem('bad-redirect', at, `"${id}" is replaced by both ${first} and ${second}. Keep one.`);

// Judgements and expectations

export const judgementWithoutVerdict = (at: At): Problem =>
  problem('missing-key', at, 'A judgement says either "same-as" or "different-from". Write one of them.');

export const tooFewIds = (at: At, key: string): Problem =>
  problem('wrong-kind', at, `"${key}" takes a list of two or more different ids.`);

export const unsourcedJudgement = (at: At): Problem =>
  problem('missing-source', at, 'This judgement has no source. Write "source" or "sources": what shows who is who?');

export const contradictoryJudgements = (at: At, one: string, other: string, first: At): Problem =>
  problem(
    'contradictory-judgements',
    at,
    `"${one}" and "${other}" are different by this judgement, and the same by another (${place(first)}). Keep one.`,
  );

export const mergedTwice = (at: At, id: string, first: At): Problem =>
  problem(
    'contradictory-judgements',
    at,
    `"${id}" is merged already (${place(first)}). Put all ids that mean one thing into one judgement, and the one that stays first.`,
  );

export const mergedInCircle = (at: At, id: string): Problem =>
  problem('contradictory-judgements', at, `"${id}" would be merged into itself. Decide which of these ids stays.`);

export const mergedUnlike = (at: At, merged: NodeFact, kept: NodeFact): Problem =>
  problem(
    'bad-judgement',
    at,
    `"${merged.id}" (${merged.type}) cannot be the same as "${kept.id}" (${kept.type}). Only nodes of one type are merged.`,
  );

export const expectationWithoutCount = (at: At): Problem =>
  problem(
    'missing-key',
    at,
    'This expects nothing. Write "count", "atLeast" or "atMost", or "apart: true" beside "edges" and "per".',
  );

export const perNeedsType = (at: At, per: string): Problem =>
  problem('missing-key', at, `"per: ${per}" counts for every node there, so "${per}" has to name their type.`);

export const brokenExpectation = (at: At, says: string, found: number, expected: string, node?: string): Problem => {
  const whose = node === undefined ? `there ${found === 1 ? 'is' : 'are'} ${found}` : `${node} has ${found}`;
  return problem(
    'broken-expectation',
    at,
    `"${says}" does not hold: ${whose}, and ${expected}. Mend the facts, or this entry if the world has changed.`,
  );
};

export const heldTogether = (at: At, says: string, first: string, second: string): Problem =>
  problem('broken-expectation', at, `"${says}" does not hold: ${first} and ${second} hold on the same days.`);

// Saving

export const folderHasFacts = (folder: string, names: readonly string[]): KnowledgeError =>
  new KnowledgeError(
    'folder-has-facts',
    `"${folder}" has facts already (${names.join(', ')}), and nothing was saved. Choose another folder, or say { replace: true } to put these facts in their place.`,
  );

export const notAFolder = (folder: string): KnowledgeError =>
  new KnowledgeError('not-a-folder', `"${folder}" is a file. Name a folder to save to.`);

export const folderOfOthers = (folder: string, names: readonly string[]): KnowledgeError =>
  new KnowledgeError(
    'folder-of-others',
    `"${folder}" is no folder of facts: it holds ${listed(names, 'and')}. Nothing was saved; choose another folder.`,
  );

export const notSaved = (folder: string, error: unknown): KnowledgeError =>
  new KnowledgeError('not-saved', `"${folder}" cannot be saved to, and is as it was: ${reasonOfSystem(error)}.`);

export const nothingToSave = (): KnowledgeError =>
  new KnowledgeError(
    'nothing-to-save',
    'A graph without nodes cannot be opened again, so it is not saved. Add some first.',
  );
