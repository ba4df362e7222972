/**
 * One id, one fact. A second edge with a made-up id states the same thing again; one with a given id borrows a name.
 */
import { EdgeIdSet } from '../../facts/edge-id-set.ts';
import type { EdgeFact } from '../../facts/fact.ts';
import { makeEdge } from '../../facts/make-edge.ts';
import { duplicateEdgeId, duplicateNode, duplicateStatement } from '../problems.ts';
import { type CheckSubject, edgeInWords } from './fact-check.ts';

export function checkUniqueIds(subject: CheckSubject): void {
  checkNodes(subject);
  checkEdges(subject);
}

function checkNodes({ nodes, nodesById, places, problems }: CheckSubject): void {
  if (nodesById.size === nodes.length) return;
  const seen = new Set<string>();
  for (const node of nodes) {
    if (!seen.has(node.id)) seen.add(node.id);
    else {
      problems.error(() => {
        const first = nodes.find((it) => it.id === node.id) ?? node;
        return duplicateNode(places.of(node, 'id'), node.id, places.of(first, 'id'));
      });
    }
  }
}

function checkEdges({ ontology, edges, problems }: CheckSubject): void {
  const seen = new EdgeIdSet(edges.length);
  for (const edge of edges) {
    if (!seen.add(edge.id)) {
      problems.error(() => {
        const first = edges.find((it) => it.id === edge.id) ?? edge;
        const symmetric = ontology.edgeTypes.get(edge.type)?.symmetric ?? false;
        return isMadeUp(edge, symmetric) && isMadeUp(first, symmetric)
          ? duplicateStatement(edge.at, edgeInWords(edge), first.at)
          : duplicateEdgeId(edge.at, edge.id, first.at);
      });
    }
  }
}

const isMadeUp = (edge: EdgeFact, symmetric: boolean): boolean =>
  makeEdge({ ...edge, symmetric, id: undefined }).id === edge.id;
