/**
 * The example questions, as the server reads them from the folder `queries/`.
 */

export interface Example {
  /** The operation's name, for example `LaunchPartners`. */
  readonly name: string;
  /** The comment at the head of the file: what the question is, in words. */
  readonly description: string;
  readonly query: string;
}

/** The examples the server ships; none when it has none or cannot say, for the editor is useful without them. */
export async function fetchExamples(): Promise<readonly Example[]> {
  try {
    const response = await fetch('/ide/examples.json');
    return response.ok ? ((await response.json()) as { examples: Example[] }).examples : [];
  } catch {
    return [];
  }
}
