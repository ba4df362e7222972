/**
 * What lies around a node, as a file for another program: the ending of the file says in which format.
 *
 *     node examples/dist/export-ego-network.js initiative:global-ihl 1 global-ihl.gexf
 */
import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { openGraph } from 'diplograph';

const [id = 'initiative:global-ihl', depth = '1', file = 'ego-network.gexf'] = process.argv.slice(2);
const graph = await openGraph();

const near = graph.stated().around(id, Number(depth));
await writeFile(file, await near.export(extname(file).slice(1)));
console.log(`${file}: ${near.nodeCount} nodes and ${near.edgeCount} edges within ${depth} of ${graph.node(id)?.name}`);
