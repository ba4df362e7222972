/**
 * A rule made ready to run over one set of premises: names become numbers, and each place to start matching a function.
 */
import type { PropertyValue, ScalarValue } from '../facts/fact.ts';
import { concreteTypes, type EdgeType, type Ontology } from '../ontology/ontology.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import {
  type Binding,
  type CompiledCondition,
  type CompiledPattern,
  type CompiledPremise,
  compilePlan,
  type MatchPlan,
  type PlanContext,
  plus,
  type Span,
} from './compile-plan.ts';
import { type Premises, UNBOUND } from './premises.ts';
import type { EdgePattern, PropertyOfNode, Rule, RuleCondition } from './rule.ts';
import { directedEnds } from './variable-types.ts';

export interface CompiledConclusion extends CompiledPattern {
  readonly properties: Readonly<Record<string, ScalarValue>>;
  /** Role and kind, which make two edges between the same nodes different ones. */
  readonly qualifier: string;
  /** Whether such an edge may join nodes of these types (codes). */
  readonly allows: (from: number, to: number) => boolean;
}

export interface CompiledRule {
  readonly rule: Rule;
  /** Its place among the rules: earlier ones are named first. */
  readonly order: number;
  readonly premises: readonly CompiledPremise[];
  readonly conclusion: CompiledConclusion;
  /** The binding of the occasion that dates the conclusion. */
  readonly datedBy: Binding | undefined;
  /** Finds every match. */
  readonly matchAll: () => void;
  /** For each premise: finds every match with this edge there, and not at an earlier premise. */
  readonly matchWith: readonly ((edge: EdgeNumber) => void)[];
  /** Finds every match that concludes an edge between these nodes. */
  readonly matchBetween: (from: NodeNumber, to: NodeNumber) => void;
}

/** Role and kind as one text. */
export function qualifierOf(role: PropertyValue | undefined, kind: PropertyValue | undefined): string {
  return `${role ?? ''}\u0000${kind ?? ''}`;
}

/** What to do with a match: the bindings and premises of the rule hold it, `span` is when all premises may hold. */
export type OnMatch = (rule: CompiledRule, span: Span) => void;

/** Compiles the rule at place `order`. The rule was checked against the same ontology. */
export function compileRule(
  ontology: Ontology,
  premises: Premises,
  rule: Rule,
  order: number,
  onMatch: OnMatch,
): CompiledRule {
  const bindings = new Map<string, Binding>();
  const bindingOf: BindingOf = (variable) => {
    let binding = bindings.get(variable);
    if (!binding) bindings.set(variable, (binding = { name: variable, node: UNBOUND }));
    return binding;
  };
  const codes = new Map([...ontology.edgeTypes.keys()].map((name, code) => [name, code]));
  const compilePattern = ({ type, from, to, occasion }: EdgePattern): CompiledPattern => ({
    type: codes.get(type.text) ?? UNBOUND,
    symmetric: ontology.edgeTypes.get(type.text)?.symmetric ?? false,
    from: bindingOf(from.text),
    to: bindingOf(to.text),
    occasion: occasion && bindingOf(occasion.text),
  });
  const compiled = rule.premises.map((it) => ({
    ...compilePattern(it),
    properties: it.properties.map(({ name, value }) => ({ name: name.text, value })),
    edge: UNBOUND,
  }));
  const properties: Record<string, ScalarValue> = {};
  for (const { name, value } of rule.conclusion.properties) if (value !== undefined) properties[name.text] = value;
  const edgeType = ontology.edgeTypes.get(rule.conclusion.type.text);
  const conclusion: CompiledConclusion = {
    ...compilePattern(rule.conclusion),
    properties,
    qualifier: qualifierOf(properties.role, properties.kind),
    allows: edgeType ? allowedPairs(ontology, edgeType) : () => false,
  };
  const context: PlanContext = {
    premises,
    bindingOf,
    compiled,
    conditions: rule.conditions.map((it) => compileCondition(ontology, premises, bindingOf, it)),
    rule,
    typed: typedBindings(ontology, rule.conditions, bindingOf),
    done: (span) => onMatch(result, span),
  };
  // A retraction asks a few rules a few questions: a plan is made when it is first needed.
  const planned = (known: readonly Binding[], given?: number): (() => MatchPlan) => {
    let plan: MatchPlan | undefined;
    return () => (plan ??= compilePlan(context, known, given));
  };
  const all = planned([]);
  const between = planned([conclusion.from, conclusion.to]);
  const result: CompiledRule = {
    rule,
    order,
    premises: compiled,
    conclusion,
    datedBy: 'occasion' in rule.dates && rule.dates.occasion ? bindingOf(rule.dates.occasion.text) : undefined,
    matchAll: () => all().run(),
    matchWith: compiled.map((_, place) => {
      const plan = planned([], place);
      return (edge) => plan().runWith(edge);
    }),
    matchBetween: (from, to) => {
      conclusion.from.node = from;
      conclusion.to.node = to;
      between().run();
    },
  };
  return result;
}

