/**
 * Facts as they are gathered, file by file, before anyone has looked at them together; and the way back from each to
 * the very word that says a part of it.
 *
 * A fact keeps one place, its entry; a problem wants the cell or the value at fault. Entries of YAML are remembered;
 * rows of tables are read again when a place is asked for, since a million rows have no room for a place a cell.
 */

import { findEntry, type LocatedMap } from '../../base/located.ts';
import type { Position, Problem } from '../../base/problem.ts';
import { ProblemList } from '../../base/problem-list.ts';
import type { Claim } from '../../facts/claim.ts';
import type { DatasetAbout } from '../../facts/dataset-about.ts';
import type { EdgeFact, NodeFact } from '../../facts/fact.ts';
import type { EdgeStatement } from '../../facts/make-edge.ts';
import type { Period } from '../../facts/validity.ts';
import type { Ontology } from '../../ontology/ontology.ts';
import { EdgeFacts } from '../../store/edge-facts.ts';

export type AnyFact = NodeFact | EdgeFact | Claim;

/** A fact of a set: edges go by their numbers. */
export type FactOfSet = NodeFact | Claim | number;

/** An entry that adds to a node which another entry defines. It is understood once all nodes are known. */
export interface Extension {
  readonly id: string;
  readonly entry: LocatedMap;
  readonly defaultSource: DefaultSource | undefined;
}

/** The source that entries cite by saying nothing of their own. */
export interface DefaultSource {
  readonly id: string;
  readonly at: Position | undefined;
}

/** An id that is no longer used, and the node that took its place. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
  readonly at: Position | undefined;
}

export interface JudgedId {
  readonly id: string;
  readonly at: Position | undefined;
}

/** A decision about who is who, from `judgements.yaml`. */
export interface Judgement {
  /** Of `same-as` the first id stays, and the others are merged into it. */
  readonly says: 'same-as' | 'different-from';
  readonly ids: readonly JudgedId[];
  readonly reason: string;
  readonly sources: readonly JudgedId[];
}

/** The ids that a judgement merges into its first one; none where it keeps things apart. */
export function mergedIds({ says, ids }: Judgement): readonly JudgedId[] {
  return says === 'same-as' ? ids.slice(1) : [];
}

export type End = 'from' | 'to';

/** What the facts are expected to add up to, from `expectations.yaml`. */
export interface Expectation {
  /** The whole of it in a sentence, for people. */
  readonly says: string;
  readonly at: Position | undefined;
  /** Id of the source that gives the number. */
  readonly source: string | undefined;
  readonly of: 'nodes' | 'edges';
  /** The node type or the edge type that is counted; `*` for those of all types. */
  readonly type: string;
  /** A node type, or the id of one node. */
  readonly ends: Readonly<Partial<Record<End, string>>>;
  /** Words of which each property must be one; `undefined` where it need only say something. */
  readonly where: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  /** Only edges that hold then with certainty count. */
  readonly on: Period | undefined;
  /** Ends that are the same count once. */
  readonly distinct: End | undefined;
  /** Counted for every node of the type at this end, also for those without an edge. */
  readonly per: End | undefined;
  readonly atLeast: number;
  readonly atMost: number;
  /** Whether edges of one node `per` may not hold on the same days, beyond the day on which one follows the other. */
  readonly apart: boolean;
}

/** The entry that made a fact, and which of its listed ends an edge has. */
export interface FactEntry {
  readonly entry: LocatedMap;
  readonly fromIndex?: number;
  readonly toIndex?: number;
  /** Where the default source stands that the entry cites by saying nothing. */
  readonly defaultSourceAt?: Position | undefined;
}

/** Reads the row of a table again that made a fact. */
export type RowFinder = (fact: AnyFact) => FactEntry | undefined;

