/**
 * Facts as the files of a folder of facts: `sources.yaml`, and a dossier for each node type with its nodes and the edges
 * that go out from them; or as one dossier, to be put beside others.
 *
 * In a folder, nodes and edges come in the order of their ids, so that saving again after a small change gives a small
 * diff.
 */
import { groupBy } from '../../base/group-by.ts';
import type { Claim } from '../../facts/claim.ts';
import type { EdgeFact, NodeFact } from '../../facts/fact.ts';
import type { NodeType, Ontology } from '../../ontology/ontology.ts';
import { entryOfEdge, entryOfNode } from './entries-of-facts.ts';
import { type Entry, printEntries, printPair } from './print-entries.ts';

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
  const entryOf = entriesOfNodes(ontology, facts);
  const types = new Map(facts.nodes.map((it) => [it.id, it.type]));
  const nodesByType = groupBy(facts.nodes.toSorted(byId), (it) => it.type);
  const edgesByType = groupBy(facts.edges.toSorted(byEnds), (it) => types.get(it.from));
  const texts = new Map<string, string>();
  for (const type of ontology.nodeTypes.values()) {
    const nodes = (nodesByType.get(type.name) ?? []).map(entryOf);
    const edges = (edgesByType.get(type.name) ?? []).map((edge) => entryOfEdge(ontology, edge));
    const isSource = type.name === 'Source';
    if (isSource && nodes.length > 0) texts.set('sources.yaml', printEntries(nodes.map(withoutType), 0));
    const lists = { nodes: isSource ? [] : nodes, edges };
    if (lists.nodes.length + edges.length > 0) {
      texts.set(`dossiers/${fileName(type)}.yaml`, printLists(titleOf(type), lists));
    }
  }
  return texts;
}

/**
 * The text of one dossier: sources, other nodes, edges, in their order. Claims about nodes that are not among them extend
 * those. Old ids of such nodes have no place in a dossier of its own, and are left out.
 */
export function printDossier(ontology: Ontology, title: string, facts: FactsToSave): string {
  const entryOf = entriesOfNodes(ontology, facts);
  const own = new Set(facts.nodes.map((it) => it.id));
  const strangers = new Set(facts.claims.map((it) => it.node).filter((it) => !own.has(it)));
  const extensions = [...strangers].map((id) => ({
    extend: id,
    claims: entryOf({ id, type: '', properties: {} }).claims,
  }));
  const isSource = (it: NodeFact): boolean => it.type === 'Source';
  return printLists(title, {
    sources: facts.nodes.filter(isSource).map((it) => withoutType(entryOf(it))),
    nodes: [...facts.nodes.filter((it) => !isSource(it)).map(entryOf), ...extensions],
    edges: facts.edges.map((edge) => entryOfEdge(ontology, edge)),
  });
}

function entriesOfNodes(ontology: Ontology, facts: FactsToSave): (node: NodeFact) => Entry {
  const claims = groupBy(facts.claims, (it) => it.node);
  const replaces = groupBy(facts.redirects.keys(), (it) => facts.redirects.get(it));
  return (node) => entryOfNode(ontology, node, { claims: claims.get(node.id), replaces: replaces.get(node.id) });
}

/** A dossier of the lists that have entries. */
function printLists(title: string, lists: Readonly<Record<string, readonly Entry[]>>): string {
  const filled = Object.entries(lists).filter(([, entries]) => entries.length > 0);
  const printed = filled.map(([key, entries]) => `${key}:\n${printEntries(entries, 2)}`);
  return [printPair('title', title, 0), ...printed].join('\n');
}

const withoutType = ({ type: _, ...entry }: Entry): Entry => entry;

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
