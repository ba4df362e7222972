/**
 * The one sanitiser: characters that neither XML nor most readers of text can hold become U+FFFD, and are counted.
 *
 * They are control characters, half surrogate pairs and two noncharacters; a single one makes a whole XML file
 * unreadable. JSON can escape them all, so JSON needs none of this.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const UNFIT =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const EACH_UNFIT = new RegExp(UNFIT, 'g');

export class TextSanitiser {
  /** How many characters were replaced so far. A text that many edges share counts once or more, as it is kept. */
  replaced = 0;

  /** The text with every unfit character as U+FFFD; nearly always the text itself. */
  clean(text: string): string {
    if (!UNFIT.test(text)) return text;
    return text.replace(EACH_UNFIT, () => {
      this.replaced += 1;
      return '\uFFFD';
    });
  }
}
