/**
 * How a command ends, for scripts: they branch on it, so it never changes meaning.
 */
export const exitCode: {
  /** The command did what was asked. */
  readonly fine: 0;
  /** It ran, and found problems or did not find what was sought. */
  readonly problems: 1;
  /** It was asked wrongly: an unknown command, option or file, a value out of range. */
  readonly misuse: 2;
} = { fine: 0, problems: 1, misuse: 2 };

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
