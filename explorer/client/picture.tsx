/**
 * The stage of a picture: zoomed, moved, its things dragged and chosen by mouse, finger or keyboard. It is drawn as SVG.
 *
 * SVG shows dashes, can be reached by keyboard, and is the file that is taken away. Moving the stage draws nothing anew
 * but the names; zooming does at steps, since lines and shapes keep their size.
 */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { words } from '../words.ts';
import { Drawing, type DrawingProps, lineNear, linesOf, wishesOf } from './drawing.tsx';
import { around, type Box, widen } from './geometry.ts';
import { LETTERS, placeLabels } from './labels.ts';
import type { Place } from './lay-out.ts';

export interface PictureProps extends Omit<DrawingProps, 'unit' | 'scale'> {
  /** Told of what is chosen, and whether it comes beside what is already selected. */
  readonly onSelect: (id: string | undefined, beside: boolean) => void;
  /** Told where a thing was put. */
  readonly onPin: (id: string, place: Place) => void;
}

export function Picture({ onSelect, onPin, ...picture }: PictureProps): JSX.Element {
  const { nodes, edges, certain, selected, centres, look } = picture;
  const [held, setHeld] = useState<{ readonly id: string; readonly place: Place }>();
  const places = useMemo(
    () => (held ? new Map(picture.places).set(held.id, held.place) : picture.places),
    [picture.places, held],
  );
  const svg = useRef<SVGSVGElement>(null);
  const [size, setSize] = useState({ width: 900, height: 600 });
  useEffect(() => {
    const seen = new ResizeObserver(([entry]) => {
      // A stage without a width or a height, as while a page is loading, has no ratio.
      if (entry?.contentRect.width && entry.contentRect.height) setSize(entry.contentRect);
    });
    if (svg.current) seen.observe(svg.current);
    return () => seen.disconnect();
  }, []);
  // What is shown fits the stage until a visitor zooms or moves it.
  const [moved, setMoved] = useState<Box>();
  const whole = useMemo(
    () => around(new Map(nodes.flatMap(({ id }) => (picture.places.has(id) ? [[id, picture.places.get(id)!]] : [])))),
    [nodes, picture.places],
  );
  const stage = widen(moved ?? whole, size.width / size.height);
  const unit = stage.width / size.width;

  const zoom = (factor: number, at: Place = middleOf(stage)): void =>
    setMoved({
      x: at.x - (at.x - stage.x) * factor,
      y: at.y - (at.y - stage.y) * factor,
      width: stage.width * factor,
      height: stage.height * factor,
    });
  const placeOf = ({ clientX, clientY }: MouseEvent): Place => {
    const frame = svg.current!.getBoundingClientRect();
    return { x: stage.x + (clientX - frame.left) * unit, y: stage.y + (clientY - frame.top) * unit };
  };
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return;
      if (event.key === '+' || event.key === '=') zoom(0.8);
      if (event.key === '-') zoom(1.25);
      if (event.key === '0') setMoved(undefined);
    };
    // A passive listener, which Preact would make, may not keep the page from scrolling.
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      zoom(Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 250), placeOf(event));
    };
    document.addEventListener('keydown', key);
    svg.current?.addEventListener('wheel', wheel, { passive: false });
    return () => {
      document.removeEventListener('keydown', key);
      svg.current?.removeEventListener('wheel', wheel);
    };
  });

  const drag = useRef<{ readonly id: string | undefined; readonly from: Place; far: boolean }>(undefined);
  const down = (event: PointerEvent): void => {
    const id = (event.target as Element).closest<SVGGElement>('[data-node]')?.dataset.node;
    drag.current = { id, from: placeOf(event), far: false };
    svg.current?.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    const { current } = drag;
    if (!current) return;
    const at = placeOf(event);
    if (Math.hypot(at.x - current.from.x, at.y - current.from.y) < 5 * unit && !current.far) return;
    current.far = true;
    if (current.id !== undefined) setHeld({ id: current.id, place: at });
    else setMoved({ ...stage, x: stage.x + current.from.x - at.x, y: stage.y + current.from.y - at.y });
  };
  const up = (event: PointerEvent): void => {
    const { current } = drag;
    drag.current = undefined;
    if (held) onPin(held.id, held.place);
    setHeld(undefined);
    if (!current || current.far) return;
    const element = document.elementFromPoint(event.clientX, event.clientY);
    const id = chosenBy(element) ?? lineNear(drawn.lines, placeOf(event), 5 * unit);
    onSelect(id, event.shiftKey || event.ctrlKey || event.metaKey);
  };

  // Between steps of about a fifth, sizes are off by less than anybody sees.
  const step = 2 ** (Math.round(Math.log2(unit) * 4) / 4);
  // A thing has the room of some seventy pixels square before it is drawn smaller.
  const scale = Math.max(0.35, Math.min(0.9, Math.sqrt((size.width * size.height) / nodes.length) / 70));
  const drawn = useMemo(() => {
    const props: DrawingProps = { nodes, edges, places, certain, selected, centres, look, unit: step, scale };
    const lines = linesOf(props);
    return { lines, drawing: <Drawing {...props} lines={lines} />, ...wishesOf(props, lines) };
  }, [nodes, edges, places, certain, selected, centres, look, step, scale]);
  return (
    <svg
      ref={svg}
      class="picture"
      viewBox={`${stage.x} ${stage.y} ${stage.width} ${stage.height}`}
      role="application"
      aria-label={words.graph.described(nodes.length, edges.length)}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onSelect(chosenBy(event.target as Element), event.key === ' ' || event.shiftKey);
      }}
    >
      {drawn.drawing}
      <g text-anchor="middle" fill="currentColor" font-size={LETTERS * unit} class="halo" stroke-width={3 * unit}>
        {placeLabels(drawn.wishes, drawn.taken, stage, unit).map(({ key, text, x, y, pale }) => (
          <text key={key} x={x} y={y} {...(pale && { opacity: 0.5 })}>
            {text}
          </text>
        ))}
      </g>
    </svg>
  );
}

function chosenBy(element: Element | null): string | undefined {
  const found = element?.closest<SVGElement>('[data-node],[data-edge]');
  return found?.dataset.node ?? found?.dataset.edge;
}

const middleOf = ({ x, y, width, height }: Box): Place => ({ x: x + width / 2, y: y + height / 2 });
