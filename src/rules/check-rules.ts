/**
 * Rules against the ontology: does every name exist, does every variable come from a premise, can the rule ever fire?
 *
 * A rule with a fault is left out by whoever loads; the sentences say what to write instead.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import type { Position, Problem } from '../base/problem.ts';
import type { ScalarValue } from '../facts/fact.ts';
import type { Ontology, Property } from '../ontology/ontology.ts';
import * as problems from './problems.ts';
import {
  type EdgePattern,
  isBounding,
  type PropertyOfNode,
  type PropertyPattern,
  type Rule,
  type RuleCondition,
  restatedPremise,
  type Word,
} from './rule.ts';
import { conclusionFault, variableTypes } from './variable-types.ts';

/** Everything that is wrong with the rules, by rule. Their examples are run by `checkExamples`. */
export function checkRules(ontology: Ontology, rules: readonly Rule[]): Problem[] {
  return rules.flatMap((rule) => checkRule(ontology, rule));
}

function checkRule(ontology: Ontology, rule: Rule): Problem[] {
  const names = [
    ...[...rule.premises, rule.conclusion].flatMap((it) => checkPattern(ontology, it)),
    ...rule.conditions.flatMap((it) => checkConditionNames(ontology, it)),
    ...checkVariables(rule),
    ...checkConnections(rule),
    ...checkBounds(rule),
    ...checkExampleKinds(rule),
  ];
  // Types mean something only where all names are known.
  return names.length > 0 ? names : checkTypes(ontology, rule);
}

/** The names of an edge pattern: its type and the properties of that type. */
export function checkPattern(ontology: Ontology, pattern: EdgePattern): Problem[] {
  const edgeType = ontology.edgeTypes.get(pattern.type.text);
  if (!edgeType) return [problems.unknownRuleEdgeType(pattern.type, ontology.edgeTypes.keys())];
  const carrier = ontology.edgePropertyTypes.get(edgeType.properties ?? '')?.properties ?? new Map<string, Property>();
  const found = pattern.properties.flatMap((it) => checkProperty(`"${edgeType.name}"`, carrier, it));
  if (pattern.occasion && !carrier.has('at')) found.push(problems.edgeTypeWithoutAt(pattern.occasion, edgeType.name));
  return found;
}

/** A property by name and whether it takes the value. `of` names the type in sentences. */
export function checkProperty(of: string, known: ReadonlyMap<string, Property>, it: PropertyPattern): Problem[] {
  const property = known.get(it.name.text);
  if (!property) return [problems.unknownRuleProperty(it.name, of, known.keys())];
  return checkValue(property, it.value, it.valueAt);
}

function checkValue({ name, kind }: Property, value: ScalarValue | undefined, at: Position): Problem[] {
  if (value === undefined) return [];
  if ('enum' in kind) {
    const values = kind.enum.values.map((it) => it.name);
    if (values.includes(String(value))) return [];
    const near = didYouMean(String(value), values);
    return [problems.unfitRuleValue(at, name, value, `one of ${values.join(', ')}`, near)];
  }
  const wanted = { Int: 'number', Float: 'number', BigInt: 'number', Boolean: 'boolean' }[kind.scalar as string];
  if (wanted === undefined || typeof value === wanted) return [];
  return [problems.unfitRuleValue(at, name, value, wanted === 'number' ? 'a number' : 'true or false', '')];
}

function checkConditionNames(ontology: Ontology, condition: RuleCondition): Problem[] {
  if (condition.kind !== 'type') return [];
  const known = [...ontology.nodeTypes.keys(), ...ontology.interfaces.keys()];
  return condition.types.flatMap((it) => (known.includes(it.text) ? [] : [problems.unknownRuleNodeType(it, known)]));
}

/** Names of the variables that a rule's premises bind; a condition on a node type counts as one. */
function boundVariables(rule: Rule): string[] {
  const found = rule.premises.flatMap(variablesOf);
  for (const it of rule.conditions) if (it.kind === 'type' && !it.negated) found.push(it.variable.text);
  return [...new Set(found)];
}

const variablesOf = ({ from, to, occasion }: EdgePattern): string[] =>
  [from, to, ...(occasion ? [occasion] : [])].map((it) => it.text);

function checkVariables(rule: Rule): Problem[] {
  const known = boundVariables(rule);
  if (known.length === 0) return [problems.noPremise(rule.at)];
  const { conclusion, dates } = rule;
  const asked: [string, Word][] = [
    ['The conclusion', conclusion.from],
    ['The conclusion', conclusion.to],
    ...(conclusion.occasion ? [['The conclusion', conclusion.occasion] as [string, Word]] : []),
    ...rule.conditions.flatMap(wordsOf).map((it): [string, Word] => ['The condition', it]),
    ...('occasion' in dates && dates.occasion ? [['"when"', dates.occasion] as [string, Word]] : []),
    ...placeholders(rule).map((it): [string, Word] => ['"because"', it]),
  ];
  return asked.flatMap(([where, word]) =>
    known.includes(word.text) ? [] : [problems.unboundVariable(word, where, known)],
  );
}

