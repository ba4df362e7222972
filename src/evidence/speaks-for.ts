/**
 * Whether somebody's word is the word of a party: a minister's that of the state, a ministry's page that of both.
 *
 * Ontologies differ; of the relations named here those count that an ontology has.
 */
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';

/** Edge types along which a voice belongs to whom it leads to. Being a member or a citizen gives no voice. */
const BELONGS = ['represented', 'heads', 'holds', 'office-for', 'organ-of', 'served-on', 'delegation-of'];
/** A post, its ministry, the state: a longer chain is no longer one voice. */
const MOST_STEPS = 3;

/** Whether the word of `speaker` is that of `party`: they are one, or the one acts for the other. */
export function speaksFor(view: GraphView, speaker: NodeNumber, party: NodeNumber): boolean {
  const types = BELONGS.map((name) => view.graph.edges.typeCode(name)).filter((code) => code !== undefined);
  const reached = new Set([speaker]);
  let last = [speaker];
  for (let step = 0; step < MOST_STEPS && last.length > 0 && !reached.has(party); step++) {
    const next: NodeNumber[] = [];
    for (const node of last) {
      for (const type of types) {
        view.forEachEdge(node, 'OUT', type, (_, other) => {
          if (reached.has(other)) return;
          reached.add(other);
          next.push(other);
        });
      }
    }
    last = next;
  }
  return reached.has(party);
}
