/**
 * The type of a property as SDL writes it: `String`, `[ID!]!`, `Rank!`.
 */
import type { Property } from './ontology.ts';

export function propertyType({ kind, list, required }: Property): string {
  const inner = 'enum' in kind ? kind.enum.name : kind.scalar;
  return (list ? `[${inner}!]` : inner) + (required ? '!' : '');
}
