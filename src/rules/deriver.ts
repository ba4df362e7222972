/**
 * Semi-naive evaluation: all rules are applied to some premises until nothing new follows.
 *
 * What is stated is matched once; after that each conclusion is matched, when its turn comes, with what was shown
 * before it, so every combination of premises is met once. A conclusion is one edge however often it follows; each
 * support is kept. Nodes and starts are finitely many, so circles end by themselves.
 */
import { addTo } from '../base/group-by.ts';
import { ALWAYS, FOREVER } from '../facts/validity.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import { NO_EDGE } from '../store/grown-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { Endings } from './bound-statements.ts';
import type { Span } from './compile-plan.ts';
import { type CompiledRule, compileRule, qualifierOf } from './compile-rule.ts';
import { spanOfConclusion } from './dates-of-conclusion.ts';
import { type Premises, UNBOUND } from './premises.ts';
import type { Rule } from './rule.ts';

/** One way in which a conclusion follows: a rule, and the premises that match it. Written down, it is a derivation. */
export interface Support {
  readonly rule: CompiledRule;
  readonly premises: readonly EdgeNumber[];
  /** The occasion that dates the conclusion, or UNBOUND. */
  readonly datedBy: NodeNumber;
}

/** An edge that rules added, and all that supports it. */
export interface Conclusion {
  readonly edge: EdgeNumber;
  readonly supports: Support[];
}

/** A conclusion that may be a new one. */
interface Candidate {
  readonly support: Support;
  readonly from: NodeNumber;
  readonly to: NodeNumber;
  readonly occasion: NodeNumber;
  readonly dates: Span;
}

/** Thrown when rules derived more than the budget allows; never leaves this part. */
export class BudgetReached extends Error {
  readonly rule: Rule;
  /** How much this rule derived: it derived the most. */
  readonly derived: number;
  readonly budget: number;

  constructor(rule: Rule, derived: number, budget: number) {
    super(`The rule ${rule.id} derived ${derived} of ${budget} conclusions.`);
    this.rule = rule;
    this.derived = derived;
    this.budget = budget;
  }
}

export class Deriver {
  readonly ontology: Ontology;
  readonly premises: Premises;
  readonly endings: Endings;
  readonly conclusions: Conclusion[] = [];
  /** Conclusions of the graph that may have a new support: they must be derived again. */
  readonly touched: Set<EdgeNumber> = new Set();
  readonly #rules: readonly CompiledRule[];
  /** By edge type: the premises that such an edge can be. */
  readonly #uses = new Map<number, { readonly rule: CompiledRule; readonly place: number }[]>();
  readonly #counts: number[];
  readonly #budget: number;
  /** Conclusions that hold longer than when they were matched. */
  readonly #prolonged = new Set<EdgeNumber>();
  #derived = 0;

