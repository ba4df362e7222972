/**
 * `search(text)`: nodes by what people call them.
 */
import { searchNames } from '../../search/search-names.ts';
import { type GraphContext, operationOf } from '../operation.ts';
import { checkPageSize } from '../page.ts';
import { publicError, searchTextTooLong } from '../problems.ts';
import type { OwnResolvers } from './own-resolver.ts';

interface SearchArguments {
  readonly text: string;
  readonly types?: readonly string[] | null;
  readonly language?: string | null;
  readonly first: number;
}

export const searchResolvers: OwnResolvers = {
  Query: {
    search: (_, { text, types, language, first }: SearchArguments, context: GraphContext, info) => {
      const operation = operationOf(context, info);
      const { maxSearchText, maxPageSize } = operation.limits;
      if (text.length > maxSearchText) throw searchTextTooLong(text.length, maxSearchText);
      checkPageSize('first', first, maxPageSize);
      try {
        return searchNames(operation.view, text, {
          limit: first,
          ...(types != null && { types }),
          ...(language != null && { language }),
        });
      } catch (error) {
        throw publicError(error);
      }
    },
  },
};
