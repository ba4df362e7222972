/**
 * What a graph holds, as plain records: what every writer must have written and every reader must have read.
 *
 * It is taken from the graph one property at a time, by none of the means that writers use.
 */
import type { PropertyValue } from '../../src/facts/fact.ts';
import type { GraphView } from '../../src/views/graph-view.ts';

export type Attributes = Readonly<Record<string, unknown>>;

export interface EdgeRecord {
  readonly from: string;
  readonly to: string;
  readonly attributes: Attributes;
}

export interface GraphRecords {
  readonly nodes: ReadonlyMap<string, Attributes>;
  readonly edges: ReadonlyMap<string, EdgeRecord>;
}

/** How a format holds things, where not as they are. */
export interface Holding {
  readonly value?: (value: PropertyValue, isList: boolean) => unknown;
  /** Names of properties that are called otherwise there. */
  readonly nodeNames?: Readonly<Record<string, string>>;
  readonly edgeNames?: Readonly<Record<string, string>>;
  readonly nodeId?: (id: string) => string;
  readonly edgeId?: (id: string) => string;
}

const ENVELOPE = ['when', 'attested', 'since', 'until', 'role', 'at', 'act', 'status', 'rule', 'premises', 'modality'];
const REST = [
  'saidBy',
  'confidence',
  'rank',
  'note',
  'sources',
  'kind',
  'weight',
  'position',
  'count',
  'acting',
  'text',
];

/** Every kept node and edge, with all its properties. */
export function recordsOf(view: GraphView, holding: Holding = {}): GraphRecords {
  const { nodes, edges } = view.graph;
  const { value = (it) => it, nodeId = (it) => it, edgeId = (it) => it } = holding;
  const held = (all: Readonly<Record<string, PropertyValue | undefined>>, names: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(all).flatMap(([name, it]) =>
        it === undefined || (Array.isArray(it) && it.length === 0)
          ? []
          : [[names[name] ?? name, value(it, typeof it === 'object')]],
      ),
    );
  const nodeRecords = new Map<string, Attributes>();
  for (let node = 0; node < nodes.count; node++) {
    if (!view.hasNode(node)) continue;
    const attributes = held(nodes.properties(node), holding.nodeNames ?? {});
    nodeRecords.set(nodeId(nodes.ids[node] ?? ''), { ...attributes, type: value(nodes.typeOf(node), false) });
  }
  const edgeRecords = new Map<string, EdgeRecord>();
  for (let edge = 0; edge < edges.count; edge++) {
    if (!view.hasEdge(edge)) continue;
    const known = [...new Set([...ENVELOPE, ...REST, ...Object.keys(edges.properties(edge))])];
    const properties = known.map((name) => [name, edges.property(edge, name)] as const);
    const attributes = held(Object.fromEntries(properties), holding.edgeNames ?? {});
    edgeRecords.set(edgeId(edges.id(edge)), {
      from: nodeId(nodes.ids[edges.from[edge] ?? 0] ?? ''),
      to: nodeId(nodes.ids[edges.to[edge] ?? 0] ?? ''),
      attributes: { ...attributes, type: value(edges.typeOf(edge), false) },
    });
  }
  return { nodes: nodeRecords, edges: edgeRecords };
}

/** A text as XML and its kin can hold it. */
export function cleaned(text: string): string {
  return text.replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}

/** A function that makes every text in a value cleaned. */
export function eachText(change: (text: string) => unknown): (value: PropertyValue) => unknown {
  const one = (it: unknown): unknown => (typeof it === 'string' ? change(it) : it);
  return (value) => (typeof value === 'object' ? value.map(one) : one(value));
}
