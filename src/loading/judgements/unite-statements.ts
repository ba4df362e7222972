/**
 * Statements that became one because their ends did: one edge, with the citations of both.
 *
 * Only what a merge moved is united. The same thing said twice of one node is a slip, and stays one for the checks.
 */
import type { EdgeFact } from '../../facts/fact.ts';
import type { FactSet } from '../fact-set.ts';

/** Unites edges of the set, in place; `idsBefore` are the ids that the edges had before old ids were followed. */
export function uniteStatements(set: FactSet, idsBefore: readonly string[]): void {
  const moved = new Set(set.edges.filter((edge, index) => edge.id !== idsBefore[index]));
  if (moved.size === 0) return;
  const firsts = new Map<string, number>();
  const united: EdgeFact[] = [];
  for (const edge of set.edges) {
    const index = firsts.get(edge.id);
    const first = index === undefined ? undefined : united[index];
    if (index === undefined || !first) {
      firsts.set(edge.id, united.length);
      united.push(edge);
    } else if ((moved.has(edge) || moved.has(first)) && saysTheSame(first, edge)) {
      united[index] = withCitationsOf(edge, first);
      set.places.rememberAs(united[index], first);
      moved.add(united[index]);
    } else united.push(edge);
  }
  set.edges.splice(0, set.edges.length, ...united);
}

function saysTheSame(one: EdgeFact, other: EdgeFact): boolean {
  const keys = new Set([...Object.keys(one.properties), ...Object.keys(other.properties)]);
  keys.delete('locators');
  return [...keys].every((key) => String(one.properties[key]) === String(other.properties[key]));
}

function withCitationsOf(added: EdgeFact, edge: EdgeFact): EdgeFact {
  const fresh = added.sources.filter((it) => !edge.sources.includes(it));
  if (fresh.length === 0) return edge;
  const locatorOf = ({ sources, properties }: EdgeFact, id: string): string =>
    (properties.locators as readonly string[] | undefined)?.[sources.indexOf(id)] ?? '';
  const locators = [...edge.sources.map((id) => locatorOf(edge, id)), ...fresh.map((id) => locatorOf(added, id))];
  const isLocated = locators.some((it) => it !== '');
  return {
    ...edge,
    sources: [...edge.sources, ...fresh],
    properties: isLocated ? { ...edge.properties, locators } : edge.properties,
  };
}
