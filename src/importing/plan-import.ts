/**
 * What an import would do to the facts of a graph: what it adds, what it changes, what it leaves as it is, and what in
 * it is wrong. Nothing is done yet.
 *
 * What an entry says takes the place of what the graph says; what it does not speak of stays.
 */
import { composed } from '../base/composed.ts';
import { findEntry, type Located, type LocatedMap } from '../base/located.ts';
import type { Position } from '../base/problem.ts';
import type { Claim } from '../facts/claim.ts';
import type { EdgeFact, NodeFact, Properties } from '../facts/fact.ts';
import { makeEdge } from '../facts/make-edge.ts';
import { suggestEdgeTypes } from '../loading/checking/references.ts';
import type { DefaultSource, FactSet } from '../loading/entries/fact-set.ts';
import { readStatements } from '../loading/entries/read-edge.ts';
import { readNode } from '../loading/entries/read-node.ts';
import { readId } from '../loading/entries/read-values.ts';
import { extendNodes } from '../loading/joining/merge-nodes.ts';
import { duplicateEdgeId, duplicateNode, duplicateStatement, nodeNotFound } from '../loading/problems.ts';
import type { EdgeEntry, Entries } from './entries.ts';
import { changedEnds, changedType, repeatedEdge, undirectedImport } from './problems.ts';

/** The facts of a graph, by id. */
export interface PresentFacts {
  readonly nodes: ReadonlyMap<string, NodeFact>;
  readonly edges: ReadonlyMap<string, EdgeFact>;
  readonly claims: readonly Claim[];
  readonly redirects: ReadonlyMap<string, string>;
}

export interface Change<Fact> {
  readonly before: Fact;
  readonly after: Fact;
}

export interface Planned<Fact> {
  readonly added: readonly Fact[];
  readonly changed: readonly Change<Fact>[];
  readonly unchanged: number;
}

export interface ImportPlan {
  readonly nodes: Planned<NodeFact>;
  readonly edges: Planned<EdgeFact>;
  /** Claims and old ids that the graph lacks. */
  readonly claims: readonly Claim[];
  readonly redirects: ReadonlyMap<string, string>;
  /** How many entries are wrong in themselves; the set has the problems. */
  readonly refused: number;
}

/** The plan for these entries. Problems of entries go to the set; such entries are in no other part of the plan. */
export function planImport(
  entries: Entries,
  present: PresentFacts,
  set: FactSet,
  defaultSource: DefaultSource | undefined,
): ImportPlan {
  const planning = new Planning(present, set, defaultSource);
  for (const entry of entries.nodes) planning.addNode(entry);
  planning.extendNodes();
  for (const entry of entries.edges) planning.addEdge(entry);
  return planning.plan();
}

class Planning {
  readonly #present: PresentFacts;
  readonly #set: FactSet;
  readonly #defaultSource: DefaultSource | undefined;
  readonly #nodes = new Map<string, NodeFact>();
  readonly #edges = new Map<string, EdgeFact>();
  #refused = 0;

  constructor(present: PresentFacts, set: FactSet, defaultSource: DefaultSource | undefined) {
    this.#present = present;
    this.#set = set;
    this.#defaultSource = defaultSource;
  }

