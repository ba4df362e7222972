/**
 * Entries by a graph's own names: `type` is the node or edge type, other attributes are properties of that name.
 *
 * That is how our own exports name things. What they derive is left out, for it follows again: conclusions, first and
 * last days, what is taken for granted. So is what a format has for drawing, and what the ontology does not know.
 */
import { groupBy } from '../base/group-by.ts';
import type { Located, LocatedEntry, LocatedMap, LocatedScalar } from '../base/located.ts';
import type { Position } from '../base/problem.ts';
import { derivedNames, envelopeDefaults } from '../facts/envelope.ts';
import type { PropertyValue, ScalarValue } from '../facts/fact.ts';
import { edgeProperties, isDerivedDay } from '../loading/entries/entry-keys.ts';
import type { EdgeEntry, EntryContext, LeftOut } from './entries.ts';
import {
  countOne,
  type ForeignEdge,
  type ForeignGraph,
  type ForeignNode,
  type ForeignRemark,
} from './foreign-graph.ts';
import { isInexact } from './json-items.ts';
import { untypedEdge, untypedNode } from './problems.ts';

/** What nodes are called that the file calls otherwise: igraph numbers them, and keeps their ids as an attribute. */
export function ownIds({ nodes, ownId }: ForeignGraph): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { id, attributes } of nodes) {
    const own = ownIdOf(attributes.id === undefined ? id : String(attributes.id), ownId);
    if (own !== id) ids.set(id, own);
  }
  return ids;
}

/** What a node or an edge is called by our own names. */
const ownIdOf = (id: string, ownId: ForeignGraph['ownId']): string => (ownId ? ownId(id) : id);

/** The entries of all nodes. */
export function* ownNodeEntries(foreign: ForeignGraph, context: EntryContext): Generator<LocatedMap> {
  const remarks = groupBy(foreign.remarks ?? [], (it) => it.node);
  for (const node of foreign.nodes) {
    const entry = ownNodeEntry(node, foreign, remarks.get(node.id) ?? [], context);
    if (entry) yield entry;
    else context.leftOut.refused += 1;
  }
}

/** The status of what rules inferred, and what Gephi makes of that word: it takes `INF` for infinity. */
const INFERRED: readonly unknown[] = ['INFERRED', 'InfinityERRED'];

/** The entries of all stated ones among these edges of the graph. */
export function* ownEdgeEntries(
  edges: Iterable<ForeignEdge>,
  foreign: ForeignGraph,
  context: EntryContext,
): Generator<EdgeEntry> {
  for (const edge of edges) {
    if (INFERRED.includes(edge.attributes.status)) {
      context.leftOut.inferred += 1;
      continue;
    }
    const entry = ownEdgeEntry(edge, foreign, context);
    if (entry) yield entry;
    else context.leftOut.refused += 1;
  }
}

function ownNodeEntry(
  { id: foreignId, attributes, at }: ForeignNode,
  { drawing, listOf, ownId }: ForeignGraph,
  remarks: readonly ForeignRemark[],
  { ontology, typeOf, problems, leftOut }: EntryContext,
): LocatedMap | undefined {
  const id = ownIdOf(attributes.id === undefined ? foreignId : String(attributes.id), ownId);
  const typeName = attributes.type === undefined ? typeOf(id) : oneOf(attributes.type, ontology.nodeTypes, leftOut);
  if (typeName === undefined) {
    problems.error(untypedNode, at, id);
    return undefined;
  }
  const type = ontology.nodeTypes.get(typeName);
  const entries = new Map([
    ['id', said(cell(id, at))],
    ['type', said(cell(typeName, at))],
  ]);
  for (const name in attributes) {
    const value = attributes[name] ?? '';
    if (IDENTITY.includes(name) || saysNothing(name, value)) continue;
    if (drawing.node.has(name.toLowerCase())) {
      if (name === 'label' && ![attributes.name, id, foreignId].includes(value)) countOne(leftOut.ignored, name);
      continue;
    }
    const property = type && ownName(type.properties, name);
    if (!property) countOne(leftOut.ignored, name);
    else if (!isDerivedDay(type, property)) {
      const isList = type.properties.get(property)?.list === true;
      entries.set(property, said(located(value, isList, listOf, at)));
    }
  }
  addRemarks(entries, remarks, at);
  return { kind: 'map', entries, at };
}

/** Rival values, and ids that the node had. */
function addRemarks(entries: Map<string, LocatedEntry>, remarks: readonly ForeignRemark[], at: Position): void {
  const claims = remarks.flatMap(({ says, at: place }) => ('claim' in says ? [cells(says.claim, place)] : []));
  const replaces = remarks.flatMap(({ says, at: place }) => ('replaces' in says ? [cell(says.replaces, place)] : []));
  if (claims.length > 0) entries.set('claims', said({ kind: 'list', items: claims, at }));
  if (replaces.length > 0) entries.set('replaces', said({ kind: 'list', items: replaces, at }));
}

/** Attributes that say which thing it is. */
const IDENTITY: readonly string[] = ['id', 'type'];

/** Keys of an edge entry beside its properties that hold lists. */
const CITATIONS: readonly string[] = ['sources', 'locators'];

