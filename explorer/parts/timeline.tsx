/**
 * Statements in the order of their dates, each with a bar: where it begins and ends, and which ends are open, vague or
 * unknown.
 */
import type { JSX } from 'preact';
import type { View } from '../address.ts';
import { edgeAddress } from '../address.ts';
import { type Edge, whenOf } from '../statements.ts';
import { words } from '../words.ts';
import { ThingLink } from './edge-table.tsx';
import { signOf } from './sign.ts';
import { type Span, spanOf } from './span.ts';

/** Rows that are shown at once. */
const MOST_ROWS = 150;

interface TimelineProps {
  readonly edges: readonly Edge[];
  readonly view: View;
  /** The node whose timeline it is: it is left out of its own rows. */
  readonly of?: string;
}

export function Timeline({ edges, view, of }: TimelineProps): JSX.Element | null {
  const dated = edges.flatMap((edge) => {
    const span = spanOf(edge);
    return span ? [{ edge, span }] : [];
  });
  dated.sort((a, b) => orderOf(a.span) - orderOf(b.span));
  if (dated.length === 0) return null;
  const years = dated.flatMap(({ span }) => [span.from, span.until]).filter((it) => it !== undefined);
  const first = Math.floor(Math.min(...years));
  const last = Math.max(Math.ceil(Math.max(...years)), first + 1);
  const shown = dated.slice(0, MOST_ROWS);
  return (
    <>
      <ol class="timeline">
        <li aria-hidden="true">
          <span />
          <Axis first={first} last={last} />
          <span />
        </li>
        {shown.map(({ edge, span }) => (
          <li key={edge.id}>
            <time>{whenOf(edge)}</time>
            <Bar span={span} first={first} last={last} sign={signOf(edge)} />
            <span>
              {edge.from.id !== of && <ThingLink thing={edge.from} view={view} />}{' '}
              <a class="relation" href={edgeAddress(edge.id, view)}>
                {edge.type}
              </a>{' '}
              {edge.to.id !== of && <ThingLink thing={edge.to} view={view} />}
            </span>
          </li>
        ))}
      </ol>
      {shown.length < dated.length && <p>{words.entity.more(dated.length - shown.length)}</p>}
      {dated.length < edges.length && <p class="dim">{words.undated(edges.length - dated.length)}</p>}
      <p class="dim">{words.timeline.legend}</p>
    </>
  );
}

/** The years of an axis: its ends, and its middle. */
export function Axis({ first, last }: { readonly first: number; readonly last: number }): JSX.Element {
  return (
    <span class="axis" aria-hidden="true">
      <span>{first}</span>
      {last - first > 3 && <span>{Math.round((first + last) / 2)}</span>}
      <span>{last}</span>
    </span>
  );
}

const orderOf = (span: Span): number => span.from ?? span.until ?? 0;

interface BarProps {
  readonly span: Span;
  readonly first: number;
  readonly last: number;
  readonly sign: string;
}

/** A hundred units wide: what is known is full, what is vague is pale, an open end has an arrow, an unknown one dots. */
function Bar({ span, first, last, sign }: BarProps): JSX.Element {
  const at = (year: number): number => ((year - first) / (last - first)) * 100;
  const known = { from: at(span.from ?? span.until ?? first), until: at(span.until ?? span.from ?? last) };
  const from = span.start === 'open' ? 0 : known.from;
  const until = span.end === 'open' ? 100 : known.until;
  const width = Math.max(1.2, until - from);
  const vague = span.seen || span.start === 'vague' || span.end === 'vague';
  return (
    <svg class={`bar bar-${sign}`} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class={vague ? 'vague' : 'sure'} x={Math.min(from, 98.8)} y={1.5} width={width} height={5} />
      {span.start === 'unknown' && <path class="unknown" d={`M${Math.max(0, from - 8)} 4H${from}`} />}
      {span.end === 'unknown' && <path class="unknown" d={`M${until} 4H${Math.min(100, until + 8)}`} />}
      {span.end === 'open' && <path class="open" d="M98.5 0.5L100 4L98.5 7.5" />}
    </svg>
  );
}
