/**
 * A graph in Neo4j, read into memory whole: for what rests on all of it, such as a search, communities or what falls with a
 * source. It is read once for each load, by pages, so that it is bounded by the size of the graph and not by the time of a
 * question; whoever cannot wait for it is told so.
 */
import type { Claim } from '../facts/claim.ts';
import type { EdgeFact, NodeFact } from '../facts/fact.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { rememberRules } from '../rules/rule.ts';
import { freezeGraph } from '../store/knowledge-graph.ts';
import { GraphView } from '../views/graph-view.ts';
import { claimsIn, edgeFactOf, nodeFactOf, withColumnsIn } from './facts-of-stored.ts';
import type { Loaded } from './loaded.ts';
import { labelsOf } from './names-in-neo4j.ts';
import type { Neo4jRow, Statement, StoredEdge, StoredNode } from './neo4j-connection.ts';
import { beingCopied } from './problems.ts';

/** Nodes of a page, each with the edges that begin at it. */
const PAGE = 1000;

type Read = (of: Loaded, statement: Statement) => Promise<readonly Neo4jRow[]>;

export class CopiedGraph {
  readonly #namespace: string;
  readonly #ontology: Ontology;
  readonly #read: Read;
  #of: Loaded | undefined;
  #copy: Promise<GraphView> | undefined;

  /** `read` throws where the graph is no longer the one that was loaded. */
  constructor(namespace: string, ontology: Ontology, read: Read) {
    this.#namespace = namespace;
    this.#ontology = ontology;
    this.#read = read;
  }

  /** The whole view of what was loaded. Throws `neo4j-being-copied` where it is not here in time. */
  async within(milliseconds: number, loaded: Loaded): Promise<GraphView> {
    if (this.#of !== loaded || !this.#copy) {
      const copy = this.#make(loaded);
      // What fails is tried anew by whoever asks next.
      copy.catch(() => {
        if (this.#copy === copy) this.#copy = undefined;
      });
      [this.#of, this.#copy] = [loaded, copy];
    }
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(beingCopied(loaded.marker.edges)), milliseconds);
    });
    try {
      return await Promise.race([this.#copy, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #make(loaded: Loaded): Promise<GraphView> {
    const { marker, rules } = loaded;
    const { node: label, redirect } = labelsOf(this.#namespace);
    const nodes: NodeFact[] = [];
    const edges: EdgeFact[] = [];
    const claims: Claim[] = [];
    for (let after: string | undefined = ''; after !== undefined; ) {
      const rows: readonly Neo4jRow[] = await this.#read(loaded, {
        text: `MATCH (n:${label}) WHERE n.id > $after WITH n ORDER BY n.id LIMIT ${PAGE}
               RETURN n, COLLECT { MATCH (n)-[r]->(m:${label}) WHERE r.id IS NOT NULL RETURN [r, m.id] } AS edges`,
        parameters: { after },
      });
      for (const { n, edges: out } of rows) {
        const fact = nodeFactOf(this.#ontology, n as StoredNode);
        nodes.push(fact);
        claims.push(...claimsIn(n as StoredNode));
        for (const [stored, to] of out as readonly (readonly [StoredEdge, string])[]) {
          edges.push(edgeFactOf(this.#ontology, { stored, from: fact.id, to }));
        }
      }
      after = rows.length < PAGE ? undefined : nodes.at(-1)?.id;
    }
    const old = await this.#read(loaded, {
      text: `MATCH (o:${redirect}) RETURN o.id AS id, o.to AS to`,
      parameters: {},
    });
    const redirects = new Map(old.map(({ id, to }) => [String(id), String(to)]));
    const graph = withColumnsIn(marker.columns, freezeGraph(this.#ontology, { nodes, edges, claims, redirects }));
    rememberRules(graph, rules);
    return GraphView.whole(graph);
  }
}
