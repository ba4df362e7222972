/**
 * Thirty questions as people put them, each with the calls that answer it, played without a model: what the answer must
 * say, what it must leave unsaid, and which sources it must cite.
 */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { MOST_BYTES } from '../../src/agents/fit-answer.ts';
import { printAnswer } from '../../src/agents/print-facts.ts';
import { askTool } from '../../src/agents/tool.ts';
import { getTool, toolOutput, tools } from '../../src/agents/tools.ts';
import { defaultLimits } from '../../src/graphql/limits/query-limits.ts';
import { shippedGraph } from '../kit/shipped-graph.ts';

interface PlayedQuestion {
  readonly question: string;
  readonly calls: readonly { readonly tool: string; readonly input: object }[];
  readonly says: readonly string[];
  readonly silent?: readonly string[];
  readonly cites: readonly string[];
}

const questions: readonly PlayedQuestion[] = JSON.parse(
  readFileSync(new URL('questions.json', import.meta.url), 'utf8'),
);
const { view, about } = await shippedGraph();
const graph = { view, about, limits: defaultLimits };
const ajv = new Ajv2020({ strict: false });
const validators = new Map(tools.map((it) => [it.name, ajv.compile(toolOutput(it))]));

test('there are thirty-one, and every tool answers some', () => {
  expect(questions).toHaveLength(31);
  expect(new Set(questions.flatMap((it) => it.calls.map(({ tool }) => tool))).size).toBe(tools.length);
});

test.each(questions)('$question', async ({ calls, says, silent = [], cites }) => {
  const texts: string[] = [];
  const cited: string[] = [];
  for (const { tool: name, input } of calls) {
    const tool = getTool(name);
    const answer = await askTool(tool, graph, input);
    const isValid = validators.get(name);
    expect(isValid?.(JSON.parse(JSON.stringify(answer))), JSON.stringify(isValid?.errors)).toBe(true);
    const text = printAnswer(tool, answer);
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThanOrEqual(MOST_BYTES);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_BYTES);
    texts.push(text);
    cited.push(...answer.cited.map((it) => it.id));
  }
  const all = texts.join('\n');
  for (const it of says) expect(all).toContain(it);
  for (const it of silent) expect(all).not.toContain(it);
  expect(cited).toEqual(expect.arrayContaining([...cites]));
});
