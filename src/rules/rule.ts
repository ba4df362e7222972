/**
 * Rules as plain data: what `rules.yaml` says, understood.
 *
 * A rule has premises (patterns of edges), conditions (on nodes), one conclusion, and words for people. Variables are
 * names with a capital letter; one variable stands for one node throughout its rule.
 */
import { KnowledgeError } from '../base/knowledge-error.ts';
import type { Position } from '../base/problem.ts';
import type { ScalarValue } from '../facts/fact.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';

/** A word of a rule, and where it stands. */
export interface Word {
  readonly text: string;
  readonly at: Position;
}

/** An edge as a rule writes it: `Official represented State at Conference with role head`. */
export interface EdgePattern {
  readonly from: Word;
  readonly type: Word;
  readonly to: Word;
  /** The occasion, when the pattern names one. */
  readonly occasion: Word | undefined;
  readonly properties: readonly PropertyPattern[];
  readonly at: Position;
}

export interface PropertyPattern {
  readonly name: Word;
  /** Undefined in a premise that must be without the property. */
  readonly value: ScalarValue | undefined;
  readonly valueAt: Position;
}

/** A property of the node that a variable stands for: `Post.kind`. */
export interface PropertyOfNode {
  readonly variable: Word;
  readonly property: Word;
}

/** What a property is compared with: some values, or the property of another node, with a number added. */
export type Comparand =
  | { readonly values: readonly { readonly value: ScalarValue; readonly at: Position }[] }
  | { readonly of: PropertyOfNode; readonly plus: number };

export type RuleCondition =
  /** `Body is an Organisation or a State`; names of node types or interfaces. */
  | {
      readonly kind: 'type';
      readonly variable: Word;
      readonly types: readonly Word[];
      readonly negated: boolean;
      readonly at: Position;
    }
  /** `Body.kind is MINISTRY`, `Later.ordinal is Earlier.ordinal + 1`. */
  | {
      readonly kind: 'property';
      readonly left: PropertyOfNode;
      readonly right: Comparand;
      readonly negated: boolean;
      readonly at: Position;
    }
  /** `First is not Second`: two variables stand for different nodes. */
  | { readonly kind: 'different'; readonly left: Word; readonly right: Word; readonly at: Position };

/**
 * When a conclusion holds. Premises must always be able to hold together; then it holds
 * - OVERLAP: as long as they all do;
 * - DURING: as long as an occasion lasts, which they must meet;
 * - SINCE: from the start of an occasion, or of the overlap, to an end that nobody knows.
 *
 * A rule whose conclusion repeats a premise adds no edge; it *bounds* the premise, which then holds
 * - WITHIN: only within the days of an occasion;
 * - UNTIL: no longer than until an occasion, or its other premises, begin.
 */
export type ConclusionDates =
  | { readonly kind: 'OVERLAP' }
  | { readonly kind: 'DURING'; readonly occasion: Word }
  | { readonly kind: 'SINCE'; readonly occasion: Word | undefined }
  | { readonly kind: 'WITHIN'; readonly occasion: Word }
  | { readonly kind: 'UNTIL'; readonly occasion: Word | undefined };

export interface Rule {
  /** Short and stable, for example `R4`: inferred edges name it. */
  readonly id: string;
  readonly name: string;
  readonly premises: readonly EdgePattern[];
  readonly conditions: readonly RuleCondition[];
  readonly conclusion: EdgePattern;
  readonly dates: ConclusionDates;
  /** From 0 to 1; a conclusion is as sure as its least sure premise, times this. */
  readonly weight: number;
  /** The sentence that explains a conclusion, with variables in braces: `{Speaker} spoke at {Conference}.` */
  readonly because: string;
  readonly becauseAt: Position;
  readonly examples: readonly Example[];
  readonly at: Position;
}

/** Whether a rule bounds a premise, and concludes no edge. */
export const isBounding = ({ dates }: Rule): boolean => dates.kind === 'WITHIN' || dates.kind === 'UNTIL';

/** The premise that the conclusion of a rule repeats; a rule that bounds has one. */
export function restatedPremise({ premises, conclusion }: Rule): EdgePattern | undefined {
  return premises.find(({ from, type, to, occasion }) =>
    [from, type, to, occasion].every((it, i) => {
      const own = [conclusion.from, conclusion.type, conclusion.to, conclusion.occasion ?? occasion][i];
      return it?.text === own?.text;
    }),
  );
}

