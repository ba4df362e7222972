/**
 * A graphology graph to plain records: keys are ids, `type` is the node or edge type, other attributes are properties.
 *
 * The graph may be one that Diplograph made. Inferred edges are then kept apart: no source states them, and where there
 * are rules they follow again.
 */
import type { AbstractGraph, Attributes } from 'graphology-types';
import { derivedNames, envelopeDefaults } from '../facts/envelope.ts';
import type { EdgeFact, Properties } from '../facts/fact.ts';
import { makeEdge } from '../facts/make-edge.ts';
import { dayOf } from '../facts/partial-date.ts';
import { ALWAYS, FOREVER, type Validity, within } from '../facts/validity.ts';
import { isDerivedDay } from '../loading/entries/entry-keys.ts';
import type { Ontology } from '../ontology/ontology.ts';
import type { GivenRecords } from '../opening/read-graph.ts';
import { viewBehind } from '../views/graphology-of.ts';
import { undirectedEdge } from './problems.ts';
import { statedFacts } from './stated-facts.ts';

type GraphologyRecord = Readonly<Record<string, unknown>>;

/**
 * The records of a graph. Rules judge them as any others; only that an undirected edge needs a symmetric type is seen
 * here, and thrown as `undirected-edge`. A view names nodes that it may have left out (sources, occasions): those come too.
 */
export function recordsOfGraphology(ontology: Ontology, graph: AbstractGraph): Required<GivenRecords> {
  const nodes = graph.mapNodes((id, attributes) => ({ id, ...nodeProperties(ontology, attributes) }));
  const view = viewBehind(graph);
  for (const { id, type, properties } of view ? statedFacts(view).nodes : []) {
    if (!graph.hasNode(id)) nodes.push({ id, ...nodeProperties(ontology, { ...properties, type }) });
  }
  const edges: GraphologyRecord[] = [];
  const conclusions: EdgeFact[] = [];
  const days = new Map<string, Validity>();
  graph.forEachEdge((key, attributes, from, to, _from, _to, isUndirected) => {
    const edgeType = ontology.edgeTypes.get(String(attributes.type));
    if (isUndirected && !edgeType?.symmetric) throw undirectedEdge(from, String(attributes.type), to);
    if (attributes.status === 'INFERRED' && edgeType && typeof attributes.rule === 'string') {
      const { name, symmetric } = edgeType;
      const properties = statedProperties(attributes);
      const fact = makeEdge({ id: key, type: name, symmetric, from, to, properties, sources: [] });
      // A narrowed view keeps conclusions and may leave out what they rest on.
      const premises = [attributes.premises ?? []].flat().filter((it) => graph.hasEdge(it));
      const validity = within(fact.validity, daysOf(attributes)) ?? daysOf(attributes);
      conclusions.push({ ...fact, validity, derivations: [{ rule: attributes.rule, premises }] });
    } else {
      const { sources } = attributes;
      const record = { from, edge: attributes.type, to, ...statedProperties(attributes), sources };
      if (attributes.status === 'STATED') days.set(key, daysOf(attributes));
      edges.push({ ...(isGiven(key) && { id: key }), ...withoutEmptyCitations(record) });
    }
  });
  return { records: { nodes, edges }, conclusions, days };
}

/** Graphology makes keys of its own for edges that were added without; ids are then made from what the edge says. */
const isGiven = (key: string): boolean => !key.startsWith('geid_');

function nodeProperties(ontology: Ontology, attributes: Attributes): GraphologyRecord {
  const type = ontology.nodeTypes.get(String(attributes.type));
  return withoutEmptyCitations(
    Object.fromEntries(Object.entries(attributes).filter(([name]) => !(type && isDerivedDay(type, name)))),
  );
}

/** The days between which an edge holds. */
function daysOf({ since, until }: Attributes): Validity {
  const earliest = dayOf(String(since)) ?? ALWAYS;
  const latest = dayOf(String(until)) ?? FOREVER;
  return { earliestStart: earliest, latestStart: latest, earliestEnd: earliest, latestEnd: latest };
}

/** What was stated of an edge beside its ends, type and sources. */
function statedProperties({ type: _, sources: __, ...attributes }: Attributes): Properties {
  const stated = Object.entries(attributes).filter(
    ([name, value]) => !derivedNames.has(name) && envelopeDefaults[name] !== value,
  );
  return Object.fromEntries(stated);
}

/** No sources is no list of sources. */
function withoutEmptyCitations({ sources, ...rest }: GraphologyRecord): GraphologyRecord {
  return Array.isArray(sources) && sources.length === 0 ? rest : { ...rest, ...(sources !== undefined && { sources }) };
}
