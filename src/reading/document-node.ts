/**
 * A node that one article speaks of: what it is in the graph, how the article writes it, and what it says of it.
 */
import type { NodeNumber } from '../store/node-table.ts';

export type LinkMethod = 'name' | 'similar' | 'surname' | 'reference' | 'proposed';

/** A node of the document. */
export interface DocumentNode {
  /** The id in the graph, or of this file: `n-3`. */
  readonly id: string;
  readonly known: NodeNumber | undefined;
  type: string;
  name: string;
  /** How the article writes it. */
  readonly mentions: Set<string>;
  readonly method: LinkMethod;
  readonly score: number;
  /** The node of the graph that it may be as well. */
  readonly runnerUp: { readonly id: string; readonly score: number } | undefined;
  /** Folded head nouns by which "the meeting" may mean it. */
  readonly heads: Set<string>;
  /** The sentences in which it was named first and last, and how often it was. */
  readonly firstSentence: number;
  lastSentence: number;
  weight: number;
  when?: string;
  count?: number;
  /** Whether a claim speaks of it, so that its type stays. */
  isClaimed?: boolean;
  /** Of a post or an occasion: ids of what it belongs to. */
  of?: string[];
  /** Of a post: its title and kind. */
  title?: string;
  kind?: string;
  /** Of a person: what they act for in this article. */
  affiliation?: DocumentNode;
  /** Of a group: what its members are. */
  memberKind?: string;
}
