/**
 * An article read: sentences, phrases, frames, posts → nodes and claims with their evidence.
 *
 * A pure function of the text, the graph and the patterns: the same input gives the same claims with the same ids.
 */
import type { GraphView } from '../views/graph-view.ts';
import { type Article, lineAt } from './article.ts';
import type { ReadClaim } from './claim.ts';
import { ClaimSet, type NodesAndClaims } from './claim-set.ts';
import { type DateFound, datesIn } from './dates.ts';
import type { DocumentNode } from './document-node.ts';
import { DocumentNodes } from './document-nodes.ts';
import { type Frame, FrameFinder } from './find-frames.ts';
import { postNode } from './find-post.ts';
import { indexTriggers, type TriggerIndex } from './find-triggers.ts';
import { Gazetteer } from './gazetteer.ts';
import { ModalityReader, type Telling } from './modality.ts';
import { Passage } from './passage.ts';
import type { Pattern } from './pattern.ts';
import type { OfficeFound } from './phrase.ts';
import type { Patterns } from './read-patterns.ts';
import { readPhrases, type SentenceRead } from './read-phrases.ts';
import type { Filled } from './resolve-phrase.ts';
import { type Sentence, sentencesOf, tokensOf } from './tokens.ts';

const CERTAIN = 0.9;
const INHERITED_DOUBT = 0.2;
const QUOTED_DOUBT = 0.1;
const AMOUNT =
  /(?:US)?[$€£¥]\s?\d[\d.,]*(?:\s(?:million|billion|thousand|trillion))?|\b\d[\d.,]*\s(?:million|billion|thousand)?\s?(?:US )?(?:dollars|euros|tenge|roubles|rubles|pounds|yuan)\b/i;

const indexes = new WeakMap<readonly Pattern[], TriggerIndex>();

/** What an article says, sentence by sentence. */
export function readArticle(view: GraphView, article: Article, patterns: Patterns, source: string): NodesAndClaims {
  const reader = new ArticleReader(view, article, patterns, source);
  if (article.dateline) reader.readDateline(article.dateline);
  for (const sentence of sentencesOf(article)) reader.read(sentence);
  return reader.result();
}

class ArticleReader {
  readonly #article: Article;
  readonly #nodes: DocumentNodes;
  readonly #index: TriggerIndex;
  readonly #claims: ClaimSet;
  /** Who spoke last, for quotations whose speaker is named in the sentence before. */
  #speaker: DocumentNode | undefined;
  #sentence = 0;

  constructor(view: GraphView, article: Article, patterns: Patterns, source: string) {
    this.#article = article;
    this.#nodes = new DocumentNodes(view, patterns.lexicon, article.published);
    this.#claims = new ClaimSet(article, this.#nodes, source);
    let index = indexes.get(patterns.patterns);
    if (!index) indexes.set(patterns.patterns, (index = indexTriggers(patterns.patterns)));
    this.#index = index;
  }

  result(): NodesAndClaims {
    return this.#claims.result();
  }

