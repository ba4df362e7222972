/**
 * Facts as one dossier, to be put beside others: what an import adds.
 */
import { groupBy } from '../../base/group-by.ts';
import type { Ontology } from '../../ontology/ontology.ts';
import { entryOfEdge, entryOfNode } from './entries-of-facts.ts';
import type { FactsToSave } from './print-dossiers.ts';
import { printEntries, printPair } from './print-entries.ts';

/**
 * The text of the dossier: sources, other nodes, edges, in their order. Claims about nodes that are not among them extend
 * those. Old ids of such nodes have no place in a dossier of its own, and are left out.
 */
export function printDossier(ontology: Ontology, title: string, facts: FactsToSave): string {
  const claims = groupBy(facts.claims, (it) => it.node);
  const replaces = groupBy(facts.redirects.keys(), (it) => facts.redirects.get(it));
  const own = new Set(facts.nodes.map((it) => it.id));
  const nodes = facts.nodes.map((node) => ({
    isSource: node.type === 'Source',
    entry: entryOfNode(ontology, node, { claims: claims.get(node.id), replaces: replaces.get(node.id) }),
  }));
  const extensions = [...claims].flatMap(([id, those]) => {
    if (own.has(id)) return [];
    const { claims: entries } = entryOfNode(ontology, { id, type: '', properties: {} }, { claims: those });
    return [{ extend: id, claims: entries }];
  });
  const lists = {
    sources: nodes.filter((it) => it.isSource).map(({ entry: { type: _, ...entry } }) => entry),
    nodes: [...nodes.filter((it) => !it.isSource).map((it) => it.entry), ...extensions],
    edges: facts.edges.map((edge) => entryOfEdge(ontology, edge)),
  };
  const printed = Object.entries(lists).flatMap(([key, entries]) =>
    entries.length === 0 ? [] : [`${key}:\n${printEntries(entries, 2)}`],
  );
  return [printPair('title', title, 0), ...printed].join('\n');
}
