/**
 * What the query API says when it refuses: a sentence, a code for programs, and a hint where there is a better way.
 *
 * The library's semantics are odd in places; there a query is refused rather than answered differently. Every code is
 * explained in `docs/errors.md`.
 */
import { type ASTNode, GraphQLError, type NameNode, type OperationDefinitionNode } from 'graphql';
import { KnowledgeError } from '../base/knowledge-error.ts';

/** A refusal that the caller may read. */
function refusal(code: string, message: string, hint?: string, nodes?: readonly ASTNode[]): GraphQLError {
  return new GraphQLError(hint === undefined ? message : `${message} ${hint}`, {
    extensions: hint === undefined ? { code } : { code, hint },
    ...(nodes && { nodes }),
  });
}

export const emptyQuantifier = (field: string, quantifier: string, connection: string): GraphQLError =>
  refusal(
    'EMPTY_FILTER',
    `"${field}: { ${quantifier}: {} }" says nothing about what is related, and @neo4j/graphql would return every node.`,
    `To ask whether there is any, write "${connection}: { aggregate: { count: { edges: { ${quantifier === 'none' ? 'eq' : 'gt'}: 0 } } } }".`,
  );

export const emptyPropertyFilter = (field: string, remedy?: string): GraphQLError =>
  refusal(
    'EMPTY_FILTER',
    `"${field}: {}" is no condition, and @neo4j/graphql would return everything. A variable in it may be unset.`,
    `Leave "${field}" out, or ${remedy ?? `write "${field}: { eq: null }" to find missing values`}.`,
  );

/** The remedy for a condition inside a filter, which has no `eq`. */
export const giveCondition = 'give it a condition';

export const emptyRelationFilter = (field: string, connection: string): GraphQLError =>
  refusal(
    'EMPTY_FILTER',
    `"${field}: {}" is no condition, and @neo4j/graphql would return every node. A variable in it may be unset.`,
    `To ask whether there is any, write "${connection}: { aggregate: { count: { edges: { gt: 0 } } } }".`,
  );

export const emptyDistance = (field: string): GraphQLError =>
  refusal(
    'EMPTY_FILTER',
    `"${field}: { distance: … }" compares the distance with nothing. A variable in it may be unset.`,
    'Give "lt", "lte", "gt" or "gte", in metres on the earth.',
  );

export const emptySingle = (field: string, written: string = field): GraphQLError =>
  refusal(
    'EMPTY_FILTER',
    `"${written}" says nothing about what is related, and @neo4j/graphql would return every node. A variable in it may be unset.`,
    `To find nodes without any, write "${field}: null"; for those with one, "NOT: { ${field}: null }".`,
  );

export const emptyMember = (field: string, connection: string, member: string): GraphQLError =>
  refusal(
    'EMPTY_FILTER',
    `"${member}" in the filter "${connection}" says nothing of edges or nodes, and @neo4j/graphql would ignore it. A variable in it may be unset.`,
    `To keep all that is a ${member}, write "${member}: {}" in the filter "${field}".`,
  );

export const emptyOperand = (operator: 'OR' | 'NOT'): GraphQLError =>
  refusal(
    'EMPTY_FILTER',
    `"${operator}" holds a filter without a condition, which @neo4j/graphql would ignore.`,
    operator === 'OR' ? 'Leave the empty branch out.' : 'Leave "NOT" out.',
  );

export const emptyTypename = (): GraphQLError =>
  refusal('EMPTY_FILTER', '"typename" must name at least one type; @neo4j/graphql would ignore an empty list.');

export const nullFilter = (field: string): GraphQLError =>
  refusal(
    'NULL_FILTER',
    `"${field}: null" is no condition.`,
    `To find missing values, write "${field}: { eq: null }".`,
  );

export const nullRelation = (field: string, connection: string): GraphQLError =>
  refusal(
    'NULL_FILTER',
    `"${field}: null" is no condition.`,
    `To find nodes without any, write "${connection}: { aggregate: { count: { edges: { eq: 0 } } } }".`,
  );

export const nullMember = (member: string): GraphQLError =>
  refusal('NULL_FILTER', `"${member}: null" is no condition.`, `Leave it out, or write "${member}: {}" to keep all.`);

export const nullOfSeveral = (field: string): GraphQLError =>
  refusal(
    'INTERFACE_FILTER',
    `"${field}: null" is not answered: @neo4j/graphql judges each type that "${field}" may lead to apart, and keeps every node.`,
    `Write "NOT: { ${field}: … }" with a condition that all of them meet.`,
  );

