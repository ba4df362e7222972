/**
 * The text declares object types, interfaces, enums and `scalar PartialDate`; whatever else GraphQL knows is refused.
 */
import { type DefinitionNode, Kind } from 'graphql';
import type { Position, Problem } from '../../base/problem.ts';
import { builtInScalars, declaredScalar, refusedScalars, rootTypes, servedDirectives } from '../dialect.ts';
import { emptyType, knownAlready, noNodeTypes, outsideDialect, unknownType } from '../problems.ts';
import { isNodeType, placeOf, type Sdl } from '../sdl.ts';
import type { SdlCheck } from './sdl-check.ts';

export const knownDefinitions: SdlCheck = function* (sdl) {
  for (const definition of sdl.definitions) yield* judge(sdl, definition);
  for (const { name, values } of sdl.enums.values()) {
    if (values.length === 0) yield emptyType(placeOf(sdl.file, name), 'enum', name.value, 'values');
  }
  if (![...sdl.objects.values()].some(isNodeType)) yield noNodeTypes(sdl.file.positionAt(0));
};

function* judge(sdl: Sdl, definition: DefinitionNode): Generator<Problem> {
  const at = placeOf(sdl.file, 'name' in definition && definition.name ? definition.name : definition);
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
      if (rootTypes.has(definition.name.value)) {
        yield outsideDialect(at, `Own fields of "${definition.name.value}" are`, 'Remove the type: the API makes it.');
      } else if (definition.kind === Kind.OBJECT_TYPE_EXTENSION) {
        yield* extensionOf(at, definition.name.value, sdl.objects);
      }
      break;
    case Kind.INTERFACE_TYPE_EXTENSION:
      yield* extensionOf(at, definition.name.value, sdl.interfaces);
      break;
    case Kind.ENUM_TYPE_EXTENSION:
      yield* extensionOf(at, definition.name.value, sdl.enums);
      break;
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_DEFINITION:
      break;
    case Kind.SCALAR_TYPE_DEFINITION:
      yield* judgeScalar(at, definition.name.value);
      break;
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.UNION_TYPE_EXTENSION:
      yield outsideDialect(at, 'Unions are', 'Declare an interface, and let the types implement it.');
      break;
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      yield outsideDialect(at, 'Input types are', 'Remove it: the API makes its own inputs.');
      break;
    case Kind.DIRECTIVE_DEFINITION:
      yield servedDirectives.has(definition.name.value)
        ? knownAlready(at, 'directive', `@${definition.name.value}`)
        : outsideDialect(at, 'Own directives are', 'Remove the definition.');
      break;
    case Kind.SCHEMA_DEFINITION:
    case Kind.SCHEMA_EXTENSION:
      if (definition.kind === Kind.SCHEMA_DEFINITION || definition.operationTypes?.length) {
        yield outsideDialect(at, 'A schema definition is', 'Remove it: the API makes the root types.');
      }
      break;
    default:
      yield outsideDialect(at, 'Operations, fragments and extended scalars are', 'Keep only type definitions here.');
  }
}

function* extensionOf(at: Position, name: string, known: ReadonlyMap<string, unknown>): Generator<Problem> {
  if (!known.has(name)) yield unknownType(at, name, known.keys());
}

function* judgeScalar(at: Position, name: string): Generator<Problem> {
  if (name === declaredScalar) return;
  if ((builtInScalars as ReadonlySet<string>).has(name) || refusedScalars.has(name)) {
    yield knownAlready(at, 'scalar', name);
  } else {
    yield outsideDialect(
      at,
      `The scalar "${name}" is`,
      `Use one of ${[...builtInScalars, declaredScalar].join(', ')}.`,
    );
  }
}
