/**
 * An edge entry: one edge, or the several edges of one act where an end is a list.
 */

import { findEntry, type LocatedMap } from '../../base/located.ts';
import { actId } from '../../facts/edge-id.ts';
import type { Properties } from '../../facts/fact.ts';
import type { EdgeStatement } from '../../facts/make-edge.ts';
import { makeEdge } from '../../facts/make-edge.ts';
import type { EdgeType } from '../../ontology/ontology.ts';
import { extendOfEdge, extendsIdentity } from '../problems.ts';
import { edgeTypeNotFound, idOfSeveral, missingKey, typeOfEdge, unattributedReport } from '../reading/problems.ts';
import { keysOfEdge } from './entry-keys.ts';
import type { DefaultSource, FactSet } from './fact-set.ts';
import { readCitations } from './read-citations.ts';
import { itemsOf, readId, readProperties, readText } from './read-values.ts';

/** The ids of one end; undefined for what is no id and was reported. */
type Ends = readonly (string | undefined)[];

/** Reads an edge entry into the set. */
export function readEdge(entry: LocatedMap, set: FactSet, defaultSource?: DefaultSource): void {
  const before = set.problems.errorCount;
  readStatements(entry, set, defaultSource, (said, fromIndex, toIndex) => {
    const known = { entry, fromIndex, toIndex, defaultSourceAt: defaultSource?.at };
    set.addEdge(said, known, set.problems.errorCount > before);
  });
}

/**
 * Reads what an edge entry states, and hands it over: an edge for each end at either side, `from` and `to` by their places.
 * With `extend: true` it states nothing of its own, but cites what another entry states.
 */
export function readStatements(
  entry: LocatedMap,
  set: FactSet,
  defaultSource: DefaultSource | undefined,
  take: (said: EdgeStatement, fromIndex: number, toIndex: number) => void,
): void {
  const { problems } = set;
  const from = readEnds(entry, 'from', set);
  const to = readEnds(entry, 'to', set);
  const type = readEdgeType(entry, set, from, to);
  const { sources, locators } = readCitations(entry, problems, defaultSource);
  if (!type) return;
  const { name, symmetric } = type;
  const keys = keysOfEdge(set.ontology, name);
  const properties = readProperties(entry, keys, problems);
  if (locators) properties.locators = locators;
  const isSeveral = from.length > 1 || to.length > 1;
  if (isSeveral && properties.act === undefined && keys.properties.has('act')) {
    properties.act = actId(name, known(from), known(to), properties);
  }
  const isExplained = properties.saidBy !== undefined || properties.note !== undefined;
  if (properties.modality === 'REPORTED' && !isExplained && keys.properties.has('saidBy')) {
    problems.warning(unattributedReport, findEntry(entry, 'modality')?.at, 'edge');
  }
  const id = readGivenId(entry, isSeveral, set);
  const isExtension = readExtend(entry, properties, set);
  for (let fromIndex = 0; fromIndex < from.length; fromIndex++) {
    for (let toIndex = 0; toIndex < to.length; toIndex++) {
      const [one, other] = [from[fromIndex], to[toIndex]];
      if (one === undefined || other === undefined) continue;
      const said = { type: name, symmetric, from: one, to: other, sources, properties, id, at: entry.at };
      if (isExtension) set.edgeExtensions.push(makeEdge(said));
      else take(said, fromIndex, toIndex);
    }
  }
}

/** What makes an edge this one and no other, and what is said of citations: all that an extension may say. */
const IDENTITY = new Set(['at', 'role', 'kind', 'when', 'act', 'locators']);

function readExtend(entry: LocatedMap, properties: Properties, set: FactSet): boolean {
  const extend = findEntry(entry, 'extend');
  if (!extend) return false;
  if (extend.kind !== 'scalar' || extend.text !== 'true') set.problems.error(extendOfEdge, extend.at);
  for (const key of Object.keys(properties)) {
    if (!IDENTITY.has(key)) set.problems.error(extendsIdentity, findEntry(entry, key)?.at ?? entry.at, key);
  }
  return true;
}

const known = (ends: Ends): string[] => ends.filter((it) => it !== undefined);

function readEdgeType(entry: LocatedMap, set: FactSet, [from]: Ends, [to]: Ends): EdgeType | undefined {
  const named = findEntry(entry, 'edge');
  if (!named) {
    const typed = entry.entries.get('type');
    if (typed) set.problems.error(typeOfEdge, typed.keyAt);
    else set.problems.error(missingKey, entry.at, 'edge', 'edge');
    return undefined;
  }
  const name = readText(named, 'edge', set.problems);
  const type = name === undefined ? undefined : set.ontology.edgeTypes.get(name);
  if (name !== undefined && !type) {
    set.problems.error(() => {
      const problem = edgeTypeNotFound(named.at, name, set.ontology);
      set.untypedEdges.push({ problem, name, from, to });
      return problem;
    });
  }
  return type;
}

function readEnds(entry: LocatedMap, key: 'from' | 'to', set: FactSet): Ends {
  const value = findEntry(entry, key);
  if (value) return itemsOf(value).map((it) => readId(it, key, set.problems));
  set.problems.error(missingKey, entry.at, 'edge', key);
  return [];
}

function readGivenId(entry: LocatedMap, isSeveral: boolean, set: FactSet): string | undefined {
  const given = findEntry(entry, 'id');
  if (given && !isSeveral) return readId(given, 'id', set.problems);
  if (given) set.problems.error(idOfSeveral, given.at);
  return undefined;
}
