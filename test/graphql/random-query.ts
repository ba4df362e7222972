/**
 * Random queries for any schema, by seed: nested selections with aliases, fragments, pages, sorts and filters, some with
 * values in variables, some with arguments that are refused.
 */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { seededRandom } from '../../src/base/seeded-random.ts';

export interface RandomQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

class Composer {
  readonly variables: Record<string, unknown> = {};
  readonly declared: string[] = [];
  readonly #schema: GraphQLSchema;
  readonly #random: () => number;
  #aliases = 0;

  constructor(schema: GraphQLSchema, seed: number) {
    this.#schema = schema;
    this.#random = seededRandom(seed);
  }

  chance(probability: number): boolean {
    return this.#random() < probability;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.#random() * from.length)] as T;
  }

  selection(type: GraphQLNamedType, depth: number): string {
    const parts = ['__typename'];
    if (isObjectType(type) || isInterfaceType(type)) {
      const fields = Object.values(type.getFields()).filter((it) => depth > 0 || isLeaf(it));
      for (let i = 0; i < 4 && fields.length > 0; i++) parts.push(this.field(this.pick(fields), depth));
    }
    if (isAbstractType(type)) {
      const inner = this.pick(this.#schema.getPossibleTypes(type));
      if (inner) parts.push(`... on ${inner.name} { ${this.selection(inner, depth - 1)} }`);
    }
    if (this.chance(0.1)) parts.push(`... @include(if: ${this.switch()}) { __typename }`);
    return parts.join(' ');
  }

  field(field: GraphQLField<unknown, unknown>, depth: number): string {
    // Without an alias, one name with two sets of arguments would not be valid.
    const alias = field.args.length > 0 || this.chance(0.2) ? `a${this.#aliases++}: ` : '';
    const inner = isLeaf(field) ? '' : ` { ${this.selection(getNamedType(field.type), depth - 1)} }`;
    const given = field.args.filter((it) => isNonNullType(it.type) || this.chance(0.3));
    const written = given.map((it) => `${it.name}: ${this.argument(it)}`);
    return `${alias}${field.name}${written.length > 0 ? `(${written.join(', ')})` : ''}${inner}`;
  }

  argument({ name, type }: GraphQLArgument): string {
    if (['limit', 'first', 'offset'].includes(name)) {
      const size = this.chance(0.03) ? 0 : 1 + Math.floor(this.#random() * 4);
      return this.chance(0.5) ? String(size) : this.variable('Int', size);
    }
    if (name === 'after') return this.chance(0.1) ? '"nonsense"' : '"YXJyYXljb25uZWN0aW9uOjA="';
    return this.value(type, 3);
  }

  switch(): string {
    const known = this.declared.filter((it) => it.endsWith('Boolean!'));
    // Every switch doubles the compilations: few queries have more than two.
    if (known.length > 1) return this.pick(known).replace(/:.*/, '');
    return this.variable('Boolean!', this.chance(0.5));
  }

  variable(type: string, value: unknown): string {
    const name = `v${this.declared.length}`;
    this.declared.push(`$${name}: ${type}`);
    this.variables[name] = value;
    return `$${name}`;
  }

  value(type: GraphQLInputType, depth: number): string {
    if (isNonNullType(type)) return this.value(type.ofType, depth);
    if (isListType(type)) return `[${this.value(type.ofType, depth)}]`;
    if (isEnumType(type)) return this.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const leaves = fields.filter(
        (it) => !isInputObjectType(inputOf(it.type)) || /(Scalar|List|Enum)\w*Filters$/.test(inputOf(it.type).name),
      );
      const field = this.pick(depth > 0 || leaves.length === 0 ? fields : leaves);
      // A filter of texts may hold one more.
      return depth < -3 && !/ScalarFilters$/.test(type.name)
        ? '{}'
        : `{ ${field.name}: ${this.value(field.type, depth - 1)} }`;
    }
    return this.scalar(type.name);
  }

  scalar(name: string): string {
    if (name === 'Int' || name === 'BigInt') return String(Math.floor(this.#random() * 9));
    if (name === 'Float') return '0.5';
    if (name === 'Boolean') return String(this.chance(0.5));
    if (name === 'Date') return '"2024-02-29"';
    if (name === 'DateTime') return '"2024-01-02T03:04:05Z"';
    if (name === 'LocalDateTime') return '"2024-01-02T03:04:05"';
    if (name === 'Time') return '"03:04:05Z"';
    if (name === 'LocalTime') return '"03:04:05.0"';
    if (name === 'Duration') return '"PT90M"';
    if (name === 'PartialDate') return '"2024"';
    return this.pick(['"x1"', '"plain"', '"a"', '""', '"State:0"']);
  }
}

const inputOf = (type: GraphQLInputType): GraphQLNamedType => getNamedType(type);

const isLeaf = (field: GraphQLField<unknown, unknown>): boolean => {
  const type = getNamedType(field.type);
  return !isCompositeType(type);
};

/** A query of the generated fields of a schema; own root fields ask for ids and are tested apart. */
export function randomQuery(schema: GraphQLSchema, seed: number, own: ReadonlySet<string>): RandomQuery {
  const composer = new Composer(schema, seed);
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter((it) => !own.has(it.name));
  const fields = Array.from({ length: 2 }, () => composer.field(composer.pick(roots), 4));
  const declared = composer.declared.length > 0 ? `(${composer.declared.join(', ')})` : '';
  return { query: `query Random${declared} { ${fields.join(' ')} }`, variables: composer.variables };
}
