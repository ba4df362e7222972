/**
 * What offices and bodies are called, as sets of words that a question is looked up by.
 *
 * The ontology says which edges are tenures (`@tenure`). What they lead to is an office ("President of the ICRC") or a body
 * that somebody heads. In the names of an office, the name of a state or body that it belongs to stands for all names of
 * it, so that "Swiss foreign minister" is "Foreign Minister of Switzerland", and phrases that mean one post are one.
 */

import { type OnceInSteps, onceInSteps } from '../base/once-for.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { KnowledgeGraph } from '../store/knowledge-graph.ts';
import type { NodeNumber } from '../store/node-table.ts';
import { GraphView } from '../views/graph-view.ts';
import { type NameIndex, nameIndexOf } from './name-index.ts';
import { nameWords } from './name-words.ts';

/** What a description leads to. */
export interface Described {
  /** The office, or the body where no office is known. */
  readonly office: NodeNumber;
  /** What tenures may lead to: the office; of the head of a body, the body as well. */
  readonly targets: readonly NodeNumber[];
  /** The only role of tenures that counts. */
  readonly role: string | undefined;
}

export interface Offices {
  /** Codes of the edge types that are tenures. */
  readonly tenures: ReadonlySet<number>;
  /** Words that occur in descriptions. */
  readonly words: ReadonlySet<string>;
  /** Those of them by which the ontology calls posts. */
  readonly posts: ReadonlySet<string>;
  /** What words describe, in any order; nothing when nothing is described by exactly these. */
  find(parts: readonly string[]): readonly Described[];
  /** Words with each phrase for a post as one part. */
  inPhrases(words: readonly string[]): readonly string[];
  /** Everything that a run of words names, as parts. */
  named(words: readonly string[]): readonly string[];
}

const SMALL = new Set(
  'the of in on at to for a an and by as de du des la le los las el der die das und et y s'.split(' '),
);
/** Words of a title that is no other's by chance. */
const LEAST_TITLE = 3;
/** A second duty of an office, which people leave out: "and Expatriates" of "Minister of Foreign Affairs and Expatriates of Jordan". */
const SECOND_DUTY = / and .*?(?= (?:of|in|to|at) |$)/;

/** The words of a text that do not only join others. */
export const wordsOf = (text: string): string[] => nameWords(text).filter((word) => !SMALL.has(word));

/** The offices of a graph, found at the first question. */
export const officesOf: OnceInSteps<KnowledgeGraph, Offices> = onceInSteps((graph) =>
  makeOffices(graph, nameIndexOf(graph)),
);

function addTo<Key, Value>(map: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = map.get(key);
  if (set) set.add(value);
  else map.set(key, new Set([value]));
}

const partOf = (node: NodeNumber): string => `#${node}`;
const keyOf = (parts: readonly string[]): string => [...parts].sort().join(' ');

