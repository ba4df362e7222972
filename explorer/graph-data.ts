/**
 * The things and relations of a picture: around its centres, and where it was expanded, merged into one.
 */
import { directivesOf } from './address.ts';
import { type Ask, ask, schemaOf, type Thing } from './ask.ts';
import type { GraphState } from './graph-state.ts';
import { type Edge, edgeFragment } from './statements.ts';

export interface GraphData {
  readonly nodes: ReadonlyMap<string, Thing>;
  readonly edges: ReadonlyMap<string, Edge>;
  /** Things with more neighbours than are shown. */
  readonly capped: readonly string[];
  /** What was asked, one query for each centre and expansion. */
  readonly queries: readonly string[];
}

/** Ids of the edges of a picture that are in the view of its date. */
export interface Dated {
  readonly possible: ReadonlySet<string>;
  readonly certain: ReadonlySet<string>;
}

interface Neighbourhood {
  readonly nodes: readonly Thing[];
  readonly edges: readonly Edge[];
  readonly truncated: boolean;
}

/** The most of one kind that an expansion adds. */
const MOST_EXPANDED = 120;

/** What the picture shows at all times: dates only choose among these, so that nothing jumps. */
export async function readGraph(asker: Ask, state: GraphState): Promise<GraphData> {
  const schema = await schemaOf(asker);
  const { on: _, ...always } = state.view;
  const selection = 'nodes { ...Thing } edges { ...Edge } truncated';
  const queries = queriesOf(state, directivesOf(always, false), selection, edgeFragment(schema));
  const parts = await Promise.all(queries.map((it) => ask<{ neighbourhood: Neighbourhood }>(asker, it)));
  const found = parts.map((it) => it.neighbourhood);
  return {
    nodes: new Map(found.flatMap((it) => it.nodes.map((node) => [node.id, node]))),
    edges: new Map(found.flatMap((it) => it.edges.map((edge) => [edge.id, edge]))),
    capped: state.centres.filter((_, i) => found[i]?.truncated),
    queries,
  };
}

export async function readDated(asker: Ask, state: GraphState): Promise<Dated | undefined> {
  if (state.view.on === undefined) return undefined;
  const idsOf = async (certain: boolean): Promise<ReadonlySet<string>> => {
    const queries = queriesOf(state, directivesOf(state.view, certain), 'edges { id }', '');
    const parts = await Promise.all(
      queries.map((it) => ask<{ neighbourhood: Pick<Neighbourhood, 'edges'> }>(asker, it)),
    );
    return new Set(parts.flatMap((it) => it.neighbourhood.edges.map((edge) => edge.id)));
  };
  const [possible, certain] = await Promise.all([idsOf(false), idsOf(true)]);
  return { possible, certain };
}

/** One query for each centre and expansion: together they would be one that is too large for the server. */
function queriesOf(state: GraphState, directives: string, selection: string, fragments: string): string[] {
  const asked = [
    ...state.centres.map((id) => `of: ${JSON.stringify(id)}, first: ${state.most}`),
    ...state.expanded.map(
      ({ id, type }) => `of: ${JSON.stringify(id)}, via: [${JSON.stringify(type)}], first: ${MOST_EXPANDED}`,
    ),
  ];
  return asked.map((it) => `query Picture ${directives} {\n  neighbourhood(${it}) { ${selection} }\n}${fragments}`);
}

/** What is shown of the data: what is hidden, switched off or not in the view of the date is left out. */
export function shownOf(
  data: GraphData,
  state: GraphState,
  dated: Dated | undefined,
): { readonly nodes: readonly Thing[]; readonly edges: readonly Edge[] } {
  const off = { nodes: new Set(state.nodesOff), edges: new Set(state.edgesOff), hidden: new Set(state.hidden) };
  const kept = dated && (state.view.certain ? dated.certain : dated.possible);
  const nodes = new Map([...data.nodes].filter(([id, it]) => !off.hidden.has(id) && !off.nodes.has(it.__typename)));
  const edges = [...data.edges.values()].filter(
    (it) => !off.edges.has(it.type) && (!kept || kept.has(it.id)) && nodes.has(it.from.id) && nodes.has(it.to.id),
  );
  const joined = new Set([...state.centres, ...edges.flatMap((it) => [it.from.id, it.to.id])]);
  return { nodes: [...nodes.values()].filter((it) => joined.has(it.id)), edges };
}
