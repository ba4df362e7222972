/**
 * A snapshot: plain data with number arrays in one file, read back in little more than the time that copying takes.
 *
 * Number arrays lie in the file as they lie in memory, so that reading one is naming its place; the rest is V8's own form
 * of plain data. A snapshot keeps nothing that cannot be made anew. One that is cut off, damaged, or of another version,
 * machine or key is therefore no fault: it counts as absent.
 */
import { createHash } from 'node:crypto';
import { endianness } from 'node:os';
import { Deserializer, Serializer } from 'node:v8';

const NAME = 'diplograph-snapshot';
/** Changes with the layout. */
const FORMAT = `${NAME} 1 ${endianness()}`;
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

/** The bytes of a snapshot. `value` is what `structuredClone` can copy; `key`, at most 64 characters, what it was made of. */
export function writeSnapshot(key: string, value: unknown): Uint8Array {
  const writer = new SnapshotWriter();
  writer.writeHeader();
  writer.writeValue(value);
  const rest = writer.releaseBuffer();
  const bytes = Buffer.alloc(writer.end + rest.length);
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
export function readSnapshot(bytes: Uint8Array<ArrayBuffer>, key: string): unknown {
  const header = readHeader(bytes);
  if (header?.format !== FORMAT || header.key !== key || header.checksum !== checksumOf(bytes)) return undefined;
  try {
    const reader = new SnapshotReader(
      bytes.byteOffset % ALIGNMENT === 0 ? bytes : Uint8Array.from(bytes),
      header.restAt,
    );
    reader.readHeader();
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

const checksumOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes.subarray(HEADER)).digest('base64url');

/** Writes all but the number arrays; of those it writes where they will be. */
class SnapshotWriter extends Serializer {
  declare _setTreatArrayBufferViewsAsHostObjects: (flag: boolean) => void;
  readonly arrays: { readonly array: NumberArray; readonly at: number }[] = [];
  end: number = HEADER;

  constructor() {
    super();
    this._setTreatArrayBufferViewsAsHostObjects(true);
  }

  _writeHostObject(array: NumberArray): void {
    this.writeUint32(kinds.findIndex((kind) => array instanceof kind));
    this.writeDouble(this.end);
    this.writeUint32(array.length);
    this.arrays.push({ array, at: this.end });
    this.end = aligned(this.end + array.byteLength);
  }
}

class SnapshotReader extends Deserializer {
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>, restAt: number) {
    super(bytes.subarray(restAt));
    this.#bytes = bytes;
  }

  _readHostObject(): NumberArray {
    const kind = kinds[this.readUint32()]!;
    const at = this.readDouble();
    return new kind(this.#bytes.buffer, this.#bytes.byteOffset + at, this.readUint32());
  }
}
