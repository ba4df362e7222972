/**
 * The walks of the benches over bare typed arrays, written for one graph and one question: the limit.
 *
 * No views, no names, no ids, nothing returned but a count. What Diplograph takes longer is the price of answering any
 * question about any view.
 */
import { EDGE_TYPES, type MadeEdges, type MadeSize } from './make-graph.ts';

const TYPES = EDGE_TYPES.length;

export class BareArrays {
  readonly #offsets: Int32Array;
  readonly #targets: Int32Array;
  readonly #days: Int32Array;
  readonly #queue: Int32Array;
  readonly #met: Uint32Array;
  #epoch = 0;

  /** Rows keyed by node and type, each ordered by day. */
  constructor({ nodes }: MadeSize, { from, to, type, day }: MadeEdges) {
    const keys = nodes * TYPES;
    const order = Uint32Array.from(from.keys()).sort(
      (a, b) => from[a]! - from[b]! || type[a]! - type[b]! || day[a]! - day[b]!,
    );
    this.#offsets = new Int32Array(keys + 1);
    for (let edge = 0; edge < from.length; edge++) this.#offsets[from[edge]! * TYPES + type[edge]! + 1]!++;
    for (let key = 0; key < keys; key++) this.#offsets[key + 1]! += this.#offsets[key]!;
    this.#targets = Int32Array.from(order, (edge) => to[edge]!);
    this.#days = Int32Array.from(order, (edge) => day[edge]!);
    this.#queue = new Int32Array(nodes);
    this.#met = new Uint32Array(nodes);
  }

  /** How many nodes lie within `hops` of `start` over edges of the first `types` types, dated on `firstDay` or later. */
  hops(start: number, hops: number, types: number, firstDay: number): number {
    const [offsets, targets, days, queue, met] = [this.#offsets, this.#targets, this.#days, this.#queue, this.#met];
    const epoch = ++this.#epoch;
    let head = 0;
    let tail = 0;
    queue[tail++] = start;
    met[start] = epoch;
    for (let hop = 0; hop < hops; hop++) {
      for (const end = tail; head < end; head++) {
        const key = queue[head]! * TYPES;
        for (let type = key; type < key + types; type++) {
          // The row is ordered by day: what matches is its end.
          for (let place = offsets[type + 1]! - 1; place >= offsets[type]! && days[place]! >= firstDay; place--) {
            const target = targets[place]!;
            if (met[target] === epoch) continue;
            met[target] = epoch;
            queue[tail++] = target;
          }
        }
      }
    }
    return tail;
  }

  /** How many nodes can be reached. */
  reach(start: number): number {
    const [offsets, targets, queue, met] = [this.#offsets, this.#targets, this.#queue, this.#met];
    const epoch = ++this.#epoch;
    let tail = 0;
    queue[tail++] = start;
    met[start] = epoch;
    for (let head = 0; head < tail; head++) {
      const end = offsets[(queue[head]! + 1) * TYPES]!;
      for (let place = offsets[queue[head]! * TYPES]!; place < end; place++) {
        const target = targets[place]!;
        if (met[target] === epoch) continue;
        met[target] = epoch;
        queue[tail++] = target;
      }
    }
    return tail;
  }
}