  addNode(entry: LocatedMap): void {
    const { problems, nodes, claims, faultyIds } = this.#set;
    const [errorsBefore, claimsBefore] = [problems.errorCount, claims.length];
    const extended = findEntry(entry, 'extend');
    if (extended && entry.entries.size === 1) {
      this.#recognise(extended);
      return;
    }
    const id = findEntry(entry, 'id');
    const type = findEntry(entry, 'type');
    // A node of the graph goes on citing what it cites; the source of the import is for what is new. Sources cite none.
    const isKnown = id?.kind === 'scalar' && this.#present.nodes.has(this.#idNow(id.text));
    const isSource = type?.kind === 'scalar' && type.text === 'Source';
    readNode(entry, this.#set, isKnown || isSource ? undefined : this.#defaultSource);
    const popped = nodes.pop();
    const read = popped && { ...popped, id: this.#idNow(popped.id) };
    if (read) this.#judgeNode(read);
    if (problems.errorCount > errorsBefore) {
      claims.length = claimsBefore;
      if (read) faultyIds.add(read.id);
      this.#refused += 1;
    } else if (read) this.#nodes.set(read.id, read);
  }

  /** An entry that says nothing but which node it is: its edges are that node's, and the node stays as it is. */
  #recognise(extended: Located): void {
    const id = readId(extended, 'extend', this.#set.problems);
    if (id === undefined || this.#findNode(id)) return;
    this.#set.problems.error(nodeNotFound, extended.at, id, this.#present.nodes.values());
    this.#refused += 1;
  }

  #judgeNode({ id, type, at = NOWHERE }: NodeFact): void {
    const { problems } = this.#set;
    const [known, first] = [this.#present.nodes.get(id), this.#nodes.get(id)];
    if (known && known.type !== type) problems.error(changedType, at, id, known.type, type);
    if (first) problems.error(duplicateNode, at, id, first.at);
  }

  /** Entries that add to nodes, of the file or of the graph, are understood once all nodes of the file are known. */
  extendNodes(): void {
    const { extensions, nodes } = this.#set;
    const extended = new Set(extensions.flatMap(({ id }) => this.#findNode(id) ?? []));
    for (const node of extended) nodes.push(node);
    const before = this.#set.problems.errorCount;
    extendNodes(this.#set, this.#present.redirects);
    if (this.#set.problems.errorCount > before) this.#refused += 1;
    for (const node of nodes.splice(0)) this.#nodes.set(node.id, node);
  }

  addEdge({ entry, directed, isMirror }: EdgeEntry): void {
    const { problems, faultyIds } = this.#set;
    const type = findEntry(entry, 'edge');
    if (isMirror && type?.kind === 'scalar' && this.#isSymmetric(type.text)) return;
    const before = problems.errorCount;
    const read: EdgeFact[] = [];
    readStatements(entry, this.#set, this.#defaultSource, (said) => {
      read.push(this.#between(makeEdge(said), said.id !== undefined));
    });
    const cites = entry.entries.has('sources') || entry.entries.has('source');
    for (const edge of read) this.#judgeEdge(edge, directed);
    // What is said of a node that was refused goes with it, and needs no problem of its own.
    const isLost = read.some(({ from, to }) => faultyIds.has(from) || faultyIds.has(to));
    if (problems.errorCount > before || isLost) {
      for (const { id } of read) faultyIds.add(id);
      this.#refused += 1;
      return;
    }
    for (const edge of read) {
      const known = this.#present.edges.get(edge.id);
      this.#edges.set(edge.id, known ? mergeEdge(known, edge, this.#isSymmetric(edge.type), cites) : edge);
    }
  }

  #judgeEdge(edge: EdgeFact, directed: boolean): void {
    const { id, type, from, to, at = NOWHERE } = edge;
    const { problems, faultyIds } = this.#set;
    if (!directed && !this.#isSymmetric(type)) problems.error(undirectedImport, at, type);
    for (const end of [from, to]) {
      if (!this.#findNode(end) && !faultyIds.has(end))
        problems.error(nodeNotFound, at, end, this.#present.nodes.values());
    }
    const known = this.#present.edges.get(id);
    if (known && !this.#joinsTheSame(known, edge)) problems.error(changedEnds, at, id);
    const first = this.#edges.get(id);
    if (first) this.#judgeRepeated(first, edge);
  }

  #judgeRepeated(first: EdgeFact, { at = NOWHERE, ...edge }: EdgeFact): void {
    const statement = `"${edge.from} ${edge.type} ${edge.to}"`;
    if (!this.#joinsTheSame(first, edge)) this.#set.problems.error(duplicateEdgeId, at, edge.id, first.at);
    else if (sameFact(first, edge)) this.#set.problems.error(repeatedEdge, at, statement);
    else this.#set.problems.error(duplicateStatement, at, statement, first.at);
  }

  #joinsTheSame(a: EdgeFact, b: Omit<EdgeFact, 'at'>): boolean {
    const isTurned = this.#isSymmetric(a.type) && a.from === b.to && a.to === b.from;
    return a.type === b.type && ((a.from === b.from && a.to === b.to) || isTurned);
  }

  /** The id that a node has now: the graph may have merged it into another. */
  #idNow(id: string): string {
    const composedId = composed(id);
    return this.#present.redirects.get(composedId) ?? composedId;
  }

  /** The edge between the nodes that its ends are now. */
  #between(edge: EdgeFact, hasOwnId: boolean): EdgeFact {
    const [from, to] = [this.#idNow(edge.from), this.#idNow(edge.to)];
    if (from === edge.from && to === edge.to) return edge;
    const symmetric = this.#isSymmetric(edge.type);
    return makeEdge({ ...edge, from, to, symmetric, id: hasOwnId ? edge.id : undefined });
  }

  #findNode(id: string): NodeFact | undefined {
    const now = this.#idNow(id);
    return this.#nodes.get(now) ?? this.#present.nodes.get(now);
  }

  #isSymmetric(type: string): boolean {
    return this.#set.ontology.edgeTypes.get(type)?.symmetric === true;
  }

  plan(): ImportPlan {
    const { claims, redirects } = this.#set;
    suggestEdgeTypes(this.#set, (id) => this.#findNode(id)?.type);
    const known = new Set(this.#present.claims.map(claimInWords));
    return {
      nodes: planned(this.#present.nodes, this.#nodes.values(), mergeNode),
      edges: planned(this.#present.edges, this.#edges.values(), (_, edge) => edge),
      claims: claims.filter((it) => !known.has(claimInWords(it))),
      redirects: new Map(redirects.filter((it) => !this.#present.redirects.has(it.from)).map((it) => [it.from, it.to])),
      refused: this.#refused,
    };
  }
}

const NOWHERE: Position = { file: '', line: 1, column: 1 };

function planned<Fact extends NodeFact | EdgeFact>(
  present: ReadonlyMap<string, Fact>,
  read: Iterable<Fact>,
  merge: (known: Fact, read: Fact) => Fact,
): Planned<Fact> {
  const added: Fact[] = [];
  const changed: Change<Fact>[] = [];
  let unchanged = 0;
  for (const fact of read) {
    const before = present.get(fact.id);
    const after = before ? merge(before, fact) : fact;
    if (!before) added.push(after);
    else if (sameFact(before, after)) unchanged += 1;
    else changed.push({ before, after });
  }
  return { added, changed, unchanged };
}

/** The node with what was read of it: what is said anew takes the place of what was said. */
function mergeNode(known: NodeFact, read: NodeFact): NodeFact {
  return { ...read, properties: merged(known.properties, read.properties) };
}

/** The edge with what was read of it. It cites what it cited where the file names no source, as `cites` tells. */
function mergeEdge(known: EdgeFact, read: EdgeFact, symmetric: boolean, cites: boolean): EdgeFact {
  const { locators: _, ...withoutLocators } = read.properties;
  const properties = merged(known.properties, cites ? read.properties : withoutLocators);
  const sources = cites ? read.sources : known.sources;
  return makeEdge({ ...read, properties, sources, symmetric });
}

/** New sources have locators of their own, or none. */
function merged(known: Properties, read: Properties): Properties {
  const { locators, ...rest } = known;
  const kept = 'sources' in read || 'locators' in read || locators === undefined ? rest : { ...rest, locators };
  return { ...kept, ...read };
}

/** Whether two facts say the same, wherever they stand and in whatever order. */
function sameFact(a: NodeFact | EdgeFact, b: NodeFact | EdgeFact): boolean {
  return factInWords(a) === factInWords(b);
}

const factInWords = ({ at: _, ...fact }: NodeFact | EdgeFact): string =>
  inWords({ ...fact, properties: inOrder(fact.properties) });

/** What a claim says, wherever it stands: equal claims have equal words. */
const claimInWords = ({ at: _, ...claim }: Claim): string => inWords(inOrder(claim));

const inOrder = (record: object): [string, unknown][] => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

const inWords = (value: unknown): string =>
  JSON.stringify(value, (_key, it: unknown) => (typeof it === 'bigint' ? `${it}n` : it));
