/**
 * A path for people and for programs: each hop with what a careful reader should know of it, and its sources.
 */
import { describeEdge, describeNode, type EdgeDescription, type NodeDescription } from '../evidence/describe-edge.ts';
import { evidenceOf } from '../evidence/evidence.ts';
import { circumstancesOf, printEvidence } from '../evidence/print-edge.ts';
import type { Path } from '../paths/path-search.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { counted } from './counted.ts';
import type { Output } from './output.ts';

type Direction = 'OUT' | 'IN';

export interface HopDescription {
  readonly from: NodeDescription;
  readonly to: NodeDescription;
  /** OUT when the edge points the way the path goes. */
  readonly direction: Direction;
  readonly edge: EdgeDescription;
}

/** The hops of a path in plain values. */
export function describePath(view: GraphView, path: Path): HopDescription[] {
  return hopsOf(view, path).map(({ from, to, direction, edge }) => ({
    from: describeNode(view, from),
    to: describeNode(view, to),
    direction,
    edge: describeEdge(view, edge),
  }));
}

/** A path as text: its title with its length, where it starts, then two or more lines for each hop. */
export function printPath(view: GraphView, path: Path, title: string, output: Output): string {
  const { nodes, edges } = view.graph;
  const name = (node: NodeNumber): string => output.style('bold', nodes.nameOf(node));
  const hops = hopsOf(view, path).flatMap(({ to, direction, edge }) => {
    const type = edges.typeOf(edge);
    const arrow = direction === 'OUT' ? `— ${type} →` : `← ${type} —`;
    const rule = edges.firstDerivation(edge)?.rule;
    const basis = rule === undefined ? evidenceOf(view, edge).map(printEvidence) : [`inferred by ${rule}`];
    const relation = [`  ${arrow} ${name(to)}`, ...circumstancesOf(view, edge)].join(', ');
    return [relation, ...basis.map((it) => output.style('dim', `      ${it}`))];
  });
  const length = counted(path.edges.length, 'hop');
  return [`${title}: ${length}`, `  ${name(path.nodes[0] ?? 0)}`, ...hops].join('\n');
}

interface Hop {
  readonly from: NodeNumber;
  readonly to: NodeNumber;
  readonly direction: Direction;
  readonly edge: EdgeNumber;
}

function hopsOf({ graph: { edges } }: GraphView, path: Path): Hop[] {
  return path.edges.map((edge, i) => {
    const [from, to] = [path.nodes[i] ?? 0, path.nodes[i + 1] ?? 0];
    return { from, to, direction: edges.from[edge] === from ? 'OUT' : 'IN', edge };
  });
}
