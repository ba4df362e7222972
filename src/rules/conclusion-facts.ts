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
import { compareStrengths, type Strength, type Weights, weighConclusions } from './weigh-conclusions.ts';

/** The facts of everything that was drawn, by id. `known` tells the strength of the edges that were there before. */
export function conclusionFacts(deriver: Deriver, known: (edge: EdgeNumber) => Strength): EdgeFact[] {
  const writer = new FactWriter(deriver, weighConclusions(deriver.conclusions, known));
  return deriver.conclusions.map((it) => writer.write(it)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** How firm and sure an edge is that was stated. */
export function statedStrength({ known }: Premises, edge: EdgeNumber): Strength {
  const confidence = known.property(edge, 'confidence');
  return {
    reported: known.property(edge, 'modality') === 'REPORTED' ? 1 : 0,
    confidence: typeof confidence === 'number' ? confidence : 1,
    depth: 0,
  };
}

class FactWriter {
  readonly #deriver: Deriver;
  readonly #premises: Premises;
  readonly #weights: Weights;
  readonly #edgeTypes: readonly { readonly name: string; readonly symmetric: boolean }[];
  readonly #ids = new Map<EdgeNumber, string>();
  readonly #ways = new Map<EdgeNumber, readonly Drawn[]>();
  readonly #validities = new Map<EdgeNumber, Validity>();
  readonly #texts = new Map<EdgeNumber, string | undefined>();

  constructor(deriver: Deriver, weights: Weights) {
    this.#deriver = deriver;
    this.#premises = deriver.premises;
    this.#weights = weights;
    this.#edgeTypes = [...deriver.ontology.edgeTypes.values()];
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
    const { nodes } = this.#premises;
    const { reported, confidence } = this.#weights.of(edge);
    const when = this.#whenOf(edge);
    const occasion = this.#premises.occasionOf(edge);
    const saidBy = reported === 1 ? this.#saidBy(edge) : undefined;
    return {
      ...this.#waysOf(edge)[0]?.rule.conclusion.properties,
      ...(when !== undefined && { when }),
      ...(occasion !== NONE && { at: nodes.ids[occasion] ?? '' }),
      ...(reported === 1 && { modality: 'REPORTED' }),
      ...(saidBy !== undefined && { saidBy }),
      ...(confidence < 1 && { confidence }),
    };
  }

  /** When an edge holds. A conclusion is dated by its strongest way, and may last as long as any way lets it. */
  #validityOf(edge: EdgeNumber): Validity {
    if (edge < this.#premises.firstConcluded) return this.#premises.known.validity(edge);
    let validity = this.#validities.get(edge);
    if (validity) return validity;
    const [first] = this.#waysOf(edge);
    const premises = overlapOfAll(first?.premises.map((it) => this.#validityOf(it)) ?? []);
    const occasion = this.#premises.datesOf(first?.datedBy ?? NONE);
    const dates = datesOfConclusion(first?.rule.rule.dates.kind ?? 'OVERLAP', occasion, premises);
    this.#validities.set(edge, (validity = { ...dates, latestEnd: this.#premises.edges.latestEnd(edge) }));
    return validity;
  }

  /** Whose word the strongest way rests on, when all that is reported in it is of one mouth. */
  #saidBy(edge: EdgeNumber): string | undefined {
    if (edge < this.#premises.firstConcluded) {
      const saidBy = this.#premises.known.property(edge, 'saidBy');
      return typeof saidBy === 'string' ? saidBy : undefined;
    }
    const reported = this.#waysOf(edge)[0]?.premises.filter((it) => this.#weights.of(it).reported === 1) ?? [];
    const [first, ...others] = new Set(reported.map((it) => this.#saidBy(it)));
    return others.length === 0 ? first : undefined;
  }

  /** The ways of a conclusion, the strongest first; those by one rule from the same premises count once. */
  #waysOf(edge: EdgeNumber): readonly Drawn[] {
    let ways = this.#ways.get(edge);
    if (!ways) this.#ways.set(edge, (ways = this.#inOrder(this.#deriver.conclusionOf(edge)?.drawn ?? [])));
    return ways;
  }

  #inOrder(drawn: readonly Drawn[]): readonly Drawn[] {
    if (drawn.length < 2) return drawn;
    const weighed = drawn.map((it) => ({
      it,
      strength: this.#weights.ofDrawn(it),
      premises: it.premises.map((premise) => this.#id(premise)),
    }));
    const best = weighed.map((it) => it.strength).reduce((a, b) => (compareStrengths(b, a) < 0 ? b : a));
    // Among the strongest, those come first whose premises hold together beyond doubt. Only these are asked for their
    // dates: their premises are settled, while weaker ways may go round in circles.
    const ways = weighed.map((way) => ({
      ...way,
      doubt: compareStrengths(way.strength, best) === 0 && this.#surelyMeet(way.it) ? 0 : 1,
    }));
    ways.sort(
      (a, b) =>
        compareStrengths(a.strength, b.strength) ||
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
    if (edge < this.#premises.firstConcluded) return this.#premises.known.id(edge);
    let id = this.#ids.get(edge);
    if (id !== undefined) return id;
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
    this.#ids.set(edge, (id = edgeId({ type: name, from, to, properties }, symmetric)));
    return id;
  }

  /** The dates of a conclusion as text: as the occasion or a premise has them written, if they are the same. */
  #whenOf(edge: EdgeNumber): string | undefined {
    if (edge < this.#premises.firstConcluded) return textOf(this.#premises.known.property(edge, 'when'));
    if (this.#texts.has(edge)) return this.#texts.get(edge);
    const dates = this.#validityOf(edge);
    const [first] = this.#waysOf(edge);
    const datedBy = first?.datedBy ?? NONE;
    const premise = first?.premises.find((it) => sameDates(this.#validityOf(it), dates));
    const occasion = this.#premises.datesOf(datedBy);
    const text =
      occasion && sameDates(occasion, dates)
        ? textOf(this.#premises.nodes.property(datedBy, 'when'))
        : ((premise === undefined ? undefined : this.#whenOf(premise)) ?? printValidity(dates));
    this.#texts.set(edge, text);
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
