/**
 * Facts as the files of a folder of facts: `sources.yaml`, and a dossier for each node type with its nodes and the edges
 * that go out from them.
 *
 * Nodes and edges come in the order of their ids, so that saving again after a small change gives a small diff.
 */
import { groupBy } from '../../base/group-by.ts';
import type { Claim } from '../../facts/claim.ts';
import type { EdgeFact, NodeFact } from '../../facts/fact.ts';
import type { NodeType, Ontology } from '../../ontology/ontology.ts';
import { entryOfEdge, entryOfNode } from './entries-of-facts.ts';
import { printEntries, printPair } from './print-entries.ts';

export interface FactsToSave {
  readonly nodes: readonly NodeFact[];
  /** Stated edges; whoever saves leaves conclusions out. */
  readonly edges: readonly EdgeFact[];
  readonly claims: readonly Claim[];
  /** Old ids with the ids that are meant now. */
  readonly redirects: ReadonlyMap<string, string>;
}

/** The texts of the files, by their paths below the folder. */
export function printDossiers(ontology: Ontology, facts: FactsToSave): Map<string, string> {
  const claims = groupBy(facts.claims, (it) => it.node);
  const replaces = groupBy(facts.redirects.keys(), (it) => facts.redirects.get(it));
  const types = new Map(facts.nodes.map((it) => [it.id, it.type]));
  const nodesByType = groupBy(facts.nodes.toSorted(byId), (it) => it.type);
  const edgesByType = groupBy(facts.edges.toSorted(byEnds), (it) => types.get(it.from));
  const texts = new Map<string, string>();
  for (const type of ontology.nodeTypes.values()) {
    const nodes = (nodesByType.get(type.name) ?? []).map((node) =>
      entryOfNode(ontology, node, { claims: claims.get(node.id), replaces: replaces.get(node.id) }),
    );
    const edges = (edgesByType.get(type.name) ?? []).map((edge) => entryOfEdge(ontology, edge));
    const isSource = type.name === 'Source';
    if (isSource && nodes.length > 0) texts.set('sources.yaml', printEntries(nodes.map(withoutType), 0));
    const inDossier = isSource ? [] : nodes;
    if (inDossier.length + edges.length === 0) continue;
    const lists = [
      ...(inDossier.length > 0 ? [`nodes:\n${printEntries(inDossier, 2)}`] : []),
      ...(edges.length > 0 ? [`edges:\n${printEntries(edges, 2)}`] : []),
    ];
    texts.set(`dossiers/${fileName(type)}.yaml`, [printPair('title', titleOf(type), 0), ...lists].join('\n'));
  }
  return texts;
}

const withoutType = ({ type: _, ...entry }: ReturnType<typeof entryOfNode>) => entry;

const byId = (a: NodeFact, b: NodeFact): number => compare(a.id, b.id);
const byEnds = (a: EdgeFact, b: EdgeFact): number =>
  compare(a.from, b.from) || compare(a.type, b.type) || compare(a.to, b.to) || compare(a.id, b.id);
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** `unnamed-groups` for `unnamedGroups`. */
const fileName = ({ plural }: NodeType): string => plural.replace(/[A-Z]/g, (it) => `-${it.toLowerCase()}`);

const titleOf = (type: NodeType): string => {
  const words = fileName(type).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