/** An edge of a type that there is not; what fits its ends is known when all nodes are. */
export interface UntypedEdge {
  readonly problem: Problem;
  readonly name: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export class FactSet {
  readonly ontology: Ontology;
  readonly problems: ProblemList;
  readonly nodes: NodeFact[] = [];
  edges: EdgeFacts = new EdgeFacts();
  readonly claims: Claim[] = [];
  readonly extensions: Extension[] = [];
  /** Statements of other entries, with what cites them, too. */
  readonly edgeExtensions: EdgeFact[] = [];
  readonly untypedEdges: UntypedEdge[] = [];
  readonly redirects: Redirect[] = [];
  readonly judgements: Judgement[] = [];
  readonly expectations: Expectation[] = [];
  /** What the folder says of itself. */
  about: DatasetAbout = {};
  /** Ids of nodes and edges whose entries had problems of their own: neither what they lack nor who names them is to blame. */
  readonly faultyIds: Set<string> = new Set();
  /** True when a file could not be read to its end, so that what seems missing may be in it. */
  incomplete = false;
  readonly #entries = new Map<FactOfSet, FactEntry>();
  readonly #tables = new Map<string, RowFinder>();

  constructor(ontology: Ontology, problems: ProblemList = new ProblemList()) {
    this.ontology = ontology;
    this.problems = problems;
  }

  /** Adds an edge, and remembers its entry; `isFaulty` where that had problems. */
  addEdge(said: EdgeStatement, entry: FactEntry, isFaulty: boolean): void {
    const edge = this.edges.state(said);
    if (isFaulty) this.faultyIds.add(this.edges.idOf(edge));
    if (!said.at || !this.#tables.has(said.at.file)) this.#entries.set(edge, entry);
  }

  /** Puts other edges in the place of some; those without one are taken out. */
  changeEdges(changes: ReadonlyMap<number, EdgeFact | undefined>): void {
    if (changes.size === 0) return;
    const before = this.edges;
    const entries = Array.from({ length: before.length }, (_, edge) => this.#entries.get(edge));
    this.edges = new EdgeFacts();
    for (const [edge, entry] of entries.entries()) {
      this.#entries.delete(edge);
      const fact = changes.has(edge) ? changes.get(edge) : before.fact(edge);
      const number = fact && this.edges.push(fact);
      if (number !== undefined && entry) this.#entries.set(number, entry);
    }
  }

  /** Remembers the entry that made a fact, unless it is a row of a table. */
  remember(fact: NodeFact | Claim, entry: FactEntry): void {
    if (!fact.at || !this.#tables.has(fact.at.file)) this.#entries.set(fact, entry);
  }

  /** For a fact that takes another's place: it stands where that one stood. */
  rememberAs<Fact extends NodeFact | Claim>(fact: Fact, earlier: NodeFact | Claim): Fact {
    const known = this.#entries.get(earlier);
    if (known) this.#entries.set(fact, known);
    return fact;
  }

  /** Makes known how rows of a file are read again; before its facts are remembered. */
  rememberTable(file: string, find: RowFinder): void {
    this.#tables.set(file, find);
  }

  /**
   * Where a part of a fact stands: `from`, `to`, `id`, `sources`, or a property; `index` tells the items of a list.
   * The place of the whole entry where the part has none of its own.
   */
  placeOf(fact: FactOfSet, part: string, index = 0): Position | undefined {
    const at = typeof fact === 'number' ? this.edges.placeOf(fact) : fact.at;
    const findRow = at && this.#tables.get(at.file);
    const known = this.#entries.get(fact) ?? findRow?.(typeof fact === 'number' ? this.edges.fact(fact) : fact);
    return (known && placeInEntry(known, part, index)) ?? at;
  }
}

function placeInEntry(known: FactEntry, part: string, index: number): Position | undefined {
  if (part === 'sources') return placeOfSource(known, index);
  const value = findEntry(known.entry, part);
  if (value?.kind !== 'list') return value?.at;
  const item = part === 'from' ? known.fromIndex : part === 'to' ? known.toIndex : index;
  return value.items[item ?? 0]?.at ?? value.at;
}

function placeOfSource({ entry, defaultSourceAt }: FactEntry, index: number): Position | undefined {
  const listed = findEntry(entry, 'sources');
  const cited = listed?.kind === 'list' ? listed.items[index] : listed;
  if (cited?.kind === 'map') return findEntry(cited, 'id')?.at ?? cited.at;
  return cited?.at ?? findEntry(entry, 'source')?.at ?? defaultSourceAt;
}
