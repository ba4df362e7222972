/**
 * Text in pieces, made as they are asked for: small ones are gathered into large ones, for a stream that is woken for
 * every edge spends its time waking.
 */
import type { BitSet } from '../base/bit-set.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';

/** Characters: large enough for files and sockets, small enough to stay in the cache. */
const PIECE = 65_536;

/** The same text in pieces of at least 64 Ki characters, the last one excepted. */
export function* gatherText(pieces: Iterable<string>): Generator<string> {
  let gathered = '';
  for (const piece of pieces) {
    gathered += piece;
    if (gathered.length < PIECE) continue;
    yield gathered;
    gathered = '';
  }
  if (gathered !== '') yield gathered;
}

/** What `print` makes of every node of the view, gathered, with `separator` between them. */
export const nodePieces = (
  { graph, nodeMask }: GraphView,
  print: (node: NodeNumber) => string,
  separator = '',
): Iterable<string> => piecesOf(graph.nodes.count, nodeMask, print, separator);

/** What `print` makes of every edge of the view, gathered, with `separator` between them. */
export const edgePieces = (
  { graph, edgeMask }: GraphView,
  print: (edge: EdgeNumber) => string,
  separator = '',
): Iterable<string> => piecesOf(graph.edges.count, edgeMask, print, separator);

function* piecesOf(
  count: number,
  kept: BitSet | undefined,
  print: (number: number) => string,
  separator: string,
): Generator<string> {
  let gathered = '';
  let before = '';
  for (let number = 0; number < count; number++) {
    if (kept !== undefined && !kept.has(number)) continue;
    gathered += before + print(number);
    before = separator;
    if (gathered.length < PIECE) continue;
    yield gathered;
    gathered = '';
  }
  yield gathered;
}
