/**
 * Facts held against what is expected of them.
 *
 * Only what is stated counts, and only what somebody still stands by: deprecated and denied edges are left out.
 */
import { envelopeDefaults } from '../../facts/envelope.ts';
import type { NodeFact, PropertyValue } from '../../facts/fact.ts';
import { holdsIn } from '../../facts/validity.ts';
import type { EdgeFacts } from '../../store/edge-facts.ts';
import type { End, Expectation, FactSet } from '../entries/fact-set.ts';
import { EVERY_TYPE } from '../entries/read-expectations.ts';
import { brokenExpectation, edgeInWords, heldTogether, nodeNotFound } from '../problems.ts';

/** Adds a problem for every expectation that the facts of the set do not meet. */
export function checkExpectations(set: FactSet): void {
  const { expectations } = set;
  const nodes = new Map(set.nodes.map((it) => [it.id, it]));
  const edges = new Map<string, number[]>(expectations.map((it) => [it.type, []]));
  const ofType = set.edges.types.texts.map((it) => edges.get(it));
  for (let edge = 0; edge < set.edges.length; edge++) ofType[set.edges.type.values[edge]!]?.push(edge);
  for (const it of expectations) {
    const named = [...Object.values(it.ends).filter((end) => end.includes(':')), ...(it.source ? [it.source] : [])];
    const strangers = named.filter((id) => !nodes.has(id));
    for (const id of strangers) set.problems.error(() => nodeNotFound(it.at, id, nodes.values()));
    if (strangers.length > 0) continue;
    const every = it.type === EVERY_TYPE;
    if (it.of === 'nodes')
      checkCount(it, set.nodes.filter((node) => (every || node.type === it.type) && nodeFits(node, it)).length, set);
    else
      checkEdges(
        it,
        every ? Array.from({ length: set.edges.length }, (_, edge) => edge) : (edges.get(it.type) ?? []),
        nodes,
        set,
      );
  }
}

function checkEdges(
  expectation: Expectation,
  ofType: readonly number[],
  nodes: ReadonlyMap<string, NodeFact>,
  set: FactSet,
): void {
  const { ends, per } = expectation;
  const isThere = (id: string, end: string | undefined): boolean =>
    end === undefined || id === end || nodes.get(id)?.type === end;
  const { edges } = set;
  const fitting = ofType.filter(
    (it) =>
      isThere(edges.fromOf(it), ends.from) && isThere(edges.toOf(it), ends.to) && edgeFits(edges, it, expectation),
  );
  if (!per) {
    checkCount(expectation, countOf(edges, fitting, expectation), set);
    return;
  }
  const groups = new Map<string, number[]>();
  for (const { id, type } of set.nodes) if (type === ends[per]) groups.set(id, []);
  for (const edge of fitting) groups.get(endOf(edges, edge, per))?.push(edge);
  for (const [id, group] of groups) {
    checkCount(expectation, countOf(edges, group, expectation), set, id);
    if (expectation.apart) checkApart(expectation, group, set);
  }
}

const endOf = (edges: EdgeFacts, edge: number, end: End): string =>
  end === 'from' ? edges.fromOf(edge) : edges.toOf(edge);

function countOf(edges: EdgeFacts, counted: readonly number[], { distinct }: Expectation): number {
  return distinct ? new Set(counted.map((it) => endOf(edges, it, distinct))).size : counted.length;
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
function checkApart({ says, per }: Expectation, group: readonly number[], set: FactSet): void {
  const { edges } = set;
  const { latestStart, earliestEnd } = edges.validity;
  const sure = group.filter((it) => latestStart.values[it]! < earliestEnd.values[it]!);
  sure.sort((a, b) => latestStart.values[a]! - latestStart.values[b]!);
  const other = per === 'to' ? 'from' : 'to';
  let longest: number | undefined;
  for (const edge of sure) {
    const before = longest;
    const isTogether = before !== undefined && latestStart.values[edge]! < earliestEnd.values[before]!;
    if (isTogether && endOf(edges, before, other) !== endOf(edges, edge, other)) {
      const inWords = (it: number): string => edgeInWords(edges.fact(it));
      set.problems.error(() => heldTogether(set.placeOf(edge, 'when'), says, inWords(before), inWords(edge)));
    }
    if (before === undefined || earliestEnd.values[edge]! > earliestEnd.values[before]!) longest = edge;
  }
}

const nodeFits = ({ properties }: NodeFact, { where }: Expectation): boolean =>
  allSay(where, (name) => properties[name]);

/** Whether somebody still stands by an edge, it holds when it should, and says what it should. */
function edgeFits(edges: EdgeFacts, edge: number, { where, on }: Expectation): boolean {
  const said = (name: string): PropertyValue | undefined => edges.property(edge, name) ?? envelopeDefaults[name];
  if (said('rank') === 'DEPRECATED' || said('modality') === 'DENIED') return false;
  return (!on || holdsIn(edges.validityOf(edge), on, 'CERTAIN')) && allSay(where, said);
}

const allSay = (where: Expectation['where'], said: (name: string) => PropertyValue | undefined): boolean =>
  [...where].every(([name, words]) => {
    const value = said(name);
    return words === undefined ? value !== undefined : textsOf(value).some((it) => words.has(it));
  });

/** A property as texts; one that says nothing is the empty text, so that `acting: ''` asks for those that do not say it. */
function textsOf(value: PropertyValue | undefined): string[] {
  if (value === undefined) return [''];
  return (Array.isArray(value) ? value : [value]).map(String);
}
