/**
 * Directives of older versions of the Neo4j GraphQL Library as those of version 7 that mean the same.
 */

import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type FieldDefinitionNode,
  Kind,
  type Location,
  type NameNode,
} from 'graphql';
import { argumentOf, stringIn } from './directive-nodes.ts';

/** Directives that only concerned writing, or what Neo4j does: they mean nothing when facts are read. */
const dropped: ReadonlySet<string> = new Set(['unique', 'readonly', 'callback', 'additionalLabels']);
/** Directives of today that mean what older ones did. */
const renamed: ReadonlyMap<string, string> = new Map([
  ['computed', 'customResolver'],
  ['ignore', 'customResolver'],
  ['neo4j_ignore', 'customResolver'],
]);
const hidden: ReadonlySet<string> = new Set(['private', 'writeonly']);
export const olderDirectives: ReadonlySet<string> = new Set([
  ...dropped,
  ...renamed.keys(),
  ...hidden,
  'relation',
  'queryOptions',
  'exclude',
]);

export function typeDirective(it: ConstDirectiveNode): readonly ConstDirectiveNode[] {
  const name = it.name.value;
  if (dropped.has(name)) return [];
  if (name === 'node') {
    const plural = argumentOf(it, 'plural');
    const labels = argumentOf(it, 'labels');
    return [
      directive(it.name, 'node', labels ? { labels } : {}),
      ...(plural ? [directive(it.name, 'plural', { value: plural })] : []),
    ];
  }
  if (name === 'queryOptions') {
    const limit = argumentOf(it, 'limit');
    const fields = limit?.kind === Kind.OBJECT ? limit.fields : [];
    return [directive(it.name, 'limit', Object.fromEntries(fields.map((f) => [f.name.value, f.value])))];
  }
  if (name === 'exclude') {
    const operations = argumentOf(it, 'operations');
    const named = operations?.kind === Kind.LIST ? operations.values.map(stringIn) : [stringIn(operations)];
    const isRead = operations === undefined || named.some((word) => /^(read|\*)$/i.test(word ?? ''));
    return isRead ? [directive(it.name, 'query', { read: { kind: Kind.BOOLEAN, value: false } })] : [];
  }
  return [it];
}

export const DIRECTIONS: Readonly<Record<string, string>> = {
  DEFAULT_DIRECTED: 'DIRECTED',
  DIRECTED_ONLY: 'DIRECTED',
  DEFAULT_UNDIRECTED: 'UNDIRECTED',
  UNDIRECTED_ONLY: 'UNDIRECTED',
};

export const fieldDirectives = (field: FieldDefinitionNode): readonly ConstDirectiveNode[] =>
  (field.directives ?? []).flatMap((it): ConstDirectiveNode | readonly ConstDirectiveNode[] => {
    const name = it.name.value;
    if (dropped.has(name)) return [];
    if (hidden.has(name)) return directive(it.name, 'selectable', { onRead: { kind: Kind.BOOLEAN, value: false } });
    if (renamed.has(name)) return directive(it.name, renamed.get(name) ?? name);
    if (name === 'id') {
      const isGlobal = argumentOf(it, 'global');
      return directive(it.name, isGlobal?.kind === Kind.BOOLEAN && isGlobal.value ? 'relayId' : 'id');
    }
    if (name === 'relation') {
      const [type, direction] = [argumentOf(it, 'name'), enumOf(argumentOf(it, 'direction'))];
      return directive(it.name, 'relationship', { ...(type && { type }), ...(direction && { direction }) });
    }
    if (name !== 'relationship') return it;
    const given = (it.arguments ?? []).map((each) => {
      const value = each.name.value.endsWith('irection') ? enumOf(each.value) : each.value;
      return value === undefined ? each : { ...each, value };
    });
    return { ...it, arguments: given };
  });

function enumOf(value: ConstValueNode | undefined): ConstValueNode | undefined {
  const text = stringIn(value);
  return value && text !== undefined
    ? { kind: Kind.ENUM, value: DIRECTIONS[text] ?? text.toUpperCase(), ...(value.loc && { loc: value.loc }) }
    : value;
}

/** A directive that stands where `at` does. */
export function directive(
  at: NameNode,
  name: string,
  given: Readonly<Record<string, ConstValueNode>> = {},
): ConstDirectiveNode {
  const loc: Location | undefined = at.loc;
  const nameOf = (value: string): NameNode => ({ kind: Kind.NAME, value, ...(loc && { loc }) });
  return {
    kind: Kind.DIRECTIVE,
    name: nameOf(name),
    arguments: Object.entries(given).map(([key, value]) => ({ kind: Kind.ARGUMENT, name: nameOf(key), value })),
    ...(loc && { loc }),
  };
}
