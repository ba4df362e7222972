/**
 * The ontology as a Mermaid flowchart: a box per node type, a rounded one per interface, an arrow per pair of them.
 *
 * Arrows follow the fields as declared (State → Occasion), not every pair of node types an edge may join: a handful of
 * arrows can be read, hundreds cannot. The edge types of one pair share an arrow.
 */
import type { Ontology, Relation } from './ontology.ts';

/** The flowchart as text, without the fence around it. */
export function printDiagram(ontology: Ontology): string {
  const lines = ['flowchart LR'];
  for (const name of ontology.nodeTypes.keys()) lines.push(`  ${boxOf(name)}["${quoted(name)}"]`);
  for (const { name, implementations } of ontology.interfaces.values()) {
    const types = implementations.length === ontology.nodeTypes.size ? 'every node type' : implementations.join(', ');
    lines.push(`  ${boxOf(name)}(["${quoted(name)}: ${quoted(types)}"])`);
  }
  for (const { name, relations } of ontology.nodeTypes.values()) {
    for (const [target, labels] of arrowsFrom(ontology, name, relations.values())) {
      lines.push(`  ${boxOf(name)} -->|"${labels.map(quoted).join('<br>')}"| ${boxOf(target)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** The edge types that leave a node type, by what they lead to. A symmetric one is drawn once, from its first end. */
function arrowsFrom(ontology: Ontology, owner: string, relations: Iterable<Relation>): Map<string, string[]> {
  const arrows = new Map<string, string[]>();
  for (const { direction, edgeType, target } of relations) {
    const leaves = ontology.edgeTypes.get(edgeType)?.ends.some((pair) => pair.from === owner) ?? false;
    if (direction === 'IN' || !leaves) continue;
    const label = direction === 'BOTH' ? `${edgeType} (symmetric)` : edgeType;
    arrows.set(target, [...(arrows.get(target) ?? []), label]);
  }
  return arrows;
}

/** Mermaid has words of its own (`end`, `class`), which a prefix keeps clear of. */
const boxOf = (name: string): string => `t_${name}`;

const quoted = (text: string): string => text.replaceAll('#', '#35;').replaceAll('"', '#quot;');
