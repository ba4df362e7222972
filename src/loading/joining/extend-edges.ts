/**
 * Citations of statements that another entry makes: each is added to that statement, wherever it stands, in a dossier or in
 * a row of a table. Who cites keeps no copy of it, so nothing is stated twice, and taking the citation out changes one file.
 */
import { groupBy } from '../../base/group-by.ts';
import type { EdgeFact } from '../../facts/fact.ts';
import type { FactSet } from '../entries/fact-set.ts';
import { statementNotFound } from '../problems.ts';
import { withCitationsOf } from './citations.ts';
import { followInEdge } from './follow-redirects.ts';

/** Adds the citations of all extensions of the set to its edges. */
export function extendEdges(set: FactSet, redirects: ReadonlyMap<string, string>): void {
  if (set.edgeExtensions.length === 0) return;
  const followed = set.edgeExtensions.map((it) => {
    const symmetric = set.ontology.edgeTypes.get(it.type)?.symmetric ?? false;
    return followInEdge(it, (id) => redirects.get(id) ?? id, symmetric);
  });
  const citing = new Map(groupBy(followed, (it) => it.id));
  const changes = new Map<number, EdgeFact>();
  for (let edge = 0; edge < set.edges.length; edge++) {
    const id = set.edges.idOf(edge);
    const extensions = citing.get(id);
    if (extensions) changes.set(edge, extensions.reduce(withCitationsOf, set.edges.fact(edge)));
    citing.delete(id);
  }
  set.changeEdges(changes);
  for (const [id, [first]] of citing)
    if (first && !set.incomplete && !set.faultyIds.has(id)) set.problems.error(statementNotFound, first);
}
