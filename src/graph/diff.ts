/**
 * What changed from one graph to another, for whoever has two graphs.
 */
import { type Difference, difference } from '../answers/difference.ts';
import type { TypedOntology } from '../ontology/typed-ontology.ts';
import type { Graph } from './graph.ts';

/**
 * The difference between two graphs, or two views of one. Time and memory grow with both.
 * @example
 * diff(graph, graph.edit().retractSource('source:el-kz-34ic').commit()).edges.removed.length
 */
export const diff = <S extends TypedOntology>(before: Graph<S>, after: Graph<S>): Difference<S> =>
  difference(before.view, after.view);
