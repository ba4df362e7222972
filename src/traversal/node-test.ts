/**
 * `where` of nodes, compiled to a test of their numbers.
 *
 * A walk may arrive at nodes of several types, so a property is judged by the definition of each node's own type.
 */
import { KnowledgeError } from '../base/knowledge-error.ts';
import { logicalTest, type Where } from '../filters/logical-test.ts';
import { nodePropertyTest, type PropertyFilter } from '../filters/property-test.ts';
import { NO, type Test, UNKNOWN, YES } from '../filters/verdict.ts';
import type { Property } from '../ontology/ontology.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import { definitionsOf } from './definitions.ts';
import { emptyBranch, unknownProperty } from './problems.ts';
import { readCondition } from './read-condition.ts';

/** The test of a node; undefined when there is no condition. */
export function nodeTest(graph: KnowledgeGraph, where: Where): Test | undefined {
  return logicalTest(where, {
    branchTest: (branch) => nodeTest(graph, branch),
    fieldTest: (name, condition) => propertyTest(graph, name, condition),
    emptyBranch,
  });
}

function propertyTest(graph: KnowledgeGraph, name: string, condition: unknown): Test | undefined {
  const { nodes, ontology } = graph;
  const definitions = definitionsOf(ontology.nodeTypes.values(), name);
  if (definitions.size === 0) throw unknownProperty(ontology.nodeTypes.values(), name, 'node');
  const tests = testsByType(definitions, condition, (property, filter) => nodePropertyTest(nodes, property, filter));
  if (!tests) return undefined;
  const byCode = nodes.typeNames.map((type) => tests.get(type) ?? never);
  return (node, edge) => byCode[nodes.types[node]!]!(node, edge);
}

/** To what lacks the property, a comparison with it neither holds nor fails to. */
const never: Test = () => UNKNOWN;
const anything: Test = () => YES;

/** What cannot have the value that is asked for has another, or none. */
const another =
  (isMissing: Test | undefined): Test =>
  (node, edge) =>
    isMissing?.(node, edge) === YES ? UNKNOWN : NO;

/**
 * The test of a condition by type; undefined when it says nothing. A condition that fits one definition of the property
 * and not another, as a value of one enum does, is refuted where it does not fit; one that fits none is thrown.
 */
export function testsByType(
  definitions: ReadonlyMap<string, Property>,
  condition: unknown,
  compile: (property: Property, filter: PropertyFilter) => Test | undefined,
): Map<string, Test> | undefined {
  const tests = new Map<string, Test>();
  const misfits: KnowledgeError[] = [];
  let says = false;
  for (const [type, property] of definitions) {
    try {
      const test = compile(property, readCondition(property, condition));
      says ||= test !== undefined;
      tests.set(type, test ?? anything);
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error;
      misfits.push(error);
      tests.set(type, another(compile(property, { eq: null })));
    }
  }
  if (misfits[0] && misfits.length === definitions.size) throw misfits[0];
  return says ? tests : undefined;
}
