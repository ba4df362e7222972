/**
 * JSON Lines of statements: the canonical form, which loses nothing and from which the same graph is read again.
 *
 * One JSON object a line, in this order: `{"record":"graph","form":1}`; redirects of ids that were merged or renamed
 * (`from`, `to`); nodes (`id`, `type`, `properties`); claims, the rival values of a node's property; edges (`id`, `type`,
 * `from`, `to`, `bounds`, `sources`, `properties`, `derivations`); an `end` with the counts, so that a file that was cut
 * short is known by its last line. Records are sorted as the graph numbers them, keys stand in a fixed order, absent ones
 * are left out and whole numbers of any size (`BigInt`) are texts. The same view is therefore the same bytes, and what is
 * read back and written again is too.
 */
import type { Claim } from '../../facts/claim.ts';
import { isoOfDay } from '../../facts/partial-date.ts';
import { ALWAYS, type Day, FOREVER } from '../../facts/validity.ts';
import { derivationsOf } from '../../store/derivations.ts';
import type { EdgeNumber, EdgeTable } from '../../store/edge-table.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { jsonField, jsonMember, jsonObject, jsonString, jsonText } from '../escapes.ts';
import { edgeFields, type Field, field, nodeFields } from '../fields/fields.ts';
import { type FieldForm, printEdgeFields, printNodeFields, remember } from '../fields/print-fields.ts';
import type { TextFormat } from '../format.ts';
import { edgePieces, nodePieces } from '../pieces.ts';

/** The version of this form, in the `graph` record. Readers refuse those they do not know. */
export const STATEMENT_FORM = 1;

export const jsonLines: TextFormat = {
  name: 'jsonl',
  title: 'JSON Lines of statements',
  ending: 'jsonl',
  mediaType: 'application/x-ndjson; charset=utf-8',
  options: [],
  write: lines,
};

function* lines(view: GraphView): Generator<string> {
  yield `{"record":"graph","form":${STATEMENT_FORM}}\n`;
  yield* redirectLines(view);
  yield* nodeLines(view);
  const claims = keptClaims(view);
  for (const claim of claims) yield claimLine(claim);
  yield* edgeLines(view);
  yield `{"record":"end","nodes":${view.nodeCount},"claims":${claims.length},"edges":${view.edgeCount}}\n`;
}

function* redirectLines(view: GraphView): Generator<string> {
  const { redirects } = view.graph.nodes;
  for (const [from, to] of [...redirects].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (view.findNode(to) === undefined) continue;
    yield `{"record":"redirect","from":${jsonString(from)},"to":${jsonString(to)}}\n`;
  }
}

function nodeLines(view: GraphView): Iterable<string> {
  const { nodes } = view.graph;
  const properties = printNodeFields(nodes, composedId(nodeFields(view)));
  return nodePieces(view, (node) => {
    const head = `{"record":"node","id":${jsonString(nodes.ids[node]!)},"type":${jsonString(nodes.typeOf(node))}`;
    return `${head},"properties":${jsonObject(properties(node))}}\n`;
  });
}

/** Values as they are kept: a list where the value is one, whatever the ontology says. */
const composedId = (fields: readonly Field[]): FieldForm => ({
  fields: fields.map((it) => ({ ...it, list: false })),
  value: jsonField,
});

/** The claims about kept nodes, by node and property; claims of one property keep their order. */
function keptClaims(view: GraphView): Claim[] {
  const number = (claim: Claim): number => view.findNode(claim.node) ?? -1;
  return view.graph.claims
    .filter((claim) => number(claim) >= 0)
    .sort((a, b) => number(a) - number(b) || Number(a.property > b.property) - Number(a.property < b.property));
}

function claimLine({ node, property, value, rank, modality, note, when, saidBy, sources, locators }: Claim): string {
  const said = { node, property, value, rank, modality, note, when, saidBy, sources, locators };
  const members = Object.entries(said).map(([name, it]) => jsonMember(name, it));
  return `{"record":"claim"${members.join('')}}\n`;
}

/** What is derived from other keys of the record, and so is not a property in it. */
const DERIVED: ReadonlySet<string> = new Set(['since', 'until', 'status', 'rule', 'premises', 'sources']);

function edgeLines(view: GraphView): Iterable<string> {
  const { nodes, edges } = view.graph;
  const fields = edgeFields(view).filter(({ name }) => !DERIVED.has(name) && edges.columns.columns.has(name));
  // What is nowhere stated is no property of the record, not even by default.
  const stated = printEdgeFields(edges, composedId(fields), {});
  const sources = printEdgeFields(edges, {
    fields: [field('sources', 'text', true)],
    value: (_, value) => jsonText(value),
    absent: () => '[]',
  });
  const types = edges.columns.typeNames.map(jsonString);
  const id = remember((node) => jsonString(nodes.ids[node]!), nodes.count);
  const bounds = boundsOf(edges);
  return edgePieces(view, (edge) => {
    const head = `{"record":"edge","id":${jsonString(edges.id(edge))},"type":${types[edges.type[edge]!]}`;
    const ends = `,"from":${id(edges.from[edge]!)},"to":${id(edges.to[edge]!)}${bounds(edge)}`;
    const body = `,"sources":${sources(edge)},"properties":${jsonObject(stated(edge))}`;
    return `${head}${ends}${body}${derivationsMember(edges, edge)}}\n`;
  });
}

/** `,"bounds":[…]`, or nothing for an edge of which no date is known. */
function boundsOf({ validity }: EdgeTable): (edge: EdgeNumber) => string {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = validity;
  const known = remember((day) => `"${isoOfDay(day)}"`);
  const text = (day: Day): string => (day === ALWAYS ? '"ALWAYS"' : day === FOREVER ? '"FOREVER"' : known(day));
  return (edge) => {
    const [start, lastStart] = [earliestStart[edge]!, latestStart[edge]!];
    const [end, lastEnd] = [earliestEnd[edge]!, latestEnd[edge]!];
    if (start === ALWAYS && lastStart === FOREVER && end === ALWAYS && lastEnd === FOREVER) return '';
    return `,"bounds":[${text(start)},${text(lastStart)},${text(end)},${text(lastEnd)}]`;
  };
}

function derivationsMember(edges: EdgeTable, edge: EdgeNumber): string {
  if (!edges.isInferred(edge)) return '';
  const all = derivationsOf(edges.derivations, edge).map(({ rule, premises }) => {
    return `{"rule":${jsonString(rule)},"premises":${jsonText([...premises].map((it) => edges.id(it)))}}`;
  });
  return `,"derivations":[${all.join(',')}]`;
}
