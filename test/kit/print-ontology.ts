/**
 * The ontology as a page that people read: a diagram, then tables of node types, edge types and what they carry.
 *
 * It is printed, never written by hand, so that it cannot say anything else than the SDL. What all node types or all
 * edges have in common is said once.
 */
import {
  type EdgePropertyType,
  type EdgeType,
  type EnumType,
  type NodeType,
  type Ontology,
  type Property,
  printPropertyType,
  type Relation,
} from '../../src/ontology/ontology.ts';
import { type RelationEnd, relationsByEdgeType } from '../../src/ontology/relation-ends.ts';

/** How many nodes of each node type, and edges of each edge type, a graph has. */
export interface OntologyCounts {
  readonly nodes: ReadonlyMap<string, number>;
  readonly edges: ReadonlyMap<string, number>;
}

/** The page, in Markdown with one Mermaid diagram; tables gain a column of counts where they are given. */
export function printOntology(ontology: Ontology, counts?: OntologyCounts): string {
  const nodeTypes = [...ontology.nodeTypes.values()];
  const edgeProperties = [...ontology.edgePropertyTypes.values()];
  const common = commonProperties(nodeTypes);
  const envelope = commonProperties(edgeProperties);
  return page([
    '# The ontology',
    'Printed from `schema.graphql`, which says it with the directives of the Neo4j GraphQL Library.',
    `\`\`\`mermaid\n${printDiagram(ontology)}\`\`\``,
    '## Node types',
    nodeTypeTable(nodeTypes, counts),
    ...titled('### Every node', propertyTable(common)),
    ...nodeTypes.flatMap((type) => nodeTypeSection(type, common)),
    ...titled('## Interfaces', interfaceTable(ontology)),
    ...titled('## Edge types', edgeTypeTable(ontology, counts)),
    ...(edgeProperties.length > 0 ? ['## What edges carry'] : []),
    ...titled('### Every edge', propertyTable(envelope)),
    ...edgeProperties.flatMap((type) => edgePropertySection(type, envelope)),
    ...(ontology.enums.size > 0 ? ['## Enums'] : []),
    ...[...ontology.enums.values()].flatMap(enumSection),
  ]);
}

function nodeTypeTable(types: readonly NodeType[], counts: OntologyCounts | undefined): string {
  return table(
    ['type', 'list', 'interfaces', ...(counts ? ['nodes'] : []), 'meaning'],
    types.map((type) => [
      type.name,
      code(type.plural),
      type.interfaces.join(', '),
      ...(counts ? [String(counts.nodes.get(type.name) ?? 0)] : []),
      type.description,
    ]),
  );
}

function nodeTypeSection(type: NodeType, common: readonly Property[]): string[] {
  const relations = [...type.relations.values()];
  return [
    `### ${type.name}`,
    oneLine(type.description),
    propertyTable(own(type.properties, common)),
    table(
      ['relationship', 'edge type', 'leads to', 'meaning'],
      relations.map((it) => [code(it.field), `${arrowOf[it.direction]} ${it.edgeType}`, it.target, it.description]),
    ),
  ];
}

const arrowOf: Readonly<Record<Relation['direction'], string>> = { OUT: '→', IN: '←', BOTH: '↔' };

function interfaceTable({ interfaces }: Ontology): string {
  return table(
    ['interface', 'list', 'node types', 'properties', 'meaning'],
    [...interfaces.values()].map((it) => [
      it.name,
      code(it.plural),
      it.implementations.join(', '),
      [...it.properties.keys()].map(code).join(', '),
      it.description,
    ]),
  );
}

function edgeTypeTable(ontology: Ontology, counts: OntologyCounts | undefined): string {
  const fields = relationsByEdgeType(ontology);
  return table(
    ['edge type', 'joins', 'field', 'inverse', 'carries', ...(counts ? ['edges'] : []), 'meaning'],
    [...ontology.edgeTypes.values()].map((type) => [
      type.name,
      printEnds(type),
      fieldNames(fields.get(type.name), (it) => it.direction !== 'IN'),
      fieldNames(fields.get(type.name), (it) => it.direction === 'IN'),
      type.properties ?? '',
      ...(counts ? [String(counts.edges.get(type.name) ?? 0)] : []),
      type.description,
    ]),
  );
}

const fieldNames = (ends: readonly RelationEnd[] = [], wanted: (relation: Relation) => boolean): string =>
  [...new Set(ends.filter((end) => wanted(end.relation)).map((end) => code(end.relation.field)))].join(', ');

/** Sources that lead to the same targets stand together: `State, Organisation → Conference, Event`. */
function printEnds(type: EdgeType): string {
  const targets = new Map<string, string[]>();
  for (const { from, to } of type.ends) targets.set(from, [...(targets.get(from) ?? []), to]);
  const sources = new Map<string, string[]>();
  for (const [from, to] of targets) sources.set(to.join(', '), [...(sources.get(to.join(', ')) ?? []), from]);
  const arrow = type.symmetric ? '↔' : '→';
  return [...sources].map(([to, from]) => `${from.join(', ')} ${arrow} ${to}`).join('; ');
}

function edgePropertySection(type: EdgePropertyType, envelope: readonly Property[]): string[] {
  return [`### ${type.name}`, oneLine(type.description), propertyTable(own(type.properties, envelope))];
}

function enumSection(type: EnumType): string[] {
  const values = type.values.map((value) => [code(value.name), value.description]);
  return [`### ${type.name}`, oneLine(type.description), table(['value', 'meaning'], values)];
}

function propertyTable(properties: readonly Property[]): string {
  return table(
    ['property', 'type', 'meaning'],
    properties.map((it) => [code(it.name), code(printPropertyType(it)), it.description]),
  );
}

/** The properties that all types have, of the same type; of one type alone, none is called common. */
function commonProperties(types: readonly { readonly properties: ReadonlyMap<string, Property> }[]): Property[] {
  const [first, ...others] = types;
  if (!first || others.length === 0) return [];
  return [...first.properties.values()].filter((property) =>
    others.every((type) => isSame(type.properties.get(property.name), property)),
  );
}

const own = (properties: ReadonlyMap<string, Property>, common: readonly Property[]): Property[] =>
  [...properties.values()].filter((property) => !common.some((it) => isSame(it, property)));

const isSame = (a: Property | undefined, b: Property): boolean =>
  a?.name === b.name && printPropertyType(a) === printPropertyType(b) && a.description === b.description;

/** A heading with what stands under it, or neither. */
const titled = (heading: string, content: string): string[] => (content === '' ? [] : [heading, content]);

const page = (blocks: readonly string[]): string => `${blocks.filter((block) => block !== '').join('\n\n')}\n`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(oneLine))];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const code = (text: string): string => `\`${text}\``;

/** Text that stays in its cell: descriptions may have lines and bars of their own. */
const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|');

/**
 * The ontology as a Mermaid flowchart, without the fence around it: a box per node type, a rounded one per interface, an
 * arrow per pair of them. Arrows follow the fields as declared (State → Occasion), not every pair of node types an edge
 * may join: a handful of arrows can be read, hundreds cannot.
 */
function printDiagram(ontology: Ontology): string {
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
