/**
 * The tools that agents have, in the order in which they are listed. A new tool is one file and one line here.
 */

import type { JsonSchema } from '../loading/entries/json-schema.ts';
import { withDefinitions } from './answer-schemas.ts';
import { inputSchema } from './parameters.ts';
import { unknownTool } from './problems.ts';
import { type AgentGraph, type AnyTool, parametersOf } from './tool.ts';
import { checkClaimTool } from './tools/check-claim.ts';
import { connectionsTool } from './tools/connections.ts';
import { datasetTool, ontologyTool } from './tools/dataset.ts';
import { entityTool } from './tools/entity.ts';
import { evidenceTool } from './tools/evidence.ts';
import { proposeTool } from './tools/propose.ts';
import { queryTool } from './tools/query.ts';
import { searchTool, similarTool } from './tools/search.ts';
import { changesTool, timelineTool } from './tools/timeline.ts';

/** What only reads: over MCP and under `/api`. */
export const tools: readonly AnyTool[] = [
  searchTool,
  entityTool,
  connectionsTool,
  timelineTool,
  changesTool,
  similarTool,
  evidenceTool,
  checkClaimTool,
  queryTool,
  ontologyTool,
  datasetTool,
];

/** The tools of a graph over MCP: where its operator named a folder for proposals, one that writes to it. */
export const toolsOf = ({ proposals }: Pick<AgentGraph, 'proposals'>): readonly AnyTool[] =>
  proposals === undefined ? tools : [...tools, proposeTool];

/** The tool of that name. Throws `unknown-tool`, with the nearest name. */
export function getTool(name: string, among: readonly AnyTool[] = tools): AnyTool {
  const tool = among.find((it) => it.name === name);
  if (tool) return tool;
  throw unknownTool(
    name,
    among.map((it) => it.name),
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
