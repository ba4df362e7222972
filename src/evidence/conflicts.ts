/**
 * Where sources disagree: rival values of a property, and rival statements of one relation.
 *
 * Values are rivals when claims give a property of a node more than one. Statements are rivals when they join the same
 * two nodes, or belong to one act, and a curator ranked one above the other, one denies what another says, or they give
 * the same act other dates or the same thing other counts. A second term of office is no rival of the first.
 */
import type { Claim, Modality, Rank } from '../facts/claim.ts';
import type { PropertyValue } from '../facts/fact.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type Evidence, evidenceOf, readEvidence } from './evidence.ts';
import { rivalEdges } from './rival-edges.ts';

/** One of several rival values or statements. */
export interface Rival {
  /** The value of the property, as text; of a statement, what sets it apart: dates, counts, whether it is denied. */
  readonly value: string;
  readonly rank: Rank;
  readonly modality: Modality;
  /** Why the rank. */
  readonly note: string | undefined;
  readonly when: string | undefined;
  /** The id of whoever is reported as saying it. */
  readonly saidBy: string | undefined;
  readonly evidence: readonly Evidence[];
  /** The edge, of a rival statement. */
  readonly edge: EdgeNumber | undefined;
}

export interface Conflict {
  readonly kind: 'PROPERTY' | 'EDGE';
  /** The node whose property it is, or from which the rival edges go out. */
  readonly node: NodeNumber;
  /** The property, or the edge type. */
  readonly name: string;
  /** The node that the rival edges lead to; undefined for a property, and for an act with several. */
  readonly to: NodeNumber | undefined;
  /** Preferred ones first, deprecated ones last. */
  readonly rivals: readonly Rival[];
}

/**
 * The conflicts about a node, or about all: those of properties first, each kind by node and name.
 *
 * Throws `unknown-node`.
 * @example
 * conflictsOf(view, 'conference:34ic').map((it) => it.name) // ['theme', …]
 */
export function conflictsOf(view: GraphView, of?: string): Conflict[] {
  const node = of === undefined ? undefined : view.getNode(of);
  return [...propertyConflicts(view, node), ...edgeConflicts(view, node)];
}

function propertyConflicts(view: GraphView, of: NodeNumber | undefined): Conflict[] {
  const groups = new Map<string, { node: NodeNumber; claims: Claim[] }>();
  for (const claim of view.graph.claims) {
    const node = view.findNode(claim.node);
    if (node === undefined || (of !== undefined && node !== of)) continue;
    const key = `${node} ${claim.property}`;
    const group = groups.get(key);
    if (group) group.claims.push(claim);
    else groups.set(key, { node, claims: [claim] });
  }
  return [...groups.values()]
    .filter(({ claims }) => new Set(claims.map((it) => printValue(it.value))).size > 1)
    .sort((a, b) => a.node - b.node || compareTexts(a.claims[0]?.property, b.claims[0]?.property))
    .map(({ node, claims }) => ({
      kind: 'PROPERTY',
      node,
      name: claims[0]?.property ?? '',
      to: undefined,
      rivals: inOrder(claims.map(rivalOfClaim)),
    }));
}

function edgeConflicts(view: GraphView, of: NodeNumber | undefined): Conflict[] {
  const { edges } = view.graph;
  return rivalEdges(view, of).map((rivals) => {
    const [first = 0] = rivals;
    const targets = new Set(rivals.map((it) => edges.to[it]));
    return {
      kind: 'EDGE',
      node: edges.from[first] ?? 0,
      name: edges.typeOf(first),
      to: targets.size === 1 ? edges.to[first] : undefined,
      rivals: inOrder(rivals.map((it) => rivalOfEdge(view, it))),
    };
  });
}

function rivalOfClaim(claim: Claim): Rival {
  return {
    value: printValue(claim.value),
    rank: claim.rank,
    modality: claim.modality,
    note: claim.note,
    when: claim.when,
    saidBy: claim.saidBy,
    evidence: readEvidence(claim.sources, claim.locators),
    edge: undefined,
  };
}

function rivalOfEdge(view: GraphView, edge: EdgeNumber): Rival {
  const { edges } = view.graph;
  const text = (name: string): string | undefined => {
    const value = edges.property(edge, name);
    return value === undefined ? undefined : printValue(value);
  };
  return {
    value: setsApart(view, edge),
    rank: edges.property(edge, 'rank') as Rank,
    modality: edges.property(edge, 'modality') as Modality,
    note: text('note'),
    when: text('when'),
    saidBy: text('saidBy'),
    evidence: evidenceOf(view, edge),
    edge,
  };
}

/** What a rival statement says otherwise than the others. */
function setsApart({ graph: { edges } }: GraphView, edge: EdgeNumber): string {
  const numbers = Object.entries(edges.properties(edge)).filter(
    ([name, value]) => typeof value === 'number' && name !== 'confidence',
  );
  const when = edges.property(edge, 'when');
  const attested = edges.property(edge, 'attested');
  const parts = [
    when !== undefined ? String(when) : attested !== undefined ? `seen ${attested}` : 'undated',
    ...numbers.map(([name, value]) => `${name} ${value}`),
    ...(edges.property(edge, 'modality') === 'DENIED' ? ['denied'] : []),
  ];
  return parts.join(', ');
}

const printValue = (value: PropertyValue): string => (Array.isArray(value) ? value.join(', ') : String(value));
const compareTexts = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);

const ranks: readonly Rank[] = ['PREFERRED', 'NORMAL', 'DEPRECATED'];

function inOrder(rivals: readonly Rival[]): Rival[] {
  return rivals.toSorted((a, b) => ranks.indexOf(a.rank) - ranks.indexOf(b.rank) || compareTexts(a.value, b.value));
}
