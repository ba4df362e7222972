/**
 * An ontology on a few pages, for people and models who are about to ask it: node types, edge types with both ends and
 * the fields that lead along them, words of enums, interfaces. The SDL says the same, property by property.
 */
import type { EdgeType, Ontology, Property } from './ontology.ts';

/**
 * The ontology in lines of Markdown, one for each type.
 * @example
 * briefOntology(ontology).split('\n').filter((it) => it.startsWith('- **co-launched**')).length // 1
 */
export function briefOntology(ontology: Ontology): string {
  const { nodeTypes, interfaces, edgeTypes, edgePropertyTypes, enums } = ontology;
  return [
    '## Node types',
    '',
    'Name (list of the query API): meaning. Properties beside those that all have.',
    ...shared('All have: ', commonProperties(Array.from(nodeTypes.values(), (it) => it.properties))),
    '',
    ...Array.from(nodeTypes.values(), (type) => {
      const common = new Set(commonProperties(Array.from(nodeTypes.values(), (it) => it.properties)));
      const own = [...type.properties.keys()].filter((it) => !common.has(it));
      return `- **${type.name}** (${type.plural}): ${sentence(type.description)}${own.length > 0 ? ` ${own.join(', ')}.` : ''}`;
    }),
    ...section(
      'Interfaces',
      interfaces.values(),
      (it) =>
        `- **${it.name}** (${it.plural}): ${it.implementations.length === nodeTypes.size ? 'every node type' : it.implementations.join(', ')}.`,
    ),
    '',
    '## Edge types',
    '',
    'Name: who → whom (fields of the query API, from either end): meaning.',
    ...shared('All carry: ', commonProperties(Array.from(edgePropertyTypes.values(), (it) => it.properties))),
    '',
    ...Array.from(edgeTypes.values(), (it) => edgeLine(ontology, it)),
    ...section('Words', enums.values(), (it) => `- **${it.name}**: ${it.values.map(({ name }) => name).join(', ')}.`),
  ].join('\n');
}

function edgeLine(ontology: Ontology, { name, description, symmetric, ends }: EdgeType): string {
  const [from, to] = [
    namesOf(
      ontology,
      ends.map((it) => it.from),
    ),
    namesOf(
      ontology,
      ends.map((it) => it.to),
    ),
  ];
  const fields = [
    fieldsOf(ontology, name, symmetric ? 'BOTH' : 'OUT'),
    ...(symmetric ? [] : [fieldsOf(ontology, name, 'IN')]),
  ];
  return `- **${name}**: ${from} ${symmetric ? '↔' : '→'} ${to} (${fields.join(' / ')}): ${sentence(description)}`;
}

/** The names of the fields that lead along an edge type from one of its ends. */
function fieldsOf({ nodeTypes }: Ontology, edgeType: string, direction: 'OUT' | 'IN' | 'BOTH'): string {
  const fields = new Set<string>();
  for (const { relations } of nodeTypes.values()) {
    for (const it of relations.values())
      if (it.edgeType === edgeType && it.direction === direction) fields.add(it.field);
  }
  return [...fields].join(', ') || '–';
}

/** Node types in the order of the ontology, by the names of interfaces where these stand for the same. */
function namesOf({ nodeTypes, interfaces }: Ontology, names: readonly string[]): string {
  const wanted = new Set(names);
  const whole = [...interfaces.values()]
    .filter((it) => it.implementations.length > 1 && it.implementations.every((name) => wanted.has(name)))
    .sort((a, b) => b.implementations.length - a.implementations.length);
  const covered: string[] = [];
  for (const { name, implementations } of whole) {
    if (!implementations.every((it) => wanted.has(it))) continue;
    covered.push(name);
    for (const it of implementations) wanted.delete(it);
  }
  return [...covered, ...[...nodeTypes.keys()].filter((it) => wanted.has(it))].join(' | ');
}

/** Properties that all of some types have. */
function commonProperties(types: readonly ReadonlyMap<string, Property>[]): string[] {
  const [first, ...others] = types;
  return [...(first?.keys() ?? [])].filter((name) => others.every((it) => it.has(name)));
}

const shared = (head: string, names: readonly string[]): string[] =>
  names.length > 0 ? ['', `${head}${names.join(', ')}.`] : [];

function section<T>(title: string, things: Iterable<T>, line: (thing: T) => string): string[] {
  const lines = Array.from(things, line);
  return lines.length > 0 ? ['', `## ${title}`, '', ...lines] : [];
}

/** The first sentence of a description. */
function sentence(description: string): string {
  const line = description.replace(/\s+/g, ' ').trim();
  const end = line.indexOf('. ');
  return end === -1 ? line : line.slice(0, end + 1);
}
