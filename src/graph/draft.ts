/**
 * A graph under edit: statements are added, changed and taken back in the words of a dossier, and checked as one is.
 *
 * An entry that is wrong in itself is refused at once; what needs all facts is judged by `problems` and `commit`. The
 * graph it came from stays as it is, and so does what follows by rules: conclusions are derived anew at the commit.
 */
import { composed } from '../base/composed.ts';
import { groupBy } from '../base/group-by.ts';
import { isError, type Problem } from '../base/problem.ts';
import { graphHasProblems } from '../base/problem-list.ts';
import type { Claim } from '../facts/claim.ts';
import type { EdgeFact, NodeFact } from '../facts/fact.ts';
import { suggestEdgeTypes } from '../loading/checking/references.ts';
import { FactSet } from '../loading/entries/fact-set.ts';
import { readDossier } from '../loading/entries/read-dossier.ts';
import { withoutSource } from '../loading/joining/citations.ts';
import { type FactColumns, joinColumns } from '../loading/joining/join-facts.ts';
import { extendNodes } from '../loading/joining/merge-nodes.ts';
import { type GraphRecords, locateRecords } from '../loading/load-records.ts';
import { entryOfEdge, entryOfNode } from '../loading/saving/entries-of-facts.ts';
import type { FactsToSave } from '../loading/saving/print-dossiers.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { concludeGraph } from '../rules/apply-rules.ts';
import { getRules } from '../rules/rule.ts';
import { DraftGraph } from '../store/draft-graph.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import { GraphView } from '../views/graph-view.ts';
import * as problems from './problems.ts';
import { statedFacts } from './stated-facts.ts';

/** A draft of the graph; `wrap` makes what a commit returns. */
export function editGraph<Result>(
  graph: KnowledgeGraph,
  wrap: (whole: GraphView, warnings: readonly Problem[]) => Result,
): Draft<Result> {
  const rules = getRules(graph);
  return new Draft(graph.ontology, statedFacts(GraphView.whole(graph)), (facts) => {
    const { graph: made, problems } = concludeGraph(graph.ontology, { ...facts, edges: facts.edgeFacts }, rules);
    if (problems.some(isError)) throw graphHasProblems('the draft', problems);
    return wrap(GraphView.whole(made), problems);
  });
}

/** Keys of an entry with their new values; a key that is undefined is taken away. */
export type Changes = Readonly<Record<string, unknown>>;

export class Draft<Result> {
  readonly #graph: DraftGraph;
  readonly #make: (facts: FactColumns) => Result;
  /** By the node they speak of. */
  readonly #claims: Map<string, readonly Claim[]>;
  readonly #redirects: Map<string, string>;

  /** For `graph.edit()`: `make` turns facts that were checked into a graph. */
  constructor(ontology: Ontology, facts: FactsToSave, make: (facts: FactColumns) => Result) {
    this.#graph = new DraftGraph(ontology, facts);
    this.#claims = groupBy(facts.claims, (it) => it.node);
    this.#redirects = new Map(facts.redirects);
    this.#make = make;
  }

