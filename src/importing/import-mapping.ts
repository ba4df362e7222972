/**
 * A mapping of another program's graph: a YAML file in the words of the mappings of tables.
 *
 * `nodes` and `edges` are entries with holes, filled for each node and each edge of the foreign graph; a hole names an
 * attribute, or `id`, and of an edge `source` and `target`: there the ids that the mapping made for both ends. Without
 * `nodes`, or without `edges`, those of the graph are taken by their own names.
 */
import type { SourceFile } from '../base/source-file.ts';
import type { FactSet } from '../loading/fact-set.ts';
import { describe, findEntry, type Located, type LocatedMap } from '../loading/located.ts';
import { notAList, notAnEntry, unknownKey } from '../loading/problems.ts';
import { readYaml } from '../loading/read-yaml.ts';
import { notAnImportMapping } from './problems.ts';

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
  const mapping = readYaml(file, set.problems);
  if (mapping?.kind !== 'map') {
    if (mapping || !set.problems.hasErrors) {
      set.problems.error(
        notAnImportMapping,
        mapping?.at ?? file.positionAt(0),
        mapping ? describe(mapping) : 'nothing',
      );
    }
    return undefined;
  }
  for (const [key, { keyAt }] of mapping.entries) {
    if (!keys.includes(key)) set.problems.error(unknownKey, keyAt, key, 'mapping', keys);
  }
  return {
    nodes: only(mapping, 'nodes'),
    edges: only(mapping, 'edges'),
    sources: readSourceEntries(findEntry(mapping, 'sources'), set),
    head: only(mapping, undefined) ?? mapping,
  };
}

/** The mapping with one of its two lists and without what no mapping of a table has. */
function only(mapping: LocatedMap, list: 'nodes' | 'edges' | undefined): LocatedMap | undefined {
  if (list !== undefined && !mapping.entries.has(list)) return undefined;
  const kept = [...mapping.entries].filter(([key]) => key === list || key === 'source' || key === 'lookups');
  return { ...mapping, entries: new Map(kept) };
}

function readSourceEntries(list: Located | undefined, set: FactSet): LocatedMap[] {
  if (!list) return [];
  if (list.kind !== 'list') {
    set.problems.error(notAList, list.at, 'sources', describe(list));
    return [];
  }
  return list.items.flatMap((item) => {
    if (item.kind === 'map') return [typed(item)];
    set.problems.error(notAnEntry, item.at, 'sources', describe(item));
    return [];
  });
}

/** What is listed as a source is one, whether it says so or not. */
const typed = (entry: LocatedMap): LocatedMap => ({
  ...entry,
  entries: new Map([
    ['type', { keyAt: entry.at, value: { kind: 'scalar', value: 'Source', text: 'Source', at: entry.at } }],
    ...entry.entries,
  ]),
});
