/**
 * What chooses a picture, all of it in the address: so a copied address shows the same, and back is undo.
 */
import { addressOf, numberOf, readView, textOf, textsOf, type View, writeView } from './address.ts';

/** More of the relations of one kind of one thing. */
export interface Expansion {
  readonly id: string;
  readonly type: string;
}

export interface GraphState {
  readonly view: View;
  /** Ids of the things the picture is about. */
  readonly centres: readonly string[];
  readonly expanded: readonly Expansion[];
  /** Ids of things taken out. */
  readonly hidden: readonly string[];
  /** Types of things and of relations that are switched off. */
  readonly nodesOff: readonly string[];
  readonly edgesOff: readonly string[];
  /** The id of the selected thing or relation. */
  readonly selected: string | undefined;
  readonly table: boolean;
  /** The most neighbours shown of one centre. */
  readonly most: number;
}

export const MOST_NEIGHBOURS = 60;

export function readState(params: URLSearchParams): GraphState {
  return {
    view: readView(params),
    centres: textsOf(params, 'c'),
    expanded: textsOf(params, 'x').flatMap((text) => {
      const at = text.lastIndexOf('~');
      return at > 0 ? [{ id: text.slice(0, at), type: text.slice(at + 1) }] : [];
    }),
    hidden: textsOf(params, 'h'),
    nodesOff: textsOf(params, 'nt'),
    edgesOff: textsOf(params, 'et'),
    selected: textOf(params, 's'),
    table: params.get('as') === 'table',
    most: Math.trunc(numberOf(params, 'n', 1, 150) ?? MOST_NEIGHBOURS),
  };
}

export function writeState(state: GraphState): string {
  const params = new URLSearchParams();
  const all = (name: string, values: readonly string[]): void => {
    for (const value of values) params.append(name, value);
  };
  all('c', state.centres);
  all(
    'x',
    state.expanded.map((it) => `${it.id}~${it.type}`),
  );
  all('h', state.hidden);
  all('nt', state.nodesOff);
  all('et', state.edgesOff);
  writeView(state.view, params);
  if (state.selected !== undefined) params.set('s', state.selected);
  if (state.table) params.set('as', 'table');
  if (state.most !== MOST_NEIGHBOURS) params.set('n', String(state.most));
  return addressOf('/graph', params);
}
