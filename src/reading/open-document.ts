/**
 * What a person has of an article, as its text: plain text, Markdown, a page of HTML reduced to the article, a PDF.
 *
 * Each reader is loaded when it is needed. The PDF reader is an optional package: few need it, and it is large.
 */

import { KnowledgeError } from '../base/knowledge-error.ts';
import { isDay } from './dates.ts';
import { missingPackage, notReadable } from './problems.ts';

export interface OpenedDocument {
  readonly text: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly language?: string;
  readonly url?: string;
}

/** Pages of a PDF, or bytes of a page: more is no article. */
const MOST_BYTES = 50_000_000;

/** Whether a text is an address of the web; those of other kinds may run what they hold when somebody follows them. */
export const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** The text of a document by the ending of its name. Throws `unreadable-article` and `missing-package`. */
export async function openDocument(name: string, bytes: Uint8Array): Promise<OpenedDocument> {
  if (bytes.length > MOST_BYTES) throw notReadable(name, `it has ${Math.round(bytes.length / 1e6)} MB`);
  const isPdf = /\.pdf$/i.test(name) || new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';
  if (isPdf) return openPdf(name, bytes);
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes).replace(/\r\n?/g, '\n');
  if (/\.html?$/i.test(name) || /^\s*(?:<!doctype html|<html[\s>])/i.test(text)) return openPage(name, text);
  return { text: /\.(?:md|markdown)$/i.test(name) ? withoutMarkdown(text) : text };
}

/** UTF-8, but where a mark at the beginning says otherwise, as Windows writes it. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

async function openPage(name: string, html: string): Promise<OpenedDocument> {
  const [{ Readability }, { parseHTML }] = await Promise.all([import('@mozilla/readability'), import('linkedom')]);
  const { document } = parseHTML(html);
  const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? undefined;
  const article = new Readability(document, { maxElemsToParse: 200_000 }).parse();
  if (!article?.content || (article.textContent ?? '').trim().length < 80)
    throw notReadable(name, 'the page has no article');
  // Paragraphs are lines; the text of the whole runs them together.
  const body = parseHTML(`<html><body>${article.content}</body></html>`).document;
  const blocks = [...body.querySelectorAll('p, li, h1, h2, h3, h4, blockquote, td, div')]
    .filter((it) => !it.querySelector('p, li, h1, h2, h3, h4, blockquote, td, div'))
    .map((it) => (it.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((it) => it !== '');
  const published = article.publishedTime?.slice(0, 10);
  return {
    text: [article.title?.trim() ?? '', ...blocks].filter((it) => it !== '').join('\n'),
    ...(article.title && { title: article.title }),
    ...(article.siteName && { publisher: article.siteName }),
    ...(published && isDay(published) && { published }),
    ...(article.lang && { language: article.lang }),
    ...(canonical && isWebAddress(canonical) && { url: canonical }),
  };
}

async function openPdf(name: string, bytes: Uint8Array): Promise<OpenedDocument> {
  const unpdf = await import('unpdf').catch(() => {
    throw missingPackage(name, 'unpdf');
  });
  try {
    // It refuses a Buffer, which is what files are read into, and keeps what it is given.
    const { text } = await unpdf.extractText(new Uint8Array(bytes), { mergePages: true });
    if (text.trim() === '') throw notReadable(name, 'the PDF holds no text, but pictures of it');
    // A PDF breaks lines where the page ends; a paragraph ends at a stop.
    return { text: text.replace(/-\n(?=\p{Ll})/gu, '').replace(/(?<![.!?:”"])\n(?=\S)/g, ' ') };
  } catch (error) {
    if (error instanceof KnowledgeError) throw error;
    const isLocked = (error as Error).name === 'PasswordException';
    throw notReadable(name, isLocked ? 'the PDF is locked by a password' : 'the PDF is damaged or cut off');
  }
}

/** The words of Markdown: no marks of headings, emphasis, links and pictures. */
function withoutMarkdown(text: string): string {
  return text
    .replace(/^---\n[\s\S]{0,5000}?\n---\n/, '')
    .replace(/!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)/g, '')
    .replace(/\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)/g, '$1')
    .replace(/^[ \t]{0,3}(?:#{1,6}|>|[-*+])[ \t]+/gm, '')
    .replace(/(\*\*|__|`)/g, '');
}
