/**
 * What a client of MCP can attach to a conversation: nodes and sources, the ontology, and questions that others asked.
 */
import type { ListResourcesResult, ReadResourceResult, ResourceTemplate } from '@modelcontextprotocol/sdk/types.js';
import { printAnswer } from './print-facts.ts';
import { unknownResource } from './problems.ts';
import { type AgentGraph, type AnyTool, askTool } from './tool.ts';
import { entityTool } from './tools/entity.ts';
import { evidenceTool } from './tools/evidence.ts';
import { describeQueries } from './tools/ontology.ts';
import { queryTool } from './tools/query.ts';

/** A question in GraphQL that was written down, with what it asks in words. */
export interface WrittenQuestion {
  readonly name: string;
  readonly description: string;
  readonly query: string;
}

interface Holders {
  graph(): AgentGraph;
  questions(): Promise<readonly WrittenQuestion[]>;
}

const ONTOLOGY = 'diplograph://ontology';
const ENTITY = 'diplograph://entity/';
const SOURCE = 'diplograph://source/';
const QUESTION = 'diplograph://question/';

export const resourceTemplates: readonly ResourceTemplate[] = [
  {
    uriTemplate: `${ENTITY}{id}`,
    name: 'entity',
    title: 'A node',
    description: 'What is known of a node, with sources. The id as "search" gives it.',
    mimeType: 'text/plain',
  },
  {
    uriTemplate: `${SOURCE}{id}`,
    name: 'source',
    title: 'A source',
    description: 'A source, and what would fall without it.',
    mimeType: 'text/plain',
  },
  {
    uriTemplate: `${QUESTION}{name}`,
    name: 'question',
    title: 'A question and its answer',
    description: 'A question that ships with the graph, in GraphQL, and its answer.',
    mimeType: 'text/plain',
  },
];

/** What can be listed: the ontology and the questions. Nodes are found by "search". */
export async function listResources({ questions }: Holders): Promise<ListResourcesResult> {
  const asked = await questions();
  return {
    resources: [
      {
        uri: ONTOLOGY,
        name: 'ontology',
        title: 'The ontology',
        description: 'Types of nodes and edges, views, and forms of queries.',
        mimeType: 'text/markdown',
      },
      ...asked.map(({ name, description }) => ({
        uri: `${QUESTION}${encodeURIComponent(name)}`,
        name,
        description,
        mimeType: 'text/plain',
      })),
    ],
  };
}

/** Throws `unknown-resource`, and what the tools throw. */
export async function readResource(holders: Holders, uri: string): Promise<ReadResourceResult> {
  const graph = holders.graph();
  const textOf = async (tool: AnyTool, input: object): Promise<string> =>
    printAnswer(tool, await askTool(tool, graph, input));
  const found = (text: string, mimeType = 'text/plain'): ReadResourceResult => ({
    contents: [{ uri, mimeType, text }],
  });
  if (uri === ONTOLOGY) return found(describeQueries(graph.view.ontology), 'text/markdown');
  const id = (prefix: string): string => decode(uri, prefix.length);
  if (uri.startsWith(ENTITY)) return found(await textOf(entityTool, { of: id(ENTITY) }));
  if (uri.startsWith(SOURCE)) {
    const source = id(SOURCE);
    const parts = [await textOf(entityTool, { of: source }), await textOf(evidenceTool, { source })];
    return found(parts.join('\n\n'));
  }
  if (uri.startsWith(QUESTION)) {
    const question = (await holders.questions()).find((it) => it.name === id(QUESTION));
    if (question) return found(`${question.query}\n\n${await textOf(queryTool, { query: question.query })}`);
  }
  throw unknownResource(uri);
}

function decode(uri: string, start: number): string {
  try {
    return decodeURIComponent(uri.slice(start));
  } catch {
    throw unknownResource(uri);
  }
}
