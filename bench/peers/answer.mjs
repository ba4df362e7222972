/**
 * How an engine answers: one line of JSON for each line with the name of a question, with the nanoseconds and the answer
 * of each time it was asked. A question that an engine cannot answer has `null`.
 */
import { createInterface } from 'node:readline';
import { readWorld } from './world.mjs';

export const world = readWorld(process.argv[2]);

/** What a question is asked about, by its name. */
export const askedOf = ({ hops, reach, pairs }, question) =>
  question.startsWith('hops') ? hops : question === 'reach' ? reach : pairs;

/** Serves the questions until the input ends. `milliseconds` it took to load. */
export async function answer(milliseconds, engines) {
  console.log(JSON.stringify({ milliseconds }));
  for await (const line of createInterface({ input: process.stdin })) {
    const { question, budget } = JSON.parse(line);
    console.log(JSON.stringify(await timesOf(engines[question], askedOf(world, question), budget)));
  }
}

async function timesOf(engine, asked, budget) {
  if (!engine) return null;
  const [times, answers] = [[], []];
  const end = performance.now() + budget;
  for (const it of asked) {
    const start = process.hrtime.bigint();
    let found = engine(it);
    if (found instanceof Promise) found = await found;
    times.push(Number(process.hrtime.bigint() - start));
    answers.push(Number(found));
    if (performance.now() > end) break;
  }
  return { times, answers };
}
