/**
 * Every stated edge and every claim cites a source, and what is cited is one.
 *
 * This holds where the ontology has a node type `Source`; a graph without sources is a graph all the same.
 */
import type { AnyFact } from '../fact-places.ts';
import { missingSource, notASource, unknownSource } from '../problems.ts';
import { type CheckSubject, edgeInWords, isMissing } from './fact-check.ts';

export function checkCitedSources(subject: CheckSubject): void {
  const { ontology, nodes, edges, claims, problems } = subject;
  if (!ontology.nodeTypes.has('Source')) return;
  for (const edge of edges) {
    if (edge.sources.length === 0 && !edge.derivations) {
      problems.error(missingSource, edge.at, edgeInWords(edge));
    }
    checkSources(subject, edge, edge.sources);
  }
  for (const claim of claims) {
    if (claim.sources.length === 0) {
      problems.error(missingSource, claim.at, `The claim about "${claim.property}" of ${claim.node}`);
    }
    checkSources(subject, claim, claim.sources);
  }
  for (const node of nodes) {
    const { sources } = node.properties;
    if (Array.isArray(sources)) checkSources(subject, node, sources);
  }
}

function checkSources(subject: CheckSubject, fact: AnyFact, sources: readonly string[]): void {
  const { nodesById, places, problems } = subject;
  for (let index = 0; index < sources.length; index++) {
    const id = sources[index] ?? '';
    const node = nodesById.get(id);
    if (node?.type === 'Source') continue;
    if (node) problems.error(notASource, places.of(fact, 'sources', index), id, node.type);
    else if (isMissing(subject, id)) {
      problems.error(unknownSource, places.of(fact, 'sources', index), id, sourceIds(subject));
    }
  }
}

function sourceIds({ nodes }: CheckSubject): string[] {
  return nodes.filter((it) => it.type === 'Source').map((it) => it.id);
}
