/**
 * Conclusions as facts: an id, an envelope, and all their derivations, the strongest first.
 *
 * The envelope is that of the strongest support. A conclusion has no source of its own: those of its premises are found by
 * following them.
 */
import { edgeId } from '../facts/edge-id.ts';
import type { EdgeFact, PropertyValue } from '../facts/fact.ts';
import { printValidity } from '../facts/print-validity.ts';
import { FOREVER, sameBounds, type Validity } from '../facts/validity.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import { datesOfConclusion, overlapOfAll } from './dates-of-conclusion.ts';
import type { Conclusion, Deriver, Support } from './deriver.ts';
import { type Premises, UNBOUND } from './premises.ts';
import { confidenceOf, isReported, type Strength, Strengths, strengthOf } from './strength.ts';

/** The facts of everything that was derived, in no order that means anything. `known` tells the strength of the edges that were there before. */
export function conclusionFacts(deriver: Deriver, known: (edge: EdgeNumber) => Strength): EdgeFact[] {
  const { conclusions, premises } = deriver;
  const writer = new FactWriter(deriver, new Strengths(conclusions, premises.firstConcluded, known));
  return conclusions.map((it) => writer.write(it));
}

/** How firm and sure an edge is that was stated. */
export function statedStrength({ known }: Premises, edge: EdgeNumber, steps = 0): Strength {
  const confidence = known.property(edge, 'confidence');
  const reported = known.property(edge, 'modality') === 'REPORTED';
  return strengthOf(reported, typeof confidence === 'number' ? confidence : 1, steps);
}

class FactWriter {
  readonly #deriver: Deriver;
  readonly #premises: Premises;
  readonly #strengths: Strengths;
  readonly #edgeTypes: readonly { readonly name: string; readonly symmetric: boolean }[];

  constructor(deriver: Deriver, strengths: Strengths) {
    this.#deriver = deriver;
    this.#premises = deriver.premises;
    this.#strengths = strengths;
    this.#edgeTypes = [...deriver.ontology.edgeTypes.values()];
  }