function allowedPairs(ontology: Ontology, edgeType: EdgeType): (from: number, to: number) => boolean {
  const codes = new Map([...ontology.nodeTypes.keys()].map((name, code) => [name, code]));
  const pairs = new Set(
    directedEnds(edgeType).map(
      ({ from, to }) => (codes.get(from) ?? UNBOUND) * codes.size + (codes.get(to) ?? UNBOUND),
    ),
  );
  return (from, to) => pairs.has(from * codes.size + to);
}

/** The variables that conditions give node types; of several such conditions on one, the first finds its nodes. */
function typedBindings(
  ontology: Ontology,
  conditions: readonly RuleCondition[],
  bindingOf: BindingOf,
): Map<Binding, readonly string[]> {
  const typed = new Map<Binding, readonly string[]>();
  for (const it of conditions) {
    if (it.kind !== 'type' || it.negated || typed.has(bindingOf(it.variable.text))) continue;
    const names = it.types.flatMap((type) => concreteTypes(ontology, type.text));
    typed.set(bindingOf(it.variable.text), [...new Set(names)]);
  }
  return typed;
}

type BindingOf = (variable: string) => Binding;

/**
 * A condition on nodes as a function: whether what the bindings hold at the moment meets it. What a node does not say
 * decides nothing: neither "is" nor "is not" holds of a missing property.
 */
function compileCondition(
  ontology: Ontology,
  premises: Premises,
  bindingOf: BindingOf,
  condition: RuleCondition,
): CompiledCondition {
  switch (condition.kind) {
    case 'type': {
      const binding = bindingOf(condition.variable.text);
      const types = new Set(condition.types.flatMap((it) => concreteTypes(ontology, it.text)));
      return { bindings: [binding], holds: () => types.has(premises.nodes.typeOf(binding.node)) !== condition.negated };
    }
    case 'different': {
      const [left, right] = [bindingOf(condition.left.text), bindingOf(condition.right.text)];
      return { bindings: [left, right], holds: () => left.node !== right.node };
    }
    case 'property': {
      const { left, right, negated } = condition;
      const binding = bindingOf(left.variable.text);
      const value = readerOf(premises, binding, left);
      if ('values' in right) {
        const wanted = right.values.map((it) => it.value);
        return {
          bindings: [binding],
          holds: () => compares(value(), (it) => wanted.some((one) => same(it, one)), negated),
        };
      }
      const otherBinding = bindingOf(right.of.variable.text);
      const other = readerOf(premises, otherBinding, right.of);
      const holds = (): boolean => {
        const compared = plus(other(), right.plus);
        return compared !== undefined && compares(value(), (it) => same(it, compared), negated);
      };
      return { bindings: [binding, otherBinding], holds };
    }
  }
}

function readerOf(premises: Premises, binding: Binding, { property }: PropertyOfNode): () => PropertyValue | undefined {
  return () => premises.nodes.property(binding.node, property.text);
}

/** A list meets a comparison when one of its values does. */
function compares(value: PropertyValue | undefined, meets: (it: PropertyValue) => boolean, negated: boolean): boolean {
  if (value === undefined) return false;
  return (Array.isArray(value) ? value.some(meets) : meets(value)) !== negated;
}

const same = (a: PropertyValue, b: PropertyValue): boolean => a === b || String(a) === String(b);
