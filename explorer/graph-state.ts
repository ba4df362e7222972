/**
 * What chooses a picture, all of it in the address: so a copied address shows the same, and back is undo.
 */

import { addressOf, numberOf, readView, textsOf, type View, writeView } from './address.ts';
import { allColumns, type Column, type Order, usualColumns } from './parts/columns.ts';

/** More of the relations of one kind of one thing. */
export interface Expansion {
  readonly id: string;
  readonly type: string;
  /** The most neighbours that are shown by it. */
  readonly most: number;
}

/** Where a thing was put by hand. */
export interface Pin {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** How the relations of a picture are shown. */
const FORMS = ['picture', 'table', 'timeline'] as const;
export type Form = (typeof FORMS)[number];

export interface GraphState {
  readonly view: View;
  /** Ids of the things the picture is about: they are shown with what is around them. */
  readonly centres: readonly string[];
  /** Ids of things that are shown without what is around them. */
  readonly also: readonly string[];
  readonly expanded: readonly Expansion[];
  /** Ids of things taken out. */
  readonly hidden: readonly string[];
  /** Types of things and of relations that are switched off. */
  readonly nodesOff: readonly string[];
  readonly edgesOff: readonly string[];
  /** Ids of the selected things, or of the selected relation. */
  readonly selected: readonly string[];
  readonly pinned: readonly Pin[];
  readonly form: Form;
  /** The columns of the table, from the left. */
  readonly columns: readonly Column[];
  readonly order: Order | undefined;
  /** The most neighbours shown of one centre. */
  readonly most: number;
  /** Which of the arrangements that a picture may have; 0 unless another was asked for. */
  readonly seed: number;
}

export const MOST_NEIGHBOURS = 60;
/** By how many neighbours an expansion adds. */
export const MOST_EXPANDED = 120;
/** The most that an address may ask for around one centre. */
export const MOST_ASKED = 1000;

/** Arrangements that can be gone through. */
export const MOST_SEEDS = 999;

export function readState(params: URLSearchParams): GraphState {
  return {
    view: readView(params),
    centres: textsOf(params, 'c'),
    also: textsOf(params, 'a'),
    expanded: textsOf(params, 'x').flatMap((text) => {
      const [, id = '', type = '', most = MOST_EXPANDED] = /^(.+?)~([^~]+)(?:~(\d{1,3}|1000))?$/.exec(text) ?? [];
      return id === '' ? [] : [{ id, type, most: Number(most) }];
    }),
    hidden: textsOf(params, 'h'),
    nodesOff: textsOf(params, 'nt'),
    edgesOff: textsOf(params, 'et'),
    selected: textsOf(params, 's'),
    pinned: textsOf(params, 'p').flatMap((text) => {
      const [, id = '', x, y] = /^(.+)~(-?\d{1,6}(?:\.\d)?)~(-?\d{1,6}(?:\.\d)?)$/.exec(text) ?? [];
      return id === '' ? [] : [{ id, x: Number(x), y: Number(y) }];
    }),
    form: FORMS.find((it) => it === params.get('as')) ?? 'picture',
    columns: readColumns(params.get('col')),
    order: readOrder(params.get('by')),
    most: Math.trunc(numberOf(params, 'n', 1, MOST_ASKED) ?? MOST_NEIGHBOURS),
    seed: Math.trunc(numberOf(params, 'l', 0, MOST_SEEDS) ?? 0),
  };
}

/** The address of a picture; `room` is another page that shows the same. */
export function writeState(state: GraphState, room: string = '/graph'): string {
  const params = new URLSearchParams();
  const all = (name: string, values: readonly string[]): void => {
    for (const value of values) params.append(name, value);
  };
  all('c', state.centres);
  all('a', state.also);
  all(
    'x',
    state.expanded.map(({ id, type, most }) => `${id}~${type}${most === MOST_EXPANDED ? '' : `~${most}`}`),
  );
  all('h', state.hidden);
  all('nt', state.nodesOff);
  all('et', state.edgesOff);
  writeView(state.view, params);
  all('s', state.selected);
  all(
    'p',
    state.pinned.map(({ id, x, y }) => `${id}~${toTenths(x)}~${toTenths(y)}`),
  );
  if (state.form !== 'picture') params.set('as', state.form);
  if (state.columns.join() !== usualColumns.join()) params.set('col', state.columns.join());
  if (state.order) params.set('by', `${state.order.down ? '-' : ''}${state.order.by}`);
  if (state.most !== MOST_NEIGHBOURS) params.set('n', String(state.most));
  if (state.seed !== 0) params.set('l', String(state.seed));
  return addressOf(room, params);
}

/** `from,to,when`; at least one column is shown. */
function readColumns(text: string | null): readonly Column[] {
  const known = new Set((text ?? '').slice(0, 200).split(',').flatMap(columnsNamed));
  return known.size === 0 ? usualColumns : [...known];
}

/** `when`, or `-when` from the last on. */
function readOrder(text: string | null): Order | undefined {
  const down = text?.startsWith('-') ?? false;
  const [by] = columnsNamed(text?.slice(down ? 1 : 0) ?? '');
  return by && { by, down };
}

const columnsNamed = (name: string): readonly Column[] => allColumns.filter((it) => it === name);

const toTenths = (number: number): number => Math.round(number * 10) / 10;

/** Whether there is anything to show. */
export const isStarted = ({ centres, also }: GraphState): boolean => centres.length + also.length > 0;
