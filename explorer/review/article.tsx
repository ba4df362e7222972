/**
 * The article with the words that claims rest on marked in it; those of the claim one looks at more strongly.
 */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../words.ts';
import type { Claim, Evidence, Review } from './desk.ts';

interface ArticleProps {
  readonly review: Review;
  readonly selected: Claim | undefined;
  readonly onSelect: (id: string) => void;
  readonly onGive: (file: File) => void;
}

export function Article({ review, selected, onSelect, onGive }: ArticleProps): JSX.Element {
  const marked = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are marked then.
  useEffect(() => marked.current?.scrollIntoView({ block: 'nearest' }), [selected?.claim.id, review.text]);
  const { title, url, source } = review.document;
  if (review.text === undefined) {
    return (
      <section class="article" aria-label={words.review.article}>
        <h2>
          <bdi>{title ?? url ?? source}</bdi>
        </h2>
        <label>
          {words.review.giveText}{' '}
          <input
            type="file"
            onChange={(event) => event.currentTarget.files?.[0] && onGive(event.currentTarget.files[0])}
          />
        </label>
      </section>
    );
  }
  let isMarked = false;
  return (
    <section class="article" aria-label={words.review.article}>
      <h2>
        <bdi>{title ?? url ?? source}</bdi>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by keyboard. */}
      <div class="text" tabIndex={0} role="document" aria-label={words.review.article}>
        {partsOf(review.text, review.claims).map(({ start, end, claims }) => {
          const text = review.text!.slice(start, end);
          if (claims.length === 0) return text;
          const chosen = selected !== undefined && claims.includes(selected);
          const isFirst = chosen && !isMarked;
          isMarked ||= chosen;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the queue has the same by keyboard.
            <mark
              key={start}
              ref={isFirst ? marked : null}
              class={`${chosen ? 'chosen' : ''}${chosen && isWithin(start, selected.claim.evidence.trigger) ? ' trigger' : ''}`}
              onClick={() => onSelect(claims[0]!.claim.id)}
            >
              {text}
            </mark>
          );
        })}
      </div>
    </section>
  );
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly claims: readonly Claim[];
}

const isWithin = (at: number, [start, end]: readonly [number, number]): boolean => start <= at && at < end;

const evidenceOf = ({ claim, alsoSaid }: Claim): readonly Evidence[] => [
  claim.evidence,
  ...alsoSaid.map((it) => it.evidence),
];

/** The text cut wherever the words of a claim begin or end. */
function partsOf(text: string, claims: readonly Claim[]): readonly Part[] {
  const spans = claims.flatMap((claim) => evidenceOf(claim).map((it) => ({ ...it, claim })));
  const cuts = new Set([0, text.length, ...spans.flatMap((it) => [it.start, it.end, ...it.trigger])]);
  const sorted = [...cuts].filter((it) => it >= 0 && it <= text.length).sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => ({
    start,
    end: sorted[i + 1]!,
    claims: [...new Set(spans.filter((it) => isWithin(start, [it.start, it.end])).map((it) => it.claim))],
  }));
}