function* makeOffices(graph: KnowledgeGraph, index: NameIndex): Generator<unknown, Offices> {
  const { edgeTypes, edgePropertyTypes } = graph.ontology;
  const types = [...edgeTypes.values()].flatMap((type) => {
    const same = edgePropertyTypes.get(type.properties ?? '')?.tenure;
    const code = graph.edges.typeCode(type.name);
    return same && code !== undefined ? [{ code, same }] : [];
  });
  const tenures = new Set(types.map((it) => it.code));
  const phrases = new Map<string, string>();
  let head = 'head';
  for (const { same } of types) {
    for (const [i, group] of same.entries()) {
      const all = group.map(wordsOf);
      const first = all[0]?.join('-') ?? '';
      if (i === 0) head = first;
      for (const words of all) phrases.set(words.join(' '), first);
    }
  }
  const inPhrases = (words: readonly string[]): string[] =>
    longestRuns(words, (run) => phrases.get(run.join(' '))).flatMap((it) => it.found ?? it.run);

  const view = GraphView.whole(graph);
  const targets = new Set<NodeNumber>();
  graph.edges.type.forEach((type, edge) => {
    if (tenures.has(type)) targets.add(graph.edges.to[edge]!);
  });
  const bodiesOf = new Map<NodeNumber, Set<NodeNumber>>();
  const officesIn = new Map<NodeNumber, Set<NodeNumber>>();
  const notTenures = (node: NodeNumber, visit: (other: NodeNumber) => void): void =>
    view.forEachEdge(node, 'OUT', undefined, (edge, other) => {
      if (!tenures.has(graph.edges.type[edge]!)) visit(other);
    });
  for (const target of targets) {
    yield;
    notTenures(target, (body) => {
      addTo(officesIn, body, target);
      addTo(bodiesOf, target, body);
      // A minister belongs to the ministry, and that to the state.
      notTenures(body, (larger) => addTo(bodiesOf, target, larger));
    });
  }
  // Offices belong to bodies, and nothing belongs to them.
  const typeOf = (node: NodeNumber): number => graph.nodes.types[node]!;
  const bodyTypes = new Set([...officesIn.keys()].map(typeOf));
  const officeTypes = new Set([...bodiesOf.keys()].map(typeOf).filter((type) => !bodyTypes.has(type)));

  const described = new Map<string, Described[]>();
  const named = new Map<string, Set<string>>();
  const posts = new Set([...phrases.keys()].flatMap((it) => it.split(' ')));
  const words = new Set(posts);
  const namesOf = (node: NodeNumber): string[] => [
    ...new Set(index.written.slice(index.firstName[node]!, index.firstName[node + 1]!)),
  ];
  const describe = (parts: readonly string[], it: Described): void => {
    if (parts.length < 2) return;
    const list = described.get(keyOf(parts)) ?? [];
    if (!list.some((other) => other.office === it.office)) described.set(keyOf(parts), [...list, it]);
  };
  /** The names of a body in words, with the body. */
  const nameBody = (body: NodeNumber): [string, string][] =>
    namesOf(body).flatMap((written): [string, string][] => {
      const name = wordsOf(written);
      for (const word of name) words.add(word);
      if (name.length === 0) return [];
      addTo(named, name.join(' '), partOf(body));
      return [[name.join(' '), partOf(body)]];
    });
  const bodies = new Set(
    [...bodiesOf.values(), targets].flatMap((it) => [...it]).filter((it) => !officeTypes.has(typeOf(it))),
  );
  const bodyNames = new Map([...bodies].map((body) => [body, nameBody(body)]));

  const titles = new Map<string, Set<NodeNumber>>();
  for (const office of targets) {
    yield;
    if (!officeTypes.has(typeOf(office))) continue;
    const parts = new Map([...(bodiesOf.get(office) ?? [])].flatMap((body) => bodyNames.get(body) ?? []));
    for (const written of namesOf(office)) {
      for (const text of new Set([written, written.replace(SECOND_DUTY, '')])) {
        const name = wordsOf(text);
        for (const word of name) words.add(word);
        const cut = longestRuns(name, (run) => parts.get(run.join(' '))).map((it) => it.found ?? it.run[0]!);
        describe(inPhrases(cut), { office, targets: [office], role: undefined });
        const title = cut.filter((it) => !it.startsWith('#'));
        if (title.length >= LEAST_TITLE && title.length < cut.length) addTo(titles, keyOf(inPhrases(title)), office);
      }
    }
  }
  // "High Commissioner for Refugees": whose title says enough goes by it without the body, unless another has the same.
  for (const [key, [office, ...others]] of titles) {
    if (others.length === 0 && !described.has(key)) {
      described.set(key, [{ office: office!, targets: [office!], role: undefined }]);
    }
  }
  for (const body of targets) {
    yield;
    if (officeTypes.has(typeOf(body))) continue;
    const roles = new Set<string>();
    const heads = holdersOf(body, (edge) => {
      const role = graph.edges.property(edge, 'role');
      if (typeof role === 'string') roles.add(role);
    });
    // What an office or an earlier role is called goes before.
    const describeNew = (post: readonly string[], it: Described): void => {
      const parts = [...post, partOf(body)];
      if (!described.has(keyOf(parts))) describe(parts, it);
    };
    for (const role of roles) {
      for (const word of wordsOf(role)) words.add(word);
      describeNew(inPhrases(wordsOf(role)), { office: body, targets: [body], role });
    }
    const held = [...(officesIn.get(body) ?? [])]
      .filter((it) => officeTypes.has(typeOf(it)))
      .map((office) => ({ office, shared: [...holdersOf(office)].filter((it) => heads.has(it)).length }))
      .sort((a, b) => b.shared - a.shared)[0];
    const office = held && held.shared > 0 ? held.office : body;
    describeNew([head], { office, targets: [...new Set([office, body])], role: undefined });
  }

  function holdersOf(target: NodeNumber, look: (edge: EdgeNumber) => void = () => {}): Set<NodeNumber> {
    const holders = new Set<NodeNumber>();
    view.forEachEdge(target, 'IN', undefined, (edge, holder) => {
      if (!tenures.has(graph.edges.type[edge]!)) return;
      holders.add(holder);
      look(edge);
    });
    return holders;
  }

  return {
    tenures,
    words,
    posts,
    find: (parts) => described.get(keyOf(parts)) ?? [],
    inPhrases,
    named: (run) => [...(named.get(run.join(' ')) ?? [])],
  };
}

/** No name that stands in another is longer, in words. */
const LONGEST = 10;

/** A list of words cut into the longest runs for which there is something, and single words for which there is nothing. */
export function longestRuns<Found>(
  words: readonly string[],
  find: (run: readonly string[]) => Found | undefined,
): { readonly run: readonly string[]; readonly found: Found | undefined }[] {
  const runs: { run: readonly string[]; found: Found | undefined }[] = [];
  for (let start = 0; start < words.length; ) {
    let end = Math.min(words.length, start + LONGEST);
    let found: Found | undefined;
    for (; end > start; end--) {
      found = find(words.slice(start, end));
      if (found !== undefined) break;
    }
    end = Math.max(end, start + 1);
    runs.push({ run: words.slice(start, end), found });
    start = end;
  }
  return runs;
}
