/**
 * Asks a question of `queries/` that is a program, of the default world and this pack.
 *
 *     node packs/un-votes/ask.mjs 01-who-votes-like-kazakhstan [votes.cache]
 *
 * With the name of a file the graph is kept there, and is there at once the next time.
 */
import { openGraph } from 'diplograph';

const [question, cache] = process.argv.slice(2);
const { answer } = await import(`./queries/${question}.mjs`);
const graph = await openGraph({ packs: ['un-votes'], ...(cache && { cache }) });
process.stdout.write(`${JSON.stringify(answer(graph), null, 2)}\n`);
