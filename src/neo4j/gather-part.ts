/**
 * What each field of `query.graphql` needs of the graph, fetched into a subgraph; or why no part is enough.
 *
 * A field is here when its answer over the part is provably the answer over the whole: what happened to a node rests on its
 * edges, a neighbourhood on the edges of what it reaches. What looks at everything (communities, a search) is refused here, and
 * answered from a copy of a graph that is not too large (`neo4j-engine.ts`).
 */
import { GraphQLError } from 'graphql';
import { byNumber } from '../answers/answer-form.ts';
import { type NeighbourhoodOptions, neighbourhood } from '../answers/neighbourhood.ts';
import { avoided, type PathsOptions, paths } from '../answers/paths.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { notOnNeo4j } from '../graphql/problems.ts';
import { oppositeOf } from '../ontology/relation-ends.ts';
import type { Subgraph } from './subgraph.ts';

type Asked = Readonly<Record<string, unknown>>;
type Gather = (subgraph: Subgraph, asked: Asked, field: string) => Promise<void>;

const IN_MEMORY = 'Ask a graph in memory: diplograph serve without --engine.';

const gatherers: Readonly<Record<string, Gather>> = {
  async entity(subgraph, { id }) {
    await subgraph.addNodes([String(id)]);
  },
  async edge(subgraph, { id }) {
    await subgraph.addEdgesNamed([String(id)], subgraph.edgeTypes);
  },
  async why(subgraph, { edge }) {
    await subgraph.addEdgesNamed([String(edge)], subgraph.edgeTypes);
    await subgraph.addVoices();
  },
  timeline: edgesOf,
  changes: edgesOf,
  disagreements: edgesOf,
  neighbourhood: around,
  paths: between,
  async similar(subgraph, { of, via }) {
    const asked = new Set<string>();
    let frontier = await nodesMeant(subgraph, [String(of)]);
    // One step to the neighbours, one back, and one more to count what those who share them have.
    for (let step = 0; step < 3; step++) {
      await subgraph.addEdgesAt(frontier, 'BOTH', known(subgraph, via as readonly string[] | undefined));
      for (const id of frontier) asked.add(id);
      const ends = Array.from(subgraph.edges(), ({ from, to }) => [from, to]).flat();
      frontier = [...new Set(ends)].filter((it) => !asked.has(it));
    }
  },
  /** The node or the edge whose date a view is of. */
  async whenOf(subgraph, { id }) {
    const ids = [String(id), String(id).replace(/#[^#]*$/, '')];
    await subgraph.addNodes(ids);
    await subgraph.addEdgesNamed(ids, subgraph.edgeTypes);
  },
};

/** Fetches what the answer rests on; a refusal is returned, to be met where the field asks. */
export async function gatherPart(subgraph: Subgraph, field: string, asked: Asked): Promise<Error | undefined> {
  const gather = gatherers[field];
  if (!gather) return notOnNeo4j(`"${field}"`, IN_MEMORY);
  try {
    await gather(subgraph, asked, field);
    await subgraph.close();
    return undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** All edges of the nodes that are named. */
async function edgesOf(subgraph: Subgraph, { of, anyOf, via }: Asked, field: string): Promise<void> {
  const ids = [of, anyOf].flat().filter((it): it is string => typeof it === 'string');
  if (ids.length === 0) throw notOnNeo4j(`"${field}" of everything`, `Name a node with "of". ${IN_MEMORY}`);
  await subgraph.addEdgesAt(
    await nodesMeant(subgraph, ids),
    'BOTH',
    known(subgraph, via as readonly string[] | undefined),
  );
}

async function nodesMeant(subgraph: Subgraph, ids: readonly string[]): Promise<string[]> {
  await subgraph.addNodes(ids);
  return [...new Set(ids.flatMap((it) => subgraph.meant(it) ?? []))];
}

/** The edge types that the ontology has; one that it has not is refused by the answer. */
function known(subgraph: Subgraph, types: readonly string[] | undefined): readonly string[] | undefined {
  const names = new Set(subgraph.edgeTypes);
  const found = types?.filter((it) => names.has(it));
  return found && found.length === 0 ? undefined : found;
}

/** Fetches the edges of every node that the answer expands, until the answer over them expands no other. */
async function around(subgraph: Subgraph, { of, ...options }: Asked & { readonly of?: unknown }): Promise<void> {
  const { via, direction = 'BOTH', depth = 1 } = options as NeighbourhoodOptions;
  const asked = [of].flat().map(String);
  const expanded = new Set<string>();
  let wanted = depth > 0 ? await nodesMeant(subgraph, asked) : [];
  if (depth === 0) await subgraph.addNodes(asked);
  for (;;) {
    await subgraph.addEdgesAt(wanted, direction, known(subgraph, via));
    for (const id of wanted) expanded.add(id);
    await subgraph.addNodes(Array.from(subgraph.edges(), ({ from, to }) => [from, to]).flat());
    const view = subgraph.freezeOpen();
    const found = ignoringMistakes(() => neighbourhood(view, asked, options, byNumber));
    if (!found) return;
    const ids = found.nodes.map((it) => view.graph.nodes.ids[it]!);
    wanted = ids.filter((id, i) => (found.distances[i] ?? 0) < depth && !expanded.has(id));
    if (wanted.length > 0) continue;
    await subgraph.addEdgesAmong(ids);
    return;
  }
}

/**
 * Fetches balls around both ends, the smaller first, until the paths that lie within them are as many as were asked for, or
 * as long as they may be: a path of no more hops than both radii together lies in both balls.
 */
async function between(subgraph: Subgraph, asked: Asked): Promise<void> {
  const {
    from,
    to,
    avoid = [],
    ...options
  } = asked as unknown as {
    readonly from: string;
    readonly to: string;
    readonly avoid?: readonly string[];
  } & PathsOptions;
  const { maxHops = 6, first = 10, direction = 'BOTH', by = 'HOPS' } = options;
  if (by === 'CORROBORATION') throw notOnNeo4j('"paths" by corroboration', IN_MEMORY);
  await subgraph.addNodes([from, to, ...avoid]);
  const ends = [subgraph.meant(from), subgraph.meant(to)];
  if (ends.includes(undefined)) return;
  const types = known(subgraph, options.via);
  const sides = ends.map((id, i) => ({
    frontier: [id!],
    seen: new Set([id!]),
    direction: i === 0 ? direction : oppositeOf[direction],
  }));
  for (let hops = 0; hops < maxHops; hops++) {
    const side = sides[0]!.frontier.length <= sides[1]!.frontier.length ? sides[0]! : sides[1]!;
    if (side.frontier.length === 0) break;
    await subgraph.addEdgesAt(side.frontier, side.direction, types);
    const expanded = new Set(side.frontier);
    side.frontier = [];
    for (const edge of subgraph.edges()) {
      for (const [near, far] of [
        [edge.from, edge.to],
        [edge.to, edge.from],
      ] as const) {
        if (!edge.isInView || !expanded.has(near) || side.seen.has(far)) continue;
        side.seen.add(far);
        side.frontier.push(far);
      }
    }
    await subgraph.addNodes(Array.from(subgraph.edges(), (it) => [it.from, it.to]).flat());
    const view = subgraph.freezeOpen();
    const within = { ...options, maxHops: hops + 1, avoid: avoided(view, avoid) };
    const found = ignoringMistakes(() => paths(view, from, to, within, byNumber));
    // The surest path may be a long one: only of the fewest hops is it known when there are enough.
    if (!found || (by === 'HOPS' && found.paths.length >= first)) break;
  }
}

/** What is wrong with the question is told by the answer itself, when all is here. */
function ignoringMistakes<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof KnowledgeError) return undefined;
    throw error;
  }
}
