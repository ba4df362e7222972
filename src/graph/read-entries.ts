/**
 * Entries of an edit, read as those of a dossier are, and judged each by itself.
 */
import type { Claim } from '../facts/claim.ts';
import { extendNodes } from '../loading/extend-nodes.ts';
import { FactSet } from '../loading/fact-set.ts';
import { type GraphRecords, locateRecords } from '../loading/facts-of-records.ts';
import { graphHasProblems } from '../loading/graph-has-problems.ts';
import { readDossier } from '../loading/read-dossier.ts';
import type { DraftGraph } from '../store/draft-graph.ts';

/**
 * What entries say. A node of the draft that an entry extends is among the nodes, with its claims in the set.
 *
 * Throws `graph-has-problems` when an entry is wrong in itself.
 */
export function readEntries(
  draft: DraftGraph,
  claims: ReadonlyMap<string, readonly Claim[]>,
  entries: GraphRecords,
): FactSet {
  const set = new FactSet(draft.ontology);
  readDossier(locateRecords(entries), set);
  for (const id of new Set(set.extensions.map((it) => it.id))) {
    if (!draft.graphology.hasNode(id)) continue;
    set.nodes.push(draft.graphology.getNodeAttribute(id, 'fact'));
    set.claims.push(...(claims.get(id) ?? []));
  }
  extendNodes(set, new Map());
  if (set.problems.hasErrors) throw graphHasProblems('the edit', set.problems.shown(), set.problems.unshown);
  return set;
}
