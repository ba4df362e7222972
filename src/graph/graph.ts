/**
 * The graph as a program sees it: walk it, search it, look at less of it, ask it in GraphQL, edit it.
 *
 * It is a view and what was opened with it; each method is a door to a part of the house and nothing more. Narrowing it
 * gives another graph with the same methods, and costs no more than marking what counts. A graph never changes.
 */
import { DirectedGraph, UndirectedGraph } from 'graphology';
import type { AbstractGraph, Attributes } from 'graphology-types';
import type { Problem } from '../base/problem.ts';
import { patternsFolder } from '../base/shipped-files.ts';
import type { SourceFile } from '../base/source-file.ts';
import { supportTest } from '../evidence/support-test.ts';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { WriteOptions } from '../formats/format.ts';
import type { Schema as ShippedSchema } from '../generated/shipped-ontology.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type {
  Concrete,
  EdgeNamed,
  EdgeOf,
  EdgeTypeName,
  InterfaceName,
  NodeNamed,
  NodeOf,
  NodeTypeName,
  TypedOntology,
} from '../ontology/typed-ontology.ts';
import type { OpenedGraph } from '../opening/read-graph.ts';
import type { ReadOptions, TextRead } from '../reading/read-document.ts';
import { walkAll, walkFrom } from '../traversal/begin-walk.ts';
import type { NodeName } from '../traversal/named-nodes.ts';
import { edgeObject, nodeObject } from '../traversal/nodes-and-edges.ts';
import { Sequence } from '../traversal/sequence.ts';
import type { Walk } from '../traversal/walk.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type GraphologyGraph, graphologyOf } from '../views/graphology-of.ts';
import { edgeTypeCode } from '../views/names-in-graph.ts';
import { type SimpleEdge, simpleProjection } from '../views/simple-projection.ts';
import type { QueryAnswer, QueryDocument, QueryOptions } from './answer-query.ts';
import { AskedGraph } from './asked-graph.ts';
import { type Draft, editGraph } from './draft.ts';
import type { Import, ImportOptions } from './import-graph.ts';
import { documentGiven, importGiven, namesGiven, optionsOf, textGiven } from './method-options.ts';
import { type SaveOptions, saveGraph } from './save-graph.ts';

/** A graphology graph of ids with one edge for each pair. */
export type SimpleGraph = UndirectedGraph<Attributes, SimpleEdge> | DirectedGraph<Attributes, SimpleEdge>;

/** What a graph was opened with, shared by all its views. */
type Opening = Omit<OpenedGraph, 'view'>;

/** Imported once: to import again what is there costs several times what a short answer does. */
let answering: Promise<typeof import('./answer-query.ts')> | undefined;

export class Graph<S extends TypedOntology = ShippedSchema> extends AskedGraph<S> {
  readonly #opening: Opening;

  /** For `openGraph` and for this class: people open a graph and narrow it. */
  constructor(view: GraphView, opening: Opening) {
    super(view);
    this.#opening = opening;
  }

  get ontology(): Ontology {
    return this.view.ontology;
  }

  /** What is worth a look in the data, and stopped nothing. */
  get warnings(): readonly Problem[] {
    return this.#opening.warnings;
  }

  /** What the facts say of themselves: name, version, licence, and what they cover until when. */
  override get about(): DatasetAbout {
    return this.#opening.about ?? {};
  }

  /** The files it was read from, by name. */
  get files(): ReadonlyMap<string, SourceFile> {
    return this.#opening.files;
  }

  get nodeCount(): number {
    return this.view.nodeCount;
  }

  get edgeCount(): number {
    return this.view.edgeCount;
  }

  /** What the graph is, and not all that it holds: `export` writes that. */
  toJSON(): { readonly view: string; readonly nodes: number; readonly edges: number } {
    return { view: this.view.key, nodes: this.nodeCount, edges: this.edgeCount };
  }

  /** What `console.log` puts behind the name of the class. */
  get [Symbol.toStringTag](): string {
    const { view, nodes, edges } = this.toJSON();
    return `${view === '' ? 'whole' : view}: ${nodes} nodes, ${edges} edges`;
  }

  /** The node of that id, or undefined. Old ids lead to what they were merged into. */
  node<N extends NodeOf<S> = NodeOf<S>>(id: string): N | undefined {
    const node = this.view.findNode(textGiven('node', 'id', id));
    return node === undefined ? undefined : (nodeObject(this.view.graph, node) as NodeOf<S> as N);
  }

  /** The edge of that id, or undefined. */
  edge(id: string): EdgeOf<S> | undefined {
    const edge = this.view.findEdge(textGiven('edge', 'id', id));
    return edge === undefined ? undefined : (edgeObject(this.view.graph, edge) as EdgeOf<S>);
  }

  /**
   * A walk over all nodes of these types or interfaces; over all nodes when none is named.
   * @example
   * graph.nodes('State').where({ regionalGroup: 'AFRICAN' }).ids()
   */
  nodes<Name extends NodeTypeName<S> | InterfaceName<S> = NodeTypeName<S>>(
    ...types: readonly Name[]
  ): Walk<S, NodeNamed<S, Concrete<S, Name>>> {
    return walkAll(this.view, namesGiven('nodes', types), supportTest);
  }

