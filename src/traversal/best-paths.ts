/**
 * Paths under conditions that plain breadth-first search cannot keep: the best by a cost of their edges, and those whose
 * hops all hold on the same day.
 *
 * A path is concurrent when there is a day on which each of its hops has an edge that holds; that is asked day by day, so
 * states carry sets of days. First the goal is searched from backwards, hop by hop: what the cheapest walk to it costs
 * from each node, for each number of hops and on which days. Then paths grow from the start, the most promising first,
 * and the walks found before say exactly how promising one is. So paths come out in the order of their cost, then of
 * their hops, then of their nodes, and the first `first` of them are the best: nothing is approximate.
 */
import { addTo } from '../base/group-by.ts';
import { MinHeap } from '../base/min-heap.ts';
import { commonDays, type DaySet, daysBetween, daysWithout, EVERY_DAY } from '../facts/day-set.ts';
import type { Certainty } from '../facts/validity.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { BreadthFirstSearch } from './breadth-first-search.ts';
import { cheapestByDay, type DayCost, daysReader } from './day-costs.ts';
import { type EdgeSelection, forEachFollowed, reversed } from './edge-selection.ts';
import { type FoundPaths, findPaths, followedEdges, type Path, type PathOptions } from './find-paths.ts';

export interface BestPathOptions extends PathOptions {
  /** What an edge costs: a whole number from 0. All cost nothing when absent, so that the shortest path is the best. */
  readonly cost?: (edge: EdgeNumber) => number;
  /** Only paths whose hops all hold, by these bounds of their dates, on one day, and on one of these where some are given. */
  readonly concurrent?: { readonly certainty: Certainty; readonly days?: DaySet };
}

/** What an edge costs to look at here, in edges of plain breadth-first search. */
const EDGE_COST = 8;
const BUDGET = 2_000_000;

/**
 * The best simple paths between two nodes of a view. Edges that run side by side make one path with alternatives: a hop
 * costs what the cheapest of its edges does, of those that hold on the days in question.
 *
 * Throws what `findPaths` throws.
 */
export function bestPaths(view: GraphView, options: BestPathOptions): FoundPaths {
  const { maxHops = 6, first = 10, budget = BUDGET, from, to, cost } = options;
  // The shortest of all, without conditions: how many hops it takes at least, and what is thrown of bad options.
  const plain = findPaths(view, { ...options, first: Math.max(1, first) });
  const [shortest] = plain.paths;
  if (!shortest || from === to || first < 1) return { ...plain, paths: first < 1 ? [] : plain.paths };
  const search = new BestPathSearch(view, { ...options, maxHops, first, budget: budget - plain.touched });
  const ceiling = search.ceilingOf(plain.paths);
  // Where hops alone count, few are tried before many: most questions have an answer of few.
  for (let hops = cost ? maxHops : shortest.edges.length; hops <= maxHops; hops++) {
    search.run(hops, ceiling);
    if (search.paths.length >= first || search.truncated) break;
  }
  return { paths: search.paths, truncated: search.truncated, touched: plain.touched + search.touched };
}

/** The cost of a path, and its hops where costs are equal. */
interface Price {
  readonly cost: number;
  readonly hops: number;
}

const comparePrices = (a: Price, b: Price): number => a.cost - b.cost || a.hops - b.hops;
const NO_CEILING: Price = { cost: Number.POSITIVE_INFINITY, hops: Number.POSITIVE_INFINITY };

/** The cheapest walk to the goal of so many hops, on these days. */
interface Label extends Price {
  readonly days: DaySet;
}

/** A path under way: where it is, and on which days all of it holds. */
interface Partial extends Label {
  readonly nodes: readonly NodeNumber[];
  /** What it will cost at least when it arrives. */
  readonly expected: Price;
}

interface Hop {
  readonly node: NodeNumber;
  /** The cheapest first; no day twice. */
  readonly choices: readonly DayCost[];
}

type Question = BestPathOptions & { readonly maxHops: number; readonly first: number; readonly budget: number };

class BestPathSearch {
  paths: readonly Path[] = [];
  truncated = false;
  touched = 0;
  readonly #question: Question;
  readonly #selection: EdgeSelection;
  readonly #back: EdgeSelection;
  readonly #avoided: ReadonlySet<NodeNumber>;
  readonly #daysOf: (edge: EdgeNumber) => DaySet;
  readonly #wanted: DaySet;
  readonly #labels = new Map<NodeNumber, Label[]>();

