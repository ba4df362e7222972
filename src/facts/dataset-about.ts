/**
 * What a collection of facts says of itself, and cannot be read off the facts.
 */
export interface DatasetAbout {
  readonly name?: string;
  readonly version?: string;
  /** The licence, or the licences of the parts, and where they can be read. */
  readonly licence?: string;
  /** What it covers, and until when. */
  readonly coverage?: string;
}
