/**
 * The estimated cost of one field: rows × (cost of a row) + 1, and what its filter costs.
 *
 * Rows are the page asked for, or an assumed number where none is. A filter through relations looks at an assumed
 * number of rows at each of its hops, for each row it judges.
 */
import {
  type FieldNode,
  type GraphQLField,
  GraphQLList,
  getNamedType,
  getNullableType,
  isCompositeType,
  Kind,
  type ValueNode,
} from 'graphql';

/** What is known when the cost is counted. */
export interface Meter {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly defaults: ReadonlyMap<string, number | undefined>;
  /** Rows that a list without a page size is taken to have. */
  readonly assumedRows: number;
  /** How many fields may still be counted; below zero the operation is too large to count. */
  left: number;
}

export type Cost = (meter: Meter) => number;

/** Looking at a row in a filter costs a tenth of answering one. */
const LOOK = 0.1;
/** A whole schema is a large answer. */
const INTROSPECTION = 10_000;
const PAGE_ARGUMENTS: ReadonlySet<string> = new Set(['limit', 'first']);
const QUANTIFIERS: ReadonlySet<string> = new Set(['some', 'none', 'all', 'single', 'aggregate']);

export function fieldCost(node: FieldNode, field: GraphQLField<unknown, unknown> | undefined, row: Cost): Cost {
  if (node.name.value === '__schema') return () => INTROSPECTION;
  const page = pageSize(node, field);
  const filter = filterCost(node);
  return (meter) => {
    meter.left--;
    return 1 + filter(meter) + page(meter) * row(meter);
  };
}

/** How many times what is selected below the field is answered. */
function pageSize(node: FieldNode, field: GraphQLField<unknown, unknown> | undefined): Cost {
  const declared = field?.args.find((it) => PAGE_ARGUMENTS.has(it.name));
  if (!declared) {
    const isUnpaged = field !== undefined && isUnpagedList(field);
    return ({ assumedRows }) => (isUnpaged ? assumedRows : 1);
  }
  const given = node.arguments?.find((it) => it.name.value === declared.name)?.value;
  const otherwise = typeof declared.defaultValue === 'number' ? declared.defaultValue : undefined;
  return (meter) => Math.max(1, asked(given, meter) ?? otherwise ?? meter.assumedRows);
}

/** A list of objects of its own; the `edges` of a connection were counted with the connection. */
function isUnpagedList({ name, type }: GraphQLField<unknown, unknown>): boolean {
  return name !== 'edges' && getNullableType(type) instanceof GraphQLList && isCompositeType(getNamedType(type));
}

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
