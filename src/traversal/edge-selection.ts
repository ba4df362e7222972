/**
 * Which edges a traversal follows, and which way: the words of a question made into tables that a loop can read.
 *
 * A symmetric edge is followed from either end whatever the direction, since it is stored once and means both.
 */
import type { BitSet } from '../base/bit-set.ts';
import { dateText, type Kind, type OptionTable, oneOf, readArgument, text } from '../base/checked-options.ts';
import { periodOf } from '../facts/partial-date.ts';
import { ALWAYS, type Day, decidingBounds, FOREVER } from '../facts/validity.ts';
import { allOf, type Test, type Where, YES } from '../filters/verdict.ts';
import type { EdgeType } from '../ontology/ontology.ts';
import type { Adjacency } from '../store/adjacency.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { type RowDays, rowDays } from '../store/row-days.ts';
import type { Direction, GraphView } from '../views/graph-view.ts';
import { boundsOf } from '../views/neighbouring-dates.ts';
import { unknownEdgeType } from '../views/problems.ts';
import { checkFilter, compileEdgeWhere, readSupport, type SupportJudge } from './compile-where.ts';
import type { DatedWhere } from './where.ts';

/** Edges followed one way: from their source (the out rows) or from their target (the in rows). */
export interface Side {
  readonly rows: Adjacency;
  /** The same edges from their other end. */
  readonly back: Adjacency;
  /** By edge type code, 1 where edges of the type are followed; undefined when all are. */
  readonly allowed: Uint8Array | undefined;
  /** The last of these types: the runs of a node are in the order of their types, so none behind it is looked at. */
  readonly lastType: number;
  /** When the edges of `rows` start and end; undefined where no date is too late, or too early. */
  readonly starts: RowDays | undefined;
  readonly ends: RowDays | undefined;
}

export interface EdgeSelection {
  readonly graph: KnowledgeGraph;
  /** The out rows, the in rows, or both in this order; none when no edge is followed. */
  readonly sides: readonly Side[];
  /** Whether edges are judged one by one, by dates or otherwise: whether `isFollowed` could say no. */
  readonly isSelective: boolean;
  /** Whether they are judged by more than dates. */
  readonly isJudged: boolean;
  /** The edges of the view; undefined for all. */
  readonly mask: BitSet | undefined;
  /** When edges start and end; undefined where no date is too late, or too early. */
  readonly starts: Int32Array | undefined;
  readonly ends: Int32Array | undefined;
  /** Edges that start later, or end earlier, are passed over. */
  readonly last: Day;
  readonly first: Day;
  readonly test: Test | undefined;
}

/**
 * The edges of these types (all when undefined) that `where` lets pass. Throws `unknown-edge-type`, and what `where` is
 * refused with.
 */
export function selectEdges(
  view: GraphView,
  direction: Direction,
  types?: readonly string[],
  where?: Where,
  judge?: SupportJudge,
): EdgeSelection {
  const { graph, edgeMask: mask } = view;
  const { asked, sides } = sidesOf(graph, direction, types);
  if (where) checkFilter(where);
  const dates = where ? datesOf(graph, methods[direction], where) : anytime;
  const tests: (Test | undefined)[] = [];
  if (where && judge && 'support' in where && !carriesSupport(graph, asked)) {
    const { support, ...rest } = where;
    tests.push(asksMore(rest) ? compileEdgeWhere(graph, asked, rest) : undefined);
    tests.push(judge(view, readSupport(methods[direction], support)));
  } else if (where && asksMore(where)) tests.push(compileEdgeWhere(graph, asked, where));
  const test = allOf(tests.filter((it) => it !== undefined));
  const isJudged = (mask ?? test) !== undefined;
  const isSelective = isJudged || (dates.starts ?? dates.ends) !== undefined;
  return { graph, sides: datedSides(sides, dates), isSelective, isJudged, mask, ...dates, test };
}

/** Sides whose rows know the dates that are asked for. */
function datedSides(sides: readonly Side[], { starts, ends }: Pick<Dates, 'starts' | 'ends'>): readonly Side[] {
  if (starts === undefined && ends === undefined) return sides;
  return sides.map((side) => ({
    ...side,
    starts: starts && rowDays(side.rows, starts),
    ends: ends && rowDays(side.rows, ends),
  }));
}

/** Whether edges of these types carry a property of that name, which is then what is asked. */
const carriesSupport = ({ ontology }: KnowledgeGraph, types: readonly EdgeType[]): boolean =>
  types.some((it) => ontology.edgePropertyTypes.get(it.properties ?? '')?.properties.has('support'));

/** Whether more than the dates is asked. */
function asksMore(where: Where): boolean {
  for (const name in where) if (name !== 'during' && name !== 'certainty') return true;
  return false;
}

/** Whether an edge of an allowed type is followed. */
export function isFollowed({ mask, starts, ends, first, last, test }: EdgeSelection, edge: EdgeNumber): boolean {
  if (mask !== undefined && !mask.has(edge)) return false;
  if (starts !== undefined && starts[edge]! > last) return false;
  if (ends !== undefined && ends[edge]! < first) return false;
  return test === undefined || test(-1, edge) === YES;
}

