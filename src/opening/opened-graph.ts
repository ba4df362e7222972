/**
 * A graph that was opened: a view of the whole, and what came with it.
 */
import { isError, type Problem } from '../base/problem.ts';
import type { SourceFile } from '../base/source-file.ts';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import { graphHasProblems } from '../loading/graph-has-problems.ts';
import type { LoadedRules } from '../loading/load-rules.ts';
import type { CheckedFacts } from '../loading/settle-facts.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { concludeGraph } from '../rules/conclude-graph.ts';
import { GraphView } from '../views/graph-view.ts';

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

/** What a graph is to be made of, and what is wrong with it. */
export interface GraphMaterial {
  /** What the facts are called when something is wrong with them. */
  readonly what: string;
  readonly ontology: Ontology | undefined;
  readonly facts: CheckedFacts;
  readonly rules: LoadedRules | undefined;
  readonly problems: readonly Problem[];
  readonly unshown: number;
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly about?: DatasetAbout;
}

/** The graph of facts and rules. Throws `graph-has-problems`, with every problem, when they do not stand. */
export function makeGraph(material: GraphMaterial): OpenedGraph {
  const { what, ontology, facts, rules, problems, unshown, files, about } = material;
  const all = [...problems, ...(rules?.problems ?? [])];
  if (!ontology || all.some(isError)) throw graphHasProblems(what, all, unshown, files);
  const { graph, problems: more } = concludeGraph(ontology, facts, rules?.rules ?? []);
  if (more.some(isError)) throw graphHasProblems(what, more, 0, files);
  return { view: GraphView.whole(graph), warnings: [...all, ...more], files, rules: rules?.file?.text, about };
}