  write({ edge }: Conclusion): EdgeFact {
    const { nodes, edges } = this.#premises;
    return {
      id: this.#idOf(edge),
      type: this.#edgeTypes[edges.type(edge)]?.name ?? '',
      from: nodes.ids[edges.from(edge)] ?? '',
      to: nodes.ids[edges.to(edge)] ?? '',
      validity: this.#validityOf(edge),
      sources: [],
      properties: this.#properties(edge),
      derivations: this.#supportsOf(edge).map(({ rule, premises }) => ({
        rule: rule.rule.id,
        premises: premises.map(this.#idOf),
      })),
    };
  }

  #properties(edge: EdgeNumber): Record<string, PropertyValue> {
    const strength = this.#strengths.of(edge);
    const when = this.#whenOf(edge);
    const occasion = this.#premises.occasionOf(edge);
    const confidence = confidenceOf(strength);
    const properties: Record<string, PropertyValue> = { ...this.#supportsOf(edge)[0]?.rule.conclusion.properties };
    if (when !== '') properties.when = when;
    if (occasion !== UNBOUND) properties.at = this.#premises.nodes.ids[occasion] ?? '';
    if (isReported(strength)) {
      properties.modality = 'REPORTED';
      const saidBy = this.#saidBy(edge);
      if (saidBy !== undefined) properties.saidBy = saidBy;
    }
    if (confidence < 1) properties.confidence = confidence;
    return properties;
  }

  /** When an edge holds. A conclusion is dated by its strongest support, and may last as long as any lets it. */
  readonly #validityOf = this.#memo<Validity>(
    (edge) => this.#premises.known.validity(edge),
    (edge) => {
      const [first] = this.#supportsOf(edge);
      const premises = overlapOfAll(first?.premises.map(this.#validityOf) ?? []);
      const occasion = this.#premises.datesOf(first?.datedBy ?? UNBOUND);
      const dates = datesOfConclusion(first?.rule.rule.dates.kind ?? 'OVERLAP', occasion, premises);
      const { edges } = this.#premises;
      const ended = this.#deriver.endings.end(edges.type(edge), edges.from(edge), edges.to(edge), dates);
      const latestEnd = edges.latestEnd(edge);
      return ended.latestEnd === latestEnd ? ended : { ...ended, latestEnd };
    },
  );

  /** Whose word the strongest support rests on, when all that is reported in it is of one mouth. */
  #saidBy(edge: EdgeNumber): string | undefined {
    if (!this.#isConclusion(edge)) return textOf(this.#premises.known.property(edge, 'saidBy')) || undefined;
    const reported = this.#supportsOf(edge)[0]?.premises.filter((it) => isReported(this.#strengths.of(it))) ?? [];
    const [first, ...others] = new Set(reported.map((it) => this.#saidBy(it)));
    return others.length === 0 ? first : undefined;
  }

  /** The supports of a conclusion, the strongest first; those by one rule from the same premises count once. */
  readonly #supportsOf = this.#memo<readonly Support[]>(
    () => [],
    (edge) => this.#inOrder(this.#deriver.conclusionOf(edge)?.supports ?? []),
  );

  #inOrder(supports: readonly Support[]): readonly Support[] {
    if (supports.length < 2) return supports;
    const weighed = supports.map((it) => ({
      it,
      strength: this.#strengths.ofSupport(it),
      premises: it.premises.map(this.#idOf),
    }));
    const best = weighed.reduce((least, it) => Math.min(least, it.strength), Number.POSITIVE_INFINITY);
    // Among the strongest, those come first whose premises hold together beyond doubt. Only these are asked for their
    // dates: their premises are final, while weaker ones may go round in circles.
    const ordered = weighed.map((one) => ({
      ...one,
      doubt: one.strength === best && this.#surelyMeet(one.it) ? 0 : 1,
    }));
    ordered.sort(
      (a, b) =>
        a.strength - b.strength ||
        a.doubt - b.doubt ||
        a.it.rule.order - b.it.rule.order ||
        (a.premises.join() < b.premises.join() ? -1 : 1),
    );
    // A symmetric pattern fits both supports round: the same premises in another order say nothing more.
    const seen = new Set<string>();
    return ordered.flatMap(({ it, premises }) => {
      const key = `${it.rule.order} ${premises.toSorted().join()}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [it];
    });
  }

  #surelyMeet({ premises }: Support): boolean {
    return overlapOfAll(premises.map(this.#validityOf)).latestStart !== FOREVER;
  }

  // A start is part of what a conclusion is and its end is not, as with stated edges. The word "inferred" keeps its id
  // apart from that of a stated edge, which may be denied or deprecated and yet be between the same nodes.
  readonly #idOf = this.#memo<string>(
    (edge) => this.#premises.known.id(edge),
    (edge) => {
      const { nodes, edges } = this.#premises;
      const occasion = this.#premises.occasionOf(edge);
      const { name, symmetric } = this.#edgeTypes[edges.type(edge)] ?? { name: '', symmetric: false };
      const properties: Record<string, PropertyValue> = { when: `inferred ${edges.earliestStart(edge)}` };
      if (occasion !== UNBOUND) properties.at = nodes.ids[occasion] ?? '';
      for (const it of ['role', 'kind']) {
        const value = this.#premises.property(edge, it);
        if (value !== undefined) properties[it] = value;
      }
      const [from, to] = [nodes.ids[edges.from(edge)] ?? '', nodes.ids[edges.to(edge)] ?? ''];
      return edgeId({ type: name, from, to, properties }, symmetric);
    },
  );

  /** The dates of an edge as text, empty where there is none; as the occasion or a premise has them, if they are the same. */
  readonly #whenOf: (edge: EdgeNumber) => string = this.#memo<string>(
    (edge) => textOf(this.#premises.known.property(edge, 'when')),
    (edge) => {
      const dates = this.#validityOf(edge);
      const [first] = this.#supportsOf(edge);
      const datedBy = first?.datedBy ?? UNBOUND;
      const occasion = this.#premises.datesOf(datedBy);
      if (occasion && sameBounds(occasion, dates)) return textOf(this.#premises.nodes.property(datedBy, 'when'));
      const premise = first?.premises.find((it) => sameBounds(this.#validityOf(it), dates));
      return (premise !== undefined && this.#whenOf(premise)) || (printValidity(dates) ?? '');
    },
  );

  #isConclusion(edge: EdgeNumber): boolean {
    return edge >= this.#premises.firstConcluded;
  }

  /** What is read of a given edge, and worked out once for a conclusion. */
  #memo<T>(read: (edge: EdgeNumber) => T, make: (edge: EdgeNumber) => T): (edge: EdgeNumber) => T {
    // Full from the start: premises are asked for far ahead, and an array with such gaps would become a slow hash table.
    let made: (T | undefined)[] | undefined;
    return (edge) => {
      const first = this.#premises.firstConcluded;
      if (edge < first) return read(edge);
      made ??= new Array<T | undefined>(this.#deriver.conclusions.length).fill(undefined);
      return (made[edge - first] ??= make(edge));
    };
  }
}

const textOf = (value: PropertyValue | undefined): string => (typeof value === 'string' ? value : '');