  constructor(view: GraphView, question: Question) {
    const { concurrent, avoid } = question;
    this.#question = question;
    this.#selection = followedEdges(view, question);
    this.#back = reversed(this.#selection);
    this.#avoided = new Set(avoid?.nodes ?? []);
    this.#daysOf = concurrent ? daysReader(view, concurrent.certainty) : () => EVERY_DAY;
    this.#wanted = concurrent?.days ?? EVERY_DAY;
  }

  /** The price above which nothing is wanted, since as many paths as are asked for are known to cost no more. */
  ceilingOf(known: readonly Path[]): Price {
    const priced = known.flatMap(({ nodes }) => this.#priceOf(nodes) ?? []).sort(comparePrices);
    return priced[this.#question.first - 1] ?? NO_CEILING;
  }

  /** All that is wanted of at most so many hops. */
  run(mostHops: number, ceiling: Price): void {
    this.#labels.clear();
    this.#searchBack(mostHops, ceiling);
    const found = this.truncated ? [] : this.#searchAhead(mostHops, ceiling);
    // A search that was cut off may have found fewer than the one of fewer hops before it.
    if (found.length >= this.paths.length) this.paths = found;
  }

  #costOf(edge: EdgeNumber): number {
    return this.#question.cost?.(edge) ?? 0;
  }

  /** Visits the edges that lead on from a node, none to itself. */
  #forEachEdge(along: EdgeSelection, node: NodeNumber, visit: (edge: EdgeNumber, other: NodeNumber) => void): void {
    const looked = forEachFollowed(along, node, (other, edge) => {
      if (other !== node && !this.#avoided.has(other)) visit(edge, other);
    });
    this.touched += looked * EDGE_COST;
    if (this.touched > this.#question.budget) this.truncated = true;
  }

  /** Labels of the nodes from which the goal can be reached, level by level. */
  #searchBack(mostHops: number, ceiling: Price): void {
    const { from, to, avoid } = this.#question;
    // From half-way on, only what the start reaches in the hops that are left leads anywhere.
    const half = mostHops >> 1;
    const ahead = new BreadthFirstSearch(this.#selection, { maxDepth: half, avoided: avoid?.nodes ?? [] }).begin(from);
    while (!ahead.isDone) ahead.grow(Number.POSITIVE_INFINITY);
    const arrives = (node: NodeNumber, left: number): boolean => {
      if (left > half) return true;
      const away = ahead.distance(node);
      return away !== -1 && away <= left;
    };
    let frontier = new Map([[to, [{ cost: 0, hops: 0, days: this.#wanted }]]]);
    this.#labels.set(to, frontier.get(to)!);
    for (let hops = 1; hops <= mostHops && frontier.size > 0 && !this.truncated; hops++) {
      const reached = new Map<NodeNumber, Label[]>();
      for (const [node, labels] of frontier) {
        if (node === from || this.truncated) continue;
        this.#forEachEdge(this.#back, node, (edge, other) => {
          if (other === to || !arrives(other, mostHops - hops)) return;
          for (const label of labels) {
            const days = commonDays(label.days, this.#daysOf(edge));
            const next = { cost: label.cost + this.#costOf(edge), hops, days };
            if (days.length === 0 || comparePrices(next, ceiling) > 0) continue;
            addTo(reached, other, next);
          }
        });
      }
      frontier = new Map();
      for (const [node, labels] of reached) {
        const better = this.#keepBetter(node, labels);
        if (better.length > 0) frontier.set(node, better);
      }
    }
    ahead.release();
  }

  /** Adds what is cheaper, on some day, than all that is known of the node. */
  #keepBetter(node: NodeNumber, found: Label[]): Label[] {
    let known = this.#labels.get(node);
    if (!known) this.#labels.set(node, (known = []));
    const better: Label[] = [];
    for (const label of found.sort(comparePrices)) {
      const covered = known.filter((it) => it.cost <= label.cost);
      const days = covered.reduce((left, it) => daysWithout(left, it.days), label.days);
      if (days.length === 0) continue;
      better.push({ ...label, days });
      known.push({ ...label, days });
    }
    return better;
  }

  /** What the way from a node to the goal costs at least, in so many hops and on these days; undefined without one. */
  #expected(node: NodeNumber, left: number, days: DaySet): Price | undefined {
    let best: Price | undefined;
    for (const label of this.#labels.get(node) ?? []) {
      if (label.hops > left || (best && comparePrices(best, label) <= 0)) continue;
      if (commonDays(label.days, days).length > 0) best = label;
    }
    return best;
  }

  #searchAhead(mostHops: number, ceiling: Price): Path[] {
    const { from, to, first } = this.#question;
    const queue = new MinHeap<Partial>(
      (a, b) => comparePrices(a.expected, b.expected) || compareNodes(a.nodes, b.nodes),
    );
    const add = (nodes: readonly NodeNumber[], { cost, hops, days }: Label): void => {
      const rest = this.#expected(nodes.at(-1)!, mostHops - hops, days);
      const expected = rest && { cost: cost + rest.cost, hops: hops + rest.hops };
      if (expected && comparePrices(expected, ceiling) <= 0) queue.push({ nodes, cost, hops, days, expected });
    };
    add([from], { cost: 0, hops: 0, days: this.#wanted });
    const paths: Path[] = [];
    const seen = new Set<string>();
    for (let next = queue.pop(); next && paths.length < first && !this.truncated; next = queue.pop()) {
      const { nodes, cost, hops, days } = next;
      const node = nodes.at(-1)!;
      if (node === to) {
        // The same nodes come again where hops cost more on other days.
        const key = nodes.join(' ');
        if (!seen.has(key)) paths.push(this.#path(nodes, days));
        seen.add(key);
        continue;
      }
      for (const { node: other, choices } of this.#hopsFrom(node)) {
        if (nodes.includes(other)) continue;
        for (const choice of choices) {
          const left = commonDays(days, choice.days);
          if (left.length > 0) add([...nodes, other], { cost: cost + choice.cost, hops: hops + 1, days: left });
        }
      }
    }
    return paths;
  }

  #hopsFrom(node: NodeNumber): Hop[] {
    const edges = new Map<NodeNumber, EdgeNumber[]>();
    this.#forEachEdge(this.#selection, node, (edge, other) => addTo(edges, other, edge));
    return Array.from(edges, ([other, between]) => ({ node: other, choices: this.#choices(between) }));
  }

  #choices(edges: readonly EdgeNumber[]): DayCost[] {
    return cheapestByDay(edges.map((edge) => ({ cost: this.#costOf(edge), days: this.#daysOf(edge) })));
  }

  /** The edges between nodes that follow each other on a path. */
  #edgesBetween(nodes: readonly NodeNumber[]): EdgeNumber[][] {
    return nodes.slice(1).map((node, i) => {
      const found: EdgeNumber[] = [];
      this.#forEachEdge(this.#selection, nodes[i]!, (edge, other) => {
        if (other === node) found.push(edge);
      });
      return found;
    });
  }

  /** What a path costs; undefined when it is not concurrent and has to be. */
  #priceOf(nodes: readonly NodeNumber[]): Price | undefined {
    let open: readonly DayCost[] = [{ cost: 0, days: this.#wanted }];
    for (const edges of this.#edgesBetween(nodes)) {
      const choices = this.#choices(edges);
      open = cheapestByDay(
        open.flatMap(({ cost, days }) =>
          choices.map((it) => ({ cost: cost + it.cost, days: commonDays(days, it.days) })),
        ),
      );
    }
    const [cheapest] = open;
    return cheapest && { cost: cheapest.cost, hops: nodes.length - 1 };
  }

  /** A path with the edges that make it, on the first day on which all of it holds. */
  #path(nodes: readonly NodeNumber[], days: DaySet): Path {
    const { edges: table } = this.#selection.graph;
    const day = daysBetween(days[0]!, days[0]!);
    const rank = (edge: EdgeNumber): readonly number[] => [
      Number(commonDays(this.#daysOf(edge), day).length === 0),
      this.#costOf(edge),
      Number(table.isInferred(edge)),
      edge,
    ];
    const edges = this.#edgesBetween(nodes).map((between) =>
      between.map((edge) => ({ edge, rank: rank(edge) })).sort((a, b) => compareNodes(a.rank, b.rank)),
    );
    return {
      nodes,
      edges: edges.map((it) => it[0]!.edge),
      alternatives: edges.map((it) => it.slice(1).map(({ edge }) => edge)),
    };
  }
}

/** The first difference of two lists decides; a list comes before those that go on from it. */
function compareNodes(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
