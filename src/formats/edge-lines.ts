/**
 * How each edge of a view is drawn: by whether a rule inferred it and in what way it is told.
 */
import { envelopeDefaults } from '../facts/envelope.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { edgeLine, type Line } from './style.ts';

export function edgeLines({ graph: { edges } }: GraphView): (edge: EdgeNumber) => Line {
  const modality = edges.columns.columns.get('modality');
  const inferred = edgeLine(true, undefined);
  const stated = (modality?.values ?? [undefined]).map((value) => edgeLine(false, value ?? envelopeDefaults.modality));
  const codes = modality?.codes;
  return (edge) => (edges.isInferred(edge) ? inferred : stated[codes ? codes[edge]! : 0]!);
}
