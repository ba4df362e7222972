/**
 * The step that waits for all rows and passes them on in an order.
 */
import { anything, oneOf, readArgument } from '../base/checked-options.ts';
import {
  comparableOf,
  comparableValue,
  type SortDirection,
  type SortKey,
  sortedPlaces,
} from '../filters/comparable.ts';
import { orderOf, wholeTypesIn } from '../filters/node-index.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber, NodeSpan } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { NONE, type Operator, PassingOperator, type PathNumbers, pathOf, Start, type Wanted } from './operator.ts';
import { emptyOrder, severalOrders, unknownProperty } from './problems.ts';

/** A property, rising when it stands alone: `'name'`, `{ launched: 'DESC' }`. */
export type Sort<Name extends string> = Name | { readonly [_ in Name]?: SortDirection };

export class Order extends PassingOperator {
  readonly #view: GraphView;
  readonly #keys: readonly SortKey[];
  readonly #wanted: Wanted;
  #nodes: NodeNumber[] = [];
  #edges: EdgeNumber[] = [];
  #paths: PathNumbers[] = [];
  /** Places in the lists above, in order; undefined until the first is asked for. */
  #places: ArrayLike<number> | undefined;
  /** Whether places are nodes: of all nodes of a type the order is remembered. */
  #isWhole = false;
  #next = 0;

  constructor(upstream: Operator, view: GraphView, keys: readonly SortKey[], wanted: Wanted) {
    super(upstream);
    this.#view = view;
    this.#keys = keys;
    this.#wanted = wanted;
  }

  next(): NodeNumber {
    this.#places ??= this.#sort();
    for (;;) {
      const place = this.#places[this.#next++];
      if (place === undefined) return NONE;
      if (!this.#isWhole) return this.#nodes[place]!;
      if (this.#view.hasNode(place)) return place;
    }
  }

  override skip(count: number): void {
    this.#places ??= this.#sort();
    if (this.#isWhole && this.#view.nodeMask !== undefined) super.skip(count);
    else this.#next += count;
  }

  #sort(): ArrayLike<number> {
    const { graph } = this.#view;
    const spans = this.upstream instanceof Start && this.#wanted !== 'PATHS' ? this.upstream.spans : undefined;
    const types = spans && wholeTypesIn(graph, spans);
    if (types) {
      this.#isWhole = true;
      return orderOf(graph, types.join(' '), this.#keys, () => {
        const nodes = types.flatMap((type) => numbersIn(graph.nodes.span(type)));
        return sortedPlaces(graph.nodes.ids, nodes, [], this.#keys).map((place) => nodes[place]!);
      });
    }
    for (let node = this.upstream.next(); node !== NONE; node = this.upstream.next()) {
      this.#nodes.push(node);
      this.#edges.push(this.upstream.edge);
      if (this.#wanted === 'PATHS') this.#paths.push(pathOf(this.upstream));
    }
    return sortedPlaces(graph.nodes.ids, this.#nodes, this.#edges, this.#keys);
  }

  get #place(): number {
    return this.#places?.[this.#next - 1] ?? 0;
  }

  override get edge(): EdgeNumber {
    return this.#edges[this.#place] ?? NONE;
  }

  override addPath(path: PathNumbers): void {
    const { nodes, edges } = this.#paths[this.#place]!;
    path.nodes.push(...nodes);
    path.edges.push(...edges);
  }

  override reset(): void {
    super.reset();
    this.#nodes = [];
    this.#edges = [];
    this.#paths = [];
    this.#places = undefined;
    this.#isWhole = false;
    this.#next = 0;
  }
}

const numbersIn = ({ start, end }: NodeSpan): NodeNumber[] => Array.from({ length: end - start }, (_, i) => start + i);

const sort = anything<object>("a property or an object such as { name: 'DESC' }");
const direction = oneOf('ASC', 'DESC');

/** The keys of `order({ launched: 'DESC' }, { name: 'ASC' })`, or of a lone property name. */
export function sortKeys(
  graph: KnowledgeGraph,
  sorts: readonly (string | Readonly<Record<string, unknown>>)[],
): SortKey[] {
  return sorts.map((it) => {
    const [[name, given] = [], ...more] =
      typeof it === 'string' ? [[it, 'ASC'] as const] : Object.entries(readArgument('order', 'by', it, sort));
    if (name === undefined) throw emptyOrder();
    if (more.length > 0) throw severalOrders([name, ...more.map(([other]) => other)]);
    const descending = readArgument('order', name, given, direction) === 'DESC';
    return { name: `${name} ${given}`, descending, read: reader(graph, readProperty(graph, name)) };
  });
}

/** The name of a property of nodes, or `type`. Throws `unknown-property`, with the nearest. */
export function readProperty({ ontology }: KnowledgeGraph, name: string): string {
  const types = [...ontology.nodeTypes.values()];
  if (name !== 'type' && !types.some((it) => it.properties.has(name))) throw unknownProperty(types, name, 'node');
  return name;
}

function reader({ nodes, ontology }: KnowledgeGraph, name: string): SortKey['read'] {
  if (name === 'type') return (node) => nodes.typeOf(node);
  const comparables = nodes.typeNames.map((type) => {
    const property = ontology.nodeTypes.get(type)?.properties.get(name);
    return property && comparableOf(property);
  });
  return (node) => {
    const toComparable = comparables[nodes.types[node]!];
    return toComparable && comparableValue(nodes.property(node, name), toComparable);
  };
}
