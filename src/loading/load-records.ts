/**
 * A caller's plain records to facts: the entries of a dossier as JavaScript objects, under the same rules.
 */

import { type Located, type LocatedEntry, locate } from '../base/located.ts';
import type { Problem } from '../base/problem.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { FactSet } from './entries/fact-set.ts';
import { readDossier } from './entries/read-dossier.ts';
import { type CheckedFacts, joinFacts } from './joining/join-facts.ts';

/** Entries as a dossier has them: `{ id, type, name, … }`, `{ from, edge, to, when, … }`. */
export interface GraphRecords {
  readonly sources?: readonly Readonly<Record<string, unknown>>[];
  readonly nodes?: readonly Readonly<Record<string, unknown>>[];
  readonly edges?: readonly Readonly<Record<string, unknown>>[];
  /** The source that entries cite when they say nothing. */
  readonly source?: string;
}

export interface RecordFacts extends CheckedFacts {
  readonly problems: readonly Problem[];
  /** How many more problems there are. */
  readonly unshown: number;
}

/** No facts, where there are errors: nobody is to work on half of them. */
export const noFactsAtAll: CheckedFacts = { nodes: [], edges: [], claims: [], redirects: new Map() };

/**
 * The facts of plain records; none where there are errors. The place of a problem is a list and a number in it:
 * `nodes:3:1` is the third of `nodes`.
 * @example
 * loadRecords(ontology, { nodes: [{ id: 'state:kaz', type: 'State', name: 'Kazakhstan' }] })
 */
export function loadRecords(ontology: Ontology, records: GraphRecords): RecordFacts {
  const set = new FactSet(ontology);
  readDossier(locateRecords(records), set);
  const facts = joinFacts(set);
  const { problems } = set;
  return { ...(problems.hasErrors ? noFactsAtAll : facts), problems: problems.shown(), unshown: problems.unshown };
}

/** Records with their places: a list, and a number in it. */
export function locateRecords(records: GraphRecords): Located {
  const entries = Object.entries(records)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]): [string, LocatedEntry] => [key, { keyAt: undefined, value: locateList(key, value) }]);
  return { kind: 'map', entries: new Map(entries), at: undefined };
}

function locateList(key: string, value: unknown): Located {
  if (!Array.isArray(value)) return locate(value);
  const items = value.map((it, i) => locate(it, { file: key, line: i + 1, column: 1 }));
  return { kind: 'list', items, at: undefined };
}
