/**
 * What an operation asks for, measured before it runs: how deep, with how many aliases, at what cost.
 *
 * Depth and aliases are counted once for a document; cost depends on page sizes in variables and is counted for each
 * request. Fragments are measured once and counted wherever they are spread.
 */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { QueryLimits } from '../limits.ts';
import { type Cost, fieldCost, type Meter } from './field-cost.ts';

export interface Measure {
  readonly depth: number;
  readonly aliases: number;
  /** The estimated cost; Infinity when counting it would itself cost more than `maxCost`. */
  cost(variables: Readonly<Record<string, unknown>>, limits: QueryLimits): number;
}

interface Part {
  readonly depth: number;
  readonly aliases: number;
  readonly cost: Cost;
}

const NOTHING: Part = { depth: 0, aliases: 0, cost: () => 0 };

/** Measures an operation of a document that need not be valid: what is unknown counts as little. */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Measure {
  const part = new Measurer(schema, document).selection(operation.selectionSet, schema.getQueryType());
  const defaults = new Map(
    (operation.variableDefinitions ?? []).map((it) => [it.variable.name.value, numberOf(it.defaultValue)]),
  );
  return {
    depth: part.depth,
    aliases: part.aliases,
    cost(variables, { maxCost, assumedRows }) {
      const meter: Meter = { variables, defaults, assumedRows, left: maxCost };
      const cost = part.cost(meter);
      return meter.left < 0 ? Number.POSITIVE_INFINITY : cost;
    },
  };
}

const numberOf = (node: { kind: string; value?: unknown } | undefined): number | undefined =>
  node?.kind === Kind.INT ? Number(node.value) : undefined;

class Measurer {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #measured = new Map<string, Part>();

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#schema = schema;
    const fragments = document.definitions.filter((it) => it.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((it) => [it.name.value, it]));
  }

  selection(set: SelectionSetNode, type: GraphQLNamedType | undefined | null): Part {
    const parts = set.selections.map((it): Part => {
      if (it.kind === Kind.FIELD) return this.#field(it, type);
      if (it.kind === Kind.FRAGMENT_SPREAD) return this.#fragment(it.name.value);
      const on = it.typeCondition ? this.#schema.getType(it.typeCondition.name.value) : type;
      return this.selection(it.selectionSet, on);
    });
    const costs = parts.map((it) => it.cost);
    return {
      depth: parts.reduce((deepest, it) => Math.max(deepest, it.depth), 0),
      aliases: parts.reduce((sum, it) => sum + it.aliases, 0),
      cost: (meter) => {
        let sum = 0;
        // An operation may name more fields than anybody could count: once that is clear, counting ends.
        for (const cost of costs) if (meter.left >= 0) sum += cost(meter);
        return sum;
      },
    };
  }

  #fragment(name: string): Part {
    const known = this.#measured.get(name);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    if (!fragment) return NOTHING;
    // A fragment that spreads itself is reported by GraphQL's own rules; here it must only come to an end.
    this.#measured.set(name, NOTHING);
    const part = this.selection(fragment.selectionSet, this.#schema.getType(fragment.typeCondition.name.value));
    this.#measured.set(name, part);
    return part;
  }

  #field(node: FieldNode, parent: GraphQLNamedType | undefined | null): Part {
    const aliases = node.alias ? 1 : 0;
    const name = node.name.value;
    // How deep introspection may go is a rule of graphql-js.
    if (name.startsWith('__')) return { depth: 1, aliases, cost: fieldCost(node, undefined, NOTHING.cost) };
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const inner = node.selectionSet
      ? this.selection(node.selectionSet, definition && getNamedType(definition.type))
      : NOTHING;
    return {
      depth: 1 + inner.depth,
      aliases: aliases + inner.aliases,
      cost: fieldCost(node, definition, inner.cost),
    };
  }
}
