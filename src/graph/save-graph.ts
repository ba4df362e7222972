/**
 * A graph saved as a folder of facts, which opens as the same graph again.
 */

import { nothingToSave } from '../loading/problems.ts';
import { printDossiers } from '../loading/saving/print-dossiers.ts';
import { saveFolder } from '../loading/saving/save-folder.ts';
import { getRules } from '../rules/rule.ts';
import type { GraphView } from '../views/graph-view.ts';
import { statedFacts } from './stated-facts.ts';

export interface SaveOptions {
  /** Puts these facts in the place of those that the folder has; its other files stay. */
  readonly replace?: boolean;
}

/** Saves what the view states, and the rules that it was opened with. Throws `rules-unknown` where these are missing. */
export async function saveGraph(
  view: GraphView,
  rules: string | undefined,
  folder: string,
  { replace = false }: SaveOptions = {},
): Promise<void> {
  // What is inferred is not written: it follows again, by rules that must be known for it.
  if (isAnyInferred(view)) getRules(view.graph);
  const facts = statedFacts(view);
  if (facts.nodes.length === 0) throw nothingToSave();
  const texts = printDossiers(view.ontology, facts);
  if (rules !== undefined) texts.set('rules.yaml', rules);
  await saveFolder(folder, texts, replace);
}

function isAnyInferred(view: GraphView): boolean {
  const { edges } = view.graph;
  for (let edge = 0; edge < edges.count; edge++) if (edges.isInferred(edge) && view.hasEdge(edge)) return true;
  return false;
}
