/**
 * The way to one arrival, in numbers: the nodes in order, and the edge of each hop.
 */
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';

export class Trail {
  readonly nodes: NodeNumber[] = [];
  readonly edges: EdgeNumber[] = [];

  start(node: NodeNumber): void {
    this.nodes.push(node);
  }

  hop(edge: EdgeNumber, node: NodeNumber): void {
    this.edges.push(edge);
    this.nodes.push(node);
  }

  /** Goes on as `more` does, which begins with a start, or with a hop from where this one ends. */
  add(more: Trail): void {
    const starts = more.nodes.length - more.edges.length;
    if (starts > 0) this.start(more.nodes[0]!);
    for (let i = 0; i < more.edges.length; i++) this.hop(more.edges[i]!, more.nodes[i + starts]!);
  }
}
