/**
 * A view as people ask for it: all wishes at once and in no order, as one value.
 *
 * Node's `graph.select`, the directives of GraphQL, the options of commands and the parameters of `/export` all make such
 * a selection; the table below says how the last two are written.
 */
import type { TextOption, TextReader } from '../base/text-options.ts';
import type { Modality } from '../facts/claim.ts';
import { periodOf } from '../facts/partial-date.ts';
import type { Certainty } from '../facts/validity.ts';
import type { GraphView } from './graph-view.ts';
import { namedDate } from './named-date.ts';
import { around, linked, ofTypes } from './neighbourhoods.ts';
import { severalDates } from './problems.ts';
import { asOf, backedBy, knownBy, type SourceChoice, statedOnly, trusted, via, withModality } from './restrictions.ts';

export interface ViewSelection {
  /** The graph as it was: `2024-10-30`, `2022-09`, `2022`. */
  readonly asOf?: string | undefined;
  /** The same on the date of a node or an edge, named by its id and, behind `#`, the property: `treaty:additional-protocol-3#concluded`. */
  readonly asOfWhenOf?: string | undefined;
  /** How vague dates are taken; POSSIBLE unless said. */
  readonly mode?: Certainty | undefined;
  /** What could be known on a date, by when sources were published. */
  readonly knownBy?: string | undefined;
  /** How sources of vague dates, or none, are taken; POSSIBLE unless said. */
  readonly knownMode?: Certainty | undefined;
  /** Nothing that a rule inferred. */
  readonly stated?: boolean | undefined;
  /** The least confidence, from 0 to 1. */
  readonly trust?: number | undefined;
  /** Only edges of these modalities. */
  readonly modality?: readonly Modality[] | undefined;
  /** Only what holds on the word of some sources, or not on that of some alone. */
  readonly sources?: SourceChoice | undefined;
  /** Only edges of these types. */
  readonly via?: readonly string[] | undefined;
  /** Ids of nodes, to look no further than `depth` steps from; 1 unless said. */
  readonly around?: readonly string[] | undefined;
  readonly depth?: number | undefined;
  /** Only nodes of these types and interfaces. */
  readonly types?: readonly string[] | undefined;
  /** No lone nodes. */
  readonly linked?: boolean | undefined;
}

/**
 * What all of the wishes leave of the view. Throws `bad-date`, `no-date`, `trust-out-of-range`, `unknown-modality`, `unknown-source`,
 * `unknown-edge-type`, `unknown-node`, `bad-depth` or `unknown-type`.
 * @example
 * selectView(view, { asOf: '2024', via: ['co-launched'], linked: true })
 */
export function selectView(view: GraphView, selection: ViewSelection): GraphView {
  const { depth = 1, mode } = selection;
  let selected = view;
  if (selection.asOf !== undefined && selection.asOfWhenOf !== undefined) throw severalDates();
  if (selection.asOf !== undefined) selected = asOf(selected, periodOf(selection.asOf), mode);
  if (selection.asOfWhenOf !== undefined)
    selected = asOf(selected, periodOf(namedDate(view, selection.asOfWhenOf)), mode);
  if (selection.knownBy !== undefined) selected = knownBy(selected, periodOf(selection.knownBy), selection.knownMode);
  if (selection.stated) selected = statedOnly(selected);
  if (selection.trust !== undefined) selected = trusted(selected, selection.trust);
  if (selection.modality) selected = withModality(selected, selection.modality);
  if (selection.sources) selected = backedBy(selected, selection.sources);
  if (selection.via) selected = via(selected, selection.via);
  if (selection.around) selected = around(selected, selection.around, depth);
  if (selection.types) selected = ofTypes(selected, selection.types);
  return selection.linked ? linked(selected) : selected;
}

/** The options of a view for every question: what of the graph is taken for true. */
export const trustOptions: readonly TextOption[] = [
  { name: 'as-of', kind: 'text', value: 'date', help: 'the graph as it was: 2024-10-30, 2022-09, 2022' },
  {
    name: 'as-of-when-of',
    kind: 'text',
    value: 'id',
    help: 'the graph as it was then: the date of a node or an edge, such as treaty:additional-protocol-3#concluded',
  },
  {
    name: 'certain',
    kind: 'flag',
    needs: ['as-of', 'as-of-when-of'],
    help: 'with as-of: only what the dates put beyond doubt',
  },
  { name: 'known-by', kind: 'text', value: 'date', help: 'only what sources published until then say' },
  {
    name: 'known-for-certain',
    kind: 'flag',
    needs: ['known-by'],
    help: 'with known-by: no sources of vague dates or none',
  },
  { name: 'stated', kind: 'flag', help: 'only what sources state, nothing that a rule inferred' },
  { name: 'trust', kind: 'number', value: 'share', help: 'only edges of at least this confidence, from 0 to 1' },
  { name: 'modality', kind: 'names', value: 'words', help: 'only FACT, REPORTED, PLANNED or DENIED, with commas' },
  { name: 'only-source', kind: 'ids', value: 'id', help: 'only what this source supports; once for each' },
  { name: 'except-source', kind: 'ids', value: 'id', help: 'without what this source alone supports; once for each' },
];

/** The options of a view that is written whole: which part of the graph. */
export const partOptions: readonly TextOption[] = [
  { name: 'types', kind: 'names', value: 'node-types', help: 'only nodes of these types or interfaces, with commas' },
  { name: 'via', kind: 'names', value: 'edge-types', help: 'only edges of these types, with commas' },
  { name: 'around', kind: 'ids', value: 'node', help: 'only this node and what lies near it; once for each' },
  {
    name: 'depth',
    kind: 'number',
    needs: ['around'],
    value: 'steps',
    help: 'with around: how many steps from them; 1',
  },
  { name: 'linked', kind: 'flag', help: 'without nodes that no edge of the selection touches' },
];

/** The selection that options ask for. */
export function readSelection(read: TextReader): ViewSelection {
  const [only, except] = [read.list('only-source'), read.list('except-source')];
  return {
    asOf: read.text('as-of'),
    asOfWhenOf: read.text('as-of-when-of'),
    mode: read.flag('certain') && 'CERTAIN',
    knownBy: read.text('known-by'),
    knownMode: read.flag('known-for-certain') && 'CERTAIN',
    stated: read.flag('stated'),
    trust: read.number('trust'),
    modality: read.list('modality') as readonly Modality[] | undefined,
    sources: only || except ? { ...(only && { only }), ...(except && { except }) } : undefined,
    via: read.list('via'),
    around: read.list('around'),
    depth: read.number('depth'),
    types: read.list('types'),
    linked: read.flag('linked'),
  };
}
