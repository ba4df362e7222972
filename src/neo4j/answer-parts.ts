/**
 * The fields of `query.graphql` on Neo4j: the part of the graph that an answer rests on is fetched, and the module that
 * answers in memory answers from it. Where no part is the whole truth of an answer, the field is refused by name.
 */

import type { AnswerPart } from '../graphql/operation.ts';
import { type Rule, rememberRules } from '../rules/rule.ts';
import type { GraphView } from '../views/graph-view.ts';
import { gatherPart } from './gather-part.ts';
import { NotFetched } from './selected-view.ts';
import { Subgraph, type SubgraphOptions } from './subgraph.ts';
import type { ViewCondition } from './view-condition.ts';

export interface PartOptions extends Omit<SubgraphOptions, 'view' | 'keyView'> {
  /** The rules by which the graph was concluded, for the sentences of `why`. */
  readonly rules: readonly Rule[];
}

interface Wanted extends Pick<SubgraphOptions, 'view' | 'keyView'> {
  readonly field: string;
  readonly asked: Readonly<Record<string, unknown>>;
}

export class AnswerParts {
  readonly #options: PartOptions;
  readonly #wanted = new Map<string, Wanted>();
  readonly #parts = new Map<string, AnswerPart | Error>();
  readonly #edges = new Map<number, AnswerPart & { readonly edge: number }>();

  constructor(options: PartOptions) {
    this.#options = options;
  }

  get isMissingSomething(): boolean {
    return this.#wanted.size > 0;
  }

  part(field: string, asked: Readonly<Record<string, unknown>>, view: ViewCondition, keyView: GraphView): AnswerPart {
    const key = JSON.stringify([field, asked]);
    const found = this.#parts.get(key);
    if (found instanceof Error) throw found;
    if (found) return found;
    this.#wanted.set(key, { field, asked, view, keyView });
    throw new NotFetched();
  }

  partOfEdge(edge: number): AnswerPart & { readonly edge: number } {
    const found = this.#edges.get(edge);
    if (!found) throw new RangeError(`No answer has the edge ${edge}.`);
    return found;
  }

  /** The part with those who vouch for an edge of another part. */
  voicesOfEdge(edge: number, view: ViewCondition, keyView: GraphView): AnswerPart & { readonly edge: number } {
    const { id } = this.#options.fetching.edge(edge);
    const part = this.part('why', { edge: id }, view, keyView);
    return { ...part, edge: part.view.graph.edges.numberOf(id)! };
  }

  /** Fetches what was asked for. A refusal is kept, to be met by the field that asks; a failure of the engine is thrown. */
  async fetch(): Promise<void> {
    for (const [key, { field, asked, view, keyView }] of this.#wanted) {
      const subgraph = new Subgraph({ ...this.#options, view, keyView });
      const refusal = await gatherPart(subgraph, field, asked);
      this.#parts.set(key, refusal ?? this.#partOf(subgraph));
      this.#wanted.delete(key);
    }
  }

  #partOf(subgraph: Subgraph): AnswerPart {
    const { fetching } = this.#options;
    const view = subgraph.freeze();
    rememberRules(view.graph, this.#options.rules);
    const { nodes, edges } = view.graph;
    const part: AnswerPart = {
      view,
      form: {
        node: (node) => fetching.takeNode(subgraph.storedNode(nodes.ids[node]!)),
        edge: (edge) => {
          const number = fetching.takeEdge(subgraph.storedEdge(edges.id(edge)));
          if (!this.#edges.has(number)) this.#edges.set(number, { ...part, edge });
          return number;
        },
      },
    };
    return part;
  }
}
