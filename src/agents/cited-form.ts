/**
 * Edges as agents get them: as everybody does, and with how sure they are on the day that was asked about. What sources
 * are called, and where they are, stands once an answer, beside the facts that cite them by id.
 */
import type { AnswerForm, NodeAnswer } from '../answers/answer-form.ts';
import { asObjects, type EdgeAnswer } from '../answers/edge-answer.ts';
import { periodOf } from '../facts/partial-date.ts';
import { type Certainty, holdsIn } from '../facts/validity.ts';
import type { GraphView } from '../views/graph-view.ts';

export interface CitedEdge extends EdgeAnswer {
  /** Whether it certainly holds on the date asked about, or is only not excluded; absent where no date was asked. */
  readonly certainty?: Certainty;
}

/** A source as a reader has to name it. What the graph does not say is absent. */
export interface SourceDescription {
  readonly id: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly url?: string;
  /** When it was published, in EDTF. */
  readonly published?: string;
}

/** Nodes and edges as objects; `asOf` is the date that was asked about. */
export function citedForm(view: GraphView, asOf: string | undefined): AnswerForm<NodeAnswer, CitedEdge> {
  const form = asObjects(view);
  const period = asOf === undefined ? undefined : periodOf(asOf);
  return {
    node: form.node,
    edge: (number) => {
      const edge = form.edge(number);
      // A node for each citation would say the title again.
      const sources = edge.sources.map(({ node: _, ...citation }) => citation);
      if (period === undefined) return { ...edge, sources };
      const isCertain = holdsIn(view.graph.edges.validityOf(number), period, 'CERTAIN');
      return { ...edge, sources, certainty: isCertain ? 'CERTAIN' : 'POSSIBLE' };
    },
  };
}

/** The sources that an answer cites, each once, in the order in which it first cites them. */
export function sourcesCited(view: GraphView, answer: unknown): SourceDescription[] {
  const ids = new Set<string>();
  collectSources(answer, ids);
  return [...ids].map((id) => describeSource(view, id));
}

function collectSources(value: unknown, ids: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name !== 'sources' || !Array.isArray(inner)) collectSources(inner, ids);
    else for (const source of inner) ids.add(typeof source === 'string' ? source : String(source?.id));
  }
}

/** What ontologies call the parts of a reference. */
const PARTS = { title: ['title', 'name'], publisher: ['publisher'], url: ['url'], published: ['published'] } as const;

function describeSource({ graph: { nodes } }: GraphView, id: string): SourceDescription {
  const node = nodes.numberOf(id);
  if (node === undefined) return { id };
  const properties = nodes.properties(node);
  const described: Record<string, string> = { id };
  for (const [part, names] of Object.entries(PARTS)) {
    const said = names.map((it) => properties[it]).find((it) => it !== undefined && it !== '');
    if (said !== undefined) described[part] = String(said);
  }
  return described as unknown as SourceDescription;
}
