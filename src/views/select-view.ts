/**
 * A view as people ask for it: on a command line, in an address, all wishes at once and in no order.
 */
import { periodOf } from '../facts/partial-date.ts';
import { around } from './around.ts';
import { asOf } from './as-of.ts';
import type { GraphView } from './graph-view.ts';
import { linked } from './linked.ts';
import { ofTypes } from './of-types.ts';
import { statedOnly } from './stated-only.ts';
import { trusted } from './trusted.ts';
import { via } from './via.ts';

export interface ViewSelection {
  /** The graph as it was: `2024-10-30`, `2022-09`, `2022`. */
  readonly asOf?: string | undefined;
  /** With `asOf`: only what the dates put beyond doubt. */
  readonly certain?: boolean | undefined;
  /** Nothing that a rule inferred. */
  readonly stated?: boolean | undefined;
  /** The least confidence, from 0 to 1. */
  readonly trust?: number | undefined;
  /** Edge types. */
  readonly via?: readonly string[] | undefined;
  /** Ids of nodes, to look no further than `depth` steps from; 1 unless said. */
  readonly around?: readonly string[] | undefined;
  readonly depth?: number | undefined;
  /** Node types and interfaces. */
  readonly types?: readonly string[] | undefined;
  /** No lone nodes. */
  readonly linked?: boolean | undefined;
}

/**
 * What all of the wishes leave of the view. Throws `bad-date`, `trust-out-of-range`, `unknown-edge-type`,
 * `unknown-node`, `bad-depth` or `unknown-type`.
 * @example
 * selectView(view, { asOf: '2024', via: ['co-launched'], linked: true })
 */
export function selectView(view: GraphView, selection: ViewSelection): GraphView {
  const { depth = 1 } = selection;
  let selected = view;
  if (selection.asOf !== undefined) {
    selected = asOf(selected, periodOf(selection.asOf), selection.certain ? 'CERTAIN' : 'POSSIBLE');
  }
  if (selection.stated) selected = statedOnly(selected);
  if (selection.trust !== undefined) selected = trusted(selected, selection.trust);
  if (selection.via) selected = via(selected, selection.via);
  if (selection.around) selected = around(selected, selection.around, depth);
  if (selection.types) selected = ofTypes(selected, selection.types);
  return selection.linked ? linked(selected) : selected;
}
