/**
 * A graph opened from its texts, a folder of facts or a caller's records: read, checked, concluded.
 *
 * It is loaded only when no snapshot will do, for what reads texts is most of the house.
 */
import { isError, type Problem } from '../base/problem.ts';
import { graphHasProblems } from '../base/problem-list.ts';
import { checkShipped, schemaFile } from '../base/shipped-files.ts';
import { SourceFile } from '../base/source-file.ts';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { EdgeFact } from '../facts/fact.ts';
import { type Validity, within } from '../facts/validity.ts';
import { type GraphDataPlace, loadGraphData } from '../loading/load-graph-data.ts';
import { type GraphRecords, loadRecords } from '../loading/load-records.ts';
import { type LoadedRules, loadRules, rulesOfText } from '../loading/load-rules.ts';
import { readTextFile } from '../loading/reading/read-text-file.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { readOntology } from '../ontology/read-ontology.ts';
import { concludeGraph } from '../rules/apply-rules.ts';
import type { EdgeFacts } from '../store/edge-facts.ts';
import type { GraphFacts } from '../store/knowledge-graph.ts';
import { GraphView } from '../views/graph-view.ts';

/** A graph that was opened: a view of the whole, and what came with it. */
export interface OpenedGraph {
  readonly view: GraphView;
  /** What is worth a look and stopped nothing. */
  readonly warnings: readonly Problem[];
  /** Files that were read, by name: the frames of printed problems come from them. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** The text of the rules that it was concluded with. */
  readonly rules?: string | undefined;
  /** What the facts say of themselves. */
  readonly about?: DatasetAbout | undefined;
}

/** The graph of a folder. Throws `graph-has-problems`, with every problem, when schema, facts or rules do not stand. */
export function readFolder(place: GraphDataPlace): OpenedGraph {
  const { ontology, about, problems, unshown, files: read, nodes, edgeFacts, claims, redirects } = loadGraphData(place);
  const files = new Map<string, SourceFile>(read);
  const rules = ontology && loadRules(ontology, place.data);
  if (rules?.file) files.set(rules.file.name, rules.file);
  const facts = { nodes, edges: edgeFacts, claims, redirects };
  return makeGraph({ what: place.data, ontology, facts, rules, problems, unshown, files, about });
}

export interface OntologyAndRules {
  /** Path of the SDL, the SDL itself, or what was read of it; the shipped one when left out. */
  readonly schema?: string | Ontology | undefined;
  /** Path of a file of rules, or its text; no rules when left out. */
  readonly rules?: string | undefined;
}

/** Records, and inferred edges that came with them; they are left out when rules are given, by which they follow again. */
export interface GivenRecords {
  readonly records: GraphRecords;
  readonly conclusions?: readonly EdgeFact[];
  /** By id of a stated edge, the days within which it holds: rules had narrowed what the words for its time say. */
  readonly days?: ReadonlyMap<string, Validity>;
}

/** The graph of records. Throws `graph-has-problems`, with every problem, when schema, records or rules do not stand. */
export function readRecords(
  { schema = schemaFile, rules }: OntologyAndRules,
  recordsUnder: (ontology: Ontology) => GivenRecords,
): OpenedGraph {
  if (schema === schemaFile) checkShipped(schemaFile);
  const files = new Map<string, SourceFile>();
  const read =
    typeof schema === 'string'
      ? readOntology(textOrFile(schema, /[{\n]/, 'schema', files))
      : { ontology: schema, problems: [] };
  if (!read.ontology) throw graphHasProblems('the schema', read.problems, 0, files);
  const { ontology } = read;
  const { records, conclusions = [], days } = recordsUnder(ontology);
  const { problems, unshown, nodes, edgeFacts: edges, claims, redirects } = loadRecords(ontology, records);
  const file = rules === undefined ? undefined : textOrFile(rules, /\n/, 'rules', files);
  return makeGraph({
    what: 'the records',
    ontology,
    facts: { nodes, edges: file ? edges : withConclusions(edges, days, conclusions), claims, redirects },
    rules: file && { ...rulesOfText(ontology, file), file },
    problems: [...read.problems, ...problems],
    unshown,
    files,
  });
}

/** The edges, narrowed to the days within which rules had them hold, and what follows from them. */
function withConclusions(
  edges: EdgeFacts,
  days: ReadonlyMap<string, Validity> | undefined,
  conclusions: readonly EdgeFact[],
): EdgeFacts {
  for (let edge = 0; days && edge < edges.length; edge++) {
    const its = days.get(edges.idOf(edge));
    const narrowed = its && within(edges.validityOf(edge), its);
    if (narrowed) edges.bound(edge, narrowed);
  }
  for (const it of conclusions) edges.push(it);
  return edges;
}

/** The text given, when it looks like one, or else that of the file of that name. */
function textOrFile(given: string, looksLikeText: RegExp, name: string, files: Map<string, SourceFile>): SourceFile {
  const file = looksLikeText.test(given) ? new SourceFile(name, given) : readTextFile(given);
  if (!(file instanceof SourceFile)) throw graphHasProblems(given, [file], 0, files);
  files.set(file.name, file);
  return file;
}

/** What a graph is to be made of, and what is wrong with it. */
interface GraphMaterial extends Pick<OpenedGraph, 'files' | 'about'> {
  /** What the facts are called when something is wrong with them. */
  readonly what: string;
  readonly ontology: Ontology | undefined;
  readonly facts: GraphFacts;
  readonly rules: LoadedRules | undefined;
  readonly problems: readonly Problem[];
  readonly unshown: number;
}

function makeGraph({ what, ontology, facts, rules, problems, unshown, files, about }: GraphMaterial): OpenedGraph {
  const all = [...problems, ...(rules?.problems ?? [])];
  if (!ontology || all.some(isError)) throw graphHasProblems(what, all, unshown, files);
  const { graph, problems: more } = concludeGraph(ontology, facts, rules?.rules ?? []);
  if (more.some(isError)) throw graphHasProblems(what, more, 0, files);
  return { view: GraphView.whole(graph), warnings: [...all, ...more], files, rules: rules?.file?.text, about };
}
