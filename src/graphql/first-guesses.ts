/**
 * What somebody meant who writes a query as it would be elsewhere: `name: "Kazakhstan"` for a filter, `id` of a search hit,
 * `nodes` of a connection, `orderBy`, `name_CONTAINS`. The error stays GraphQL's; the form that is right here stands behind it.
 *
 * GraphQL's own rules say what is wrong and cannot know what would be right. Their sentences are read here and not their
 * insides, so that an error of Apollo's and one of ours get the same remedy; `test/graphql/first-guesses.test.ts` holds
 * that they are still understood.
 */
import {
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import { cutMessage } from './problems.ts';

type Groups = readonly string[];
type Remedy = (schema: GraphQLSchema, groups: Groups) => string | undefined;

/** Longest value that is repeated. */
const LONGEST_VALUE = 60;

const remedies: readonly (readonly [RegExp, Remedy])[] = [
  [/^Expected value of type "([^"]+)", found (.{1,200})\.$/, (schema, [type, value]) => asFilter(schema, type, value)],
  [
    /got invalid value (.{1,200}) at "[^"]{1,200}"; Expected type "([^"]+)" to be an object\.$/,
    (schema, [value, type]) => asFilter(schema, type, value),
  ],
  [
    /^Variable "(\$\w+)" of type "[^"]+" used in position expecting type "(\w+)"\.$/,
    (schema, [variable, type]) => asFilter(schema, type, variable),
  ],
  [/^Cannot query field "(\w{1,100})" on type "(\w+)"\./, (schema, [field, type]) => asField(schema, type, field)],
  [/Field "(\w{1,100})" is not defined by type "(\w+)"\./, (schema, [field, type]) => asCondition(schema, type, field)],
  [
    /^Unknown argument "(\w{1,100})" on field "(\w+)\.(\w+)"\./,
    (schema, [argument, type, field]) => asArgument(schema, type, field, argument),
  ],
];

/** The error with the form that is right here, where one is known, in its sentence and as `extensions.hint`. */
export function withRemedy(message: string, schema: GraphQLSchema): { message: string; hint?: string } {
  for (const [pattern, remedy] of remedies) {
    const found = pattern.exec(message);
    const right = found && remedy(schema, found.slice(1));
    if (right !== undefined && right !== null)
      return { message: `${cutMessage(message)} Write ${right}.`, hint: `Write ${right}.` };
  }
  return { message: cutMessage(message) };
}

/** Changes an error of the parser, of validation or of variables in place. */
export function correctGuess(error: GraphQLError, schema: GraphQLSchema): GraphQLError {
  const { message, hint } = withRemedy(error.message, schema);
  error.message = message;
  if (hint !== undefined) error.extensions.hint = hint;
  return error;
}

/** A bare value where a filter or a sort belongs. */
function asFilter(schema: GraphQLSchema, written: string | undefined, value: string | undefined): string | undefined {
  const type = schema.getType((written ?? '').replace(/[[\]!]/g, ''));
  if (!isInputObjectType(type) || value === undefined || value.length > LONGEST_VALUE) return undefined;
  const fields = type.getFields();
  if (type.name.endsWith('Sort')) {
    const word = value.replaceAll('"', '');
    if (word in fields) return `[{ ${word}: ASC }]`;
    const direction = /^(?:asc|desc)$/i.test(word) ? word.toUpperCase() : undefined;
    return direction && `{ ${Object.keys(fields)[0]}: ${direction} }`;
  }
  if (fields.some) return `{ some: … }`;
  if (!fields.eq) return undefined;
  const operator = value.startsWith('[') ? 'in' : isList(fields.eq.type) ? 'includes' : 'eq';
  return operator in fields ? `{ ${operator}: ${value} }` : undefined;
}

const isList = (type: GraphQLInputType): boolean => isListType(getNullableType(type));

