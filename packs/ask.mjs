/**
 * Asks a question of a pack that is a program, of the default world and the pack.
 *
 *     node packs/ask.mjs un-votes 01-who-votes-like-kazakhstan [votes.cache]
 *
 * With the name of a file the graph is kept there, and is there at once the next time.
 */
import { openGraph } from 'diplograph';

const [pack, question, cache] = process.argv.slice(2);
const { answer } = await import(`./${pack}/queries/${question}.mjs`);
const graph = await openGraph({ packs: [pack], ...(cache && { cache }) });
process.stdout.write(`${JSON.stringify(answer(graph), null, 2)}\n`);
