/**
 * Every node type has `id: ID!`: ids are how dossiers, edges and clients name a node.
 */
import { print } from 'graphql';
import { missingId, wrongId } from '../problems.ts';
import { isNodeType, placeOf } from '../sdl.ts';
import type { SdlCheck } from './sdl-check.ts';

export const requiredId: SdlCheck = function* (sdl) {
  for (const [name, type] of sdl.objects) {
    if (!isNodeType(type)) continue;
    const id = type.fields.find((field) => field.name.value === 'id');
    if (!id) yield missingId(placeOf(sdl.file, type.name), name);
    else if (print(id.type) !== 'ID!') yield wrongId(placeOf(sdl.file, id.type), `${name}.id`, print(id.type));
  }
};
