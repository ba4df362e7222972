/**
 * The things and relations of a picture: those around its centres and where it was expanded, and whatever is between them.
 *
 * They are asked for in two turns: which things there are, then what these are and what joins them. So the second query
 * gives the picture whole, and is what a visitor is shown as the query behind it.
 */
import { directivesOf } from './address.ts';
import { type Ask, ask, nameOf, type Schema, schemaOf, type Thing } from './ask.ts';
import type { Expansion, GraphState } from './graph-state.ts';
import { type Edge, edgeFragment } from './statements.ts';
import { words } from './words.ts';

export interface GraphData {
  readonly nodes: ReadonlyMap<string, Thing>;
  readonly edges: ReadonlyMap<string, Edge>;
  /** Things, or kinds of relations of them, that have more neighbours than are shown. */
  readonly capped: readonly (Pick<Expansion, 'id'> & Partial<Expansion>)[];
  /** How many things were found beyond those that a picture has room for. */
  readonly omitted: number;
  /** Ids of the edges that are certain on the date of the view; undefined where it has none. */
  readonly certain: ReadonlySet<string> | undefined;
}

/** The most things in a picture. */
const MOST_THINGS = 2000;
/** Neighbourhoods, and nodes of all of them, that one operation asks for. */
const MOST_AT_ONCE = 50;
const MOST_ASKED_AT_ONCE = 5000;

/** What a picture shows in the view of its state. */
export async function readGraph(asker: Ask, state: GraphState): Promise<GraphData> {
  const { view } = state;
  const schema = await schemaOf(asker, view);
  const { ids, capped } = await readIds(asker, state);
  const shown = ids.slice(0, MOST_THINGS);
  const certainAsked = view.on !== undefined && !view.certain;
  const [{ neighbourhood }, certain] = await Promise.all([
    ask<Among>(asker, printPicture(schema, state, shown)),
    certainAsked
      ? ask<Among>(asker, `query Certain ${directivesOf(view, true)} { ${among(shown)} { nodes { id } edges { id } } }`)
      : undefined,
  ]);
  const edges = new Map(neighbourhood.edges.map((it) => [it.id, it]));
  return {
    nodes: new Map(neighbourhood.nodes.map((it) => [it.id, it])),
    edges,
    capped,
    omitted: ids.length - shown.length,
    certain: certain
      ? new Set(certain.neighbourhood.edges.map((it) => it.id))
      : view.on === undefined
        ? undefined
        : new Set(edges.keys()),
  };
}

interface Among {
  readonly neighbourhood: { readonly nodes: readonly Thing[]; readonly edges: readonly Edge[] };
}

const among = (ids: readonly string[], more: string = ''): string =>
  `neighbourhood(of: ${JSON.stringify(ids)}, depth: 0${more})`;

/** The query that gives these things and the relations between them, of the kinds that are switched on. */
export function printPicture(
  schema: Schema,
  { view }: GraphState,
  ids: readonly string[],
  kinds?: Iterable<string>,
): string {
  const via = kinds ? `, via: ${JSON.stringify([...kinds])}` : '';
  return `query Picture ${directivesOf(view)} {
  ${among(ids, via)} { nodes { ...Thing } edges { ...Edge } }
}${edgeFragment(schema)}`;
}

/** Ids of what is in the picture: what it is about first, then what lies around. */
async function readIds(asker: Ask, state: GraphState): Promise<Pick<GraphData, 'capped'> & { ids: readonly string[] }> {
  const asked: readonly (Pick<Expansion, 'id'> & Partial<Expansion>)[] = [
    ...state.centres.map((id) => ({ id })),
    ...state.expanded,
  ];
  const limitOf = ({ most = state.most }: Partial<Expansion>): number => most;
  // The server limits the cost of an operation, which grows with what is asked for, and the number of its aliases.
  const turns: { size: number; fields: string[] }[] = [];
  for (const [i, it] of asked.entries()) {
    const via = it.type === undefined ? '' : `, via: [${JSON.stringify(it.type)}]`;
    const field = `n${i}: neighbourhood(of: ${JSON.stringify(it.id)}, first: ${limitOf(it)}${via}) { nodes { id } truncated }`;
    const turn = turns.at(-1);
    if (turn && turn.fields.length < MOST_AT_ONCE && turn.size + limitOf(it) <= MOST_ASKED_AT_ONCE) {
      turn.size += limitOf(it);
      turn.fields.push(field);
    } else turns.push({ size: limitOf(it), fields: [field] });
  }
  type Found = Record<string, { readonly nodes: readonly { readonly id: string }[]; readonly truncated: boolean }>;
  const directives = directivesOf(state.view);
  const answers = await Promise.all(
    turns.map(({ fields }) => ask<Found>(asker, `query Around ${directives} { ${fields.join(' ')} }`)),
  );
  const all: Found = Object.assign({}, ...answers);
  const found = asked.map((_, i) => all[`n${i}`]);
  const centres = state.centres.map((id, i) => found[i]?.nodes[0]?.id ?? id);
  const around = found.flatMap((it) => it?.nodes.map(({ id }) => id) ?? []);
  return {
    ids: [...new Set([...centres, ...state.also, ...around])],
    capped: asked.filter((_, i) => found[i]?.truncated),
  };
}

export interface Shown {
  readonly nodes: readonly Thing[];
  readonly edges: readonly Edge[];
}

/** What is shown of the data: what is hidden or switched off is left out, and what nothing joins to the rest. */
export function shownOf(data: GraphData, state: GraphState): Shown {
  const off = { nodes: new Set(state.nodesOff), edges: new Set(state.edgesOff), hidden: new Set(state.hidden) };
  const nodes = new Map([...data.nodes].filter(([id, it]) => !off.hidden.has(id) && !off.nodes.has(it.__typename)));
  const edges = [...data.edges.values()].filter(
    (it) => !off.edges.has(it.type) && nodes.has(it.from.id) && nodes.has(it.to.id),
  );
  const joined = new Set([...state.centres, ...state.also, ...edges.flatMap((it) => [it.from.id, it.to.id])]);
  return { nodes: [...nodes.values()].filter((it) => joined.has(it.id)), edges };
}

/** What a picture is of, and as of when, in words. */
export function titleOf({ centres, also, view }: GraphState, { nodes }: Pick<GraphData, 'nodes'>): string {
  const names = [...centres, ...also].flatMap((id) => nodes.get(id) ?? []).map(nameOf);
  const more = names.length > 3 ? ` ${words.entity.more(names.length - 3)}` : '';
  return `${names.slice(0, 3).join(', ')}${more}${view.on === undefined ? '' : words.asOf(view.on)}`;
}

/** The query that gives what is shown, and nothing else. */
export function queryBehind(schema: Schema, state: GraphState, { nodes, edges }: Shown): string {
  const kinds = state.edgesOff.length === 0 ? undefined : new Set(edges.map((it) => it.type));
  return printPicture(
    schema,
    state,
    nodes.map((it) => it.id),
    kinds,
  );
}
