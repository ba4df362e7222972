/**
 * Why an edge is in the graph: the sources that state it, or the rules and premises it follows from, down to sources.
 *
 * An edge is explained once; where it comes up again, in a circle or as a premise of two, the tree says that it stands
 * above. So the answer grows with the edges it rests on and never with the number of ways through them.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type Corroboration, corroborationOf } from './corroboration.ts';
import { edgeOfId } from './edge-of-id.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { waysIn } from './ways-in.ts';

export interface Why {
  readonly edge: EdgeNumber;
  readonly evidence: readonly Evidence[];
  readonly corroboration: Corroboration | undefined;
  /** How it follows, the strongest first; none for a statement. */
  readonly ways: readonly Way[];
  /** How many more ways there are than are told. */
  readonly moreWays: number;
  /** True where the edge was explained above: then nothing is told again. */
  readonly above: boolean;
}

export interface Way {
  /** The rule's id. */
  readonly rule: string;
  readonly name: string | undefined;
  readonly sentence: string | undefined;
  readonly premises: readonly Why[];
}

export interface WhyOptions {
  /** The most ways told of each conclusion; 3 when unsaid. */
  readonly ways?: number;
  /** What a rule says in a case, in words. */
  readonly explain?: (
    edge: EdgeNumber,
    rule: string,
    premises: readonly EdgeNumber[],
  ) => { readonly name: string; readonly sentence: string } | undefined;
}

/**
 * Why the edge of that id holds, as the view knows it.
 *
 * Throws `unknown-edge` for an edge that is not in the view.
 */
export function why(view: GraphView, id: string, options: WhyOptions = {}): Why {
  const explained = new Set<EdgeNumber>();
  const { ways: mostWays = 3, explain } = options;
  const tell = (edge: EdgeNumber): Why => {
    const above = explained.has(edge);
    explained.add(edge);
    const ways = above ? [] : waysIn(view, edge);
    return {
      edge,
      evidence: above ? [] : evidenceOf(view, edge),
      corroboration: above ? undefined : corroborationOf(view, edge),
      ways: ways.slice(0, mostWays).map(({ rule, premises }): Way => {
        const words = explain?.(edge, rule, premises);
        return { rule, name: words?.name, sentence: words?.sentence, premises: premises.map(tell) };
      }),
      moreWays: Math.max(0, ways.length - mostWays),
      above,
    };
  };
  return tell(edgeOfId(view, id));
}
