/**
 * Time as a control: a year to choose, over bars of what begins and what ends in each.
 */
import type { JSX } from 'preact';
import type { Edge } from '../statements.ts';
import { words } from '../words.ts';

interface YearsProps {
  readonly edges: readonly Edge[];
  readonly on: string | undefined;
  readonly onChange: (on: string | undefined) => void;
}

const HEIGHT = 34;

export function Years({ edges, on, onChange }: YearsProps): JSX.Element | null {
  const begins = countYears(edges, (it) => it.since);
  const ends = countYears(edges, (it) => it.until);
  const years = [...begins.keys(), ...ends.keys()];
  if (years.length === 0) return null;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  // Counts range from one to hundreds: their roots keep the small ones to be seen.
  const most = Math.sqrt(Math.max(...begins.values(), ...ends.values()));
  const bar = (count = 0): number => (count === 0 ? 0 : Math.max(1.5, (Math.sqrt(count) / most) * (HEIGHT / 2 - 1)));
  const chosen = on === undefined ? undefined : Number.parseInt(on, 10);
  return (
    <fieldset class="years">
      <legend>{words.graph.years}</legend>
      <svg viewBox={`0 0 ${all.length} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {all.map((year, i) => (
          <g key={year} class={year === chosen ? 'chosen' : ''}>
            <title>{`${year}: ${begins.get(year) ?? 0} ${words.graph.begins}, ${ends.get(year) ?? 0} ${words.graph.ends}`}</title>
            <rect
              class="begins"
              x={i + 0.1}
              width={0.8}
              y={HEIGHT / 2 - bar(begins.get(year))}
              height={bar(begins.get(year))}
            />
            <rect class="ends" x={i + 0.1} width={0.8} y={HEIGHT / 2} height={bar(ends.get(year))} />
          </g>
        ))}
      </svg>
      <input
        type="range"
        min={first}
        max={last}
        value={chosen ?? last}
        aria-label={words.graph.years}
        aria-valuetext={on ?? words.view.reset}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <output>{on ?? words.view.reset}</output>
      {on !== undefined && (
        <button type="button" onClick={() => onChange(undefined)}>
          {words.view.reset}
        </button>
      )}
      <span class="dim">
        ▀ {words.graph.begins} ▄ {words.graph.ends}
      </span>
    </fieldset>
  );
}

function countYears(edges: readonly Edge[], dayOf: (edge: Edge) => string | null): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const edge of edges) {
    const year = Number.parseInt(dayOf(edge) ?? '', 10);
    if (Number.isFinite(year)) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return counts;
}
