/**
 * A caller's plain records to facts: the entries of a dossier as JavaScript objects, under the same rules.
 */
import type { Problem } from '../base/problem.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { FactSet } from './fact-set.ts';
import { locate } from './located.ts';
import { readDossier } from './read-dossier.ts';
import { type CheckedFacts, settleFacts } from './settle-facts.ts';

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

/**
 * The facts of plain records; none where there are errors. Problems have no place.
 * @example
 * factsOfRecords(ontology, { nodes: [{ id: 'state:kaz', type: 'State', name: 'Kazakhstan' }] })
 */
export function factsOfRecords(ontology: Ontology, records: GraphRecords): RecordFacts {
  const set = new FactSet(ontology);
  readDossier(locate(records), set);
  const facts = settleFacts(set);
  const none = { nodes: [], edges: [], claims: [], redirects: new Map<string, string>() };
  return {
    ...(set.problems.hasErrors ? none : facts),
    problems: set.problems.shown(),
    unshown: set.problems.unshown,
  };
}
