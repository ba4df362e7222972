/**
 * `diplograph stats`: how much of what there is.
 */
import type { Command } from 'commander';
import type { GraphView } from '../../views/graph-view.ts';
import { counted } from '../counted.ts';
import { exitCode } from '../exit-code.ts';
import { printTable } from '../print-table.ts';
import { examples, type Shell, type Workplace } from '../shell.ts';
import { addViewOptions, selectView, type ViewOptions } from '../view-options.ts';

export function addStats(program: Command, shell: Shell): void {
  const command = program
    .command('stats')
    .summary('tell how many nodes and edges of each type there are')
    .description('Tells how many nodes and edges there are, in all and of each type, stated and inferred.');
  addViewOptions(command)
    .addHelpText(
      'before',
      examples('diplograph stats', 'diplograph stats --as-of 2024 --stated', 'diplograph stats --json'),
    )
    .action((options: ViewOptions, itself: Command) => shell.run(itself, (workplace) => stats(options, workplace)));
}

async function stats(options: ViewOptions, { output, files, json }: Workplace): Promise<0> {
  const { openFolder } = await import('../../opening/open-folder.ts');
  const view = await selectView((await openFolder(files)).view, options);
  const summary = summarise(view);
  if (json) {
    output.json(summary);
    return exitCode.fine;
  }
  const { nodes, edges } = summary;
  const inferred = edges.inferred > 0 ? `, ${edges.inferred.toLocaleString('en-US')} of them inferred` : '';
  output.data(output.style('bold', counted(nodes.total, 'node')));
  output.data(printCounts(nodes.byType));
  output.data(`\n${output.style('bold', counted(edges.total, 'edge'))}${inferred}`);
  output.data(printCounts(edges.byType));
  return exitCode.fine;
}

interface Summary {
  readonly nodes: { readonly total: number; readonly byType: Readonly<Record<string, number>> };
  readonly edges: {
    readonly total: number;
    readonly stated: number;
    readonly inferred: number;
    readonly byType: Readonly<Record<string, number>>;
  };
}

function summarise(view: GraphView): Summary {
  const { nodes, edges } = view.graph;
  const nodesByType = new Map<string, number>();
  const edgesByType = new Map<string, number>();
  let inferred = 0;
  for (let node = 0; node < nodes.count; node++) if (view.hasNode(node)) increase(nodesByType, nodes.typeOf(node));
  for (let edge = 0; edge < edges.count; edge++) {
    if (!view.hasEdge(edge)) continue;
    increase(edgesByType, edges.typeOf(edge));
    if (edges.isInferred(edge)) inferred += 1;
  }
  const total = view.edgeCount;
  return {
    nodes: { total: view.nodeCount, byType: mostFirst(nodesByType) },
    edges: { total, stated: total - inferred, inferred, byType: mostFirst(edgesByType) },
  };
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostFirst(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
}

function printCounts(byType: Readonly<Record<string, number>>): string {
  const rows = Object.entries(byType).map(([type, count]) => ['', count.toLocaleString('en-US'), type]);
  return printTable(rows, [1]);
}
