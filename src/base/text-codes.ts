/**
 * Texts numbered as they come: what stands in many places is kept once, and compared as a number.
 */
export class TextCodes {
  readonly texts: string[] = [];
  readonly #codes = new Map<string, number>();

  /** The number of a text, which gets the next one when it is new. */
  codeOf(text: string): number {
    let code = this.#codes.get(text);
    if (code === undefined) this.#codes.set(text, (code = this.texts.push(text) - 1));
    return code;
  }

  /** The number of a text; undefined when it has none. */
  find(text: string): number | undefined {
    return this.#codes.get(text);
  }
}
