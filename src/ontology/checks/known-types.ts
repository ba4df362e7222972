/**
 * Every type that a field, an `implements` or a relationship names exists.
 */
import { isTypeDefinitionNode, type NamedTypeNode } from 'graphql';
import type { Problem } from '../../base/problem.ts';
import { builtInScalars, declaredScalar, refusedScalars } from '../dialect.ts';
import { notAnInterface, outsideDialect, undeclaredScalar, unknownEdgeProperties, unknownType } from '../problems.ts';
import { findArgument, findDirective, innerName, isEdgePropertyType, placeOf, type Sdl } from '../sdl.ts';
import type { SdlCheck } from './sdl-check.ts';

export const knownTypes: SdlCheck = function* (sdl) {
  const known = new Set<string>([
    ...builtInScalars,
    // Unions and inputs too: that they are not served is told where they are declared.
    ...sdl.definitions.filter(isTypeDefinitionNode).map((it) => it.name.value),
  ]);
  const edgeProperties = new Set([...sdl.objects].filter(([, type]) => isEdgePropertyType(type)).map(([name]) => name));
  for (const type of [...sdl.objects.values(), ...sdl.interfaces.values()]) {
    for (const it of type.interfaces) {
      const name = it.name.value;
      if (!sdl.interfaces.has(name)) yield notAnInterface(placeOf(sdl.file, it), name, sdl.interfaces.keys());
    }
    for (const field of type.fields) {
      yield* namedType(sdl, innerName(field.type), known);
      const relationship = findDirective(field, 'relationship');
      const properties = findArgument(relationship, 'properties');
      if (relationship && properties !== undefined && !edgeProperties.has(properties)) {
        const argument = relationship.arguments?.find((it) => it.name.value === 'properties');
        yield unknownEdgeProperties(placeOf(sdl.file, argument?.value ?? relationship), properties, edgeProperties);
      }
    }
  }
};

function* namedType(sdl: Sdl, type: NamedTypeNode, known: ReadonlySet<string>): Generator<Problem> {
  const name = type.name.value;
  if (known.has(name)) return;
  const at = placeOf(sdl.file, type);
  const remedy = refusedScalars.get(name);
  if (name === declaredScalar) yield undeclaredScalar(at, name);
  else if (remedy !== undefined) yield outsideDialect(at, `The type "${name}" is`, remedy);
  else yield unknownType(at, name, known);
}
