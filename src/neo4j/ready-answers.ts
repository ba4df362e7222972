/**
 * Answers that Neo4j works out itself, because they rest on more than could be fetched: the degrees of all nodes, which it
 * counts, and what was counted of the whole graph when it was loaded.
 */

import type { RankingOptions } from '../analysis/centrality.ts';
import { ranking } from '../answers/analyses.ts';
import { byNumber } from '../answers/answer-form.ts';
import { checkPageSize } from '../graphql/page.ts';
import { notOnNeo4j } from '../graphql/problems.ts';
import type { GraphView } from '../views/graph-view.ts';
import { selectView } from '../views/select-view.ts';
import { typeCondition } from './cypher-step.ts';
import type { Fetching } from './fetching.ts';
import type { WholeMarker } from './loaded.ts';
import type { StoredNode } from './neo4j-connection.ts';
import { orderOfNodes } from './order-in-cypher.ts';
import { NotFetched } from './selected-view.ts';
import { allOfThem, type ResolvedSelection, StatementParameters, ViewCondition } from './view-condition.ts';

export interface ReadyOptions {
  readonly empty: GraphView;
  readonly fetching: Fetching;
  readonly marker: WholeMarker;
  readonly selections: readonly ResolvedSelection[];
  readonly keyView: GraphView;
  readonly mostRows: number;
}

type Asked = Readonly<Record<string, unknown>>;

/** By the names of their fields; undefined where an answer is to be worked out over a part. */
export const readyAnswers: Readonly<Record<string, (options: ReadyOptions, asked: Asked) => unknown>> = {
  ranking: degreeRanking,
  dataset({ marker, empty, keyView }) {
    if (keyView.key !== '') throw notOnNeo4j('"dataset" of a view', 'Ask it without directives.');
    return { ...marker.dataset, ontology: empty.ontology.sdl };
  },
};

interface RankingAsked extends RankingOptions {
  readonly first: number;
  readonly via?: readonly string[];
}

/** The nodes of the most edges. As in memory a loop counts twice, and a symmetric edge for both its ends. */
function degreeRanking({ empty, fetching, selections, mostRows }: ReadyOptions, asked: Asked): unknown {
  const { via, ...options } = asked as unknown as RankingAsked;
  const { by, type, first, direction = 'BOTH' } = options;
  if (by !== 'DEGREE') throw notOnNeo4j(`"ranking" by ${by}`, 'Rank by DEGREE, or ask a graph in memory.');
  checkPageSize('first', first, mostRows);
  ranking(selectView(empty, { via }), options, byNumber);
  const { ontology } = empty;
  const view = new ViewCondition([...selections, ...(via ? [{ via }] : [])], ontology);
  const parameters = new StatementParameters();
  const symmetric = parameters.add([...ontology.edgeTypes.values()].filter((it) => it.symmetric).map((it) => it.name));
  const edges = (pattern: string, more: readonly string[]): string =>
    `COUNT { MATCH ${pattern} WHERE ${allOfThem([...view.edge('r', parameters), ...view.node('m', parameters), ...more])} }`;
  const onlyAs = direction === 'BOTH' ? [] : [`type(r) IN ${symmetric}`, 'm <> n'];
  const out = edges('(n)-[r]->(m)', direction === 'IN' ? onlyAs : []);
  const back = edges('(n)<-[r]-(m)', direction === 'OUT' ? onlyAs : []);
  const nodes = [`n:${fetching.labels.node}`, ...(type === undefined ? [] : [typeCondition(ontology, type, 'n')])];
  const text = `MATCH (n) WHERE ${allOfThem([...nodes, ...view.node('n', parameters)])} WITH n, ${out} + ${back} AS score
    ORDER BY score DESC, ${orderOfNodes('n').join(', ')} LIMIT ${first} RETURN [n, score] AS row`;
  const rows = fetching.asked({ text, parameters: parameters.values }).rows();
  if (!rows) throw new NotFetched();
  return rows.map((row) => {
    const [node, score] = row as readonly [StoredNode, bigint];
    return { node: fetching.takeNode(node), score: Number(score) };
  });
}
