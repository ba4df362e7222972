/**
 * No two types share a name, no two fields of a type, no two values of an enum.
 */

import { isTypeDefinitionNode, type NameNode } from 'graphql';
import type { Position, Problem } from '../../base/problem.ts';
import { duplicateName } from '../problems.ts';
import { placeOf, type Sdl } from '../sdl.ts';
import type { SdlCheck } from './sdl-check.ts';

export const uniqueNames: SdlCheck = function* (sdl) {
  const types = sdl.definitions.filter(isTypeDefinitionNode).map((it) => it.name);
  yield* repeated(sdl, types, (at, name) => duplicateName(at, 'type', name, ''));
  for (const type of [...sdl.objects.values(), ...sdl.interfaces.values()]) {
    const fields = type.fields.map((it) => it.name);
    yield* repeated(sdl, fields, (at, name) => duplicateName(at, 'field', name, ` in "${type.name.value}"`));
  }
  for (const type of sdl.enums.values()) {
    const values = type.values.map((it) => it.name);
    yield* repeated(sdl, values, (at, name) => duplicateName(at, 'value', name, ` in "${type.name.value}"`));
  }
};

function* repeated(
  sdl: Sdl,
  names: readonly NameNode[],
  tell: (at: Position, name: string) => Problem,
): Generator<Problem> {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.value)) yield tell(placeOf(sdl.file, name), name.value);
    seen.add(name.value);
  }
}
