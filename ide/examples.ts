/**
 * The example questions, as the server reads them from the folder `queries/`.
 */

import { base } from './base.ts';

export interface Example {
  /** The operation's name, for example `LaunchPartners`. */
  readonly name: string;
  /** What it is about, to group it with others; may be empty. */
  readonly subject: string;
  /** The question as a sentence, from the comment at the head of its file. */
  readonly title: string;
  /** The rest of that comment. */
  readonly description: string;
  readonly query: string;
}

/** The examples the server ships; none when it has none or cannot say, for the editor is useful without them. */
export async function fetchExamples(): Promise<readonly Example[]> {
  try {
    const response = await fetch(`${base}/ide/examples.json`);
    return response.ok ? ((await response.json()) as { examples: Example[] }).examples : [];
  } catch {
    return [];
  }
}
