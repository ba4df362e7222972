/**
 * A view as conditions in Cypher: what an edge, and the node at its other end, must be to count. They are joined to every
 * step of a pattern, in filters, counts and pages alike, so a view holds at every hop.
 */
import { periodOf } from '../facts/partial-date.ts';
import { ALWAYS, decidingBounds } from '../facts/validity.ts';
import { type Ontology, typesNamed } from '../ontology/ontology.ts';
import type { ViewSelection } from '../views/select-view.ts';
import { neo4jName, PRIVATE } from './names-in-neo4j.ts';
import { BETWEEN_SETS, BETWEEN_SOURCES, NEVER } from './source-support.ts';

/** Conditions joined by "and"; `true` where there is none. */
export const allOfThem = (conditions: readonly string[]): string => conditions.join(' AND ') || 'true';

/** The parameters of a statement, named as they come. */
export class StatementParameters {
  readonly values: Record<string, unknown> = {};
  readonly #names = new Map<unknown, string>();

  /** Takes a value in and gives the name by which the text has it. */
  add(value: unknown): string {
    const name = this.#names.get(value) ?? `p${this.#names.size}`;
    this.#names.set(value, name);
    this.values[name] = value;
    return `$${name}`;
  }
}

const BOUNDS = {
  earliestStart: PRIVATE.possibleStart,
  latestStart: PRIVATE.certainStart,
  earliestEnd: PRIVATE.certainEnd,
  latestEnd: PRIVATE.possibleEnd,
} as const;

/** What an operation selects, with the ids of the nodes that lie around those that it names. */
export interface ResolvedSelection extends Omit<ViewSelection, 'around' | 'depth' | 'asOfWhenOf'> {
  readonly within?: readonly string[] | undefined;
}

export class ViewCondition {
  readonly #selections: readonly ResolvedSelection[];
  readonly #ontology: Ontology;

  /** The views of all selections together, whose sources are named by the ids under which edges cite them. */
  constructor(selections: readonly ResolvedSelection[], ontology: Ontology) {
    this.#selections = selections;
    this.#ontology = ontology;
  }

  /** What the edge `r` must be, whatever its ends. */
  edge(r: string, parameters: StatementParameters): string[] {
    return this.#selections.flatMap((it) => edgeConditions(it, r, parameters));
  }

  /** What the node `n` must be. */
  node(n: string, parameters: StatementParameters): string[] {
    return this.#selections.flatMap(({ types, within, linked }, i) => [
      ...(types ? [`${n}:${[...typesNamed(this.#ontology, types)].map(neo4jName).join('|')}`] : []),
      ...(within ? [`${n}.id IN ${parameters.add(within)}`] : []),
      ...(linked ? [this.#isLinked(i, n, parameters)] : []),
    ]);
  }

  /** Whether an edge touches the node in what was selected so far; what is selected later leaves lone nodes in place. */
  #isLinked(i: number, n: string, parameters: StatementParameters): string {
    const so = this.#selections.slice(0, i + 1).map((it, at) => (at === i ? { ...it, linked: false } : it));
    const view = new ViewCondition(so, this.#ontology);
    const [r, m] = [`linkedBy${i}`, `linkedTo${i}`];
    const conditions = [...view.edge(r, parameters), ...view.node(m, parameters)];
    return `EXISTS { MATCH (${n})-[${r}]-(${m}) WHERE ${allOfThem(conditions)} }`;
  }
}

function edgeConditions(selection: ResolvedSelection, r: string, parameters: StatementParameters): string[] {
  const { asOf, mode = 'POSSIBLE', knownBy, knownMode = 'POSSIBLE', stated, trust, modality, sources, via } = selection;
  const conditions: string[] = [];
  if (asOf !== undefined) {
    const { first, last } = periodOf(asOf);
    const { start, end } = decidingBounds(BOUNDS, mode);
    conditions.push(
      `${r}.${start} <= ${parameters.add(BigInt(last))}`,
      `${r}.${end} >= ${parameters.add(BigInt(first))}`,
    );
  }
  if (knownBy !== undefined) {
    const day = knownMode === 'POSSIBLE' ? PRIVATE.knownPossible : PRIVATE.knownCertain;
    const otherwise = knownMode === 'POSSIBLE' ? ALWAYS : NEVER;
    conditions.push(`coalesce(${r}.${day}, ${otherwise}) <= ${parameters.add(BigInt(periodOf(knownBy).last))}`);
  }
  if (stated) conditions.push(`${r}.${PRIVATE.inferred} IS NULL`);
  if (trust !== undefined) conditions.push(`${r}.confidence >= ${parameters.add(trust)}`);
  if (modality) conditions.push(`${r}.modality IN ${parameters.add(modality)}`);
  if (via) conditions.push(`type(${r}) IN ${parameters.add(via)}`);
  if (sources && (sources.only || (sources.except ?? []).length > 0)) {
    conditions.push(backedBy(r, sources.only, sources.except ?? [], parameters));
  }
  return conditions;
}

/** Whether an edge holds on the word of sources that count: a statement on any of its own, a conclusion on one of its ways. */
function backedBy(
  r: string,
  only: readonly string[] | undefined,
  except: readonly string[],
  parameters: StatementParameters,
): string {
  const parts: string[] = [];
  if (only) parts.push(`s IN ${parameters.add(only)}`);
  if (except.length > 0) parts.push(`NOT s IN ${parameters.add(except)}`);
  const counts = parts.join(' AND ');
  const unsourced = only ? 'false' : 'true';
  const own = `coalesce(${r}.sources, [])`;
  const [sets, ids] = [BETWEEN_SETS, BETWEEN_SOURCES].map((it) => parameters.add(it));
  const statement = `(${r}.${PRIVATE.inferred} IS NULL AND ((size(${own}) = 0 AND ${unsourced}) OR any(s IN ${own} WHERE ${counts})))`;
  const set = `((set = '' AND ${unsourced}) OR (set <> '' AND any(s IN split(set, ${ids}) WHERE ${counts})))`;
  const way = `all(set IN split(way, ${sets}) WHERE ${set})`;
  return `(${statement} OR any(way IN coalesce(${r}.${PRIVATE.ways}, []) WHERE ${way}))`;
}