function wordsOf(condition: RuleCondition): Word[] {
  if (condition.kind === 'type') return [condition.variable];
  if (condition.kind === 'different') return [condition.left, condition.right];
  return [condition.left.variable, ...('of' in condition.right ? [condition.right.of.variable] : [])];
}

function placeholders({ because, becauseAt }: Rule): Word[] {
  return [...because.matchAll(/\{([^{}]*)\}/g)].map(([, text = '']) => ({ text, at: becauseAt }));
}

/** Every premise must share a variable with those before it, or compare a property with one of theirs. */
function checkConnections(rule: Rule): Problem[] {
  const groups = [
    ...rule.premises.map((it) => ({ at: it.at, variables: variablesOf(it) })),
    ...rule.conditions.flatMap((it) =>
      it.kind === 'type' && !it.negated ? [{ at: it.at, variables: [it.variable.text] }] : [],
    ),
  ];
  const [first, ...others] = groups;
  if (!first) return [];
  const reached = new Set(first.variables);
  const links = [...groups.map((it) => it.variables), ...rule.conditions.flatMap(comparedVariables)];
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const link of links) if (link.some((it) => reached.has(it))) for (const it of link) reached.add(it);
  }
  const loose = others.find((it) => !it.variables.some((variable) => reached.has(variable)));
  return loose ? [problems.unconnectedPremise(loose.at, loose.variables)] : [];
}

/** Two variables whose properties must be equal: as good a connection as an edge. */
function comparedVariables(condition: RuleCondition): string[][] {
  if (condition.kind !== 'property' || condition.negated || !('of' in condition.right)) return [];
  return [[condition.left.variable.text, condition.right.of.variable.text]];
}

/** A rule that bounds repeats a premise; one that ends it has others, which name all that the rule speaks of. */
function checkBounds(rule: Rule): Problem[] {
  if (!isBounding(rule)) return [];
  const restated = restatedPremise(rule);
  if (!restated || rule.conclusion.properties.length > 0) return [problems.boundsNoPremise(rule.conclusion.at)];
  if (rule.dates.kind === 'WITHIN') return [];
  const others = boundVariables({ ...rule, premises: rule.premises.filter((it) => it !== restated) });
  return boundVariables(rule).every((it) => others.includes(it)) ? [] : [problems.endsWithoutOthers(restated.at)];
}

function checkExampleKinds(rule: Rule): Problem[] {
  const positive = rule.examples.some((it) => it.follows.length > 0);
  const negative = rule.examples.some((it) => it.follows.length === 0);
  return [
    ...(positive ? [] : [problems.missingExample(rule.at, rule.id, 'positive')]),
    ...(negative ? [] : [problems.missingExample(rule.at, rule.id, 'negative')]),
  ];
}

function checkTypes(ontology: Ontology, rule: Rule): Problem[] {
  const types = variableTypes(ontology, rule);
  if ('edgeType' in types) return [wrongEnd(types)];
  const concluded = ontology.edgeTypes.get(rule.conclusion.type.text);
  const fault = concluded && conclusionFault(concluded, rule.conclusion, types);
  if (fault) return [wrongEnd(fault)];
  return rule.conditions.flatMap((condition) => {
    if (condition.kind !== 'property') return [];
    const sides = [condition.left, ...('of' in condition.right ? [condition.right.of] : [])];
    const unknown = sides.flatMap((it) => checkNodeProperty(ontology, types.get(it.variable.text) ?? new Set(), it));
    if (unknown.length > 0 || 'of' in condition.right) return unknown;
    const property = propertiesOf(ontology, types.get(condition.left.variable.text) ?? new Set()).get(
      condition.left.property.text,
    );
    return property ? condition.right.values.flatMap((it) => checkValue(property, it.value, it.at)) : [];
  });
}

const wrongEnd = ({
  word,
  edgeType,
  end,
  can,
  takes,
}: Exclude<ReturnType<typeof conclusionFault>, undefined>): Problem =>
  problems.wrongEndType(word, edgeType, end, can, takes);

function checkNodeProperty(ontology: Ontology, types: ReadonlySet<string>, it: PropertyOfNode): Problem[] {
  const known = propertiesOf(ontology, types);
  if (known.has(it.property.text)) return [];
  return [problems.unknownRuleProperty(it.property, [...types].join(' or '), known.keys())];
}

/** Properties that some of the types have. */
function propertiesOf(ontology: Ontology, types: ReadonlySet<string>): Map<string, Property> {
  return new Map([...types].flatMap((type) => [...(ontology.nodeTypes.get(type)?.properties ?? [])]));
}
