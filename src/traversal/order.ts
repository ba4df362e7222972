/**
 * The step that waits for all arrivals and passes them on in an order.
 */
import { comparableOf, comparableValue } from '../filters/comparable.ts';
import { type SortKey, sortedPlaces } from '../filters/sort-rows.ts';
import type { Property } from '../ontology/ontology.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { definitionsOf } from './definitions.ts';
import { badDirection, severalOrders, unknownProperty } from './problems.ts';
import { NONE, Passing, type Run, type Stage, trailOf } from './stage.ts';
import type { Trail } from './trail.ts';

export type SortDirection = 'ASC' | 'DESC';

/** A property, rising when it stands alone: `'name'`, `{ launched: 'DESC' }`. */
export type Sort<Name extends string> = Name | { readonly [_ in Name]?: SortDirection };

export class Order extends Passing {
  readonly #ids: readonly string[];
  readonly #keys: readonly SortKey[];
  readonly #run: Run;
  #nodes: NodeNumber[] = [];
  #edges: EdgeNumber[] = [];
  #trails: Trail[] = [];
  /** Places in the lists above, in order; undefined until the first is asked for. */
  #places: readonly number[] | undefined;
  #next = 0;

  constructor(upstream: Stage, ids: readonly string[], keys: readonly SortKey[], run: Run) {
    super(upstream);
    this.#ids = ids;
    this.#keys = keys;
    this.#run = run;
  }

  next(): NodeNumber {
    this.#places ??= this.#gather();
    const place = this.#places[this.#next++];
    return place === undefined ? NONE : this.#nodes[place]!;
  }

  #gather(): readonly number[] {
    for (let node = this.upstream.next(); node !== NONE; node = this.upstream.next()) {
      this.#nodes.push(node);
      this.#edges.push(this.upstream.edge);
      if (this.#run.traced) this.#trails.push(trailOf(this.upstream));
    }
    return sortedPlaces(this.#ids, this.#nodes, this.#edges, this.#keys);
  }

  get #place(): number {
    return this.#places?.[this.#next - 1] ?? 0;
  }

  override get edge(): EdgeNumber {
    return this.#edges[this.#place] ?? NONE;
  }

  override trace(trail: Trail): void {
    trail.add(this.#trails[this.#place]!);
  }

  override restart(): void {
    super.restart();
    this.#nodes = [];
    this.#edges = [];
    this.#trails = [];
    this.#places = undefined;
    this.#next = 0;
  }
}

/** The keys of `order({ launched: 'DESC' }, { name: 'ASC' })`, or of a lone property name. */
export function sortKeys(
  graph: KnowledgeGraph,
  sorts: readonly (string | Readonly<Record<string, unknown>>)[],
): SortKey[] {
  return sorts.map((sort) => {
    const [[name, direction] = ['', 'ASC'], ...more] =
      typeof sort === 'string' ? [[sort, 'ASC'] as const] : Object.entries(sort);
    if (more.length > 0) throw severalOrders([name, ...more.map(([it]) => it)]);
    if (direction !== 'ASC' && direction !== 'DESC') throw badDirection(name, direction);
    const definitions = definitionsOf(graph.ontology.nodeTypes.values(), name);
    if (definitions.size === 0) throw unknownProperty(graph.ontology.nodeTypes.values(), name, 'node');
    return { name: `${name} ${direction}`, descending: direction === 'DESC', read: reader(graph, name, definitions) };
  });
}

function reader({ nodes }: KnowledgeGraph, name: string, definitions: ReadonlyMap<string, Property>): SortKey['read'] {
  const comparables = nodes.typeNames.map((type) => {
    const definition = definitions.get(type);
    return definition && comparableOf(definition);
  });
  return (node) => {
    const toComparable = comparables[nodes.types[node]!];
    return toComparable && comparableValue(nodes.property(node, name), toComparable);
  };
}
