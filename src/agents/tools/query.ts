/**
 * `query`: GraphQL, for what no other tool answers.
 */

import { KnowledgeError } from '../../base/knowledge-error.ts';
import { engineOf } from '../../graphql/query-engine.ts';
import type { JsonSchema } from '../../loading/entries/json-schema.ts';
import { timelessOf } from '../../store/knowledge-graph.ts';
import { longTextParameter, needed, objectParameter } from '../parameters.ts';
import { type AnyTool, defineTool } from '../tool.ts';

const TEXTS: JsonSchema = { type: 'array', items: { type: 'string' } };

export const queryTool: AnyTool = defineTool({
  name: 'query',
  title: 'Ask in GraphQL',
  description:
    'Answers a GraphQL query: filters, counts, groups, sorting, several hops at once. Ask "ontology" first for the types, fields and examples. Limits of depth, cost and rows apply; a refusal says what to change. To cite what you get, ask for edges with their ids and sources: coLaunchedConnection { edges { node { id name } properties { id when modality sources locators } } }. Dates go with the operation: query @asOf(date: "2024-10-30") { … }.',
  example: {
    query: '{ states(where: { coLaunched: { some: { name: { contains: "Initiative" } } } }, limit: 3) { id name } }',
  },
  parameters: {
    query: needed(longTextParameter('The query.')),
    variables: objectParameter('Values of its variables.'),
  },
  heavy: true,
  takesView: false,
  output: {
    data: { description: 'What was asked for.' },
    hints: { ...TEXTS, description: 'Remarks, such as a near id.' },
  },
  cuts: { lists: [], how: '' },
  ask({ view, about, limits }, { query, variables }) {
    const answer = engineOf(timelessOf(view.graph), limits).ask({ view, about }, query, { variables });
    const hints = (answer.extensions?.hints ?? []) as readonly string[];
    if ('json' in answer) return { data: fitting(answer.json), hints };
    const [error] = answer.errors;
    const code = String(error?.extensions.code ?? 'BAD_USER_INPUT');
    const messages = answer.errors.map((it) => {
      const at = it.locations?.map(({ line, column }) => `${line}:${column}`).join(', ');
      return `${it.message}${at ? ` (at ${at})` : ''}`;
    });
    throw new KnowledgeError(code, messages.join('\n'));
  },
  print: ({ data, hints }) => [JSON.stringify(data, null, 1), ...hints].join('\n'),
});

/** Bytes of data that a model can read; what a query gives is cut by the query alone. */
const MOST_DATA_BYTES = 24_000;

function fitting(json: string): unknown {
  const bytes = Buffer.byteLength(json);
  if (bytes <= MOST_DATA_BYTES) return JSON.parse(json);
  throw new KnowledgeError(
    'answer-too-large',
    `The answer has ${bytes} bytes, and ${MOST_DATA_BYTES} are the most. Ask for fewer fields or rows ("limit", "first"), or for counts.`,
  );
}
