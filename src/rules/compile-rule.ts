/**
 * A rule compiled for some premises: see `compiled-rule` for what comes out.
 */
import { concreteTypes, type EdgeType, type Ontology } from '../ontology/ontology.ts';
import { compileCondition } from './compile-conditions.ts';
import { compilePlan, type PlanContext } from './compile-plan.ts';
import {
  type Cell,
  type CompiledConclusion,
  type CompiledPremise,
  type CompiledRule,
  type OnMatch,
  qualifierOf,
} from './compiled-rule.ts';
import { NONE, type Premises } from './premises.ts';
import type { Condition, EdgePattern, Rule } from './rule.ts';
import { directedEnds } from './variable-types.ts';

/** Compiles the rule at place `order`. The rule was checked against the same ontology. */
export function compileRule(
  ontology: Ontology,
  premises: Premises,
  rule: Rule,
  order: number,
  onMatch: OnMatch,
): CompiledRule {
  const cells = new Map<string, Cell>();
  const cellOf = (variable: string): Cell => {
    let cell = cells.get(variable);
    if (!cell) cells.set(variable, (cell = { name: variable, node: NONE }));
    return cell;
  };
  const codes = new Map([...ontology.edgeTypes.keys()].map((name, code) => [name, code]));
  const compiled = rule.premises.map((it) => compilePremise(ontology, codes, cellOf, it));
  const conclusion = compileConclusion(ontology, codes, cellOf, rule.conclusion);
  const datedBy = 'occasion' in rule.dates && rule.dates.occasion ? cellOf(rule.dates.occasion.text) : undefined;
  const context: PlanContext = {
    premises,
    cellOf,
    compiled,
    conditions: rule.conditions.map((it) => compileCondition(ontology, premises, cellOf, it)),
    rule,
    nodeVariables: rule.conditions.flatMap((it) => (it.kind === 'type' && !it.negated ? [it.variable.text] : [])),
    typesOf: (variable) => typesOf(ontology, rule.conditions, variable),
    done: (span) => onMatch(result, span),
  };
  const between = compilePlan(context, [conclusion.from, conclusion.to]);
  const result: CompiledRule = {
    rule,
    order,
    premises: compiled,
    conclusion,
    datedBy,
    matchAll: compilePlan(context, []).run,
    matchWith: compiled.map((_, place) => compilePlan(context, [], place).runWith),
    matchBetween: (from, to) => {
      conclusion.from.node = from;
      conclusion.to.node = to;
      between.run();
    },
  };
  return result;
}

function compilePremise(
  ontology: Ontology,
  codes: ReadonlyMap<string, number>,
  cellOf: (variable: string) => Cell,
  pattern: EdgePattern,
): CompiledPremise {
  return {
    type: codes.get(pattern.type.text) ?? NONE,
    symmetric: ontology.edgeTypes.get(pattern.type.text)?.symmetric ?? false,
    from: cellOf(pattern.from.text),
    to: cellOf(pattern.to.text),
    occasion: pattern.occasion && cellOf(pattern.occasion.text),
    properties: pattern.properties.map(({ name, value }) => ({ name: name.text, value })),
    edge: NONE,
  };
}

function compileConclusion(
  ontology: Ontology,
  codes: ReadonlyMap<string, number>,
  cellOf: (variable: string) => Cell,
  pattern: EdgePattern,
): CompiledConclusion {
  const edgeType = ontology.edgeTypes.get(pattern.type.text);
  const properties = Object.fromEntries(pattern.properties.map(({ name, value }) => [name.text, value]));
  return {
    type: codes.get(pattern.type.text) ?? NONE,
    symmetric: edgeType?.symmetric ?? false,
    from: cellOf(pattern.from.text),
    to: cellOf(pattern.to.text),
    occasion: pattern.occasion && cellOf(pattern.occasion.text),
    properties,
    qualifier: qualifierOf(properties.role, properties.kind),
    allows: edgeType ? allowedPairs(ontology, edgeType) : () => false,
  };
}

function allowedPairs(ontology: Ontology, edgeType: EdgeType): (from: number, to: number) => boolean {
  const codes = new Map([...ontology.nodeTypes.keys()].map((name, code) => [name, code]));
  const pairs = new Set(
    directedEnds(edgeType).map(({ from, to }) => (codes.get(from) ?? NONE) * codes.size + (codes.get(to) ?? NONE)),
  );
  return (from, to) => pairs.has(from * codes.size + to);
}

/** The node types that the conditions name for a variable; undefined when they name none. */
function typesOf(
  ontology: Ontology,
  conditions: readonly Condition[],
  variable: string,
): readonly string[] | undefined {
  const named = conditions.find((it) => it.kind === 'type' && !it.negated && it.variable.text === variable);
  if (named?.kind !== 'type') return undefined;
  return [...new Set(named.types.flatMap((it) => concreteTypes(ontology, it.text)))];
}
