/**
 * Every stated edge and every claim cites a source, and what is cited is one.
 *
 * This holds where the ontology has a node type `Source`; a graph without sources is a graph all the same.
 */
import type { AnyFact } from '../fact-places.ts';
import { missingSource, notASource, unknownSource } from '../problems.ts';
import { type CheckSubject, edgeInWords, isMissing } from './fact-check.ts';

export function checkCitedSources(subject: CheckSubject): void {
  const { ontology, nodes, edges, claims, faultyIds, problems } = subject;
  if (!ontology.nodeTypes.has('Source')) return;
  const told: Told = new Set();
  for (const edge of edges) {
    if (edge.sources.length === 0 && !edge.derivations && !faultyIds.has(edge.id)) {
      problems.error(missingSource, edge.at, edgeInWords(edge));
    }
    checkSources(subject, edge, edge.sources, told);
  }
  for (const claim of claims) {
    if (claim.sources.length === 0) {
      problems.error(missingSource, claim.at, `The claim about "${claim.property}" of ${claim.node}`);
    }
    checkSources(subject, claim, claim.sources, told);
  }
  for (const node of nodes) {
    const { sources } = node.properties;
    if (Array.isArray(sources)) checkSources(subject, node, sources, told);
  }
}

/** Ids that were told, each once a file: one word, or one missing source, is behind all of them. */
type Told = Set<string>;

function checkSources(subject: CheckSubject, fact: AnyFact, sources: readonly string[], told: Told): void {
  for (let index = 0; index < sources.length; index++) {
    const id = sources[index] ?? '';
    const type = subject.nodesById.get(id)?.type;
    if (type !== 'Source' && (type !== undefined || isMissing(subject, id)))
      report(subject, fact, index, id, type, told);
  }
}

function report(
  { nodes, places, problems }: CheckSubject,
  fact: AnyFact,
  index: number,
  id: string,
  type: string | undefined,
  told: Told,
): void {
  const key = `${fact.at?.file} ${id}`;
  if (told.has(key)) return;
  told.add(key);
  const at = places.of(fact, 'sources', index);
  if (type !== undefined) problems.error(notASource, at, id, type);
  else
    problems.error(
      unknownSource,
      at,
      id,
      nodes.filter((it) => it.type === 'Source').map((it) => it.id),
    );
}
