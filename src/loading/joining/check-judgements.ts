/**
 * Judgements looked at together: do they speak of nodes that exist, and do they agree with each other?
 *
 * Merging is only safe where all judgements agree, so with a fault here nothing is merged.
 */
import { isMissing, type NodesById, sourceIds } from '../checking/references.ts';
import { type FactSet, type JudgedId, type Judgement, mergedIds } from '../entries/fact-set.ts';
import {
  contradictoryJudgements,
  mergedInCircle,
  mergedTwice,
  mergedUnlike,
  nodeNotFound,
  notASource,
  sourceNotFound,
} from '../problems.ts';

/** Checks the judgements of a set; true when its nodes may be merged by them. */
export function checkJudgements(set: FactSet): boolean {
  if (set.judgements.length === 0) return true;
  const before = set.problems.errorCount;
  const nodes: NodesById = new Map(set.nodes.map((it) => [it.id, it]));
  const kept = keptIds(set, nodes);
  for (const judgement of set.judgements) {
    checkIds(judgement, set, nodes);
    checkSources(judgement, set, nodes);
    if (judgement.says === 'different-from') checkApart(judgement, kept, set);
  }
  return set.problems.errorCount === before;
}

/** Where each id that is merged away leads in the end, and which judgement says so; with `replaces` of the dossiers. */
function keptIds(set: FactSet, nodes: NodesById): ReadonlyMap<string, JudgedId> {
  const next = new Map<string, JudgedId>();
  // A node that is there cannot have been replaced; that is reported elsewhere.
  for (const { from, to, at } of set.redirects) if (!nodes.has(from)) next.set(from, { id: to, at });
  for (const judgement of set.judgements) {
    const target = judgement.ids[0]?.id ?? '';
    for (const { id, at } of mergedIds(judgement)) {
      const earlier = next.get(id);
      if (earlier) set.problems.error(mergedTwice, at, id, earlier.at);
      else if (follow(target, next).id === id) set.problems.error(mergedInCircle, at, id);
      else next.set(id, { id: target, at });
    }
  }
  return next;
}

/** The last id of a chain, and the place of the last step. */
function follow(id: string, next: ReadonlyMap<string, JudgedId>): JudgedId {
  let reached: JudgedId = { id, at: undefined };
  for (let step = next.get(id); step; step = next.get(step.id)) reached = step;
  return reached;
}

function checkIds(judgement: Judgement, set: FactSet, nodes: NodesById): void {
  const [first] = judgement.ids;
  const old = new Set(set.redirects.map((it) => it.from));
  for (const { id, at } of judgement.ids) {
    // An id that is merged away may be one that no entry has: the name under which a page, or an old graph, knew it.
    const isNeeded = judgement.says === 'different-from' || id === first?.id;
    if (isNeeded && !old.has(id) && isMissing(set, nodes, id)) {
      set.problems.error(nodeNotFound, at, id, nodes.values());
    }
    const [merged, kept] = [nodes.get(id), nodes.get(first?.id ?? '')];
    if (judgement.says === 'same-as' && merged && kept && merged.type !== kept.type) {
      set.problems.error(mergedUnlike, at, merged, kept);
    }
  }
}

function checkSources({ sources }: Judgement, set: FactSet, nodes: NodesById): void {
  for (const { id, at } of sources) {
    const source = nodes.get(id);
    if (source && source.type !== 'Source') set.problems.error(notASource, at, id, source.type);
    else if (isMissing(set, nodes, id)) set.problems.error(sourceNotFound, at, id, sourceIds(set));
  }
}

function checkApart({ ids }: Judgement, kept: ReadonlyMap<string, JudgedId>, set: FactSet): void {
  const seen = new Map<string, JudgedId>();
  for (const judged of ids) {
    const { id, at } = follow(judged.id, kept);
    const earlier = seen.get(id);
    if (earlier) {
      const said = at ?? follow(earlier.id, kept).at;
      set.problems.error(contradictoryJudgements, judged.at, judged.id, earlier.id, said);
    } else seen.set(id, judged);
  }
}
