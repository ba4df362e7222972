/**
 * The fields of the edges of a graph: the envelope, in the order in which people read it, then what types add.
 */
import type { GraphView } from '../views/graph-view.ts';
import { collectFields, type Field, fieldOf, guessField } from './field.ts';

/**
 * The envelope without the id. `since` and `until` are the first and last day on which the edge can hold, derived from
 * `when` and `attested`; `rule` and `premises` are its first derivation.
 */
const envelope: readonly Field[] = [
  { name: 'when', kind: 'text', list: false },
  { name: 'attested', kind: 'text', list: false },
  { name: 'since', kind: 'day', list: false },
  { name: 'until', kind: 'day', list: false },
  { name: 'role', kind: 'text', list: false },
  { name: 'at', kind: 'text', list: false },
  { name: 'act', kind: 'text', list: false },
  { name: 'status', kind: 'text', list: false },
  { name: 'rule', kind: 'text', list: false },
  { name: 'premises', kind: 'text', list: true },
  { name: 'modality', kind: 'text', list: false },
  { name: 'saidBy', kind: 'text', list: false },
  { name: 'confidence', kind: 'number', list: false },
  { name: 'rank', kind: 'text', list: false },
  { name: 'note', kind: 'text', list: false },
  { name: 'sources', kind: 'text', list: true },
  { name: 'locators', kind: 'text', list: true },
];

/** Told of every edge, even where nothing is said: what follows is filtered by them in other programs. */
const ALWAYS_TOLD: ReadonlySet<string> = new Set(['status', 'modality', 'confidence', 'rank', 'since', 'until']);

/** What edges of the graph behind a view carry, whether or not those of the view do. */
export function edgeFields(view: GraphView): Field[] {
  const { columns, derivations } = view.graph.edges.columns;
  const derived = (name: string): boolean =>
    (name === 'sources' && view.graph.edges.columns.sourceIds.length > 0) ||
    ((name === 'rule' || name === 'premises') && derivations !== undefined);
  const used = envelope.filter(({ name }) => ALWAYS_TOLD.has(name) || columns.has(name) || derived(name));
  const told = new Set(envelope.map(({ name }) => name));
  return [...used, ...ownFields(view, told)];
}

function ownFields({ ontology, graph }: GraphView, told: ReadonlySet<string>): Field[] {
  const types = [...ontology.edgePropertyTypes.values()];
  const declared = collectFields(types.flatMap((type) => [...type.properties.values()]).map(fieldOf));
  const { columns } = graph.edges.columns;
  const own = [...columns.keys()].filter((name) => !told.has(name));
  const others = own.filter((name) => !declared.has(name)).sort();
  return [...declared.keys(), ...others].flatMap((name) => {
    const column = told.has(name) ? undefined : columns.get(name);
    if (!column) return [];
    return declared.get(name) ?? guessField(name, column.values[1] ?? '');
  });
}