  /**
   * Adds what entries say, in the form of a dossier: `sources`, `nodes` (new ones, or `extend`), `edges`, and `source`
   * for those that cite none. Throws `graph-has-problems`, and nothing is added, when an entry is wrong.
   * @example
   * draft.add({ edges: [{ from: 'state:kaz', edge: 'joined', to: 'initiative:x', when: '2025', source: 'source:y' }] })
   */
  add(entries: GraphRecords): this {
    const read = readEntries(this.#graph, this.#claims, entries);
    const extended = new Set(read.extensions.map((it) => it.id));
    for (const { id } of read.nodes) if (this.#hasNode(id) && !extended.has(id)) throw problems.nodeIsThere(id);
    const added = new Set(read.nodes.map((it) => it.id));
    const ids = new Set<string>();
    for (const edge of read.edges) {
      const end = [edge.from, edge.to].find((it) => !added.has(it) && !this.#hasNode(it));
      if (end !== undefined) throw problems.noSuchNode(end, this.#graph.graphology.nodes());
      if (ids.has(edge.id) || this.#graph.graphology.hasEdge(edge.id)) {
        throw problems.edgeIsThere(edge.from, edge.type, edge.to, edge.id);
      }
      ids.add(edge.id);
    }
    for (const node of read.nodes) this.#putNode(node, read.claims);
    for (const edge of read.edges) this.#graph.putEdge(edge);
    for (const { from, to } of read.redirects) this.#redirects.set(from, to);
    return this;
  }

  /**
   * Changes properties, sources or claims of a node; what is not named stays. A list is put in the place of the old one.
   * @example
   * draft.changeNode('state:kaz', { officialName: 'Republic of Kazakhstan', description: undefined })
   */
  changeNode(id: string, changes: Changes): this {
    const fixed = ['id', 'type', 'extend'].find((it) => it in changes);
    if (fixed !== undefined) throw problems.identityIsFixed(fixed);
    const fact = this.#nodeFact(id);
    const entry = entryOfNode(this.#graph.ontology, fact, { claims: this.#claims.get(fact.id) });
    const read = readEntries(this.#graph, new Map(), { nodes: [changed(entry, changes)] });
    for (const node of read.nodes) this.#putNode(node, read.claims);
    for (const { from, to } of read.redirects) this.#redirects.set(from, to);
    return this;
  }

  /**
   * Changes a stated edge; what is not named stays. Returns its id, which is another one where the change makes it
   * another statement: other ends, occasion, role, kind or start.
   */
  changeEdge(id: string, changes: Changes): string {
    const fact = this.#edgeFact(id);
    const { id: given, ...entry } = entryOfEdge(this.#graph.ontology, fact);
    const wanted = changed({ ...entry, ...(given !== undefined && { id: given }) }, changes);
    const edge = readEntries(this.#graph, new Map(), { edges: [wanted] }).edges.fact(0);
    const end = [edge.from, edge.to].find((it) => !this.#hasNode(it));
    if (end !== undefined) throw problems.noSuchNode(end, this.#graph.graphology.nodes());
    if (edge.id !== fact.id && this.#graph.graphology.hasEdge(edge.id)) {
      throw problems.edgeIsThere(edge.from, edge.type, edge.to, edge.id);
    }
    this.#graph.dropEdge(fact.id);
    this.#graph.putEdge(edge);
    return edge.id;
  }

  /** Takes a node back, with its claims and every edge that ends at it. */
  retractNode(asked: string): this {
    const { id } = this.#nodeFact(asked);
    this.#graph.dropNode(id);
    this.#claims.delete(id);
    for (const [from, to] of this.#redirects) if (to === id) this.#redirects.delete(from);
    return this;
  }

  /** Takes a stated edge back. */
  retractEdge(id: string): this {
    this.#graph.dropEdge(this.#edgeFact(id).id);
    return this;
  }

  /** Takes a source back: what it alone states is gone, what others state as well stays on their word. */
  retractSource(asked: string): this {
    const id = composed(asked);
    const edges = this.#graph.edgeFacts();
    const cited = new Set(edges.flatMap((it) => it.sources));
    if (!cited.has(id) && !this.#hasNode(id)) throw problems.noSuchSource(id, cited);
    for (const edge of edges) {
      const left = withoutSource(edge, id);
      if (left === undefined) this.#graph.dropEdge(edge.id);
      else if (left !== edge) this.#graph.putEdge(left);
    }
    for (const node of this.#graph.nodeFacts()) this.#graph.putNode(withoutSource(node, id) ?? node);
    for (const [node, claims] of this.#claims) {
      this.#claims.set(
        node,
        claims.flatMap((it) => withoutSource(it, id) ?? []),
      );
    }
    return this.#hasNode(id) ? this.retractNode(id) : this;
  }

  /** Puts facts that were read and judged elsewhere, in the place of those with their ids. */
  put({ nodes, edges, claims, redirects }: FactsToSave): this {
    for (const node of nodes) this.#graph.putNode(node);
    for (const edge of edges) this.#graph.putEdge(edge);
    for (const [node, more] of groupBy(claims, (it) => it.node)) {
      this.#claims.set(node, [...(this.#claims.get(node) ?? []), ...more]);
    }
    for (const [from, to] of redirects) this.#redirects.set(from, to);
    return this;
  }

  /** What is wrong with the draft as it is now: at most 50 errors and 50 warnings. */
  problems(): Problem[] {
    return this.#join().set.problems.shown();
  }

  /** The graph of the draft, with all that follows. Throws `graph-has-problems`; the draft can be edited on. */
  commit(): Result {
    const { set, facts } = this.#join();
    const found = set.problems.shown();
    if (found.some(isError)) throw graphHasProblems('the draft', found, set.problems.unshown);
    return this.#make(facts);
  }

  /** All facts looked at together, as those of a folder are. */
  #join(): { set: FactSet; facts: FactColumns } {
    const set = new FactSet(this.#graph.ontology);
    // One by one: a call with a hundred thousand arguments exhausts the stack.
    for (const node of this.#graph.nodeFacts()) set.nodes.push(node);
    for (const edge of this.#graph.edgeFacts()) set.edges.push(edge);
    for (const claims of this.#claims.values()) set.claims.push(...claims);
    for (const [from, to] of this.#redirects) set.redirects.push({ from, to, at: undefined });
    return { set, facts: joinColumns(set) };
  }

  #putNode(node: NodeFact, claims: readonly Claim[]): void {
    this.#graph.putNode(node);
    this.#claims.set(
      node.id,
      claims.filter((it) => it.node === node.id),
    );
  }

  #hasNode(id: string): boolean {
    return this.#graph.graphology.hasNode(id);
  }

  #nodeFact(id: string): NodeFact {
    const { graphology } = this.#graph;
    const composedId = composed(id);
    if (!graphology.hasNode(composedId)) throw problems.noSuchNode(id, graphology.nodes());
    return graphology.getNodeAttribute(composedId, 'fact');
  }

  #edgeFact(id: string): EdgeFact {
    const { graphology } = this.#graph;
    const composedId = composed(id);
    if (!graphology.hasEdge(composedId)) throw problems.noSuchEdge(id);
    return graphology.getEdgeAttribute(composedId, 'fact');
  }
}

/** An entry with changes. Citations can be said in two ways, so those of the change take the place of all. */
function changed(entry: Changes, changes: Changes): Changes {
  const cites = ['source', 'sources', 'locator', 'locators'].some((it) => it in changes);
  const { source, sources, locator, locators, ...rest } = entry;
  const merged = { ...(cites ? rest : entry), ...changes };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
}

/**
 * What entries say. A node of the draft that an entry extends is among the nodes, with its claims in the set.
 *
 * Throws `graph-has-problems` when an entry is wrong in itself.
 */
function readEntries(draft: DraftGraph, claims: ReadonlyMap<string, readonly Claim[]>, entries: GraphRecords): FactSet {
  const set = new FactSet(draft.ontology);
  readDossier(locateRecords(entries), set);
  for (const id of new Set(set.extensions.map((it) => it.id))) {
    if (!draft.graphology.hasNode(id)) continue;
    set.nodes.push(draft.graphology.getNodeAttribute(id, 'fact'));
    set.claims.push(...(claims.get(id) ?? []));
  }
  extendNodes(set, new Map());
  const { graphology } = draft;
  const typeInDraft = (id: string): string | undefined =>
    graphology.hasNode(id) ? graphology.getNodeAttribute(id, 'fact').type : undefined;
  const added = new Map(set.nodes.map((it) => [it.id, it.type]));
  suggestEdgeTypes(set, (id) => added.get(id) ?? typeInDraft(id));
  if (set.problems.hasErrors) throw graphHasProblems('the edit', set.problems.shown(), set.problems.unshown);
  return set;
}
