/**
 * A node type that implements an interface has the interface's fields, of the same types; it may require more.
 */
import { type FieldDefinitionNode, Kind, type NamedTypeNode, print, type TypeNode } from 'graphql';
import type { Problem } from '../../base/problem.ts';
import { fieldDiffers, missingField } from '../problems.ts';
import { leadsToType, placeOf, type Sdl, type SdlType } from '../sdl.ts';
import type { SdlCheck } from './sdl-check.ts';

export const implementedInterfaces: SdlCheck = function* (sdl) {
  for (const type of sdl.objects.values()) {
    for (const reference of type.interfaces) {
      for (const field of sdl.interfaces.get(reference.name.value)?.fields ?? []) {
        if (!leadsToType(sdl, field)) yield* judge(sdl, type, reference, field);
      }
    }
  }
};

function* judge(sdl: Sdl, type: SdlType, reference: NamedTypeNode, expected: FieldDefinitionNode): Generator<Problem> {
  const typeName = type.name.value;
  const owner = reference.name.value;
  const found = type.fields.find((field) => field.name.value === expected.name.value);
  if (!found) {
    const fields = type.fields.map((field) => field.name.value);
    yield missingField(placeOf(sdl.file, reference), typeName, expected.name.value, owner, fields);
  } else if (!isAtLeast(found.type, expected.type)) {
    const name = `${typeName}.${found.name.value}`;
    yield fieldDiffers(placeOf(sdl.file, found.type), name, print(found.type), owner, print(expected.type));
  }
}

/** The same type, or the same made required: whoever reads the interface still gets what it promises. */
const isAtLeast = (found: TypeNode, expected: TypeNode): boolean =>
  print(found) === print(expected) || (found.kind === Kind.NON_NULL_TYPE && print(found.type) === print(expected));
