/**
 * Every object type says what it is: `@node` for what the graph knows, `@relationshipProperties` for what edges carry.
 */
import { rootTypes } from '../dialect.ts';
import { typeWithoutRole, typeWithTwoRoles } from '../problems.ts';
import { isEdgePropertyType, isNodeType, placeOf } from '../sdl.ts';
import type { SdlCheck } from './sdl-check.ts';

export const typeRoles: SdlCheck = function* (sdl) {
  for (const [name, type] of sdl.objects) {
    // Root types are refused by `known-definitions`.
    const at = placeOf(sdl.file, type.name);
    if (isNodeType(type) && isEdgePropertyType(type)) yield typeWithTwoRoles(at, name);
    else if (!isNodeType(type) && !isEdgePropertyType(type) && !rootTypes.has(name)) yield typeWithoutRole(at, name);
  }
};
