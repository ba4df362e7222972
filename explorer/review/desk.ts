/**
 * Asking the server of a review: what there is to be decided, and what becomes of a decision.
 *
 * The address holds a token that is good for once; it is traded for a key, which this tab keeps while it is open. A tab that
 * was closed is opened again by the address that the command printed then.
 */

export interface ClaimedNode {
  readonly id: string;
  readonly isNew: boolean;
  readonly type: string;
  readonly name: string;
  readonly mentions: readonly string[];
  readonly link: { readonly method: string; readonly score: number; readonly runnerUp?: string };
  readonly runnerUpName?: string;
}

export interface Evidence {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly trigger: readonly [start: number, end: number];
}

export interface KnownStatement {
  readonly id: string;
  readonly other: string;
  readonly when?: string;
  readonly modality: string;
  readonly sources: readonly string[];
  readonly differsIn: readonly ('when' | 'modality' | 'role')[];
}

export type State = 'open' | 'accepted' | 'rejected';

export interface Claim {
  readonly claim: {
    readonly id: string;
    readonly edge: string;
    readonly modality: string;
    readonly when?: string;
    readonly role?: string;
    readonly count?: number;
    readonly amount?: string;
    /** Ids of nodes of the article. */
    readonly saidBy?: string;
    readonly at?: string;
    readonly isQuoted?: boolean;
    readonly evidence: Evidence;
    readonly rule: string;
  };
  readonly from: ClaimedNode;
  readonly to: ClaimedNode;
  readonly state: State;
  readonly confidence: number;
  readonly decided: number;
  readonly alreadyStatedBy: number;
  /** Whether this source is among those that state the same. */
  readonly statedByThis: boolean;
  /** What of the decision the state comes from is about: this claim, or another that says the same. */
  readonly decision?: { readonly of: string };
  readonly alsoSaid: readonly { readonly evidence: Evidence }[];
  readonly isSuggestion: boolean;
  readonly same: readonly KnownStatement[];
  readonly others: readonly KnownStatement[];
  readonly otherCount: number;
}

export interface Review {
  readonly name: string;
  readonly document: { readonly source: string; readonly title?: string; readonly url?: string };
  readonly links: readonly ClaimedNode[];
  readonly nodes: readonly ClaimedNode[];
  readonly claims: readonly Claim[];
  readonly vanished: readonly { readonly of: string }[];
  readonly text?: string;
}

export interface DeskState {
  readonly reviews: readonly Review[];
  readonly modalities: readonly string[];
  /** After a decision: the id of what it was about. */
  readonly about?: string;
}

export interface Wish {
  /** The article. */
  readonly within?: string;
  readonly decision: 'accept' | 'reject' | 'edit' | 'link' | 'merge' | 'undo';
  /** Of an undo: empty for the last decision. */
  readonly of: string;
  readonly to?: string;
  readonly changes?: Readonly<Record<string, string>>;
}

export interface Found {
  readonly id: string;
  readonly type: string;
  readonly name: string;
}

export interface Desk {
  read(): Promise<DeskState>;
  decide(wish: Wish & { readonly by: string }): Promise<DeskState>;
  giveText(file: File): Promise<DeskState>;
  find(text: string): Promise<readonly Found[]>;
  write(): Promise<{ readonly written: readonly string[] }>;
}

/** How decisions name a node. */
export const nodeKey = ({ type, name }: Pick<ClaimedNode, 'type' | 'name'>): string => `${type} ${name}`;

const KEPT_AS = 'diplograph-review';

/** Trades the token of the address, or goes on with the key of this tab; undefined where there is neither. */
export async function openDesk(): Promise<Desk | undefined> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token !== null) {
    // It is of no more use, and is not to be seen or copied.
    history.replaceState(null, '', location.pathname);
    const { key } = await ask<{ key: string }>('session', { method: 'POST', ...json({ token }) });
    sessionStorage.setItem(KEPT_AS, key);
  }
  const key = sessionStorage.getItem(KEPT_AS);
  if (key === null) return undefined;
  const asked = <Data>(path: string, init: RequestInit = {}): Promise<Data> =>
    ask(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${key}` } });
  return {
    read: () => asked('review'),
    decide: (wish) => asked('decide', { method: 'POST', ...json(wish) }),
    giveText: (file) =>
      asked(`text?file=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: file,
      }),
    find: (text) => asked(`find?text=${encodeURIComponent(text)}`),
    write: () => asked('accept', { method: 'POST' }),
  };
}

const json = (body: unknown): { body: string; headers: Record<string, string> } => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});

/** What the server says; throws the sentence of what it refuses. */
async function ask<Data>(path: string, init: RequestInit): Promise<Data> {
  const answer = await fetch(`/api/${path}`, init);
  const said = (await answer.json()) as Data & { readonly error?: string };
  if (!answer.ok) throw new Error(said.error ?? answer.statusText);
  return said;
}
