/**
 * What an operation asks for, measured before it runs: how deep, with how many aliases, at what cost.
 *
 * Depth and aliases are counted once for a document; cost depends on page sizes in variables and is counted for each
 * request. A field costs rows × (cost of a row) + 1, and what its filter costs. Rows are the page asked for, or an
 * assumed number where none is; a filter through relations looks at an assumed number of rows at each of its hops, for
 * each row it judges. Fragments are measured once and counted wherever they are spread.
 */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLField,
  GraphQLList,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** Those of the limits that cost depends on. */
interface CostLimits {
  readonly maxCost: number;
  readonly assumedRows: number;
}

export interface Measure {
  readonly depth: number;
  readonly aliases: number;
  /** The estimated cost; Infinity when counting it would itself cost more than `maxCost`. */
  cost(variables: Readonly<Record<string, unknown>>, limits: CostLimits): number;
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

  /** `isPage`: the object selected from is a page, and its rows were counted with it. */
  selection(set: SelectionSetNode, type: GraphQLNamedType | undefined | null, isPage = false): Part {
    const parts = set.selections.map((it): Part => {
      if (it.kind === Kind.FIELD) return this.#field(it, type, isPage);
      if (it.kind === Kind.FRAGMENT_SPREAD) return this.#fragment(it.name.value, isPage);
      const on = it.typeCondition ? this.#schema.getType(it.typeCondition.name.value) : type;
      return this.selection(it.selectionSet, on, isPage);
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

  #fragment(name: string, isPage: boolean): Part {
    const key = `${name} ${isPage}`;
    const known = this.#measured.get(key);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    if (!fragment) return NOTHING;
    // A fragment that spreads itself is reported by GraphQL's own rules; here it must only come to an end.
    this.#measured.set(key, NOTHING);
    const type = this.#schema.getType(fragment.typeCondition.name.value);
    const part = this.selection(fragment.selectionSet, type, isPage);
    this.#measured.set(key, part);
    return part;
  }

  #field(node: FieldNode, parent: GraphQLNamedType | undefined | null, isPage: boolean): Part {
    const aliases = node.alias ? 1 : 0;
    const name = node.name.value;
    // How deep introspection may go is a rule of graphql-js.
    if (name.startsWith('__')) return { depth: 1, aliases, cost: fieldCost(node, undefined, isPage, NOTHING.cost) };
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const inner = node.selectionSet
      ? this.selection(node.selectionSet, definition && getNamedType(definition.type), isPageOfRows(definition))
      : NOTHING;
    return {
      depth: 1 + inner.depth,
      aliases: aliases + inner.aliases,
      cost: fieldCost(node, definition, isPage, inner.cost),
    };
  }
}

/** What is known when the cost is counted. */
interface Meter {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly defaults: ReadonlyMap<string, number | undefined>;
  /** Rows that a list without a page size is taken to have. */
  readonly assumedRows: number;
  /** How many fields may still be counted; below zero the operation is too large to count. */
  left: number;
}

type Cost = (meter: Meter) => number;

/** Looking at a row in a filter costs a tenth of answering one. */
const LOOK = 0.1;
/** A whole schema is a large answer. */
const INTROSPECTION = 10_000;
const PAGE_ARGUMENTS: ReadonlySet<string> = new Set(['limit', 'first']);
const QUANTIFIERS: ReadonlySet<string> = new Set(['some', 'none', 'all', 'single', 'aggregate']);

function fieldCost(node: FieldNode, field: AnyField | undefined, isInPage: boolean, row: Cost): Cost {
  if (node.name.value === '__schema') return () => INTROSPECTION;
  const page = pageSize(node, field, isInPage);
  const filter = filterCost(node);
  return (meter) => {
    meter.left--;
    return 1 + filter(meter) + page(meter) * row(meter);
  };
}

/** How many times what is selected below the field is answered. */
function pageSize(node: FieldNode, field: AnyField | undefined, isInPage: boolean): Cost {
  const declared = pageArgument(field);
  if (!declared) {
    const isUnpaged = field !== undefined && !isInPage && isList(field) && isCompositeType(getNamedType(field.type));
    return ({ assumedRows }) => (isUnpaged ? assumedRows : 1);
  }
  const given = node.arguments?.find((it) => it.name.value === declared.name)?.value;
  const otherwise = typeof declared.defaultValue === 'number' ? declared.defaultValue : undefined;
  return (meter) => Math.max(1, asked(given, meter) ?? otherwise ?? meter.assumedRows);
}

type AnyField = GraphQLField<unknown, unknown>;

const pageArgument = (field: AnyField | undefined): GraphQLArgument | undefined =>
  field?.args.find((it) => PAGE_ARGUMENTS.has(it.name));

const isList = ({ type }: AnyField): boolean => getNullableType(type) instanceof GraphQLList;

/** An object with lists of at most as many rows as its field was asked for, such as a connection or a timeline. */
const isPageOfRows = (field: AnyField | undefined): boolean =>
  field !== undefined && pageArgument(field) !== undefined && !isList(field);

function asked(value: ValueNode | undefined, { variables, defaults }: Meter): number | undefined {
  if (value?.kind === Kind.INT) return Number(value.value);
  if (value?.kind !== Kind.VARIABLE) return undefined;
  const given = variables[value.name.value];
  // What is no number of rows is refused when variables are coerced.
  return Number.isInteger(given) && Math.abs(given as number) < 2 ** 31
    ? (given as number)
    : defaults.get(value.name.value);
}

function filterCost(node: FieldNode): Cost {
  const where = node.arguments?.find((it) => it.name.value === 'where')?.value;
  if (!where) return () => 0;
  return (meter) => {
    const value = where.kind === Kind.VARIABLE ? meter.variables[where.name.value] : where;
    return Math.ceil(LOOK * meter.assumedRows * hops(value, meter));
  };
}

/** The rows that a filter looks at for one row: literal or variable, `some: { some: … }` multiplies. */
function hops(value: unknown, meter: Meter): number {
  if (meter.left < 0 || typeof value !== 'object' || value === null) return 0;
  meter.left--;
  let sum = 0;
  for (const [name, inner] of entriesOf(value, meter)) {
    const below = hops(inner, meter);
    sum += name !== undefined && QUANTIFIERS.has(name) ? meter.assumedRows * (1 + below) : below;
  }
  return sum;
}

function entriesOf(value: object, { variables }: Meter): (readonly [string | undefined, unknown])[] {
  if (!isValueNode(value)) {
    return Array.isArray(value) ? value.map((it) => [undefined, it]) : Object.entries(value);
  }
  if (value.kind === Kind.OBJECT) return value.fields.map((it) => [it.name.value, it.value]);
  if (value.kind === Kind.LIST) return value.values.map((it) => [undefined, it]);
  return value.kind === Kind.VARIABLE ? [[undefined, variables[value.name.value]]] : [];
}

// Only nodes of a parsed document have a `kind` of GraphQL's; a filter has no field so named whose value is one of them.
const isValueNode = (value: object): value is ValueNode => 'kind' in value && kinds.has(value.kind);
const kinds: ReadonlySet<unknown> = new Set(Object.values(Kind));
