/**
 * A part of a graph in Neo4j, gathered edge by edge and frozen into a graph in memory.
 *
 * It is closed under what an edge says of others: its ends, its occasion, whoever is neo4jName, its sources, and of a
 * conclusion the premises. An edge that the view leaves out may be in it as a premise; the frozen view leaves it out too.
 */

import { BitSet } from '../base/bit-set.ts';
import { composed } from '../base/composed.ts';
import { groupBy } from '../base/group-by.ts';
import { BELONGS, MOST_STEPS, VOUCHING } from '../evidence/voices.ts';
import type { EdgeFact } from '../facts/fact.ts';
import { freezeGraph, type KnowledgeGraph } from '../store/knowledge-graph.ts';
import { GraphView } from '../views/graph-view.ts';
import {
  claimsIn,
  derivationsIn,
  edgeFactOf,
  type GatheredEdge,
  nodeFactOf,
  withColumnsIn,
} from './facts-of-stored.ts';
import type { Fetching } from './fetching.ts';
import type { Marker } from './loaded.ts';
import { neo4jName, PRIVATE } from './names-in-neo4j.ts';
import type { Neo4jRow, Statement, StoredEdge, StoredNode } from './neo4j-connection.ts';
import { halfLoaded, tooLargeForNeo4j } from './problems.ts';
import { allOfThem, StatementParameters, type ViewCondition } from './view-condition.ts';

export interface SubgraphOptions {
  readonly empty: GraphView;
  readonly fetching: Fetching;
  readonly read: (statements: readonly Statement[]) => Promise<Neo4jRow[][]>;
  readonly marker: Marker;
  readonly view: ViewCondition;
  /** A view with the restrictions of the operation, for their keys and dates. */
  readonly keyView: GraphView;
}

/** Edges of a part. */
const MOST_EDGES = 20_000;

export class Subgraph {
  readonly #options: SubgraphOptions;
  readonly #nodes = new Map<string, StoredNode>();
  readonly #redirects = new Map<string, string>();
  readonly #edges = new Map<string, GatheredEdge>();
  /** Nodes that the view has not. */
  readonly #hidden = new Set<string>();
  /** Ids that no node has. */
  readonly #absent = new Set<string>();

  constructor(options: SubgraphOptions) {
    this.#options = options;
  }

  storedNode(id: string): StoredNode {
    return this.#nodes.get(id)!;
  }

  storedEdge(id: string): StoredEdge {
    return this.#edges.get(id)!.stored;
  }

