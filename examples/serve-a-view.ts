/**
 * A part of the graph over HTTP: what is stated, as of a day, with a plugin of Apollo that counts what is asked.
 *
 *     node examples/dist/serve-a-view.js [port] [day]     # Ctrl-C ends it; with port 0 it asks itself once, and ends
 */
import { openGraph } from 'diplograph';
import { createServer, startListening } from 'diplograph/server';

const [port = '4000', day = '2024-10-30'] = process.argv.slice(2);
const graph = await openGraph();

let asked = 0;
const counter = { requestDidStart: async () => void asked++ };
const server = await createServer({ graph: graph.stated().asOf(day), plugins: [counter] });
const address = await startListening(server, 'localhost', Number(port));
console.log(`What is stated of ${day}: ${address}/graphql`);

if (port === '0') {
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ dataset { edges inferred } }' }),
  });
  const { data } = (await answer.json()) as { data: { dataset: { edges: number; inferred: number } } };
  console.log(`${data.dataset.edges} edges, ${data.dataset.inferred} of them inferred; asked ${asked} time`);
  await server.close();
}
