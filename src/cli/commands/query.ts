/**
 * `diplograph query`: one GraphQL query answered without a server, by the same schema and under the same limits.
 */
import type { Command } from 'commander';
import type { GraphQLFormattedError } from 'graphql';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { readNames } from '../options.ts';
import { badVariables, unknownOperation } from '../problems.ts';
import { readInput } from '../read-input.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';

interface QueryOptions {
  readonly variables?: string;
  readonly operation?: string;
  readonly limit?: string[];
}

export function addQuery(program: Command, shell: Shell): void {
  program
    .command('query')
    .summary('answer a GraphQL query without a server')
    .description(
      'Answers the GraphQL query in a file, or on standard input with -. The data go to stdout as JSON and errors to ' +
        'stderr; with --json the whole response goes to stdout. Of several operations all are answered, each under its ' +
        'name. Exit code 1 when there is an error.',
    )
    .argument('<file>', 'a .graphql file, or - for standard input')
    .option('--variables <json>', 'the variables as a JSON object, or @file to read them from a file')
    .option('--operation <name>', 'the only operation to run, when the file has several')
    .option('--limit <name=number>', 'raise or lower a limit; an answer that reached one names it', readNames)
    .addHelpText(
      'before',
      examples(
        'diplograph query question.graphql',
        'diplograph query question.graphql --json --variables \'{"id": "state:kaz"}\'',
        "echo '{ states(limit: 3) { name } }' | diplograph query -",
      ),
    )
    .action((file: string, options: QueryOptions, command: Command) =>
      shell.run(command, (workplace) => query(file, options, workplace)),
    );
}

async function query(file: string, options: QueryOptions, workplace: Workplace): Promise<ExitCode> {
  const text = (await readInput(file, workplace)).toString();
  const variables = await readVariables(options.variables, workplace);
  const { readLimits } = await import('../../server/config.ts');
  const limits = readLimits(options.limit ?? []);
  const { openFolder } = await import('../../opening/open-folder.ts');
  const { operationNames } = await import('../../graphql/operation-names.ts');
  const { engineOf } = await import('../../graphql/query-engine.ts');
  const { view, about } = await openFolder(workplace.files);
  const engine = engineOf(view.graph, limits);
  const answerOf = (operationName: string | undefined): QueryResponse => {
    const answer = engine.ask({ view, about }, text, { variables, operationName });
    const { errors = [], data } = 'json' in answer ? { data: JSON.parse(answer.json) } : answer;
    return { errors: errors.map((it) => it.toJSON()), data, extensions: answer.extensions };
  };
  const { operation } = options;
  const names = operationNames(text);
  if (operation !== undefined && names.length > 0 && !names.includes(operation))
    throw unknownOperation(operation, names);
  if (operation !== undefined || names.length < 2) return tell(file, [['', answerOf(options.operation)]], workplace);
  return tell(
    file,
    names.map((it) => [it, answerOf(it)]),
    workplace,
  );
}

interface QueryResponse {
  readonly errors: readonly GraphQLFormattedError[];
  readonly data?: unknown;
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
}

/** Data to stdout, errors and hints to stderr; what several operations gave stands under their names. */
function tell(file: string, answers: readonly [string, QueryResponse][], { output, json }: Workplace): ExitCode {
  const whole = ({ errors, ...rest }: QueryResponse): object => ({ ...(errors.length > 0 && { errors }), ...rest });
  const [[name, first] = ['', undefined]] = answers;
  const titled = (read: (it: QueryResponse) => unknown): unknown =>
    name === '' ? first && read(first) : Object.fromEntries(answers.map(([title, it]) => [title, read(it)]));
  if (json) output.json(titled(whole));
  else if (answers.some(([, it]) => it.data)) output.json(titled((it) => it.data ?? null));
  const errors = answers.flatMap(([, it]) => it.errors);
  if (!json) {
    // What is wrong with a document is wrong with each of its operations.
    for (const line of new Set(errors.map((it) => printError(file, it)))) output.problem(line);
    for (const hint of new Set(answers.flatMap(([, it]) => hintsOf(it.extensions)))) output.note(hint);
  }
  return errors.length === 0 ? exitCode.fine : exitCode.problems;
}

async function readVariables(
  given: string | undefined,
  workplace: Workplace,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (given === undefined) return undefined;
  const text = given.startsWith('@') ? (await readInput(given.slice(1), workplace)).toString() : given;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw badVariables((error as SyntaxError).message);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badVariables(`it is ${Array.isArray(value) ? 'a list' : JSON.stringify(value)}`);
  }
  return value as Record<string, unknown>;
}

/** `question.graphql:3:5  GRAPHQL_VALIDATION_FAILED  …`, as problems in data are printed. */
function printError(file: string, { message, locations, path, extensions }: GraphQLFormattedError): string {
  const [at] = locations ?? [];
  const place = at ? `${file === '-' ? 'query' : file}:${at.line}:${at.column}` : (path?.join('.') ?? file);
  const code = typeof extensions?.code === 'string' ? `  ${extensions.code}` : '';
  return `${place}${code}  ${message}`;
}

function hintsOf(extensions: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  return (extensions?.hints as readonly string[] | undefined) ?? [];
}
