/**
 * A folder of facts opened from its texts: read, checked, concluded.
 *
 * It is loaded only when no snapshot will do, for what reads texts is most of the house.
 */
import type { SourceFile } from '../base/source-file.ts';
import { type GraphDataPlace, loadGraphData } from '../loading/load-graph-data.ts';
import { loadRules } from '../loading/load-rules.ts';
import { makeGraph, type OpenedGraph } from './opened-graph.ts';

/** Throws `graph-has-problems`, with every problem, when schema, facts or rules do not stand. */
export function readFolder(place: GraphDataPlace): OpenedGraph {
  const { ontology, about, problems, unshown, files: read, ...facts } = loadGraphData(place);
  const files = new Map<string, SourceFile>(read);
  const rules = ontology && loadRules(ontology, place.data);
  if (rules?.file) files.set(rules.file.name, rules.file);
  return makeGraph({ what: place.data, ontology, facts, rules, problems, unshown, files, about });
}
