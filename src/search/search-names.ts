/**
 * Finds nodes by what people call them: names and aliases in any script and word order, misspelt, unfinished, as
 * acronyms, as identifiers, with words about them ("Spoljaric president red cross"), or by an office and a time ("Swiss
 * foreign minister 2024").
 *
 * What is asked is plain text: no character in it has a meaning of its own. Every hit says why it is one.
 */
import { type KnowledgeGraph, timelessOf } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { matchNames } from './match-names.ts';
import { matchTenures } from './match-tenures.ts';
import { nameIndexOf } from './name-index.ts';
import { officesOf } from './offices.ts';
import { pinyinOfCyrillic } from './pinyin-of-cyrillic.ts';
import type { Match, SearchHit, SearchOptions } from './search-hit.ts';

/** Letters of a question that are read: no name is longer. */
const MOST_LETTERS = 500;
const LEAST_SCORE = 0.4;
/** Hits that score less than this share of the best are no answer beside it. */
const LEAST_SHARE = 0.6;
/** "H.E." before a name is neither an initial nor a word. */
const EXCELLENCY = /\bH\.\s?E\.?(?=\s)/gi;

/**
 * The nodes of the view that `text` may mean, the likeliest first; none when nothing is like it.
 *
 * Numbers tell names apart: "34th conference" never finds the 33rd. Sources come last, for their titles have all words. Who
 * held an office is told for the day or year in the text; without one the office comes first, then who holds it today.
 * @throws KnowledgeError `unknown-type` for a type that the ontology lacks.
 */
export function searchNames(view: GraphView, text: string, options: SearchOptions = {}): SearchHit[] {
  const index = nameIndexOf(timelessOf(view.graph));
  const asked = { view, index, text: text.slice(0, MOST_LETTERS).replace(EXCELLENCY, ' '), options };
  const tenures = matchTenures(asked);
  // What describes an office is no misspelt name.
  const matches = [...tenures, ...matchNames(asked, tenures.length === 0)];
  const pinyin = pinyinOfCyrillic(asked.text);
  if (pinyin !== undefined)
    matches.push(...matchNames({ ...asked, text: pinyin }, false).filter((it) => it.how === 'EXACT'));
  return ranked(view, matches)
    .slice(0, options.first ?? 10)
    .map((it) => ({ ...it, edits: it.edits() }));
}

/** Types of edges and sources of a node beyond which it is no more prominent. */
const PROMINENT = 16;
/** What all of prominence is worth beside the score. */
const PROMINENCE = 0.08;

/**
 * The best match of each node. What much is known of is likelier meant: a node with edges of many types and with several
 * sources comes before one that stands in a list; then more edges, then the lower number.
 */
function ranked(view: GraphView, matches: readonly Match[]): Match[] {
  const { out, in: back, nodes } = view.graph;
  const knownOf = (node: NodeNumber): number => {
    const sources = nodes.property(node, 'sources');
    const types = [out, back].reduce((n, it) => n + it.firstRun[node + 1]! - it.firstRun[node]!, 0);
    return Math.min(1, (types + (Array.isArray(sources) ? sources.length : 0)) / PROMINENT);
  };
  const best = new Map<NodeNumber, Match>();
  for (const it of matches) if (it.score > (best.get(it.node)?.score ?? 0)) best.set(it.node, it);
  const most = Math.max(0, ...Array.from(best.keys(), knownOf));
  // Those who match equally well stay equal, so that whoever asks for one can see that there are several.
  const first = Math.max(0, ...Array.from(best.values(), (it) => it.score));
  const rivals = new Set([...best.values()].filter((it) => it.score === first).length > 1 ? [first] : []);
  const all = Array.from(best.values(), (it) => {
    // The name itself stays what it is, and what describes an office is in its order.
    if (it.score === 1 || it.how === 'OFFICE' || rivals.has(it.score)) return it;
    return { ...it, score: it.score * (1 - PROMINENCE * (most - knownOf(it.node))) };
  });
  const top = Math.max(0, ...all.map((it) => it.score));
  const least = Math.max(LEAST_SCORE, top * LEAST_SHARE);
  const edges = (node: NodeNumber): number =>
    [out, back].reduce((n, it) => n + it.runStart[it.firstRun[node + 1]!]! - it.runStart[it.firstRun[node]!]!, 0);
  return all
    .filter((it) => it.score >= least)
    .sort(
      (a, b) =>
        b.score - a.score || knownOf(b.node) - knownOf(a.node) || edges(b.node) - edges(a.node) || a.node - b.node,
    );
}

/** Makes what searches of a graph need, in slices between which others have turns; the first search would make it else. */
export async function prepareSearch(graph: KnowledgeGraph): Promise<void> {
  await nameIndexOf.prepare(graph);
  await officesOf.prepare(graph);
}
