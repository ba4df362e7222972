/**
 * The options that select what of the graph a command looks at; the same views that GraphQL directives select.
 */
import type { Command } from 'commander';
import type { GraphView } from '../views/graph-view.ts';
import type { ViewSelection } from '../views/select-view.ts';

export type ViewOptions = Pick<ViewSelection, 'asOf' | 'certain' | 'stated'>;

export function addViewOptions(command: Command): Command {
  return command
    .option('--as-of <date>', 'the graph as it was: 2024-10-30, 2022-09, 2022')
    .option('--certain', 'with --as-of: only what the dates put beyond doubt')
    .option('--stated', 'only what sources state, nothing that a rule inferred');
}

/** @throws KnowledgeError `bad-date` */
export async function selectView(view: GraphView, { asOf, certain, stated }: ViewOptions): Promise<GraphView> {
  const { selectView: select } = await import('../views/select-view.ts');
  return select(view, { asOf, certain, stated });
}
