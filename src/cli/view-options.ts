/**
 * The options that select what of the graph a command looks at; the same views that GraphQL directives select.
 */
import type { Command } from 'commander';
import type { GraphView } from '../views/graph-view.ts';

export interface ViewOptions {
  readonly asOf?: string;
  readonly certain?: boolean;
  readonly stated?: boolean;
}

export function addViewOptions(command: Command): Command {
  return command
    .option('--as-of <date>', 'the graph as it was: 2024-10-30, 2022-09, 2022')
    .option('--certain', 'with --as-of: only what the dates put beyond doubt')
    .option('--stated', 'only what sources state, nothing that a rule inferred');
}

/** @throws KnowledgeError `bad-date` */
export async function selectView(view: GraphView, options: ViewOptions): Promise<GraphView> {
  let selected = view;
  if (options.asOf !== undefined) {
    const { periodOf } = await import('../facts/partial-date.ts');
    const { asOf } = await import('../views/as-of.ts');
    selected = asOf(selected, periodOf(options.asOf), options.certain ? 'CERTAIN' : 'POSSIBLE');
  }
  if (options.stated) {
    const { statedOnly } = await import('../views/stated-only.ts');
    selected = statedOnly(selected);
  }
  return selected;
}
