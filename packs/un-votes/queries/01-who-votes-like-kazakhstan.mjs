/**
 * Who voted like Kazakhstan on nuclear weapons in the 2010s, and who least?
 *
 * Of states that voted in at least half of the roll calls in which Kazakhstan did; what a roll call is about, the data set says,
 * but for 2019, of which its issues are not taken over.
 */
import { agreementWith, positionsOf, rounded } from './agreement.mjs';

export function answer(graph) {
  const votes = graph
    .from('topic:nuclear-arms-control')
    .in('concerns')
    .ofType('Resolution')
    .dedupe()
    .in('voted-on', { since: { gte: '2010-01-01', lt: '2020-01-01' } });
  const positions = positionsOf(votes.edges());
  const own = [...positions.values()].filter((it) => it.has('state:kaz')).length;
  const others = [...agreementWith('state:kaz', positions)]
    .filter(([, it]) => it.rollCalls * 2 >= own)
    .map(([id, { share, rollCalls }]) => ({ state: graph.node(id).name, agreement: rounded(share), rollCalls }))
    .sort((a, b) => b.agreement - a.agreement || (a.state < b.state ? -1 : 1));
  return { rollCallsOfKazakhstan: own, most: others.slice(0, 15), least: others.slice(-5) };
}