  get edgeTypes(): readonly string[] {
    return [...this.#options.empty.ontology.edgeTypes.keys()];
  }

  /** The id of the node that an id means, once it was fetched; undefined where there is none such. */
  meant(id: string): string | undefined {
    const key = composed(id);
    const found = this.#redirects.get(key) ?? key;
    return this.#nodes.has(found) ? found : undefined;
  }

  /** Fetches nodes by their ids, old ones among them. */
  async addNodes(ids: Iterable<string>): Promise<void> {
    const wanted = [...new Set(Array.from(ids, (it) => composed(it)))].filter(
      (it) => !this.#nodes.has(it) && !this.#redirects.has(it) && !this.#absent.has(it),
    );
    if (wanted.length === 0) return;
    const { fetching, read, view } = this.#options;
    const { node, redirect } = fetching.labels;
    const parameters = new StatementParameters();
    const shown = allOfThem(view.node('n', parameters));
    const [nodes = [], old = []] = await read([
      {
        text: `MATCH (n:${node}) WHERE n.id IN $wanted RETURN n, ${shown} AS isInView`,
        parameters: { ...parameters.values, wanted },
      },
      { text: `MATCH (o:${redirect}) WHERE o.id IN $wanted RETURN o.id AS id, o.to AS to`, parameters: { wanted } },
    ]);
    for (const row of nodes) {
      const stored = row.n as StoredNode;
      const id = String(stored.properties.id);
      this.#nodes.set(id, stored);
      if (row.isInView !== true) this.#hidden.add(id);
    }
    for (const { id, to } of old) this.#redirects.set(String(id), String(to));
    for (const id of wanted) if (!this.#nodes.has(id) && !this.#redirects.has(id)) this.#absent.add(id);
    await this.addNodes(old.map(({ to }) => String(to)));
  }

  /** Fetches the edges of the view at some nodes, of some types, one way or both. */
  async addEdgesAt(
    ids: readonly string[],
    direction: 'OUT' | 'IN' | 'BOTH' = 'BOTH',
    types?: readonly string[],
  ): Promise<void> {
    if (ids.length === 0) return;
    const edge = types ? `[r:${types.map(neo4jName).join('|')}]` : '[r]';
    const ways = { OUT: `(n)-${edge}->(m)`, IN: `(n)<-${edge}-(m)`, BOTH: `(n)-${edge}-(m)` } as const;
    await this.#addEdges([`MATCH (n:${this.#label}) WHERE n.id IN $ids MATCH ${ways[direction]}`], { ids }, true);
  }

  /** Fetches the edges of the view that join two of some nodes. */
  async addEdgesAmong(ids: readonly string[]): Promise<void> {
    const match = `MATCH (n:${this.#label}) WHERE n.id IN $ids MATCH (n)-[r]->(m:${this.#label}) WHERE m.id IN $ids`;
    await this.#addEdges([`${match} WITH r, m`], { ids }, true);
  }

  /** Fetches edges by their ids, whether the view has them or not: of each type by its index. */
  async addEdgesNamed(ids: readonly string[], types: Iterable<string>): Promise<void> {
    const wanted = ids.filter((it) => !this.#edges.has(it));
    if (wanted.length === 0) return;
    const matches = Array.from(types, (type) => {
      const name = neo4jName(type);
      return `MATCH (n:${this.#label})-[r:${name}]->(m) USING INDEX r:${name}(id) WHERE r.id IN $ids WITH r`;
    });
    await this.#addEdges(matches, { ids: wanted }, false);
  }

  get #label(): string {
    return this.#options.fetching.labels.node;
  }

  async #addEdges(
    matches: readonly string[],
    given: Readonly<Record<string, unknown>>,
    onlyInView: boolean,
  ): Promise<void> {
    const { view, read } = this.#options;
    const parameters = new StatementParameters();
    const ends = [...view.node('a', parameters), ...view.node('b', parameters)];
    const condition = allOfThem([...view.edge('r', parameters), ...ends]);
    const tail = `WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
      WITH r, a, b, coalesce(${condition}, false) AS isInView ${onlyInView ? 'WHERE isInView' : ''}
      RETURN r, a.id AS from, b.id AS to, isInView LIMIT ${MOST_EDGES + 1}`;
    const all = { ...parameters.values, ...given };
    const found = await read(matches.map((match) => ({ text: `${match} ${tail}`, parameters: all })));
    for (const { r, from, to, isInView } of found.flat()) {
      const stored = r as StoredEdge;
      const edge = { stored, from: String(from), to: String(to), isInView: isInView === true };
      this.#edges.set(String(stored.properties.id), edge);
    }
    if (this.#edges.size > MOST_EDGES) {
      throw tooLargeForNeo4j('The part of the graph that this answer rests on', this.#edges.size, MOST_EDGES);
    }
  }

  /** Fetches all that the edges speak of: premises, and the nodes that are their ends, occasions, speakers and sources. */
  async close(): Promise<void> {
    for (let missing = this.#missingPremises(); missing.size > 0; missing = this.#missingPremises()) {
      const before = this.#edges.size;
      for (const [type, ids] of missing) await this.addEdgesNamed([...ids], [type]);
      // A premise that is not there was taken out while this was read: the graph is being loaded anew.
      if (this.#edges.size === before) throw halfLoaded(this.#options.fetching.namespace);
    }
    const ids = new Set<string>();
    for (const { stored, from, to } of this.#edges.values()) {
      const { at, saidBy, sources } = stored.properties as Readonly<Record<string, unknown>>;
      for (const id of [from, to, at, saidBy, sources ?? []].flat()) if (typeof id === 'string') ids.add(id);
    }
    for (const node of this.#nodes.values()) {
      for (const { sources, saidBy } of claimsIn(node)) {
        for (const id of [sources, saidBy].flat()) if (id !== undefined) ids.add(id);
      }
    }
    await this.addNodes(ids);
  }

  /** Fetches what tells who vouches for the statements that are here: those that agree, publishers, and whom these speak for. */
  async addVoices(): Promise<void> {
    await this.close();
    const statements = [...this.#edges.values()].filter(({ stored }) => !stored.properties[PRIVATE.inferred]);
    for (const [type, of] of groupBy(statements, (it) => it.stored.type)) {
      const pairs = of.map(({ from, to }) => ({ from, to }));
      const ends = `MATCH (n:${this.#label} {id: pair.from}) MATCH (m:${this.#label} {id: pair.to})`;
      await this.#addEdges([`UNWIND $pairs AS pair ${ends} MATCH (n)-[r:${neo4jName(type)}]-(m)`], { pairs }, true);
    }
    await this.close();
    const properties = [...this.#edges.values()].map((it) => it.stored.properties as Readonly<Record<string, unknown>>);
    const sources = this.#allMeant(properties.flatMap((it) => (it.sources as readonly string[] | undefined) ?? []));
    const publishers = sources.flatMap((it) => textsIn(this.storedNode(it).properties[PRIVATE.publishers]));
    await this.addNodes(publishers);
    const known = new Set(this.edgeTypes);
    const before = new Set(this.#edges.keys());
    if (known.has(VOUCHING.publishes)) await this.addEdgesAt(sources, 'IN', [VOUCHING.publishes]);
    if (known.has(VOUCHING.cites)) await this.addEdgesAt(sources, 'OUT', [VOUCHING.cites]);
    const vouching = [...this.#edges].filter(([id]) => !before.has(id)).flatMap(([, { from, to }]) => [from, to]);
    let speakers = [
      ...publishers,
      ...vouching,
      ...this.#allMeant(properties.flatMap(({ saidBy }) => (typeof saidBy === 'string' ? [saidBy] : []))),
    ];
    const belongs = BELONGS.filter((it) => known.has(it));
    for (let step = 0; step < MOST_STEPS && belongs.length > 0; step++) {
      const asked = new Set(speakers);
      await this.addEdgesAt([...asked], 'OUT', belongs);
      speakers = [...this.#edges.values()].filter((it) => asked.has(it.from)).map((it) => it.to);
    }
    await this.close();
  }

  #allMeant(ids: readonly string[]): string[] {
    return [...new Set(ids.flatMap((it) => this.meant(it) ?? []))];
  }

  /** Premises that are not here, by edge type. */
  #missingPremises(): Map<string, Set<string>> {
    const missing = new Map<string, Set<string>>();
    for (const { stored } of this.#edges.values()) {
      for (const { premises } of derivationsIn(stored)) {
        for (const [type, id] of premises) {
          if (this.#edges.has(id)) continue;
          const ids = missing.get(type) ?? new Set();
          missing.set(type, ids.add(id));
        }
      }
    }
    return missing;
  }

  /** Edges that were fetched, with their ends. */
  edges(): Iterable<GatheredEdge> {
    return this.#edges.values();
  }

  /** The view of what was gathered, for walking alone: conclusions are in it without their premises. */
  freezeOpen(): GraphView {
    return this.#freeze((fact) => {
      const { derivations: _, ...rest } = fact;
      return rest;
    });
  }

  /** The view of what was gathered. */
  freeze(): GraphView {
    return this.#freeze((fact) => fact);
  }

  #freeze(madeOf: (fact: EdgeFact) => EdgeFact): GraphView {
    const { empty, keyView } = this.#options;
    const { ontology } = empty;
    const nodes = Array.from(this.#nodes.values(), (it) => nodeFactOf(ontology, it));
    const edges = Array.from(this.#edges.values(), (it) => madeOf(edgeFactOf(ontology, it)));
    const claims = Array.from(this.#nodes.values(), claimsIn).flat();
    const graph = this.#asLoaded(freezeGraph(ontology, { nodes, edges, claims, redirects: this.#redirects }));
    const inView = new BitSet(graph.edges.count);
    for (let edge = 0; edge < graph.edges.count; edge++) {
      if (this.#edges.get(graph.edges.id(edge))!.isInView) inView.add(edge);
    }
    const whole = GraphView.whole(graph);
    const { restrictions, neighbourhoods } = keyView;
    // The conditions were judged where nodes and edges came from; here they have their names and dates.
    const restricted = restrictions.reduce<GraphView>(
      (view, it) => view.restrict({ ...it, edges: () => inView }),
      whole,
    );
    if (neighbourhoods.length === 0) return restricted;
    const shown = new BitSet(graph.nodes.count);
    graph.nodes.ids.forEach((id, node) => {
      if (!this.#hidden.has(id)) shown.add(node);
    });
    return neighbourhoods.reduce((view, { key }) => view.localise({ key, nodes: () => shown }), restricted);
  }

  /** The graph with the bounds that edges have in the whole of it. */
  #asLoaded(gathered: KnowledgeGraph): KnowledgeGraph {
    const graph = withColumnsIn(this.#options.marker.columns, gathered);
    const { edges } = graph;
    const { validity, count } = edges;
    const bounds = {
      earliestStart: validity.earliestStart.slice(),
      latestStart: validity.latestStart.slice(),
      earliestEnd: validity.earliestEnd.slice(),
      latestEnd: validity.latestEnd.slice(),
    };
    for (let edge = 0; edge < count; edge++) {
      const { properties } = this.storedEdge(edges.id(edge));
      bounds.earliestStart[edge] = Number(properties[PRIVATE.possibleStart]);
      bounds.latestStart[edge] = Number(properties[PRIVATE.certainStart]);
      bounds.earliestEnd[edge] = Number(properties[PRIVATE.certainEnd]);
      bounds.latestEnd[edge] = Number(properties[PRIVATE.possibleEnd]);
    }
    return { ...graph, bounds };
  }
}

const textsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
