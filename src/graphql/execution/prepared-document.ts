/**
 * What is worked out once for a document that was found valid: what each of its operations costs, how its variables are
 * read, and its compiled form, one for each way in which `@skip` and `@include` may fall.
 */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { type Measure, measureOperation } from '../limits/measure-operation.ts';
import type { Allowance } from './allowance.ts';
import { type CompiledOperation, compileOperation } from './compile-operation.ts';
import { type VariableReader, type Variables, variableReader } from './input-readers.ts';

export interface PreparedOperation {
  readonly name: string | undefined;
  readonly measure: Measure;
  /** The variables as they are coerced; undefined when they are wrong. */
  readonly readVariables: VariableReader;
  /** The compilation for these variables; undefined when the operation is for graphql-js to execute. */
  compiled(variables: Variables): CompiledOperation | undefined;
}

/** Each variable in `@skip` and `@include` doubles the combinations; more than this are not compiled. */
const MOST_SWITCHES = 4;

/** What a token takes in a parsed document, in bytes; measured. */
const TOKEN_BYTES = 300;

let lastNumber = 0;

export class PreparedDocument {
  /** For keys of answers: no other document has it. */
  readonly number: number = ++lastNumber;
  /** What the parsed document takes in memory, about; compiled forms are charged to the allowance. */
  readonly bytes: number;
  readonly #schema: GraphQLSchema;
  readonly #document: DocumentNode;
  readonly #allowance: Allowance;
  readonly #definitions: readonly OperationDefinitionNode[];
  readonly #operations = new Map<OperationDefinitionNode, PreparedOperation>();

  /** `allowance` is what compiled forms may take. */
  constructor(schema: GraphQLSchema, document: DocumentNode, allowance: Allowance) {
    this.#schema = schema;
    this.#document = document;
    this.#allowance = allowance;
    this.#definitions = document.definitions.filter((it) => it.kind === Kind.OPERATION_DEFINITION);
    this.bytes = documentBytes(document);
  }

  /** The operation of that name, or the only one; undefined when there is none such, or no name and several. */
  operation(name: string | null | undefined): PreparedOperation | undefined {
    const node =
      name == null
        ? this.#definitions.length === 1 && this.#definitions[0]
        : this.#definitions.find((it) => it.name?.value === name);
    if (!node) return undefined;
    // Remembered by what the document has, never by a name that was asked for.
    let operation = this.#operations.get(node);
    if (!operation) this.#operations.set(node, (operation = this.#prepare(node)));
    return operation;
  }

  #prepare(operation: OperationDefinitionNode): PreparedOperation {
    const [schema, document, allowance] = [this.#schema, this.#document, this.#allowance];
    const definitions = document.definitions.filter((it) => it.kind === Kind.FRAGMENT_DEFINITION);
    const fragments = Object.fromEntries(
      definitions.map((it): [string, FragmentDefinitionNode] => [it.name.value, it]),
    );
    const names = switchesOf(document);
    const compilations = new Map<string, CompiledOperation | undefined>();
    const owner = { forget: () => compilations.clear() };
    // What is compiled holds its document, also when that was forgotten elsewhere.
    allowance.spend(owner, this.bytes);
    return {
      name: operation.name?.value,
      measure: measureOperation(schema, document, operation),
      readVariables: variableReader(schema, operation),
      compiled(variables) {
        if (names.length > MOST_SWITCHES) return undefined;
        const key = names.map((name) => (variables[name] === true ? '1' : '0')).join('');
        if (compilations.has(key)) return compilations.get(key);
        const switches = Object.fromEntries(names.map((name) => [name, variables[name]]));
        const compiled = compileOperation({ schema, operation, fragments, allowance, owner, switches });
        compilations.set(key, compiled);
        return compiled;
      },
    };
  }
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

/** What a parsed document takes in memory, about. */
export const documentBytes = (document: DocumentNode): number => TOKEN_BYTES * tokensOf(document);

/** How many tokens a document was parsed from; of one without places, how many nodes it has. */
function tokensOf(document: DocumentNode): number {
  let count = 0;
  if (document.loc) for (let token = document.loc.startToken.next; token; token = token.next) count++;
  else visit(document, { enter: () => void count++ });
  return count;
}
