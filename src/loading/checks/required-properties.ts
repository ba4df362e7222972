/**
 * What the ontology requires is there. A required list may be empty, and what is derived or has a default counts.
 */
import { derivedNames, envelopeDefaults } from '../../facts/envelope.ts';
import type { Ontology, Property } from '../../ontology/ontology.ts';
import { edgeProperties } from '../entry-keys.ts';
import { missingEdgeProperty, missingNodeProperty } from '../problems.ts';
import { type CheckSubject, edgeInWords } from './fact-check.ts';

export function checkRequiredProperties({ ontology, nodes, edges, faultyIds, problems }: CheckSubject): void {
  const ofNodes = new Map([...ontology.nodeTypes.values()].map((it) => [it.name, required(it.properties)]));
  for (const node of nodes) {
    if (faultyIds.has(node.id)) continue;
    for (const name of ofNodes.get(node.type) ?? []) {
      if (node.properties[name] === undefined) {
        problems.error(missingNodeProperty, node.at, node, name);
      }
    }
  }
  const ofEdges = new Map([...ontology.edgeTypes.keys()].map((it) => [it, requiredOfEdges(ontology, it)]));
  for (const edge of edges) {
    const names = ofEdges.get(edge.type);
    if (!names || names.length === 0 || faultyIds.has(edge.id)) continue;
    for (const name of names) {
      if (edge.properties[name] === undefined) {
        problems.error(missingEdgeProperty, edge.at, edgeInWords(edge), name);
      }
    }
  }
}

function required(properties: ReadonlyMap<string, Property>): string[] {
  return [...properties.values()].filter((it) => it.required && !it.list && it.name !== 'id').map((it) => it.name);
}

function requiredOfEdges(ontology: Ontology, edgeType: string): string[] {
  const names = required(edgeProperties(ontology, edgeType));
  return names.filter((it) => !derivedNames.has(it) && envelopeDefaults[it] === undefined);
}
