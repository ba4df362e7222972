/**
 * `expectations.yaml`: what the owner of a folder of facts expects of it as a whole, as in "the Geneva Conventions bind
 * 196 states".
 *
 * The ontology says what one fact may be; only whoever knows the subject can say how many there must be. That is data
 * and not code. Names it uses must be names of the ontology, so that a misspelt one is not taken for a world in which
 * there is none of a kind.
 */

import { composed } from '../../base/composed.ts';
import { describeValue, findEntry, type Located, type LocatedMap } from '../../base/located.ts';
import type { DateRefusal } from '../../facts/lone-date.ts';
import { readPartialDate } from '../../facts/partial-date.ts';
import type { Period } from '../../facts/validity.ts';
import type { NodeType, Property } from '../../ontology/ontology.ts';
import { expectationWithoutCount, perNeedsType } from '../problems.ts';
import { edgeTypeNotFound, missingKey, unknownKey, unknownNodeType, wrongValue } from '../reading/problems.ts';
import { edgeProperties } from './entry-keys.ts';
import type { End, Expectation, FactSet } from './fact-set.ts';
import { checkKeys, itemsOf, readEntryList, readText } from './read-values.ts';

const keys = [
  'expect',
  'source',
  'nodes',
  'edges',
  'from',
  'to',
  'where',
  'on',
  'distinct',
  'per',
  'count',
  'atLeast',
  'atMost',
  'apart',
];

/** Reads the expectations of a file into the set; those with a fault are reported and left out. */
export function readExpectations(list: Located, set: FactSet): void {
  for (const entry of readEntryList(list, 'expectations', set.problems, 'expectations')) {
    const before = set.problems.errorCount;
    const expectation = readExpectation(entry, set);
    if (expectation && set.problems.errorCount === before) set.expectations.push(expectation);
  }
}

function readExpectation(entry: LocatedMap, set: FactSet): Expectation | undefined {
  const { problems } = set;
  const before = problems.errorCount;
  checkKeys(entry, 'expectation', keys, problems);
  const named = findEntry(entry, 'expect');
  if (!named) problems.error(missingKey, entry.at, 'expectation', 'expect');
  const says = named && readText(named, 'expect', problems);
  const counted = readCounted(entry, set);
  if (says === undefined || !counted) return undefined;
  const per = readEnd(entry, 'per', set);
  const distinct = readEnd(entry, 'distinct', set);
  const on = readPeriod(entry, counted, set);
  const ends = readEnds(entry, set);
  const sourceNamed = findEntry(entry, 'source');
  const source = sourceNamed && readText(sourceNamed, 'source', problems);
  const apart = findEntry(entry, 'apart');
  const isApart = apart?.kind === 'scalar' && apart.value === true;
  const bounds = readBounds(entry, set);
  if (per && (ends[per] ?? ':').includes(':')) problems.error(perNeedsType, entry.at, per);
  // A key that was misspelt is reported already.
  if ((isApart ? !per : !bounds) && problems.errorCount === before) problems.error(expectationWithoutCount, entry.at);
  const [atLeast, atMost] = bounds ?? [0, Number.POSITIVE_INFINITY];
  const where = readWhere(entry, counted, set);
  return { says, at: named?.at, source, ...counted, ends, where, on, distinct, per, atLeast, atMost, apart: isApart };
}

/** What `nodes` or `edges` says where those of all types are counted. */
export const EVERY_TYPE = '*';

type Counted = Pick<Expectation, 'of' | 'type'>;

function readCounted(entry: LocatedMap, { ontology, problems }: FactSet): Counted | undefined {
  const [nodes, edges] = [findEntry(entry, 'nodes'), findEntry(entry, 'edges')];
  const named = nodes ?? edges;
  if (!named || (nodes && edges)) {
    problems.error(missingKey, entry.at, 'expectation', nodes ? 'edges" or "nodes' : 'nodes" or "edges');
    return undefined;
  }
  const of = nodes ? 'nodes' : 'edges';
  const type = readText(named, of, problems);
  if (type === undefined) return undefined;
  const types = nodes ? ontology.nodeTypes : ontology.edgeTypes;
  if (type === EVERY_TYPE || types.has(type)) return { of, type };
  if (nodes) problems.error(unknownNodeType, named.at, type, ontology.nodeTypes.keys());
  else problems.error(edgeTypeNotFound, named.at, type, ontology);
  return undefined;
}

