/**
 * What facts are told apart by: one id for one fact, and names that mean one node.
 */
import { foldText } from '../../base/fold-text.ts';
import { EdgeIdSet } from '../../facts/edge-id-set.ts';
import type { EdgeFact, NodeFact } from '../../facts/fact.ts';
import { makeEdge } from '../../facts/make-edge.ts';
import type { FactSet } from '../entries/fact-set.ts';
import { ambiguousName, duplicateEdgeId, duplicateNode, duplicateStatement, edgeInWords } from '../problems.ts';
import type { NodesById } from './references.ts';

/** A second edge with a derived id states the same thing again; one with a given id borrows a name. */
export function checkUniqueIds(set: FactSet, nodesById: NodesById): void {
  const { nodes, edges, problems } = set;
  if (nodesById.size < nodes.length) checkNodeIds(set);
  const seen = new EdgeIdSet(edges.length);
  for (const edge of edges) if (!seen.add(edge.id)) problems.error(() => duplicateEdge(edge, set));
}

function checkNodeIds(set: FactSet): void {
  const seen = new Map<string, NodeFact>();
  for (const node of set.nodes) {
    const first = seen.get(node.id);
    if (!first) seen.set(node.id, node);
    else set.problems.error(() => duplicateNode(set.placeOf(node, 'id'), node.id, set.placeOf(first, 'id')));
  }
}

function duplicateEdge(edge: EdgeFact, { ontology, edges }: FactSet): ReturnType<typeof duplicateStatement> {
  const first = edges.find((it) => it.id === edge.id) ?? edge;
  const symmetric = ontology.edgeTypes.get(edge.type)?.symmetric ?? false;
  const isDerived = (it: EdgeFact): boolean => makeEdge({ ...it, symmetric, id: undefined }).id === it.id;
  return isDerived(edge) && isDerived(first)
    ? duplicateStatement(edge.at, edgeInWords(edge), first.at)
    : duplicateEdgeId(edge.at, edge.id, first.at);
}

/**
 * Two nodes of one type that share a name or an alias cannot be told apart by it: worth a look, and no error. Where a
 * judgement keeps them apart, somebody has looked.
 */
export function checkNames(set: FactSet): void {
  const owners = new Map<string, NodeFact>();
  const apart = set.judgements
    .filter((it) => it.says === 'different-from')
    .map(({ ids }) => new Set(ids.map((it) => it.id)));
  for (const node of set.nodes) {
    const { name, aliases } = node.properties;
    const check = (text: unknown, part: string, index: number): void => {
      const key = `${node.type} ${foldText(String(text))}`;
      const owner = owners.get(key);
      if (!owner) owners.set(key, node);
      else if (owner.id !== node.id && !apart.some((ids) => ids.has(owner.id) && ids.has(node.id))) {
        set.problems.warning(() => ambiguousName(set.placeOf(node, part, index), String(text), node, owner));
      }
    };
    if (name !== undefined) check(name, 'name', 0);
    for (const [index, alias] of (Array.isArray(aliases) ? aliases : []).entries()) check(alias, 'aliases', index);
  }
}
