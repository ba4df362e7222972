/**
 * What stands behind a title and says what the post belongs to: "of Kazakhstan to the UN", "to the Iranian minister".
 */
import type { DocumentNode } from './document-node.ts';
import type { DocumentNodes } from './document-nodes.ts';
import type { CapitalsItem } from './find-names.ts';
import { type Item, type PhraseItem, wordOf } from './phrase.ts';

/** What a title belongs to, and where that ends. */
export interface Complement {
  readonly of: DocumentNode | undefined;
  readonly others: readonly DocumentNode[];
  readonly end: number;
}

export const SMALL: ReadonlySet<string> = new Set(['the', 'a', 'an']);

/** "of Kazakhstan to the UN and other organizations in Geneva", "to the Iranian foreign minister on special affairs". */
export function complementAt(items: readonly Item[], nodes: DocumentNodes, from: number): Complement {
  const found: DocumentNode[] = [];
  let of: DocumentNode | undefined;
  let end = from;
  for (;;) {
    const joiner = wordOf(items[end]);
    if (!['of', 'to', 'at', 'for', 'in', 'on'].includes(joiner)) break;
    let at = end + 1;
    while (SMALL.has(wordOf(items[at])) || ['entire', 'whole'].includes(wordOf(items[at]))) at++;
    const item = items[at];
    if (item?.kind !== 'phrase' || !['name', 'adjective', 'nominal'].includes(item.phrase.kind)) break;
    const node = item.phrase.nodes[0];
    if (!node) break;
    if (item.phrase.kind === 'adjective') {
      // "to the Iranian foreign minister": whoever the other title belongs to.
      if (items[at + 1]?.kind !== 'title') break;
      of ??= node;
      end = at + 2;
      continue;
    }
    if (joiner === 'in' && !of && nodes.lexicon.place === node.type) {
      // "Permanent Representative in Geneva" says where and not whose.
      end = at + 1;
      continue;
    }
    if (['in', 'on'].includes(joiner) && of === undefined && isBody(nodes, item) && joiner === 'on') break;
    if (isBody(nodes, item)) {
      if (joiner !== 'in' || of === undefined) found.push(node);
      if (
        of === undefined &&
        (joiner === 'of' ||
          joiner === 'at' ||
          joiner === 'for' ||
          (joiner === 'to' && node.type !== nodes.lexicon.state))
      )
        of = node;
    }
    end = at + 1;
    // "the UN Geneva": where a body sits may stand right behind it.
    const seat = items[end];
    if (seat?.kind === 'phrase' && seat.phrase.nodes[0]?.type === nodes.lexicon.place && isPerson(items[end + 1]))
      end++;
    end = furtherBodies(items, end);
  }
  return { of, others: found.filter((it) => it !== of), end };
}

/** "and other International Organizations", "and the European Union": more of a complement, when a preposition follows. */
function furtherBodies(items: readonly Item[], from: number): number {
  let at = from;
  if (wordOf(items[at]) !== 'and') return from;
  at++;
  while (['the', 'other', 'international', 'organizations', 'organisations'].includes(wordOf(items[at]))) at++;
  const item = items[at];
  if (item?.kind === 'capitals' || (item?.kind === 'phrase' && item.phrase.kind === 'name')) at++;
  while (['organizations', 'organisations'].includes(wordOf(items[at]))) at++;
  return ['in', 'at', 'for'].includes(wordOf(items[at])) ? at : from;
}

export const isBody = (nodes: DocumentNodes, item: PhraseItem): boolean =>
  item.phrase.nodes.length > 0 && nodes.lexicon.offices!.of.has(item.phrase.nodes[0]!.type);

export const isPerson = (item: Item | undefined): item is CapitalsItem | PhraseItem =>
  item?.kind === 'capitals' ||
  (item?.kind === 'phrase' && item.phrase.kind === 'person' && item.phrase.nodes.length === 1);
