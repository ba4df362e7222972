/**
 * The ontology as TypeScript: an interface for each node type and for what edges carry, and `Schema`, which ties them.
 *
 * The text imports nothing, so that it can stand in any project: `openGraph<Schema>(…)` is all it takes to have edge
 * names, end types and properties completed and checked. `ontology/typed-ontology.ts` says how `Schema` is read.
 */
import type {
  EdgePropertyType,
  EnumType,
  InterfaceType,
  NodeType,
  Ontology,
  Property,
  ScalarName,
} from './ontology.ts';

/** The file of types. The same ontology always gives the same text. */
export function printTypes(ontology: Ontology): string {
  const taken = [ontology.nodeTypes, ontology.interfaces, ontology.edgePropertyTypes, ontology.enums];
  const schema = ['Schema', 'OntologySchema', 'TypedSchema'].find((it) => !taken.some((names) => names.has(it)));
  const blocks = [
    head,
    ...[...ontology.nodeTypes.values()].map(printNodeType),
    ...[...ontology.interfaces.values()].map(printInterface),
    ...[...ontology.edgePropertyTypes.values()].map(printEdgePropertyType),
    ...[...ontology.enums.values()].map(printEnum),
    printSchema(ontology, schema ?? 'Schema'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const head = `/**
 * The types of an ontology, printed from its SDL by \`diplograph types\`. Print it anew; do not edit it.
 */`;

/** Names that the objects of nodes and edges have before any property: a property so named is not seen in them. */
const ownNames: Readonly<Record<'node' | 'edge', ReadonlySet<string>>> = {
  node: new Set(['type']),
  edge: new Set(['type', 'from', 'to']),
};

function printNodeType({ name, description, properties }: NodeType): string {
  const lines = [`  readonly type: ${quote(name)};`, ...printProperties(properties, ownNames.node)];
  return `${printComment(description, '')}export interface ${typeName(name)} {\n${lines.join('\n')}\n}`;
}

function printEdgePropertyType({ name, description, properties }: EdgePropertyType): string {
  const lines = printProperties(properties, ownNames.edge);
  return `${printComment(description, '')}export interface ${typeName(name)} {\n${lines.join('\n')}\n}`;
}

function printInterface({ name, description, implementations }: InterfaceType): string {
  return `${printComment(description, '')}export type ${typeName(name)} = ${union(implementations.map(typeName))};`;
}

function printEnum({ name, description, values }: EnumType): string {
  const meanings = values.filter((it) => it.description !== '').map((it) => `- ${it.name}: ${it.description}`);
  const comment = [description, meanings.join('\n')].filter((it) => it !== '').join('\n\n');
  return `${printComment(comment, '')}export type ${typeName(name)} = ${union(values.map((it) => quote(it.name)))};`;
}

function printProperties(properties: ReadonlyMap<string, Property>, hidden: ReadonlySet<string>): string[] {
  return [...properties.values()]
    .filter((it) => !hidden.has(it.name))
    .map((it) => {
      const comment = printComment(it.description, '  ');
      // Ids are texts in programs, whatever the API shows.
      const type = it.name === 'id' ? 'string' : valueType(it);
      return `${comment}  readonly ${it.storedAs ?? it.name}${it.required ? '' : '?'}: ${type};`;
    });
}

function valueType({ kind, list }: Property): string {
  const inner = 'enum' in kind ? typeName(kind.enum.name) : typeOfScalar[kind.scalar];
  return list ? `readonly ${inner}[]` : inner;
}

const typeOfScalar: Readonly<Record<ScalarName, string>> = {
  ID: 'string',
  String: 'string',
  Int: 'number',
  Float: 'number',
  BigInt: 'bigint',
  Boolean: 'boolean',
  Date: 'string',
  DateTime: 'string',
  LocalDateTime: 'string',
  Time: 'string',
  LocalTime: 'string',
  Duration: 'string',
  Point: 'string',
  CartesianPoint: 'string',
  PartialDate: 'string',
  Custom: 'string',
};

function printSchema(ontology: Ontology, name: string): string {
  const lines = [
    ...block('nodes', [...ontology.nodeTypes.values()], (it) => [
      `node: ${typeName(it.name)}`,
      `times: ${printTimes(it.properties)}`,
      `out: ${printEnds(endsOf(ontology, it.name, 'from'))}`,
      `in: ${printEnds(endsOf(ontology, it.name, 'to'))}`,
    ]),
    ...list('interfaces', [...ontology.interfaces.values()], (it) => union(it.implementations.map(quote))),
    ...list('edges', [...ontology.edgeTypes.values()], ({ ends, symmetric, properties }) => {
      const from = new Set(ends.flatMap((it) => (symmetric ? [it.from, it.to] : [it.from])));
      const to = new Set(ends.flatMap((it) => (symmetric ? [it.to, it.from] : [it.to])));
      const names = [from, to].map((types) => union([...types].map(quote)));
      return `{ readonly from: ${names[0]}; readonly to: ${names[1]}; readonly carries: ${properties === undefined ? 'never' : quote(properties)} }`;
    }),
    ...block('carried', [...ontology.edgePropertyTypes.values()], (it) => [
      `properties: ${typeName(it.name)}`,
      `times: ${printTimes(it.properties)}`,
    ]),
  ];
  return `/** The whole ontology, for \`openGraph<${name}>\`. */\nexport interface ${name} {\n${lines.join('\n')}\n}`;
}

interface Named {
  readonly name: string;
}

function block<T extends Named>(name: string, items: readonly T[], members: (item: T) => readonly string[]): string[] {
  const inner = items.flatMap((item) => [
    `    readonly ${quote(item.name)}: {`,
    ...members(item).map((it) => `      readonly ${it};`),
    '    };',
  ]);
  return [`  readonly ${name}: {`, ...inner, '  };'];
}

function list<T extends Named>(name: string, items: readonly T[], value: (item: T) => string): string[] {
  const inner = items.map((item) => `    readonly ${quote(item.name)}: ${value(item)};`);
  return [`  readonly ${name}: {`, ...inner, '  };'];
}

/** The edge types that a node type is at one end of, each with the types at the other end. */
function endsOf({ edgeTypes }: Ontology, type: string, end: 'from' | 'to'): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (edgeType: string, other: string): void => {
    found.set(edgeType, (found.get(edgeType) ?? new Set()).add(other));
  };
  for (const { name, ends, symmetric } of edgeTypes.values()) {
    for (const { from, to } of ends) {
      if ((end === 'from' || symmetric) && from === type) add(name, to);
      if ((end === 'to' || symmetric) && to === type) add(name, from);
    }
  }
  return found;
}

function printEnds(ends: ReadonlyMap<string, ReadonlySet<string>>): string {
  const members = [...ends].map(([name, types]) => `readonly ${quote(name)}: ${union([...types].map(quote))}`);
  return members.length === 0 ? '{}' : `{\n        ${members.join(';\n        ')};\n      }`;
}

/** Texts that are times: what `<` means for them cannot be told from their TypeScript type. */
function printTimes(properties: ReadonlyMap<string, Property>): string {
  const times = [...properties.values()].flatMap(({ name, kind, list: isList }) => {
    const scalar = 'scalar' in kind && !isList ? kind.scalar : '';
    return ['Date', 'DateTime', 'PartialDate'].includes(scalar) ? [`readonly ${name}: ${quote(scalar)}`] : [];
  });
  return times.length === 0 ? '{}' : `{ ${times.join('; ')} }`;
}

const union = (members: readonly string[]): string => (members.length === 0 ? 'never' : members.join(' | '));

const quote = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;

/** Names that a TypeScript declaration cannot have. */
const reserved: ReadonlySet<string> = new Set(
  (
    'any as bigint boolean break case catch class const continue debugger default delete do else enum export extends false ' +
    'finally for function if implements import in instanceof interface let never new null number object package private ' +
    'protected public return static string super switch symbol this throw true try type typeof undefined unknown var void ' +
    'while with yield'
  ).split(' '),
);

const typeName = (name: string): string => (reserved.has(name) ? `${name}_` : name);

function printComment(text: string, indent: string): string {
  const lines = text.trim().replaceAll('*/', '*\\/').split(/\r?\n/);
  if (lines.length === 1) return lines[0] === '' ? '' : `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line.trim()}`.trimEnd()).join('\n')}\n${indent} */\n`;
}