  /** The place of the dateline is named, and nothing is said of it. */
  readDateline({ place }: NonNullable<Article['dateline']>): void {
    const name =
      place === place.toUpperCase()
        ? place.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (it) => it.toUpperCase())
        : place;
    const tokens = tokensOf(name);
    const match = Gazetteer.of(this.#nodes.view.graph, this.#nodes.lexicon).longestAt(tokens, 0);
    if (match?.end === tokens.length && match.entry.type === this.#nodes.lexicon.place)
      this.#nodes.ofEntry(match.entry, name);
  }

  read(sentence: Sentence): void {
    this.#nodes.beginSentence(++this.#sentence);
    const passage = new Passage(this.#article.text, sentence, this.#nodes);
    const read = readPhrases(passage);
    if (sentence.isHeadline) return;
    const frames = new FrameFinder(passage, read);
    const modality = new ModalityReader(frames.clauses, sentence, this.#nodes.lexicon);
    const dates = datesIn(this.#article.text, sentence.start, sentence.end, this.#article.published);
    for (const office of read.offices) this.#addOffice(sentence, office);
    for (const frame of frames.find(this.#index)) {
      this.#addFrame(sentence, frame, modality.of(frame.at, this.#speaker), dates, frames);
    }
    for (const [part, whole] of this.#nodes.newParts()) this.#addPart(sentence, read, part, whole);
    this.#speaker = modality.speaker() ?? (sentence.quoted.length > 0 ? this.#speaker : undefined);
  }

  #addOffice(sentence: Sentence, office: OfficeFound): void {
    const words = this.#nodes.lexicon.offices!;
    if (!words.of.has(office.of.type) || office.tense === 'coming') return;
    // "President of the Red Cross" heads it: an edge says all that a post would.
    const leads = this.#isPlainHead(office) ? words.leads.get(office.of.type) : undefined;
    if (leads !== undefined) {
      const span = [office.start, office.end] as const;
      const confidence = CERTAIN - (office.isInherited ? INHERITED_DOUBT : 0);
      const asFact = { modality: 'FACT' as const, evidence: this.#evidence(sentence, span, span), confidence };
      this.#claims.add({
        ...asFact,
        from: office.person,
        edge: leads,
        to: office.of,
        role: office.title,
        rule: `${leads}/office`,
      });
      return;
    }
    const post = postNode(this.#nodes, office, office.person);
    const evidence = this.#evidence(sentence, [office.start, office.end], [office.start, office.end]);
    const confidence = CERTAIN - (office.isInherited ? INHERITED_DOUBT : 0);
    const claim = { modality: 'FACT' as const, evidence, confidence };
    this.#claims.add({
      ...claim,
      from: office.person,
      edge: words.holds,
      to: post,
      role: office.title,
      rule: `${words.holds}/office`,
    });
  }

  #isPlainHead({ title, kind, tense }: OfficeFound): boolean {
    return tense === undefined && !/\s/.test(title) && ['HEAD_OF_STATE', 'HEAD_OF_ORGANISATION'].includes(kind);
  }

  #addPart(sentence: Sentence, read: SentenceRead, part: DocumentNode, whole: DocumentNode): void {
    const { offices, part: partOf } = this.#nodes.lexicon;
    const isPost = part.type === offices?.office;
    const edge = isPost ? offices.of.get(whole.type) : partOf;
    const phrase = read.items.find(
      (it) =>
        it.kind === 'phrase' &&
        (it.phrase.nodes.includes(part) || (isPost && it.phrase.kind === 'person') || it.phrase.post?.of === whole),
    );
    if (!phrase || edge === undefined) return;
    const span = [phrase.start, phrase.end] as const;
    this.#claims.add({
      from: part,
      edge,
      to: whole,
      modality: 'FACT',
      evidence: this.#evidence(sentence, span, span),
      rule: `${edge}/${isPost ? 'office' : 'round'}`,
      confidence: CERTAIN,
    });
  }

  #addFrame(
    sentence: Sentence,
    frame: Frame,
    telling: Telling,
    dates: readonly DateFound[],
    frames: FrameFinder,
  ): void {
    const { pattern, from, to, trigger } = frame;
    const span = spanOf(trigger, from, to);
    const evidence = this.#evidence(sentence, span, trigger);
    const when = this.#when(evidence, dates);
    const clause = this.#article.text.slice(sentence.start, sentence.end);
    const words = ` ${sentence.tokens.map((it) => it.key).join(' ')} `;
    const said = [...pattern.roles].find(([, its]) => its.some((it) => words.includes(` ${it} `)))?.[0];
    const role = said ?? (from.role !== undefined && pattern.roles.has(from.role) ? from.role : undefined);
    const amount = AMOUNT.exec(clause.slice(Math.max(0, evidence.trigger[0] - sentence.start)))?.[0];
    const attributed = telling.saidBy ? ('REPORTED' as const) : ('FACT' as const);
    const doubt = from.doubt + to.doubt + (telling.isQuoted ? QUOTED_DOUBT : 0);
    for (const [a, b] of pairsOf(from, to)) {
      if (pattern.dated === 'from' && when !== undefined) a.when ??= when;
      if (pattern.dated === 'to' && when !== undefined) b.when ??= when;
      const count = a.count ?? b.count;
      this.#claims.add({
        from: a,
        edge: pattern.edge,
        to: b,
        modality: frame.isStanding && telling.modality === 'PLANNED' ? attributed : telling.modality,
        evidence,
        rule: frame.rule,
        confidence: CERTAIN - doubt - 0.2 * (2 - linkScore(a) - linkScore(b)),
        saidBy: telling.saidBy === a ? undefined : telling.saidBy,
        when: pattern.dated === 'edge' ? when : undefined,
        role,
        count,
        amount,
        isQuoted: telling.isQuoted,
        at: pattern.lasts || pattern.dated !== 'edge' ? undefined : this.#occasion(frames, frame, a, b, telling),
      });
    }
  }

  /** The occasion at which it happened, where the clause names one and the edge does not lead to it. */
  #occasion(
    { clauses }: FrameFinder,
    { at }: Frame,
    from: DocumentNode,
    to: DocumentNode,
    { saidBy }: Telling,
  ): DocumentNode | undefined {
    const { introduced, smallHeads } = this.#nodes.lexicon;
    const isOccasion = (it: DocumentNode | undefined): boolean =>
      it !== undefined && introduced.has(it.type) && !smallHeads.has(it.type);
    if (isOccasion(from) || isOccasion(to)) return undefined;
    // What stands before may belong to who says it: "At the summit, P said that Q had signed".
    const found = clauses.behind(['at', 'during'], at + 1, at, (it) => isOccasion(it.nodes[0]));
    return found?.isFronted && saidBy ? undefined : found?.item.phrase.nodes[0];
  }

  /** The date of the sentence that is nearest to the trigger; far ones count only when there is no other. */
  #when({ trigger }: ReadClaim['evidence'], dates: readonly DateFound[]): string | undefined {
    const isLimit = (it: DateFound): boolean =>
      /(?:until|till|by|since|before|after)\s+(?:the\s+)?$/i.test(
        this.#article.text.slice(Math.max(0, it.start - 14), it.start),
      ) || /^(?:until|till|by|since)/i.test(this.#article.text.slice(it.start, it.start + 6));
    const distance = (it: DateFound): number =>
      (it.start >= trigger[1] ? it.start - trigger[1] : 1.5 * (trigger[0] - it.end)) + (isLimit(it) ? 500 : 0);
    return dates.toSorted((a, b) => distance(a) - distance(b))[0]?.edtf;
  }

  #evidence(
    { tokens }: Sentence,
    [first, last]: readonly [number, number],
    trigger: readonly [number, number],
  ): ReadClaim['evidence'] {
    const start = tokens[first]!.start;
    return {
      line: lineAt(this.#article, start),
      start,
      end: tokens[last - 1]!.end,
      trigger: [tokens[trigger[0]]!.start, tokens[trigger[1] - 1]!.end],
    };
  }
}

const linkScore = (it: DocumentNode): number => (it.known === undefined ? 1 : it.score);

/** Everyone with everyone; of a symmetric list each with each once. */
function pairsOf(from: Filled, to: Filled): [DocumentNode, DocumentNode][] {
  if (from !== to) return from.nodes.flatMap((a) => to.nodes.map((b): [DocumentNode, DocumentNode] => [a, b]));
  return from.nodes.flatMap((a, i) => from.nodes.slice(i + 1).map((b): [DocumentNode, DocumentNode] => [a, b]));
}

function spanOf(trigger: readonly [number, number], from: Filled, to: Filled): readonly [number, number] {
  const spans = [trigger, ...[from.span, to.span].filter((it) => it !== undefined)];
  return [Math.min(...spans.map((it) => it[0])), Math.max(...spans.map((it) => it[1]))];
}
