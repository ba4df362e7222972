/**
 * `out`, `in` and `both` with their edge types and filters, compiled to what the loop along edges reads.
 */
import { periodOf } from '../facts/partial-date.ts';
import type { Certainty } from '../facts/validity.ts';
import { logicalTest, type Where } from '../filters/logical-test.ts';
import { edgePropertyTest } from '../filters/property-test.ts';
import { type Test, UNKNOWN } from '../filters/verdict.ts';
import type { EdgePropertyType, EdgeType } from '../ontology/ontology.ts';
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
  where: Where = {},
): Steps {
  const { graph } = view;
  const edgeTypes = [...graph.ontology.edgeTypes.values()];
  for (const name of types ?? []) {
    if (!graph.ontology.edgeTypes.has(name)) throw unknownEdgeType(graph.ontology, name);
  }
  const asked = edgeTypes.filter((it) => types === undefined || types.includes(it.name));
  const { during, certainty = 'POSSIBLE', ...properties } = where;
  if (certainty !== 'POSSIBLE' && certainty !== 'CERTAIN') throw badCertainty(certainty);
  return {
    view,
    out: followed(edgeTypes, asked, direction !== 'IN'),
    in: followed(edgeTypes, asked, direction !== 'OUT'),
    period: during === undefined ? undefined : periodOf(String(during)),
    certainty: certainty satisfies Certainty,
    test: edgeTest(graph, asked, properties),
  };
}

/** A symmetric edge is stored once and means both ways, so it is followed from either end. */
function followed(all: readonly EdgeType[], asked: readonly EdgeType[], isWay: boolean): Uint8Array | undefined {
  const table = Uint8Array.from(all, (type) => Number((isWay || type.symmetric) && asked.includes(type)));
  return table.includes(1) ? table : undefined;
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
