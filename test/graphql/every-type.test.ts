/**
 * Every type of every SDL is asked: all its fields and those of what is related, each of its filters and sorts, numbers about
 * it, a page and the next. All is answered, and compiled, or refused with a code that the documentation explains.
 */
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../src/graphql/limits/query-limits.ts';
import { QueryEngine } from '../../src/graphql/query-engine.ts';
import { ownRootFields } from './own-names.ts';
import { randomView } from './random-facts.ts';
import { ontologyOf, sdlNames, sdlText } from './sdl-files.ts';

const limits = { ...defaultLimits, maxCost: 1e9, maxRows: 1e6, maxDepth: 40, maxAliases: 1000 };

describe.each(sdlNames.filter((it) => it !== 'shipped'))('of the SDL "%s"', (name) => {
  const view = randomView(ontologyOf(sdlText(name)), 11);
  const engine = new QueryEngine(view.graph, { answerBytes: 0, limits });
  const { schema } = engine;
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter((it) => !ownRootFields.has(it.name));

  test.each(roots.map((it) => [it.name, it] as const))('%s is asked for everything', (_, root) => {
    const wrong = questionsOf(root).flatMap((query) => {
      const answer = engine.ask({ view }, query);
      if ('json' in answer) return answer.executor === 'compiled' ? [] : [`not compiled: ${query}`];
      return answer.errors.every((it) => refusals.test(String(it.extensions.code)) || overflow.test(it.message))
        ? []
        : [`${query}: ${answer.errors}`];
    });
    expect(wrong).toEqual([]);
  });

  function questionsOf({ name: root, type, args }: GraphQLField<unknown, unknown>): string[] {
    const ask = (given: string): string =>
      `{ ${root}${given} { ${root.endsWith('Connection') ? 'totalCount edges { cursor }' : '__typename'} } }`;
    const where = args.find((it) => it.name === 'where');
    const sort = args.find((it) => it.name === 'sort');
    return [
      `{ ${root} { ${selection(getNamedType(type), 2)} } }`,
      ...(where ? valuesOf(where.type, 2).map((it) => ask(`(where: ${it})`)) : []),
      ...(sort ? valuesOf(sort.type, 2).map((it) => ask(`(sort: ${it})`)) : []),
      ...(args.some((it) => it.name === 'after')
        ? [ask('(first: 1)'), ask('(first: 2, after: "YXJyYXljb25uZWN0aW9uOjA=")')]
        : []),
    ];
  }

  /** All fields, and of what is related, as deep as it is asked for. */
  function selection(type: GraphQLNamedType, depth: number): string {
    const parts = ['__typename'];
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        const inner = getNamedType(field.type);
        if (isLeafType(inner)) parts.push(field.name);
        // Pages are the inside of what was asked for; the way to other nodes is what ends.
        else if (/^(edges|node|properties|pageInfo|aggregate|count|min|max)$/.test(field.name) || depth > 0) {
          parts.push(`${field.name} { ${selection(inner, field.name === 'edges' ? depth : depth - 1)} }`);
        }
      }
    }
    if (isAbstractType(type)) {
      for (const it of schema.getPossibleTypes(type)) {
        const fields = Object.values(it.getFields()).filter((field) => isLeafType(getNamedType(field.type)));
        parts.push(...fields.map((field) => `... on ${it.name} { ${it.name}_${field.name}: ${field.name} }`));
      }
    }
    return parts.join(' ');
  }
});

/** Refusals that these questions, made of the schema alone, may meet. */
const refusals = /^(EMPTY_FILTER|INTERFACE_FILTER|AGGREGATE_FILTER|NULL_FILTER|BAD_EXPRESSION|BAD_DATE|NO_PROPERTIES)$/;
/** As with the library, a sum may not fit into 32 bits. */
const overflow = /32-bit signed integer/;

/** Values of an input type: one for each of its fields and of theirs, `depth` inputs deep; further in, for one of each. */
function valuesOf(type: GraphQLInputType, depth: number): string[] {
  if (isNonNullType(type)) return valuesOf(type.ofType, depth);
  if (isListType(type)) return valuesOf(type.ofType, depth).map((it) => `[${it}]`);
  if (isEnumType(type)) return [type.getValues()[0]?.name ?? ''];
  if (!isInputObjectType(type)) return [sampleOf(type.name)];
  if (depth < -6) return [];
  const fields = Object.values(type.getFields());
  const others = fields.filter((it) => !/^(AND|OR|NOT)$/.test(it.name));
  const required = fields.filter((it) => isNonNullType(it.type));
  const plain = others.find((it) => !isInputObjectType(getNamedType(it.type)) || /Scalar|List/.test(String(it.type)));
  return (depth > 0 ? fields : [plain ?? others[0]!]).flatMap((field) => {
    const beside = required.filter((it) => it !== field).map((it) => `, ${it.name}: ${valuesOf(it.type, 0)[0]}`);
    return valuesOf(field.type, depth - 1).map((it) => `{ ${field.name}: ${it}${beside.join('')} }`);
  });
}

function sampleOf(scalar: string): string {
  const texts: Readonly<Record<string, string>> = {
    Date: '2024-02-29',
    DateTime: '2024-01-02T03:04:05Z',
    LocalDateTime: '2024-01-02T03:04:05',
    Time: '03:04:05Z',
    LocalTime: '03:04:05',
    Duration: 'PT90M',
    PartialDate: '2024',
  };
  if (scalar === 'Int' || scalar === 'BigInt') return '3';
  if (scalar === 'Float') return '0.5';
  return scalar === 'Boolean' ? 'true' : JSON.stringify(texts[scalar] ?? 'a');
}
