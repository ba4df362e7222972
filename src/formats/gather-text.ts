/**
 * Small pieces of text gathered into large ones: a stream that is woken for every edge spends its time waking.
 */

/** Large enough for files and sockets, small enough to stay in the cache. */
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
