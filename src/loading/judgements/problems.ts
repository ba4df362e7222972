/**
 * The sentences about judgements.
 */
import { type Position, type Problem, problem } from '../../base/problem.ts';
import type { NodeFact } from '../../facts/fact.ts';
import type { JudgedId } from './judgement.ts';

type At = Position | undefined;

const place = (at: At): string => (at ? `${at.file}:${at.line}:${at.column}` : 'elsewhere');

export const notJudgements = (at: At, found: string): Problem =>
  problem(
    'wrong-form',
    at,
    `Judgements are a list, each entry beginning with "- same-as:" or "- different-from:"; this is ${found}.`,
  );

export const unsaidJudgement = (at: At): Problem =>
  problem('missing-key', at, 'A judgement says either "same-as" or "different-from". Write one of them.');

export const tooFewIds = (at: At, key: string): Problem =>
  problem('wrong-kind', at, `"${key}" takes a list of two or more different ids.`);

export const unsourcedJudgement = (at: At): Problem =>
  problem('missing-source', at, 'This judgement has no source. Write "source" or "sources": what shows who is who?');

export const contradictoryJudgements = (at: At, one: string, other: JudgedId, first: At): Problem =>
  problem(
    'contradictory-judgements',
    at,
    `"${one}" and "${other.id}" are different by this judgement, and the same by another (${place(first)}). Keep one.`,
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
