/**
 * The one sanitiser: characters that neither XML nor most readers of text can hold become U+FFFD, and are counted.
 *
 * They are control characters, half surrogate pairs and two noncharacters; a single one makes a whole XML file
 * unreadable. JSON can escape them all, so JSON needs none of this.
 */

const UNFIT = /[^\t\n\r -\uFFFD]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export class TextSanitiser {
  /** How many characters were replaced so far; those of a value that many edges share count once. */
  replaced = 0;

  /** The text with every unfit character as U+FFFD; nearly always the text itself. */
  clean(text: string): string {
    return text.search(UNFIT) === -1 ? text : this.replace(text, UNFIT, '\uFFFD');
  }

  /** Replaces what one format alone cannot hold, such as the separator of its lists inside a value. */
  replace(text: string, unfit: RegExp | string, by: string): string {
    return text.replaceAll(unfit, () => {
      this.replaced += 1;
      return by;
    });
  }

  /** Values as one text with `separator` between them; within a value it would part it, so `instead` stands there. */
  joinList(values: readonly unknown[], separator: string, instead: string): string {
    return values.map((it) => this.replace(String(it), separator, instead)).join(separator);
  }
}
