/**
 * The picture: things as shapes, relations as lines whose dashes say how they stand, drawn as SVG.
 *
 * SVG shows dashes, can be reached by keyboard, and is the file that is taken away; it draws some hundreds of things well.
 * Several relations of the same two are one line with their number, and fan out when one of the two is selected.
 */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { edgeColour, nodeStyle } from '../../src/formats/style.ts';
import { nameOf, type Thing } from '../ask.ts';
import { sentenceOf } from '../pages/edge.tsx';
import { type Sign, signOf, signs } from '../parts/sign.ts';
import type { Edge } from '../statements.ts';
import { around, type Box, curveBetween, outlineOf, widen } from './geometry.ts';
import type { Place, Places } from './lay-out.ts';
import { namedNodes, shortName } from './names.ts';

export interface PictureProps {
  readonly nodes: readonly Thing[];
  readonly edges: readonly Edge[];
  readonly places: Places;
  readonly certain: ReadonlySet<string> | undefined;
  readonly selected: string | undefined;
  readonly centres: readonly string[];
  readonly onSelect: (id: string | undefined) => void;
  readonly onMove: (id: string, place: Place) => void;
  /** Codes of types, for colours of those the style table does not know. */
  readonly codeOf: (type: string) => number;
}

/** The dashes of a line, by the standing of what it says. */
export const dashes: Readonly<Record<Sign, string | undefined>> = {
  stated: undefined,
  inferred: '6 4',
  reported: '1.5 3.5',
  planned: '10 3 1.5 3',
  denied: '2 6',
  deprecated: '1 7',
};

export function Picture(props: PictureProps): JSX.Element {
  const { nodes, edges, places, selected, centres, onSelect } = props;
  const [box, setBox] = useState<Box>(() => around(places));
  const [moved, setMoved] = useState(false);
  const svg = useRef<SVGSVGElement>(null);
  const [size, setSize] = useState({ width: 900, height: 600 });
  useEffect(() => {
    if (!moved) setBox(around(places));
  }, [places, moved]);
  useEffect(() => {
    const seen = new ResizeObserver(([entry]) => {
      if (entry?.contentRect.height) setSize(entry.contentRect);
    });
    if (svg.current) seen.observe(svg.current);
    return () => seen.disconnect();
  }, []);
  const fitted = widen(box, size.width / size.height);
  // A pixel of the screen in units of the picture: names keep their size at any zoom.
  const unit = fitted.width / size.width;

  const zoom = (factor: number, at?: Place): void => {
    const centre = at ?? { x: fitted.x + fitted.width / 2, y: fitted.y + fitted.height / 2 };
    setMoved(true);
    setBox({
      x: centre.x - (centre.x - fitted.x) * factor,
      y: centre.y - (centre.y - fitted.y) * factor,
      width: fitted.width * factor,
      height: fitted.height * factor,
    });
  };
  const placeOf = (event: PointerEvent | WheelEvent): Place => {
    const frame = svg.current!.getBoundingClientRect();
    return {
      x: fitted.x + ((event.clientX - frame.left) / frame.width) * fitted.width,
      y: fitted.y + ((event.clientY - frame.top) / frame.height) * fitted.height,
    };
  };
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return;
      if (event.key === '+' || event.key === '=') zoom(0.8);
      if (event.key === '-') zoom(1.25);
      if (event.key === '0') setMoved(false);
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  });
  useEffect(() => {
    // A passive listener, which Preact would make, may not keep the page from scrolling.
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      zoom(Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 250), placeOf(event));
    };
    svg.current?.addEventListener('wheel', wheel, { passive: false });
    return () => svg.current?.removeEventListener('wheel', wheel);
  });

  const drag = useRef<{ id?: string; from: Place; box: Box; far: boolean } | undefined>(undefined);
  const down = (event: PointerEvent): void => {
    const id = (event.target as Element).closest<SVGGElement>('[data-node]')?.dataset.node;
    drag.current = { ...(id !== undefined && { id }), from: placeOf(event), box: fitted, far: false };
    svg.current?.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    const held = drag.current;
    if (!held) return;
    const at = placeOf(event);
    if (Math.hypot(at.x - held.from.x, at.y - held.from.y) < 5 * unit && !held.far) return;
    held.far = true;
    if (held.id !== undefined) props.onMove(held.id, at);
    else {
      setMoved(true);
      setBox({ ...fitted, x: fitted.x + held.from.x - at.x, y: fitted.y + held.from.y - at.y });
    }
  };
  const up = (event: PointerEvent): void => {
    const held = drag.current;
    drag.current = undefined;
    if (!held || held.far) return;
    const element = document
      .elementFromPoint(event.clientX, event.clientY)
      ?.closest<SVGElement>('[data-node],[data-edge]');
    onSelect(element?.dataset.node ?? element?.dataset.edge);
  };

  const degrees = degreesOf(edges);
  const near = new Set(
    edges.flatMap((it) => (it.from.id === selected || it.to.id === selected ? [it.from.id, it.to.id] : [])),
  );
  const first = new Set([...centres, ...(selected === undefined ? [] : [selected]), ...near]);
  const named = namedNodes(nodes, { degrees, first, places, unit });
  return (
    <svg
      ref={svg}
      class="picture"
      viewBox={`${fitted.x} ${fitted.y} ${fitted.width} ${fitted.height}`}
      role="application"
      aria-label={`${nodes.length} things and ${edges.length} relations; the same stand in the table`}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
    >
      <g fill="none">
        {pairsOf(edges).map((pair) => (
          <Pair key={pair[0]!.id} pair={pair} unit={unit} {...props} />
        ))}
      </g>
      {nodes.map((node) => (
        <Node key={node.id} node={node} unit={unit} named={named.has(node.id)} near={near.has(node.id)} {...props} />
      ))}
    </svg>
  );
}

