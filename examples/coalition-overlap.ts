/**
 * Which states take part in both of two initiatives, and how much of either that is.
 *
 *     node examples/dist/coalition-overlap.js initiative:global-ihl initiative:humanitarian-personnel-declaration
 */
import { type Initiative, openGraph, type State } from 'diplograph';

const [one = 'initiative:global-ihl', other = 'initiative:humanitarian-personnel-declaration'] = process.argv.slice(2);
const graph = await openGraph();

const partners = (id: string): State[] =>
  graph
    .from<Initiative>(id)
    .in(['co-launched', 'joined', 'signed', 'leads', 'co-chairs', 'guarantees'])
    .ofType('State')
    .nodes();

const [ours, theirs] = [partners(one), partners(other)];
const shared = ours.filter((state) => theirs.some((it) => it.id === state.id));
const all = new Set([...ours, ...theirs].map((it) => it.id));

console.log(`${graph.node(one)?.name}: ${ours.length} states`);
console.log(`${graph.node(other)?.name}: ${theirs.length} states`);
console.log(`In both: ${shared.length} of ${all.size}`);
if (shared.length > 0) {
  const groups = graph
    .from(...shared)
    .order('name')
    .group('regionalGroup');
  for (const [group, states] of groups)
    console.log(`  ${group ?? 'no group'}: ${states.map((it) => it.name).join(', ')}`);
}
