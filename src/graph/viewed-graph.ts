/**
 * A graph seen through a view: the methods that look at less of it, in any order, to get a graph with the same methods.
 */
import { type DateGiven, dateText, numberFrom, readArgument, wholeNumber } from '../base/checked-options.ts';
import { type SupportChoice, supported } from '../evidence/supported.ts';
import type { Modality } from '../facts/claim.ts';
import type { Certainty } from '../facts/validity.ts';
import type { EdgeTypeName, InterfaceName, NodeTypeName, TypedOntology } from '../ontology/typed-ontology.ts';
import type { NodeName } from '../traversal/named-nodes.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type AroundOptions, around } from '../views/neighbourhoods.ts';
import type { SourceChoice } from '../views/restrictions.ts';
import { selectView, type ViewSelection } from '../views/select-view.ts';
import { idsGiven, modalitiesGiven, namesGiven, optionsOf, type WithDates } from './method-options.ts';

export abstract class ViewedGraph<S extends TypedOntology> {
  readonly #view: GraphView;

  constructor(view: GraphView) {
    this.#view = view;
  }

  /** Which nodes and edges of the graph count: what the functions of every part take. */
  get view(): GraphView {
    return this.#view;
  }

  /** The same graph through another view. */
  protected abstract seenAs(view: GraphView): this;

  /**
   * The graph as several wishes leave it, given as one value; each has a method of its own below.
   * @example
   * graph.select({ asOf: '2024-10-30', mode: 'CERTAIN', stated: true, around: ['state:kaz'], depth: 2 })
   */
  select(selection: WithDates<ViewSelection, 'asOf' | 'knownBy'>): this {
    return this.seenAs(selectView(this.view, optionsOf.select(selection)));
  }

  /**
   * The graph as it was at some time in a period: `2024-10-30`, `2022-09`, `2022`, `2024-10-28/2024-10-31`. POSSIBLE,
   * by default, keeps what no date excludes; CERTAIN what the dates put beyond doubt. Properties have the values that they
   * had then. The date may be that of a node or an edge. Throws `bad-date`, `no-date`.
   * @example
   * graph.asOf({ whenOf: 'treaty:additional-protocol-3#concluded' }).from('org:icrc').in('heads').ids()
   */
  asOf(date: DateGiven | { readonly whenOf: string }, mode?: Certainty): this {
    if (typeof date === 'object' && date !== null && !(date instanceof Date) && !(Symbol.toStringTag in date)) {
      return this.select({ asOfWhenOf: optionsOf.asOf(date).whenOf, mode });
    }
    return this.select({ asOf: readArgument('asOf', 'date', date, dateText), mode });
  }

  /**
   * What could be known at the end of a period: what sources published until then say, and what follows from it. POSSIBLE,
   * the default, takes undated sources too. Beside `asOf`, which asks when something held. Throws `bad-date`.
   * @example
   * graph.asOf('2024-09').knownBy('2024-10-15')
   */
  knownBy(date: DateGiven, mode?: Certainty): this {
    return this.select({ knownBy: readArgument('knownBy', 'date', date, dateText), knownMode: mode });
  }

  /** Without what rules inferred. */
  stated(): this {
    return this.select({ stated: true });
  }

  /** Edges of a confidence of at least `min`, from 0 to 1. */
  trusted(min: number): this {
    return this.select({ trust: readArgument('trusted', 'min', min, numberFrom(0, 1)) });
  }

  /**
   * Edges of these modalities.
   * @example
   * graph.withModality('FACT') // nothing that rests on somebody's word alone
   */
  withModality(...modalities: readonly Modality[]): this {
    return this.select({ modality: modalitiesGiven('withModality', modalities) });
  }

  /** What holds on the word of some sources, and what follows from it. Throws `unknown-source`. */
  backedBy(sources: SourceChoice): this {
    return this.select({ sources: optionsOf.backedBy(sources) });
  }

  /**
   * What is supported so well: by several independent voices, by so many sources, by one that is so new; and what follows.
   * @example
   * graph.supported({ corroboration: 'INDEPENDENT', sources: 2, newest: '2024-10' })
   */
  supported(choice: WithDates<SupportChoice, 'newest'>): this {
    return this.seenAs(supported(this.view, optionsOf.supported(choice)));
  }

  /** Edges of these types alone. Throws `unknown-edge-type`. */
  via(...types: readonly EdgeTypeName<S>[]): this {
    return this.select({ via: namesGiven('via', types) });
  }

  /** What lies within `depth` steps of a node, or of any of several. Throws `unknown-node`. */
  around(nodes: NodeName | readonly NodeName[], depth: number, options?: AroundOptions): this {
    const steps = readArgument('around', 'depth', depth, wholeNumber(0));
    return this.seenAs(around(this.view, idsGiven('around', 'nodes', nodes), steps, optionsOf.around(options)));
  }

  /** Nodes of these types or interfaces, and the edges between them. Throws `unknown-type`. */
  ofTypes(...types: readonly (NodeTypeName<S> | InterfaceName<S>)[]): this {
    return this.select({ types: namesGiven('ofTypes', types) });
  }

  /** Without nodes that have no edges. */
  linked(): this {
    return this.select({ linked: true });
  }
}
