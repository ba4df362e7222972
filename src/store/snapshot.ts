/**
 * A snapshot: plain data with number arrays in one file, read back in little more than the time that copying takes.
 *
 * Number arrays lie in the file as they lie in memory, so that reading one is naming its place, and threads can share them; the
 * rest is V8's own form of plain data, long lists cut into pieces so that reading can pause. A snapshot keeps nothing that cannot be made anew. One that is cut off, damaged, or of another version,
 * machine or key is therefore no fault: it counts as absent.
 */
import { createHash } from 'node:crypto';
import { endianness } from 'node:os';
import { Deserializer, Serializer } from 'node:v8';
import { allAtOnce } from '../base/once-for.ts';

const NAME = 'diplograph-snapshot';
/** Changes with the layout. */
const FORMAT = `${NAME} 3 ${endianness()}`;
/** Bytes of the header: a line of JSON, filled up with blanks. */
const HEADER = 256;
/** Arrays begin at multiples of so many bytes, as the widest of them must. */
const ALIGNMENT = 8;
const aligned = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT;

const kinds = [Uint8Array, Uint16Array, Uint32Array, Int32Array] as const;
type NumberArray = InstanceType<(typeof kinds)[number]>;

interface Header {
  readonly format: string;
  /** What it was made of. */
  readonly key: string;
  /** Of all bytes behind the header. */
  readonly checksum: string;
  /** Where the number arrays end and the rest begins. */
  readonly restAt: number;
}

/** Elements of a long list that are read in one step, a millisecond or two. */
const ELEMENTS_A_STEP = 4096;
/** Bytes whose checksum is taken in one step. */
const BYTES_A_STEP = 2 ** 22;

/** The bytes of a snapshot, in memory that threads share. `value` is what `structuredClone` can copy; `key`, at most 64 characters, what it was made of. */
export function writeSnapshot(key: string, value: unknown): Uint8Array {
  const writer = new SnapshotWriter();
  writer.writeHeader();
  const long: (readonly unknown[])[] = [];
  const short = withoutLongLists(value, long);
  writer.writeValue(long.map((it) => it.length));
  for (const list of long) {
    for (let at = 0; at < list.length; at += ELEMENTS_A_STEP) writer.writeValue(list.slice(at, at + ELEMENTS_A_STEP));
  }
  writer.writeValue(short);
  const rest = writer.releaseBuffer();
  const bytes = Buffer.from(new SharedArrayBuffer(writer.end + rest.length));
  for (const { array, at } of writer.arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
  }
  bytes.set(rest, writer.end);
  const header: Header = { format: FORMAT, key, checksum: checksumOf(bytes), restAt: writer.end };
  bytes.write(`${JSON.stringify(header).padEnd(HEADER - 1)}\n`, 'latin1');
  return bytes;
}

/** Whether bytes begin as those of a snapshot of any version do. */
export const isSnapshot = (bytes: Uint8Array): boolean => `${readHeader(bytes)?.format}`.startsWith(NAME);

/** What a snapshot holds, its number arrays being views of `bytes`; undefined unless it is whole and has this key. */
export function readSnapshot(bytes: Uint8Array, key: string): unknown {
  return allAtOnce(snapshotInSteps(bytes, key));
}

/** The same, read in steps of some milliseconds: a server answers between them. */
export function* snapshotInSteps(bytes: Uint8Array, key: string): Generator<undefined, unknown> {
  const header = readHeader(bytes);
  if (header?.format !== FORMAT || header.key !== key) return undefined;
  if (header.checksum !== (yield* checksumInSteps(bytes))) return undefined;
  try {
    const reader = new SnapshotReader(
      bytes.byteOffset % ALIGNMENT === 0 ? bytes : Uint8Array.from(bytes),
      header.restAt,
    );
    reader.readHeader();
    for (const length of reader.readValue() as number[]) {
      const list: unknown[] = [];
      while (list.length < length) {
        for (const it of reader.readValue() as unknown[]) list.push(it);
        yield;
      }
      reader.long.push(list);
    }
    return reader.readValue();
  } catch {
    // A newer V8 wrote it.
    return undefined;
  }
}

/** The header, if it is one: what comes out of other files may be any JSON. */
function readHeader(bytes: Uint8Array): Header | null | undefined {
  try {
    return JSON.parse(Buffer.from(bytes.subarray(0, HEADER)).toString('latin1')) as Header | null;
  } catch {
    return undefined;
  }
}

const checksumOf = (bytes: Uint8Array): string => allAtOnce(checksumInSteps(bytes));

function* checksumInSteps(bytes: Uint8Array): Generator<undefined, string> {
  const hash = createHash('sha256');
  for (let at = HEADER; at < bytes.length; at += BYTES_A_STEP) {
    hash.update(bytes.subarray(at, at + BYTES_A_STEP));
    yield;
  }
  return hash.digest('base64url');
}

/** Stands for a long list where it was; no snapshot holds such an array otherwise. */
const LongListMark = Float64Array;

/** Plain data with long lists taken out into `long`, and marks in their places; what has none stays the same object. */
function withoutLongLists(value: unknown, long: (readonly unknown[])[], seen: Set<unknown> = new Set()): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || seen.has(value)) return value;
  seen.add(value);
  if (Array.isArray(value)) {
    return value.length <= ELEMENTS_A_STEP ? value : LongListMark.of(long.push(value) - 1);
  }
  const fields: readonly (readonly [unknown, unknown])[] = value instanceof Map ? [...value] : Object.entries(value);
  const short = fields.map(([name, it]) => [name, withoutLongLists(it, long, seen)] as const);
  if (short.every(([, it], i) => it === fields[i]?.[1])) return value;
  return value instanceof Map ? new Map(short) : Object.fromEntries(short as [string, unknown][]);
}

/** Writes all but the number arrays; of those it writes where they will be. */
class SnapshotWriter extends Serializer {
  declare _setTreatArrayBufferViewsAsHostObjects: (flag: boolean) => void;
  readonly arrays: { readonly array: NumberArray; readonly at: number }[] = [];
  end: number = HEADER;

  constructor() {
    super();
    this._setTreatArrayBufferViewsAsHostObjects(true);
  }

  _writeHostObject(array: NumberArray | Float64Array): void {
    if (array instanceof LongListMark) {
      this.writeUint32(kinds.length);
      this.writeUint32(array[0]!);
      return;
    }
    this.writeUint32(kinds.findIndex((kind) => array instanceof kind));
    this.writeDouble(this.end);
    this.writeUint32(array.length);
    this.arrays.push({ array, at: this.end });
    this.end = aligned(this.end + array.byteLength);
  }
}

class SnapshotReader extends Deserializer {
  /** Lists that were read before the value that they stand in. */
  readonly long: (readonly unknown[])[] = [];
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, restAt: number) {
    super(bytes.subarray(restAt));
    this.#bytes = bytes;
  }

  _readHostObject(): NumberArray | readonly unknown[] {
    const kind = kinds[this.readUint32()];
    if (!kind) return this.long[this.readUint32()]!;
    const at = this.readDouble();
    // Memory that threads share will do as any other.
    return new kind(this.#bytes.buffer as ArrayBuffer, this.#bytes.byteOffset + at, this.readUint32());
  }
}
