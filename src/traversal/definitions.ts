/**
 * What a property is, by the types that have it: a name may mean a text here and a date there.
 */
import type { Property } from '../ontology/ontology.ts';

/** A type that has properties, of nodes or of what edges carry. */
export interface Owner {
  readonly name: string;
  readonly properties: ReadonlyMap<string, Property>;
}

/** The property of each type that has one of that name. */
export function definitionsOf(owners: Iterable<Owner>, name: string): Map<string, Property> {
  const found = new Map<string, Property>();
  for (const owner of owners) {
    const property = owner.properties.get(name);
    if (property) found.set(owner.name, property);
  }
  return found;
}