  /** All edges of these types, by source, type and start; all edges when none is named. */
  edges<Name extends EdgeTypeName<S> = EdgeTypeName<S>>(...types: readonly Name[]): Sequence<EdgeNamed<S, Name>> {
    const { view } = this;
    const { graph } = view;
    const codes = new Set(namesGiven('edges', types).map((name) => edgeTypeCode(graph, name)));
    return new Sequence(function* () {
      for (let edge = 0; edge < graph.edges.count; edge++) {
        if (!view.hasEdge(edge) || (codes.size > 0 && !codes.has(graph.edges.type[edge]!))) continue;
        yield edgeObject(graph, edge) as EdgeNamed<S, Name>;
      }
    });
  }

  /**
   * A walk from nodes, named by id or given as objects. Throws `unknown-node`, with a near id where there is one.
   *
   * Of what type a node is, an id does not tell: say it, and the steps are checked.
   * @example
   * graph.from<State>('state:kaz').out('co-launched').in('co-launched').not('state:kaz').nodes()
   */
  from<N extends NodeOf<S>>(...nodes: readonly N[]): Walk<S, N>;
  from<N extends NodeOf<S> = NodeOf<S>>(...nodes: readonly NodeName[]): Walk<S, N>;
  from(...nodes: readonly NodeName[]): Walk<S, NodeOf<S>> {
    return walkFrom(this.view, nodes, supportTest);
  }

  /**
   * The graph as a graphology graph, for every library that reads one: keys are ids, attributes are flat, edges of
   * symmetric types are undirected. It reads the view and copies nothing; it cannot be written to, and its `copy()` can.
   * @example
   * bfsFromNode(graph.graphology, 'state:kaz', visit)
   */
  get graphology(): GraphologyGraph {
    return graphologyOf(this.view);
  }

  /**
   * The graph with one edge for each pair of nodes, weighted by how many it stands for: for libraries that are wrong on
   * parallel edges, and for measures that mean pairs. A copy, undirected unless said otherwise, without loops.
   * @example
   * pagerank(graph.via('co-launched').projection(), { getEdgeWeight: 'weight' })
   */
  projection(options: { readonly directed?: boolean } = {}): SimpleGraph {
    const { ids } = this.view.graph.nodes;
    const { directed } = optionsOf.projection(options);
    return simpleProjection(this.view, directed ? new DirectedGraph() : new UndirectedGraph(), (node) => ids[node]!);
  }

  /**
   * The graph as text in a format such as `gexf`, `graphml`, `cytoscape` or `csv`, in pieces that are made as they are
   * read. Throws `unknown-format`, with the nearest name.
   * @example
   * await writeFile('around.gexf', await graph.around('state:kaz', 1).export('gexf'))
   */
  async export(format: string, options?: WriteOptions): Promise<Iterable<string>> {
    const { writeGraph } = await import('../formats/write-graph.ts');
    return writeGraph(this.view, textGiven('export', 'format', format), optionsOf.export(options));
  }

  /**
   * Answers a GraphQL query, a text or a typed document, as a server would: never throws for what is asked. Of several
   * operations the one that is named.
   * @example
   * const { data } = await graph.query('{ states(limit: 3) { name } }')
   */
  async query<Data = Record<string, unknown>, Variables = Readonly<Record<string, unknown>>>(
    document: QueryDocument<Data, Variables>,
    variables?: Variables,
    options?: QueryOptions,
  ): Promise<QueryAnswer<Data>> {
    // GraphQL is loaded with the first query: most programs that walk never ask one.
    answering ??= import('./answer-query.ts');
    const { answerQuery } = await answering;
    return answerQuery(this.view, documentGiven(document), variables, this.#opening.about, optionsOf.query(options));
  }

  /**
   * A draft of the graph behind this view, to add to, change and take back from; `commit` makes a graph of it.
   * @example
   * const later = graph.edit().retractSource('source:el-kz-34ic').commit()
   */
  edit(): Draft<Graph<S>> {
    return editGraph(this.view.graph, (whole, warnings) => new Graph(whole, { ...this.#opening, warnings }));
  }

  /**
   * What another program wrote, as facts for the graph behind this view: the path of a file, the paths of two tables, or
   * a graphology graph. What it would add and change, and what is wrong in it, is in the answer; `commit` of the answer does it.
   *
   * Throws `unknown-import-format` or `wrong-number-of-files`.
   * @example
   * const { nodes, problems, commit } = await graph.import('network.gexf', { mapping: 'network.map.yaml' });
   */
  async import(from: string | readonly string[] | AbstractGraph, options?: ImportOptions): Promise<Import<Graph<S>>> {
    const { openImport } = await import('./import-graph.ts');
    return openImport(this, importGiven(from), optionsOf.import(options));
  }

  /**
   * What a text says, as claims with the words that say so; nobody has agreed to them yet, and nothing becomes part of
   * the graph. Throws `unreadable-article` and `patterns-have-problems`.
   * @example
   * const { claims } = await graph.read(text, { source: 'source:my-article', published: '2024-11-01' });
   */
  async read(text: string, options: ReadOptions): Promise<TextRead> {
    const { readDocument } = await import('../reading/read-document.ts');
    const given = optionsOf.read(options);
    return readDocument(this.view, textGiven('read', 'text', text), given.patterns ?? patternsFolder, given);
  }

  /**
   * Saves what this view states as a folder of facts, with the nodes that it names and the rules; `openGraph` opens it
   * again. Nothing is half written: a save that fails leaves the folder as it was. Throws `folder-has-facts`.
   */
  async save(folder: string, options?: SaveOptions): Promise<void> {
    await saveGraph(this.view, this.#opening.rules, textGiven('save', 'folder', folder), optionsOf.save(options));
  }

  protected override seenAs(view: GraphView): this {
    return view === this.view ? this : (new Graph<S>(view, this.#opening) as this);
  }
}