/** A small world in text, and what the rule must make of it. */
export interface Example {
  readonly title: string;
  readonly given: readonly ExampleLine[];
  /** The edges that follow, all of them; none when nothing may follow. */
  readonly follows: readonly ExampleEdge[];
  readonly at: Position;
}

export interface ExampleNode {
  readonly kind: 'node';
  readonly node: Word;
  readonly type: Word;
  readonly properties: readonly PropertyPattern[];
  readonly when: Word | undefined;
}

export interface ExampleEdge extends EdgePattern {
  readonly kind: 'edge';
  readonly when: Word | undefined;
}

export type ExampleLine = ExampleNode | ExampleEdge;

// By `Symbol.for`, so that the rules stay with the graph where a program has loaded this package twice.
const RULES: unique symbol = Symbol.for('diplograph.rules');

/** Keeps with a graph the rules that its conclusions came from, and returns the graph. */
export function rememberRules(graph: KnowledgeGraph, rules: readonly Rule[]): KnowledgeGraph {
  return Object.assign(graph, { [RULES]: rules });
}

/** The rules that a graph was concluded with, in their order; none for a graph that was frozen without. */
export function rulesOf(graph: KnowledgeGraph & { readonly [RULES]?: readonly Rule[] }): readonly Rule[] {
  return graph[RULES] ?? [];
}

/** The rules of a graph whose conclusions are to be derived again. Throws `rules-unknown` when it has some and no rules. */
export function getRules(graph: KnowledgeGraph): readonly Rule[] {
  const rules = rulesOf(graph);
  if (rules.length > 0 || !graph.edges.derivations) return rules;
  throw new KnowledgeError(
    'rules-unknown',
    'This graph has inferred edges and not the rules they follow by. Open it with `rules`.',
  );
}

/** Why a conclusion follows, in the rule's own words. */
export interface RuleSentence {
  /** The rule's name: what it says in general. */
  readonly name: string;
  /** What it says in this case, with what its variables stood for. */
  readonly sentence: string;
}

/**
 * Why `edge` follows by the rule of that id from these premises, in the order of the rule; undefined for a graph that
 * does not know the rule.
 * @example
 * explainDerivation(graph, edge, 'R2', premises)?.sentence // 'The delegation …, sent by Kazakhstan, took part in …'
 */
export function explainDerivation(
  graph: KnowledgeGraph,
  edge: EdgeNumber,
  ruleId: string,
  premises: readonly EdgeNumber[],
): RuleSentence | undefined {
  const rule = rulesOf(graph).find((it) => it.id === ruleId);
  if (!rule) return undefined;
  const nodes = bindAll(graph, [rule.conclusion, ...rule.premises], [edge, ...premises], new Map());
  const nameOf = (variable: string): string => {
    const node = nodes?.get(variable);
    return node === undefined ? variable : graph.nodes.nameOf(node);
  };
  return { name: rule.name, sentence: rule.because.replace(/\{(\w+)\}/g, (_, variable: string) => nameOf(variable)) };
}

type Bindings = ReadonlyMap<string, NodeNumber>;

/** The nodes that variables stand for when the patterns match the edges; symmetric edges are tried either way round. */
function bindAll(
  graph: KnowledgeGraph,
  [pattern, ...patterns]: readonly EdgePattern[],
  [edge, ...edges]: readonly EdgeNumber[],
  bindings: Bindings,
): Bindings | undefined {
  if (!pattern || edge === undefined) return bindings;
  const ends = [graph.edges.from[edge] ?? 0, graph.edges.to[edge] ?? 0];
  const symmetric = graph.ontology.edgeTypes.get(pattern.type.text)?.symmetric === true;
  const occasion = pattern.occasion && graph.nodes.numberOf(String(graph.edges.property(edge, 'at')));
  for (const [from, to] of symmetric ? [ends, ends.toReversed()] : [ends]) {
    const bound = new Map(bindings);
    const fits = [
      [pattern.from, from] as const,
      [pattern.to, to] as const,
      [pattern.occasion, occasion] as const,
    ].every(([variable, node]) => {
      if (variable === undefined || node === undefined) return true;
      if (!bound.has(variable.text)) bound.set(variable.text, node);
      return bound.get(variable.text) === node;
    });
    const all = fits ? bindAll(graph, patterns, edges, bound) : undefined;
    if (all) return all;
  }
  return undefined;
}
