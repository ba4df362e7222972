/**
 * Checks of what an SDL declares: which definitions there are, what they are called, and what each is for.
 */

import { type DefinitionNode, isTypeDefinitionNode, Kind, type NameNode, print } from 'graphql';
import type { Position, Problem } from '../../base/problem.ts';
import { builtInScalars, ownDirectives, rootTypes, servedDirectives } from '../dialect.ts';
import { findArgument, findDirective } from '../directive-nodes.ts';
import * as problems from '../problems.ts';
import { isEdgePropertyType, isNodeType, placeOf, type Sdl, type SdlType } from '../sdl.ts';

export const definitionChecks: readonly ((sdl: Sdl) => Iterable<Problem>)[] = [
  knownDefinitions,
  uniqueNames,
  reservedNames,
  typeRoles,
  requiredId,
];

/**
 * The text declares types; operations and fragments have no place here.
 */
function* knownDefinitions(sdl: Sdl): Generator<Problem> {
  for (const definition of sdl.definitions) yield* judgeDefinition(sdl, definition);
  for (const { name, values } of sdl.enums.values()) {
    if (values.length === 0) yield problems.emptyType(placeOf(sdl.file, name), 'enum', name.value, 'values');
  }
  if (![...sdl.objects.values()].some(isNodeType)) yield problems.noNodeTypes(sdl.file.positionAt(0));
}

function* judgeDefinition(sdl: Sdl, definition: DefinitionNode): Generator<Problem> {
  const at = placeOf(sdl.file, 'name' in definition && definition.name ? definition.name : definition);
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
      if (definition.kind === Kind.OBJECT_TYPE_EXTENSION && !rootTypes.has(definition.name.value)) {
        yield* extensionOf(at, definition.name.value, sdl.objects);
      }
      break;
    case Kind.INTERFACE_TYPE_EXTENSION:
      yield* extensionOf(at, definition.name.value, sdl.interfaces);
      break;
    case Kind.ENUM_TYPE_EXTENSION:
      yield* extensionOf(at, definition.name.value, sdl.enums);
      break;
    case Kind.UNION_TYPE_EXTENSION:
      yield* extensionOf(at, definition.name.value, sdl.unions);
      break;
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.UNION_TYPE_DEFINITION:
      break;
    case Kind.SCALAR_TYPE_DEFINITION:
      yield* judgeScalar(at, definition.name.value);
      break;
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
    case Kind.SCHEMA_DEFINITION:
    case Kind.SCHEMA_EXTENSION:
      break;
    case Kind.DIRECTIVE_DEFINITION:
      if (servedDirectives.has(definition.name.value) && !ownDirectives.has(definition.name.value)) {
        yield problems.knownAlready(at, 'directive', `@${definition.name.value}`);
      }
      break;
    default:
      yield problems.outsideDialect(
        at,
        'Operations, fragments and extended scalars are',
        'Keep only type definitions here.',
      );
  }
}

function* extensionOf(at: Position, name: string, known: ReadonlyMap<string, unknown>): Generator<Problem> {
  if (!known.has(name)) yield problems.unknownTypeName(at, name, known.keys());
}

function* judgeScalar(at: Position, name: string): Generator<Problem> {
  if ((builtInScalars as ReadonlySet<string>).has(name)) {
    yield problems.knownAlready(at, 'scalar', name);
  }
}

/** No two types share a name, no two fields of a type, no two values of an enum. */
function* uniqueNames(sdl: Sdl): Generator<Problem> {
  const types = sdl.definitions.filter(isTypeDefinitionNode).map((it) => it.name);
  yield* repeated(sdl, types, (at, name) => problems.duplicateName(at, 'type', name, ''));
  for (const type of [...sdl.objects.values(), ...sdl.interfaces.values()]) {
    const fields = type.fields.map((it) => it.name);
    yield* repeated(sdl, fields, (at, name) => problems.duplicateName(at, 'field', name, ` in "${type.name.value}"`));
  }
  for (const type of sdl.enums.values()) {
    const values = type.values.map((it) => it.name);
    yield* repeated(sdl, values, (at, name) => problems.duplicateName(at, 'value', name, ` in "${type.name.value}"`));
  }
}

function* repeated(
  sdl: Sdl,
  names: readonly NameNode[],
  report: (at: Position, name: string) => Problem,
): Generator<Problem> {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.value)) yield report(placeOf(sdl.file, name), name.value);
    seen.add(name.value);
  }
}

/** Names of types, each with who needs it. The library refuses the first three itself. */
const reservedTypes: readonly (readonly [RegExp, string])[] = [
  [/^Node$/, 'Relay needs it'],
  [/^PageInfo$/, 'the API has a type of that name'],
  [/Connection$/, 'the API ends the types of its pages so'],
  [/^(Count|SortDirection|ConnectionAggregationCountFilterInput)$/, 'the API has a type of that name'],
  [/(Scalar|List)Filters$/, 'the API ends its filters so'],
  [/AggregateSelection$/, 'the API ends its aggregates so'],
];

