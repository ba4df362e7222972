/**
 * JSON Lines of statements: the canonical form, from which the same graph is read again.
 *
 * What a record holds is said in `statement-record.ts`.
 */
import type { Claim } from '../../facts/claim.ts';
import type { PropertyValue } from '../../facts/fact.ts';
import { isoOfDay } from '../../facts/partial-date.ts';
import { ALWAYS, type Day, FOREVER } from '../../facts/validity.ts';
import type { EdgeNumber, EdgeTable } from '../../store/edge-table.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { edgeFields } from '../edge-fields.ts';
import type { Field } from '../field.ts';
import type { TextFormat } from '../format.ts';
import { edgeTexts, nodeTexts } from '../gather-text.ts';
import { jsonMember, jsonObject, jsonString, jsonText } from '../json-text.ts';
import { keepTexts } from '../keep-texts.ts';
import { nodeFields } from '../node-fields.ts';
import { printEdges } from '../print-edges.ts';
import { STATEMENT_FORM } from '../statement-record.ts';

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
  const fields = nodeFields(view);
  return nodeTexts(view, (node) => {
    const properties = nodes.properties(node);
    let members = '';
    for (const { name } of fields) members += member(name, properties[name]);
    const head = `{"record":"node","id":${jsonString(nodes.ids[node]!)},"type":${jsonString(nodes.typeOf(node))}`;
    return `${head},"properties":${jsonObject(members)}}\n`;
  });
}

/** A member as it is kept: a list where the value is one, whatever the ontology says. */
const member = (name: string, value: PropertyValue | undefined): string => jsonMember(name, false, value);

/** The claims about kept nodes, by node and property; claims of one property keep their order. */
function keptClaims(view: GraphView): Claim[] {
  const number = (claim: Claim): number => view.findNode(claim.node) ?? -1;
  return view.graph.claims
    .filter((claim) => number(claim) >= 0)
    .sort((a, b) => number(a) - number(b) || Number(a.property > b.property) - Number(a.property < b.property));
}

function claimLine({ node, property, value, rank, modality, note, when, saidBy, sources, locators }: Claim): string {
  const said = { node, property, value, rank, modality, note, when, saidBy, sources, locators };
  const members = Object.entries(said).map(([name, it]) => member(name, it));
  return `{"record":"claim"${members.join('')}}\n`;
}

/** What is derived from other keys of the record, and so is not a property in it. */
const DERIVED: ReadonlySet<string> = new Set(['since', 'until', 'status', 'rule', 'premises', 'sources']);

function edgeLines(view: GraphView): Iterable<string> {
  const { nodes, edges } = view.graph;
  const fields = edgeFields(view).filter(({ name }) => !DERIVED.has(name) && edges.columns.columns.has(name));
  const stated = printEdges(edges, fields, ({ name }, value) => member(name, value), {});
  const sources = printEdges(edges, [SOURCES], (_, value) => jsonText(value ?? []));
  const types = edges.columns.typeNames.map(jsonString);
  const id = keepTexts((node) => jsonString(nodes.ids[node]!));
  const bounds = boundsOf(edges);
  return edgeTexts(view, (edge) => {
    const head = `{"record":"edge","id":${jsonString(edges.id(edge))},"type":${types[edges.type[edge]!]}`;
    const ends = `,"from":${id(edges.from[edge]!)},"to":${id(edges.to[edge]!)}${bounds(edge)}`;
    const body = `,"sources":${sources(edge)},"properties":${jsonObject(stated(edge))}`;
    return `${head}${ends}${body}${derivationsMember(edges, edge)}}\n`;
  });
}

const SOURCES: Field = { name: 'sources', kind: 'text', list: true };

/** `,"bounds":[…]`, or nothing for an edge of which no date is known. */
function boundsOf({ validity }: EdgeTable): (edge: EdgeNumber) => string {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = validity;
  const known = keepTexts((day) => `"${isoOfDay(day)}"`);
  const text = (day: Day): string => (day === ALWAYS ? '"ALWAYS"' : day === FOREVER ? '"FOREVER"' : known(day));
  return (edge) => {
    const [start, lastStart] = [earliestStart[edge]!, latestStart[edge]!];
    const [end, lastEnd] = [earliestEnd[edge]!, latestEnd[edge]!];
    if (start === ALWAYS && lastStart === FOREVER && end === ALWAYS && lastEnd === FOREVER) return '';
    return `,"bounds":[${text(start)},${text(lastStart)},${text(end)},${text(lastEnd)}]`;
  };
}

function derivationsMember(edges: EdgeTable, edge: EdgeNumber): string {
  const { derivations } = edges;
  if (!derivations || derivations.first[edge] === derivations.first[edge + 1]) return '';
  const { first, rules, firstPremise, premise } = derivations;
  let members = '';
  for (let it = first[edge]!; it < first[edge + 1]!; it++) {
    let premises = '';
    for (let place = firstPremise[it]!; place < firstPremise[it + 1]!; place++) {
      premises += `,${jsonString(edges.id(premise[place]!))}`;
    }
    members += `,{"rule":${jsonString(rules[it]!)},"premises":[${premises.slice(1)}]}`;
  }
  return `,"derivations":[${members.slice(1)}]`;
}
