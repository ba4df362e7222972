/**
 * The view by manner of speaking: facts apart from what was only reported, planned or denied.
 *
 * Reported speech stays reported through every rule, so leaving it out also leaves out what follows from it alone.
 */
import { KnowledgeError } from '../base/knowledge-error.ts';
import type { Modality } from '../facts/claim.ts';
import { edgesWhere } from './edges-where.ts';
import type { GraphView } from './graph-view.ts';

const modalities: readonly Modality[] = ['FACT', 'REPORTED', 'PLANNED', 'DENIED'];

/**
 * The edges of the given modalities; an edge that names none is a FACT.
 * @example
 * withModality(view, ['FACT']) // nothing that rests on someone's word alone
 */
export function withModality(view: GraphView, kept: readonly Modality[]): GraphView {
  const unknown = kept.find((it) => !modalities.includes(it));
  if (unknown !== undefined || kept.length === 0) {
    const said = unknown === undefined ? 'No modality was given' : `"${unknown}" is not a modality`;
    throw new KnowledgeError('unknown-modality', `${said}. Name one or more of ${modalities.join(', ')}.`);
  }
  const wanted = modalities.filter((it) => kept.includes(it));
  return view.restrict({
    key: `modality ${wanted.join(' ')}`,
    edges: (graph) => edgesWhere(graph, 'modality', 'FACT', (value) => wanted.includes(value as Modality)),
  });
}
