/**
 * Bounds that undated statements take from dated ones beside them.
 *
 * One source says that a state is a member, another since when: on a day before that, the first is no membership either.
 * An undated edge goes by the dates of those that say the same, of the same type between the same nodes with the same
 * occasion, role and kind, or of the same act. Where several are dated it may be any of them, and is certain on no day.
 */
import { onceFor } from '../base/once-for.ts';
import { isAsserted } from '../facts/claim.ts';
import { ALWAYS, FOREVER, type Validity } from '../facts/validity.ts';
import type { EdgeNumber, EdgeTable, ValidityColumns } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';

/** The bounds of every edge, those taken from others included. Worked out at the first question. */
export const boundsOf = ({ edges, bounds }: KnowledgeGraph): ValidityColumns => bounds ?? boundsOfEdges(edges);

const boundsOfEdges = onceFor(makeBounds);

function makeBounds(edges: EdgeTable): ValidityColumns {
  const { type, from, to, validity } = edges;
  const undated: EdgeNumber[] = [];
  for (let edge = 0; edge < edges.count; edge++) if (isUndated(validity, edge)) undated.push(edge);
  const dated = new Map<string, Validity>();
  const date = (key: string, edge: EdgeNumber): void => {
    // What is denied, planned or held to be wrong dates nothing.
    if (!isUndated(validity, edge) && isAsserted(edges.property(edge, 'modality'), edges.property(edge, 'rank')))
      dated.set(key, either(dated.get(key), edges.validityOf(edge)));
  };
  let scanned = 0;
  for (const edge of undated) {
    // Edges of one source and type lie side by side, so a run of them is looked through once.
    if (edge < scanned) continue;
    const isBeside = (it: EdgeNumber): boolean => from[it] === from[edge] && type[it] === type[edge];
    let first = edge;
    while (first > 0 && isBeside(first - 1)) first--;
    const targets = new Set<number>();
    for (scanned = first; scanned < edges.count && isBeside(scanned); scanned++) {
      if (isUndated(validity, scanned)) targets.add(to[scanned]!);
    }
    for (let it = first; it < scanned; it++) if (targets.has(to[it]!)) date(statementKey(edges, it), it);
  }
  const acts = new Set(undated.flatMap((edge) => actKey(edges, edge) ?? []));
  for (let edge = 0; acts.size > 0 && edge < edges.count; edge++) {
    const key = actKey(edges, edge);
    if (key !== undefined && acts.has(key)) date(key, edge);
  }
  if (dated.size === 0) return validity;
  const bounds = {
    earliestStart: validity.earliestStart.slice(),
    latestStart: validity.latestStart.slice(),
    earliestEnd: validity.earliestEnd.slice(),
    latestEnd: validity.latestEnd.slice(),
  };
  for (const edge of undated) {
    const taken = dated.get(statementKey(edges, edge)) ?? dated.get(actKey(edges, edge) ?? '');
    if (!taken) continue;
    for (const name of ['earliestStart', 'latestStart', 'earliestEnd', 'latestEnd'] as const)
      bounds[name][edge] = taken[name];
  }
  return bounds;
}

function isUndated(bounds: ValidityColumns, edge: EdgeNumber): boolean {
  return (
    bounds.earliestStart[edge] === ALWAYS &&
    bounds.latestStart[edge] === FOREVER &&
    bounds.earliestEnd[edge] === ALWAYS &&
    bounds.latestEnd[edge] === FOREVER
  );
}

/** What edges that say the same have in common. */
function statementKey(edges: EdgeTable, edge: EdgeNumber): string {
  const qualifiers = ['at', 'role', 'kind'].map((it) => edges.property(edge, it) ?? '');
  return [edges.type[edge], edges.from[edge], edges.to[edge], ...qualifiers].join('\u0000');
}

/** The act of an edge, which edges of one type share; undefined for an edge of none. */
function actKey(edges: EdgeTable, edge: EdgeNumber): string | undefined {
  const act = edges.property(edge, 'act');
  return act === undefined ? undefined : `act ${edges.type[edge]} ${act}`;
}

/** One validity or another: within the bounds of both together, and certain on no day. */
function either(a: Validity | undefined, b: Validity): Validity {
  if (!a) return b;
  return {
    earliestStart: Math.min(a.earliestStart, b.earliestStart),
    latestStart: FOREVER,
    earliestEnd: ALWAYS,
    latestEnd: Math.max(a.latestEnd, b.latestEnd),
  };
}
