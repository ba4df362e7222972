/**
 * The slow twin of the rule engine: try every combination of edges for every rule, until nothing new comes.
 *
 * It knows nothing of plans, indexes or increments, and says in a few lines what they must amount to.
 */
import type { EdgeFact, NodeFact } from '../../src/facts/fact.ts';
import { readPartialDate } from '../../src/facts/partial-date.ts';
import { ALWAYS, FOREVER } from '../../src/facts/validity.ts';
import type { Ontology } from '../../src/ontology/ontology.ts';
import type { EdgePattern, Rule, RuleCondition } from '../../src/rules/rule.ts';

export interface PlainEdge {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly at: unknown;
  readonly role: unknown;
  /** The first and the last day on which it may hold. */
  readonly first: number;
  last: number;
  reported: boolean;
  confidence: number;
  readonly stated: EdgeFact | undefined;
  /** Of a conclusion: its ways, each the rule and the keys of its premises. */
  readonly ways: Map<string, { readonly rule: Rule; readonly premises: readonly PlainEdge[] }>;
}

type Nodes = ReadonlyMap<string, NodeFact>;
type Bindings = Readonly<Record<string, string>>;

/** Conclusions of the rules on the facts. */
export function derivePlainly(
  ontology: Ontology,
  facts: { nodes: NodeFact[]; edges: EdgeFact[] },
  rules: readonly Rule[],
): PlainEdge[] {
  const nodes: Nodes = new Map(facts.nodes.map((it) => [it.id, it]));
  const edges = facts.edges.filter(feeds).map((it) => withinOccasion(nodes, statedEdge(it)));
  for (let changed = true; changed; ) {
    changed = false;
    for (const rule of rules) {
      for (const match of matches(ontology, nodes, edges, rule))
        changed = conclude(ontology, nodes, edges, rule, match) || changed;
    }
  }
  const concluded = edges.filter((it) => !it.stated);
  weigh(concluded);
  return concluded;
}

/** What an edge is, in a text that does not depend on the order of anything. */
export const keyOf = (it: PlainEdge): string =>
  it.stated?.id ?? [it.type, it.from, it.to, it.at ?? '', it.role ?? '', it.first].join(' ');

const feeds = ({ properties: { modality, rank } }: EdgeFact): boolean =>
  modality !== 'DENIED' && modality !== 'PLANNED' && rank !== 'DEPRECATED';

const statedEdge = (fact: EdgeFact): PlainEdge => ({
  ...fact,
  first: fact.validity.earliestStart,
  last: fact.validity.latestEnd,
  at: fact.properties.at,
  role: fact.properties.role,
  reported: fact.properties.modality === 'REPORTED',
  confidence: Number(fact.properties.confidence ?? 1),
  stated: fact,
  ways: new Map(),
});

/** What happened at an occasion happened within its days, unless its own dates say that it did not. */
function withinOccasion(nodes: Nodes, edge: PlainEdge): PlainEdge {
  const days = occasionOf(nodes, String(edge.at));
  if (!days || !edge.stated) return edge;
  const { earliestStart, latestStart, earliestEnd, latestEnd } = edge.stated.validity;
  const canBe = meet(days, [earliestStart, latestStart]) && meet(days, [earliestEnd, latestEnd]);
  const [first, last] = (canBe && meet(days, [edge.first, edge.last])) ?? [edge.first, edge.last];
  return { ...edge, first, last };
}

/** The first and the last day. */
type Span = readonly [number, number];

interface Match {
  readonly bindings: Bindings;
  readonly premises: readonly PlainEdge[];
  readonly span: Span;
}

function matches(ontology: Ontology, nodes: Nodes, edges: readonly PlainEdge[], rule: Rule): Match[] {
  let found: Match[] = [{ bindings: {}, premises: [], span: [ALWAYS, FOREVER] }];
  for (const premise of rule.premises) {
    found = found.flatMap((match) =>
      edges.flatMap((edge) =>
        waysRound(ontology, edge).flatMap(([from, to]) => {
          const bindings = bind(match.bindings, premise, from, to, edge);
          const span = meet(match.span, [edge.first, edge.last]);
          return bindings && span ? [{ bindings, span, premises: [...match.premises, edge] }] : [];
        }),
      ),
    );
  }
  return found.filter(({ bindings }) => rule.conditions.every((it) => holds(nodes, bindings, it)));
}

function waysRound(ontology: Ontology, { type, from, to }: PlainEdge): [string, string][] {
  return ontology.edgeTypes.get(type)?.symmetric && from !== to
    ? [
        [from, to],
        [to, from],
      ]
    : [[from, to]];
}

function bind(known: Bindings, premise: EdgePattern, from: string, to: string, edge: PlainEdge): Bindings | undefined {
  if (premise.type.text !== edge.type) return undefined;
  if (premise.properties.some((it) => edge.role !== it.value)) return undefined;
  if (premise.occasion && edge.at === undefined) return undefined;
  const pairs: [string, string][] = [
    [premise.from.text, from],
    [premise.to.text, to],
  ];
  if (premise.occasion) pairs.push([premise.occasion.text, String(edge.at)]);
  const bindings: Record<string, string> = { ...known };
  for (const [variable, node] of pairs) {
    if (bindings[variable] !== undefined && bindings[variable] !== node) return undefined;
    bindings[variable] = node;
  }
  return bindings;
}

