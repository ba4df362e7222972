/**
 * The mark of fields that are a property of a node or an edge: whoever asks, and whatever the view, they never change.
 *
 * Compiled operations keep the text of such fields. The mark stands in the `extensions` of the field.
 */
import type { GraphQLField } from 'graphql';

/** By what a field's text is kept: the node's number is the value itself, the edge's number a property of it. */
export type OwnedBy = 'node' | 'edge';

export const ownProperty = (ownedBy: OwnedBy): { readonly ownedBy: OwnedBy } => ({ ownedBy });

/** Whose property a field is; undefined when it is none. */
export function ownerOf({ extensions }: GraphQLField<unknown, never>): OwnedBy | undefined {
  return extensions.ownedBy as OwnedBy | undefined;
}
