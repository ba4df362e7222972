/**
 * A list of whole numbers that grows, in one typed array: half the memory of a list of numbers, and never boxed.
 */
export class GrowingInts {
  /** Read it up to `length`; after a push that had to make room it is another array. */
  values: Int32Array;
  length = 0;

  constructor(room = 64) {
    this.values = new Int32Array(Math.max(1, room));
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Int32Array(this.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }
}
