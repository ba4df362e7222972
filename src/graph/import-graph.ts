/**
 * Another program's graph taken into one of ours: read, judged entry by entry, and laid before whoever asks as a plan
 * with a draft. Nothing becomes part of a graph before `commit`, and then all of it does.
 */

import type { AbstractGraph } from 'graphology-types';
import { composed } from '../base/composed.ts';
import { isError, type Problem } from '../base/problem.ts';
import { graphHasProblems } from '../base/problem-list.ts';
import { SourceFile } from '../base/source-file.ts';
import type { Claim } from '../facts/claim.ts';
import type { EdgeFact, NodeFact } from '../facts/fact.ts';
import { type Entries, type EntryContext, LeftOut } from '../importing/entries.ts';
import { countOne, type ForeignEdge, type ForeignGraph } from '../importing/foreign-graph.ts';
import {
  type ImportMapping,
  mappedEdgeEntries,
  mappedNodeEntries,
  readImportMapping,
} from '../importing/mapped-entries.ts';
import { ownEdgeEntries, ownIds, ownNodeEntries } from '../importing/own-entries.ts';
import { type ImportPlan, type Planned, type PresentFacts, planImport } from '../importing/plan-import.ts';
import { type ReadForeign, readForeign } from '../importing/read-foreign.ts';
import { foreignOfGraphology } from '../importing/readers/node-link.ts';
import { type Given, openWorkbooks } from '../importing/workbook.ts';
import { FactSet } from '../loading/entries/fact-set.ts';
import { readDefaultSource } from '../loading/entries/read-citations.ts';
import { readTextFile } from '../loading/reading/read-text-file.ts';
import { GraphView } from '../views/graph-view.ts';
import type { Draft } from './draft.ts';
import { statedFacts } from './stated-facts.ts';

export interface ImportOptions {
  /** What the file is: `gexf`, `graphml`, `cytoscape`, `graphology`, `node-link`, `jsonl`, `csv`; by its name otherwise. */
  readonly format?: string;
  /** Path of a mapping to the ontology, or its text; without one the graph's own names are taken. */
  readonly mapping?: string;
  /** Id of the source that new statements cite where they cite none. */
  readonly source?: string;
}

/** What an import would do. */
export interface Import<Result> {
  readonly nodes: Planned<NodeFact>;
  readonly edges: Planned<EdgeFact>;
  readonly claims: readonly Claim[];
  /** Old ids that it brings, with the ids that are meant now. */
  readonly redirects: ReadonlyMap<string, string>;
  /** How many nodes the mapping has no entry for. */
  readonly unmapped: number;
  /** How many edges it has none for. */
  readonly unmappedEdges: number;
  /** Edges that rules had inferred: they are not taken in, and follow again. */
  readonly inferred: number;
  /** Edges that are alike in all with one before them, where the mapping takes such edges once. */
  readonly repeated: number;
  /** What is left out: attributes that the ontology has no place for, and what else the file has. */
  readonly ignored: readonly string[];
  /** How often each of the ignored is in the file. */
  readonly ignoredCounts: Readonly<Record<string, number>>;
  /** How many nodes and edges are wrong in themselves, and were left out of the draft. */
  readonly refused: number;
  /** What is wrong, and what is worth a look: at most 50 of each. */
  readonly problems: readonly Problem[];
  readonly unshown: number;
  /** What was read, by name: the frames of printed problems come from it. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** The graph with all that was not refused, under edit. */
  readonly draft: Draft<Result>;
  /** The graph with all of it. Throws `graph-has-problems` where anything was refused. */
  commit(): Result;
}

/** A graph that gives drafts of itself. */
export interface Editable<Result> {
  readonly view: GraphView;
  edit(): Draft<Result>;
}

/**
 * Reads what another program wrote — the path of a file, the paths of two tables, or a graphology graph — as facts for
 * the graph. Throws `unknown-import-format` or `wrong-number-of-files`; what is wrong in it is among the problems.
 * @example
 * const { nodes, problems, commit } = importGraph(graph, 'network.gexf', { mapping: 'network.map.yaml' });
 */
export function importGraph<Result>(
  graph: Editable<Result>,
  from: string | readonly Given[] | AbstractGraph,
  options: ImportOptions = {},
): Import<Result> {
  const { plan, leftOut, set, files } = readPlan(graph.view, from, options);
  const draft = graph.edit().put(factsOf(plan));
  // What stood in the graph before has no place in these files, and is nobody's concern here.
  set.problems.addAll(draft.problems().filter((it) => it.at !== undefined));
  const problems = set.problems.shown();
  return {
    ...plan,
    refused: plan.refused + leftOut.refused,
    unmapped: leftOut.unmapped,
    unmappedEdges: leftOut.unmappedEdges,
    inferred: leftOut.inferred,
    repeated: leftOut.repeated,
    ignored: [...leftOut.ignored.keys()],
    ignoredCounts: Object.fromEntries(leftOut.ignored),
    problems,
    unshown: set.problems.unshown,
    files,
    draft,
    commit: () => {
      if (problems.some(isError)) throw graphHasProblems('the import', problems, set.problems.unshown, files);
      return draft.commit();
    },
  };
}

