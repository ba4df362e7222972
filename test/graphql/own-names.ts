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
