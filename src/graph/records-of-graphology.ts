/**
 * A graphology graph to plain records: keys are ids, `type` is the node or edge type, other attributes are properties.
 *
 * The graph may be one that Diplograph made. What it derives is then left out, conclusions among it: it follows again.
 */
import type { AbstractGraph, Attributes } from 'graphology-types';
import { derivedNames, envelopeDefaults } from '../facts/envelope.ts';
import { isDerivedDay } from '../loading/entries/entry-keys.ts';
import type { GraphRecords } from '../loading/load-records.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { undirectedEdge } from './problems.ts';

type GraphologyRecord = Readonly<Record<string, unknown>>;

/**
 * The records of a graph. Rules judge them as any others; only that an undirected edge needs a symmetric type is seen
 * here, and thrown as `undirected-edge`.
 */
export function recordsOfGraphology(ontology: Ontology, graph: AbstractGraph): GraphRecords {
  const nodes = graph.mapNodes((id, attributes) => ({ id, ...nodeProperties(ontology, attributes) }));
  const edges: GraphologyRecord[] = [];
  graph.forEachEdge((key, attributes, from, to, _from, _to, isUndirected) => {
    if (attributes.status === 'INFERRED') return;
    const { type, ...properties } = attributes;
    if (isUndirected && !ontology.edgeTypes.get(String(type))?.symmetric) throw undirectedEdge(from, String(type), to);
    edges.push({ ...(isGiven(key) && { id: key }), from, edge: type, to, ...edgeProperties(properties) });
  });
  return { nodes, edges };
}

/** Graphology makes keys of its own for edges that were added without; ids are then made from what the edge says. */
const isGiven = (key: string): boolean => !key.startsWith('geid_');

function nodeProperties(ontology: Ontology, attributes: Attributes): GraphologyRecord {
  const type = ontology.nodeTypes.get(String(attributes.type));
  return withoutEmptyCitations(
    Object.fromEntries(Object.entries(attributes).filter(([name]) => !(type && isDerivedDay(type, name)))),
  );
}

function edgeProperties(attributes: Attributes): GraphologyRecord {
  const said = Object.entries(attributes).filter(
    ([name, value]) => !derivedNames.has(name) && envelopeDefaults[name] !== value,
  );
  return withoutEmptyCitations(Object.fromEntries(said));
}

/** No sources is no list of sources. */
function withoutEmptyCitations({ sources, ...rest }: GraphologyRecord): GraphologyRecord {
  return Array.isArray(sources) && sources.length === 0 ? rest : { ...rest, ...(sources !== undefined && { sources }) };
}
