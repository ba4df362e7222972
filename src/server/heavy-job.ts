/**
 * Heavy work: what may take longer than others should wait for it, as a message that any thread can do.
 */
import { type ExecutionResult, type GraphQLError, parse } from 'graphql';
import type { GivenTexts } from '../base/text-options.ts';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { Taken, WrittenAnswer } from '../graphql/answer.ts';
import type { QueryLimits } from '../graphql/limits/query-limits.ts';
import { engineOf } from '../graphql/query-engine.ts';
import type { GraphView } from '../views/graph-view.ts';

/** An operation of a document that was validated. */
export interface OperationJob {
  readonly kind: 'operation';
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/** A question of an agent. */
export interface ToolJob {
  readonly kind: 'tool';
  readonly tool: string;
  readonly input: object;
}

/** An export that has to be laid out before the first of it is written. */
export interface ExportJob {
  readonly kind: 'export';
  readonly format: string;
  readonly words: GivenTexts;
  readonly mostLaidOut: number;
}

export type HeavyJob = OperationJob | ToolJob | ExportJob;

/** What comes of each. */
export interface HeavyResults {
  readonly operation: AnsweredOperation;
  readonly tool: object;
  readonly export: Uint8Array | string;
}

export interface AnsweredOperation {
  readonly answer: WrittenAnswer | FailedParts;
  readonly taken: Taken | undefined;
}

/** An answer with errors, in parts that can be sent. */
export interface FailedParts {
  readonly errors: readonly ErrorParts[];
  readonly data?: ExecutionResult['data'];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface ErrorParts {
  readonly message: string;
  readonly positions: readonly number[] | undefined;
  readonly path: readonly (string | number)[] | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
  /** Of what nobody foresaw. */
  readonly stack: string | undefined;
}

/** What the work is done on. */
export interface HeavyPlace {
  readonly view: GraphView;
  readonly about: DatasetAbout | undefined;
  readonly limits: QueryLimits;
  /** The folder of patterns by which texts are read. */
  readonly patterns: string | undefined;
}

/** What was answered is remembered by who asked. */
const FORGETFUL = { answerBytes: 0, documentBytes: 2 ** 21, compiledBytes: 2 ** 22 };

/** Does it, and throws what it throws. */
export async function doHeavyJob<Job extends HeavyJob>(
  place: HeavyPlace,
  job: Job,
): Promise<HeavyResults[Job['kind']]> {
  return (await doers[job.kind](place, job as never)) as HeavyResults[Job['kind']];
}

const doers = {
  operation: async ({ view, about, limits }: HeavyPlace, job: OperationJob): Promise<AnsweredOperation> => {
    const { query, operationName, variables } = job;
    let taken: Taken | undefined;
    const request = { operationName, variables, observe: (it: Taken) => void (taken = it) };
    const answer = engineOf(view.graph, limits, FORGETFUL).answer({ view, about }, parse(query), request);
    return { answer: 'json' in answer ? answer : { ...answer, errors: answer.errors.map(partsOf) }, taken };
  },
  tool: async (place: HeavyPlace, { tool, input }: ToolJob): Promise<object> => {
    const { getTool } = await import('../agents/tools.ts');
    const { askTool } = await import('../agents/tool.ts');
    return askTool(getTool(tool), place, input);
  },
  export: async (
    { view }: HeavyPlace,
    { format: name, words, mostLaidOut }: ExportJob,
  ): Promise<Uint8Array | string> => {
    const { readExport } = await import('../formats/read-export.ts');
    const { drawGraph, getFormat, isText, writeGraph } = await import('../formats/write-graph.ts');
    const format = getFormat(name);
    const { view: selected, options } = await readExport(view, format, words, mostLaidOut);
    return isText(format) ? [...writeGraph(selected, format, options)].join('') : drawGraph(selected, format, options);
  },
};

function partsOf({ message, positions, path, extensions, originalError, stack }: GraphQLError): ErrorParts {
  const isForeseen = extensions.code !== undefined;
  return { message, positions, path, extensions, stack: isForeseen ? undefined : (originalError?.stack ?? stack) };
}
