/**
 * What is selected: a thing with what is known of it and ways to go on, several things, or a statement with its evidence.
 */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { directivesOf, edgeAddress, entityAddress } from '../address.ts';
import { ask, inWords, nameOf, type Thing } from '../ask.ts';
import { type EntityFields, readFields } from '../entity-data.ts';
import { SourceLink, ThingLink } from '../parts/edge-table.tsx';
import { Evidence, type EvidenceOfEdge, readEvidence } from '../parts/evidence.tsx';
import { Properties } from '../parts/properties.tsx';
import { signOf } from '../parts/sign.ts';
import { type Edge, whenOf } from '../statements.ts';
import { words } from '../words.ts';
import { askServer } from './ask-server.ts';
import { Expand, type PanelProps } from './expand.tsx';

interface SelectionProps extends Omit<PanelProps, 'data'> {
  readonly data: PanelProps['data'] | undefined;
}

export function Selection({ data, state, go }: SelectionProps): JSX.Element {
  const nodes = state.selected.flatMap((id) => data?.nodes.get(id) ?? []);
  const edge = data?.edges.get(state.selected[0] ?? '');
  const [node] = nodes;
  return (
    <aside class="selection" aria-label={words.graph.selected} aria-live="polite">
      {!node && !edge && <p class="dim">{words.graph.nothingSelected}</p>}
      {data && node && nodes.length === 1 && <One node={node} data={data} state={state} go={go} />}
      {nodes.length > 1 && <Several nodes={nodes} state={state} go={go} />}
      {edge && <Statement edge={edge} state={state} go={go} />}
    </aside>
  );
}

function One({ node, data, state, go }: PanelProps & { readonly node: Thing }): JSX.Element {
  const [answer, setAnswer] = useState<EntityFields>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same thing comes as another object with each answer.
  useEffect(() => {
    let left = false;
    setAnswer(undefined);
    readFields(askServer, node, state.view).then(
      (found) => left || setAnswer(found),
      () => {},
    );
    return () => {
      left = true;
    };
  }, [node.id]);
  return (
    <>
      <p class="kind">{inWords(node.__typename)}</p>
      <h2>
        <bdi>{nameOf(node)}</bdi>
      </h2>
      <p class="actions">
        <a href={entityAddress(node.id, state.view)}>{words.graph.open}</a>
        <button type="button" onClick={() => go({ centres: [node.id], also: [], expanded: [], hidden: [] })}>
          {words.graph.centre}
        </button>
        <button type="button" onClick={() => go({ hidden: [...state.hidden, node.id], selected: [] })}>
          {words.graph.hide}
        </button>
      </p>
      <h3>{words.graph.expand}</h3>
      <Expand id={node.id} data={data} state={state} go={go} />
      <p class="dim">{words.graph.selectMore}</p>
      {answer && <Properties fields={answer.fields} sources={answer.sources} />}
    </>
  );
}

/** Paths that are asked for between two of the selected things, and their longest. */
const MOST_PATHS = 5;
const MOST_HOPS = 4;

function Several({ nodes, state, go }: Omit<PanelProps, 'data'> & { readonly nodes: readonly Thing[] }): JSX.Element {
  const [told, setTold] = useState<string>();
  const ids = nodes.map((it) => it.id);
  const connect = async (): Promise<void> => {
    const pairs = ids.flatMap((from, i) => ids.slice(i + 1, i + 4).map((to) => ({ from, to }))).slice(0, 20);
    const fields = pairs.map(
      ({ from, to }, i) =>
        `p${i}: paths(from: ${JSON.stringify(from)}, to: ${JSON.stringify(to)}, maxHops: ${MOST_HOPS}, first: ${MOST_PATHS}) { paths { nodes { id } } }`,
    );
    type Found = Record<string, { readonly paths: readonly { readonly nodes: readonly { readonly id: string }[] }[] }>;
    try {
      const { hints: _, ...found } = await ask<Found>(askServer, `{ ${fields.join(' ')} }`);
      const between = Object.values(found as Found).flatMap((it) => it.paths.flatMap((path) => path.nodes));
      if (between.length === 0) return setTold(words.path.none);
      go({ also: [...new Set([...state.also, ...between.map((it) => it.id)])] });
    } catch (error) {
      setTold((error as Error).message);
    }
  };
  return (
    <>
      <h2>{words.graph.several(nodes.length)}</h2>
      <ul>
        {nodes.map((it) => (
          <li key={it.id}>
            <ThingLink thing={it} view={state.view} />
          </li>
        ))}
      </ul>
      <p class="actions">
        <button type="button" onClick={connect}>
          {words.graph.connect}
        </button>
        <button type="button" onClick={() => go({ centres: [], also: ids, expanded: [], hidden: [], selected: [] })}>
          {words.graph.only}
        </button>
        <button type="button" onClick={() => go({ hidden: [...state.hidden, ...ids], selected: [] })}>
          {words.graph.hide}
        </button>
      </p>
      {told && <p role="status">{told}</p>}
    </>
  );
}

function Statement({ edge, state, go }: Omit<PanelProps, 'data'> & { readonly edge: Edge }): JSX.Element {
  const sign = signOf(edge);
  const [evidence, setEvidence] = useState<EvidenceOfEdge>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same statement comes as another object with each answer.
  useEffect(() => {
    let left = false;
    setEvidence(undefined);
    readEvidence(askServer, edge.id, edge.from.id, state.view).then(
      (found) => left || setEvidence(found),
      () => {},
    );
    return () => {
      left = true;
    };
  }, [edge.id, directivesOf(state.view)]);
  return (
    <>
      <p class="kind">
        <span class={`sign sign-${sign}`}>{words.signs[sign]}</span>
      </p>
      <h2>
        <ThingLink thing={edge.from} view={state.view} /> <span class="relation">{edge.type}</span>{' '}
        <ThingLink thing={edge.to} view={state.view} />
      </h2>
      <p>
        {[whenOf(edge), edge.role, edge.at && nameOf(edge.at), edge.saidBy && nameOf(edge.saidBy)]
          .filter(Boolean)
          .join(', ')}
      </p>
      {edge.note && <p>{edge.note}</p>}
      {evidence ? (
        <Evidence
          evidence={evidence}
          view={state.view}
          leaveOut={(source) => go({ view: { ...state.view, without: [...state.view.without, source] } })}
        />
      ) : (
        <ul class="sources">
          {edge.sources.map((source, i) => (
            <li key={i}>
              <SourceLink source={source} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={edgeAddress(edge.id, state.view)}>{words.graph.open}</a>
      </p>
    </>
  );
}
