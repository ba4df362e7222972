/**
 * A packed file unpacked piece by piece, for whoever reads in one go: Node unpacks in pieces only between turns, so a thread
 * does it and hands them over in memory that both share. It is a piece ahead meanwhile.
 */
import { Worker } from 'node:worker_threads';

const [EMPTY, FULL, ENDED, FAILED, STOPPED] = [0, 1, 2, 3, 4];

/** What the thread runs. As a text, since a bundle has no files of its own. */
const PROGRAM = `
const { path, state, bytes } = require('node:worker_threads').workerData;
const put = (phase, piece) => {
  if (Atomics.load(state, 0) === ${STOPPED}) process.exit();
  bytes.set(piece);
  state[1] = piece.length;
  Atomics.store(state, 0, phase);
  Atomics.notify(state, 0);
};
const packed = require('node:fs').createReadStream(path);
const unpacked = require('node:zlib').createGunzip({ chunkSize: bytes.length });
require('node:stream/promises').pipeline(packed, unpacked, async (pieces) => {
  for await (const piece of pieces) {
    put(${FULL}, piece);
    Atomics.wait(state, 0, ${FULL});
  }
}).then(() => put(${ENDED}, []), (error) => put(${FAILED}, Buffer.from(String(error.code ?? error.message))));
`;

/** The pieces of what is packed in a file. Throws what reading or unpacking throws. */
export function* unpackInThread(path: string): Generator<Buffer, void, undefined> {
  const state = new Int32Array(new SharedArrayBuffer(8));
  const bytes = new Uint8Array(new SharedArrayBuffer(2 ** 18));
  const thread = new Worker(PROGRAM, { eval: true, workerData: { path, state, bytes } });
  thread.unref();
  try {
    for (;;) {
      Atomics.wait(state, 0, EMPTY!);
      const phase = Atomics.load(state, 0);
      if (phase === ENDED) return;
      const piece = Buffer.from(bytes.subarray(0, state[1]));
      if (phase === FAILED) throw Object.assign(new Error(piece.toString()), { code: piece.toString() });
      Atomics.store(state, 0, EMPTY!);
      Atomics.notify(state, 0);
      yield piece;
    }
  } finally {
    Atomics.store(state, 0, STOPPED!);
    Atomics.notify(state, 0);
    void thread.terminate();
  }
}
