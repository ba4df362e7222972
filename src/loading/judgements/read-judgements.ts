/**
 * `judgements.yaml` to judgements: which ids, why, and what shows it.
 */
import type { FactSet } from '../fact-set.ts';
import { describe, findEntry, type Located, type LocatedMap } from '../located.ts';
import { missingKey, notAnEntry, unknownKey } from '../problems.ts';
import { readCitations } from '../read-citations.ts';
import { readId, readText } from '../read-text.ts';
import type { JudgedId, Judgement } from './judgement.ts';
import { notJudgements, tooFewIds, unsaidJudgement, unsourcedJudgement } from './problems.ts';

const keys = ['same-as', 'different-from', 'reason', 'source', 'sources', 'locator', 'locators'];

/** The judgements of a file; those with a fault are reported and left out. */
export function readJudgements(list: Located, set: FactSet): Judgement[] {
  if (list.kind !== 'list') {
    set.problems.error(notJudgements, list.at, describe(list));
    return [];
  }
  return list.items.flatMap((item) => {
    if (item.kind !== 'map') {
      set.problems.error(notAnEntry, item.at, 'judgements', describe(item));
      return [];
    }
    return readJudgement(item, set) ?? [];
  });
}

function readJudgement(entry: LocatedMap, set: FactSet): Judgement | undefined {
  const { problems } = set;
  const before = problems.errorCount;
  for (const [key, { keyAt }] of entry.entries) {
    if (!keys.includes(key)) problems.error(unknownKey, keyAt, key, 'judgement', keys);
  }
  const [same, different] = [findEntry(entry, 'same-as'), findEntry(entry, 'different-from')];
  const named = same ?? different;
  // A key that was misspelt is told already.
  if ((!named || (same && different)) && problems.errorCount === before) problems.error(unsaidJudgement, entry.at);
  const says = same ? 'same-as' : 'different-from';
  const ids = named ? readJudgedIds(named, says, set) : [];
  const why = findEntry(entry, 'reason');
  if (!why) problems.error(missingKey, entry.at, 'judgement', 'reason');
  const reason = why && readText(why, 'reason', set);
  const sources = readSources(entry, set);
  return problems.errorCount === before && reason !== undefined ? { says, ids, reason, sources } : undefined;
}

function readJudgedIds(named: Located, key: string, set: FactSet): JudgedId[] {
  const items = named.kind === 'list' ? named.items : [named];
  const ids = items.flatMap((item) => {
    const id = readId(item, key, set);
    return id === undefined ? [] : [{ id, at: item.at }];
  });
  if (items.length < 2 || new Set(ids.map((it) => it.id)).size < ids.length) {
    set.problems.error(tooFewIds, named.at, key);
  }
  return ids;
}

function readSources(entry: LocatedMap, set: FactSet): JudgedId[] {
  const before = set.problems.errorCount;
  const { sources } = readCitations(entry, set, undefined);
  if (sources.length === 0 && set.problems.errorCount === before) set.problems.error(unsourcedJudgement, entry.at);
  const listed = findEntry(entry, 'sources');
  const single = findEntry(entry, 'source')?.at;
  return sources.map((id, index) => ({
    id,
    at: (listed?.kind === 'list' ? listed.items[index]?.at : single) ?? entry.at,
  }));
}
