/**
 * The resolvers of what `query.graphql` declares: each root field asks one question of `answers/`.
 *
 * The answers have the names that the file declares, so nothing below the root needs a resolver of its own, but a page of
 * a list and the fields of an edge. Nodes and edges are in them by number, and are read as far as they are selected.
 */
import type { GraphQLFieldResolver } from 'graphql';
import { type Centrality, degrees, type RankingOptions } from '../../analysis/centrality.ts';
import { type CommunityMethod, type CommunityOptions, resolutionKind } from '../../analysis/communities.ts';
import { findCommunities, type GroupCountOptions, nodeGroups, ranking } from '../../answers/analyses.ts';
import { type ChangesOptions, changes } from '../../answers/changes.ts';
import { dataset } from '../../answers/dataset.ts';
import { disagreements } from '../../answers/disagreements.ts';
import { edgeAnswerFields } from '../../answers/edge-answer.ts';
import { type NeighbourhoodOptions, neighbourhood } from '../../answers/neighbourhood.ts';
import { avoided, type PathsOptions, paths } from '../../answers/paths.ts';
import { retraction } from '../../answers/retraction.ts';
import { search } from '../../answers/search.ts';
import { type SimilarOptions, similar } from '../../answers/similar.ts';
import { type TimelineOptions, timeline } from '../../answers/timeline.ts';
import { type WhyOptions, why } from '../../answers/why.ts';
import { type Kind, readArgument, wholeNumber } from '../../base/checked-options.ts';
import { corroborationOf } from '../../evidence/corroboration.ts';
import type { DatasetAbout } from '../../facts/dataset-about.ts';
import { didYouMeanNode } from '../../facts/node-id.ts';
import type { SearchOptions } from '../../search/search-hit.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { selectView } from '../../views/select-view.ts';
import type { QueryLimits, Work } from '../limits/query-limits.ts';
import { type AnswerPart, type GraphContext, type Operation, operationOf } from '../operation.ts';
import { checkPageSize, checkSkip } from '../page.ts';
import { publicError, searchTextTooLong, tooManyHops } from '../problems.ts';

// Sources and arguments have the types that query.graphql declares; TypeScript cannot see that file.
// biome-ignore lint/suspicious/noExplicitAny: one table for resolvers of many types
export type OwnResolver = GraphQLFieldResolver<any, GraphContext, any>;

/** What a root field is answered with: the part of the graph that its answer rests on, and the operation that pays. */
interface Asking extends AnswerPart {
  readonly operation: Operation;
  readonly limits: QueryLimits;
  readonly work: Work;
  readonly hints: string[];
  readonly about: DatasetAbout | undefined;
}

/** The page that any root field is asked for, where it is asked for one. */
function checkPage({ first, skip }: { readonly first?: number; readonly skip?: number }, limits: QueryLimits): void {
  if (first !== undefined) checkPageSize('first', first, limits.maxPageSize);
  if (skip !== undefined) checkSkip('skip', skip);
}

/** A root field, by its name in `query.graphql`: its arguments are without those that are null. */
const question =
  <Arguments>(ask: (asked: Arguments, asking: Asking) => unknown) =>
  (field: string): OwnResolver =>
  (_, asked: object, context, info) => {
    const operation = operationOf(context, info);
    const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null));
    try {
      const { limits, work, hints } = operation;
      checkPage(given, limits);
      const ready = operation.source.ready?.(field, given);
      if (ready !== undefined) return ready;
      const { view, form } = operation.source.part(field, given);
      return ask(given as Arguments, { view, form, operation, limits, work, hints, about: context.about });
    } catch (error) {
      throw publicError(error);
    }
  };

/** A page of a list that the answer has whole. */
export const pageOf =
  (field: string): OwnResolver =>
  (answer: Readonly<Record<string, readonly unknown[]>>, { first }: { readonly first: number }, context, info) => {
    const operation = operationOf(context, info);
    checkPageSize('first', first, operation.limits.maxPageSize);
    const page = answer[field]?.slice(0, first) ?? [];
    operation.spend(field, page.length);
    return page;
  };

/**
 * What an analysis costs, in nodes and edges looked at: iterative ones look at each edge again and again, clustering at
 * pairs of neighbours. The factors are measured: an equal cost is about an equal time.
 */
const analysisCosts: Readonly<
  Record<Exclude<Centrality, 'BETWEENNESS'> | CommunityMethod, (view: GraphView) => number>
> = {
  DEGREE: ({ edgeCount }) => edgeCount,
  PAGERANK: ({ edgeCount }) => edgeCount * 40,
  CORE: ({ edgeCount }) => edgeCount * 15,
  CLUSTERING: (view) => view.edgeCount * 10 + degrees(view).reduce((sum, it) => sum + it * it, 0) / 8,
  LOUVAIN: ({ edgeCount }) => edgeCount * 30,
  LABELS: ({ edgeCount }) => edgeCount * 50,
  COMPONENTS: ({ edgeCount }) => edgeCount * 10,
};

