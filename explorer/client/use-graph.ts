/**
 * The data of a picture as its state asks for them, and places for its things.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { View } from '../address.ts';
import { type Schema, schemaOf } from '../ask.ts';
import { type GraphData, readGraph } from '../graph-data.ts';
import type { GraphState } from '../graph-state.ts';
import { words } from '../words.ts';
import { askServer } from './ask-server.ts';
import { layOut, type Places } from './lay-out.ts';

interface GraphOfState {
  /** What the view of the state has. */
  readonly now: GraphData | undefined;
  /** The same at all times, from which a year is chosen. */
  readonly always: GraphData | undefined;
  readonly schema: Schema | undefined;
  readonly places: Places;
  readonly busy: boolean;
  /** Leaves what is being loaded or laid out. */
  readonly stop: () => void;
  /** What went wrong, in a sentence. */
  readonly trouble: string | undefined;
}

export function useGraph(state: GraphState): GraphOfState {
  const [found, setFound] = useState<Omit<GraphOfState, 'busy' | 'trouble' | 'stop'>>({
    now: undefined,
    always: undefined,
    schema: undefined,
    places: new Map(),
  });
  const [busy, setBusy] = useState(true);
  const [trouble, setTrouble] = useState<string>();
  const [visit, setVisit] = useState(0);
  useEffect(() => {
    const back = (): void => setVisit((it) => it + 1);
    document.addEventListener('server-back', back);
    return () => document.removeEventListener('server-back', back);
  }, []);

  const pinnedPlaces = useMemo(() => new Map([...found.places, ...pinsOf(state.pinned)]), [found.places, state.pinned]);
  // What is asked of the server depends on these alone; switches and the selection choose among what is here.
  const timeless = { ...state, view: atAllTimes(state.view) };
  const keyOf = ({ centres, also, expanded, most, view }: GraphState): string =>
    JSON.stringify([centres, also, expanded, most, view, visit]);
  const alwaysKey = keyOf(timeless);
  const leave = useRef<AbortController>(undefined);
  const laidOut = useRef(state.seed);
  const kept = useRef<{ readonly key: string; readonly data: Promise<GraphData> }>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is asked, and places follow it.
  useEffect(() => {
    const leaving = new AbortController();
    leave.current = leaving;
    const read = async (): Promise<void> => {
      if (kept.current?.key !== alwaysKey) kept.current = { key: alwaysKey, data: readGraph(askServer, timeless) };
      const [always, schema, now] = await Promise.all([
        kept.current.data,
        schemaOf(askServer, state.view),
        state.view.on === undefined ? kept.current.data : readGraph(askServer, state),
      ]);
      const nodes = new Map([...always.nodes, ...now.nodes]);
      const edges = new Map([...always.edges, ...now.edges]);
      if (leaving.signal.aborted) return;
      const { seed } = state;
      // In another arrangement nothing stays where it was, but for what was put there by hand.
      const isAnew = laidOut.current !== seed;
      const before = isAnew ? pinsOf(state.pinned) : pinnedPlaces;
      const places = await layOut([...nodes.values()], [...edges.values()], before, seed, leaving.signal);
      if (leaving.signal.aborted) return;
      // A thing that is put elsewhere by hand keeps its own place, to go back to when that is undone.
      laidOut.current = seed;
      const own = new Map([...places].map(([id, place]) => [id, (!isAnew && found.places.get(id)) || place]));
      setFound({ now, always, schema, places: own });
      setTrouble(undefined);
      setBusy(false);
    };
    setBusy(true);
    read().catch((error: Error) => {
      if (leaving.signal.aborted) return;
      kept.current = undefined;
      // This is how a browser says that nobody answers.
      if (error instanceof TypeError) document.dispatchEvent(new Event('server-lost'));
      setTrouble(error instanceof TypeError ? words.news.lost : error.message);
      setBusy(false);
    });
    return () => leaving.abort();
  }, [keyOf(state), state.seed]);
  const stop = (): void => {
    leave.current?.abort();
    setBusy(false);
  };
  return { ...found, places: pinnedPlaces, busy, stop, trouble };
}

const pinsOf = (pinned: GraphState['pinned']): Places => new Map(pinned.map(({ id, x, y }) => [id, { x, y }]));

function atAllTimes({ on: _, ...view }: View): View {
  return { ...view, certain: false };
}
