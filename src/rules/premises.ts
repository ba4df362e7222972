/**
 * What rules read: nodes, and the edges that may feed a conclusion.
 *
 * A statement that was denied or only planned, and a deprecated one supports nothing. Stated edges come
 * from loose facts or from a frozen graph; both look alike from here, so deriving and retracting match in one way.
 */
import { addTo } from '../base/group-by.ts';
import { isAsserted } from '../facts/claim.ts';
import type { Properties, PropertyValue } from '../facts/fact.ts';
import { readPartialDate } from '../facts/partial-date.ts';
import type { Validity } from '../facts/validity.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { derivationsOf } from '../store/derivations.ts';
import type { EdgeFacts } from '../store/edge-facts.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import { GrownGraph } from '../store/grown-graph.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber, NodeTable } from '../store/node-table.ts';
import type { EdgePattern } from './rule.ts';

/** No node, no edge. */
export const UNBOUND = -1;

/** What is known of the edges that were there before any rule ran. */
export interface KnownEdges {
  /** Whether the edge may be a premise. */
  isPremise(edge: EdgeNumber): boolean;
  /** Whether a source states it; otherwise it is a conclusion of an earlier run. */
  isStated(edge: EdgeNumber): boolean;
  /** Whether a conclusion of an earlier run was derived by this rule from these premises. */
  isDerived(edge: EdgeNumber, rule: string, premises: readonly EdgeNumber[]): boolean;
  property(edge: EdgeNumber, name: string): PropertyValue | undefined;
  validity(edge: EdgeNumber): Validity;
  id(edge: EdgeNumber): string;
}

/** Loose facts, all of which feed conclusions, numbered as `places` has them. */
function knownFacts(facts: EdgeFacts, places: readonly number[]): KnownEdges {
  return {
    isPremise: () => true,
    isStated: () => true,
    isDerived: () => false,
    property: (edge, name) => facts.property(places[edge]!, name),
    validity: (edge) => facts.validityOf(places[edge]!),
    id: (edge) => facts.idOf(places[edge]!),
  };
}

/** The edges of a frozen graph. */
export function knownGraph({ edges }: KnowledgeGraph): KnownEdges {
  return {
    isPremise: (edge) => isAsserted(edges.property(edge, 'modality'), edges.property(edge, 'rank')),
    isStated: (edge) => !edges.isInferred(edge),
    isDerived: (edge, rule, premises) =>
      derivationsOf(edges.derivations, edge).some((it) => it.rule === rule && equal(it.premises, premises)),
    property: (edge, name) => edges.columns.columns.get(name)?.get(edge),
    validity: (edge) => edges.validityOf(edge),
    id: (edge) => edges.id(edge),
  };
}

/** An edge that a rule added. */
export interface AddedByRule {
  /** The node of the occasion it names, or UNBOUND. */
  readonly occasion: NodeNumber;
  readonly properties: Properties;
}

const equal = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((it, i) => it === b[i]);

export type NodeDates = (node: NodeNumber) => Validity | undefined;

/** When nodes lasted, by their property `when`; each is read once. */
export function nodeDates(nodes: NodeTable): NodeDates {
  const known = new Map<NodeNumber, Validity | undefined>();
  return (node) => {
    if (node === UNBOUND || known.has(node)) return known.get(node);
    const when = nodes.property(node, 'when');
    const date = typeof when === 'string' ? readPartialDate(when) : undefined;
    const dates = date && 'validity' in date ? date.validity : undefined;
    known.set(node, dates);
    return dates;
  };
}

export class Premises {
  readonly nodes: NodeTable;
  readonly edges: GrownGraph;
  readonly known: KnownEdges;
  /** Edges below this number are known; those above were added by rules, in this order. */
  readonly firstConcluded: EdgeNumber;
  readonly #concluded: AddedByRule[] = [];
  /** When a node lasted; undefined for one without a date, and for UNBOUND. */
  readonly datesOf: NodeDates;
  readonly #nodesByKey = new Map<string, Map<string, NodeNumber[]>>();

