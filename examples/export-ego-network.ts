/**
 * What lies around a node, as a GEXF file that Gephi and Gephi Lite open.
 *
 *     node examples/dist/export-ego-network.js initiative:global-ihl 1 global-ihl.gexf
 */
import { writeFile } from 'node:fs/promises';
import { openGraph } from 'diplograph';
import gexf from 'graphology-gexf';

const [id = 'initiative:global-ihl', depth = '1', file] = process.argv.slice(2);
const graph = await openGraph();

// Sources and topics lie next to everything: an ego network of actors is seen better without them.
const near = graph.stated().around(id, Number(depth));
const network = near.graphology;
network.forEachNode((key, { type, name }) => {
  if (type === 'Source' || type === 'Topic') network.dropNode(key);
  else network.setNodeAttribute(key, 'label', name ?? key);
});

const text = gexf.write(network);
if (file) await writeFile(file, text);
else console.log(text);
console.error(`${network.order} nodes and ${network.size} edges within ${depth} of ${graph.node(id)?.name}`);
