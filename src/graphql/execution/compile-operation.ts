/**
 * An operation compiled to functions that write its answer as JSON text.
 *
 * graphql-js walks the query again at every node and builds objects, which are then walked again to be printed. Here
 * the query is walked once: each field becomes a function from a value to text, and an answer is written in one pass.
 * What is unusual (an error to report, a null where none may be) is left to graphql-js: the function throws, and the
 * caller executes the operation the plain way. No code is generated, so a strict content policy holds.
 */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import type { GraphContext } from '../operation.ts';
import type { PlacedRow } from '../schema/connections.ts';
import type { Allowance, Forgetful } from './allowance.ts';
import { collectFields } from './collect-fields.ts';
import { argumentReader, NotCompiled, type Variables } from './input-readers.ts';
import { leafJson, TextCache, textJson } from './json-texts.ts';

/** What one execution knows: its variables, its context, and what is worked out once for it. */
class Frame {
  readonly context: GraphContext;
  readonly variables: Variables;
  readonly #arguments: Variables[] = [];
  readonly #infos: GraphQLResolveInfo[] = [];

  constructor(context: GraphContext, variables: Variables) {
    this.context = context;
    this.variables = variables;
  }

  /** The arguments of the field with that number, coerced at its first node. */
  arguments(field: number, coerce: (variables: Variables) => Variables): Variables {
    return (this.#arguments[field] ??= coerce(this.variables));
  }

  /** What resolvers learn of that field. */
  info(field: number, make: (variables: Variables) => GraphQLResolveInfo): GraphQLResolveInfo {
    return (this.#infos[field] ??= make(this.variables));
  }
}

/** By what a field's text is remembered: the node's number is the value itself, the edge's number a property of it. */
type OwnedBy = 'node' | 'edge';

/** Writes the JSON of a value. */
type Writer = (value: unknown, frame: Frame) => string;

/** A field, and whose property it is when it never changes. */
interface Piece {
  readonly ownedBy: OwnedBy | undefined;
  readonly write: Writer;
}

export interface OperationSource {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The values of variables in `@skip` and `@include`: another value is another compilation. */
  readonly switches: Variables;
  /** What compiling and keeping texts is charged to, and on whose account the compiled fields are. */
  readonly allowance: Allowance;
  readonly owner: Forgetful;
}

/** Writes the data of an answer; throws when the operation has to be executed the plain way. */
export type CompiledOperation = (context: GraphContext, variables: Variables) => string;

/** What the compiled form of a field takes, in bytes; measured. */
const FIELD_BYTES = 600;

/** Compiles a query that was validated. Introspection is not compiled: undefined. */
export function compileOperation(source: OperationSource): CompiledOperation | undefined {
  const query = source.schema.getQueryType();
  if (!query || source.operation.operation !== 'query') return undefined;
  const compiler = new Compiler(source);
  const write = compiler.object(query, [source.operation.selectionSet]);
  if (compiler.introspects) return undefined;
  return (context, variables) => write(undefined, new Frame(context, variables));
}

class Compiler {
  introspects = false;
  readonly #source: OperationSource;
  #fields = 0;

  constructor(source: OperationSource) {
    this.#source = source;
  }

  object(type: GraphQLObjectType, sets: readonly FieldNode['selectionSet'][]): Writer {
    const selected = sets.filter((it) => it !== undefined);
    const pieces: Piece[] = [];
    for (const [name, nodes] of collectFields(this.#source, type, selected)) {
      const key = `${pieces.length === 0 ? '{' : ','}${textJson(name)}:`;
      pieces.push(this.#field(type, nodes, key));
    }
    if (pieces.length === 0) return () => '{}';
    const writers = this.#joined(pieces);
    const [only] = writers as [Writer];
    if (writers.length === 1) return (value, frame) => `${only(value, frame)}}`;
    return (value, frame) => {
      let text = '';
      for (let i = 0; i < writers.length; i++) text += (writers[i] as Writer)(value, frame);
      return `${text}}`;
    };
  }

  /** The writers of pieces; neighbours that are properties of one node or edge are written once and remembered. */
  #joined(pieces: readonly Piece[]): Writer[] {
    const writers: Writer[] = [];
    let i = 0;
    while (i < pieces.length) {
      const { ownedBy, write } = pieces[i++] as Piece;
      const together = [write];
      while (ownedBy !== undefined && pieces[i]?.ownedBy === ownedBy) together.push((pieces[i++] as Piece).write);
      writers.push(ownedBy === undefined ? write : this.#remembered(ownedBy, together));
    }
    return writers;
  }

  #remembered(ownedBy: OwnedBy, writers: readonly Writer[]): Writer {
    const texts = new TextCache(this.#source.allowance);
    return (value, frame) => {
      const key = ownedBy === 'node' ? (value as number) : (value as PlacedRow).edge;
      const known = texts.get(key);
      if (known !== undefined) return known;
      // Joined, not added: a remembered text must not be a rope that is climbed for every answer.
      const text = writers.map((write) => write(value, frame)).join('');
      texts.set(key, text);
      return text;
    };
  }

  #field(parent: GraphQLObjectType, nodes: FieldNode[], key: string): Piece {
    this.#source.allowance.spend(this.#source.owner, FIELD_BYTES);
    const [node] = nodes as [FieldNode];
    const name = node.name.value;
    if (name === '__typename') {
      const text = `${key}"${parent.name}"`;
      return { ownedBy: undefined, write: () => text };
    }
    const field = parent.getFields()[name];
    if (!field) {
      this.introspects = true;
      return { ownedBy: undefined, write: () => '' };
    }
    const complete = this.#complete(field.type, nodes);
    const resolve = this.#resolver(parent, field, nodes);
    return {
      ownedBy: field.extensions.ownedBy as OwnedBy | undefined,
      write: (value, frame) => key + complete(resolve(value, frame), frame),
    };
  }

  #resolver(
    parent: GraphQLObjectType,
    field: GraphQLField<unknown, GraphContext>,
    fieldNodes: readonly FieldNode[],
  ): (value: unknown, frame: Frame) => unknown {
    const { resolve } = field;
    const { name: fieldName, type: returnType } = field;
    if (!resolve) return (value, frame) => readProperty(value, fieldName, frame);
    const given = this.#arguments(field, fieldNodes[0] as FieldNode);
    // A resolver that does not name its fourth parameter does not get the field.
    if (resolve.length < 4) {
      return (value, frame) => resolve(value, given(frame), frame.context, undefined as never);
    }
    const { schema, operation, fragments } = this.#source;
    const number = this.#fields++;
    const path = { prev: undefined, key: fieldName, typename: parent.name };
    const makeInfo = (variableValues: Variables): GraphQLResolveInfo => ({
      fieldName,
      fieldNodes,
      returnType,
      parentType: parent,
      path,
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues,
    });
    return (value, frame) => resolve(value, given(frame), frame.context, frame.info(number, makeInfo));
  }

  /** Arguments without variables are read now; others once in each execution. */
  #arguments(field: GraphQLField<unknown, GraphContext>, node: FieldNode): (frame: Frame) => Variables {
    if (field.args.length === 0) return () => NOTHING;
    const { isConstant, read } = argumentReader(field.args, node);
    const number = this.#fields++;
    if (!isConstant) return (frame) => frame.arguments(number, read);
    let given: Variables | undefined;
    return () => (given ??= read(NOTHING));
  }

  #complete(type: GraphQLOutputType, nodes: readonly FieldNode[]): Writer {
    if (isNonNullType(type)) {
      const inner = this.#value(type.ofType, nodes);
      return (value, frame) => {
        if (value == null) throw new NotCompiled();
        return inner(value, frame);
      };
    }
    const inner = this.#value(type, nodes);
    return (value, frame) => (value == null ? 'null' : inner(value, frame));
  }