  constructor(nodes: NodeTable, edges: GrownGraph, known: KnownEdges) {
    this.nodes = nodes;
    this.edges = edges;
    this.known = known;
    this.firstConcluded = edges.end;
    this.datesOf = nodeDates(nodes);
  }

  /** Makes known what a rule says of the edge that was added last. */
  conclude(added: AddedByRule): void {
    this.#concluded.push(added);
  }

  isPremise(edge: EdgeNumber): boolean {
    return edge >= this.firstConcluded || this.known.isPremise(edge);
  }

  property(edge: EdgeNumber, name: string): PropertyValue | undefined {
    return edge < this.firstConcluded
      ? this.known.property(edge, name)
      : this.#concluded[edge - this.firstConcluded]?.properties[name];
  }

  /** The occasion that an edge names, or UNBOUND. */
  occasionOf(edge: EdgeNumber): NodeNumber {
    if (edge >= this.firstConcluded) return this.#concluded[edge - this.firstConcluded]?.occasion ?? UNBOUND;
    const at = this.known.property(edge, 'at');
    return typeof at === 'string' ? (this.nodes.numberOf(at) ?? UNBOUND) : UNBOUND;
  }

  /** The nodes of some types whose properties read `key` (values joined by `keyOf`); indexed at the first question. */
  nodesByKey(types: readonly string[], properties: readonly string[], key: string): readonly NodeNumber[] {
    const name = `${types.join(' ')}/${properties.join(' ')}`;
    let index = this.#nodesByKey.get(name);
    if (!index) this.#nodesByKey.set(name, (index = this.#indexNodes(types, properties)));
    return index.get(key) ?? [];
  }

  #indexNodes(types: readonly string[], properties: readonly string[]): Map<string, NodeNumber[]> {
    const index = new Map<string, NodeNumber[]>();
    for (const type of types) {
      const { start, end } = this.nodes.span(type);
      for (let node = start; node < end; node++) {
        const key = keyOf(properties.map((it) => this.nodes.property(node, it)));
        if (key !== undefined) addTo(index, key, node);
      }
    }
    return index;
  }
}

/** The facts that may match some patterns, as premises, and the place of each among the facts. */
export function premisesOf(
  ontology: Ontology,
  nodes: NodeTable,
  facts: EdgeFacts,
  patterns: readonly EdgePattern[],
): { readonly premises: Premises; readonly places: readonly number[] } {
  const wanted = new Set(patterns.map((it) => it.type.text));
  const names = [...ontology.edgeTypes.keys()];
  const codes = facts.types.texts.map((it) => (wanted.has(it) ? names.indexOf(it) : -1));
  const numbers = facts.nodes.texts.map((id) => nodes.numberOf(id));
  const edges = new GrownGraph();
  const places: number[] = [];
  const { earliestStart, latestEnd } = facts.validity;
  for (let place = 0; codes.some((it) => it !== -1) && place < facts.length; place++) {
    const type = codes[facts.type.values[place]!]!;
    if (type === -1 || facts.derivations.has(place)) continue;
    if (!isAsserted(facts.property(place, 'modality'), facts.property(place, 'rank'))) continue;
    const [from, to] = [numbers[facts.from.values[place]!], numbers[facts.to.values[place]!]];
    if (from === undefined || to === undefined) continue;
    edges.add({
      type,
      from,
      to,
      earliestStart: earliestStart.values[place]!,
      latestEnd: latestEnd.values[place]!,
    });
    edges.show();
    places.push(place);
  }
  return { premises: new Premises(nodes, edges, knownFacts(facts, places)), places };
}

/** Some values as one text; undefined when any is missing, for nothing equals what is unknown. */
export function keyOf(values: readonly (PropertyValue | undefined)[]): string | undefined {
  return values.includes(undefined) ? undefined : JSON.stringify(values.map(String));
}
