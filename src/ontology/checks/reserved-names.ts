/**
 * Names that GraphQL, the library or the API needs for itself.
 */
import type { Problem } from '../../base/problem.ts';
import { reservedName } from '../problems.ts';
import { isEdgePropertyType, placeOf, type Sdl, type SdlType } from '../sdl.ts';
import type { SdlCheck } from './sdl-check.ts';

/** Names of types, each with who needs it. The library refuses the first three itself. */
const reservedTypes: readonly (readonly [RegExp, string])[] = [
  [/^Node$/, 'Relay needs it'],
  [/^PageInfo$/, 'the API has a type of that name'],
  [/Connection$/, 'the API ends the types of its pages so'],
  [/^__/, 'GraphQL keeps two leading underscores for itself'],
  [/^(Count|SortDirection|ConnectionAggregationCountFilterInput)$/, 'the API has a type of that name'],
  [/(Scalar|List)Filters$/, 'the API ends its filters so'],
  [/AggregateSelection$/, 'the API ends its aggregates so'],
];

/** Fields that the filters of every type have beside its own. */
const filterWords: readonly string[] = ['AND', 'OR', 'NOT', 'typename'];
/** Fields that stand beside the properties of an edge in a page; the library refuses them too. */
const pageWords: readonly string[] = ['node', 'cursor'];

export const reservedNames: SdlCheck = function* (sdl) {
  for (const type of [...sdl.objects.values(), ...sdl.interfaces.values(), ...sdl.enums.values()]) {
    const name = type.name.value;
    const why = reservedTypes.find(([pattern]) => pattern.test(name))?.[1];
    if (why !== undefined) yield reservedName(placeOf(sdl.file, type.name), 'type', name, why);
  }
  for (const type of [...sdl.objects.values(), ...sdl.interfaces.values()]) yield* fieldsOf(sdl, type);
  for (const { values } of sdl.enums.values()) {
    for (const { name } of values) {
      if (name.value.startsWith('__')) yield reservedName(placeOf(sdl.file, name), 'value', name.value, underscores);
    }
  }
};

const underscores = 'GraphQL keeps two leading underscores for itself';

function* fieldsOf(sdl: Sdl, type: SdlType): Generator<Problem> {
  const isEdge = isEdgePropertyType(type);
  for (const { name } of type.fields) {
    const at = placeOf(sdl.file, name);
    if (name.value.startsWith('__')) yield reservedName(at, 'field', name.value, underscores);
    else if (filterWords.includes(name.value))
      yield reservedName(at, 'field', name.value, 'filters have a field so named');
    else if (isEdge && pageWords.includes(name.value)) {
      yield reservedName(at, 'field', name.value, 'pages have a field so named');
    }
  }
}
