/**
 * The view of some types of nodes: they, and the edges between them.
 */
import { BitSet } from '../base/bit-set.ts';
import { typesNamed } from '../ontology/ontology.ts';
import type { GraphView } from './graph-view.ts';

/**
 * The nodes of the given types; an interface stands for all types that implement it. Throws `unknown-type`.
 * @example
 * ofTypes(view, ['State', 'Initiative'])
 */
export function ofTypes(view: GraphView, names: readonly string[]): GraphView {
  const types = [...typesNamed(view.ontology, names)].sort();
  return view.localise({
    key: `types ${types.join(' ')}`,
    nodes: ({ graph: { nodes } }) => {
      const kept = new BitSet(nodes.count);
      for (const type of types) {
        const { start, end } = nodes.span(type);
        for (let node = start; node < end; node++) kept.add(node);
      }
      return kept;
    },
  });
}
