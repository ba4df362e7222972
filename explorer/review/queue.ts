/**
 * The queue of a review: who is who first, then claims by what they are about, in the order in which the server has them.
 */
import { type Claim, type ClaimedNode, type DeskState, nodeKey, type Review } from './desk.ts';

export type Item =
  | { readonly id: string; readonly review: Review; readonly node: ClaimedNode }
  | { readonly id: string; readonly review: Review; readonly claim: Claim };

export function itemsOf({ reviews }: DeskState, withDecided: boolean): readonly Item[] {
  return reviews.flatMap((review): Item[] => [
    ...review.links.map((node) => ({ id: `${review.name} ${nodeKey(node)}`, review, node })),
    ...review.claims
      .filter((it) => withDecided || it.state === 'open')
      .map((claim) => ({ id: claim.claim.id, review, claim })),
  ]);
}

export const isOpen = (item: Item): boolean => 'node' in item || item.claim.state === 'open';

/** What is to be looked at after an item: the next open one below it, or the first. */
export function nextOpen(items: readonly Item[], after: string | undefined): string | undefined {
  const at = items.findIndex((it) => it.id === after);
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find((it) => isOpen(it) && it.id !== after)?.id;
}

/** Open claims of an article about the same node as a claim. */
export const groupOf = ({ review }: Item, { to }: Claim): readonly Claim[] =>
  review.claims.filter((it) => it.state === 'open' && !it.isSuggestion && it.to.id === to.id);
