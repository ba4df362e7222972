/**
 * What `query.graphql` brings, whatever the ontology.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { packageFolder } from '../../src/base/shipped-files.ts';

const { definitions } = parse(readFileSync(join(packageFolder, 'query.graphql'), 'utf8'));

/** Names of its root fields. */
export const ownRootFields: ReadonlySet<string> = new Set(
  definitions.flatMap((it) =>
    it.kind === Kind.OBJECT_TYPE_EXTENSION ? (it.fields ?? []).map((field) => field.name.value) : [],
  ),
);

/** Names of its types and directives. */
export const ownTypes: ReadonlySet<string> = new Set(
  definitions.flatMap((it) =>
    it.kind !== Kind.OBJECT_TYPE_EXTENSION && 'name' in it && it.name ? [it.name.value] : [],
  ),
);

/** Own operators of dates that may be vague, which the library takes for texts; and sorts by the number of what is related. */
const ownInputs =
  /^PartialDateScalarFilters\.(gt|gte|lt|lte|possible): |^ConnectionCountSort|: ConnectionCountSort$|^EdgeSupportWhere|: EdgeSupportWhere$/;

/** Whether a line of what our schema has more than the library's for an SDL is one of our own fields or inputs. */
export const isOwn = (line: string, text: string): boolean => {
  if (ownInputs.test(line)) return true;
  const [head = ''] = line.split(/[ :(]/);
  const [type = ''] = head.split('.');
  // The interface of all nodes is ours where the ontology has none.
  if (line.includes(' implements Entity')) return !text.includes('interface Entity');
  // Of relations alone: a node has no dates to be sure of.
  if (/^\w+Connection\.certainty: CertaintyCounts$/.test(line)) return true;
  if (type === 'Query') return ownRootFields.has(head.slice('Query.'.length));
  return ownTypes.has(type) || (type === 'Entity' && !text.includes('interface Entity'));
};
