/**
 * Beside the picture: kinds with their counts, on and off; what is selected, with its evidence; the signs.
 */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { edgeColour, nodeStyle } from '../../src/formats/style.ts';
import { edgeAddress, entityAddress } from '../address.ts';
import { ask, nameOf } from '../ask.ts';
import type { GraphData } from '../graph-data.ts';
import type { GraphState } from '../graph-state.ts';
import { SourceLink, ThingLink, whenOf } from '../parts/edge-table.tsx';
import { signOf, signs } from '../parts/sign.ts';
import { words } from '../words.ts';
import { askServer } from './ask-server.ts';
import { outlineOf } from './geometry.ts';
import { dashes } from './picture.tsx';

interface PanelProps {
  readonly state: GraphState;
  readonly go: (change: Partial<GraphState>) => void;
}

interface SwitchesProps extends PanelProps {
  readonly data: GraphData;
  readonly codeOf: (type: string) => number;
}

export function Switches({ data, state, go, codeOf }: SwitchesProps): JSX.Element {
  const nodes = countsOf([...data.nodes.values()].map((it) => it.__typename));
  const edges = countsOf([...data.edges.values()].map((it) => it.type));
  const toggled = (off: readonly string[], name: string): string[] =>
    off.includes(name) ? off.filter((it) => it !== name) : [...off, name];
  return (
    <aside class="switches" aria-label={words.graph.types}>
      <h2>{words.graph.types}</h2>
      {nodes.map(([name, count]) => {
        const { colour, shape } = nodeStyle(name, codeOf(name));
        return (
          <label key={name}>
            <input
              type="checkbox"
              checked={!state.nodesOff.includes(name)}
              onChange={() => go({ nodesOff: toggled(state.nodesOff, name) })}
            />
            <svg viewBox="-10 -10 20 20" width="14" height="14" aria-hidden="true">
              <path d={outlineOf(shape, 8)} fill={colour} />
            </svg>
            {name} <span class="count">{count}</span>
          </label>
        );
      })}
      <h2>{words.graph.edges}</h2>
      {edges.map(([name, count]) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={!state.edgesOff.includes(name)}
            onChange={() => go({ edgesOff: toggled(state.edgesOff, name) })}
          />
          <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
            <path d="M0 7h14" stroke={edgeColour(name, codeOf(name))} stroke-width="3" />
          </svg>
          {name} <span class="count">{count}</span>
        </label>
      ))}
    </aside>
  );
}

function countsOf(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
}

/** What is selected: a thing with ways to go on, or a statement with its evidence. */
export function Selection({ state, data, go }: PanelProps & { readonly data: GraphData | undefined }): JSX.Element {
  const { selected } = state;
  const node = selected === undefined ? undefined : data?.nodes.get(selected);
  const edge = selected === undefined ? undefined : data?.edges.get(selected);
  const kinds = useKinds(node?.id);
  return (
    <aside class="selection" aria-label={words.graph.selected} aria-live="polite">
      {!node && !edge && <p class="dim">{words.graph.nothingSelected}</p>}
      {node && (
        <>
          <p class="kind">{node.__typename}</p>
          <h2>
            <bdi>{nameOf(node)}</bdi>
          </h2>
          <p class="actions">
            <a href={entityAddress(node.id, state.view)}>{words.graph.open}</a>
            <button type="button" onClick={() => go({ centres: [node.id], expanded: [], hidden: [] })}>
              {words.graph.centre}
            </button>
            <button type="button" onClick={() => go({ hidden: [...state.hidden, node.id], selected: undefined })}>
              {words.graph.hide}
            </button>
          </p>
          <h3>{words.graph.expand}</h3>
          <ul class="expand">
            {kinds.map(([type, count]) => (
              <li key={type}>
                <button type="button" onClick={() => go({ expanded: [...state.expanded, { id: node.id, type }] })}>
                  {type} <span class="count">{count}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {edge && (
        <>
          <p class="kind">
            <span class={`sign sign-${signOf(edge)}`}>{words.signs[signOf(edge)]}</span>
          </p>
          <h2>
            <ThingLink thing={edge.from} /> <span class="relation">{edge.type}</span> <ThingLink thing={edge.to} />
          </h2>
          <p>
            {[whenOf(edge), edge.role, edge.at && nameOf(edge.at), edge.saidBy && nameOf(edge.saidBy)]
              .filter(Boolean)
              .join(', ')}
          </p>
          {edge.note && <p>{edge.note}</p>}
          <h3>{words.edge.sources}</h3>
          {edge.sources.length === 0 && <p>{words.edge.inferredBy(edge.rule ?? '')}</p>}
          <ul class="sources">
            {edge.sources.map((source, i) => (
              <li key={i}>
                <SourceLink source={source} />
              </li>
            ))}
          </ul>
          <p>
            <a href={edgeAddress(edge.id, state.view)}>
              {words.edge.derivations}, {words.edge.rivals}, {words.edge.falls}
            </a>
          </p>
        </>
      )}
    </aside>
  );
}

/** How many relations of each kind a thing has. */
function useKinds(id: string | undefined): readonly [string, number][] {
  const [kinds, setKinds] = useState<readonly [string, number][]>([]);
  useEffect(() => {
    let left = false;
    setKinds([]);
    if (id !== undefined) {
      const entries = '{ edge { type } }';
      ask<{ timeline: Record<string, readonly { edge: { type: string } | null }[]> }>(
        askServer,
        `{ timeline(of: ${JSON.stringify(id)}) { entries ${entries} ongoing ${entries} undated ${entries} } }`,
      ).then(
        ({ timeline }) => {
          const found = Object.values(timeline).filter(Array.isArray).flat() as { edge: { type: string } | null }[];
          if (!left) setKinds(countsOf(found.flatMap(({ edge }) => (edge ? [edge.type] : []))));
        },
        () => {},
      );
    }
    return () => {
      left = true;
    };
  }, [id]);
  return kinds;
}

/** The signs of the picture: how lines are drawn, and what faint ones mean. */
export function Legend({ dated }: { readonly dated: boolean }): JSX.Element {
  return (
    <ul class="legend" aria-label={words.graph.legend}>
      {signs.map((sign) => (
        <li key={sign}>
          <svg viewBox="0 0 30 8" width="30" height="8" aria-hidden="true">
            <path d="M0 4h30" stroke="currentColor" stroke-width="1.6" stroke-dasharray={dashes[sign]} />
          </svg>
          {words.signs[sign]}
        </li>
      ))}
      {dated && (
        <li>
          <svg viewBox="0 0 30 8" width="30" height="8" aria-hidden="true">
            <path d="M0 4h30" stroke="currentColor" stroke-width="1.6" stroke-opacity="0.35" />
          </svg>
          {words.possible}
        </li>
      )}
    </ul>
  );
}