/** An argument that GraphQL has no type for, in the range that it has in Node. Throws `bad-option`. */
const within = (field: string, name: string, given: number | undefined, kind: Kind<number>): number | undefined =>
  given === undefined ? undefined : readArgument(field, name, given, kind);

/** How many nodes betweenness is searched from: as many as were asked for, or as may still be looked at. Pays for them. */
function paidSample({ edgeCount, nodeCount }: GraphView, asked: number | undefined, work: Operation['work']): number {
  // Nodes without edges are not searched from, nor met.
  const linked = Math.min(nodeCount, 2 * edgeCount);
  const each = (2 * edgeCount + linked) / 4 + 1;
  // Half of what is left, at most, so that there is something for the rest of the operation.
  const sample = Math.min(linked, asked ?? Math.floor(work.left / 2 / each));
  work.spend(edgeCount * 10 + Math.max(1, sample) * each);
  return sample;
}

/** What a search costs; it depends on the words, hardly on the graph. Sixty of them would take half a second. */
const SEARCH_COST = 100_000;

interface Paged {
  readonly first: number;
}
interface PathArguments extends Paged, Omit<PathsOptions, 'first' | 'avoid' | 'budget'> {
  readonly from: string;
  readonly to: string;
  readonly maxHops: number;
  readonly avoid?: readonly string[];
}
interface Nodes {
  readonly of?: string | undefined;
  readonly anyOf?: readonly string[] | undefined;
}
const idsOf = ({ of, anyOf = [] }: Nodes): string[] => [...(of === undefined ? [] : [of]), ...anyOf];

/** What the dates of an edge cost to read and to order, in edges looked at; and the entries of a timeline of everything. */
const EDGE_DATES_COST = 3;
const MOST_ENTRIES = 100;

type Via<Options> = Options & { readonly via?: readonly string[] };

