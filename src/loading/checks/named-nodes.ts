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
  const { edges, claims } = subject;
  for (const edge of edges) {
    if (edge.properties.at !== undefined) checkNamed(subject, edge, 'at', edge.properties.at);
    if (edge.properties.saidBy !== undefined) checkNamed(subject, edge, 'saidBy', edge.properties.saidBy);
  }
  for (const claim of claims) if (claim.saidBy !== undefined) checkNamed(subject, claim, 'saidBy', claim.saidBy);
  checkNodeProperties(subject);
}

function checkNamed(subject: CheckSubject, fact: AnyFact, part: string, id: unknown, index = 0): void {
  if (typeof id === 'string' && isMissing(subject, id)) report(subject, fact, part, id, index);
}

function report(
  { nodesById, places, problems }: CheckSubject,
  fact: AnyFact,
  part: string,
  id: string,
  index: number,
): void {
  problems.error(() => unknownNode(places.of(fact, part, index), id, nodesById.keys()));
}

function checkNodeProperties(subject: CheckSubject): void {
  const { ontology, nodes, nodesById } = subject;
  const naming = new Map([...ontology.nodeTypes.values()].map((it) => [it.name, namingProperties(it)]));
  let prefixes: Set<string | undefined> | undefined;
  for (const node of nodes) {
    for (const name of naming.get(node.type) ?? []) {
      const value = node.properties[name];
      if (value === undefined) continue;
      prefixes ??= new Set([...nodesById.keys()].map(idPrefix));
      for (const [index, id] of (Array.isArray(value) ? value : [value]).entries()) {
        const prefix = idPrefix(String(id));
        if (prefix !== undefined && prefixes.has(prefix)) checkNamed(subject, node, name, id, index);
      }
    }
  }
}

/** Properties of kind ID, but for the node's own id and its sources, which have a check of their own. */
function namingProperties(type: NodeType): string[] {
  return [...type.properties.values()]
    .filter((it) => 'scalar' in it.kind && it.kind.scalar === 'ID' && it.name !== 'id' && it.name !== 'sources')
    .map((it) => it.name);
}
