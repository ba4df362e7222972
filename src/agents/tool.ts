/**
 * A tool: one question that an agent can ask, what it takes, what it gives, and how the answer reads as text.
 *
 * MCP and the REST addresses are made of the same table of tools, so both take and give the same.
 */

import type { AnswerForm, NodeAnswer } from '../answers/answer-form.ts';
import { idMeant } from '../answers/search.ts';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import type { QueryLimits } from '../graphql/limits/query-limits.ts';
import type { JsonSchema } from '../loading/entries/json-schema.ts';
import type { GraphView } from '../views/graph-view.ts';
import { selectView, type ViewSelection } from '../views/select-view.ts';
import { type CitedEdge, type Cuts, citedForm, type Fitted, fitAnswer } from './fit-answer.ts';
import {
  dateParameter,
  flagParameter,
  type InputOf,
  type Parameters,
  readToolInput,
  textsParameter,
  wordParameter,
} from './parameters.ts';

/** The graph that agents ask. */
export interface AgentGraph {
  /** What they see of it. */
  readonly view: GraphView;
  /** What its facts say of themselves. */
  readonly about?: DatasetAbout | undefined;
  readonly limits: QueryLimits;
  /** The folder of patterns by which texts are read; those of the shipped ontology by default. */
  readonly patterns?: string | undefined;
  /** The folder that proposals go to; nothing can be proposed where there is none. */
  readonly proposals?: string | undefined;
  /** Asks a tool elsewhere, in a thread of its own: those that may take long are asked there. */
  readonly elsewhere?: ((tool: string, input: object) => Promise<object>) | undefined;
}

/** What is asked, in the view that the call selects. */
export interface AskedTool extends AgentGraph {
  readonly form: AnswerForm<NodeAnswer, CitedEdge>;
  /** The id of the node that is meant by an id or a name. Throws `nothing-found`, `ambiguous-name`. */
  idMeant(text: string): string;
}

export interface Tool<Table extends Parameters, Answer extends object> {
  readonly name: string;
  readonly title: string;
  /** When to use it, what it gives, its limits. */
  readonly description: string;
  /** An input that the shipped graph answers. */
  readonly example: InputOf<Table>;
  readonly parameters: Table;
  /** Whether it writes something; the others only read. */
  readonly writes?: true;
  /** Whether it may take longer than others should wait for it. */
  readonly heavy?: true;
  /** Whether the parameters of a view go with it: a date, stated edges alone, sources. */
  readonly takesView: boolean;
  /** The fields of the answer, with their schemas; those that may be absent are named apart. */
  readonly output: { readonly [Field in keyof Required<NoInfer<Answer>>]: JsonSchema };
  readonly optional?: readonly string[];
  readonly cuts: Cuts;
  ask(asked: AskedTool, input: InputOf<Table>): Answer | Promise<Answer>;
  /** The answer in lines, facts with the numbers of their sources by `cite`. */
  print(answer: NoInfer<Answer> & Fitted): string;
}

// biome-ignore lint/suspicious/noExplicitAny: a table holds tools of many inputs and answers
export type AnyTool = Tool<any, any>;

/** A tool, whose input is known by its parameters and whose answer by what `ask` gives. */
export const defineTool = <Table extends Parameters, Answer extends object>(tool: Tool<Table, Answer>): AnyTool => tool;

/** Which view of the graph a question is put to. */
const viewParameters = {
  asOf: dateParameter(
    'Sees the graph as it was on this date: 2024-10-30, 2024-10, 2024. Without it, all times at once.',
  ),
  mode: wordParameter('With asOf: POSSIBLE keeps what no date excludes, CERTAIN what is beyond doubt.', [
    'POSSIBLE',
    'CERTAIN',
  ]),
  knownBy: dateParameter('Sees only what sources published until this date say, and what follows from it.'),
  stated: flagParameter('True sees only what sources state, and nothing that a rule inferred.'),
  onlySources: textsParameter('Ids of the only sources that count.'),
  exceptSources: textsParameter('Ids of sources that do not count.'),
};

/** All parameters of a tool. */
export const parametersOf = ({ parameters, takesView }: AnyTool): Parameters =>
  takesView ? { ...parameters, ...viewParameters } : parameters;

/**
 * Asks a tool. Throws a `KnowledgeError` for whatever is wrong with the input.
 * @example
 * (await askTool(tool, graph, { text: 'Kazakhstan' })).cited
 */
export async function askTool(tool: AnyTool, graph: AgentGraph, given: object | undefined): Promise<object & Fitted> {
  const input = readToolInput(tool.name, parametersOf(tool), given);
  if (tool.heavy && graph.elsewhere) return (await graph.elsewhere(tool.name, given ?? {})) as object & Fitted;
  const {
    asOf,
    mode,
    knownBy,
    stated,
    onlySources: only,
    exceptSources: except,
  } = input as InputOf<typeof viewParameters>;
  const selection: ViewSelection = tool.takesView
    ? {
        asOf,
        mode,
        knownBy,
        stated,
        sources: only || except ? { ...(only && { only }), ...(except && { except }) } : undefined,
      }
    : {};
  const view = selectView(graph.view, selection);
  const asked: AskedTool = {
    ...graph,
    view,
    form: citedForm(view, tool.takesView ? asOf : undefined),
    idMeant: (text) => idMeant(view, text),
  };
  return fitAnswer(view, await tool.ask(asked, input), tool.cuts);
}
