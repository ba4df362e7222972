/**
 * The plural of every type can be the name of a field: `@plural` may give any text.
 */
import { badPlural } from '../problems.ts';
import type { OntologyCheck } from './sdl-check.ts';

export const pluralNames: OntologyCheck = function* ({ nodeTypes, interfaces }) {
  for (const { name, plural, at } of [...nodeTypes.values(), ...interfaces.values()]) {
    if (!/^(?!__)[_A-Za-z][_0-9A-Za-z]*$/.test(plural)) yield badPlural(at, name, plural);
  }
};
