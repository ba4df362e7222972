/**
 * Bounds: what is known of when statements hold beyond what they say themselves.
 *
 * What happened at an occasion happened within its days: that holds for every edge that names one (`at`), and for those
 * of which a rule says `within`. A rule that says `until then` ends an edge when its other premises begin (who withdraws
 * has left), and one that says `until Next` when that occasion does. Statements keep their `when` as it was written; only the four bounds that views and rules go by are narrowed.
 */
import { addTo } from '../base/group-by.ts';
import type { Problem } from '../base/problem.ts';
import { isAsserted } from '../facts/claim.ts';
import { statedValidity } from '../facts/make-edge.ts';
import { type Day, FOREVER, type Validity, within } from '../facts/validity.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type { EdgeFacts } from '../store/edge-facts.ts';
import type { NodeNumber, NodeTable } from '../store/node-table.ts';
import { compileRule } from './compile-rule.ts';
import { overlapOfAll } from './dates-of-conclusion.ts';
import { nodeDates, type Premises, premisesOf } from './premises.ts';
import { outsideOccasion } from './problems.ts';
import { type EdgePattern, isBounding, type Rule, restatedPremise } from './rule.ts';

/** More problems at once help nobody. */
const LIMIT = 50;

export interface BoundStatements {
  readonly endings: Endings;
  readonly problems: readonly Problem[];
}

/** Narrows the bounds of statements, in place, by their occasions and by the rules that bound, which were checked. */
export function boundStatements(
  ontology: Ontology,
  nodes: NodeTable,
  edges: EdgeFacts,
  rules: readonly Rule[],
): BoundStatements {
  const bounding = rules.filter(isBounding);
  const bound = new Set(bounding.map((it) => edges.types.find(it.conclusion.type.text)));
  const problems: Problem[] = [];
  const datesOf = nodeDates(nodes);
  const narrow = (edge: number, occasion: NodeNumber | undefined): void => {
    const days = occasion === undefined ? undefined : datesOf(occasion);
    if (occasion === undefined || !days) return;
    const validity = within(edges.validityOf(edge), days);
    if (validity) edges.bound(edge, validity);
    else if (problems.length < LIMIT) {
      const when = String(nodes.property(occasion, 'when'));
      problems.push(outsideOccasion(edges.fact(edge), nodes.nameOf(occasion), when));
    }
  };
  const occasions = edges.columns.get('at');
  const isStanding = (edge: number): boolean =>
    isAsserted(edges.property(edge, 'modality'), edges.property(edge, 'rank'));
  for (let edge = 0; (occasions || bound.size > 0) && edge < edges.length; edge++) {
    const at = occasions?.get(edge);
    if (at === undefined && !bound.has(edges.type.values[edge])) continue;
    if (edges.derivations.has(edge) || !isStanding(edge)) continue;
    // Bounds are reckoned from what the statement says: what narrowed them before may be gone.
    edges.bound(edge, statedValidity(edges.properties(edge)));
    if (typeof at === 'string') narrow(edge, nodes.numberOf(at));
  }
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
    const names = [...ontology.edgeTypes.keys()];
    const codes = edges.types.texts.map((it) => Math.max(0, names.indexOf(it)));
    const numbers = edges.nodes.texts.map((id) => nodes.numberOf(id) ?? 0);
    for (let edge = 0; edge < edges.length; edge++) {
      const type = edges.type.values[edge]!;
      if (!bound.has(type) || !isStanding(edge)) continue;
      const [from, to] = [numbers[edges.from.values[edge]!]!, numbers[edges.to.values[edge]!]!];
      edges.bound(edge, endings.end(codes[type]!, from, to, edges.validityOf(edge)));
    }
  }
  return { endings, problems };
}

const patternsOf = (rules: readonly Rule[]): EdgePattern[] => rules.flatMap((it) => it.premises);

/** When an edge ends. An occasion ends only what began before it, as it may be the one at which it began. */
interface Ending extends Validity {
  readonly byOccasion: boolean;
}

/** When edges end by the rules that say `until`, by edge type and ends. */
export class Endings {
  readonly #ends = new Map<string, Ending[]>();

  /** By the rules that say `until`, of the statements among the premises. */
  constructor(ontology: Ontology, rules: readonly Rule[], premises: Premises) {
    for (const rule of rules) {
      const others = rule.premises.filter((it) => it !== restatedPremise(rule));
      compileRule(
        ontology,
        premises,
        { ...rule, premises: others },
        0,
        ({ premises: matched, conclusion, datedBy }) => {
          if (!matched.every((it) => premises.known.isStated(it.edge))) return;
          const days = datedBy
            ? premises.datesOf(datedBy.node)
            : overlapOfAll(matched.map((it) => premises.known.validity(it.edge)));
          if (!days) return;
          const end = { ...days, byOccasion: datedBy !== undefined };
          const { type, from, to, symmetric } = conclusion;
          addTo(this.#ends, `${type} ${from.node} ${to.node}`, end);
          if (symmetric) addTo(this.#ends, `${type} ${to.node} ${from.node}`, end);
        },
      ).matchAll();
    }
  }

  get isEmpty(): boolean {
    return this.#ends.size === 0;
  }

  /** When edges of this type, between these nodes, first end after a start; undefined when they do not. */
  after(type: number, from: NodeNumber, to: NodeNumber, start: Day): Validity | undefined {
    if (this.isEmpty) return undefined;
    const ends =
      this.#ends
        .get(`${type} ${from} ${to}`)
        ?.filter((it) => (it.byOccasion ? it.earliestStart > start : it.latestStart >= start)) ?? [];
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
