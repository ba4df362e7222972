/**
 * The ground of a picture, and what is written on it. The colours of nodes and edges stand out on both grounds.
 */
export interface Theme {
  readonly ground: string;
  /** Names of nodes. */
  readonly text: string;
  /** What is less important: the legend, the names of edges without a colour of their own. */
  readonly muted: string;
}

export const themes: Readonly<Record<'light' | 'dark', Theme>> = {
  light: { ground: '#ffffff', text: '#1b1f24', muted: '#57606a' },
  dark: { ground: '#0d1117', text: '#e6edf3', muted: '#9198a1' },
};
