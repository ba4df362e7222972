/**
 * A plan: in which order the premises of a rule are matched when some of its variables are known already.
 *
 * The most bound premise comes next, so that each step looks only along edges of nodes that are known; conditions are
 * tried as soon as their variables are. The plan becomes one function for each step, which fills bindings and calls the
 * next step. Which bindings are filled when is known beforehand, so nothing is emptied, searched or allocated on the way.
 */
import type { PropertyValue, ScalarValue } from '../facts/fact.ts';
import { ALWAYS, type Day, FOREVER } from '../facts/validity.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { keyOf, type Premises, UNBOUND } from './premises.ts';
import type { PropertyOfNode, Rule } from './rule.ts';

/** A variable and the node that it stands for at the moment. */
export interface Binding {
  readonly name: string;
  node: NodeNumber;
}

/** The days on which all premises that were matched so far may hold, from the first to the last. */
export interface Span {
  first: Day;
  last: Day;
}

/** A pattern of edges in numbers. */
export interface CompiledPattern {
  /** The code of its edge type. */
  readonly type: number;
  readonly symmetric: boolean;
  readonly from: Binding;
  readonly to: Binding;
  readonly occasion: Binding | undefined;
}

export interface CompiledPremise extends CompiledPattern {
  readonly properties: readonly { readonly name: string; readonly value: ScalarValue | undefined }[];
  /** The edge that it is matched with at the moment. */
  edge: EdgeNumber;
}

/** A condition that is met or not once its bindings are filled. */
export interface CompiledCondition {
  readonly bindings: readonly Binding[];
  readonly holds: () => boolean;
}

export interface PlanContext {
  readonly premises: Premises;
  readonly bindingOf: (variable: string) => Binding;
  readonly compiled: readonly CompiledPremise[];
  readonly conditions: readonly CompiledCondition[];
  readonly rule: Rule;
  /** Variables that a condition gives types: nodes can be found for them without an edge. */
  readonly typed: ReadonlyMap<Binding, readonly string[]>;
  readonly done: (span: Span) => void;
}

export interface MatchPlan {
  readonly run: () => void;
  /** Runs it for one edge at the premise that the plan begins with. */
  readonly runWith: (edge: EdgeNumber) => void;
}

type Step = { readonly premise: number } | { readonly node: Binding };
/** Runs a step when all before it are done; `before` is when the premises matched so far may hold. */
type Run = (before: Span) => void;

/** The plan for when `known` bindings are filled beforehand, or for when an edge is given for the premise at place `given`. */
export function compilePlan(context: PlanContext, known: readonly Binding[], given?: number): MatchPlan {
  const filled = new Set(known);
  const tried = new Set<CompiledCondition>();
  const takeDue = (): readonly CompiledCondition[] => {
    const due = context.conditions.filter(
      (it) => !tried.has(it) && it.bindings.every((binding) => filled.has(binding)),
    );
    for (const it of due) tried.add(it);
    return due;
  };
  const holdsAtOnce = allHold(takeDue());
  // What a step finds filled depends on the steps before it; what it calls is made of those behind it.
  const makers = orderSteps(context, known, given).map((step) => {
    const before: ReadonlySet<Binding> = new Set(filled);
    for (const binding of bindingsOf(context, step)) filled.add(binding);
    const due = allHold(takeDue());
    return (next: Run): Run =>
      'node' in step
        ? nodeStep(context, step.node, before, due, next)
        : premiseStep(context, step.premise, before, due, next, given);
  });
  const start = makers.reduceRight((next: Run, make) => make(next), context.done);
  const first = given === undefined ? undefined : context.compiled[given];
  return {
    run: () => {
      if (holdsAtOnce()) start(always);
    },
    runWith: (edge) => {
      if (first) first.edge = edge;
      start(always);
    },
  };
}

/** The dates of no premise: what overlaps with them stays as it is. */
const always: Span = { first: ALWAYS, last: FOREVER };

function allHold(conditions: readonly CompiledCondition[]): () => boolean {
  return () => conditions.every((it) => it.holds());
}

/** The given premise first; then always the one with most of its ends known; nodes that no premise binds last. */
function orderSteps(context: PlanContext, known: readonly Binding[], given: number | undefined): Step[] {
  const bound = new Set(known);
  const steps: Step[] = [];
  const take = (step: Step): void => {
    steps.push(step);
    for (const binding of bindingsOf(context, step)) bound.add(binding);
  };
  const open = new Set(context.compiled.keys());
  if (given !== undefined && open.delete(given)) take({ premise: given });
  const boundEnds = (place: number): number => {
    const premise = context.compiled[place];
    return premise ? Number(bound.has(premise.from)) + Number(bound.has(premise.to)) : 0;
  };
  const nodeBindings = [...context.typed.keys()];
  while (open.size > 0) {
    const next = [...open].reduce((best, place) => (boundEnds(place) > boundEnds(best) ? place : best));
    // Premises that hang together only through compared properties: find the compared nodes before scanning edges.
    const node = boundEnds(next) > 0 || bound.size === 0 ? undefined : nodeBindings.find((it) => !bound.has(it));
    if (node) take({ node });
    else if (open.delete(next)) take({ premise: next });
  }
  for (const node of nodeBindings) if (!bound.has(node)) take({ node });
  return steps;
}