const rootFields: Readonly<Record<string, (field: string) => OwnResolver>> = {
  entity: question(({ id }: { id: string }, { view, form, hints }) => {
    const node = view.findNode(id);
    if (node === undefined) hints.push(noEntity(id.slice(0, 100), view));
    return node === undefined ? undefined : form.node(node);
  }),
  edge: question(({ id }: { id: string }, { view, form, hints }) => {
    const edge = view.findEdge(id);
    const isHidden = edge === undefined && view.graph.edges.numberOf(id) !== undefined;
    const where = isHidden ? 'in the view that this operation selects' : 'here';
    if (edge === undefined) hints.push(`No edge has the id "${id.slice(0, 100)}" ${where}.`);
    return edge === undefined ? undefined : form.edge(edge);
  }),
  search: question(({ text, ...options }: SearchOptions & Paged & { text: string }, { view, form, limits, work }) => {
    if (text.length > limits.maxSearchText) throw searchTextTooLong(text.length, limits.maxSearchText);
    work.spend(SEARCH_COST);
    return search(view, text, options, form);
  }),
  paths: question(({ from, to, avoid = [], ...options }: PathArguments, { view, form, limits, work, operation }) => {
    if (options.maxHops > limits.maxHops) throw tooManyHops('maxHops', options.maxHops, limits.maxHops);
    if (options.through ?? avoid.length > 0) work.spend(view.graph.edges.count >> 4);
    const found = paths(view, from, to, { ...options, avoid: avoided(view, avoid), budget: work.leftHere }, form);
    if (found.truncated) work.exhaust();
    operation.spend('paths', found.paths.length);
    return found;
  }),
  neighbourhood: question(
    ({ of, ...options }: NeighbourhoodOptions & { of: readonly string[] }, { view, form, limits, work, operation }) => {
      const { depth = 1 } = options;
      if (depth > limits.maxHops) throw tooManyHops('depth', depth, limits.maxHops);
      const found = neighbourhood(view, of, options, form, () => work.spend(1));
      operation.spendRows(found.nodes.length + found.edges.length);
      return found;
    },
  ),
  why: question(({ edge, ...options }: WhyOptions & { edge: string }, { view, form, operation }) => {
    checkPageSize('derivations', options.derivations ?? 1, operation.limits.maxPageSize);
    const found = why(view, edge, options, form);
    operation.spendRows(found.steps.length);
    return found;
  }),
  disagreements: question(({ of, first }: Paged & { of?: string }, { view, form, work, operation }) => {
    // Without a node every edge is looked at, and what is said of it compared.
    if (of === undefined) work.spend(view.graph.edges.count * 40);
    const found = disagreements(view, of, form).slice(0, first);
    operation.spendRows(found.reduce((rows, it) => rows + it.rivals.length, 0));
    return found;
  }),
  timeline: question(({ of, anyOf, ...options }: TimelineOptions & Nodes, { view, form, work, operation }) => {
    const ids = idsOf({ of, anyOf });
    if (ids.length === 0) work.spend(view.graph.edges.count * EDGE_DATES_COST);
    const most = ids.length === 0 ? { first: MOST_ENTRIES } : {};
    const found = timeline(view, ids, { ...most, ...options }, form);
    operation.spendRows(found.entries.length + found.ongoing.length + found.undated.length);
    return found;
  }),
  changes: question(({ of, anyOf, ...options }: ChangesOptions & Nodes & Paged, { view, form, work, operation }) => {
    const ids = idsOf({ of, anyOf });
    work.spend(view.graph.edges.count);
    const found = changes(view, ids, options, form);
    operation.spendRows(found.happened.length + found.began.length + found.ended.length + found.becameKnown.length);
    return found;
  }),
  retract: question(({ source }: { source: string }, { view, form, work }) => {
    // What a source supports is found among all statements, and so is what fell with it.
    work.spend(view.graph.edges.count * 5);
    const found = retraction(view, { sources: [source] }, form);
    work.spend(found.statementCount + found.conclusionCount);
    return found;
  }),
  ranking: question(({ via, ...options }: Via<RankingOptions & Paged>, { view, form, work, hints }) => {
    const ranked = selectView(view, { via });
    const { by } = options;
    const sample = within('ranking', 'sample', options.sample, wholeNumber(1));
    within('ranking', 'seed', options.seed, wholeNumber(0));
    if (by !== 'BETWEENNESS') work.spend(analysisCosts[by](ranked));
    const asked = by === 'BETWEENNESS' ? { ...options, sample: paidSample(ranked, sample, work) } : options;
    const found = ranking(ranked, asked, form);
    if (found[0]?.error !== undefined)
      hints.push(
        `Betweenness is estimated, from ${asked.sample} of ${ranked.nodeCount} nodes drawn by seed ${options.seed}.`,
      );
    return found;
  }),
  similar: question(({ of, ...options }: SimilarOptions & Paged & { of: string }, { view, form, work }) => {
    return similar(view, of, options, form, (edges) => work.spend(edges));
  }),
  communities: question(({ via, ...options }: Via<CommunityOptions>, { view, form, work }) => {
    within('communities', 'resolution', options.resolution, resolutionKind);
    within('communities', 'seed', options.seed, wholeNumber(0));
    const grouped = selectView(view, { via });
    work.spend(analysisCosts[options.by ?? 'LOUVAIN'](grouped));
    return findCommunities(grouped, options, form);
  }),
  groupCount: question((options: GroupCountOptions & Paged, { view, form, work }) => {
    return nodeGroups(view, options, form, () => work.spend(1));
  }),
  dataset: question((_, { view, work, about }) => {
    work.spend(view.graph.edges.count);
    return dataset(view, about);
  }),
};

const noEntity = (id: string, { graph }: GraphView): string =>
  `No node has the id "${id}".${didYouMeanNode(id, graph.nodes.named())} To look for names, use "search".`;

/** A field of an edge, read where the edge lies. The value is the number by which the operation knows it. */
const ofEdge =
  (
    read: (view: GraphView, edge: number, form: AnswerPart['form']) => unknown,
    where: 'partOfEdge' | 'voicesOfEdge' = 'partOfEdge',
  ): OwnResolver =>
  (edge: number, _, context, info) => {
    const found = operationOf(context, info).source[where](edge);
    return read(found.view, found.edge, found.form);
  };

/** The fields of an edge, as answers have them, and those that lead on from it. */
const edgeResolvers: Readonly<Record<string, OwnResolver>> = {
  ...Object.fromEntries(Object.entries(edgeAnswerFields).map(([name, read]) => [name, ofEdge(read)])),
  premises: ofEdge((view, edge, form) => {
    const premises = view.graph.edges.property(edge, 'premises') as readonly string[];
    return premises.map((id) => view.findEdge(id)).flatMap((it) => (it === undefined ? [] : [form.edge(it)]));
  }),
  corroboration: ofEdge((view, edge) => corroborationOf(view, edge)?.level, 'voicesOfEdge'),
  voices: ofEdge((view, edge) => corroborationOf(view, edge)?.voices ?? [], 'voicesOfEdge'),
};

/** The resolver of a field that `query.graphql` declares; a field without one is read off its value. */
export function findOwnResolver(type: string, field: string): OwnResolver | undefined {
  if (type === 'Query') return rootFields[field]?.(field);
  return type === 'GraphEdge' ? edgeResolvers[field] : undefined;
}
