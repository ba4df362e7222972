/**
 * A query answered in process. The schema of an ontology is built once; this file is loaded with the first query.
 */
import { type GraphQLSchema, print } from 'graphql';
import type { DatasetAbout } from '../facts/dataset-about.ts';
import { buildGraphSchema } from '../graphql/build-schema.ts';
import { executeQuery } from '../graphql/execute-query.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { QueryAnswer, QueryDocument } from './query-document.ts';

const schemas = new WeakMap<Ontology, GraphQLSchema>();

export function answerQuery<Data, Variables>(
  view: GraphView,
  document: QueryDocument<Data, Variables>,
  variables: Variables | undefined,
  about: DatasetAbout | undefined,
): QueryAnswer<Data> {
  let schema = schemas.get(view.ontology);
  if (!schema) schemas.set(view.ontology, (schema = buildGraphSchema(view.ontology)));
  const query = typeof document === 'string' ? document : print(document);
  const answer = executeQuery(schema, view, { query, ...(variables && { variables }) }, { about });
  return answer as QueryAnswer<Data>;
}
