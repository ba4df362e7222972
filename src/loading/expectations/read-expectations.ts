/**
 * `expectations.yaml` to expectations. Names it uses must be names of the ontology, so that a slip is not taken for a
 * world in which there is none of a kind.
 */
import type { NodeType, Property } from '../../ontology/ontology.ts';
import { edgeProperties } from '../entry-keys.ts';
import type { FactSet } from '../fact-set.ts';
import { describe, findEntry, type Located, type LocatedMap } from '../located.ts';
import { missingKey, notAnEntry, unknownEdgeType, unknownKey, unknownNodeType, wrongValue } from '../problems.ts';
import { readText } from '../read-text.ts';
import type { End, Expectation } from './expectation.ts';
import { notExpectations, perNeedsType, unsaidExpectation } from './problems.ts';

const keys = [
  'expect',
  'nodes',
  'edges',
  'from',
  'to',
  'where',
  'distinct',
  'per',
  'count',
  'atLeast',
  'atMost',
  'apart',
];

/** The expectations of a file; those with a fault are reported and left out. */
export function readExpectations(list: Located, set: FactSet): Expectation[] {
  if (list.kind !== 'list') {
    set.problems.error(() => notExpectations(list.at, describe(list)));
    return [];
  }
  return list.items.flatMap((item) => {
    if (item.kind !== 'map') {
      set.problems.error(() => notAnEntry(item.at, 'expectations', describe(item)));
      return [];
    }
    const before = set.problems.errorCount;
    const expectation = readExpectation(item, set);
    return expectation && set.problems.errorCount === before ? [expectation] : [];
  });
}

function readExpectation(entry: LocatedMap, set: FactSet): Expectation | undefined {
  const { problems } = set;
  const before = problems.errorCount;
  for (const [key, { keyAt }] of entry.entries) {
    if (!keys.includes(key)) problems.error(() => unknownKey(keyAt, key, 'expectation', keys));
  }
  const named = findEntry(entry, 'expect');
  if (!named) problems.error(() => missingKey(entry.at, 'expectation', 'expect'));
  const says = named && readText(named, 'expect', set);
  const counted = readCounted(entry, set);
  if (says === undefined || !counted) return undefined;
  const per = readEnd(entry, 'per', set);
  const distinct = readEnd(entry, 'distinct', set);
  const ends = readEnds(entry, set);
  const apart = findEntry(entry, 'apart');
  const isApart = apart?.kind === 'scalar' && apart.value === true;
  const bounds = readBounds(entry, set);
  if (per && (ends[per] ?? ':').includes(':')) problems.error(() => perNeedsType(entry.at, per));
  // A key that was misspelt is told already.
  if ((isApart ? !per : !bounds) && problems.errorCount === before) {
    problems.error(() => unsaidExpectation(entry.at));
  }
  return {
    says,
    at: named?.at,
    ...counted,
    ends,
    where: readWhere(entry, counted, set),
    ...(distinct ? { distinct } : {}),
    ...(per ? { per } : {}),
    atLeast: bounds?.[0] ?? 0,
    atMost: bounds?.[1] ?? Number.POSITIVE_INFINITY,
    apart: isApart,
  };
}

type Counted = Pick<Expectation, 'of' | 'type'>;

function readCounted(entry: LocatedMap, set: FactSet): Counted | undefined {
  const { ontology, problems } = set;
  const [nodes, edges] = [findEntry(entry, 'nodes'), findEntry(entry, 'edges')];
  const named = nodes ?? edges;
  if (!named || (nodes && edges)) {
    problems.error(() => missingKey(entry.at, 'expectation', nodes ? 'edges" or "nodes' : 'nodes" or "edges'));
    return undefined;
  }
  const type = readText(named, nodes ? 'nodes' : 'edges', set);
  if (type === undefined) return undefined;
  if (nodes ? ontology.nodeTypes.has(type) : ontology.edgeTypes.has(type))
    return { of: nodes ? 'nodes' : 'edges', type };
  if (nodes) problems.error(() => unknownNodeType(named.at, type, ontology.nodeTypes.keys()));
  else problems.error(() => unknownEdgeType(named.at, type, ontology));
  return undefined;
}

/** What the ends must be: ids have a colon, types have none. Whether an id is a node's is known later. */
function readEnds(entry: LocatedMap, set: FactSet): Partial<Record<End, string>> {
  const ends: Partial<Record<End, string>> = {};
  for (const end of ['from', 'to'] as const) {
    const named = findEntry(entry, end);
    const text = named && readText(named, end, set);
    if (text === undefined) continue;
    if (!text.includes(':') && !set.ontology.nodeTypes.has(text)) {
      set.problems.error(() => unknownNodeType(named?.at, text, set.ontology.nodeTypes.keys()));
    }
    ends[end] = text;
  }
  return ends;
}

function readEnd(entry: LocatedMap, key: 'per' | 'distinct', set: FactSet): End | undefined {
  const named = findEntry(entry, key);
  if (!named) return undefined;
  if (named.kind === 'scalar' && (named.text === 'from' || named.text === 'to')) return named.text;
  set.problems.error(() => wrongValue(named.at, key, 'takes "from" or "to"'));
  return undefined;
}

function readBounds(entry: LocatedMap, set: FactSet): [number, number] | undefined {
  const [count, atLeast, atMost] = ['count', 'atLeast', 'atMost'].map((key) => {
    const named = findEntry(entry, key);
    if (!named) return undefined;
    if (named.kind === 'scalar' && typeof named.value === 'number' && named.value >= 0) return named.value;
    set.problems.error(() => wrongValue(named.at, key, `takes a number, not ${describe(named)}`));
    return 0;
  });
  if (count === undefined && atLeast === undefined && atMost === undefined) return undefined;
  return [count ?? atLeast ?? 0, count ?? atMost ?? Number.POSITIVE_INFINITY];
}

function readWhere(entry: LocatedMap, counted: Counted, set: FactSet): Map<string, ReadonlySet<string> | undefined> {
  const where = new Map<string, ReadonlySet<string> | undefined>();
  const named = findEntry(entry, 'where');
  if (!named) return where;
  if (named.kind !== 'map') {
    set.problems.error(() => wrongValue(named.at, 'where', 'takes properties with the words they may hold'));
    return where;
  }
  const properties = propertiesOf(counted, set);
  for (const [name, { keyAt, value }] of named.entries) {
    if (!properties.has(name)) {
      set.problems.error(() => unknownKey(keyAt, name, counted.type, properties.keys()));
    }
    const words = (value.kind === 'list' ? value.items : [value]).map((it) => (it.kind === 'scalar' ? it.text : ''));
    where.set(name, words.includes('*') ? undefined : new Set(words));
  }
  return where;
}

function propertiesOf({ of, type }: Counted, { ontology }: FactSet): ReadonlyMap<string, Property> {
  if (of === 'edges') return edgeProperties(ontology, type);
  return (ontology.nodeTypes.get(type) as NodeType).properties;
}
