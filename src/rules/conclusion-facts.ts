/**
 * Conclusions as facts: an id, an envelope, and every way in which they follow, the strongest first.
 *
 * The envelope is that of the strongest way. A conclusion has no source of its own: those of its premises are found by
 * following them.
 */
import { edgeId } from '../facts/edge-id.ts';
import type { EdgeFact, PropertyValue } from '../facts/fact.ts';
import { printValidity } from '../facts/print-validity.ts';
import { FOREVER, type Validity } from '../facts/validity.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import { datesOfConclusion, overlapOfAll } from './dates-of-conclusion.ts';
import type { Conclusion, Deriver, Drawn } from './deriver.ts';
import { NONE, type Premises } from './premises.ts';
import { confidenceOf, isReported, type Strength, strengthOf } from './strength.ts';
import { Weights } from './weigh-conclusions.ts';

/** The facts of everything that was drawn, in no order that means anything. `known` tells the strength of the edges that were there before. */
export function conclusionFacts(deriver: Deriver, known: (edge: EdgeNumber) => Strength): EdgeFact[] {
  const { conclusions, premises } = deriver;
  const writer = new FactWriter(deriver, new Weights(conclusions, premises.firstConcluded, known));
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
  readonly #weights: Weights;
  readonly #edgeTypes: readonly { readonly name: string; readonly symmetric: boolean }[];
  readonly #first: EdgeNumber;
  // What is worked out once for each conclusion, by its place among them. Full from the start: premises are asked for
  // far ahead, and an array with such gaps would become a slow hash table.
  readonly #ids: (string | undefined)[];
  readonly #ways: (readonly Drawn[] | undefined)[];
  readonly #validities: (Validity | undefined)[];
  /** Null where there is no text for the dates. */
  readonly #texts: (string | null | undefined)[];

  constructor(deriver: Deriver, weights: Weights) {
    this.#deriver = deriver;
    this.#premises = deriver.premises;
    this.#first = deriver.premises.firstConcluded;
    this.#weights = weights;
    this.#edgeTypes = [...deriver.ontology.edgeTypes.values()];
    this.#ids = deriver.conclusions.map(() => undefined);
    this.#ways = deriver.conclusions.map(() => undefined);
    this.#validities = deriver.conclusions.map(() => undefined);
    this.#texts = deriver.conclusions.map(() => undefined);
  }

  write({ edge }: Conclusion): EdgeFact {
    const { nodes, edges } = this.#premises;
    return {
      id: this.#id(edge),
      type: this.#edgeTypes[edges.type(edge)]?.name ?? '',
      from: nodes.ids[edges.from(edge)] ?? '',
      to: nodes.ids[edges.to(edge)] ?? '',
      validity: this.#validityOf(edge),
      sources: [],
      properties: this.#properties(edge),
      derivations: this.#waysOf(edge).map(({ rule, premises }) => ({
        rule: rule.rule.id,
        premises: premises.map((it) => this.#id(it)),
      })),
    };
  }

  #properties(edge: EdgeNumber): Record<string, PropertyValue> {
    const strength = this.#weights.of(edge);
    const when = this.#whenOf(edge);
    const occasion = this.#premises.occasionOf(edge);
    const confidence = confidenceOf(strength);
    const properties: Record<string, PropertyValue> = { ...this.#waysOf(edge)[0]?.rule.conclusion.properties };
    if (when !== undefined) properties.when = when;
    if (occasion !== NONE) properties.at = this.#premises.nodes.ids[occasion] ?? '';
    if (isReported(strength)) {
      properties.modality = 'REPORTED';
      const saidBy = this.#saidBy(edge);
      if (saidBy !== undefined) properties.saidBy = saidBy;
    }
    if (confidence < 1) properties.confidence = confidence;
    return properties;
  }

  /** When an edge holds. A conclusion is dated by its strongest way, and may last as long as any way lets it. */
  #validityOf(edge: EdgeNumber): Validity {
    if (edge < this.#first) return this.#premises.known.validity(edge);
    const known = this.#validities[edge - this.#first];
    if (known) return known;
    const [first] = this.#waysOf(edge);
    const premises = overlapOfAll(first?.premises.map((it) => this.#validityOf(it)) ?? []);
    const occasion = this.#premises.datesOf(first?.datedBy ?? NONE);
    const dates = datesOfConclusion(first?.rule.rule.dates.kind ?? 'OVERLAP', occasion, premises);
    const latestEnd = this.#premises.edges.latestEnd(edge);
    const validity = dates.latestEnd === latestEnd ? dates : { ...dates, latestEnd };
    this.#validities[edge - this.#first] = validity;
    return validity;
  }

  /** Whose word the strongest way rests on, when all that is reported in it is of one mouth. */
  #saidBy(edge: EdgeNumber): string | undefined {
    if (edge < this.#first) {
      const saidBy = this.#premises.known.property(edge, 'saidBy');
      return typeof saidBy === 'string' ? saidBy : undefined;
    }
    const reported = this.#waysOf(edge)[0]?.premises.filter((it) => isReported(this.#weights.of(it))) ?? [];
    const [first, ...others] = new Set(reported.map((it) => this.#saidBy(it)));
    return others.length === 0 ? first : undefined;
  }

  /** The ways of a conclusion, the strongest first; those by one rule from the same premises count once. */
  #waysOf(edge: EdgeNumber): readonly Drawn[] {
    const known = this.#ways[edge - this.#first];
    if (known) return known;
    const ways = this.#inOrder(this.#deriver.conclusionOf(edge)?.drawn ?? []);
    this.#ways[edge - this.#first] = ways;
    return ways;
  }

  #inOrder(drawn: readonly Drawn[]): readonly Drawn[] {
    if (drawn.length < 2) return drawn;
    const weighed = drawn.map((it) => ({
      it,
      strength: this.#weights.ofDrawn(it),
      premises: it.premises.map((premise) => this.#id(premise)),
    }));
    const best = weighed.reduce((least, it) => Math.min(least, it.strength), Number.POSITIVE_INFINITY);
    // Among the strongest, those come first whose premises hold together beyond doubt. Only these are asked for their
    // dates: their premises are settled, while weaker ways may go round in circles.
    const ways = weighed.map((way) => ({
      ...way,
      doubt: way.strength === best && this.#surelyMeet(way.it) ? 0 : 1,
    }));
    ways.sort(
      (a, b) =>
        a.strength - b.strength ||
        a.doubt - b.doubt ||
        a.it.rule.order - b.it.rule.order ||
        (a.premises.join() < b.premises.join() ? -1 : 1),
    );
    // A symmetric pattern fits both ways round: the same premises in another order say nothing more.
    const seen = new Set<string>();
    return ways.flatMap(({ it, premises }) => {
      const key = `${it.rule.order} ${premises.toSorted().join()}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [it];
    });
  }

  #surelyMeet({ premises }: Drawn): boolean {
    return overlapOfAll(premises.map((it) => this.#validityOf(it))).latestStart !== FOREVER;
  }

  // A start is part of what a conclusion is and its end is not, as with stated edges. The word "inferred" keeps its id
  // apart from that of a stated edge, which may be denied or deprecated and yet be between the same nodes.
  #id(edge: EdgeNumber): string {
    if (edge < this.#first) return this.#premises.known.id(edge);
    const known = this.#ids[edge - this.#first];
    if (known !== undefined) return known;
    const { nodes, edges } = this.#premises;
    const occasion = this.#premises.occasionOf(edge);
    const { name, symmetric } = this.#edgeTypes[edges.type(edge)] ?? { name: '', symmetric: false };
    const properties: Record<string, PropertyValue> = {
      when: `inferred ${edges.earliestStart(edge)}`,
    };
    if (occasion !== NONE) properties.at = nodes.ids[occasion] ?? '';
    for (const it of ['role', 'kind']) {
      const value = this.#premises.property(edge, it);
      if (value !== undefined) properties[it] = value;
    }
    const [from, to] = [nodes.ids[edges.from(edge)] ?? '', nodes.ids[edges.to(edge)] ?? ''];
    const id = edgeId({ type: name, from, to, properties }, symmetric);
    this.#ids[edge - this.#first] = id;
    return id;
  }

  /** The dates of a conclusion as text: as the occasion or a premise has them written, if they are the same. */
  #whenOf(edge: EdgeNumber): string | undefined {
    if (edge < this.#first) return textOf(this.#premises.known.property(edge, 'when'));
    const place = edge - this.#first;
    const known = this.#texts[place];
    if (known !== undefined) return known ?? undefined;
    const dates = this.#validityOf(edge);
    const [first] = this.#waysOf(edge);
    const datedBy = first?.datedBy ?? NONE;
    const premise = first?.premises.find((it) => sameDates(this.#validityOf(it), dates));
    const occasion = this.#premises.datesOf(datedBy);
    const text =
      occasion && sameDates(occasion, dates)
        ? textOf(this.#premises.nodes.property(datedBy, 'when'))
        : ((premise === undefined ? undefined : this.#whenOf(premise)) ?? printValidity(dates));
    this.#texts[place] = text ?? null;
    return text;
  }
}

const textOf = (value: PropertyValue | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

const sameDates = (a: Validity, b: Validity): boolean =>
  a.earliestStart === b.earliestStart &&
  a.latestStart === b.latestStart &&
  a.earliestEnd === b.earliestEnd &&
  a.latestEnd === b.latestEnd;
