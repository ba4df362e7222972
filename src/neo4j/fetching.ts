/**
 * What one operation has fetched from Neo4j, and what it wants next.
 *
 * Nodes and edges get numbers as they come, which mean something within the operation alone. Statements that were asked
 * are told apart by their text and parameters, so two fields that ask the same are one fetch.
 */
import type { PropertyValue } from '../facts/fact.ts';
import type { Rows } from '../graphql/rows/graph-rows.ts';
import type { Ontology, Property } from '../ontology/ontology.ts';
import { labelsOf, type NamespaceLabels, neo4jName } from './names-in-neo4j.ts';
import type { Neo4jConnection, Neo4jRow, Statement, StoredEdge, StoredNode } from './neo4j-connection.ts';
import { tooLargeForNeo4j } from './problems.ts';
import { fromStored, type MakeDate, propertyKeptAs } from './values-in-neo4j.ts';

/** Rows that an aggregate may fetch: it is worked out here, as in memory. */
const MOST_ALL = 100_000;

export interface FetchedNode {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export type FetchedEdge = FetchedNode;

/** Values of nodes instead of those that are stored, by property and then by id. */
export type Overrides = ReadonlyMap<string, ReadonlyMap<string, PropertyValue>>;

/** What a root statement is found under. */
const ROOT = '';

/** A statement that was asked: at which nodes it is still wanted, and what it gave, by node. */
export class AskedStatement {
  readonly statement: Statement;
  readonly wanted: Set<string> = new Set();
  readonly found: Map<string, readonly unknown[]> = new Map();

  constructor(statement: Statement) {
    this.statement = statement;
  }

  /** The rows that it gives, at a node where it is asked at one; undefined when they are not here yet. */
  rows(id: string = ROOT): readonly unknown[] | undefined {
    const found = this.found.get(id);
    if (!found) this.wanted.add(id);
    return found;
  }
}

export class Fetching {
  readonly namespace: string;
  readonly labels: NamespaceLabels;
  readonly makeDate: MakeDate;
  readonly mostAll: number = MOST_ALL;
  readonly ontology: Ontology;
  /** Values that properties had at the time of the operation, where these are others than the preferred ones. */
  overrides: Overrides = new Map();
  readonly #asked = new Map<string, AskedStatement>();
  readonly #nodes: FetchedNode[] = [];
  readonly #edges: FetchedEdge[] = [];
  readonly #numberOfNode = new Map<string, number>();
  readonly #numberOfEdge = new Map<string, number>();

  constructor(connection: Neo4jConnection, ontology: Ontology) {
    this.namespace = connection.namespace;
    this.labels = labelsOf(connection.namespace);
    this.makeDate = connection.makeDate;
    this.ontology = ontology;
  }

  /** The statement as it was asked before, or for the first time. */
  asked(statement: Statement): AskedStatement {
    const key = JSON.stringify([statement.text, statement.parameters], printed);
    let asked = this.#asked.get(key);
    if (!asked) this.#asked.set(key, (asked = new AskedStatement(statement)));
    return asked;
  }

  /** All rows of a statement, for what is worked out of them. Throws where they are too many. */
  all(statement: AskedStatement, id?: string): Rows {
    const rows = statement.rows(id) ?? [];
    if (rows.length > MOST_ALL) throw tooLargeForNeo4j('An aggregate', rows.length, MOST_ALL);
    return this.numbersOf(rows);
  }

  /** Whether something was asked for that is not here. */
  get isMissingSomething(): boolean {
    for (const { wanted } of this.#asked.values()) if (wanted.size > 0) return true;
    return false;
  }

  /** The statements that fetch what is missing. */
  missing(): Statement[] {
    return this.#missing().map(({ statement: { text, parameters }, wanted }) =>
      wanted.has(ROOT) ? { text, parameters } : { text, parameters: { ...parameters, nodes: [...wanted] } },
    );
  }

  /** Takes in what `missing` gave, in its order. */
  take(results: readonly (readonly Neo4jRow[])[]): void {
    this.#missing().forEach(({ wanted, found }, i) => {
      const rows = results[i] ?? [];
      if (wanted.has(ROOT))
        found.set(
          ROOT,
          rows.map((it) => it.row),
        );
      else {
        // A count is one row. In a list it would be refused by Neo4j, whose planner takes what is counted for an aggregate of the list.
        for (const row of rows) found.set(String(row.id), [row.rows].flat());
        // A node that was taken out meanwhile has nothing.
        for (const id of wanted) if (!found.has(id)) found.set(id, []);
      }
      wanted.clear();
    });
  }

  #missing(): AskedStatement[] {
    return [...this.#asked.values()].filter(({ wanted }) => wanted.size > 0);
  }

  /** Pairs of an edge or nothing, and a node, by number. */
  numbersOf(rows: readonly unknown[]): Rows {
    const nodes: number[] = [];
    const edges: number[] = [];
    for (const row of rows) {
      const [edge, node] = row as readonly [StoredEdge | null, StoredNode];
      nodes.push(this.takeNode(node));
      if (edge) edges.push(this.takeEdge(edge));
    }
    return { nodes, edges };
  }

  takeNode({ labels, properties }: StoredNode): number {
    const id = String(properties.id);
    let number = this.#numberOfNode.get(id);
    if (number === undefined) {
      const type = labels.find((it) => neo4jName(it) !== this.labels.node && this.ontology.nodeTypes.has(it)) ?? '';
      number = this.#nodes.push({ id, type, properties }) - 1;
      this.#numberOfNode.set(id, number);
    }
    return number;
  }

  takeEdge({ type, properties }: StoredEdge): number {
    const id = String(properties.id);
    let number = this.#numberOfEdge.get(id);
    if (number === undefined) {
      number = this.#edges.push({ id, type, properties }) - 1;
      this.#numberOfEdge.set(id, number);
    }
    return number;
  }

  node(number: number): FetchedNode {
    return this.#nodes[number]!;
  }

  edge(number: number): FetchedEdge {
    return this.#edges[number]!;
  }

  nodeProperty(node: number, name: string): PropertyValue | undefined {
    const { id, type, properties } = this.node(node);
    const then = this.overrides.get(name)?.get(id);
    if (then !== undefined) return then;
    return propertyIn(properties, name, this.ontology.nodeTypes.get(type)?.properties);
  }

  edgeProperty(edge: number, name: string): PropertyValue | undefined {
    const { type, properties } = this.edge(edge);
    const { edgeTypes, edgePropertyTypes } = this.ontology;
    return propertyIn(properties, name, edgePropertyTypes.get(edgeTypes.get(type)?.properties ?? '')?.properties);
  }
}

function propertyIn(
  properties: Readonly<Record<string, unknown>>,
  name: string,
  declared: ReadonlyMap<string, Property> | undefined,
): PropertyValue | undefined {
  const value = Object.hasOwn(properties, name) ? properties[name] : undefined;
  return value === undefined || value === null ? undefined : fromStored(propertyKeptAs(declared, name), value);
}

/** StatementParameters as text, for telling them apart. */
const printed = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}n` : value);
