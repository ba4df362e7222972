/**
 * Fields: what nodes or edges of a view carry beside ids and ends, in a fixed order and each with one kind of value.
 *
 * Formats with a header — GEXF, GraphML, CSV, CX2 — need to know them before the first node; the others write them in
 * the same order, so that the same view is the same bytes in whatever order its facts were read.
 */
import type { PropertyValue, ScalarValue } from '../../facts/fact.ts';
import type { Property } from '../../ontology/ontology.ts';
import type { GraphView } from '../../views/graph-view.ts';

/** `whole` fits in 32 bits, `big` in 64; `day` and `moment` are ISO texts. */
export type ValueKind = 'text' | 'whole' | 'big' | 'number' | 'truth' | 'day' | 'moment';

export interface Field {
  /** The property that it holds. */
  readonly property: string;
  /** What it is called in the format: the property's name, with `_` behind it where the format needs that for itself. */
  readonly name: string;
  readonly kind: ValueKind;
  readonly list: boolean;
}

export const field = (name: string, kind: ValueKind = 'text', list = false): Field => ({
  property: name,
  name,
  kind,
  list,
});

/**
 * The envelope without the id. `since` and `until` are the first and last day on which the edge can hold, derived from
 * `when` and `attested`; `rule` and `premises` are its first derivation.
 */
const envelope: readonly Field[] = [
  field('when'),
  field('attested'),
  field('since', 'day'),
  field('until', 'day'),
  field('role'),
  field('at'),
  field('act'),
  field('status'),
  field('rule'),
  field('premises', 'text', true),
  field('modality'),
  field('saidBy'),
  field('confidence', 'number'),
  field('rank'),
  field('note'),
  field('sources', 'text', true),
  field('locators', 'text', true),
];

/** Fields that edges have even where nobody states them: what follows is filtered by them in other programs. */
const ALWAYS_WRITTEN: ReadonlySet<string> = new Set(['status', 'modality', 'confidence', 'rank', 'since', 'until']);

/**
 * The fields of the nodes of a view: properties that some kept node has, in the order of the ontology, and then what no
 * ontology declares. `id` and the type are not among them; `taken` are names that the format needs for itself.
 */
export function nodeFields(view: GraphView, taken: readonly string[] = []): Field[] {
  const { nodes } = view.graph;
  const types = [...view.ontology.nodeTypes.values()];
  const found = new Map<string, PropertyValue>();
  for (let node = 0; node < nodes.count; node++) {
    if (!view.hasNode(node)) continue;
    const properties = nodes.properties(node);
    for (const name in properties) if (!found.has(name)) found.set(name, properties[name]!);
  }
  found.delete('id');
  return freeNames(inOrder(types, found), taken);
}

/** The fields of the edges of the graph behind a view, whether or not its own edges have them: the envelope comes first. */
export function edgeFields(view: GraphView, taken: readonly string[] = []): Field[] {
  const { columns, sourceIds } = view.graph.edges.columns;
  const { derivations } = view.graph.edges;
  const isDerived = (name: string): boolean =>
    (name === 'sources' && sourceIds.length > 0) ||
    ((name === 'rule' || name === 'premises') && derivations !== undefined);
  const used = envelope.filter(({ name }) => ALWAYS_WRITTEN.has(name) || columns.has(name) || isDerived(name));
  const own = new Map([...columns].map(([name, { values }]) => [name, values[1] ?? '']));
  for (const { name } of envelope) own.delete(name);
  return freeNames([...used, ...inOrder([...view.ontology.edgePropertyTypes.values()], own)], taken);
}

type Properties = ReadonlyMap<string, Property>;

/** Fields for these properties, of which one value each is given: those of the ontology, then others by name. */
function inOrder(
  types: readonly { readonly properties: Properties }[],
  found: ReadonlyMap<string, PropertyValue>,
): Field[] {
  const declared = new Map<string, Field>();
  for (const { name, kind, list } of types.flatMap(({ properties }) => [...properties.values()])) {
    const its = field(name, ('scalar' in kind && kindOfScalar[kind.scalar]) || 'text', list);
    const known = declared.get(name);
    declared.set(name, known ? unite(known, its) : its);
  }
  const others = [...found].filter(([name]) => !declared.has(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...[...declared.values()].filter(({ name }) => found.has(name)),
    ...others.map(([name, it]) => guess(name, it)),
  ];
}

const kindOfScalar: Readonly<Record<string, ValueKind>> = {
  Int: 'whole',
  BigInt: 'big',
  Float: 'number',
  Boolean: 'truth',
  Date: 'day',
  DateTime: 'moment',
};

/** One field for two properties of one name: their kind where they agree, else what can hold both. */
function unite(a: Field, b: Field): Field {
  const numbers = [a.kind, b.kind].every((it) => it === 'whole' || it === 'number');
  return field(a.name, a.kind === b.kind ? a.kind : numbers ? 'number' : 'text', a.list || b.list);
}

const kindOfType: Readonly<Record<string, ValueKind>> = { boolean: 'truth', bigint: 'big', number: 'number' };

/** The field of a property that no ontology declares, from one of its values. */
const guess = (name: string, value: PropertyValue): Field =>
  field(name, kindOfType[typeof valuesOf(value)[0]] ?? 'text', typeof value === 'object');

/** The fields under names that are not taken, without regard to case, because spreadsheet readers have none. */
function freeNames(fields: readonly Field[], taken: readonly string[]): Field[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return fields.map((it) => {
    let { name } = it;
    while (used.has(name.toLowerCase())) name += '_';
    used.add(name.toLowerCase());
    return { ...it, name };
  });
}

/** The values of a field as a list: of one, where it holds no list. */
export const valuesOf = (value: PropertyValue): readonly ScalarValue[] => (typeof value === 'object' ? value : [value]);
