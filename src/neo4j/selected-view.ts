/**
 * What an operation selects of a graph in Neo4j, checked as in memory: by the code that selects views, over a tiny graph
 * that has the sources which are named, once Neo4j was asked whether it knows them.
 */

import { composed } from '../base/composed.ts';
import { notOnNeo4j } from '../graphql/problems.ts';
import { freezeGraph } from '../store/knowledge-graph.ts';
import { GraphView } from '../views/graph-view.ts';
import { selectView, type ViewSelection } from '../views/select-view.ts';
import type { Fetching } from './fetching.ts';
import type { Marker } from './loaded.ts';
import type { StoredNode } from './neo4j-connection.ts';
import { tooLargeForNeo4j } from './problems.ts';
import { allOfThem, type ResolvedSelection, StatementParameters, ViewCondition } from './view-condition.ts';

/** Thrown where an answer has to wait for what was just asked for; what is executed again does not meet it. */
export class NotFetched extends Error {}

/** Nodes of an ego network. */
const MOST_AROUND = 10_000;

interface Resolved {
  readonly selections: readonly ResolvedSelection[];
  readonly keyView: GraphView;
}

export class SelectedView {
  readonly fetching: Fetching;
  readonly #empty: GraphView;
  readonly #marker: Marker;

  constructor(empty: GraphView, fetching: Fetching, marker: Marker) {
    this.#empty = empty;
    this.fetching = fetching;
    this.#marker = marker;
  }

  /**
   * The selections with the ids under which edges cite the sources, and a view with their key over a graph without edges.
   * Throws what `selectView` throws, and `NotFetched`.
   */
  of(given: readonly ViewSelection[]): Resolved {
    const sources = given.flatMap(({ sources }) => [...(sources?.only ?? []), ...(sources?.except ?? [])]);
    if (sources.length > 0 && !this.#marker.hasWays) {
      throw notOnNeo4j(
        'A view by sources of this graph',
        'Some of its conclusions rest on too many sets of sources to be kept. Ask a graph in memory.',
      );
    }
    const named = [...sources, ...given.flatMap(({ around = [] }) => around)];
    const known = new Map(named.map((id) => [id, this.#named(id)]));
    if (this.fetching.isMissingSomething) throw new NotFetched();
    const { ontology } = this.#empty;
    const nodes = new Map(Array.from(known.values(), (it) => [it?.id, it && { ...it, properties: {} }]));
    const idOf = (id: string): string => known.get(id)?.id ?? id;
    const selections = given.map(({ sources, around, ...rest }) => ({
      ...rest,
      ...(around && { around: around.map(idOf) }),
      ...(sources && {
        sources: {
          ...(sources.only && { only: sources.only.map(idOf) }),
          ...(sources.except && { except: sources.except.map(idOf) }),
        },
      }),
    }));
    const whole = GraphView.whole(
      freezeGraph(ontology, { nodes: [...nodes.values()].filter((it) => it !== undefined), edges: [] }),
    );
    const keyView = selections.reduce(selectView, whole);
    const edges = new ViewCondition(
      selections.map(({ around: _, types: __, linked: ___, ...rest }) => rest),
      ontology,
    );
    const resolved = selections.map(({ around, depth = 1, ...rest }) =>
      around ? { ...rest, within: this.#reached(edges, around, depth) } : rest,
    );
    return { selections: resolved, keyView };
  }

  /** Ids of the nodes at most so many steps away: an ego network is measured in what all restrictions leave. */
  #reached(view: ViewCondition, starts: readonly string[], depth: number): readonly string[] {
    const { node } = this.fetching.labels;
    const reached = new Set(starts);
    let frontier = [...reached];
    for (let step = 0; step < depth && frontier.length > 0; step++) {
      const parameters = new StatementParameters();
      const near = `MATCH (n:${node}) WHERE n.id IN ${parameters.add(frontier)} MATCH (n)-[r]-(m:${node})`;
      const text = `${near} WHERE ${allOfThem(view.edge('r', parameters))} RETURN DISTINCT m.id AS row LIMIT ${MOST_AROUND + 1}`;
      const rows = this.fetching.asked({ text, parameters: parameters.values }).rows();
      if (!rows) throw new NotFetched();
      frontier = rows.map(String).filter((it) => !reached.has(it));
      for (const id of frontier) reached.add(id);
      if (reached.size > MOST_AROUND) throw tooLargeForNeo4j('The ego network', reached.size, MOST_AROUND);
    }
    return [...reached];
  }

  /** The node that is meant, or the source that edges cite and that is none; undefined where there is neither. */
  #named(id: string): { readonly id: string; readonly type: string } | undefined {
    const { node, redirect, source } = this.fetching.labels;
    const text = `OPTIONAL MATCH (o:${redirect} {id: $id}) WITH coalesce(o.to, $id) AS id
      OPTIONAL MATCH (n:${node} {id: id}) OPTIONAL MATCH (s:${source} {id: id}) RETURN [coalesce(n.id, s.id), n] AS row`;
    const [row] = this.fetching.asked({ text, parameters: { id: composed(id) } }).rows() ?? [];
    const [found, stored] = (row ?? []) as readonly [string | null, StoredNode | null];
    if (typeof found !== 'string') return undefined;
    const { nodeTypes } = this.#empty.ontology;
    return { id: found, type: (stored ?? { labels: [...nodeTypes.keys()] }).labels.find((it) => nodeTypes.has(it))! };
  }
}
