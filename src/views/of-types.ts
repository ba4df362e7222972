/**
 * The view of some types of nodes: they, and the edges between them.
 */
import { BitSet } from '../base/bit-set.ts';
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { concreteTypes } from '../ontology/ontology.ts';
import type { GraphView } from './graph-view.ts';

/**
 * The nodes of the given types; an interface stands for all types that implement it. Throws `unknown-type`.
 * @example
 * ofTypes(view, ['State', 'Initiative'])
 */
export function ofTypes(view: GraphView, names: readonly string[]): GraphView {
  const { ontology } = view;
  for (const name of names) {
    if (ontology.nodeTypes.has(name) || ontology.interfaces.has(name)) continue;
    const near = didYouMean(name, [...ontology.nodeTypes.keys(), ...ontology.interfaces.keys()]);
    throw new KnowledgeError('unknown-type', `The ontology has no node type or interface "${name}".${near}`);
  }
  const types = [...new Set(names.flatMap((name) => concreteTypes(ontology, name)))].sort();
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
