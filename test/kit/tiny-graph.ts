/**
 * A world in one line of text, so that it fits in the test that needs it.
 *
 * `a -knows[1990..1995]-> b <-knows- c` is two edges. A node is a word, with its type behind a colon where it matters
 * (`icrc:Organisation`); an edge is a type between dashes with an arrow (`-met-with-` without one is symmetric), then
 * its dates in brackets and its sources in braces (`-heads[2022..]{press,site}->`). Chains are parted by `;` or lines.
 */
import type { EdgeFact, NodeFact, Properties } from '../../src/facts/fact.ts';
import { ALWAYS, type Day, FOREVER, undated, type Validity } from '../../src/facts/validity.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { type TinyEdgeType, tinyOntology } from './tiny-ontology.ts';

const EDGE = /^(<)?-([a-zA-Z][\w-]*?)(?:\[([^\]]*)\])?(?:\{([^}]*)\})?-(>)?$/;
const NODE = /^([\w.-]+)(?::(\w+))?$/;

/**
 * The whole view of the world that `text` describes. Edges have readable ids: `a-knows-b`, then `a-knows-b#2`.
 *
 * `properties` gives nodes more than an id: `{ kate: { name: 'Kate Forbes', aliases: ['…'] } }`; a node's name is its
 * id when nothing else is said.
 */
export function tinyGraph(text: string, properties: Readonly<Record<string, Properties>> = {}): GraphView {
  const types = new Map<string, string>();
  const edges: EdgeFact[] = [];
  const symmetric = new Set<string>();
  for (const chain of text.split(/[;\n]/)) {
    const words = chain.trim().split(/\s+/);
    if (words[0] === '') continue;
    const nodes = words.filter((_, i) => i % 2 === 0).map((word) => readNode(word, types));
    for (let i = 1; i < words.length; i += 2) edges.push(readEdge(words[i]!, nodes[(i - 1) / 2]!, nodes[(i + 1) / 2]!));
  }
  function readEdge(word: string, left: string, right: string | undefined): EdgeFact {
    const match = EDGE.exec(word);
    if (!match || right === undefined) throw new Error(`"${word}" is not an edge between two nodes.`);
    const [, back, type = '', when, sources, forth] = match;
    if (!back && !forth) symmetric.add(type);
    const [from, to] = back ? [right, left] : [left, right];
    const twins = edges.filter((it) => it.type === type && it.from === from && it.to === to).length;
    return {
      id: `${from}-${type}-${to}${twins > 0 ? `#${twins + 1}` : ''}`,
      type,
      from,
      to,
      validity: validityOf(when),
      sources: sources?.split(',') ?? [],
      properties: when ? { when } : {},
    };
  }
  for (const id of Object.keys(properties)) if (!types.has(id)) types.set(id, 'Thing');
  const facts = [...types].map(([id, type]): NodeFact => ({ id, type, properties: { name: id, ...properties[id] } }));
  const ontology = tinyOntology([...new Set(types.values())], edgeTypesOf(edges, types, symmetric));
  return GraphView.whole(freezeGraph(ontology, { nodes: facts, edges }));
}

function readNode(word: string, types: Map<string, string>): string {
  const match = NODE.exec(word);
  if (!match) throw new Error(`"${word}" is not a node.`);
  const [, id = '', type] = match;
  if (type !== undefined || !types.has(id)) types.set(id, type ?? 'Thing');
  return id;
}

function edgeTypesOf(
  edges: readonly EdgeFact[],
  types: ReadonlyMap<string, string>,
  symmetric: ReadonlySet<string>,
): TinyEdgeType[] {
  const names = [...new Set(edges.map((edge) => edge.type))];
  return names.map((name) => {
    const ends = edges
      .filter((edge) => edge.type === name)
      .map((edge) => ({ from: types.get(edge.from)!, to: types.get(edge.to)! }));
    return { name, symmetric: symmetric.has(name), ends };
  });
}

const dayOf = (iso: string): Day => Date.parse(iso) / 86_400_000;
const firstDay = (date: string): Day => dayOf(date.length === 4 ? `${date}-01-01` : date);
const lastDay = (date: string): Day => dayOf(date.length === 4 ? `${date}-12-31` : date);

/** The bounds of `1990`, `1990-05-17`, `1990..1995`, `1990..` (still open), `1990..?` (end unknown), `..1995`. */
function validityOf(when: string | undefined): Validity {
  if (!when) return undated;
  const [start = '', end = start] = when.split('..');
  const open = end === '';
  const unknown = end === '?';
  return {
    earliestStart: start === '' ? ALWAYS : firstDay(start),
    latestStart: start === '' ? ALWAYS : lastDay(start),
    earliestEnd: open ? FOREVER : firstDay(unknown ? start : end),
    latestEnd: open || unknown ? FOREVER : lastDay(end),
  };
}
