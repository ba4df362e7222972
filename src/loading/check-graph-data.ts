/**
 * All that can be wrong with a folder, for whoever edits it: the ontology, the facts, the rules, and the examples of the
 * rules, which opening a graph does not run.
 */
import type { Problem } from '../base/problem.ts';
import { ProblemList } from '../base/problem-list.ts';
import type { SourceFile } from '../base/source-file.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { applyRules } from '../rules/apply-rules.ts';
import { checkExamples } from '../rules/check-examples.ts';
import { type GraphData, type GraphDataPlace, loadGraphData } from './load-graph-data.ts';
import { loadRules } from './load-rules.ts';

export interface GraphDataChecked {
  /** At most 50 errors and 50 warnings, in reading order. */
  readonly problems: readonly Problem[];
  /** How many more problems there are. */
  readonly unshown: number;
  /** Every file that was read, by its name in problems. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** How many nodes and edges are stated; 0 when something of the facts is wrong. */
  readonly nodes: number;
  readonly edges: number;
  /** How many rules there are, and how many edges they infer; 0 when anything is wrong. */
  readonly rules: number;
  readonly inferred: number;
}

/** Checks a schema and a folder of facts. Never throws for what is in them. */
export function checkGraphData(place: GraphDataPlace): GraphDataChecked {
  const data = loadGraphData(place);
  const problems = new ProblemList();
  problems.addAll(data.problems);
  const { ontology, nodes, edgeFacts: edges } = data;
  const followed = ontology ? checkRulesOf(ontology, data, place.data, problems) : nothingFollows;
  return {
    problems: problems.shown(),
    unshown: data.unshown + problems.unshown,
    files: new Map([...data.files, ...followed.files]),
    nodes: nodes.length,
    edges: edges.length,
    rules: followed.rules,
    inferred: followed.inferred,
  };
}

interface Followed extends Pick<GraphDataChecked, 'files' | 'rules' | 'inferred'> {}

const nothingFollows: Followed = { files: new Map(), rules: 0, inferred: 0 };

function checkRulesOf(ontology: Ontology, data: GraphData, folder: string, problems: ProblemList): Followed {
  const { rules, file, problems: found } = loadRules(ontology, folder);
  problems.addAll(found);
  problems.addAll(checkExamples(ontology, rules));
  const files = new Map(file ? [[file.name, file]] : []);
  if (problems.hasErrors) return { ...nothingFollows, files };
  const applied = applyRules(ontology, { nodes: data.nodes, redirects: data.redirects, edges: data.edgeFacts }, rules);
  problems.addAll(applied.problems);
  return { files, rules: rules.length, inferred: applied.edges.length };
}