  /** Writes a value that is not null. */
  #value(type: GraphQLOutputType, nodes: readonly FieldNode[]): Writer {
    if (isLeafType(type)) return leafJson(type);
    if (isListType(type)) return this.#list(type.ofType, nodes);
    const sets = nodes.map((it) => it.selectionSet);
    if (isObjectType(type)) return this.object(type, sets);
    return this.#abstract(type, sets);
  }

  #list(type: GraphQLOutputType, nodes: readonly FieldNode[]): Writer {
    const item = this.#complete(type, nodes);
    return (value, frame) => {
      if (!Array.isArray(value)) throw new NotCompiled();
      if (value.length === 0) return '[]';
      let text = `[${item(value[0], frame)}`;
      for (let i = 1; i < value.length; i++) text += `,${item(value[i], frame)}`;
      return `${text}]`;
    };
  }

  /** An interface: one writer for each type that is met, compiled when it is first met. */
  #abstract(type: GraphQLOutputType, sets: readonly FieldNode['selectionSet'][]): Writer {
    const writers = new Map<string, Writer>();
    return (value, frame) => {
      const name = 'resolveType' in type && type.resolveType?.(value, frame.context, undefined as never, type as never);
      if (typeof name !== 'string') throw new NotCompiled();
      let writer = writers.get(name);
      if (!writer) {
        const met = this.#source.schema.getType(name);
        if (!isObjectType(met)) throw new NotCompiled();
        writers.set(name, (writer = this.object(met, sets)));
      }
      return writer(value, frame);
    };
  }
}

const NOTHING: Variables = Object.freeze({});

/** What a field without a resolver is: a property of its value, called when it is a function. */
function readProperty(value: unknown, name: string, frame: Frame): unknown {
  const property = (value as Readonly<Record<string, unknown>>)[name];
  return typeof property === 'function' ? property.call(value, NOTHING, frame.context) : property;
}
