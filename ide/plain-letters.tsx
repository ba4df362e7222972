/**
 * Lets names be names: Monaco draws a warning box round every ’ and every Cyrillic letter, as if a diplomat's name in
 * her own script were an attack.
 */
import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

export function PlainLetters(): null {
  const query = useGraphiQL((state) => state.queryEditor);
  const variables = useGraphiQL((state) => state.variableEditor);
  const response = useGraphiQL((state) => state.responseEditor);
  useEffect(() => {
    for (const editor of [query, variables, response]) {
      editor?.updateOptions({ unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false } });
    }
  }, [query, variables, response]);
  return null;
}
