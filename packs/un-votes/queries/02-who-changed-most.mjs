/**
 * Whose votes changed most as the Cold War ended: agreement with the United States in 1985-1989 and in 1995-1999?
 *
 * Of states that voted in at least a quarter of the roll calls of each time in which the United States did. Russia is the
 * Soviet Union in the first of them.
 */
import { agreementWith, positionsOf, rounded } from './agreement.mjs';

export function answer(graph) {
  const [before, after] = [
    ['1985-01-01', '1990-01-01'],
    ['1995-01-01', '2000-01-01'],
  ].map(([from, to]) => agreementIn(graph, from, to));
  const changes = [...before]
    .filter(([id]) => after.has(id))
    .map(([id, was]) => ({ state: graph.node(id).name, before: rounded(was), after: rounded(after.get(id)) }))
    .map((it) => ({ ...it, change: rounded(it.after - it.before) }))
    .sort((a, b) => b.change - a.change || (a.state < b.state ? -1 : 1));
  return { nearer: changes.slice(0, 10), least: changes.slice(-5).reverse() };
}

/** The share of agreement with the United States of every state that voted often enough. */
function agreementIn(graph, from, to) {
  const edges = graph
    .nodes('State')
    .out('voted-on', { since: { gte: from, lt: to }, role: { eq: null } })
    .edges();
  const positions = positionsOf(edges);
  const own = [...positions.values()].filter((it) => it.has('state:usa')).length;
  const often = [...agreementWith('state:usa', positions)].filter(([, it]) => it.rollCalls * 4 >= own);
  return new Map(often.map(([id, it]) => [id, it.share]));
}
