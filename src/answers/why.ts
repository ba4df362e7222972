/**
 * Why an edge is in the graph: the sources that state it, or the rules and premises it follows from, down to sources.
 *
 * The answer is a list in which each edge is explained once, conclusions before their premises; a derivation names its
 * premises, which are found in the list. So it grows with the edges it rests on and never with the number of paths
 * through them, circles end, and GraphQL can ask for all of it in one selection.
 */
import { type CorroborationLevel, corroborationOf, derivationsInView } from '../evidence/corroboration.ts';
import type { Voice } from '../evidence/voices.ts';
import { explainDerivation } from '../rules/rule.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type AnswerForm, known } from './answer-form.ts';
import type { EdgeAnswer } from './edge-answer.ts';
import { unknownEdge } from './problems.ts';

export interface WhyOptions {
  /** The most derivations of each conclusion; 3 by default. */
  readonly derivations?: number;
}

/** An edge, and what supports it directly. */
export interface ExplainedEdge<Edge = EdgeAnswer> {
  /** The edge, with the sources that state it. */
  readonly edge: Edge;
  /** How well it is supported; absent when nothing is cited. */
  readonly corroboration?: CorroborationLevel;
  /** Who vouches for it; nobody for a conclusion. */
  readonly voices: readonly Voice[];
  /** How it follows, the strongest first; none for a statement. */
  readonly derivations: readonly ExplainedDerivation<Edge>[];
  /** The number of derivations beyond those shown. */
  readonly moreDerivations: number;
}

/** One way in which a conclusion follows. */
export interface ExplainedDerivation<Edge = EdgeAnswer> {
  /** The id of the rule. */
  readonly rule: string;
  /** What the rule says in general; absent when the graph does not know the rule. */
  readonly name?: string;
  /** What it says in this case. */
  readonly sentence?: string;
  /** The edges it rests on, in the order of the rule. */
  readonly premises: readonly Edge[];
}

export interface Explanation<Edge = EdgeAnswer> extends ExplainedEdge<Edge> {
  /** This edge and all that it rests on, each once, conclusions before their premises. */
  readonly steps: readonly ExplainedEdge<Edge>[];
}

/**
 * Why the edge of that id holds, as the view knows it. Throws `unknown-edge` for an edge that is not in the view.
 * @example
 * why(view, id, { derivations: 1 }, asObjects(view)).derivations[0]?.sentence
 */
export function why<Edge>(
  view: GraphView,
  id: string,
  { derivations: most = 3 }: WhyOptions,
  form: AnswerForm<unknown, Edge>,
): Explanation<Edge> {
  const asked = view.findEdge(id);
  if (asked === undefined) throw unknownEdge(view, id);
  const steps: ExplainedEdge<Edge>[] = [];
  const explained = new Set<EdgeNumber>();
  const waiting: EdgeNumber[] = [asked];
  for (let edge = waiting.pop(); edge !== undefined; edge = waiting.pop()) {
    if (explained.has(edge)) continue;
    explained.add(edge);
    const all = derivationsInView(view, edge);
    const shown = all.slice(0, most);
    const corroboration = corroborationOf(view, edge);
    steps.push(
      known<ExplainedEdge<Edge>>({
        edge: form.edge(edge),
        corroboration: corroboration?.level,
        voices: corroboration?.voices ?? [],
        derivations: shown.map(({ rule, premises }) => derivationOf(view, edge as EdgeNumber, rule, premises, form)),
        moreDerivations: all.length - shown.length,
      }),
    );
    // The stack gives back what came last: so the first premise of the first derivation is explained next.
    waiting.push(...shown.flatMap((it) => it.premises).reverse());
  }
  const [first] = steps as [ExplainedEdge<Edge>];
  return { ...first, steps };
}

function derivationOf<Edge>(
  { graph }: GraphView,
  edge: EdgeNumber,
  rule: string,
  premises: readonly EdgeNumber[],
  form: AnswerForm<unknown, Edge>,
): ExplainedDerivation<Edge> {
  const words = explainDerivation(graph, edge, rule, premises);
  return known<ExplainedDerivation<Edge>>({
    rule,
    name: words?.name,
    sentence: words?.sentence,
    premises: premises.map(form.edge),
  });
}
