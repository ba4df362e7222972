/**
 * What of a picture is seen: kinds with their counts, on and off; the view; sources, each of which can be left out.
 */
import type { JSX } from 'preact';
import type { View } from '../address.ts';
import { inWords, nameOf } from '../ask.ts';
import { edgeColour, type Look, nodeLook } from '../look.ts';
import { ScriptChoice } from '../parts/document.tsx';
import { signs } from '../parts/sign.ts';
import { sourceText } from '../statements.ts';
import { words } from '../words.ts';
import { dashes } from './drawing.tsx';
import { countsOf, type PanelProps } from './expand.tsx';
import { outlineOf } from './geometry.ts';

interface SwitchesProps extends PanelProps {
  readonly scripts: readonly string[];
  readonly look: Look;
}

/** Sources that are listed: those that most relations rest on. */
const MOST_SOURCES = 25;

export function Switches({ data, scripts, state, go, look }: SwitchesProps): JSX.Element {
  const nodes = countsOf([...data.nodes.values()].map((it) => it.__typename));
  const edges = countsOf([...data.edges.values()].map((it) => it.type));
  const see = (change: Partial<View>): void => go({ view: { ...state.view, ...change } });
  return (
    <aside class="switches" aria-label={words.graph.types}>
      <h2>{words.graph.types}</h2>
      {nodes.map(([name, count]) => {
        const { colour, shape } = nodeLook(look, name);
        return (
          <Switch key={name} off={state.nodesOff} name={name} count={count} onChange={(nodesOff) => go({ nodesOff })}>
            <svg viewBox="-10 -10 20 20" width="14" height="14" aria-hidden="true">
              <path d={outlineOf(shape, 8)} fill={colour} />
            </svg>
          </Switch>
        );
      })}
      <h2>{words.graph.edges}</h2>
      {edges.map(([name, count]) => (
        <Switch key={name} off={state.edgesOff} name={name} count={count} onChange={(edgesOff) => go({ edgesOff })}>
          <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
            <path d="M0 7h14" stroke={edgeColour(look, name)} stroke-width="3" />
          </svg>
        </Switch>
      ))}
      <h2>{words.view.what}</h2>
      {state.view.on !== undefined && (
        <label>
          <input type="checkbox" checked={state.view.certain} onChange={() => see({ certain: !state.view.certain })} />
          {words.view.certain}
        </label>
      )}
      <label>
        <input type="checkbox" checked={state.view.stated} onChange={() => see({ stated: !state.view.stated })} />
        {words.view.stated}
      </label>
      <label>
        {words.view.trust}
        <input
          type="number"
          min={0}
          max={1}
          step={0.05}
          value={state.view.trust ?? 0}
          onChange={(event) => see({ trust: Number(event.currentTarget.value) })}
        />
      </label>
      <ScriptChoice
        scripts={scripts}
        chosen={state.view.names}
        onChange={(names) => {
          const { names: _, ...view } = state.view;
          go({ view: names === '' ? view : { ...view, names } });
        }}
      />
      <details open={state.view.without.length > 0}>
        <summary>{words.view.without}</summary>
        {sourcesOf(data, state.view.without).map(([id, title, count]) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={state.view.without.includes(id)}
              onChange={() => see({ without: toggled(state.view.without, id) })}
            />
            {title} <span class="count">{count || ''}</span>
          </label>
        ))}
      </details>
    </aside>
  );
}

interface SwitchProps {
  readonly off: readonly string[];
  readonly name: string;
  readonly count: number;
  readonly onChange: (off: readonly string[]) => void;
  readonly children: JSX.Element;
}

function Switch({ off, name, count, onChange, children }: SwitchProps): JSX.Element {
  return (
    <label>
      <input type="checkbox" checked={!off.includes(name)} onChange={() => onChange(toggled(off, name))} />
      {children}
      {inWords(name)} <span class="count">{count}</span>
    </label>
  );
}

const toggled = (words: readonly string[], word: string): readonly string[] =>
  words.includes(word) ? words.filter((it) => it !== word) : [...words, word];

/** The sources of a picture, with how many of its relations each is cited for; those that are left out come first. */
function sourcesOf({ edges }: PanelProps['data'], without: readonly string[]): readonly [string, string, number][] {
  const cited = [...edges.values()].flatMap((it) => it.sources);
  const titles = new Map(
    cited.map((it) => [it.id, sourceText(it, 'title') ?? (it.node ? nameOf(it.node) : it.id)] as const),
  );
  const counts = countsOf(cited.map((it) => it.id)).filter(([id]) => !without.includes(id));
  return [...without.map((id) => [id, 0] as const), ...counts.slice(0, MOST_SOURCES)].map(([id, count]) => [
    id,
    titles.get(id) ?? id,
    count,
  ]);
}

/** The signs of the picture: how lines are drawn, and what faint ones mean. */
export function Legend({ dated }: { readonly dated: boolean }): JSX.Element {
  const rows = signs.map((it) => ({ name: words.signs[it], dash: dashes[it], opacity: 1 }));
  return (
    <ul class="legend" aria-label={words.graph.legend}>
      {[...rows, ...(dated ? [{ name: words.possible, dash: undefined, opacity: 0.35 }] : [])].map((it) => (
        <li key={it.name}>
          <svg viewBox="0 0 30 8" width="30" height="8" aria-hidden="true">
            <path
              d="M0 4h30"
              stroke="currentColor"
              stroke-width="1.6"
              stroke-dasharray={it.dash}
              stroke-opacity={it.opacity}
            />
          </svg>
          {it.name}
        </li>
      ))}
    </ul>
  );
}