function holds(nodes: Nodes, bindings: Bindings, condition: RuleCondition): boolean {
  const node = (variable: string): NodeFact => nodes.get(bindings[variable]!)!;
  if (condition.kind === 'different') return bindings[condition.left.text] !== bindings[condition.right.text];
  if (condition.kind === 'type') {
    return condition.types.some((it) => it.text === node(condition.variable.text).type) !== condition.negated;
  }
  const value = Number(node(condition.left.variable.text).properties.place);
  const { right } = condition;
  const meets =
    'values' in right
      ? right.values.some((it) => it.value === value)
      : value === Number(node(right.of.variable.text).properties.place) + right.plus;
  return meets !== condition.negated;
}

/** Adds what a match concludes, and says whether anything is new. */
function conclude(
  ontology: Ontology,
  nodes: Nodes,
  edges: PlainEdge[],
  rule: Rule,
  { bindings, premises, span }: Match,
): boolean {
  const { conclusion } = rule;
  const symmetric = ontology.edgeTypes.get(conclusion.type.text)?.symmetric ?? false;
  const ends = [bindings[conclusion.from.text]!, bindings[conclusion.to.text]!];
  const [from, to] = (symmetric ? inOrder(nodes, ends) : ends) as [string, string];
  const dates = datesOf(nodes, rule, bindings, span);
  if (from === to || !dates) return false;
  const [first, last] = dates;
  const at = conclusion.occasion && bindings[conclusion.occasion.text];
  const role = conclusion.properties[0]?.value;
  const twins = edges.filter(
    (it) =>
      it.type === conclusion.type.text &&
      ((it.from === from && it.to === to) || (symmetric && it.from === to && it.to === from)),
  );
  const { dates: kind } = rule;
  // What lies within the days of the occasion says it as well.
  const isDuring = kind.kind === 'DURING' && occasionOf(nodes, bindings[kind.occasion.text]) !== undefined;
  const said = twins.some(
    (it) =>
      it.stated &&
      (first === ALWAYS || it.first <= first || (isDuring && it.last <= last)) &&
      it.last >= first &&
      (it.at === undefined || at === undefined || it.at === at) &&
      (it.role === undefined || role === undefined || it.role === role),
  );
  if (said) return false;
  const way = `${rule.id} ${premises.map(keyOf).sort().join(',')}`;
  const known = twins.find((it) => !it.stated && it.at === at && it.role === role && it.first === first);
  const ways = new Map([[way, { rule, premises }]]);
  if (!known)
    return (
      edges.push({
        type: conclusion.type.text,
        from,
        to,
        at,
        role,
        first,
        last,
        reported: true,
        confidence: 0,
        stated: undefined,
        ways,
      }) > 0
    );
  const isNew = !known.ways.has(way) || last > known.last;
  known.ways.set(way, { rule, premises });
  known.last = Math.max(known.last, last);
  return isNew;
}

/** The days that two spans share. */
function meet(a: Span, b: Span): Span | undefined {
  const [first, last] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  return first <= last ? [first, last] : undefined;
}

/** By type and then by id, as nodes are numbered. */
const inOrder = (nodes: Nodes, ids: string[]): string[] => {
  const types = ['Person', 'Group', 'Place'];
  const place = (id: string): number => types.indexOf(nodes.get(id)!.type);
  return [...ids].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
};

function occasionOf(nodes: Nodes, node: string | undefined): Span | undefined {
  const when = nodes.get(node ?? '')?.properties.when;
  const date = typeof when === 'string' ? readPartialDate(when) : undefined;
  return date && 'validity' in date ? [date.validity.earliestStart, date.validity.latestEnd] : undefined;
}

function datesOf(nodes: Nodes, { dates }: Rule, bindings: Bindings, span: Span): Span | undefined {
  if (dates.kind !== 'DURING' && dates.kind !== 'SINCE') return span;
  const occasion = occasionOf(nodes, bindings[dates.occasion?.text ?? '']) ?? span;
  if (!meet(occasion, span)) return undefined;
  return dates.kind === 'DURING' ? occasion : [Math.max(occasion[0], span[0]), FOREVER];
}

/** Settles the strongest conclusion that can be settled, again and again, each way looked at each time. */
function weigh(concluded: readonly PlainEdge[]): void {
  type Strength = readonly [reported: number, doubt: number, depth: number];
  const settled = new Map<PlainEdge, Strength>();
  const of = (it: PlainEdge): Strength | undefined =>
    it.stated ? [Number(it.reported), 1 - it.confidence, 0] : settled.get(it);
  const compare = (a: Strength, b: Strength): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
  for (;;) {
    let best: { it: PlainEdge; strength: Strength } | undefined;
    for (const it of concluded) {
      if (settled.has(it)) continue;
      for (const { rule, premises } of it.ways.values()) {
        const parts = premises.map(of).filter((part) => part !== undefined);
        if (parts.length < premises.length) continue;
        const most = (place: 0 | 1 | 2): number => Math.max(0, ...parts.map((part) => part[place]));
        const doubt = 1 - Math.round((1 - most(1)) * rule.weight * 1e6) / 1e6;
        const strength: Strength = [most(0), doubt, most(2) + 1];
        if (!best || compare(strength, best.strength) < 0) best = { it, strength };
      }
    }
    if (!best) break;
    settled.set(best.it, best.strength);
    best.it.reported = best.strength[0] === 1;
    best.it.confidence = Math.round((1 - best.strength[1]) * 1e6) / 1e6;
  }
}