export const unionQuantifier = (field: string, quantifier: string): GraphQLError =>
  refusal(
    'INTERFACE_FILTER',
    `"${field}: { ${quantifier}: … }" is not answered: @neo4j/graphql judges each member of the union apart.`,
    'Write it with "some" and "none".',
  );

export const nullOperand = (field: string, operator: string): GraphQLError =>
  refusal(
    'NULL_FILTER',
    `"${field}: { ${operator}: null }" compares with nothing; @neo4j/graphql would find missing values.`,
    `To find those, write "${field}: { eq: null }".`,
  );

export const aggregateIn = (field: string, aggregate: string): GraphQLError =>
  refusal(
    'AGGREGATE_FILTER',
    `"${field}: { ${aggregate}: { in: … } }" is not answered: @neo4j/graphql has the operator in its schema and fails on it.`,
    `Write "OR: [{ ${field}: { ${aggregate}: { eq: … } } }, …]".`,
  );

export const interfaceQuantifier = (field: string, quantifier: string, connection: string): GraphQLError =>
  refusal(
    'INTERFACE_FILTER',
    `"${field}: { ${quantifier}: … }" is not answered: @neo4j/graphql judges each type behind the interface apart.`,
    `Write "${connection}: { ${quantifier}: { node: … } }", which looks at all together.`,
  );

export const interfaceTypename = (field: string, connection: string): GraphQLError =>
  refusal(
    'INTERFACE_FILTER',
    `"typename" has no place in the plain filter "${field}".`,
    `Write "${connection}: { some: { node: { typename: … } } }".`,
  );

export const nothingCarried = (): GraphQLError =>
  refusal(
    'NO_PROPERTIES',
    'Some of these edges carry nothing, and "properties" may not be null, as with @neo4j/graphql.',
    'Ask it of the types whose edges have properties: "... on Interview { editorConnection { … } }".',
  );

export const severalSorts = (fields: readonly string[]): GraphQLError =>
  refusal(
    'AMBIGUOUS_SORT',
    `A sort with several fields (${fields.join(', ')}) has no defined order.`,
    'Write a list with one field each: [{ launched: DESC }, { name: ASC }].',
  );

export const nullSort = (field: string): GraphQLError =>
  refusal('NULL_SORT', `"${field}: null" is no direction.`, 'Write ASC or DESC.');

export const badCursor = (cursor: string): GraphQLError =>
  refusal(
    'BAD_CURSOR',
    `"${cursor.slice(0, 60)}" is not a cursor of this API.`,
    'Pass the "cursor" or "endCursor" of an earlier answer, or leave "after" out.',
  );

export const pageTooSmall = (argument: string, value: number): GraphQLError =>
  refusal(
    'BAD_PAGE',
    `"${argument}" is ${value}, but must be at least 1; @neo4j/graphql would ignore 0 and return everything.`,
    'For the number alone, ask for "totalCount".',
  );

export const negativeSkip = (argument: string, value: number): GraphQLError =>
  refusal('BAD_PAGE', `"${argument}" is ${value}, but must be at least 0.`);

const limitReached = (limit: string, allowed: number, message: string, remedy: string, node?: ASTNode): GraphQLError =>
  new GraphQLError(`${message} ${remedy}, or raise the option "${limit}".`, {
    extensions: { code: 'LIMIT_REACHED', limit, allowed },
    ...(node && { nodes: node }),
  });

/** What an engine elsewhere does not answer, with what does. */
export const notOnNeo4j = (what: string, remedy: string): GraphQLError =>
  new GraphQLError(`${what} is not answered on Neo4j. ${remedy}`, {
    extensions: { code: 'NOT_ON_NEO4J', hint: remedy },
  });

export const tooManyRows = (field: string, rows: number, allowed: number): GraphQLError =>
  limitReached(
    'maxPageSize',
    allowed,
    `"${field}" has ${rows} rows, and a list may have ${allowed}.`,
    'Ask for a page with "limit" or "first"',
  );

export const tooManyRowsInAll = (allowed: number): GraphQLError =>
  limitReached('maxRows', allowed, `The answer has more than ${allowed} rows in all.`, 'Ask for smaller pages');

export const tooMuchWork = (allowed: number): GraphQLError =>
  limitReached(
    'maxWork',
    allowed,
    `Finding the answer would mean looking at more than ${allowed} nodes and edges.`,
    'Filter earlier, take fewer hops or smaller pages',
  );

