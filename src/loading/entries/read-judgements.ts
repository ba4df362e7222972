/**
 * `judgements.yaml`: decisions about who is who, that several ids mean one thing, or that things which look alike are
 * several.
 *
 * The facts stay as they were written; what was decided stands apart from them, with its reason and its sources, and
 * taking a decision back restores what was there before.
 */

import { findEntry, type Located, type LocatedMap } from '../../base/located.ts';
import { judgementWithoutVerdict, tooFewIds, unsourcedJudgement } from '../problems.ts';
import { missingKey } from '../reading/problems.ts';
import type { FactSet, JudgedId, Judgement } from './fact-set.ts';
import { readCitations } from './read-citations.ts';
import { checkKeys, itemsOf, readEntryList, readId, readText } from './read-values.ts';

const keys = ['same-as', 'different-from', 'reason', 'source', 'sources', 'locator', 'locators'];

/** Reads the judgements of a file into the set; those with a fault are reported and left out. */
export function readJudgements(list: Located, set: FactSet): void {
  for (const entry of readEntryList(list, 'judgements', set.problems, 'judgements')) {
    const judgement = readJudgement(entry, set);
    if (judgement) set.judgements.push(judgement);
  }
}

function readJudgement(entry: LocatedMap, set: FactSet): Judgement | undefined {
  const { problems } = set;
  const before = problems.errorCount;
  checkKeys(entry, 'judgement', keys, problems);
  const [same, different] = [findEntry(entry, 'same-as'), findEntry(entry, 'different-from')];
  const named = same ?? different;
  // A key that was misspelt is reported already.
  if ((!named || (same && different)) && problems.errorCount === before)
    problems.error(judgementWithoutVerdict, entry.at);
  const says = same ? 'same-as' : 'different-from';
  const ids = named ? readJudgedIds(named, says, set) : [];
  const why = findEntry(entry, 'reason');
  if (!why) problems.error(missingKey, entry.at, 'judgement', 'reason');
  const reason = why && readText(why, 'reason', problems);
  const sources = readSources(entry, set);
  return problems.errorCount === before && reason !== undefined ? { says, ids, reason, sources } : undefined;
}

function readJudgedIds(named: Located, key: string, set: FactSet): JudgedId[] {
  const items = itemsOf(named);
  const ids = items.flatMap((item) => {
    const id = readId(item, key, set.problems);
    return id === undefined ? [] : [{ id, at: item.at }];
  });
  if (items.length < 2 || new Set(ids.map((it) => it.id)).size < ids.length) {
    set.problems.error(tooFewIds, named.at, key);
  }
  return ids;
}

function readSources(entry: LocatedMap, set: FactSet): JudgedId[] {
  const before = set.problems.errorCount;
  const { sources } = readCitations(entry, set.problems);
  if (sources.length === 0 && set.problems.errorCount === before) set.problems.error(unsourcedJudgement, entry.at);
  const listed = findEntry(entry, 'sources');
  const single = findEntry(entry, 'source')?.at;
  return sources.map((id, index) => ({
    id,
    at: (listed?.kind === 'list' ? listed.items[index]?.at : single) ?? entry.at,
  }));
}
