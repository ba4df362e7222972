/**
 * A caller's plain records to facts: the entries of a dossier as JavaScript objects, under the same rules.
 */

import { type Located, type LocatedEntry, type LocatedMap, locate } from '../base/located.ts';
import type { Problem } from '../base/problem.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { FactSet } from './entries/fact-set.ts';
import { type EntryList, readDossier } from './entries/read-dossier.ts';
import { readEntryList } from './entries/read-values.ts';
import { type CheckedFacts, joinColumns, noFactsAtAll, withEdges } from './joining/join-facts.ts';
import { wrongEntry } from './reading/problems.ts';

/** A list, or whatever gives one entry after the other, such as a generator. */
export type RecordList = Iterable<Readonly<Record<string, unknown>>>;

/** Entries as a dossier has them: `{ id, type, name, … }`, `{ from, edge, to, when, … }`. */
export interface GraphRecords {
  readonly sources?: RecordList;
  readonly nodes?: RecordList;
  readonly edges?: RecordList;
  /** The source that entries cite when they say nothing. */
  readonly source?: string;
}

export interface RecordFacts extends CheckedFacts {
  readonly problems: readonly Problem[];
  /** How many more problems there are. */
  readonly unshown: number;
}

/**
 * The facts of plain records; none where there are errors. The place of a problem is a list and a number in it:
 * `nodes:3:1` is the third of `nodes`.
 * @example
 * loadRecords(ontology, { nodes: [{ id: 'state:kaz', type: 'State', name: 'Kazakhstan' }] })
 */
export function loadRecords(ontology: Ontology, records: GraphRecords): RecordFacts {
  const set = new FactSet(ontology);
  const { sources, nodes, edges, ...others } = records;
  const lists: Readonly<Record<EntryList, unknown>> = { sources, nodes, edges };
  // All of a record has one place, which its fact keeps: a million entries need not be kept beside the facts.
  for (const key in lists) set.rememberTable(key, () => undefined);
  readDossier(locateRecords(others), set, (key) => entriesIn(lists[key], key, set));
  const facts = joinColumns(set);
  const { problems } = set;
  return withEdges({
    ...(problems.hasErrors ? noFactsAtAll() : facts),
    problems: problems.shown(),
    unshown: problems.unshown,
  });
}

/** Entries one after the other, each with its place: none is held when the next is read. */
function* entriesIn(list: unknown, key: EntryList, { problems }: FactSet): Generator<LocatedMap, void, undefined> {
  if (list === undefined || list === null) return;
  if (!isIterable(list)) {
    readEntryList(locate(list), key, problems);
    return;
  }
  let line = 0;
  for (const it of list) {
    const item = locate(it, { file: key, line: ++line, column: 1 });
    if (item.kind === 'map') yield item;
    else problems.error(wrongEntry, item, key);
  }
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

/** Records with their places: a list, and a number in it. */
export function locateRecords(records: GraphRecords): Located {
  const entries = Object.entries(records)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]): [string, LocatedEntry] => [key, { keyAt: undefined, value: locateList(key, value) }]);
  return { kind: 'map', entries: new Map(entries), at: undefined };
}

function locateList(key: string, value: unknown): Located {
  if (!isIterable(value)) return locate(value);
  const items = Array.from(value, (it, i) => locate(it, { file: key, line: i + 1, column: 1 }));
  return { kind: 'list', items, at: undefined };
}