function bindingsOf(context: PlanContext, step: Step): readonly Binding[] {
  if ('node' in step) return [step.node];
  const premise = context.compiled[step.premise];
  if (!premise) return [];
  return premise.occasion ? [premise.from, premise.to, premise.occasion] : [premise.from, premise.to];
}

function premiseStep(
  { premises, compiled }: PlanContext,
  place: number,
  before: ReadonlySet<Binding>,
  due: () => boolean,
  next: Run,
  given: number | undefined,
): Run {
  const premise = compiled[place];
  if (!premise) return next;
  const { edges } = premises;
  const { type, from, to, occasion, properties } = premise;
  const fromKnown = before.has(from);
  const toKnown = before.has(to);
  const occasionKnown = occasion !== undefined && (before.has(occasion) || occasion === from || occasion === to);
  const first = given === undefined || place >= given ? undefined : compiled[given];
  const span: Span = { ...always };
  let earlier: Span = always;

  const visit = (edge: EdgeNumber, source: NodeNumber, target: NodeNumber): void => {
    // The given edge stands at its own premise; at an earlier one it would be found from there.
    if (first !== undefined && first.edge === edge) return;
    if (!premises.isPremise(edge)) return;
    if (fromKnown ? from.node !== source : from === to && source !== target) return;
    if (toKnown && to.node !== target) return;
    span.first = Math.max(earlier.first, edges.earliestStart(edge));
    span.last = Math.min(earlier.last, edges.latestEnd(edge));
    if (span.first > span.last) return;
    from.node = source;
    to.node = target;
    if (occasion !== undefined) {
      const at = premises.occasionOf(edge);
      if (at === UNBOUND || (occasionKnown && occasion.node !== at)) return;
      occasion.node = at;
    }
    for (const { name, value } of properties) if (premises.property(edge, name) !== value) return;
    premise.edge = edge;
    if (due()) next(span);
  };
  const forwards = (edge: EdgeNumber): void => visit(edge, edges.from(edge), edges.to(edge));
  const backwards = (edge: EdgeNumber): void => {
    if (edges.from(edge) !== edges.to(edge)) visit(edge, edges.to(edge), edges.from(edge));
  };
  const look = (find: (visit: (edge: EdgeNumber) => void, turned: boolean) => void): Run => {
    return (span) => {
      earlier = span;
      find(forwards, false);
      if (premise.symmetric) find(backwards, true);
    };
  };
  if (place === given) return look((each) => each(premise.edge));
  if (fromKnown && toKnown) {
    return look((each, turned) => {
      const [source, target] = turned ? [to.node, from.node] : [from.node, to.node];
      edges.eachBetween(type, source, target, (edge) => {
        if (edges.isShown(edge)) each(edge);
      });
    });
  }
  if (fromKnown) {
    return look((each, turned) => (turned ? edges.eachTo : edges.eachFrom).call(edges, type, from.node, each));
  }
  if (toKnown) return look((each, turned) => (turned ? edges.eachFrom : edges.eachTo).call(edges, type, to.node, each));
  return look((each) => edges.eachOf(type, each));
}

function nodeStep(
  context: PlanContext,
  binding: Binding,
  before: ReadonlySet<Binding>,
  due: () => boolean,
  next: Run,
): Run {
  const { premises, rule } = context;
  const { nodes } = premises;
  const types = context.typed.get(binding) ?? [];
  const keys = equalities(rule, binding.name).filter((it) => before.has(context.bindingOf(it.other.variable.text)));
  const visit = (node: NodeNumber, span: Span): void => {
    binding.node = node;
    if (due()) next(span);
  };
  if (keys.length === 0) {
    return (span) => {
      for (const type of types) {
        const { start, end } = nodes.span(type);
        for (let node = start; node < end; node++) visit(node, span);
      }
    };
  }
  const own = keys.map((it) => it.own);
  const readers = keys.map(({ other, added }) => {
    const otherBinding = context.bindingOf(other.variable.text);
    return () => plus(nodes.property(otherBinding.node, other.property.text), added);
  });
  return (span) => {
    const key = keyOf(readers.map((read) => read()));
    if (key !== undefined) for (const node of premises.nodesByKey(types, own, key)) visit(node, span);
  };
}

/** The equations of a rule solved for a property of one variable: `Later.ordinal is Earlier.ordinal + 1` either way. */
function equalities(rule: Rule, variable: string): { own: string; other: PropertyOfNode; added: number }[] {
  return rule.conditions.flatMap((it) => {
    if (it.kind !== 'property' || it.negated || !('of' in it.right)) return [];
    const { left, right } = it;
    if (left.variable.text === variable) return [{ own: left.property.text, other: right.of, added: right.plus }];
    if (right.of.variable.text !== variable) return [];
    return [{ own: right.of.property.text, other: left, added: -right.plus }];
  });
}

/** A value with a number added; undefined when it is missing or no number that could be added to. */
export function plus(value: PropertyValue | undefined, added: number): PropertyValue | undefined {
  if (added === 0 || value === undefined) return value;
  return typeof value === 'number' ? value + added : undefined;
}
