/**
 * The names of the operations of a document, for those who ask or show them one by one.
 */
import { Kind, parse } from 'graphql';

/** Names in the order of the document; none where it cannot be parsed, which whoever is asked to answer it tells. */
export function operationNames(query: string): readonly string[] {
  try {
    const operations = parse(query).definitions.filter((it) => it.kind === Kind.OPERATION_DEFINITION);
    return operations.flatMap((it) => it.name?.value ?? []);
  } catch {
    return [];
  }
}
