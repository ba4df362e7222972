/**
 * What facts are told apart by: one id for one fact, and names that mean one node.
 */
import { statSync } from 'node:fs';
import { looksOf } from '../../base/composed.ts';
import { foldText } from '../../base/fold-text.ts';
import type { Problem } from '../../base/problem.ts';
import type { EdgeFact, NodeFact } from '../../facts/fact.ts';
import { makeEdge } from '../../facts/make-edge.ts';
import type { FactSet } from '../entries/fact-set.ts';
import {
  ambiguousName,
  duplicateEdgeId,
  duplicateNode,
  duplicateStatement,
  edgeInWords,
  lookalikeIds,
} from '../problems.ts';
import type { NodesById } from './references.ts';

/** A second edge with a derived id states the same thing again; one with a given id borrows a name. */
export function checkUniqueIds(set: FactSet, nodesById: NodesById): void {
  const { nodes, edges, problems } = set;
  if (nodesById.size < nodes.length) checkNodeIds(set);
  checkLooks(set);
  for (const { edge, first } of edges.ids.repeated())
    problems.error(() => duplicateEdge(edges.fact(edge), edges.fact(first), set));
}

function checkNodeIds(set: FactSet): void {
  const seen = new Map<string, NodeFact>();
  for (const node of set.nodes) {
    const first = seen.get(node.id);
    if (!first) seen.set(node.id, node);
    else {
      set.problems.error(() => {
        const [older, newer] = inOrderOfWriting(first, node);
        return duplicateNode(set.placeOf(newer, 'id'), node.id, set.placeOf(older, 'id'));
      });
    }
  }
}

/** Files changed within a minute of each other were written together. */
const TOGETHER = 60_000;

/** Of two facts that collide, the one in the file that was changed last is to blame; else the one that is read last. */
function inOrderOfWriting<Fact extends NodeFact | EdgeFact>(first: Fact, second: Fact): readonly [Fact, Fact] {
  const [one, other] = [first, second].map((it) => timeOf(it.at?.file));
  if (one === undefined || other === undefined || Math.abs(one - other) < TOGETHER) return [first, second];
  return one > other ? [second, first] : [first, second];
}

/** When a file was changed; undefined for records, which lie in none. */
function timeOf(file: string | undefined): number | undefined {
  try {
    return file === undefined ? undefined : statSync(file).mtimeMs;
  } catch {
    return undefined;
  }
}

/** Ids that differ only in what hardly anybody sees. */
function checkLooks(set: FactSet): void {
  const seen = new Map<string, NodeFact>();
  for (const node of set.nodes) {
    const looks = looksOf(node.id);
    const other = seen.get(looks);
    if (!other) seen.set(looks, node);
    else if (other.id !== node.id) {
      set.problems.warning(() => lookalikeIds(set.placeOf(node, 'id'), node.id, other.id, set.placeOf(other, 'id')));
    }
  }
}

function duplicateEdge(edge: EdgeFact, first: EdgeFact, { ontology }: FactSet): Problem {
  const symmetric = ontology.edgeTypes.get(edge.type)?.symmetric ?? false;
  const isDerived = (it: EdgeFact): boolean => makeEdge({ ...it, symmetric, id: undefined }).id === it.id;
  const [older, newer] = inOrderOfWriting(first, edge);
  return isDerived(edge) && isDerived(first)
    ? duplicateStatement(newer.at, edgeInWords(edge), older.at)
    : duplicateEdgeId(newer.at, edge.id, older.at);
}

/**
 * Two nodes of one type that share a name or an alias cannot be told apart by it: worth a look, and no error. Where a
 * judgement keeps them apart, somebody has looked.
 */
export function checkNames(set: FactSet): void {
  const owners = new Map<string, NodeFact>();
  const apart = set.judgements
    .filter((it) => it.says === 'different-from')
    .map(({ ids }) => new Set(ids.map((it) => it.id)));
  for (const node of set.nodes) {
    const { name, aliases } = node.properties;
    const check = (text: unknown, part: string, index: number): void => {
      const key = `${node.type} ${foldText(inOrder(String(text)))}`;
      const owner = owners.get(key);
      if (!owner) owners.set(key, node);
      else if (owner.id !== node.id && !apart.some((ids) => ids.has(owner.id) && ids.has(node.id))) {
        set.problems.warning(() => ambiguousName(set.placeOf(node, part, index), String(text), node, owner));
      }
    };
    if (name !== undefined) check(name, 'name', 0);
    for (const [index, alias] of (Array.isArray(aliases) ? aliases : []).entries()) check(alias, 'aliases', index);
  }
}

/** "Vidal, Ana" is Ana Vidal. A name with several commas, or with one before "and", is a list. */
function inOrder(name: string): string {
  const [last, first, ...more] = name.split(',');
  return first === undefined || more.length > 0 || /^\s*(?:and|&)\s/i.test(first) ? name : `${first} ${last}`;
}
