/**
 * The tools described for programs (OpenAPI 3.1) and for models that come by (llms.txt), from the one table of tools.
 */

import { packageVersion } from '../base/shipped-files.ts';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { JsonSchema } from '../loading/entries/json-schema.ts';
import { type AnyTool, parametersOf } from './tool.ts';
import { toolOutput, tools } from './tools.ts';

/** The description of the addresses under `/api`, of a server that stands below `base`: `/x`, or nothing. */
export function describeApi(base = ''): JsonSchema {
  const schemas: Record<string, unknown> = { Error: ERROR };
  const answers = tools.map((tool) => {
    const { $defs = {}, ...schema } = toolOutput(tool);
    Object.assign(schemas, $defs);
    return schema;
  });
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Diplograph',
      version: packageVersion(),
      description:
        'What diplomats did, as a graph: every fact with its sources. The same questions as the tools of MCP.',
    },
    servers: [{ url: base || '/' }],
    paths: Object.fromEntries(
      tools.map((tool, i) => [`/api/${tool.name}`, { get: operation(tool, answers[i] ?? {}) }]),
    ),
    components: { schemas },
  };
  // OpenAPI keeps what JSON Schema has under $defs in a place of its own.
  return JSON.parse(JSON.stringify(document).replaceAll('"#/$defs/', '"#/components/schemas/')) as JsonSchema;
}

const ERROR: JsonSchema = {
  type: 'object',
  properties: {
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          message: { type: 'string' },
          extensions: { type: 'object', properties: { code: { type: 'string' } } },
        },
        required: ['message'],
      },
    },
  },
  required: ['errors'],
};

const refusal = (description: string): JsonSchema => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
});

function operation(tool: AnyTool, answer: JsonSchema): JsonSchema {
  const { name, title, description, example } = tool;
  const parameters = Object.entries(parametersOf(tool)).map(([parameter, { schema, required }]) => {
    const { description: meaning, ...rest } = schema;
    const shown = (example as Readonly<Record<string, unknown>>)[parameter];
    // An object stands in an address as JSON.
    const value = rest.type === 'object' ? { content: { 'application/json': { schema: rest } } } : { schema: rest };
    return {
      name: parameter,
      in: 'query',
      required,
      description: meaning,
      ...value,
      ...(shown !== undefined && { example: shown }),
    };
  });
  return {
    operationId: name,
    summary: title,
    description,
    parameters,
    responses: {
      200: { description: 'The answer.', content: { 'application/json': { schema: answer } } },
      400: refusal('What is wrong with the question, and what to do.'),
      404: refusal('There is no such thing; the nearest names are told.'),
    },
  };
}

/** For an address within a link of Markdown, which a bracket would end. */
const encode = (text: string): string => encodeURIComponent(text).replaceAll('(', '%28').replaceAll(')', '%29');

/** What a model that visits the site is told: llms.txt, as llmstxt.org has it. */
export function llmsText(about: DatasetAbout | undefined, mcp: boolean, base = ''): string {
  const example = (tool: AnyTool): string => {
    const words = Object.entries(tool.example as Readonly<Record<string, unknown>>).flatMap(([name, value]) =>
      [value].flat().map((it) => `${name}=${encode(typeof it === 'object' ? JSON.stringify(it) : String(it))}`),
    );
    return `${base}/api/${tool.name}${words.length > 0 ? `?${words.join('&')}` : ''}`;
  };
  return [
    `# ${about?.name ?? 'Diplograph'}`,
    '',
    `> ${about?.coverage ?? 'What diplomats did, as a graph'}. Every fact has an id and its sources: cite them.`,
    '',
    '## Questions',
    '',
    ...tools.map((tool) => `- [${tool.title}](${example(tool)}): ${tool.description.split('. ')[0]}.`),
    '',
    '## More',
    '',
    `- [OpenAPI](${base}/openapi.json): the addresses above, described`,
    `- [GraphQL](${base}/graphql): filters, counts and several hops at once`,
    ...(mcp ? [`- [MCP](${base}/mcp): the same tools for agents, by POST`] : []),
    `- [Pages for people](${base}/): the explorer`,
    '',
  ].join('\n');
}
