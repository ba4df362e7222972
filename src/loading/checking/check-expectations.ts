/**
 * Facts held against what is expected of them.
 *
 * Only what is stated counts, and only what somebody still stands by: deprecated and denied edges are left out.
 */
import { statedProperty } from '../../facts/envelope.ts';
import type { EdgeFact, NodeFact, PropertyValue } from '../../facts/fact.ts';
import { holdsIn } from '../../facts/validity.ts';
import type { Expectation, FactSet } from '../entries/fact-set.ts';
import { EVERY_TYPE } from '../entries/read-expectations.ts';
import { brokenExpectation, edgeInWords, heldTogether, nodeNotFound } from '../problems.ts';

/** Adds a problem for every expectation that the facts of the set do not meet. */
export function checkExpectations(set: FactSet): void {
  const { expectations } = set;
  const nodes = new Map(set.nodes.map((it) => [it.id, it]));
  const edges = new Map<string, EdgeFact[]>(expectations.map((it) => [it.type, []]));
  for (const edge of set.edges) edges.get(edge.type)?.push(edge);
  for (const it of expectations) {
    const named = [...Object.values(it.ends).filter((end) => end.includes(':')), ...(it.source ? [it.source] : [])];
    const strangers = named.filter((id) => !nodes.has(id));
    for (const id of strangers) set.problems.error(() => nodeNotFound(it.at, id, nodes.values()));
    if (strangers.length > 0) continue;
    const every = it.type === EVERY_TYPE;
    if (it.of === 'nodes')
      checkCount(it, set.nodes.filter((node) => (every || node.type === it.type) && fits(node, it)).length, set);
    else checkEdges(it, every ? set.edges : (edges.get(it.type) ?? []), nodes, set);
  }
}

function checkEdges(
  expectation: Expectation,
  ofType: readonly EdgeFact[],
  nodes: ReadonlyMap<string, NodeFact>,
  set: FactSet,
): void {
  const { ends, per } = expectation;
  const isThere = (id: string, end: string | undefined): boolean =>
    end === undefined || id === end || nodes.get(id)?.type === end;
  const edges = ofType.filter((it) => isThere(it.from, ends.from) && isThere(it.to, ends.to) && fits(it, expectation));
  if (!per) {
    checkCount(expectation, countOf(edges, expectation), set);
    return;
  }
  const groups = new Map<string, EdgeFact[]>();
  for (const { id, type } of set.nodes) if (type === ends[per]) groups.set(id, []);
  for (const edge of edges) groups.get(edge[per])?.push(edge);
  for (const [id, group] of groups) {
    checkCount(expectation, countOf(group, expectation), set, id);
    if (expectation.apart) checkApart(expectation, group, set);
  }
}

function countOf(edges: readonly EdgeFact[], { distinct }: Expectation): number {
  return distinct ? new Set(edges.map((it) => it[distinct])).size : edges.length;
}

function checkCount({ says, at, atLeast, atMost }: Expectation, found: number, set: FactSet, node?: string): void {
  if (found >= atLeast && found <= atMost) return;
  const bound = found < atLeast ? atLeast : atMost;
  const expected = atLeast === atMost ? `${bound}` : `at ${found < atLeast ? 'least' : 'most'} ${bound}`;
  set.problems.error(() =>
    brokenExpectation(at, says, found, `${expected} ${bound === 1 ? 'is' : 'are'} expected`, node),
  );
}

/** Goes through the edges in the order of their starts, and compares each with the one that lasts longest before it. */
function checkApart({ says, per }: Expectation, edges: readonly EdgeFact[], set: FactSet): void {
  const sure = edges.filter((it) => it.validity.latestStart < it.validity.earliestEnd);
  sure.sort((a, b) => a.validity.latestStart - b.validity.latestStart);
  const other = per === 'to' ? 'from' : 'to';
  let longest: EdgeFact | undefined;
  for (const edge of sure) {
    const before = longest;
    if (before && before[other] !== edge[other] && edge.validity.latestStart < before.validity.earliestEnd) {
      set.problems.error(() => heldTogether(set.placeOf(edge, 'when'), says, edgeInWords(before), edgeInWords(edge)));
    }
    if (!before || edge.validity.earliestEnd > before.validity.earliestEnd) longest = edge;
  }
}

function fits(fact: NodeFact | EdgeFact, { of, where, on }: Expectation): boolean {
  if (of === 'edges' && isDropped(fact as EdgeFact)) return false;
  if (on && !holdsIn((fact as EdgeFact).validity, on, 'CERTAIN')) return false;
  return [...where].every(([name, words]) => {
    const value = of === 'edges' ? statedProperty(fact as EdgeFact, name) : fact.properties[name];
    return words === undefined ? value !== undefined : textsOf(value).some((it) => words.has(it));
  });
}

const isDropped = (edge: EdgeFact): boolean =>
  statedProperty(edge, 'rank') === 'DEPRECATED' || statedProperty(edge, 'modality') === 'DENIED';

/** A property as texts; one that says nothing is the empty text, so that `acting: ''` asks for those that do not say it. */
function textsOf(value: PropertyValue | undefined): string[] {
  if (value === undefined) return [''];
  return (Array.isArray(value) ? value : [value]).map(String);
}