/** Fields that the filters of every type have beside its own. */
const filterWords: readonly string[] = ['AND', 'OR', 'NOT', 'typename'];
/** Fields that stand beside the properties of an edge in a page; the library refuses them too. */
const pageWords: readonly string[] = ['node', 'cursor'];

/** Found in every object of JavaScript, although nobody put them there. */
const memberNames: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Why nothing at all can be called so; undefined for other names. */
function whyReserved(name: string): string | undefined {
  if (name.startsWith('__')) return 'GraphQL keeps two leading underscores for itself';
  return memberNames.has(name) ? 'every object of JavaScript has a member so named' : undefined;
}

/** Names that GraphQL, the library, the API or the language needs for itself. */
function* reservedNames(sdl: Sdl): Generator<Problem> {
  for (const type of [sdl.objects, sdl.interfaces, sdl.unions, sdl.enums].flatMap((it) => [...it.values()])) {
    const name = type.name.value;
    const why = reservedTypes.find(([pattern]) => pattern.test(name))?.[1] ?? whyReserved(name);
    if (why !== undefined) yield problems.reservedName(placeOf(sdl.file, type.name), 'type', name, why);
  }
  for (const type of [...sdl.objects.values(), ...sdl.interfaces.values()]) yield* reservedFields(sdl, type);
  for (const { values } of sdl.enums.values()) {
    for (const { name } of values) {
      const why = whyReserved(name.value);
      if (why !== undefined) yield problems.reservedName(placeOf(sdl.file, name), 'value', name.value, why);
    }
  }
}

/** Keys that entries of facts have for themselves: a property of that name stands under `properties:` in them. */
const nodeKeys: readonly string[] = ['type', 'extend', 'replaces', 'claims'];
const edgeKeys: readonly string[] = ['from', 'edge', 'to'];
const citingKeys: readonly string[] = ['source', 'locator'];

function* reservedFields(sdl: Sdl, type: SdlType): Generator<Problem> {
  const isEdge = isEdgePropertyType(type);
  const cites = type.fields.some((it) => it.name.value === 'sources');
  const keys = [...(isEdge ? edgeKeys : nodeKeys), ...(cites ? citingKeys : [])];
  for (const field of type.fields) {
    const name = field.name.value;
    if (keys.includes(name)) yield problems.nestedProperty(placeOf(sdl.file, field.name), name);
    const isFilter = filterWords.includes(name) ? 'filters have a field so named' : undefined;
    const isPage = isEdge && pageWords.includes(name) ? 'pages have a field so named' : undefined;
    const why = whyReserved(name) ?? isFilter ?? isPage;
    if (why !== undefined) yield problems.reservedName(placeOf(sdl.file, field.name), 'field', name, why);
    const relationship = findDirective(field, 'relationship');
    const edgeType = findArgument(relationship, 'type');
    const whyEdge = edgeType === undefined ? undefined : whyReserved(edgeType);
    if (relationship && edgeType !== undefined && whyEdge !== undefined) {
      yield problems.reservedName(placeOf(sdl.file, relationship), 'edge type', edgeType, whyEdge);
    }
  }
}

/**
 * Every object type says what it is: `@node` for what the graph knows, `@relationshipProperties` for what edges carry.
 */
function* typeRoles(sdl: Sdl): Generator<Problem> {
  for (const [name, type] of sdl.objects) {
    // Root types are refused by `knownDefinitions`.
    const at = placeOf(sdl.file, type.name);
    if (isNodeType(type) && isEdgePropertyType(type)) yield problems.typeWithTwoRoles(at, name);
    else if (!isNodeType(type) && !isEdgePropertyType(type) && !rootTypes.has(name))
      yield problems.typeWithoutRole(at, name);
  }
}

/** Ids are how dossiers, edges and clients name a node: a field called `id` is that text, and every node type should have it. */
function* requiredId(sdl: Sdl): Generator<Problem> {
  for (const [name, type] of sdl.objects) {
    if (!isNodeType(type)) continue;
    const id = type.fields.find((field) => field.name.value === 'id');
    if (!id) yield problems.missingId(placeOf(sdl.file, type.name), name);
    else if (!/^(ID|String|Int|BigInt)!?$/.test(print(id.type)) && !sdl.scalars.has(print(id.type).replace('!', ''))) {
      yield problems.wrongId(placeOf(sdl.file, id.type), `${name}.id`, print(id.type));
    }
    if (type.fields.length === 0) yield problems.emptyType(placeOf(sdl.file, type.name), 'type', name, 'fields');
  }
}
