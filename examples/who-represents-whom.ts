/**
 * Who acted for a state over time: at which occasion, in which role, according to whom.
 *
 *     node examples/dist/who-represents-whom.js state:kaz
 */
import { openGraph, type State } from 'diplograph';

const [id = 'state:kaz'] = process.argv.slice(2);
const graph = await openGraph();

const acts = graph.from<State>(id).in('represented').edges();
acts.sort((a, b) => (a.since ?? '9').localeCompare(b.since ?? '9'));

console.log(`${graph.node(id)?.name}: ${acts.length} known acts of representation`);
for (const { from, at, when, since, until, role, status, sources, rule } of acts) {
  const who = graph.node(from)?.name ?? from;
  const where = at === undefined ? 'unknown occasion' : (graph.node(at)?.name ?? at);
  const basis = status === 'INFERRED' ? `follows by ${rule}` : sources.join(', ');
  console.log(
    `${(when ?? (since || until ? `${since ?? ''} – ${until ?? ''}` : 'undated')).padEnd(22)} ${who}${role ? ` (${role})` : ''}, ${where} [${basis}]`,
  );
}