function ownEdgeEntry(
  { id: foreignId, from, to, directed, isMirror, attributes, at }: ForeignEdge,
  { drawing, listOf }: ForeignGraph,
  { ontology, problems, leftOut }: EntryContext,
): EdgeEntry | undefined {
  if (attributes.type === undefined) {
    problems.error(untypedEdge, at, from, to);
    return undefined;
  }
  const type = oneOf(attributes.type, ontology.edgeTypes, leftOut);
  const properties = edgeProperties(ontology, type);
  const entries = new Map([
    ['from', said(cell(from, at))],
    ['edge', said(cell(type, at))],
    ['to', said(cell(to, at))],
  ]);
  const id = attributes.id === undefined ? foreignId : String(attributes.id);
  if (id !== undefined && isName(id) && !isMirror) entries.set('id', said(cell(id, at)));
  for (const name in attributes) {
    const value = attributes[name] ?? '';
    if (IDENTITY.includes(name) || saysNothing(name, value)) continue;
    if (drawing.edge.has(name.toLowerCase())) {
      if (saysMore(name, value, attributes)) countOne(leftOut.ignored, name);
      continue;
    }
    const property = CITATIONS.includes(name) ? name : ownName(properties, name);
    if (property === undefined) {
      if (!derivedNames.has(name) && !Object.hasOwn(envelopeDefaults, name)) countOne(leftOut.ignored, name);
    } else if (!derivedNames.has(property) && !isAssumed(property, value)) {
      const isList = CITATIONS.includes(property) || properties.get(property)?.list === true;
      entries.set(property, said(located(value, isList, listOf, at)));
    }
  }
  return { entry: { kind: 'map', entries, at }, directed, isMirror };
}

/**
 * The type among several labels: the one that the ontology knows. Where it knows none of them, or more than one, all of
 * them are the name, which is then refused.
 */
function oneOf(labels: PropertyValue, known: ReadonlyMap<string, unknown>, { ignored }: LeftOut): string {
  if (typeof labels !== 'object') return String(labels);
  const found = labels.filter((it) => known.has(String(it)));
  if (found.length !== 1) return labels.join(';');
  for (const other of labels) if (other !== found[0]) countOne(ignored, `label ${String(other)}`);
  return String(found[0]);
}

/** Whether what a format has for drawing says something that no other attribute of the edge does. */
function saysMore(name: string, value: PropertyValue, attributes: ForeignEdge['attributes']): boolean {
  switch (name) {
    case 'weight':
      return Number(value) !== 1;
    case 'start':
    case 'end':
      return ['since', 'until', 'when', 'attested'].every((it) => attributes[it] === undefined);
    case 'label':
    case 'kind':
      return value !== attributes.type;
    default:
      return false;
  }
}

/** Whether one would assume it where it is not said; programs write the number 1 as 1.0. */
function isAssumed(property: string, value: unknown): boolean {
  const assumed = envelopeDefaults[property];
  return String(assumed) === String(value) || (typeof assumed === 'number' && Number(value) === assumed);
}

/** The property that a name stands for. Names that a format has for itself have a `_` behind them, or several. */
function ownName(properties: ReadonlyMap<string, unknown>, name: string): string | undefined {
  if (properties.has(name)) return name;
  if (!name.endsWith('_')) return undefined;
  const meant = [...properties.keys()].filter((it) => name.startsWith(it) && /^_*$/.test(name.slice(it.length)));
  return meant.sort((a, b) => b.length - a.length)[0];
}

/** Whether an edge is called so, or is merely counted: programs give edges numbers where they had no ids. */
const isName = (id: string): boolean => !/^(?:e?\d+|geid_.*)$/.test(id);

/** An empty text says nothing; an empty list may be meant, but not of sources. */
const saysNothing = (name: string, value: PropertyValue): boolean =>
  value === '' || (CITATIONS.includes(name) && typeof value === 'object' && value.length === 0);

function located(value: PropertyValue, isList: boolean, listOf: ForeignGraph['listOf'], at: Position): Located {
  const items = typeof value === 'string' && isList ? (listOf(value) ?? value) : value;
  return typeof items === 'object'
    ? { kind: 'list', items: items.map((it) => cell(textOf(it), at)), at }
    : cell(textOf(items), at);
}

/** A number that may have been another one in the file is given a form that no whole number has. */
const textOf = (value: ScalarValue): string => (isInexact(value) ? value.toExponential() : String(value));

/** Every value is taken by its text, as those of tables are: what another program calls a number may be a code of ours. */
const cell = (text: string, at: Position): LocatedScalar => ({ kind: 'scalar', value: text, text, isCell: true, at });

/** A record as a map of cells. */
function cells(value: unknown, at: Position): Located {
  if (Array.isArray(value)) return { kind: 'list', items: value.map((it) => cells(it, at)), at };
  if (typeof value !== 'object' || value === null) return cell(String(value), at);
  const entries = Object.entries(value).map(([key, it]): [string, LocatedEntry] => [key, said(cells(it, at))]);
  return { kind: 'map', entries: new Map(entries), at };
}

/** A value under a key, which stands where the value does. */
const said = (value: Located): LocatedEntry => ({ keyAt: value.at, value });
