/**
 * A folder of claims as a person decides about it: what is open, with what the graph says already, the texts that were given
 * for the time being, and decisions, which are added to the same files that the command line writes.
 *
 * Texts are kept in memory alone, and only those of which the claims were read: their hash says so.
 */
import { searchNames } from '../search/search-names.ts';
import type { EdgeNumber } from '../store/edge-table.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type ClaimedNode, textHash } from './claim.ts';
import { type Decision, decisionKinds } from './claims-file.ts';
import { claimModalities } from './lexicon.ts';
import { openDocument } from './open-document.ts';
import { badReview, otherText } from './problems.ts';
import type { Review, ReviewedClaim } from './review.ts';
import { type DecisionOptions, ReviewFolder } from './review-folder.ts';

/** A statement of the graph about the same two nodes, or of the same kind about one of them. */
export interface KnownStatement {
  readonly id: string;
  readonly other: string;
  readonly when?: string;
  readonly modality: string;
  readonly sources: readonly string[];
  /** In what it contradicts the claim or says more: `when`, `modality`, `role`; nothing where it says the same. */
  readonly differsIn: readonly string[];
}

export interface DeskClaim extends ReviewedClaim {
  /** Whether this source is among those that state the same. */
  readonly statedByThis: boolean;
  /** Statements of the same kind about the same two nodes. */
  readonly same: readonly KnownStatement[];
  /** Statements of the same kind from the same node to others, as far as a person would read them; how many there are. */
  readonly others: readonly KnownStatement[];
  readonly otherCount: number;
}

export interface DeskReview extends Omit<Review, 'claims' | 'links' | 'nodes'> {
  /** All that the article speaks of. */
  readonly nodes: readonly ClaimedNode[];
  readonly claims: readonly DeskClaim[];
  readonly links: readonly (ClaimedNode & { readonly runnerUpName?: string })[];
  /** The article, if it was given. */
  readonly text?: string;
}

export interface FoundNode {
  readonly id: string;
  readonly type: string;
  readonly name: string;
}

/** A decision as somebody asks for it. */
export interface Wish extends Omit<DecisionOptions, 'atLeast'> {
  readonly decision: string;
  readonly of: string;
}

export interface ReviewDesk {
  /** Everything that a page shows. */
  state(): { readonly reviews: readonly DeskReview[]; readonly modalities: readonly string[] };
  /** Keeps a decision; `undo` of nothing takes back the last one, and gives it. Throws `bad-review`. */
  decide(wish: Wish): Decision | undefined;
  /** Takes the text of an article; says the name of the one it is. Throws `other-text`, `unreadable-article`. */
  giveText(fileName: string, bytes: Uint8Array): Promise<string>;
  /** The article of that hash, if it was given. */
  textOf(sha256: string): string | undefined;
  /** Nodes that may be meant. */
  find(text: string): readonly FoundNode[];
}

/** Statements of the same kind that are listed beside a claim. */
const MOST_OTHERS = 3;
const MOST_FOUND = 8;

/** Throws `nothing-to-review` for a folder without claims. */
export function openReviewDesk(view: GraphView, folder: string): ReviewDesk {
  const { nodes } = view.graph;
  const texts = new Map<string, string>();
  // The command line may write to the same folder meanwhile.
  const open = (): ReviewFolder => new ReviewFolder(view, folder);
  open();
  return {
    state: () => ({
      reviews: open().reviews.map((it) => deskReview(view, it, texts.get(it.document.sha256))),
      modalities: claimModalities,
    }),
    decide({ decision, of, ...options }) {
      const kind = decisionKinds.find((it) => it === decision);
      if (kind === undefined || of === 'all') throw badReview(`${decision} ${of}`, decisionKinds);
      if (kind === 'undo' && of === '') return open().undo(options.by);
      return open().decide(kind, [of], options)[0];
    },
    async giveText(fileName, bytes) {
      const { text } = await openDocument(fileName, bytes);
      const sha256 = textHash(text);
      const of = open().reviews.find((it) => it.document.sha256 === sha256);
      if (!of) throw otherText(fileName);
      texts.set(sha256, text);
      return of.name;
    },
    textOf: (sha256) => texts.get(sha256),
    find: (text) =>
      searchNames(view, text.slice(0, 200), { first: MOST_FOUND }).map(({ node }) => ({
        id: nodes.ids[node]!,
        type: nodes.typeOf(node),
        name: nodes.nameOf(node),
      })),
  };
}

function deskReview(view: GraphView, review: Review, text: string | undefined): DeskReview {
  const nameOf = (id: string): string => nameIn(view, id);
  return {
    ...review,
    nodes: [...new Map([...review.nodes.values()].map((it) => [it.id, it])).values()],
    links: review.links.map((it) => ({
      ...it,
      ...(it.link.runnerUp !== undefined && { runnerUpName: nameOf(it.link.runnerUp) }),
    })),
    claims: review.claims.map((it) => ({
      ...it,
      ...knownBeside(view, it, review.document.source),
    })),
    ...(text !== undefined && { text }),
  };
}

function nameIn(view: GraphView, id: string): string {
  const node = view.findNode(id);
  return node === undefined ? id : view.graph.nodes.nameOf(node);
}

/** What the graph says of the same: of the same two nodes, and of the first with others. */
type Beside = Pick<DeskClaim, 'same' | 'others' | 'otherCount' | 'statedByThis'>;

function knownBeside(view: GraphView, { claim, from, to }: ReviewedClaim, source: string): Beside {
  const { edges, nodes } = view.graph;
  const [start, type] = [view.findNode(from.id), edges.typeCode(claim.edge)];
  const [same, others]: [KnownStatement[], KnownStatement[]] = [[], []];
  let [otherCount, statedByThis] = [0, false];
  if (start === undefined || type === undefined) return { same, others, otherCount, statedByThis };
  const symmetric = view.ontology.edgeTypes.get(claim.edge)?.symmetric === true;
  view.forEachEdge(start, symmetric ? 'BOTH' : 'OUT', type, (edge, other) => {
    const isSame = nodes.ids[other] === to.id;
    if (!isSame) otherCount++;
    else statedByThis ||= edges.sources(edge).includes(source);
    if (isSame || others.length < MOST_OTHERS) {
      (isSame ? same : others).push(knownStatement(view, edge, nodes.nameOf(other), isSame ? claim : undefined));
    }
  });
  return { same, others, otherCount, statedByThis };
}

const COMPARED = ['when', 'modality', 'role'] as const;

function knownStatement(
  view: GraphView,
  edge: EdgeNumber,
  other: string,
  claim: ReviewedClaim['claim'] | undefined,
): KnownStatement {
  const { edges } = view.graph;
  const textOf = (name: string): string | undefined => {
    const value = edges.property(edge, name);
    return typeof value === 'string' ? value : undefined;
  };
  const when = textOf('when') ?? textOf('attested');
  const differs = (name: (typeof COMPARED)[number]): boolean => {
    const [said, stated] = [claim?.[name], name === 'when' ? when : textOf(name)];
    return said !== undefined && stated !== undefined && said !== stated;
  };
  return {
    id: edges.id(edge),
    other,
    ...(when !== undefined && { when }),
    modality: textOf('modality') ?? 'FACT',
    sources: edges.sources(edge).map((it) => nameIn(view, it)),
    differsIn: claim ? COMPARED.filter(differs) : [],
  };
}
