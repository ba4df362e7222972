/**
 * The examples of rules, run: each is a small world in which the rule alone must conclude what the example says, and
 * nothing else.
 */
import type { Problem } from '../base/problem.ts';
import type { EdgeFact, NodeFact, PropertyValue } from '../facts/fact.ts';
import { makeEdge } from '../facts/make-edge.ts';
import { readPartialDate } from '../facts/partial-date.ts';
import { printValidity } from '../facts/print-validity.ts';
import { sameBounds } from '../facts/validity.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { applyRules } from './apply-rules.ts';
import { checkPattern, checkProperty, checkRules } from './check-rules.ts';
import { badExampleDate, exampleFailed, unknownRuleNodeType } from './problems.ts';
import { type Example, type ExampleEdge, isBounding, type PropertyPattern, type Rule, type Word } from './rule.ts';
import { directedEnds } from './variable-types.ts';

/**
 * Every example that names what the ontology does not know, or that comes out otherwise than it says. Rules with faults
 * of their own, which `checkRules` tells, are not run.
 */
export function checkExamples(ontology: Ontology, rules: readonly Rule[]): Problem[] {
  return rules
    .filter((rule) => checkRules(ontology, [rule]).length === 0)
    .flatMap((rule) => rule.examples.flatMap((example) => checkExample(ontology, rule, example)));
}

function checkExample(ontology: Ontology, rule: Rule, example: Example): Problem[] {
  const names = [...example.given, ...example.follows].flatMap((line) => [
    ...(line.kind === 'edge' ? checkPattern(ontology, line) : checkNode(ontology, line.type, line.properties)),
    ...checkDate(line.when),
  ]);
  if (names.length > 0) return names;
  const given = example.given.filter((it) => it.kind === 'edge').map((it) => edgeOf(ontology, it));
  const nodes = nodesOf(ontology, example, given);
  const applied = applyRules(ontology, { nodes, edges: given }, [rule]);
  if (applied.problems.length > 0) return [...applied.problems];
  const edges = isBounding(rule) ? boundOf(applied.stated, given) : applied.edges;
  const expected = example.follows.map((it) => edgeOf(ontology, it));
  const missing = expected.filter((it) => !edges.some((edge) => says(edge, it)));
  const more = edges.filter((it) => !expected.some((edge) => says(it, edge)));
  if (missing.length === 0 && more.length === 0) return [];
  return [exampleFailed(example.at, rule.id, example.title, printAll(expected), printAll(edges))];
}

/** The edges that a rule bounds, dated as they then are. */
function boundOf(stated: Iterable<EdgeFact>, given: readonly EdgeFact[]): EdgeFact[] {
  return [...stated].flatMap((edge, place) => {
    if (sameBounds(edge.validity, given[place]?.validity ?? edge.validity)) return [];
    const { when: _, ...others } = edge.properties;
    const when = printValidity(edge.validity);
    return [{ ...edge, properties: when === undefined ? others : { ...others, when } }];
  });
}

function checkNode(ontology: Ontology, type: Word, properties: readonly PropertyPattern[]): Problem[] {
  const known = ontology.nodeTypes.get(type.text);
  if (!known) return [unknownRuleNodeType(type, ontology.nodeTypes.keys())];
  return properties.flatMap((it) => checkProperty(`A ${type.text}`, known.properties, it));
}

function checkDate(when: Word | undefined): Problem[] {
  const date = when && readPartialDate(when.text);
  return date && 'reason' in date ? [badExampleDate(when, date)] : [];
}

const propertiesOf = (patterns: readonly PropertyPattern[], when: Word | undefined): Record<string, PropertyValue> => ({
  ...Object.fromEntries(patterns.flatMap(({ name, value }) => (value === undefined ? [] : [[name.text, value]]))),
  ...(when && { when: when.text }),
});

function edgeOf(ontology: Ontology, { from, type, to, occasion, properties, when }: ExampleEdge): EdgeFact {
  return makeEdge({
    type: type.text,
    from: from.text,
    to: to.text,
    sources: [],
    properties: { ...propertiesOf(properties, when), ...(occasion && { at: occasion.text }) },
    symmetric: ontology.edgeTypes.get(type.text)?.symmetric ?? false,
  });
}

/** The nodes an example declares, and those that its edges name: each of the first type that all its edges allow. */
function nodesOf(ontology: Ontology, example: Example, edges: readonly EdgeFact[]): NodeFact[] {
  const nodes = new Map<string, NodeFact>();
  for (const line of example.given) {
    if (line.kind !== 'node') continue;
    const { node, type, properties, when } = line;
    nodes.set(node.text, { id: node.text, type: type.text, properties: propertiesOf(properties, when) });
  }
  const named = edges.flatMap(({ from, to, properties }) => [
    from,
    to,
    ...('at' in properties ? [String(properties.at)] : []),
  ]);
  for (const id of named) {
    if (nodes.has(id)) continue;
    const fits = [...ontology.nodeTypes.keys()].find((type) => edges.every((edge) => allows(ontology, edge, id, type)));
    if (fits !== undefined) nodes.set(id, { id, type: fits, properties: {} });
  }
  return [...nodes.values()];
}

/** Whether an edge may have a node of this type where it has this id. */
function allows(ontology: Ontology, { type, from, to }: EdgeFact, id: string, nodeType: string): boolean {
  const edgeType = ontology.edgeTypes.get(type);
  const ends = edgeType ? directedEnds(edgeType) : [];
  return (
    (from !== id || ends.some((it) => it.from === nodeType)) && (to !== id || ends.some((it) => it.to === nodeType))
  );
}

/** Whether a conclusion is what an example expects: the same edge, with at least the properties it names. */
function says(edge: EdgeFact, expected: EdgeFact): boolean {
  const sameEnds = edge.from === expected.from && edge.to === expected.to;
  return (
    edge.type === expected.type &&
    sameEnds &&
    edge.properties.at === expected.properties.at &&
    Object.entries(expected.properties).every(([name, value]) => edge.properties[name] === value)
  );
}

function printAll(edges: readonly EdgeFact[]): string {
  return edges.length === 0 ? 'nothing' : edges.map(printEdge).join('; ');
}

function printEdge({ from, type, to, properties }: EdgeFact): string {
  const { at, when, ...others } = properties;
  const named = Object.entries(others).map(([name, value]) => `${name} ${value}`);
  return [
    `${from} ${type} ${to}`,
    at === undefined ? '' : ` at ${at}`,
    named.length === 0 ? '' : ` with ${named.join(' and ')}`,
    when === undefined ? '' : ` when ${when}`,
  ].join('');
}
