/**
 * Time as a control: a year to choose, over bars of what begins and what ends in each.
 */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { spanOf } from '../parts/span.ts';
import { Axis } from '../parts/timeline.tsx';
import type { Edge } from '../statements.ts';
import { words } from '../words.ts';

interface YearsProps {
  readonly edges: readonly Edge[];
  readonly on: string | undefined;
  readonly onChange: (on: string | undefined) => void;
}

const HEIGHT = 34;
/** Years that the axis has at least: bars of three would look like something else. */
const LEAST_YEARS = 24;
/** How long a slider must rest before its year is asked for, in milliseconds. */
const REST = 120;

/** How many begin or end in a year for certain, and how many may. */
type Counts = Map<number, { sure: number; vague: number }>;

export function Years({ edges, on, onChange }: YearsProps): JSX.Element | null {
  const [sliding, setSliding] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is told is made anew with each drawing.
  useEffect(() => {
    if (sliding === undefined) return;
    const timer = setTimeout(() => {
      setSliding(undefined);
      onChange(sliding);
    }, REST);
    return () => clearTimeout(timer);
  }, [sliding]);
  const { begins, ends } = countYears(edges);
  const years = [...begins.keys(), ...ends.keys()];
  if (years.length === 0) return null;
  const last = Math.max(...years);
  const first = Math.min(last - LEAST_YEARS, ...years);
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  // Counts range from one to hundreds: their roots keep the small ones to be seen.
  const totals = [...begins.values(), ...ends.values()].map((it) => it.sure + it.vague);
  const most = Math.sqrt(Math.max(...totals));
  const heightOf = (count: number): number =>
    count === 0 ? 0 : Math.max(1.5, (Math.sqrt(count) / most) * (HEIGHT / 2 - 1));
  const shown = sliding ?? on;
  const chosen = shown === undefined ? undefined : Number.parseInt(shown, 10);
  const bars = (year: number, counts: Counts, kind: 'begins' | 'ends'): JSX.Element[] => {
    const { sure, vague } = counts.get(year) ?? { sure: 0, vague: 0 };
    const [full, whole] = [heightOf(sure), heightOf(sure + vague)];
    const bar = (from: number, to: number, faint: boolean): JSX.Element => (
      <rect
        key={`${kind} ${faint}`}
        class={`${kind}${faint ? ' faint' : ''}`}
        x={year - first + 0.1}
        width={0.8}
        y={HEIGHT / 2 + (kind === 'begins' ? -to : from)}
        height={to - from}
      />
    );
    return [bar(0, full, false), ...(whole > full ? [bar(full, whole, true)] : [])];
  };
  return (
    <fieldset class="years">
      <legend>{words.graph.years}</legend>
      <svg viewBox={`0 0 ${all.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {all.map((year) => (
          <g key={year} class={year === chosen ? 'chosen' : ''}>
            <title>{titleOf(year, begins, ends)}</title>
            {year === chosen && <rect class="mark" x={year - first} width={1} y={0} height={HEIGHT} />}
            {bars(year, begins, 'begins')}
            {bars(year, ends, 'ends')}
          </g>
        ))}
      </svg>
      <input
        type="range"
        min={first}
        max={last}
        value={chosen ?? last}
        aria-label={words.graph.years}
        aria-valuetext={shown ?? words.view.reset}
        onInput={(event) => setSliding(event.currentTarget.value)}
      />
      <Axis first={first} last={last} />
      <output>{shown ?? words.view.reset}</output>
      {on !== undefined && (
        <button type="button" onClick={() => onChange(undefined)}>
          {words.view.reset}
        </button>
      )}
      <span class="dim key">
        <svg viewBox="0 0 8 10" width="8" height="10" aria-hidden="true">
          <rect class="begins" width="8" height="5" />
          <rect class="ends" y="5" width="8" height="5" />
        </svg>{' '}
        {words.graph.begins}, {words.graph.ends}; {words.graph.faintYears}
      </span>
    </fieldset>
  );
}

const titleOf = (year: number, begins: Counts, ends: Counts): string => {
  const told = (counts: Counts, verb: string): string => {
    const { sure, vague } = counts.get(year) ?? { sure: 0, vague: 0 };
    return `${sure + vague} ${verb}${vague > 0 ? ` (${vague} ${words.possible})` : ''}`;
  };
  return `${year}: ${told(begins, words.graph.begins)}, ${told(ends, words.graph.ends)}`;
};

/** In which years statements begin and end; one of which only that is known that it was seen has no such year. */
function countYears(edges: readonly Edge[]): { readonly begins: Counts; readonly ends: Counts } {
  const [begins, ends]: [Counts, Counts] = [new Map(), new Map()];
  const count = (counts: Counts, year: number, sure: boolean): void => {
    const before = counts.get(year) ?? { sure: 0, vague: 0 };
    counts.set(year, { sure: before.sure + Number(sure), vague: before.vague + Number(!sure) });
  };
  for (const edge of edges) {
    const span = spanOf(edge);
    if (!span) continue;
    if (span.from !== undefined) count(begins, Math.floor(span.from), span.start === 'known' && !span.seen);
    if (span.until !== undefined) count(ends, Math.ceil(span.until) - 1, span.end === 'known' && !span.seen);
  }
  return { begins, ends };
}
