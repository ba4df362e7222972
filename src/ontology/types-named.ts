/**
 * Node types by the names that people give them: their own, and those of interfaces.
 */
import { concreteTypes, type Ontology } from './ontology.ts';
import { noSuchType } from './problems.ts';

/** The node types that the names stand for. Throws `unknown-type`, with a near name where there is one. */
export function typesNamed(ontology: Ontology, names: readonly string[]): Set<string> {
  return new Set(
    names.flatMap((name) => {
      if (!ontology.nodeTypes.has(name) && !ontology.interfaces.has(name)) throw noSuchType(ontology, name);
      return concreteTypes(ontology, name);
    }),
  );
}
