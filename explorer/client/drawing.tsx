/**
 * What a picture consists of: lines whose dashes say how a statement stands, and things as shapes.
 *
 * Several relations of the same two are one line with their number, and fan out when one of the two is selected.
 */
import type { JSX } from 'preact';
import { nameOf, type Thing } from '../ask.ts';
import { edgeColour, type Look, nodeLook } from '../look.ts';
import { type Sign, signOf, signs } from '../parts/sign.ts';
import { type Edge, sentenceOf } from '../statements.ts';
import { words } from '../words.ts';
import { type Box, curveBetween, distanceTo, outlineOf } from './geometry.ts';
import { shorten, type Wish } from './labels.ts';
import type { Place, Places } from './lay-out.ts';

export interface DrawingProps {
  readonly nodes: readonly Thing[];
  readonly edges: readonly Edge[];
  readonly places: Places;
  readonly certain: ReadonlySet<string> | undefined;
  readonly selected: readonly string[];
  readonly centres: readonly string[];
  /** A pixel of the screen in units of the picture: lines and shapes keep their size at any zoom. */
  readonly unit: number;
  /** How large shapes are drawn: smaller where there are many. */
  readonly scale: number;
  readonly look: Look;
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

/** Lines beyond this number are drawn together, and not stopped at by Tab: the table is quicker then. */
const MANY_LINES = 600;

/** Lines beyond this number have no number beside them: it would hide more than it says. */
const MANY_NUMBERS = 150;

export interface Line {
  readonly edge: Edge;
  /** How many relations it stands for. */
  readonly count: number;
  readonly d: string;
  readonly ends: readonly [from: Place, to: Place];
  readonly middle: Place;
  readonly faint: boolean;
  readonly touched: boolean;
}

/** The lines of a picture. */
export function linesOf({ edges, places, selected, certain, unit }: DrawingProps): Line[] {
  const chosen = new Set(selected);
  const isTouched = (it: Edge): boolean => chosen.has(it.id) || chosen.has(it.from.id) || chosen.has(it.to.id);
  return pairsOf(edges).flatMap((pair) => {
    const [first] = pair;
    const from = places.get(first!.from.id);
    const to = places.get(first!.to.id);
    if (!from || !to) return [];
    const fanned = pair.length > 1 && pair.some(isTouched);
    const shown = fanned ? pair : [strongestOf(pair)];
    return shown.map((edge, i) => {
      const bend = fanned ? (i - (shown.length - 1) / 2) * 26 * unit : 0;
      // A fan is bent to one side whichever way its edges point.
      const flipped = edge.from.id !== first!.from.id;
      return {
        ...curveBetween(flipped ? to : from, flipped ? from : to, flipped ? -bend : bend),
        ends: [from, to] as const,
        edge,
        count: fanned ? 1 : pair.length,
        faint: certain !== undefined && !(fanned ? [edge] : pair).some((it) => certain.has(it.id)),
        touched: isTouched(edge),
      };
    });
  });
}

export function Drawing({ lines, ...props }: DrawingProps & { readonly lines: readonly Line[] }): JSX.Element {
  const { nodes } = props;
  const near = nearOf(props);
  return (
    <>
      <g fill="none">
        {lines.length > MANY_LINES ? <Together {...{ lines, ...props }} /> : <Each {...{ lines, ...props }} />}
      </g>
      {nodes.map((node) => (
        <Node key={node.id} node={node} apart={near.size > 0 && !near.has(node.id)} {...props} />
      ))}
    </>
  );
}

type LinesProps = DrawingProps & { readonly lines: readonly Line[] };

/** Lines that can be reached and chosen one by one. */
function Each({ lines, ...props }: LinesProps): JSX.Element {
  return (
    <>
      {lines.map((line) => {
        const { edge, d } = line;
        return (
          <g
            key={edge.id}
            class="edge"
            data-edge={edge.id}
            role="button"
            aria-pressed={props.selected.includes(edge.id)}
            tabindex={0}
            aria-label={`${sentenceOf(edge)} (${words.signs[signOf(edge)]})`}
          >
            <path d={d} stroke="transparent" stroke-width={10 * props.unit} />
            <path d={d} {...strokeOf(line, props)} />
          </g>
        );
      })}
    </>
  );
}

/** Thousands of lines as few paths, one for each look: an element for each would take most of the time of a frame. */
function Together({ lines, ...props }: LinesProps): JSX.Element {
  const looks = groupBy(lines, (line) => JSON.stringify(strokeOf(line, props)));
  return (
    <>
      {[...looks].map(([look, alike]) => (
        <path key={look} class="edges" d={alike.map((it) => it.d).join('')} {...JSON.parse(look)} />
      ))}
    </>
  );
}

function strokeOf({ edge, faint, touched }: Line, { selected, look, unit }: DrawingProps): object {
  const dash = dashes[signOf(edge)]?.split(' ').map((it) => Number(it) * unit);
  return {
    stroke: edgeColour(look, edge.type),
    'stroke-width': (selected.includes(edge.id) ? 3 : touched ? 2 : 1.2) * unit,
    'stroke-opacity': faint ? 0.35 : selected.length === 0 || touched ? 0.95 : 0.5,
    'stroke-dasharray': dash?.join(' '),
  };
}

/** The relation whose line runs by a place, where lines are no elements of their own. */
export function lineNear(lines: readonly Line[], place: Place, reach: number): string | undefined {
  if (lines.length <= MANY_LINES) return undefined;
  const away = lines.map(({ edge, ends: [from, to], middle }) => ({
    id: edge.id,
    far: Math.min(distanceTo(place, from, middle), distanceTo(place, middle, to)),
  }));
  const nearest = away.reduce((best, it) => (it.far < best.far ? it : best));
  return nearest.far <= reach ? nearest.id : undefined;
}

/** Selected things and what a relation joins to them; nothing where no thing is selected. */
export function nearOf({ edges, selected }: Pick<DrawingProps, 'edges' | 'selected'>): ReadonlySet<string> {
  const chosen = new Set(selected);
  const ends = edges.map((it) => [it.from.id, it.to.id, it.id]);
  return new Set(ends.filter((it) => it.some((id) => chosen.has(id))).flatMap(([from, to]) => [from!, to!]));
}

interface NodeProps extends DrawingProps {
  readonly node: Thing;
  /** Whether something else is selected. */
  readonly apart: boolean;
}

function Node({ node, apart, ...props }: NodeProps): JSX.Element | null {
  const { unit, places, selected, centres, look } = props;
  const place = places.get(node.id);
  if (!place) return null;
  const { colour, shape } = nodeLook(look, node.__typename);
  const radius = radiusOf(node, props);
  const isChosen = selected.includes(node.id);
  return (
    <g
      class="node"
      transform={`translate(${place.x} ${place.y})`}
      opacity={apart && !isChosen ? 0.45 : 1}
      data-node={node.id}
      role="button"
      tabindex={0}
      aria-label={`${nameOf(node)}, ${node.__typename}`}
      aria-pressed={isChosen}
    >
      <title>{`${nameOf(node)} (${node.__typename})`}</title>
      {(isChosen || centres.includes(node.id)) && (
        <circle
          r={radius * 1.7}
          fill="none"
          stroke="currentColor"
          stroke-width={(isChosen ? 2 : 1) * unit}
          stroke-opacity={0.6}
        />
      )}
      <path d={outlineOf(shape, radius)} fill={colour} />
    </g>
  );
}

const radiusOf = ({ __typename: type }: Thing, { look, unit, scale }: DrawingProps): number =>
  nodeLook(look, type).size * unit * scale;

/** The texts that a picture would show if it had room, the most wanted first: names, kinds of the selected relations, numbers of lines. */
export function wishesOf(props: DrawingProps, lines: readonly Line[]): { wishes: Wish[]; taken: Box[] } {
  const { nodes, edges, places, centres, selected, unit } = props;
  const degrees = degreesOf(edges);
  const near = nearOf(props);
  const first = new Set([...centres, ...selected]);
  const wishes: Wish[] = [];
  const taken: Box[] = [];
  for (const node of nodes) {
    const place = places.get(node.id);
    if (!place) continue;
    const { x, y } = place;
    const r = radiusOf(node, props);
    taken.push({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });
    wishes.push({
      key: node.id,
      text: shorten(nameOf(node), nodes.length),
      spots: (width) => spotsAround(place, width, r, unit),
      must: first.has(node.id),
      rank: (first.has(node.id) ? 2e6 : near.has(node.id) ? 1e6 : 0) + (degrees.get(node.id) ?? 0),
      pale: near.size > 0 && !near.has(node.id) && !first.has(node.id),
    });
  }
  for (const { edge, middle, count, touched } of lines) {
    if (!touched && (count === 1 || lines.length > MANY_NUMBERS)) continue;
    const from = places.get(edge.from.id)!;
    const to = places.get(edge.to.id)!;
    const between = ({ x, y }: Place): Place => ({ x: (2 * middle.x + x) / 3, y: (2 * middle.y + y) / 3 });
    wishes.push({
      key: edge.id,
      text: count > 1 ? String(count) : edge.type,
      spots: () => [middle, between(to), between(from)].map(({ x, y }) => ({ x, y: y + 4 * unit })),
      rank: touched ? 5e5 : -1,
      pale: !touched && selected.length > 0,
    });
  }
  return { wishes: wishes.sort((a, b) => b.rank - a.rank), taken };
}

/** Below a thing, above it, and beside it. */
function spotsAround({ x, y }: Place, width: number, r: number, unit: number): Place[] {
  const beside = r + width / 2 + 3 * unit;
  return [
    { x, y: y + r + 12 * unit },
    { x, y: y - r - 5 * unit },
    { x: x + beside, y: y + 4 * unit },
    { x: x - beside, y: y + 4 * unit },
  ];
}

/** Edges of the same two things, whichever way they point. */
const pairsOf = (edges: readonly Edge[]): Edge[][] => [
  ...groupBy(edges, (it) => [it.from.id, it.to.id].sort().join(' ')).values(),
];

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
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
