/**
 * Bounds: what is known of when statements hold beyond what they say themselves.
 *
 * What happened at an occasion happened within its days: that holds for every edge that names one (`at`), and for those
 * of which a rule says `within`. A rule that says `until then` ends an edge when its other premises begin: who withdraws
 * has left. Statements keep their `when` as it was written; only the four bounds that views and rules go by are narrowed.
 */
import { addTo } from '../base/group-by.ts';
import type { Problem } from '../base/problem.ts';
import { isAsserted } from '../facts/claim.ts';
import type { EdgeFact } from '../facts/fact.ts';
import { statedValidity } from '../facts/make-edge.ts';
import { type Day, FOREVER, sameBounds, type Validity, within } from '../facts/validity.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type { NodeNumber, NodeTable } from '../store/node-table.ts';
import { compileRule } from './compile-rule.ts';
import { overlapOfAll } from './dates-of-conclusion.ts';
import { nodeDates, type Premises, premisesOf } from './premises.ts';
import { outsideOccasion } from './problems.ts';
import { type EdgePattern, isBounding, type Rule, restatedPremise } from './rule.ts';

/** More problems at once help nobody. */
const LIMIT = 50;

export interface BoundStatements {
  /** The facts in their order; those of which more is known than they say, with narrower bounds. */
  readonly edges: readonly EdgeFact[];
  readonly endings: Endings;
  readonly problems: readonly Problem[];
}

/** Narrows the bounds of statements by their occasions and by the rules that bound, which were checked. */
export function boundStatements(
  ontology: Ontology,
  nodes: NodeTable,
  facts: Iterable<EdgeFact>,
  rules: readonly Rule[],
): BoundStatements {
  const bounding = rules.filter(isBounding);
  const types = new Set(bounding.map((it) => it.conclusion.type.text));
  const problems: Problem[] = [];
  const edges = [...facts];
  const datesOf = nodeDates(nodes);
  const narrow = (place: number, occasion: NodeNumber | undefined): void => {
    const fact = edges[place]!;
    const days = occasion === undefined ? undefined : datesOf(occasion);
    if (occasion === undefined || !days) return;
    const validity = within(fact.validity, days);
    if (!validity && problems.length < LIMIT) {
      problems.push(outsideOccasion(fact, nodes.nameOf(occasion), String(nodes.property(occasion, 'when'))));
    } else if (validity && !sameBounds(validity, fact.validity)) edges[place] = { ...fact, validity };
  };
  edges.forEach((fact, place) => {
    const { at, modality, rank } = fact.properties;
    if ((at === undefined && !types.has(fact.type)) || fact.derivations?.length || !isAsserted(modality, rank)) return;
    // Bounds are reckoned from what the statement says: what narrowed them before may be gone.
    const own = statedValidity(fact.properties);
    if (!sameBounds(own, fact.validity)) edges[place] = { ...fact, validity: own };
    if (typeof at === 'string') narrow(place, nodes.numberOf(at));
  });
  // One set of premises for all rules of a kind: what one of them narrows still matches the others.
  const rulesWithin = bounding.filter((it) => it.dates.kind === 'WITHIN');
  const { premises, places } = premisesOf(ontology, nodes, edges, patternsOf(rulesWithin));
  for (const rule of rulesWithin) {
    const restated = rule.premises.indexOf(restatedPremise(rule) ?? rule.conclusion);
    compileRule(ontology, premises, rule, 0, ({ premises: [...matched], datedBy }) => {
      narrow(places[matched[restated]!.edge]!, datedBy?.node);
    }).matchAll();
  }
  const until = bounding.filter((it) => it.dates.kind === 'UNTIL');
  const endings = new Endings(ontology, until, premisesOf(ontology, nodes, edges, patternsOf(until)).premises);
  if (!endings.isEmpty) {
    const codes = new Map([...ontology.edgeTypes.keys()].map((name, code) => [name, code]));
    edges.forEach((fact, place) => {
      if (!types.has(fact.type) || !isAsserted(fact.properties.modality, fact.properties.rank)) return;
      const [from, to] = [nodes.numberOf(fact.from), nodes.numberOf(fact.to)];
      const validity = endings.end(codes.get(fact.type) ?? 0, from ?? 0, to ?? 0, fact.validity);
      if (validity !== fact.validity) edges[place] = { ...fact, validity };
    });
  }
  return { edges, endings, problems };
}

const patternsOf = (rules: readonly Rule[]): EdgePattern[] => rules.flatMap((it) => it.premises);

/** When edges end by the rules that say `until then`, by edge type and ends. */
export class Endings {
  readonly #ends = new Map<string, Validity[]>();

  /** By the rules that say `until then`, of the statements among the premises. */
  constructor(ontology: Ontology, rules: readonly Rule[], premises: Premises) {
    for (const rule of rules) {
      const others = rule.premises.filter((it) => it !== restatedPremise(rule));
      compileRule(ontology, premises, { ...rule, premises: others }, 0, ({ premises: matched, conclusion }) => {
        if (!matched.every((it) => premises.known.isStated(it.edge))) return;
        const end = overlapOfAll(matched.map((it) => premises.known.validity(it.edge)));
        const { type, from, to, symmetric } = conclusion;
        addTo(this.#ends, `${type} ${from.node} ${to.node}`, end);
        if (symmetric) addTo(this.#ends, `${type} ${to.node} ${from.node}`, end);
      }).matchAll();
    }
  }

  get isEmpty(): boolean {
    return this.#ends.size === 0;
  }

  /** When edges of this type, between these nodes, first end after a start; undefined when they do not. */
  after(type: number, from: NodeNumber, to: NodeNumber, start: Day): Validity | undefined {
    if (this.isEmpty) return undefined;
    const ends = this.#ends.get(`${type} ${from} ${to}`)?.filter((it) => it.latestStart >= start) ?? [];
    return ends.reduce<Validity | undefined>((a, b) => (a && a.latestStart <= b.latestStart ? a : b), undefined);
  }

  /** When an edge that holds then ends for its part: an end that is open or unknown is the first one after its start. */
  end(type: number, from: NodeNumber, to: NodeNumber, validity: Validity): Validity {
    const { earliestStart, latestStart, latestEnd } = validity;
    const end = latestEnd === FOREVER ? this.after(type, from, to, earliestStart) : undefined;
    if (!end) return validity;
    return {
      earliestStart,
      latestStart: Math.min(latestStart, end.latestStart),
      earliestEnd: Math.max(earliestStart, end.earliestStart),
      latestEnd: end.latestStart,
    };
  }
}