export const tooCostly = (cost: number, allowed: number): GraphQLError =>
  limitReached(
    'maxCost',
    allowed,
    Number.isFinite(cost)
      ? `The query is estimated to cost ${cost}, and may cost ${allowed}.`
      : `The query costs more than can be counted, and may cost ${allowed}.`,
    'Ask for smaller pages with "limit" and "first", or nest less',
  );

export const tooDeep = (depth: number, allowed: number): GraphQLError =>
  limitReached('maxDepth', allowed, `The query is ${depth} fields deep, and may be ${allowed}.`, 'Ask in two steps');

export const inputTooDeep = (allowed: number): GraphQLError =>
  limitReached(
    'maxInputDepth',
    allowed,
    `The variables are more than ${allowed} objects and lists deep.`,
    'Nest filters less',
  );

export const inputTooLarge = (allowed: number): GraphQLError =>
  limitReached(
    'maxInputSize',
    allowed,
    `The variables have more than ${allowed} fields and elements in all.`,
    'Ask in several queries',
  );

export const aliasTooLong = (alias: NameNode, allowed: number): GraphQLError =>
  limitReached(
    'maxNameLength',
    allowed,
    `The alias "${alias.value.slice(0, 40)}…" has ${alias.value.length} characters, and may have ${allowed}.`,
    'Take a shorter one',
    alias,
  );

export const tooManyAliases = (aliases: number, allowed: number): GraphQLError =>
  limitReached(
    'maxAliases',
    allowed,
    `The query has ${aliases} aliases, and may have ${allowed}.`,
    'Filter with "in", or ask in several queries',
  );

export const pageTooLarge = (argument: string, value: number, allowed: number): GraphQLError =>
  limitReached('maxPageSize', allowed, `"${argument}" is ${value}, and may be ${allowed}.`, 'Ask for several pages');

export const tooManyHops = (argument: string, hops: number, allowed: number): GraphQLError =>
  limitReached('maxHops', allowed, `"${argument}" is ${hops}, and may be ${allowed}.`, 'Ask for less');

export const searchTextTooLong = (length: number, allowed: number): GraphQLError =>
  limitReached(
    'maxSearchText',
    allowed,
    `The text to search for has ${length} characters, and may have ${allowed}.`,
    'Search for a name',
  );

/** Values that a scalar does not take; graphql-js puts the place and the code to them. */
const notTaken = (message: string, node?: ASTNode): GraphQLError =>
  new GraphQLError(message, node ? { nodes: node } : {});

export const textExpected = (scalar: string, node?: ASTNode): GraphQLError =>
  notTaken(`${scalar} is text, such as "2024-10-28".`, node);

export const badText = (scalar: string, value: string, why: string, node?: ASTNode): GraphQLError =>
  notTaken(`"${value.slice(0, 40)}" is no ${scalar}: ${why}${why.endsWith('?') ? '' : '.'}`, node);

export const badBigInt = (why: string, node?: ASTNode): GraphQLError => notTaken(`BigInt ${why}.`, node);

export const noSuchOperation = (node: OperationDefinitionNode): GraphQLError =>
  new GraphQLError(`There are no ${node.operation}s: this API only reads. To change facts, change their files.`, {
    nodes: node,
  });

/** The parser ran out of stack. */
export const tooDeepToRead = (): GraphQLError =>
  refusal('GRAPHQL_PARSE_FAILED', 'The query cannot be read: its brackets are nested too deep.');

/** What to tell the caller of an error: a caller's mistake keeps its sentence; anything else stays what it is. */
export function publicError(error: unknown): unknown {
  if (!(error instanceof KnowledgeError)) return error;
  return refusal(codeOf(error), error.message);
}

/** The code of an error as it stands in answers over HTTP: `unknown-node` is `UNKNOWN_NODE`. */
export const codeOf = ({ code }: KnowledgeError): string => code.toUpperCase().replaceAll('-', '_');

/** Longest message of an error: what a caller wrote may be as long as a request. */
const LONGEST_MESSAGE = 600;

/** A sentence that may repeat what the caller wrote, cut where it is too long to be read. */
export const cutMessage = (message: string): string =>
  message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)} … (cut)` : message;

/** The same error, given a code for programs unless it has one. */
export function withCode(error: GraphQLError, code: string): GraphQLError {
  error.extensions.code ??= code;
  error.message = cutMessage(error.message);
  return error;
}
