/**
 * What one execution of a compiled operation knows: its variables, its context, and what is worked out once for it.
 */
import type { GraphQLResolveInfo } from 'graphql';
import type { GraphContext } from '../operation.ts';

export type Variables = Readonly<Record<string, unknown>>;

export class Frame {
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

  /** What resolvers are told of that field. */
  info(field: number, make: (variables: Variables) => GraphQLResolveInfo): GraphQLResolveInfo {
    return (this.#infos[field] ??= make(this.variables));
  }
}

/** Thrown where the plain executor must take over: an error to report, a null where none may be. */
export class NotCompiled extends Error {}
