/**
 * Posts that the graph knows: the one that an article names, by its name or title or by who held it on the day of the
 * article, else a proposed one; and what a person who is named without any acts for.
 */
import { foldText } from '../base/fold-text.ts';
import { periodOf, readPartialDate } from '../facts/partial-date.ts';
import type { NodeNumber } from '../store/node-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { asOf } from '../views/restrictions.ts';
import type { DocumentNode } from './document-node.ts';
import type { DocumentNodes } from './document-nodes.ts';
import type { PostNamed } from './phrase.ts';

/** The post as a node of the document. */
export function postNode(nodes: DocumentNodes, named: PostNamed, person?: DocumentNode): DocumentNode {
  const { title, kind, of, whole } = named;
  const known = findPost(nodes, named, person);
  const post =
    known === undefined
      ? nodes.propose(nodes.lexicon.offices!.office, whole, title)
      : nodes.ofNode(known, title, 'reference', 1);
  if (known === undefined && post.of === undefined) nodes.addPart(post, of);
  post.title ??= title;
  post.kind ??= kind;
  post.of = [of.id];
  return post;
}

function findPost(nodes: DocumentNodes, named: PostNamed, person?: DocumentNode): NodeNumber | undefined {
  const { view, lexicon } = nodes;
  const { of: body, title, whole } = named;
  const words = lexicon.offices!;
  if (body.known === undefined) return undefined;
  const { graph } = view;
  const posts: NodeNumber[] = [];
  for (const edge of words.of.values()) forEach(view, body.known, 'IN', edge, (post) => posts.push(post));
  const heldIn = (when: GraphView): Set<NodeNumber> => {
    const held = new Set<NodeNumber>();
    if (person?.known !== undefined) forEach(when, person.known, 'OUT', words.holds, (post) => held.add(post));
    return held;
  };
  const [held, heldThen] = [heldIn(view), heldIn(asOfDay(view, nodes.published))];
  const namesOf = (post: NodeNumber): string[] =>
    ['name', 'title', 'aliases']
      .flatMap((it) => graph.nodes.property(post, it) ?? [])
      .filter((it) => typeof it === 'string')
      .map(plain);
  const meant = new Set(
    [title, whole].map((it) => plain(it.replace(/^\S+ /, (first) => (words.former.has(plain(first)) ? '' : first)))),
  );
  const called = posts.filter((post) => namesOf(post).some((it) => meant.has(it)));
  const last = plain(title).split(' ').at(-1)!;
  const alike = posts.filter((post) => held.has(post) && namesOf(post).some((it) => it.split(' ').includes(last)));
  // Whoever held it then, whoever held it at all, the only one that is called so.
  for (const some of [called, alike]) {
    const one = some.find((it) => heldThen.has(it)) ?? some.find((it) => held.has(it));
    if (one !== undefined) return one;
  }
  return called.length === 1 ? called[0] : undefined;
}

/** What a known person acts for, by the posts that the graph has: what the article names comes first. */
export function knownAffiliation(nodes: DocumentNodes, person: DocumentNode): DocumentNode | undefined {
  const { view, lexicon } = nodes;
  const { offices } = lexicon;
  if (person.known === undefined || !offices) return undefined;
  const bodies: NodeNumber[] = [];
  for (const edge of offices.heads) forEach(view, person.known, 'OUT', edge, (body) => bodies.push(body));
  forEach(view, person.known, 'OUT', offices.holds, (post) => {
    for (const of of offices.of.values()) forEach(view, post, 'OUT', of, (body) => bodies.push(body));
  });
  const best = nodes.findRecent(
    (it) => it.known !== undefined && bodies.includes(it.known),
    (a, b) => a.weight > b.weight,
  );
  if (best || new Set(bodies).size !== 1) return best;
  return nodes.ofNode(bodies[0]!, view.graph.nodes.nameOf(bodies[0]!), 'reference', 1);
}

function forEach(
  view: GraphView,
  node: NodeNumber,
  way: 'IN' | 'OUT',
  edge: string,
  visit: (other: NodeNumber) => void,
): void {
  const type = view.graph.edges.typeCode(edge);
  if (type !== undefined) view.forEachEdge(node, way, type, (_, other) => visit(other));
}

const asOfDay = (view: GraphView, day: string | undefined): GraphView =>
  day === undefined || 'reason' in readPartialDate(day) ? view : asOf(view, periodOf(day));

/** Folded, without articles: "Minister of Foreign Affairs of the Gambia". */
const plain = (name: string): string => foldText(name).replace(/\bthe /g, '');
