/**
 * What facts say for themselves: what the ontology requires is there, and values agree with each other.
 */
import { derivedNames, envelopeDefaults } from '../../facts/envelope.ts';
import { readPartialDate } from '../../facts/partial-date.ts';
import { attestedIn, undated, type Validity } from '../../facts/validity.ts';
import type { Property } from '../../ontology/ontology.ts';
import { edgeProperties } from '../entries/entry-keys.ts';
import type { FactSet } from '../entries/fact-set.ts';
import { contradictoryDates, missingProperty, outOfRange } from '../problems.ts';

/** What the ontology requires is there. A required list may be empty, and what is derived or has a default counts. */
export function checkRequiredProperties({ ontology, nodes, edges, faultyIds, problems }: FactSet): void {
  const ofNodes = new Map([...ontology.nodeTypes.values()].map((it) => [it.name, required(it.properties)]));
  for (const node of nodes) {
    for (const name of ofNodes.get(node.type) ?? []) {
      if (node.properties[name] === undefined && !faultyIds.has(node.id)) problems.error(missingProperty, node, name);
    }
  }
  const isStated = (name: string): boolean => !derivedNames.has(name) && envelopeDefaults[name] === undefined;
  const ofEdges = edges.types.texts.map((it) => required(edgeProperties(ontology, it)).filter(isStated));
  for (let edge = 0; edge < edges.length; edge++) {
    for (const name of ofEdges[edges.type.values[edge]!]!) {
      if (edges.property(edge, name) === undefined && !faultyIds.has(edges.idOf(edge))) {
        problems.error(() => missingProperty(edges.fact(edge), name));
      }
    }
  }
}

function required(properties: ReadonlyMap<string, Property>): string[] {
  return [...properties.values()]
    .filter((it) => it.required && !it.list && it.otherwise === undefined && it.name !== 'id')
    .map((it) => it.storedAs ?? it.name);
}

/** A time at which an edge is attested lies within its dates: otherwise one of the two is wrong. */
export function checkAttestedTimes(set: FactSet): void {
  const attestations = set.edges.columns.get('attested');
  for (let edge = 0; attestations && edge < set.edges.length; edge++) {
    const [when, attested] = [set.edges.property(edge, 'when'), attestations.get(edge)];
    if (typeof attested !== 'string' || typeof when !== 'string') continue;
    if (!attestedIn(validityOf(when), validityOf(attested))) {
      set.problems.error(contradictoryDates, set.placeOf(edge, 'attested'), when, attested);
    }
  }
}

function validityOf(text: string): Validity {
  const date = readPartialDate(text);
  return 'validity' in date ? date.validity : undated;
}

/** Confidence lies between 0 and 1: rules multiply it, and views compare it. */
export function checkConfidence(set: FactSet): void {
  const confidences = set.edges.columns.get('confidence');
  for (let edge = 0; confidences && edge < set.edges.length; edge++) {
    const confidence = confidences.get(edge);
    if (typeof confidence === 'number' && (confidence < 0 || confidence > 1)) {
      set.problems.error(outOfRange, set.placeOf(edge, 'confidence'), 'confidence', confidence, 0, 1);
    }
  }
}
