/**
 * The one call: a text, a graph and patterns → what it says, gated; by the patterns, and by a program of one's own too.
 */
import { isError, type Problem } from '../base/problem.ts';
import type { GraphView } from '../views/graph-view.ts';
import { type Article, makeArticle } from './article.ts';
import { type DocumentAbout, type Reading, textHash } from './claim.ts';
import { isDay } from './dates.ts';
import { admit } from './gate.ts';
import { isWebAddress } from './open-document.ts';
import { notReadable, noWebAddress, patternsHaveProblems, publishedIsNoDay } from './problems.ts';
import { askProposer } from './proposer.ts';
import { readArticle } from './read-article.ts';
import { loadPatterns, type Patterns } from './read-patterns.ts';

/** What is known of the article: `published` is the day against which "on Monday" is read. */
export interface ReadOptions extends Omit<DocumentAbout, 'sha256' | 'retrieved'> {
  /** Folder of patterns; those of the shipped ontology when left out. */
  readonly patterns?: string;
  /** A command that proposes further claims: it is given JSON and gives JSON. */
  readonly proposer?: string;
}

export interface TextRead extends Reading {
  /** What was refused at the gate, and why. */
  readonly refused: readonly Problem[];
  /** What is worth knowing: a language that patterns do not read, a list of names. */
  readonly notes: readonly string[];
}

/** A long book has as many; nobody would review what comes of more at once. */
const MOST_CHARACTERS = 2_000_000;

const loaded = new WeakMap<object, Map<string, Patterns>>();

/** The patterns of a folder for the ontology of a view, read once. Throws `patterns-have-problems`. */
export function patternsOf(view: GraphView, folder: string): Patterns {
  let ofOntology = loaded.get(view.ontology);
  if (!ofOntology) loaded.set(view.ontology, (ofOntology = new Map()));
  let patterns = ofOntology.get(folder);
  if (!patterns) ofOntology.set(folder, (patterns = loadPatterns(view.ontology, folder)));
  const errors = patterns.problems.filter(isError);
  if (errors.length > 0) throw patternsHaveProblems(errors);
  return patterns;
}

/** Reads a text. Throws `unreadable-article` for what is none, `bad-date` and `bad-address` where it appeared on no day or at no address. */
export async function readDocument(
  view: GraphView,
  text: string,
  folder: string,
  options: ReadOptions,
): Promise<TextRead> {
  checkText(options.source, text);
  if (options.published !== undefined && !isDay(options.published)) throw publishedIsNoDay(options.published);
  if (options.url !== undefined && !isWebAddress(options.url)) throw noWebAddress(options.url);
  const patterns = patternsOf(view, folder);
  const article = makeArticle(text, options.published);
  const read = admit(
    view,
    article,
    options.source,
    'patterns',
    readArticle(view, article, patterns, options.source),
    true,
  );
  const more =
    options.proposer === undefined ? undefined : await askProposer(options.proposer, view, article, options.source);
  const known = new Set(read.claims.map((it) => it.id));
  const { patterns: _, proposer: __, ...about } = options;
  const title = about.title ?? headlineOf(article);
  const document: DocumentAbout = { ...about, ...(title !== undefined && { title }), sha256: textHash(text) };
  return {
    document,
    nodes: [...read.nodes, ...(more?.nodes.filter((it) => !read.nodes.some((its) => its.id === it.id)) ?? [])],
    claims: [...read.claims, ...(more?.claims.filter((it) => !known.has(it.id)) ?? [])],
    refused: [...read.refused, ...(more?.refused ?? [])],
    notes: notesOf(text, options),
  };
}

function headlineOf({ text, lines: [first] }: Article): string | undefined {
  return first?.isHeadline ? text.slice(first.start, first.end).trim() : undefined;
}

function checkText(source: string, text: string): void {
  if (text.trim() === '') throw notReadable(source, 'it is empty');
  if (text.length > MOST_CHARACTERS)
    throw notReadable(source, `it has ${text.length} characters, and articles have less than ${MOST_CHARACTERS}`);
  const strange = text.slice(0, 4000).match(/(?!\s)\p{Cc}|\ufffd/gu)?.length ?? 0;
  if (strange > 8) throw notReadable(source, 'it is no text, but bytes');
}

/** Function words by which English is known; a text of names has hardly any. */
const ENGLISH = /\b(?:the|of|and|in|to|on|for|with|at|by|that|is|was|were|has|have)\b/gi;

function notesOf(text: string, { language }: ReadOptions): string[] {
  const start = text.slice(0, 20_000);
  const words = start.match(/\p{L}+/gu)?.length ?? 0;
  const english = start.match(ENGLISH)?.length ?? 0;
  if (language !== undefined && !/^en\b/.test(language))
    return [`The patterns read English, and this is in "${language}": names are linked, and few claims are found.`];
  if (words > 30 && english / words < 0.12)
    return ['This is hardly English prose: names are linked, and few claims are found.'];
  return [];
}
