/**
 * Relationships are lists, `[T!]!`, of a node type or an interface.
 */
import { type FieldDefinitionNode, Kind, print } from 'graphql';
import type { Problem } from '../../base/problem.ts';
import { builtInScalars } from '../dialect.ts';
import { outsideDialect, relationListForm, relationTarget } from '../problems.ts';
import { findDirective, innerName, isEdgePropertyType, isNodeType, placeOf, type Sdl, type SdlType } from '../sdl.ts';
import type { SdlCheck } from './sdl-check.ts';

export const relationForms: SdlCheck = function* (sdl) {
  for (const type of sdl.objects.values()) {
    if (!isNodeType(type) && !isEdgePropertyType(type)) continue;
    for (const field of type.fields) if (findDirective(field, 'relationship')) yield* judge(sdl, type, field);
  }
};

function* judge(sdl: Sdl, type: SdlType, field: FieldDefinitionNode): Generator<Problem> {
  const name = `${type.name.value}.${field.name.value}`;
  const target = innerName(field.type).name.value;
  const written = print(field.type);
  const at = placeOf(sdl.file, field.type);
  const bare = field.type.kind === Kind.NON_NULL_TYPE ? field.type.type : field.type;
  if (isEdgePropertyType(type)) {
    yield outsideDialect(
      placeOf(sdl.file, field.name),
      `A relationship outside a node type ("${name}") is`,
      'Move it.',
    );
  } else if (!canBeReached(sdl, target)) {
    yield relationTarget(at, name, target);
  } else if (bare.kind === Kind.NAMED_TYPE) {
    yield outsideDialect(at, `A relationship to one ("${name}") is`, `Write a list: [${target}!]!.`);
  } else if (written !== `[${target}!]!`) {
    yield relationListForm(at, name, written, target);
  }
}

/** Scalars, enums and edge properties are no place to go. Unknown names are told by `known-types`. */
function canBeReached(sdl: Sdl, target: string): boolean {
  const type = sdl.objects.get(target);
  if (type) return !isEdgePropertyType(type);
  const isScalar = (builtInScalars as ReadonlySet<string>).has(target) || sdl.scalars.has(target);
  return !isScalar && !sdl.enums.has(target);
}
