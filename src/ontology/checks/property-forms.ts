/**
 * Properties are scalars, enums, or flat lists of them; what leads to another type is a relationship and says so.
 */
import { type FieldDefinitionNode, Kind, print } from 'graphql';
import type { Problem } from '../../base/problem.ts';
import { emptyType, missingRelationship, notAProperty, outsideDialect, propertyListForm } from '../problems.ts';
import {
  findDirective,
  innerName,
  isEdgePropertyType,
  isNodeType,
  leadsToType,
  placeOf,
  type Sdl,
  type SdlType,
} from '../sdl.ts';
import type { SdlCheck } from './sdl-check.ts';

export const propertyForms: SdlCheck = function* (sdl) {
  for (const type of sdl.objects.values()) {
    if (isEdgePropertyType(type) && type.fields.length === 0) {
      yield emptyType(placeOf(sdl.file, type.name), 'type', type.name.value, 'fields');
    }
    // Types without a role are told by `type-roles`; nothing can be said of their fields.
    if (isNodeType(type) || isEdgePropertyType(type)) yield* judge(sdl, type);
  }
  for (const type of sdl.interfaces.values()) yield* judge(sdl, type);
};

function* judge(sdl: Sdl, type: SdlType): Generator<Problem> {
  for (const field of type.fields) {
    const name = `${type.name.value}.${field.name.value}`;
    const target = innerName(field.type).name.value;
    yield* noArguments(sdl, name, field);
    if (!leadsToType(sdl, field)) {
      if (!isFlat(field)) yield propertyListForm(placeOf(sdl.file, field.type), name, print(field.type), target);
    } else if (!findDirective(field, 'relationship') && sdl.interfaces.get(type.name.value) !== type) {
      const at = placeOf(sdl.file, field.name);
      const leadsTo = sdl.objects.get(target);
      const canRelate = isNodeType(type) && !(leadsTo && isEdgePropertyType(leadsTo));
      yield canRelate ? missingRelationship(at, name, target) : notAProperty(at, name, target);
    }
  }
}

function* noArguments(sdl: Sdl, name: string, field: FieldDefinitionNode): Generator<Problem> {
  const [first] = field.arguments ?? [];
  if (first) yield outsideDialect(placeOf(sdl.file, first.name), `Own arguments ("${name}") are`, 'Remove them.');
}

/** T, T!, [T!] and [T!]!: what a property of a node or an edge can hold. */
function isFlat(field: FieldDefinitionNode): boolean {
  const bare = field.type.kind === Kind.NON_NULL_TYPE ? field.type.type : field.type;
  if (bare.kind === Kind.NAMED_TYPE) return true;
  return bare.type.kind === Kind.NON_NULL_TYPE && bare.type.type.kind === Kind.NAMED_TYPE;
}