/** Calls `visit` with every edge that is followed from `node`, and says how many were looked at. */
export function forEachFollowed(
  selection: EdgeSelection,
  node: NodeNumber,
  visit: (target: NodeNumber, edge: EdgeNumber) => void,
): number {
  const { sides, isSelective } = selection;
  let touched = 0;
  for (const { rows, allowed } of sides) {
    const { firstRun, runType, runStart, edge: edges, target: targets } = rows;
    for (let run = firstRun[node]!; run < firstRun[node + 1]!; run++) {
      if (allowed !== undefined && allowed[runType[run]!] === 0) continue;
      const end = runStart[run + 1]!;
      touched += end - runStart[run]!;
      for (let place = runStart[run]!; place < end; place++) {
        if (!isSelective || isFollowed(selection, edges[place]!)) visit(targets[place]!, edges[place]!);
      }
    }
  }
  return touched;
}

/** The same edges followed from their other end. */
export const reversed = (selection: EdgeSelection): EdgeSelection => ({
  ...selection,
  sides: datedSides(
    selection.sides.map((side) => ({ ...side, rows: side.back, back: side.rows })),
    selection,
  ),
});

/** How many edges of allowed types a node has. */
export function degree({ sides }: EdgeSelection, node: NodeNumber): number {
  let edges = 0;
  for (const { rows, allowed } of sides) {
    const { firstPlace, firstRun, runStart, runType } = rows;
    if (allowed === undefined) edges += firstPlace[node + 1]! - firstPlace[node]!;
    else {
      const endRun = firstRun[node + 1]!;
      for (let run = firstRun[node]!; run < endRun; run++) {
        if (allowed[runType[run]!] === 1) edges += runStart[run + 1]! - runStart[run]!;
      }
    }
  }
  return edges;
}

/** The edge types that a step is given; each name is judged when its table is made. */
export const typesOfStep: Kind<readonly string[]> = {
  words: 'an edge type or a list of them',
  read: (value) => (Array.isArray(value) ? value : undefined),
};

/** The methods of walks that follow edges each way. */
export const methods: Readonly<Record<Direction, string>> = { OUT: 'out', IN: 'in', BOTH: 'both' };

type Dates = Pick<EdgeSelection, 'starts' | 'ends' | 'first' | 'last'>;

const anytime: Dates = { starts: undefined, ends: undefined, first: ALWAYS, last: FOREVER };

/** What `where` of edges takes beside their properties. */
const datedWhere = {
  during: dateText,
  certainty: oneOf('POSSIBLE', 'CERTAIN'),
} satisfies OptionTable<DatedWhere>;

/** What keeps edges that hold at some time in a period; an open end of it needs no comparison. */
function datesOf(graph: KnowledgeGraph, method: string, where: Where): Dates {
  const certainty =
    'certainty' in where ? readArgument(method, 'certainty', where.certainty, datedWhere.certainty) : 'POSSIBLE';
  if (!('during' in where)) return anytime;
  const { first, last } = periodOf(readArgument(method, 'during', where.during, datedWhere.during));
  const { start, end } = decidingBounds(boundsOf(graph), certainty);
  return { starts: last === FOREVER ? undefined : start, ends: first === ALWAYS ? undefined : end, first, last };
}

interface Sides {
  readonly asked: readonly EdgeType[];
  readonly sides: readonly Side[];
}

/** Walks are written by the thousand and name the same few edge types, so their tables are remembered: at most so many. */
const REMEMBERED = 256;
const remembered = new WeakMap<KnowledgeGraph, Readonly<Record<Direction, Map<string, Sides>>>>();

function sidesOf(graph: KnowledgeGraph, direction: Direction, types: readonly string[] | undefined): Sides {
  let tables = remembered.get(graph);
  if (!tables) remembered.set(graph, (tables = { OUT: new Map(), IN: new Map(), BOTH: new Map() }));
  const known = tables[direction];
  // No edge type has a line in its name; that of a lone one is taken as it is, which spares making a text.
  const key = types === undefined ? '' : types.length === 1 ? types[0]! : types.join('\n');
  let sides = known.get(key);
  if (!sides) {
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, (sides = makeSides(graph, direction, types)));
  }
  return sides;
}

function makeSides(graph: KnowledgeGraph, direction: Direction, types: readonly string[] | undefined): Sides {
  const { edgeTypes } = graph.ontology;
  for (const name of types ?? []) {
    readArgument(methods[direction], 'types', name, text);
    if (!edgeTypes.has(name)) throw unknownEdgeType(graph.ontology, name);
  }
  const all = [...edgeTypes.values()];
  const asked = types === undefined ? all : all.filter((it) => types.includes(it.name));
  const sides: Side[] = [];
  const add = (rows: Adjacency, back: Adjacency, opposite: Direction): void => {
    const allowed = Uint8Array.from(all, (it) =>
      Number(asked.includes(it) && (it.symmetric || direction !== opposite)),
    );
    if (allowed.includes(1))
      sides.push({
        rows,
        back,
        allowed: allowed.includes(0) ? allowed : undefined,
        lastType: allowed.lastIndexOf(1),
        starts: undefined,
        ends: undefined,
      });
  };
  add(graph.out, graph.in, 'IN');
  add(graph.in, graph.out, 'OUT');
  return { asked, sides };
}
