/**
 * Nodes that a fact names inside its properties exist: where it happened, who said so, and the like.
 *
 * Edges name nodes in `at` and `saidBy`, claims in `saidBy`. A node's own properties of kind ID may be ids of other
 * systems, so one counts only when it begins like ids of this graph, as `state:che` does.
 */
import { idPrefix } from '../../facts/node-id.ts';
import type { NodeType } from '../../ontology/ontology.ts';
import type { AnyFact } from '../fact-places.ts';
import { unknownNode } from '../problems.ts';
import { type CheckSubject, isMissing } from './fact-check.ts';

export function checkNamedNodes(subject: CheckSubject): void {
  const { edges, claims, nodesById, places, problems } = subject;
  const check = (fact: AnyFact, part: string, id: unknown, index?: number): void => {
    if (typeof id !== 'string' || !isMissing(subject, id)) return;
    problems.error(unknownNode, places.of(fact, part, index), id, nodesById.keys());
  };
  for (const edge of edges) {
    if (edge.properties.at !== undefined) check(edge, 'at', edge.properties.at);
    if (edge.properties.saidBy !== undefined) check(edge, 'saidBy', edge.properties.saidBy);
  }
  for (const claim of claims) check(claim, 'saidBy', claim.saidBy);
  checkNodeProperties(subject, check);
}

function checkNodeProperties(
  { ontology, nodes, nodesById }: CheckSubject,
  check: (fact: AnyFact, part: string, id: unknown, index?: number) => void,
): void {
  const naming = new Map([...ontology.nodeTypes.values()].map((it) => [it.name, namingProperties(it)]));
  let prefixes: Set<string | undefined> | undefined;
  for (const node of nodes) {
    for (const name of naming.get(node.type) ?? []) {
      const value = node.properties[name];
      if (value === undefined) continue;
      prefixes ??= new Set([...nodesById.keys()].map(idPrefix));
      const ids = Array.isArray(value) ? value : [value];
      ids.forEach((id, index) => {
        const prefix = idPrefix(String(id));
        if (prefix !== undefined && prefixes?.has(prefix)) check(node, name, id, index);
      });
    }
  }
}

/** Properties of kind ID, but for the node's own id and its sources, which have a check of their own. */
function namingProperties(type: NodeType): string[] {
  return [...type.properties.values()]
    .filter((it) => 'scalar' in it.kind && it.kind.scalar === 'ID' && it.name !== 'id' && it.name !== 'sources')
    .map((it) => it.name);
}
