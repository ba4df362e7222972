/**
 * The questions that a graph answers: each asks a module of `answers/`, as GraphQL and the command line do.
 *
 * Answers are plain objects: JSON holds them whole. A node in them has `id`, `type` and `name`, and an edge what is said
 * of it; `graph.node(it.id)` and `graph.edge(it.id)` give all properties, typed.
 */

import type { Centrality, RankedNode, RankingOptions } from '../analysis/centrality.ts';
import type { CommunityOptions } from '../analysis/communities.ts';
import type { Communities, GroupCountOptions, NodeGroup } from '../answers/analyses.ts';
import type { AnswerForm, NodeAnswer } from '../answers/answer-form.ts';
import { type ChangesBetween, type ChangesOptions, changes } from '../answers/changes.ts';
import { type Dataset, dataset } from '../answers/dataset.ts';
import { type Disagreement, disagreements } from '../answers/disagreements.ts';
import { asObjects, type EdgeAnswer } from '../answers/edge-answer.ts';
import { type Neighbourhood, type NeighbourhoodOptions, neighbourhood } from '../answers/neighbourhood.ts';
import { type Paths, type PathsOptions, paths } from '../answers/paths.ts';
import { type Retraction, retraction } from '../answers/retraction.ts';
import { search } from '../answers/search.ts';
import { type SimilarNode, type SimilarOptions, similar } from '../answers/similar.ts';
import { type Timeline, type TimelineOptions, timeline } from '../answers/timeline.ts';
import { type Explanation, type WhyOptions, why } from '../answers/why.ts';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { InterfaceName, NodeTypeName, TypedOntology } from '../ontology/typed-ontology.ts';
import type { Retracted } from '../rules/retract.ts';
import type { SearchHit, SearchOptions } from '../search/search-hit.ts';
import type { NodeName } from '../traversal/named-nodes.ts';
import type { GraphView } from '../views/graph-view.ts';
import { idGiven, idsGiven, optionsOf, textGiven, type WithDates } from './method-options.ts';
import { ViewedGraph } from './viewed-graph.ts';

export abstract class AskedGraph<S extends TypedOntology> extends ViewedGraph<S> {
  readonly #form: AnswerForm<NodeAnswer<S>, EdgeAnswer<S>>;

  constructor(view: GraphView) {
    super(view);
    this.#form = asObjects<S>(view);
  }

  /** What the facts say of themselves. */
  abstract get about(): DatasetAbout;

