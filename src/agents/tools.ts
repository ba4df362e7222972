/**
 * The tools that agents have, in the order in which they are listed. A new tool is one file and one line here.
 */

import type { JsonSchema } from '../loading/entries/json-schema.ts';
import { withDefinitions } from './answer-schemas.ts';
import { inputSchema } from './parameters.ts';
import { unknownTool } from './problems.ts';
import { type AnyTool, parametersOf } from './tool.ts';
import { changesTool } from './tools/changes.ts';
import { connectionsTool } from './tools/connections.ts';
import { datasetTool } from './tools/dataset.ts';
import { entityTool } from './tools/entity.ts';
import { evidenceTool } from './tools/evidence.ts';
import { ontologyTool } from './tools/ontology.ts';
import { queryTool } from './tools/query.ts';
import { searchTool } from './tools/search.ts';
import { timelineTool } from './tools/timeline.ts';

export const tools: readonly AnyTool[] = [
  searchTool,
  entityTool,
  connectionsTool,
  timelineTool,
  changesTool,
  evidenceTool,
  queryTool,
  ontologyTool,
  datasetTool,
];

/** The tool of that name. Throws `unknown-tool`, with the nearest name. */
export function getTool(name: string): AnyTool {
  const tool = tools.find((it) => it.name === name);
  if (tool) return tool;
  throw unknownTool(
    name,
    tools.map((it) => it.name),
  );
}

/** The JSON Schema of what a tool takes. */
export const toolInput = (tool: AnyTool): JsonSchema & { readonly type: 'object' } => inputSchema(parametersOf(tool));

const CITED: JsonSchema = {
  type: 'array',
  description: 'The sources that the answer cites by id.',
  items: {
    type: 'object',
    properties: {
      id: { type: 'string' },
      title: { type: 'string' },
      publisher: { type: 'string' },
      url: { type: 'string' },
      published: { type: 'string', description: 'When it was published, in EDTF.' },
    },
    required: ['id'],
    additionalProperties: false,
  },
};

const LEFT_OUT: JsonSchema = {
  type: 'array',
  description: 'What had to be left out for the size of the answer, and how to get it.',
  items: {
    type: 'object',
    properties: { list: { type: 'string' }, count: { type: 'integer' }, how: { type: 'string' } },
    required: ['list', 'count', 'how'],
    additionalProperties: false,
  },
};

/** The JSON Schema of what a tool gives. */
export function toolOutput({ output, optional = [] }: AnyTool): JsonSchema & { readonly type: 'object' } {
  const properties = { ...output, cited: CITED, leftOut: LEFT_OUT };
  const required = Object.keys(properties).filter((it) => !optional.includes(it));
  const schema = { type: 'object', properties, required, additionalProperties: false };
  return withDefinitions(schema) as JsonSchema & { readonly type: 'object' };
}
