/**
 * Entries by a graph's own names: `type` is the node or edge type, other attributes are properties of that name.
 *
 * That is how our own exports name things. What they derive is left out, for it follows again: conclusions, first and
 * last days, what is taken for granted. So is what a format has for drawing, and what the ontology does not know.
 */
import { groupBy } from '../base/group-by.ts';
import type { Position } from '../base/problem.ts';
import { derivedNames, envelopeDefaults } from '../facts/envelope.ts';
import type { PropertyValue } from '../facts/fact.ts';
import { edgeProperties, isDerivedDay } from '../loading/entry-keys.ts';
import type { Located, LocatedEntry, LocatedMap, LocatedScalar } from '../loading/located.ts';
import type { EdgeEntry, EntryContext } from './entries.ts';
import type { ForeignEdge, ForeignGraph, ForeignNode, ForeignRemark } from './foreign-graph.ts';
import { untypedEdge, untypedNode } from './problems.ts';

/** The entries of all nodes; names without a place in the ontology are added to `ignored`. */
export function ownNodeEntries(foreign: ForeignGraph, context: EntryContext, ignored: Set<string>): LocatedMap[] {
  const remarks = groupBy(foreign.remarks ?? [], (it) => it.node);
  return foreign.nodes.flatMap(
    (node) => ownNodeEntry(node, foreign, remarks.get(node.id) ?? [], context, ignored) ?? [],
  );
}

/** The entries of all stated edges; how many of them had to be refused, and how many were inferred. */
export function ownEdgeEntries(
  foreign: ForeignGraph,
  context: EntryContext,
  ignored: Set<string>,
): { entries: EdgeEntry[]; refused: number; inferred: number } {
  const stated = foreign.edges.filter((it) => it.attributes.status !== 'INFERRED');
  const entries = stated.flatMap((edge) => ownEdgeEntry(edge, foreign, context, ignored) ?? []);
  return { entries, refused: stated.length - entries.length, inferred: foreign.edges.length - stated.length };
}

function ownNodeEntry(
  { id, attributes, at }: ForeignNode,
  { drawing, listOf }: ForeignGraph,
  remarks: readonly ForeignRemark[],
  { ontology, typeOf, problems }: EntryContext,
  ignored: Set<string>,
): LocatedMap | undefined {
  const typeName = attributes.type === undefined ? typeOf(id) : String(attributes.type);
  if (typeName === undefined) {
    problems.error(untypedNode, at, id);
    return undefined;
  }
  const type = ontology.nodeTypes.get(typeName);
  const entries = new Map<string, Located>([
    ['id', cell(id, at)],
    ['type', cell(typeName, at)],
  ]);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'type' || drawing.node.has(name.toLowerCase()) || saysNothing(name, value)) continue;
    const property = type && ownName(type.properties, name);
    if (!property) ignored.add(name);
    else if (!isDerivedDay(type, property)) {
      entries.set(property, located(value, type.properties.get(property)?.list === true, listOf, at));
    }
  }
  addRemarks(entries, remarks, at);
  return mapOf(entries, at);
}

/** Rival values, and ids that the node had. */
function addRemarks(entries: Map<string, Located>, remarks: readonly ForeignRemark[], at: Position): void {
  const claims = remarks.flatMap(({ says, at: place }) => ('claim' in says ? [cells(says.claim, place)] : []));
  const replaces = remarks.flatMap(({ says, at: place }) => ('replaces' in says ? [cell(says.replaces, place)] : []));
  if (claims.length > 0) entries.set('claims', { kind: 'list', items: claims, at });
  if (replaces.length > 0) entries.set('replaces', { kind: 'list', items: replaces, at });
}

/** Keys of an edge entry beside its properties that hold lists. */
const CITATIONS: readonly string[] = ['sources', 'locators'];

function ownEdgeEntry(
  { id, from, to, directed, attributes, at }: ForeignEdge,
  { drawing, listOf }: ForeignGraph,
  { ontology, problems }: EntryContext,
  ignored: Set<string>,
): EdgeEntry | undefined {
  if (attributes.type === undefined) {
    problems.error(untypedEdge, at, from, to);
    return undefined;
  }
  const type = String(attributes.type);
  const properties = edgeProperties(ontology, type);
  const entries = new Map<string, Located>([
    ['from', cell(from, at)],
    ['edge', cell(type, at)],
    ['to', cell(to, at)],
  ]);
  if (id !== undefined && isName(id)) entries.set('id', cell(id, at));
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'type' || drawing.edge.has(name.toLowerCase()) || saysNothing(name, value)) continue;
    const property = CITATIONS.includes(name) ? name : ownName(properties, name);
    if (property === undefined) {
      if (!derivedNames.has(name) && !(name in envelopeDefaults)) ignored.add(name);
    } else if (!derivedNames.has(property) && String(envelopeDefaults[property]) !== String(value)) {
      const isList = CITATIONS.includes(property) || properties.get(property)?.list === true;
      entries.set(property, located(value, isList, listOf, at));
    }
  }
  return { entry: mapOf(entries, at), directed };
}

/** The property that a name stands for. Names that a format has for itself have a `_` behind them, or several. */
function ownName(properties: ReadonlyMap<string, unknown>, name: string): string | undefined {
  let known = name;
  while (!properties.has(known) && known.endsWith('_')) known = known.slice(0, -1);
  return properties.has(known) ? known : undefined;
}

/** Whether an edge is called so, or is merely counted: programs give edges numbers where they had no ids. */
const isName = (id: string): boolean => !/^(?:e?\d+|geid_.*)$/.test(id);

/** An empty text says nothing; an empty list may be meant, but not of sources. */
const saysNothing = (name: string, value: PropertyValue): boolean =>
  value === '' || (CITATIONS.includes(name) && typeof value === 'object' && value.length === 0);

function located(value: PropertyValue, isList: boolean, listOf: ForeignGraph['listOf'], at: Position): Located {
  const items = typeof value === 'string' && isList ? (listOf(value) ?? value) : value;
  return typeof items === 'object'
    ? { kind: 'list', items: items.map((it) => cell(String(it), at)), at }
    : cell(String(items), at);
}

/** Every value is taken by its text, as those of tables are: what another program calls a number may be a code of ours. */
const cell = (text: string, at: Position): LocatedScalar => ({ kind: 'scalar', value: text, text, isCell: true, at });

/** A record as a map of cells. */
function cells(value: unknown, at: Position): Located {
  if (Array.isArray(value)) return { kind: 'list', items: value.map((it) => cells(it, at)), at };
  if (typeof value !== 'object' || value === null) return cell(String(value), at);
  return mapOf(new Map(Object.entries(value).map(([key, it]) => [key, cells(it, at)])), at);
}

function mapOf(values: ReadonlyMap<string, Located>, at: Position): LocatedMap {
  const entries = [...values].map(([key, value]): [string, LocatedEntry] => [key, { keyAt: at, value }]);
  return { kind: 'map', entries: new Map(entries), at };
}
