/**
 * What a check is: a rule about the text, or about the ontology once the text is in order.
 *
 * Two kinds, because a misspelt type would otherwise be told again as a relation without an end.
 */
import type { Problem } from '../../base/problem.ts';
import type { Ontology } from '../ontology.ts';
import type { Sdl } from '../sdl.ts';

export type SdlCheck = (sdl: Sdl) => Iterable<Problem>;
export type OntologyCheck = (ontology: Ontology) => Iterable<Problem>;
