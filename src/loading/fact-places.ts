/**
 * The way back from a fact to the very word that says a part of it.
 *
 * A fact keeps one place, its entry; a problem wants the cell or the value at fault. Entries of YAML are remembered;
 * rows of tables are read again when a place is asked for, since a million rows have no room for a place a cell.
 */
import type { Position } from '../base/problem.ts';
import type { Claim } from '../facts/claim.ts';
import type { EdgeFact, NodeFact } from '../facts/fact.ts';
import { findEntry, type Located, type LocatedMap } from './located.ts';

export type AnyFact = NodeFact | EdgeFact | Claim;

/** An entry of a dossier, and which of its listed ends an edge has. */
export interface FactEntry {
  readonly entry: LocatedMap;
  readonly fromIndex?: number;
  readonly toIndex?: number;
  /** Where the default source stands that the entry cites by saying nothing. */
  readonly defaultSourceAt?: Position | undefined;
}

/** Reads the row of a table again that made a fact. */
export type RowFinder = (fact: AnyFact) => FactEntry | undefined;

export class FactPlaces {
  readonly #entries = new Map<AnyFact, FactEntry>();
  readonly #tables = new Map<string, RowFinder>();

  /** Remembers where a fact stands, unless it is a row of a table. */
  remember(fact: AnyFact, entry: FactEntry): void {
    if (!fact.at || !this.#tables.has(fact.at.file)) this.#entries.set(fact, entry);
  }

  /** A fact that takes another's place stands where that one stood. */
  rememberAs(fact: AnyFact, earlier: AnyFact): void {
    const known = this.#entries.get(earlier);
    if (known) this.#entries.set(fact, known);
  }

  /** For a fact that is read elsewhere too, or of which no part is at fault: a million of them have no room for entries. */
  forget(fact: AnyFact): void {
    this.#entries.delete(fact);
  }

  /** Makes known how rows of a file are read again; before its facts are remembered. */
  rememberTable(file: string, find: RowFinder): void {
    this.#tables.set(file, find);
  }

  /**
   * Where a part of a fact stands: `from`, `to`, `id`, `sources`, or a property; `index` tells the items of a list.
   * The place of the whole entry where the part has none of its own.
   */
  of(fact: AnyFact, part: string, index = 0): Position | undefined {
    const known = this.#entries.get(fact) ?? (fact.at && this.#tables.get(fact.at.file)?.(fact));
    return (known && placeInEntry(known, part, index)) ?? fact.at;
  }
}

function placeInEntry(known: FactEntry, part: string, index: number): Position | undefined {
  const { entry } = known;
  if (part === 'sources') return sourcePlace(known, index);
  const value = findEntry(entry, part);
  if (part === 'from') return itemPlace(value, known.fromIndex ?? 0);
  if (part === 'to') return itemPlace(value, known.toIndex ?? 0);
  return itemPlace(value, index);
}

function sourcePlace({ entry, defaultSourceAt }: FactEntry, index: number): Position | undefined {
  const listed = findEntry(entry, 'sources');
  const cited = listed?.kind === 'list' ? listed.items[index] : listed;
  if (cited?.kind === 'map') return findEntry(cited, 'id')?.at ?? cited.at;
  return cited?.at ?? findEntry(entry, 'source')?.at ?? defaultSourceAt;
}

function itemPlace(value: Located | undefined, index: number): Position | undefined {
  return value?.kind === 'list' ? (value.items[index]?.at ?? value.at) : value?.at;
}
