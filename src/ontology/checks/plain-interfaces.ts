/**
 * Interfaces are plain: a name for several node types with properties all of them have, and no relationships.
 */
import { emptyType, interfaceWithoutTypes, interfaceWithRelation, outsideDialect } from '../problems.ts';
import { isNodeType, leadsToType, placeOf } from '../sdl.ts';
import type { SdlCheck } from './sdl-check.ts';

export const plainInterfaces: SdlCheck = function* (sdl) {
  const nodeTypes = [...sdl.objects.values()].filter(isNodeType);
  const implemented = new Set(nodeTypes.flatMap((type) => type.interfaces.map((it) => it.name.value)));
  for (const [name, type] of sdl.interfaces) {
    const at = placeOf(sdl.file, type.name);
    if (!implemented.has(name)) yield interfaceWithoutTypes(at, name);
    if (type.fields.length === 0) yield emptyType(at, 'interface', name, 'fields');
    for (const parent of type.interfaces) {
      const remedy = `Let the node types implement both "${name}" and "${parent.name.value}".`;
      yield outsideDialect(placeOf(sdl.file, parent), 'An interface of an interface is', remedy);
    }
    for (const field of type.fields) {
      if (leadsToType(sdl, field)) {
        yield interfaceWithRelation(placeOf(sdl.file, field.name), `${name}.${field.name.value}`);
      }
    }
  }
};
