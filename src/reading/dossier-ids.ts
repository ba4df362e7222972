/**
 * Ids of proposed nodes: `type:slug`, as the graph's ids of that type begin, none of them taken.
 */
import { foldText } from '../base/fold-text.ts';
import type { GraphView } from '../views/graph-view.ts';
import type { ClaimedNode } from './claim.ts';
import type { Review } from './review.ts';

export class DossierIds {
  readonly #view: GraphView;
  readonly #ids = new Map<string, string>();
  readonly #nodes: ReadonlyMap<string, ClaimedNode>;

  constructor(view: GraphView, { nodes }: Review) {
    this.#view = view;
    this.#nodes = nodes;
  }

  /** Of a node by its id in the claims, whoever it was linked to. */
  ofId(id: string): string | undefined {
    const node = this.#nodes.get(id);
    return node ? this.of(node) : this.#view.findNode(id) === undefined ? undefined : id;
  }

  of(node: ClaimedNode): string {
    if (!node.isNew) return node.id;
    let id = this.#ids.get(node.id);
    if (id === undefined) {
      const slug = foldText(node.name).split(' ').slice(0, 10).join('-') || 'unnamed';
      const stem = `${this.#prefixOf(node.type)}:${slug}`;
      const taken = new Set(this.#ids.values());
      id = stem;
      for (let n = 2; taken.has(id) || this.#isOther(id, node); n++) id = `${stem}-${n}`;
      this.#ids.set(node.id, id);
    }
    return id;
  }

  /** Whether the graph has this id for something else. What this dossier brought before is the same and keeps its id. */
  #isOther(id: string, { type, name }: ClaimedNode): boolean {
    const node = this.#view.findNode(id);
    const { nodes } = this.#view.graph;
    return node !== undefined && (nodes.typeOf(node) !== type || nodes.nameOf(node) !== name);
  }

  #prefixOf(type: string): string {
    const { nodes } = this.#view.graph;
    const { start, end } = nodes.span(type);
    const first = end > start ? nodes.ids[start]! : '';
    return first.includes(':') ? first.slice(0, first.indexOf(':')) : type.toLowerCase();
  }
}