  constructor(ontology: Ontology, premises: Premises, rules: readonly Rule[], endings: Endings, budget: number) {
    this.ontology = ontology;
    this.premises = premises;
    this.endings = endings;
    this.#budget = budget;
    this.#counts = rules.map(() => 0);
    this.#rules = rules.map((it, order) =>
      compileRule(ontology, premises, it, order, (rule, span) => this.#conclude(rule, span)),
    );
    for (const rule of this.#rules) {
      for (const [place, { type }] of rule.premises.entries()) addTo(this.#uses, type, { rule, place });
    }
  }

  /** Derives everything that follows from what is known. */
  deriveAll(): void {
    for (const rule of this.#rules) rule.matchAll();
    this.reachFixpoint();
  }

  /** Derives what follows between two nodes from what is known, and not yet what follows from that. */
  deriveBetween(type: number, from: NodeNumber, to: NodeNumber): void {
    for (const rule of this.#rules) if (rule.conclusion.type === type) rule.matchBetween(from, to);
  }

  /**
   * Derives a conclusion again as it was derived before, and says whether that could be done: where a symmetric edge may
   * stand either way round, `deriveBetween` has to find out.
   */
  rederive(edge: EdgeNumber, ruleId: string, derivedFrom: readonly EdgeNumber[]): boolean {
    const rule = this.#rules.find((it) => it.rule.id === ruleId);
    if (!rule || rule.conclusion.symmetric || rule.premises.some((it) => it.symmetric)) return false;
    const { edges } = this.premises;
    const span: Span = { first: ALWAYS, last: FOREVER };
    rule.conclusion.from.node = edges.from(edge);
    rule.conclusion.to.node = edges.to(edge);
    rule.premises.forEach((premise, place) => {
      premise.edge = derivedFrom[place] ?? UNBOUND;
      premise.from.node = edges.from(premise.edge);
      premise.to.node = edges.to(premise.edge);
      if (premise.occasion) premise.occasion.node = this.premises.occasionOf(premise.edge);
      span.first = Math.max(span.first, edges.earliestStart(premise.edge));
      span.last = Math.min(span.last, edges.latestEnd(premise.edge));
    });
    this.#conclude(rule, span);
    return true;
  }

  /** Goes on from what was derived until nothing new follows. */
  reachFixpoint(): void {
    const { edges } = this.premises;
    for (;;) {
      const shown = edges.show();
      if (shown !== NO_EDGE) this.#match(shown);
      else {
        const [prolonged] = this.#prolonged;
        if (prolonged === undefined) return;
        this.#prolonged.delete(prolonged);
        this.#match(prolonged);
      }
    }
  }

  /** The conclusion that an edge is, when a rule added it. */
  conclusionOf(edge: EdgeNumber): Conclusion | undefined {
    return this.conclusions[edge - this.premises.firstConcluded];
  }

  #match(edge: EdgeNumber): void {
    for (const { rule, place } of this.#uses.get(this.premises.edges.type(edge)) ?? []) rule.matchWith[place]?.(edge);
  }

  #conclude(rule: CompiledRule, span: Span): void {
    this.#count(rule);
    const { conclusion } = rule;
    const turned = conclusion.symmetric && conclusion.to.node < conclusion.from.node;
    const from = turned ? conclusion.to.node : conclusion.from.node;
    const to = turned ? conclusion.from.node : conclusion.to.node;
    const { nodes, edges } = this.premises;
    // A relation of a thing to itself is never news; leaving it out also ends the circles of transitive rules.
    if (from === to || !conclusion.allows(nodes.types[from] ?? UNBOUND, nodes.types[to] ?? UNBOUND)) return;
    const datedBy = rule.datedBy?.node ?? UNBOUND;
    const dates = spanOfConclusion(rule.rule.dates.kind, this.premises.datesOf(datedBy), span);
    if (!dates) return;
    if (dates.last === FOREVER)
      dates.last = this.endings.after(conclusion.type, from, to, dates.first)?.latestStart ?? FOREVER;
    const support: Support = { rule, premises: rule.premises.map((it) => it.edge), datedBy };
    const occasion = conclusion.occasion?.node ?? UNBOUND;
    const known = this.#find({ support, from, to, occasion, dates });
    if (known === 'KNOWN') return;
    if (known) {
      known.supports.push(support);
      const longer = edges.prolong(known.edge, dates.last);
      if (longer && edges.isShown(known.edge)) this.#prolonged.add(known.edge);
      return;
    }
    const edge = edges.add({ type: conclusion.type, from, to, earliestStart: dates.first, latestEnd: dates.last });
    this.premises.conclude({ occasion, properties: conclusion.properties });
    this.conclusions.push({ edge, supports: [support] });
  }

  #count(rule: CompiledRule): void {
    this.#counts[rule.order] = (this.#counts[rule.order] ?? 0) + 1;
    if (++this.#derived <= this.#budget) return;
    const most = Math.max(...this.#counts);
    const greedy = this.#rules[this.#counts.indexOf(most)];
    throw new BudgetReached(greedy?.rule ?? rule.rule, most, this.#budget);
  }

  /** The same conclusion, when it was derived before, or KNOWN when there is nothing to add to what was. */
  #find(candidate: Candidate): Conclusion | 'KNOWN' | undefined {
    const { edges } = this.premises;
    const { conclusion } = candidate.support.rule;
    let found: Conclusion | 'KNOWN' | undefined;
    const look = (edge: EdgeNumber): void => {
      if (found === 'KNOWN' || !this.premises.isPremise(edge)) return;
      const concluded = this.conclusionOf(edge);
      if (concluded) {
        if (this.#isSame(edge, candidate)) found = concluded;
      } else if (this.#isKnown(edge, candidate)) found = 'KNOWN';
    };
    edges.eachBetween(conclusion.type, candidate.from, candidate.to, look);
    if (conclusion.symmetric) edges.eachBetween(conclusion.type, candidate.to, candidate.from, look);
    return found;
  }

  /** Whether an edge that was there before says it already. */
  #isKnown(edge: EdgeNumber, candidate: Candidate): boolean {
    const { known } = this.premises;
    if (known.isStated(edge)) return this.#says(edge, candidate);
    if (!this.#isSame(edge, candidate)) return false;
    // A conclusion of the graph stands as it is, unless this support is new.
    const { rule, premises } = candidate.support;
    if (!known.isDerived(edge, rule.rule.id, premises)) this.touched.add(edge);
    return true;
  }

  /** Conclusions between the same nodes are the same when occasion, role, kind and earliest start are. */
  #isSame(edge: EdgeNumber, { support, occasion, dates }: Candidate): boolean {
    const { edges } = this.premises;
    return (
      edges.earliestStart(edge) === dates.first &&
      this.premises.occasionOf(edge) === occasion &&
      qualifierOf(this.premises.property(edge, 'role'), this.premises.property(edge, 'kind')) ===
        support.rule.conclusion.qualifier
    );
  }

  /**
   * Whether a stated edge says all that the conclusion would: it may hold when that begins, or lies within the days of the
   * occasion that dates it, and differs in nothing. Of a conclusion whose start is unknown, any stated edge may be the
   * very one.
   */
  #says(edge: EdgeNumber, { support, occasion, dates }: Candidate): boolean {
    const { edges } = this.premises;
    const begun = dates.first === ALWAYS || edges.earliestStart(edge) <= dates.first;
    // Only the days of an occasion are fixed: an end that may still move out must decide nothing.
    const days = support.rule.rule.dates.kind === 'DURING' ? this.premises.datesOf(support.datedBy) : undefined;
    const isWithin = days !== undefined && edges.latestEnd(edge) <= days.latestEnd;
    if ((!begun && !isWithin) || edges.latestEnd(edge) < dates.first) return false;
    const at = this.premises.occasionOf(edge);
    if (at !== UNBOUND && occasion !== UNBOUND && at !== occasion) return false;
    return ['role', 'kind'].every((name) => {
      const [stated, concluded] = [this.premises.property(edge, name), support.rule.conclusion.properties[name]];
      return stated === undefined || concluded === undefined || stated === concluded;
    });
  }
}
