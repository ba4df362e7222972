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
import type { Marker } from './marker.ts';

/** Thrown where an answer has to wait for what was just asked for; what is executed again does not meet it. */
export class NotFetched extends Error {}

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
  of(given: readonly ViewSelection[]): { selections: readonly ViewSelection[]; keyView: GraphView } {
    if (given.some((it) => it.asOfWhenOf !== undefined)) {
      throw notOnNeo4j('"@asOf(whenOf:)"', 'Give the date: "@asOf(date:)".');
    }
    const named = given.flatMap(({ sources }) => [...(sources?.only ?? []), ...(sources?.except ?? [])]);
    if (named.length > 0 && !this.#marker.hasWays) {
      throw notOnNeo4j(
        'A view by sources of this graph',
        'Some of its conclusions rest on too many sets of sources to be kept. Ask a graph in memory.',
      );
    }
    const known = new Map(named.map((id) => [id, this.#canonical(id)]));
    if (this.fetching.isMissingSomething) throw new NotFetched();
    const { ontology } = this.#empty;
    const [type = ''] = ontology.nodeTypes.keys();
    const ids = [...new Set(known.values())].filter((it) => it !== undefined);
    const nodes = ids.map((id) => ({ id, type, properties: {} }));
    const idOf = (id: string): string => known.get(id) ?? id;
    const selections = given.map(({ sources, ...rest }) => ({
      ...rest,
      ...(sources && {
        sources: {
          ...(sources.only && { only: sources.only.map(idOf) }),
          ...(sources.except && { except: sources.except.map(idOf) }),
        },
      }),
    }));
    const whole = GraphView.whole(freezeGraph(ontology, { nodes, edges: [] }));
    return { selections, keyView: selections.reduce(selectView, whole) };
  }

  /** The id of the node that is meant, or of a source that edges cite; undefined where there is none such. */
  #canonical(id: string): string | undefined {
    const { node, redirect, source } = this.fetching.labels;
    const rows = this.fetching
      .asked({
        text: `OPTIONAL MATCH (n:${node} {id: $id}) OPTIONAL MATCH (o:${redirect} {id: $id}) OPTIONAL MATCH (s:${source} {id: $id})
               RETURN coalesce(n.id, o.to, s.id) AS row`,
        parameters: { id: composed(id) },
      })
      .rows();
    const found = rows?.[0];
    return typeof found === 'string' ? found : undefined;
  }
}