/** What the ends must be: ids have a colon, types have none. Whether an id is a node's is known later. */
function readEnds(entry: LocatedMap, { ontology, problems }: FactSet): Partial<Record<End, string>> {
  const ends: Partial<Record<End, string>> = {};
  for (const end of ['from', 'to'] as const) {
    const named = findEntry(entry, end);
    const text = named && readText(named, end, problems);
    if (text === undefined) continue;
    if (!text.includes(':') && !ontology.nodeTypes.has(text)) {
      problems.error(unknownNodeType, named?.at, text, ontology.nodeTypes.keys());
    }
    ends[end] = text;
  }
  return ends;
}

function readEnd(entry: LocatedMap, key: 'per' | 'distinct', { problems }: FactSet): End | undefined {
  const named = findEntry(entry, key);
  if (!named) return undefined;
  if (named.kind === 'scalar' && (named.text === 'from' || named.text === 'to')) return named.text;
  problems.error(wrongValue, named.at, key, 'takes "from" or "to"');
  return undefined;
}

/** The days on which edges must hold to be counted; nodes have no validity. */
function readPeriod(entry: LocatedMap, { of }: Counted, { problems }: FactSet): Period | undefined {
  const named = findEntry(entry, 'on');
  const text = named && readText(named, 'on', problems);
  if (text === undefined) return undefined;
  const date = readPartialDate(text);
  if (of === 'edges' && !('reason' in date)) {
    return { first: date.validity.earliestStart, last: date.validity.latestEnd };
  }
  const reason = of === 'nodes' ? 'is for edges' : `takes a date: ${(date as DateRefusal).reason}`;
  problems.error(wrongValue, named?.at, 'on', reason);
  return undefined;
}

function readBounds(entry: LocatedMap, { problems }: FactSet): [number, number] | undefined {
  const [count, atLeast, atMost] = ['count', 'atLeast', 'atMost'].map((key) => {
    const named = findEntry(entry, key);
    if (!named) return undefined;
    if (named.kind === 'scalar' && typeof named.value === 'number' && named.value >= 0) return named.value;
    problems.error(wrongValue, named.at, key, `takes a number, not ${describeValue(named)}`);
    return 0;
  });
  if (count === undefined && atLeast === undefined && atMost === undefined) return undefined;
  return [count ?? atLeast ?? 0, count ?? atMost ?? Number.POSITIVE_INFINITY];
}

function readWhere(entry: LocatedMap, { of, type }: Counted, { ontology, problems }: FactSet): Expectation['where'] {
  const where = new Map<string, ReadonlySet<string> | undefined>();
  const named = findEntry(entry, 'where');
  if (!named) return where;
  if (named.kind !== 'map') {
    problems.error(wrongValue, named.at, 'where', 'takes properties with the words they may hold');
    return where;
  }
  const ofType = (it: string): ReadonlyMap<string, Property> =>
    of === 'edges' ? edgeProperties(ontology, it) : (ontology.nodeTypes.get(it) as NodeType).properties;
  const types = of === 'edges' ? ontology.edgeTypes : ontology.nodeTypes;
  const properties = type === EVERY_TYPE ? new Map([...types.keys()].flatMap((it) => [...ofType(it)])) : ofType(type);
  for (const [name, { keyAt, value }] of named.entries) {
    if (!properties.has(name)) problems.error(unknownKey, keyAt, name, type, properties.keys());
    const words = itemsOf(value).map((it) => (it.kind === 'scalar' ? composed(it.text) : ''));
    where.set(name, words.includes('*') ? undefined : new Set(words));
  }
  return where;
}
