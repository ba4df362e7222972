/**
 * `diplograph list`: the nodes of a type that a filter keeps, by the filters and sorts of GraphQL.
 */
import { coerceInputValue, GraphQLError, type GraphQLInputType, parseValue, valueFromASTUntyped } from 'graphql';
import type { Where } from '../../filters/verdict.ts';
import type { NodeSort } from '../../graphql/rows/graph-rows.ts';
import { typesNamed } from '../../ontology/ontology.ts';
import { numberOption, textOption } from '../options.ts';
import { printTable } from '../print-table.ts';
import { badFilter, saysNothing } from '../problems.ts';
import type { Question } from '../question.ts';

interface ListOptions {
  readonly where?: string;
  readonly sort?: string;
  readonly first: number;
}

export const listCommand: Question<ListOptions> = {
  name: 'list',
  summary: 'list the nodes of a type, those that a filter keeps',
  description:
    'Lists the nodes of a type or an interface. Filters and sorts are those of GraphQL: what stands between the braces of `where` and `sort` there. What a vague date leaves possible is kept on request.',
  arguments: { '<type>': 'a node type or interface' },
  options: [
    textOption('--where <filter>', 'which of them: \'name: { caseInsensitive: { contains: "red cross" } }\''),
    textOption('--sort <field>', "in which order: 'founded: DESC'"),
    numberOption('--first <number>', 'the most nodes', { least: 1, most: 10_000, otherwise: 50 }),
  ],
  examples: [
    "diplograph list State --where 'regionalGroup: { eq: AFRICAN }' --sort name:DESC --first 5",
    'diplograph list Occasion --where \'when: { gte: "2024-10", possible: true }\'',
    'diplograph list Official --where \'heads: { some: { id: { eq: "org:icrc" } } }\' --as-of 1990',
  ],
  async ask({ view, form, words: [name = ''], options: { where, sort, first } }) {
    const { ViewRows } = await import('../../graphql/rows/view-rows.ts');
    const { Work } = await import('../../graphql/limits/query-limits.ts');
    const { buildGraphSchema } = await import('../../graphql/schema/build-schema.ts');
    const { typeNames } = await import('../../graphql/names.ts');
    typesNamed(view.ontology, [name]);
    const schema = buildGraphSchema(view.ontology);
    const given = <T>(option: string, text: string | undefined, input: string): T | undefined =>
      text === undefined ? undefined : (readInput(option, text, schema.getType(input) as GraphQLInputType) as T);
    const sorts = given<NodeSort>('--sort', sort, typeNames.sort(name));
    const selection = {
      where: given<Where>('--where', where, typeNames.where(name)),
      sort: sorts && [sorts],
    };
    const rows = told('--where', () => new ViewRows(view, new Work(Number.POSITIVE_INFINITY)).nodesOf(name, selection));
    const nodes = rows.page({ start: 0, size: first }).nodes.map((it) => form.node(it));
    const totalCount = rows.count();
    return {
      answer: { totalCount, nodes },
      text: printTable(nodes.map((it) => [it.name, it.type, it.id])),
      ...(nodes.length < totalCount && { note: `${nodes.length} of ${totalCount}; --first lists more.` }),
      ...(totalCount === 0 && { missing: `No ${name} is so.` }),
    };
  },
};

/** What stands between the braces of an input, or with them, as GraphQL coerces it. Throws `bad-filter`. */
function readInput(option: string, text: string, type: GraphQLInputType): unknown {
  return told(option, () => {
    if (/^[\s{}]*$/.test(text)) throw saysNothing(option);
    const value = valueFromASTUntyped(parseValue(/^\s*\{/.test(text) ? text : `{ ${text} }`, { noLocation: true }));
    return coerceInputValue(value, type, (path, _, error) => {
      throw new GraphQLError(path.length > 0 ? `At ${path.join('.')}: ${error.message}` : error.message);
    });
  });
}

/** What GraphQL says is wrong, said of an option. */
function told<T>(option: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof GraphQLError ? badFilter(option, error.message) : error;
  }
}
