/**
 * A world for tests of answers: an SDL, nodes and edges in a few lines, and a way to ask it.
 */

import type { ExecutionResult } from 'graphql';
import type { Derivation, EdgeFact, NodeFact, Properties } from '../../src/facts/fact.ts';
import { readPartialDate } from '../../src/facts/partial-date.ts';
import { undated } from '../../src/facts/validity.ts';
import { defaultLimits, type QueryLimits } from '../../src/graphql/limits/query-limits.ts';
import { engineOf } from '../../src/graphql/query-engine.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { ontologyOf } from './sdl-files.ts';

export interface WorldEdge {
  readonly id?: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly sources?: readonly string[];
  readonly derivations?: readonly Derivation[];
  readonly properties?: Properties;
}

export interface World {
  readonly view: GraphView;
  /** The answer as a client gets it: plain JSON. */
  ask(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    limits?: Partial<QueryLimits>,
  ): ExecutionResult<Record<string, unknown>>;
  /** The data alone; throws when there are errors. */
  data(query: string, variables?: Readonly<Record<string, unknown>>): Record<string, unknown>;
  /** The code of the first error; throws when there is none. */
  refusal(query: string, variables?: Readonly<Record<string, unknown>>): string;
}

/** Nodes by type: `{ State: { kaz: { name: 'Kazakhstan' } } }`; edges as facts, dated by `properties.when`. */
export function smallWorld(
  sdl: string,
  nodes: Readonly<Record<string, Readonly<Record<string, Properties>>>>,
  edges: readonly WorldEdge[] = [],
): World {
  const ontology = ontologyOf(sdl);
  const nodeFacts = Object.entries(nodes).flatMap(([type, all]) =>
    Object.entries(all).map(([id, properties]): NodeFact => ({ id, type, properties })),
  );
  const graph = freezeGraph(ontology, { nodes: nodeFacts, edges: edges.map(edgeFact) });
  return worldOf(GraphView.whole(graph));
}

/** A view to ask. */
export function worldOf(view: GraphView): World {
  const ask: World['ask'] = (query, variables = {}, limits = {}) => {
    const answer = engineOf(view.graph, { ...defaultLimits, ...limits }).ask({ view }, query, { variables });
    const { executor: _, ...said } =
      'json' in answer ? { ...answer, json: undefined, data: JSON.parse(answer.json) } : answer;
    return JSON.parse(JSON.stringify(said));
  };
  return {
    view,
    ask,
    data(query, variables) {
      const { data, errors } = ask(query, variables);
      if (errors || !data) throw new Error(errors?.map((it) => it.message).join('\n'));
      return data;
    },
    refusal(query, variables) {
      const code = ask(query, variables).errors?.[0]?.extensions?.code;
      if (typeof code !== 'string') throw new Error('It was answered, or refused without a code.');
      return code;
    },
  };
}

function edgeFact(edge: WorldEdge, i: number): EdgeFact {
  const { id = `e${i}`, type, from, to, sources = [], derivations, properties = {} } = edge;
  const when = properties.when;
  const date = when === undefined ? undefined : readPartialDate(String(when));
  if (date && 'reason' in date) throw new Error(date.reason);
  const validity = date?.validity ?? undated;
  return { id, type, from, to, validity, sources, properties, ...(derivations && { derivations }) };
}
