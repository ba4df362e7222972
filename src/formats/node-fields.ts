/**
 * The fields of the nodes of a view: those that at least one of them has, in the order of the ontology.
 */
import type { Ontology } from '../ontology/ontology.ts';
import type { GraphView } from '../views/graph-view.ts';
import { collectFields, type Field, fieldOf, guessField } from './field.ts';

/** Properties that some kept node has; `id` and the type are not among them. What no ontology declares comes last. */
export function nodeFields(view: GraphView): Field[] {
  const { nodes } = view.graph;
  const declared = declaredFields(view.ontology);
  const found = new Map<string, Field>();
  for (let node = 0; node < nodes.count; node++) {
    if (!view.hasNode(node)) continue;
    const properties = nodes.properties(node);
    for (const name in properties) {
      if (found.has(name)) continue;
      found.set(name, declared.get(name) ?? guessField(name, properties[name]!));
    }
  }
  const others = [...found.keys()].filter((name) => !declared.has(name)).sort();
  return [...declared.keys(), ...others].flatMap((name) => found.get(name) ?? []);
}

function declaredFields({ nodeTypes }: Ontology): Map<string, Field> {
  const fields = [...nodeTypes.values()].flatMap((type) => [...type.properties.values()]).map(fieldOf);
  return collectFields(fields.filter(({ name }) => name !== 'id'));
}