  /**
   * Nodes by what people call them, the likeliest first: in any script, misspelt, unfinished, with words about them.
   * @example
   * graph.find('Spolaric president red cross')[0].node.name // 'Mirjana Spoljaric Egger'
   */
  find(text: string, options?: SearchOptions): SearchHit<NodeAnswer<S>, EdgeAnswer<S>>[] {
    return search(this.view, textGiven('find', 'text', text), optionsOf.find(options), this.#form);
  }

  /**
   * How two nodes are connected: paths without repeated nodes, the shortest first. At most 10 of at most 6 hops, unless
   * said otherwise; edges are followed either way. A search that looks at too much is cut off, and says so.
   * @example
   * graph.paths('state:bra', 'official:kate-forbes', { maxHops: 4, first: 1 }).paths[0]?.length
   */
  paths(from: NodeName, to: NodeName, options?: PathsOptions): Paths<NodeAnswer<S>, EdgeAnswer<S>> {
    const [start, goal] = [idGiven('paths', 'from', from), idGiven('paths', 'to', to)];
    return paths(this.view, start, goal, optionsOf.paths(options), this.#form);
  }

  /**
   * What lies around a node or several, the nearest first, and the edges between: one step away and at most 100 nodes,
   * unless said otherwise. `around` gives the same as a graph.
   */
  neighbourhood(
    of: NodeName | readonly NodeName[],
    options?: NeighbourhoodOptions,
  ): Neighbourhood<NodeAnswer<S>, EdgeAnswer<S>> {
    const ids = idsGiven('neighbourhood', 'of', of);
    return neighbourhood(this.view, ids, optionsOf.neighbourhood(options), this.#form);
  }

  /**
   * Why an edge holds: its sources, or the rules and premises it follows from, down to sources. At most 3 derivations of
   * each conclusion, unless said otherwise. Throws `unknown-edge`.
   */
  why(edge: string | { readonly id: string }, options?: WhyOptions): Explanation<EdgeAnswer<S>> {
    return why(this.view, idGiven('why', 'edge', edge), optionsOf.why(options), this.#form);
  }

  /** Where sources disagree about a node, or about anything: rival values and rival statements. */
  conflicts(of?: NodeName): Disagreement<NodeAnswer<S>, EdgeAnswer<S>>[] {
    return disagreements(this.view, of === undefined ? undefined : idGiven('conflicts', 'of', of), this.#form);
  }

  /**
   * What happened to a node, to several or, with an empty list, in the whole graph, in the order of the dates, in a span or
   * ever; undated last.
   * @example
   * graph.timeline('state:kaz', { during: '2024' }).entries.map((it) => it.when)
   */
  timeline(
    of: NodeName | readonly NodeName[],
    options?: WithDates<TimelineOptions, 'during' | 'from' | 'to'>,
  ): Timeline<NodeAnswer<S>, EdgeAnswer<S>> {
    return timeline(this.view, idsGiven('timeline', 'of', of), optionsOf.timeline(options), this.#form);
  }

  /**
   * What changed in a span for a node, for several or, with an empty list, in the whole graph: what happened, began, ended
   * and became known. `diff` compares two graphs.
   * @example
   * graph.changes('state:kaz', { from: '2024-09', to: '2024-10' }).began.map((it) => it.edge.type)
   */
  changes(
    of: NodeName | readonly NodeName[],
    options: WithDates<ChangesOptions, 'from' | 'to'>,
  ): ChangesBetween<EdgeAnswer<S>> {
    return changes(this.view, idsGiven('changes', 'of', of), optionsOf.changes(options), this.#form);
  }

  /**
   * What would fall if sources, stated edges or rules were taken back, as far as this view shows it. Nothing is changed:
   * `edit` is for that.
   * @example
   * graph.retraction({ sources: ['source:el-kz-34ic'] }).conclusionCount
   */
  retraction(what: Retracted): Retraction<NodeAnswer<S>, EdgeAnswer<S>> {
    return retraction(this.view, optionsOf.retraction(what), this.#form);
  }

  /**
   * The nodes most like one: those that have the same neighbours in the same relations; the ten most alike, unless said
   * otherwise.
   * @example
   * graph.similar('state:kaz', { via: ['voted-on'], same: ['position'], first: 3 })
   */
  similar(of: NodeName, options?: SimilarOptions): SimilarNode<NodeAnswer<S>>[] {
    return similar(this.view, idGiven('similar', 'of', of), optionsOf.similar(options), this.#form);
  }

  /**
   * The most central nodes by `DEGREE`, `PAGERANK`, `BETWEENNESS`, `CORE` or `CLUSTERING`; the ten highest, along edges of
   * either way, unless said otherwise.
   * @example
   * await graph.via('co-launched', 'joined').ranking('PAGERANK', { type: 'State', first: 3 })
   */
  async ranking(
    by: Centrality,
    options: Omit<RankingOptions, 'by' | 'type'> & { readonly type?: NodeTypeName<S> | InterfaceName<S> } = {},
  ): Promise<RankedNode<NodeAnswer<S>>[]> {
    const { ranking } = await import('../answers/analyses.ts');
    return ranking(this.view, optionsOf.ranking({ ...options, by }), this.#form);
  }

  /**
   * Groups of nodes that have more to do with each other than with the rest (Louvain, or label propagation with `by:
   * 'LABELS'`), or that are connected at all (`by: 'COMPONENTS'`); the largest first.
   */
  async communities(options?: CommunityOptions): Promise<Communities<NodeAnswer<S>>> {
    const { findCommunities } = await import('../answers/analyses.ts');
    return findCommunities(this.view, optionsOf.communities(options), this.#form);
  }

  /**
   * Nodes in groups by a property or a relation, the largest first; or the edges of a relation, counted in groups.
   * @example
   * await graph.groupCount({ type: 'State', by: 'regionalGroup', of: 'coLaunched' })
   */
  async groupCount(options: GroupCountOptions): Promise<NodeGroup<NodeAnswer<S>>[]> {
    const { nodeGroups } = await import('../answers/analyses.ts');
    return nodeGroups(this.view, optionsOf.groupCount(options), this.#form);
  }

  /** What this view holds, by type, and what its facts say of themselves. */
  dataset(): Dataset {
    return dataset(this.view, this.about);
  }
}
