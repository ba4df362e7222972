/**
 * A mapping drafted for a curator's sheet: what its columns seem to mean, with every guess where it can be seen.
 *
 * It is a text to be read, corrected and kept beside the sheet in `tables/`; until then nothing has happened.
 */
import { foldText } from '../base/fold-text.ts';
import { edgeProperties } from '../loading/entries/entry-keys.ts';
import { printPair } from '../loading/saving/print-entries.ts';
import type { EdgeType, Ontology } from '../ontology/ontology.ts';
import { dateOf, isAmbiguous, type Sheet, type SheetColumn } from './read-sheet.ts';

/** What a date column says of an edge, by its header. */
const dateRoles: readonly (readonly ['start' | 'end' | 'when', RegExp])[] = [
  ['start', /^(?:from|since|start|begin|began|appointed|presented|depuis|von|seit|с)\b/i],
  ['end', /^(?:to|until|till|end|ended|left|ceased|bis|jusqu)\b/i],
  ['when', /./],
];

/** The text of the mapping, in YAML. `title` is what the sheet is called. */
export function draftMapping(sheet: Sheet, ontology: Ontology, title: string): string {
  const { columns, separator } = sheet;
  const names = typedColumns(
    columns.filter((it) => it.kind === 'names'),
    ontology,
  );
  const [from, to] = orderedEnds(names, ontology);
  const address = columns.find((it) => it.kind === 'addresses');
  const nodes = [...(address ? [sourceEntry(address)] : []), ...names.flatMap((it) => newNodes(it))];
  const edges =
    from && to ? edgeEntry(from, to, columns, address, ontology) : '  # No two columns of names were recognised.\n';
  return [
    `# Drafted from ${title}: look at every line, and at every name below "lookups", before you use it.\n`,
    printPair('title', title, 0),
    ...(address ? [] : ['# source: source:…  # what all rows cite\n']),
    ...(separator === ',' ? [] : [printPair('separator', separator, 0)]),
    ...lookups(columns.map((it) => names.find(({ name }) => name === it.name) ?? it)),
    ...(nodes.length > 0 ? [`nodes:\n${nodes.join('')}`] : []),
    `edges:\n${edges}`,
    ...leftOut(columns),
  ].join('');
}

/** Column names as words of a mapping: `accredited-to`. */
const keyOf = ({ name }: SheetColumn): string => foldText(name).replaceAll(' ', '-') || 'column';
const hole = ({ name }: SheetColumn, filters = ''): string => `'{${name.replaceAll("'", "''")}${filters}}'`;

function lookups(columns: readonly SheetColumn[]): string[] {
  const printed = columns.flatMap((column) => {
    const words = column.kind === 'names' ? wordsOfNames(column) : isForeign(column) ? wordsOfDates(column) : [];
    return words.length === 0 ? [] : [`  ${keyOf(column)}:\n${words.join('')}`];
  });
  return printed.length === 0 ? [] : [`lookups:\n${printed.join('')}`];
}

function wordsOfNames({ texts, found, type }: SheetColumn): string[] {
  return [...texts.keys()].map((text) => {
    const hit = found.get(text);
    const pair = printPair(text, hit?.id ?? newId(type, text), 4).trimEnd();
    return hit ? `${pair}  # ${oneLine(hit.name)}, ${hit.score.toFixed(2)}\n` : `${pair}  # not found: new?\n`;
  });
}

