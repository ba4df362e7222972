/**
 * Compiled operations, kept with the documents they were compiled from,
 * one compilation for each way in which `@skip` and `@include` may fall.
 */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  visit,
} from 'graphql';
import { PerOperation } from '../per-operation.ts';
import { type CompiledOperation, compileOperation } from './compile-operation.ts';
import type { Variables } from './frame.ts';
import { TextAllowance } from './kept-texts.ts';
import { type VariableReader, variableReader } from './variable-reader.ts';

/** An operation of a document, with one compilation for each combination of its switches. */
export interface PreparedOperation {
  /** The variables as they are coerced; undefined when they are wrong. */
  readonly readVariables: VariableReader;
  /** The compilation for these variables; undefined when the operation is executed the plain way. */
  compiled(variables: Variables): CompiledOperation | undefined;
}

/** Each variable in `@skip` and `@include` doubles the combinations; more than this are not compiled. */
const MOST_SWITCHES = 4;

/** Characters of texts that the operations of a schema keep in all. */
const MOST_KEPT = 8_000_000;

/** The compiled operations of one schema over one graph, which never change. */
export class CompiledOperations {
  readonly #operations: PerOperation<PreparedOperation | undefined>;
  readonly #schema: GraphQLSchema;

  constructor(schema: GraphQLSchema) {
    const allowance = new TextAllowance(MOST_KEPT);
    this.#schema = schema;
    this.#operations = new PerOperation((_, document, name) => prepare(schema, document, name, allowance));
  }

  /** The operation of that name, or the only one; undefined when there is none such. */
  find(document: DocumentNode, operationName: string | null | undefined): PreparedOperation | undefined {
    return this.#operations.get(this.#schema, document, operationName);
  }
}

function prepare(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  allowance: TextAllowance,
): PreparedOperation | undefined {
  const operation = getOperationAST(document, operationName);
  if (!operation) return undefined;
  const definitions = document.definitions.filter((it) => it.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = Object.fromEntries(definitions.map((it): [string, FragmentDefinitionNode] => [it.name.value, it]));
  const source = { schema, operation, fragments, allowance };
  const names = switchesOf(document);
  const compilations = new Map<string, CompiledOperation | undefined>();
  return {
    readVariables: variableReader(schema, operation),
    compiled(variables) {
      if (names.length > MOST_SWITCHES) return undefined;
      const key = names.map((name) => (variables[name] === true ? '1' : '0')).join('');
      if (!compilations.has(key)) {
        const switches = Object.fromEntries(names.map((name) => [name, variables[name]]));
        compilations.set(key, compileOperation({ ...source, switches }));
      }
      return compilations.get(key);
    },
  };
}

/** The variables in `@skip` and `@include` of a document. */
function switchesOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given }) {
      const value = given?.[0]?.value;
      const decides = name.value === 'skip' || name.value === 'include';
      if (decides && value?.kind === Kind.VARIABLE) names.add(value.name.value);
      return false;
    },
  });
  return [...names];
}
