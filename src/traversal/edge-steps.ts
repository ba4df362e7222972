/**
 * `out`, `in` and `both` with their edge types and filters, compiled to what the loop along edges reads.
 */
import { periodOf } from '../facts/partial-date.ts';
import { ALWAYS, FOREVER } from '../facts/validity.ts';
import { logicalTest, type Where } from '../filters/logical-test.ts';
import { edgePropertyTest } from '../filters/property-test.ts';
import { type Test, UNKNOWN } from '../filters/verdict.ts';
import type { EdgePropertyType, EdgeType, Ontology } from '../ontology/ontology.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { Direction, GraphView } from '../views/graph-view.ts';
import { definitionsOf } from './definitions.ts';
import type { Steps } from './expand.ts';
import { testsByType } from './node-test.ts';
import { badCertainty, emptyBranch, unknownEdgeType, unknownProperty } from './problems.ts';

/** The edges of `types` (all when undefined) that `where` lets pass. */
export function edgeSteps(
  view: GraphView,
  direction: Direction,
  types: readonly string[] | undefined,
  where: Where | undefined,
): Steps {
  const { graph, keptEdges: kept } = view;
  const { asked, out, in: into } = tablesOf(graph, direction, types);
  if (!where) return { graph, kept, out, in: into, ...anytime, test: undefined };
  const { starts, ends, first, last } = datesOf(graph, where);
  const test = saysMore(where) ? carriedTest(graph, asked, where) : undefined;
  return { graph, kept, out, in: into, starts, ends, first, last, test };
}

type Dates = Pick<Steps, 'starts' | 'ends' | 'first' | 'last'>;

const anytime: Dates = { starts: undefined, ends: undefined, first: ALWAYS, last: FOREVER };

/** What keeps edges that hold at some time in a period; an open end of it needs no comparison. */
function datesOf({ edges }: KnowledgeGraph, { during, certainty = 'POSSIBLE' }: Where): Dates {
  if (certainty !== 'POSSIBLE' && certainty !== 'CERTAIN') throw badCertainty(certainty);
  if (during === undefined) return anytime;
  const { first, last } = periodOf(String(during));
  const { earliestStart, latestStart, earliestEnd, latestEnd } = edges.validity;
  const [starts, ends] = certainty === 'POSSIBLE' ? [earliestStart, latestEnd] : [latestStart, earliestEnd];
  return { starts: last === FOREVER ? undefined : starts, ends: first === ALWAYS ? undefined : ends, first, last };
}

/** Whether more than the dates is asked. */
function saysMore(where: Where): boolean {
  for (const name in where) if (name !== 'during' && name !== 'certainty') return true;
  return false;
}

/** The test of what is asked beside the dates. */
function carriedTest(graph: KnowledgeGraph, asked: readonly EdgeType[], where: Where): Test | undefined {
  const { during, certainty, ...properties } = where;
  return edgeTest(graph, asked, properties);
}

interface Tables extends Pick<Steps, 'out' | 'in'> {
  readonly asked: readonly EdgeType[];
}

/** Walks are made by the thousand, and name the same few edge types: their tables are made once an ontology. */
const known = new WeakMap<Ontology, Readonly<Record<Direction, Map<string, Tables>>>>();

function tablesOf({ ontology }: KnowledgeGraph, direction: Direction, types: readonly string[] | undefined): Tables {
  let tables = known.get(ontology);
  if (!tables) known.set(ontology, (tables = { OUT: new Map(), IN: new Map(), BOTH: new Map() }));
  // No edge type has a line in its name; that of a lone one is taken as it is, which spares making a text.
  const key = types === undefined ? '' : types.length === 1 ? types[0]! : types.join('\n');
  let made = tables[direction].get(key);
  if (!made) tables[direction].set(key, (made = makeTables(ontology, direction, types)));
  return made;
}

function makeTables(ontology: Ontology, direction: Direction, types: readonly string[] | undefined): Tables {
  for (const name of types ?? []) if (!ontology.edgeTypes.has(name)) throw unknownEdgeType(ontology, name);
  const all = [...ontology.edgeTypes.values()];
  const asked = all.filter((it) => types === undefined || types.includes(it.name));
  // A symmetric edge is stored once and means both ways, so it is followed from either end.
  const followed = (isWay: boolean): Uint8Array | undefined => {
    const table = Uint8Array.from(all, (type) => Number((isWay || type.symmetric) && asked.includes(type)));
    return table.includes(1) ? table : undefined;
  };
  return { asked, out: followed(direction !== 'IN'), in: followed(direction !== 'OUT') };
}

function edgeTest(graph: KnowledgeGraph, asked: readonly EdgeType[], where: Where): Test | undefined {
  return logicalTest(where, {
    branchTest: (branch) => edgeTest(graph, asked, branch),
    fieldTest: (name, condition) => propertyTest(graph, asked, name, condition),
    emptyBranch,
  });
}

function propertyTest(
  { edges, ontology }: KnowledgeGraph,
  asked: readonly EdgeType[],
  name: string,
  condition: unknown,
): Test | undefined {
  const carried = asked.map((it) => ontology.edgePropertyTypes.get(it.properties ?? ''));
  const carriers = [...new Set(carried.filter((it): it is EdgePropertyType => it !== undefined))];
  const definitions = definitionsOf(carriers, name);
  if (definitions.size === 0) throw unknownProperty(carriers, name, 'edge');
  const tests = testsByType(definitions, condition, (property, filter) => edgePropertyTest(edges, property, filter));
  if (!tests) return undefined;
  const [only] = tests.values();
  if (only && tests.size === 1 && carriers.length === 1 && !carried.includes(undefined)) return only;
  const byCode = edges.columns.typeNames.map((type) => tests.get(ontology.edgeTypes.get(type)?.properties ?? ''));
  return (node, edge) => byCode[edges.type[edge]!]?.(node, edge) ?? UNKNOWN;
}