/** A field of what lies one or two steps behind a type: `id` of a hit is that of its node. */
function asField(schema: GraphQLSchema, parent: string | undefined, field: string | undefined): string | undefined {
  const type = schema.getType(parent ?? '');
  if (!(isObjectType(type) || isInterfaceType(type)) || field === undefined) return undefined;
  if (field === 'nodes' && type.getFields().edges) return '"edges { node { … } }"';
  const path = pathTo(type.name, field, schema);
  if (path) return `"${path.reduceRight((inner, step) => `${step} { ${inner} }`, field)}"`;
  const around = schema.getQueryType()?.getFields().neighbourhood;
  const near = around && getNamedType(around.type);
  if (type.name !== 'Query' && isObjectType(near) && field in near.getFields() && !type.name.startsWith('__')) {
    return `"neighbourhood(of: …) { ${field} { … } }" at the root`;
  }
  return undefined;
}

/** The fields that lead from a type to one with this field, at most two, none of which has to be given arguments. */
function pathTo(from: string, field: string, schema: GraphQLSchema): string[] | undefined {
  let paths: readonly { readonly type: string; readonly steps: string[] }[] = [{ type: from, steps: [] }];
  for (let step = 0; step < 2 && from !== 'Query'; step++) {
    paths = paths.flatMap(({ type, steps }) => {
      const found = schema.getType(type);
      if (!isObjectType(found)) return [];
      return Object.values(found.getFields())
        .filter((it) => it.args.length === 0)
        .map((it) => ({ type: getNamedType(it.type).name, steps: [...steps, it.name] }));
    });
    const there = paths.find(({ type }) => {
      const found = schema.getType(type);
      return (isObjectType(found) || isInterfaceType(found)) && field in found.getFields();
    });
    if (there) return there.steps;
  }
  return undefined;
}

/** Operators that stood behind the name of a property in older filters. */
const suffixes: Readonly<Record<string, string>> = {
  ...{
    EQ: 'eq',
    IN: 'in',
    CONTAINS: 'contains',
    STARTS_WITH: 'startsWith',
    ENDS_WITH: 'endsWith',
    INCLUDES: 'includes',
  },
  ...{ GT: 'gt', GTE: 'gte', LT: 'lt', LTE: 'lte' },
};

/** Conditions as older filters had them, one level too high, or by another word. */
function asCondition(schema: GraphQLSchema, parent: string | undefined, field: string | undefined): string | undefined {
  const type = schema.getType(parent ?? '');
  if (!isInputObjectType(type) || field === undefined) return undefined;
  const fields = type.getFields();
  if (type.name === 'ConnectionAggregationCountFilterInput') return `"edges: { ${field}: … }"`;
  if (/^(?:equals|is|equal|_eq)$/.test(field) && fields.eq) return '"eq: …"';
  if (fields.some) return `"some: { ${field}: … }"`;
  // By the suffixes that are known: a pattern would try every underscore of a long name.
  const suffix = Object.keys(suffixes).find((it) => field.endsWith(`_${it}`)) ?? '';
  const property = field.slice(0, -suffix.length - 1);
  const operator = Object.hasOwn(suffixes, suffix) ? suffixes[suffix] : undefined;
  if (operator && property in fields) return `"${property}: { ${operator}: … }"`;
  const counted = /^(.+)Aggregate$/.exec(field)?.[1];
  if (counted && `${counted}Connection` in fields) {
    return `"${counted}Connection: { aggregate: { count: { edges: { gt: … } } } }"`;
  }
  return undefined;
}

/** A property given as an argument, and other words for sorting. */
function asArgument(
  schema: GraphQLSchema,
  parent: string | undefined,
  name: string | undefined,
  argument: string | undefined,
): string | undefined {
  const type = schema.getType(parent ?? '');
  const field = isObjectType(type) ? type.getFields()[name ?? ''] : undefined;
  if (!field || argument === undefined) return undefined;
  const typeOf = (given: string) => field.args.find((it) => it.name === given)?.type;
  if (/^order(?:By)?$/i.test(argument) && typeOf('sort')) return '"sort: [{ name: ASC }]"';
  const where = typeOf('where');
  const filters = where && getNamedType(where);
  if (isInputObjectType(filters) && argument in filters.getFields()) return `"where: { ${argument}: { eq: … } }"`;
  return undefined;
}