/** The same for what has to be waited for: the sheets of a workbook. */
export async function openImport<Result>(
  graph: Editable<Result>,
  from: string | readonly string[] | AbstractGraph,
  options: ImportOptions = {},
): Promise<Import<Result>> {
  const isGraph = typeof from !== 'string' && !Array.isArray(from);
  return importGraph(
    graph,
    isGraph ? (from as AbstractGraph) : await openWorkbooks([from].flat() as string[]),
    options,
  );
}

/** What an import would do. The foreign graph itself is let go of before there is a draft. */
function readPlan(
  view: GraphView,
  from: string | readonly Given[] | AbstractGraph,
  options: ImportOptions,
): { plan: ImportPlan; leftOut: LeftOut; set: FactSet; files: Map<string, SourceFile> } {
  const read =
    typeof from === 'string' || Array.isArray(from)
      ? readForeign([from].flat() as Given[], options.format)
      : ofGraph(from as AbstractGraph);
  const files = new Map(read.files);
  const set = new FactSet(view.ontology);
  set.problems.addAll(read.problems);
  const mapping = options.mapping === undefined ? undefined : openMapping(options.mapping, set, files);
  const present = presentFacts(view);
  const leftOut = new LeftOut();
  const entries =
    set.problems.hasErrors || !read.graph ? NOTHING : entriesOf(read.graph, mapping, set, present, leftOut);
  const source = options.source === undefined ? undefined : { id: options.source, at: undefined };
  const defaultSource = source ?? (mapping && readDefaultSource(mapping.head, set.problems));
  const plan = planImport(entries, present, set, defaultSource);
  return { plan, leftOut, set, files };
}

const NOTHING: Entries = { nodes: [], edges: [] };

const ofGraph = (graph: AbstractGraph): ReadForeign => ({
  graph: foreignOfGraphology(graph),
  problems: [],
  files: new Map(),
});

function openMapping(mapping: string, set: FactSet, files: Map<string, SourceFile>): ImportMapping | undefined {
  const file = mapping.includes('\n') ? new SourceFile('mapping', mapping) : readTextFile(mapping);
  if (!(file instanceof SourceFile)) {
    set.problems.addAll([file]);
    return undefined;
  }
  files.set(file.name, file);
  return readImportMapping(file, set);
}

function presentFacts({ graph }: GraphView): PresentFacts {
  const { nodes, edges, claims, redirects } = statedFacts(GraphView.whole(graph));
  return {
    nodes: new Map(nodes.map((it) => [it.id, it])),
    edges: new Map(edges.map((it) => [it.id, it])),
    claims,
    redirects,
  };
}

function entriesOf(
  foreign: ForeignGraph,
  mapping: ImportMapping | undefined,
  set: FactSet,
  present: PresentFacts,
  leftOut: LeftOut,
): Entries {
  const context: EntryContext = {
    ontology: set.ontology,
    typeOf: (id) => {
      const composedId = composed(id);
      return present.nodes.get(present.redirects.get(composedId) ?? composedId)?.type;
    },
    problems: set.problems,
    leftOut,
  };
  for (const [name, count] of foreign.leftOut ?? []) countOne(leftOut.ignored, name, count);
  set.problems.addAll(foreign.warnings ?? []);
  const mapped = mapping?.nodes && mappedNodeEntries(foreign, mapping.nodes, set);
  // With a mapping that is wrong there are no ends, and each edge would report it again.
  if (mapped?.entries.length === 0 && set.problems.hasErrors) return NOTHING;
  if (mapped) leftOut.unmapped = foreign.nodes.length - mapped.idOf.size;
  const renames = mapped?.idOf ?? ownIds(foreign);
  const { ownId = (id) => id } = foreign;
  const idOf = (id: string): string | undefined => renames.get(id) ?? (mapped ? undefined : ownId(id));
  const nodes = mapped?.entries ?? ownNodeEntries(foreign, context);
  return {
    nodes: mapping ? [...mapping.sources, ...nodes] : nodes,
    edges: mapping?.edges
      ? mappedEdgeEntries(foreign, mapping.edges, { idOf, faulty: mapped?.faulty }, set, leftOut)
      : ownEdgeEntries(
          mapped || foreign.ownId || renames.size > 0 ? renamed(foreign.edges, idOf) : foreign.edges,
          foreign,
          context,
        ),
  };
}

/** The edges between the ids that a mapping gave; one whose end it leaves out goes with it. */
function* renamed(edges: readonly ForeignEdge[], idOf: (id: string) => string | undefined): Generator<ForeignEdge> {
  for (const edge of edges) {
    const [from, to] = [idOf(edge.from), idOf(edge.to)];
    if (from !== undefined && to !== undefined) yield { ...edge, from, to };
  }
}

function factsOf({ nodes, edges, claims, redirects }: ImportPlan): Parameters<Draft<unknown>['put']>[0] {
  return {
    nodes: [...nodes.added, ...nodes.changed.map((it) => it.after)],
    edges: [...edges.added, ...edges.changed.map((it) => it.after)],
    claims,
    redirects,
  };
}