function wordsOfDates({ texts }: SheetColumn): string[] {
  return [...texts.keys()].map((text) => {
    const pair = printPair(text, dateOf(text) ?? text, 4).trimEnd();
    return isAmbiguous(text) ? `${pair}  # or ${dateOf(text, 'month')}?\n` : `${pair}\n`;
  });
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** An id of the prefix that the type's nodes have, as far as its name tells. */
const newId = (type: string | undefined, name: string): string =>
  `${(type ?? 'node').replace(/(?<=.)[A-Z]/g, (it) => `-${it}`).toLowerCase()}:${foldText(name).replaceAll(' ', '-')}`;

/** Dates that are not written as ours are translated one by one. */
const isForeign = (column: SheetColumn): boolean =>
  column.kind === 'dates' && [...column.texts.keys()].some((it) => dateOf(it) !== it);

function newNodes(column: SheetColumn): string[] {
  const { texts, found, type = '…' } = column;
  const missing = [...texts.keys()].filter((it) => !found.has(it));
  if (missing.length === 0) return [];
  const only = printPair('only', { [column.name]: missing }, 4);
  const id = hole(column, `|lookup:${keyOf(column)}`);
  return [
    `  # Names that were not found become new nodes; take out of "only" what you find after all.\n`,
    `  - id: ${id}\n    type: ${type}\n    name: ${hole(column)}\n${only}    once: true\n`,
  ];
}

const sourceEntry = (address: SheetColumn): string =>
  `  - id: ${`'source:{${address.name}|slug}'`}\n    type: Source\n    name: ${hole(address)}\n    url: ${hole(address)}\n    once: true\n`;

/** Columns of which nothing was found, with the type that the edge type asks for which the headers name. */
function typedColumns(names: readonly SheetColumn[], ontology: Ontology): readonly SheetColumn[] {
  const [unknown, ...more] = names.filter((it) => it.type === undefined);
  const others = names.filter((it) => it.type !== undefined);
  if (!unknown || more.length > 0 || others.length === 0) return names;
  const candidates = [...ontology.edgeTypes.values()].flatMap((type) =>
    type.ends.flatMap(({ from, to }) =>
      others.flatMap((other) => [
        ...(to === other.type ? [{ type: from, likeness: likeness(type, unknown, other) }] : []),
        ...(from === other.type ? [{ type: to, likeness: likeness(type, unknown, other) }] : []),
      ]),
    ),
  );
  const [best] = candidates.sort((a, b) => b.likeness - a.likeness);
  return best && best.likeness > 0 ? names.map((it) => (it === unknown ? { ...it, type: best.type } : it)) : names;
}

type Names = SheetColumn | undefined;

/** The two columns of names that an edge type joins, its start first. */
function orderedEnds(names: readonly SheetColumn[], ontology: Ontology): [Names, Names] {
  const pairs = names.flatMap((from) => names.filter((to) => to !== from).map((to) => [from, to] as const));
  const joined = pairs
    .map(([from, to]) => ({ from, to, types: fittingTypes(from, to, ontology) }))
    .filter((it) => it.types.length > 0)
    .sort((a, b) => likeness(b.types[0], b.from, b.to) - likeness(a.types[0], a.from, a.to));
  const [best] = joined;
  return best ? [best.from, best.to] : [names[0], names[1]];
}

/** The edge types that join the types of two columns, the one that their headers name first. */
function fittingTypes(from: SheetColumn, to: SheetColumn, { edgeTypes }: Ontology): EdgeType[] {
  const joins = [...edgeTypes.values()].filter((it) =>
    it.ends.some(
      (end) =>
        (end.from === from.type && end.to === to.type) ||
        (it.symmetric && end.from === to.type && end.to === from.type),
    ),
  );
  return joins.sort((a, b) => likeness(b, from, to) - likeness(a, from, to));
}

/** Words that many edge types have. */
const SMALL: ReadonlySet<string> = new Set(['to', 'of', 'in', 'at', 'by', 'for', 'with', 'on', 'from']);

/** How many words of an edge type's name the two headers have. */
function likeness(type: EdgeType | undefined, from: SheetColumn, to: SheetColumn): number {
  const words = foldText(`${from.name} ${to.name}`).split(' ');
  const name = foldText(type?.name ?? '')
    .split(' ')
    .filter((it) => !SMALL.has(it));
  return name.filter((it) => words.includes(it)).length / Math.max(1, name.length);
}

function edgeEntry(
  from: SheetColumn,
  to: SheetColumn,
  columns: readonly SheetColumn[],
  address: SheetColumn | undefined,
  ontology: Ontology,
): string {
  const [type, ...others] = fittingTypes(from, to, ontology).map((it) => it.name);
  const known = type === undefined ? edgeTypesOf([from.type, to.type], ontology) : others;
  const also = known.length > 0 ? `  # ${type === undefined ? 'one of' : 'or'} ${known.slice(0, 20).join(', ')}` : '';
  const properties = [...edgeProperties(ontology, type ?? '').keys()];
  const said = columns.flatMap((column) => {
    const property = properties.find((it) => foldText(it) === foldText(column.name));
    return column.kind === 'texts' && property !== undefined ? [`    ${property}: ${hole(column)}\n`] : [];
  });
  return [
    `  - from: ${hole(from, `|lookup:${keyOf(from)}`)}\n`,
    `    edge: ${type ?? '…'}${also}\n`,
    `    to: ${hole(to, `|lookup:${keyOf(to)}`)}\n`,
    ...whenOf(columns),
    ...said,
    ...(address ? [`    source: 'source:{${address.name}|slug}'\n`] : []),
  ].join('');
}

/** The edge types that begin or end at nodes of these types. */
const edgeTypesOf = (types: readonly (string | undefined)[], { edgeTypes }: Ontology): string[] =>
  [...edgeTypes.values()]
    .filter((it) => it.ends.some(({ from, to }) => types.includes(from) || types.includes(to)))
    .map((it) => it.name);

function whenOf(columns: readonly SheetColumn[]): string[] {
  const dates = columns.filter((it) => it.kind === 'dates');
  const roleOf = (column: SheetColumn): string | undefined =>
    dateRoles.find(([, it]) => it.test(column.name.trim()))?.[0];
  const [start, end] = (['start', 'end'] as const).map((role) => dates.find((it) => roleOf(it) === role));
  if (start && end) return [`    when: '{${start.name}${dateFilter(start)}}/{${end.name}${dateFilter(end)}|or:..}'\n`];
  if (start) return [`    when: '{${start.name}${dateFilter(start)}}/'  # until when, nobody knows\n`];
  const [only] = dates;
  return only ? [`    when: ${hole(only, dateFilter(only))}\n`] : [];
}

const dateFilter = (column: SheetColumn): string => (isForeign(column) ? `|lookup:${keyOf(column)}` : '');

function leftOut(columns: readonly SheetColumn[]): string[] {
  const names = columns.filter((it) => it.kind === 'texts' || it.kind === 'nothing').map((it) => it.name);
  return names.length === 0 ? [] : [`# Not drafted: ${names.map(oneLine).join(', ')}.\n`];
}
