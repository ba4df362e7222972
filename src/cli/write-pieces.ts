/**
 * Pieces written to a stream no faster than it takes them, so that a slow reader does not fill the memory.
 */
import { once } from 'node:events';
import type { Writable } from 'node:stream';

export async function writePieces(stream: Writable, pieces: Iterable<string | Uint8Array>): Promise<void> {
  for (const piece of pieces) {
    if (stream.destroyed) return;
    if (!stream.write(piece)) await once(stream, 'drain');
  }
}
