/**
 * Entries by a mapping, a YAML file in the words of the mappings of tables.
 *
 * `nodes` and `edges` are entries with holes, filled for each node and each edge of the foreign graph; a hole names an
 * attribute, or `id`, and of an edge `source` and `target`: there the ids that the mapping made for both ends. Without
 * `nodes`, or without `edges`, those of the graph are taken by their own names. An attribute whose name is one of these has a
 * `_` behind it: `{source_}`.
 */

import { detached, findEntry, type Located, type LocatedMap } from '../base/located.ts';
import { readYaml } from '../base/read-yaml.ts';
import type { SourceFile } from '../base/source-file.ts';
import type { FactSet } from '../loading/entries/fact-set.ts';
import { checkKeys, readEntryList } from '../loading/entries/read-values.ts';
import { wrongForm } from '../loading/reading/problems.ts';
import { isRepeated as isAgain } from '../loading/tables/entry-template.ts';
import { readMapping } from '../loading/tables/read-mapping.ts';
import type { EdgeEntry, LeftOut } from './entries.ts';
import type { ForeignGraph } from './foreign-graph.ts';
import { type ForeignRows, rowsOfEdges, rowsOfNodes } from './foreign-rows.ts';
import { endNotInFile, unmappedEnd } from './problems.ts';

export interface ImportMapping {
  /** What `nodes` and `edges` say; undefined where the graph's own names are meant. */
  readonly nodes: LocatedMap | undefined;
  readonly edges: LocatedMap | undefined;
  /** Sources that the entries cite and the graph may lack. */
  readonly sources: readonly LocatedMap[];
  /** The head that both share: `source` and `lookups`. */
  readonly head: LocatedMap;
}

const keys = ['title', 'description', 'source', 'sources', 'lookups', 'nodes', 'edges'];

/** The mapping in a file; undefined and problems where it is none. */
export function readImportMapping(file: SourceFile, set: FactSet): ImportMapping | undefined {
  const { problems } = set;
  const mapping = readYaml(file, problems);
  if (mapping?.kind !== 'map') {
    const nothing: Located = { kind: 'scalar', value: null, text: '', at: file.positionAt(0) };
    if (mapping || !problems.hasErrors) problems.error(wrongForm, mapping ?? nothing, 'mapping');
    return undefined;
  }
  checkKeys(mapping, 'mapping', keys, problems);
  const listed = findEntry(mapping, 'sources');
  return {
    nodes: only(mapping, 'nodes'),
    edges: only(mapping, 'edges'),
    sources: listed ? readEntryList(listed, 'sources', problems).map(typed) : [],
    head: only(mapping, undefined) ?? mapping,
  };
}

/** The mapping with one of its two lists and without what no mapping of a table has. */
function only(mapping: LocatedMap, list: 'nodes' | 'edges' | undefined): LocatedMap | undefined {
  if (list !== undefined && !mapping.entries.has(list)) return undefined;
  const kept = [...mapping.entries].filter(([key]) => key === list || key === 'source' || key === 'lookups');
  return { ...mapping, entries: new Map(kept) };
}

/** What is listed as a source is one, whether it says so or not. */
const typed = (entry: LocatedMap): LocatedMap => ({
  ...entry,
  entries: new Map([
    ['type', { keyAt: entry.at, value: { kind: 'scalar', value: 'Source', text: 'Source', at: entry.at } }],
    ...entry.entries,
  ]),
});

export interface MappedNodes {
  readonly entries: LocatedMap[];
  /** The id that the mapping gives to a foreign node: that of its first entry. */
  readonly idOf: ReadonlyMap<string, string>;
  /** Foreign nodes of which no entry could be made, for a reason that the problems tell. */
  readonly faulty: ReadonlySet<string>;
}

/** The entries of the nodes. */
export function mappedNodeEntries(foreign: ForeignGraph, mapping: LocatedMap, set: FactSet): MappedNodes {
  const { nodes } = foreign;
  const idOf = new Map<string, string>();
  const faulty = new Set<string>();
  const entries: LocatedMap[] = [];
  const rows = rowsOfNodes(foreign);
  for (const { entry, row, isFaulty } of filled(rows, mapping, set)) {
    if (isFaulty) faulty.add(nodes[row]!.id);
    if (!entry) continue;
    entries.push(entry);
    const id = findEntry(entry, 'id') ?? findEntry(entry, 'extend');
    if (id?.kind === 'scalar' && !idOf.has(nodes[row]!.id)) idOf.set(nodes[row]!.id, id.text);
  }
  rows.warnOfShadows(mapping, set);
  return { entries, idOf, faulty };
}

/**
 * The entries of the edges. One whose end the mapping leaves out is left out with a warning; one whose end is refused is
 * refused with it.
 */
export function* mappedEdgeEntries(
  foreign: ForeignGraph,
  mapping: LocatedMap,
  ends: { readonly idOf: (foreign: string) => string | undefined; readonly faulty: ReadonlySet<string> | undefined },
  set: FactSet,
  leftOut: LeftOut,
): Generator<EdgeEntry> {
  const { idOf, faulty } = ends;
  const inFile = new Set(foreign.nodes.map(({ id }) => id));
  const kept = foreign.edges.filter(({ from, to, at }) => {
    const lost = [from, to].find((it) => idOf(it) === undefined);
    if (lost === undefined) return true;
    if (faulty?.has(from) || faulty?.has(to)) leftOut.refused += 1;
    else if (inFile.has(lost)) set.problems.warning(unmappedEnd, at, lost);
    else {
      set.problems.error(endNotInFile, at, lost);
      leftOut.refused += 1;
    }
    return false;
  });
  const rows = rowsOfEdges(foreign, kept, idOf);
  const used = new Set<number>();
  for (const { entry, row, isRepeated, isFaulty } of filled(rows, mapping, set)) {
    if (entry || isRepeated || isFaulty) used.add(row);
    if (isRepeated) leftOut.repeated += 1;
    // Which end is the source, the mapping has said.
    else if (entry) yield { entry, directed: true, isMirror: kept[row]?.isMirror };
  }
  leftOut.unmappedEdges += kept.length - used.size;
  rows.warnOfShadows(mapping, set);
}

interface Filled {
  readonly entry: LocatedMap | undefined;
  readonly row: number;
  readonly isFaulty: boolean;
  readonly isRepeated: boolean;
}

function* filled(rows: ForeignRows, mapping: LocatedMap, set: FactSet): Generator<Filled> {
  // Which columns there are, nothing tells where there is not one row.
  if (rows.count === 0) return;
  const { problems } = set;
  const { templates } = readMapping(mapping, rows.columns, set);
  const once = new Map<string, string>();
  for (let row = 0; rows.next(); row++) {
    for (const template of templates) {
      const before = problems.errorCount;
      const entry = template.fill(rows, problems);
      const isRepeated = entry !== undefined && template.once && isAgain(entry, once);
      const isFaulty = problems.errorCount > before;
      yield { entry: entry && !isRepeated ? detached(entry) : undefined, row, isFaulty, isRepeated };
    }
  }
}
