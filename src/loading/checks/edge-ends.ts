/**
 * Both ends of an edge are nodes, of types that its edge type joins.
 */
import type { EdgeFact } from '../../facts/fact.ts';
import type { EdgeType } from '../../ontology/ontology.ts';
import { unknownNode, wrongEnd } from '../problems.ts';
import { type CheckSubject, isMissing } from './fact-check.ts';

export function checkEdgeEnds(subject: CheckSubject): void {
  const { ontology, edges, nodesById } = subject;
  const joins = new Map([...ontology.edgeTypes.values()].map((it) => [it.name, joinedTypes(it)]));
  let joined: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  let joinedBy = '';
  for (const edge of edges) {
    // Edges of one type come in runs.
    if (edge.type !== joinedBy) {
      joined = joins.get(edge.type);
      joinedBy = edge.type;
    }
    const from = nodesById.get(edge.from);
    const to = nodesById.get(edge.to);
    if (from && to) {
      if (!joined?.get(from.type)?.has(to.type)) reportTypes(subject, edge, from.type, to.type);
      continue;
    }
    if (!from) reportMissing(subject, edge, 'from');
    if (!to) reportMissing(subject, edge, 'to');
  }
}

function reportMissing(subject: CheckSubject, edge: EdgeFact, end: 'from' | 'to'): void {
  const { nodesById, places, problems } = subject;
  if (!isMissing(subject, edge[end])) return;
  problems.error(() => unknownNode(places.of(edge, end), edge[end], nodesById.keys()));
}

/** For each type at the start, the types at the end. A symmetric type lists a pair once and joins it both ways. */
function joinedTypes({ ends, symmetric }: EdgeType): Map<string, Set<string>> {
  const joined = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => {
    const known = joined.get(from);
    if (known) known.add(to);
    else joined.set(from, new Set([to]));
  };
  for (const { from, to } of ends) {
    add(from, to);
    if (symmetric) add(to, from);
  }
  return joined;
}

function reportTypes({ ontology, places, problems }: CheckSubject, edge: EdgeFact, from: string, to: string): void {
  const type = ontology.edgeTypes.get(edge.type);
  if (!type) return;
  const starts = type.ends.map((it) => it.from);
  // The end that fits nowhere is to blame; where both do by themselves, the pair is, and the far end is pointed at.
  const end = starts.includes(from) || (type.symmetric && type.ends.some((it) => it.to === from)) ? 'to' : 'from';
  problems.error(
    wrongEnd,
    places.of(edge, end),
    edge[end],
    end === 'from' ? from : to,
    type,
    end,
    end === 'from' ? to : from,
  );
}
