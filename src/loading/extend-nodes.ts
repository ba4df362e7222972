/**
 * What other dossiers add to a node: an id is defined once, and may be extended anywhere.
 *
 * Lists grow, absent properties are set, and a property that already says something else is a problem and not a
 * correction: rival values are claims.
 */
import type { NodeFact, PropertyValue } from '../facts/fact.ts';
import type { NodeType } from '../ontology/ontology.ts';
import type { Extension, FactSet } from './fact-set.ts';
import { findEntry } from './located.ts';
import { extendedDifferently, extendsIdentity, unknownNode } from './problems.ts';
import { readClaims } from './read-claims.ts';
import { readNodeCitations, readNodeProperties } from './read-node.ts';

/** Applies all extensions of the set to its nodes. A node that is extended is replaced by a new fact in its place. */
export function extendNodes(set: FactSet, redirects: ReadonlyMap<string, string>): void {
  if (set.extensions.length === 0) return;
  const indexes = new Map(set.nodes.map((node, index) => [node.id, index]));
  for (const extension of set.extensions) {
    const index = indexes.get(redirects.get(extension.id) ?? extension.id);
    const node = index === undefined ? undefined : set.nodes[index];
    if (index !== undefined && node) set.nodes[index] = extended(node, extension, set);
    else if (!set.incomplete && !set.faultyIds.has(extension.id)) {
      const at = findEntry(extension.entry, 'extend')?.at;
      set.problems.error(unknownNode, at, extension.id, indexes.keys());
    }
  }
}

function extended(node: NodeFact, { entry, defaultSource }: Extension, set: FactSet): NodeFact {
  const type = set.ontology.nodeTypes.get(node.type);
  if (!type) return node;
  for (const key of ['id', 'type', 'replaces']) {
    const found = findEntry(entry, key);
    if (found) set.problems.error(extendsIdentity, found.at, key);
  }
  const properties: Record<string, PropertyValue> = { ...node.properties };
  for (const [key, value] of Object.entries(readNodeProperties(entry, type, set))) {
    const merged = merge(properties[key], value);
    if (merged === undefined) {
      set.problems.error(extendedDifferently, findEntry(entry, key)?.at, node, key, set.places.of(node, key));
    } else properties[key] = merged;
  }
  addCitations(properties, entry, type, set, defaultSource);
  readClaims(entry, node.id, type, set, defaultSource);
  const fact: NodeFact = { ...node, properties };
  set.places.rememberAs(fact, node);
  return fact;
}

/** The two values in one, or undefined when they disagree. */
function merge(known: PropertyValue | undefined, added: PropertyValue): PropertyValue | undefined {
  if (known === undefined || known === added) return added;
  if (!Array.isArray(known) || !Array.isArray(added)) return undefined;
  return [...known, ...added.filter((it) => !known.includes(it))];
}

/** Sources that are new to the node come behind those it has; a source that it cites already keeps its locator. */
function addCitations(
  properties: Record<string, PropertyValue>,
  entry: Extension['entry'],
  type: NodeType,
  set: FactSet,
  defaultSource: Extension['defaultSource'],
): void {
  const added = readNodeCitations(entry, type, set, defaultSource);
  const sources = [...((properties.sources as readonly string[] | undefined) ?? [])];
  const known = (properties.locators as readonly string[] | undefined) ?? [];
  const locators = sources.map((_, i) => known[i] ?? '');
  added.sources.forEach((source, i) => {
    if (sources.includes(source)) return;
    sources.push(source);
    locators.push(added.locators?.[i] ?? '');
  });
  if (sources.length > 0) properties.sources = sources;
  if (locators.some((it) => it !== '')) properties.locators = locators;
}