function Pair({
  pair,
  unit,
  ...props
}: PictureProps & { readonly pair: readonly Edge[]; readonly unit: number }): JSX.Element | null {
  const { places, selected, certain, codeOf, onSelect } = props;
  const [first] = pair;
  const from = places.get(first!.from.id);
  const to = places.get(first!.to.id);
  if (!from || !to) return null;
  const fanned =
    pair.length > 1 && pair.some((it) => it.id === selected || it.from.id === selected || it.to.id === selected);
  const shown = fanned ? pair : [strongestOf(pair)];
  return (
    <g>
      {shown.map((edge, i) => {
        const bend = fanned ? (i - (shown.length - 1) / 2) * 26 * unit : 0;
        // A fan is bent to one side whichever way its edges point.
        const flipped = edge.from.id !== first!.from.id;
        const curve = curveBetween(flipped ? to : from, flipped ? from : to, flipped ? -bend : bend);
        const faint = certain !== undefined && !pair.some((it) => certain.has(it.id));
        const touched = edge.id === selected || edge.from.id === selected || edge.to.id === selected;
        const sign = signOf(edge);
        return (
          <g key={edge.id}>
            <g
              class="edge"
              data-edge={edge.id}
              role="button"
              tabindex={0}
              aria-label={`${sentenceOf(edge)} (${sign})`}
              onKeyDown={(event) => event.key === 'Enter' && onSelect(edge.id)}
            >
              <path d={curve.d} stroke="transparent" stroke-width={10 * unit} />
              <path
                d={curve.d}
                stroke={edgeColour(edge.type, codeOf(edge.type))}
                stroke-width={(edge.id === selected ? 3 : touched ? 2 : 1.2) * unit}
                stroke-opacity={faint ? 0.35 : selected === undefined || touched ? 0.95 : 0.5}
                stroke-dasharray={dashes[sign]
                  ?.split(' ')
                  .map((it) => Number(it) * unit)
                  .join(' ')}
              />
            </g>
            {(touched || pair.length > 1) && (
              <Label x={curve.middle.x} y={curve.middle.y} unit={unit}>
                {fanned || pair.length === 1 ? edge.type : `${pair.length}`}
              </Label>
            )}
          </g>
        );
      })}
    </g>
  );
}

interface NodeProps extends PictureProps {
  readonly node: Thing;
  readonly unit: number;
  readonly named: boolean;
  readonly near: boolean;
}

function Node({ node, unit, named, near, places, selected, centres, codeOf, onSelect }: NodeProps): JSX.Element | null {
  const place = places.get(node.id);
  if (!place) return null;
  const { colour, shape, size } = nodeStyle(node.__typename, codeOf(node.__typename));
  const radius = size * unit * 0.9;
  const name = nameOf(node);
  const apart = selected !== undefined && selected !== node.id && !near;
  return (
    <g
      transform={`translate(${place.x} ${place.y})`}
      opacity={apart && selected !== undefined && !selected.startsWith('edge:') ? 0.45 : 1}
    >
      <g
        class="node"
        data-node={node.id}
        role="button"
        tabindex={0}
        aria-label={`${name}, ${node.__typename}`}
        aria-pressed={selected === node.id}
        onKeyDown={(event) => event.key === 'Enter' && onSelect(node.id)}
      >
        <title>{`${name} (${node.__typename})`}</title>
        {(selected === node.id || centres.includes(node.id)) && (
          <circle
            r={radius * 1.7}
            fill="none"
            stroke="currentColor"
            stroke-width={(selected === node.id ? 2 : 1) * unit}
            stroke-opacity={0.6}
          />
        )}
        <path d={outlineOf(shape, radius)} fill={colour} />
      </g>
      {named && (
        <Label x={0} y={radius + 12 * unit} unit={unit}>
          {shortName(node)}
        </Label>
      )}
    </g>
  );
}

/** Text beside what it names, and not in it: the name of a button is its label. */
function Label({ x, y, unit, children }: { x: number; y: number; unit: number; children: string }): JSX.Element {
  return (
    <text
      x={x}
      y={y}
      font-size={11.5 * unit}
      text-anchor="middle"
      fill="currentColor"
      class="halo"
      stroke-width={3 * unit}
    >
      {children}
    </text>
  );
}

/** Edges of the same two things, whichever way they point. */
function pairsOf(edges: readonly Edge[]): Edge[][] {
  const pairs = new Map<string, Edge[]>();
  for (const edge of edges) {
    const key = [edge.from.id, edge.to.id].sort().join(' ');
    const pair = pairs.get(key);
    if (pair) pair.push(edge);
    else pairs.set(key, [edge]);
  }
  return [...pairs.values()];
}

const strongestOf = (edges: readonly Edge[]): Edge =>
  edges.reduce((best, it) => (signs.indexOf(signOf(it)) < signs.indexOf(signOf(best)) ? it : best));

function degreesOf(edges: readonly Edge[]): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>();
  for (const { from, to } of edges) {
    for (const { id } of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  }
  return degrees;
}
