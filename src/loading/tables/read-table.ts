/**
 * A table of facts: every row fills the entries of the mapping, and each filled entry is read like one of a dossier.
 */
import { composed } from '../../base/composed.ts';
import { detached, findEntry, type Located, type LocatedMap } from '../../base/located.ts';
import type { Position } from '../../base/problem.ts';
import { ProblemList } from '../../base/problem-list.ts';
import type { SourceFile } from '../../base/source-file.ts';
import type { AnyFact, FactEntry, FactSet } from '../entries/fact-set.ts';
import { readEdge } from '../entries/read-edge.ts';
import { readNode } from '../entries/read-node.ts';
import { itemsOf } from '../entries/read-values.ts';
import { CsvCursor } from '../reading/csv-cursor.ts';
import { badColumns, brokenRow, emptyTable, rowWithoutEntry, unevenRow } from '../reading/problems.ts';
import { type EntryTemplate, isRepeated } from './entry-template.ts';
import { type Mapping, readMapping, readSeparator } from './read-mapping.ts';
import { RepeatedRows } from './repeated-rows.ts';

/** Reads the rows of `table` into the set, as `mapping` (the value of the file named `mapFile`) says. */
export function readTable(table: SourceFile, mapping: Located, mapFile: string, set: FactSet): void {
  const separator = readSeparator(mapping, set);
  const rows = new CsvCursor(table, separator);
  const columns = readColumns(rows, set);
  if (!columns) return;
  const before = set.problems.errorCount;
  const read = readMapping(mapping, columns, set);
  if (set.problems.errorCount > before) set.incomplete = true;
  set.rememberTable(table.name, (fact) => {
    const again = new CsvCursor(table, separator, fact.at?.line);
    const found = findAgain(fact, again, read);
    again.close();
    return found;
  });
  readRows(rows, columns.length, read, mapFile, set);
}

function readColumns(rows: CsvCursor, set: FactSet): string[] | undefined {
  const found = rows.next() && !rows.fault;
  const columns = Array.from({ length: rows.count }, (_, i) => rows.cell(i).trim());
  const { fault } = rows;
  if (fault) set.problems.error(brokenRow, fault);
  else if (!found) set.problems.error(emptyTable, rows.file.name);
  const seen = new Set<string>();
  columns.forEach((name, i) => {
    if (seen.has(name)) set.problems.error(() => badColumns(rows.placeOf(i), name));
    seen.add(name);
  });
  return found ? columns : undefined;
}

function readRows(rows: CsvCursor, width: number, mapping: Mapping, mapFile: string, set: FactSet): void {
  const { problems } = set;
  const faulty = new Set<EntryTemplate>();
  const once = new Map<string, string>();
  const repeated = mapping.templates.map((it) => RepeatedRows.of(it, set.ontology, set.edges));
  const lost = new LostRows();
  while (rows.next()) {
    const { fault } = rows;
    if (fault || rows.count !== width) {
      if (fault) problems.error(brokenRow, fault);
      else problems.error(unevenRow, rows.placeOf(Math.min(width, rows.count - 1)), rows.count, width);
      set.incomplete = true;
      if (fault?.last) break;
      continue;
    }
    const errorsBefore = problems.errorCount;
    // What `only` leaves out, the mapping has left out.
    let [isMeant, isUsed] = [false, faulty.size > 0];
    for (const [i, template] of mapping.templates.entries()) {
      if (faulty.has(template) || !template.isFor(rows)) continue;
      isMeant = true;
      if (repeated[i]?.add(rows)) {
        isUsed = true;
        continue;
      }
      const [before, told, edges] = [problems.errorCount, problems.told, set.edges.length];
      const entry = template.fill(rows, problems);
      isUsed ||= entry !== undefined;
      if (!entry || (template.once && isRepeated(entry, once))) continue;
      // What extends a node is understood only when all nodes are known, long after the next row.
      const lasting = entry.entries.has('extend') ? detached(entry) : entry;
      if (template.kind === 'node') readNode(lasting, set, mapping.defaultSource);
      else readEdge(entry, set, mapping.defaultSource);
      if (problems.told === told && set.edges.length === edges + 1) repeated[i]?.learn(rows, edges);
      // A fault of the mapping itself is reported once, not for every row.
      if (problems.errorCount > before && problems.madeSince(before).some((it) => it.at?.file === mapFile)) {
        faulty.add(template);
        set.incomplete = true;
      }
    }
    if (isMeant && !isUsed && problems.errorCount === errorsBefore) lost.add(rows);
  }
  lost.tell(problems);
}

/** Rows that say something and of which nothing comes, because a cell is empty that each entry of the mapping needs. */
class LostRows {
  #count = 0;
  #first: Position | undefined;

  add(row: CsvCursor): void {
    for (let i = 0; i < row.count; i++) {
      if (row.cell(i).trim() === '') continue;
      this.#count += 1;
      this.#first ??= row.placeOf(i);
      return;
    }
  }

  tell(problems: ProblemList): void {
    if (this.#count > 0) problems.warning(rowWithoutEntry, this.#first, this.#count);
  }
}

/** The entry that made a fact, from a cursor before its row. */
function findAgain(fact: AnyFact, row: CsvCursor, mapping: Mapping): FactEntry | undefined {
  if (!row.next()) return undefined;
  for (const template of mapping.templates) {
    const entry = template.fill(row, new ProblemList());
    const found = entry && matches(fact, entry, mapping);
    if (found) return found;
  }
  return undefined;
}

function matches(fact: AnyFact, entry: LocatedMap, { defaultSource }: Mapping): FactEntry | undefined {
  const defaultSourceAt = defaultSource?.at;
  if ('from' in fact) {
    const [fromIndex, toIndex] = [indexIn(entry, 'from', fact.from), indexIn(entry, 'to', fact.to)];
    const isSame = indexIn(entry, 'edge', fact.type) === 0 && fromIndex !== -1 && toIndex !== -1;
    return isSame ? { entry, fromIndex, toIndex, defaultSourceAt } : undefined;
  }
  const id = 'node' in fact ? fact.node : fact.id;
  return indexIn(entry, 'id', id) === 0 ? { entry, defaultSourceAt } : undefined;
}

/** Which of the texts under a key is this one; -1 when none is. */
function indexIn(entry: LocatedMap, key: string, text: string): number {
  const value = findEntry(entry, key);
  return value ? itemsOf(value).findIndex((it) => it.kind === 'scalar' && composed(it.text) === text) : -1;
}
