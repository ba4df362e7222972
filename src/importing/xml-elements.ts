/**
 * XML read as a stream of elements, by a parser that refuses what is not well-formed.
 *
 * A document type declaration is refused as a whole: without one there are no entities but the five of XML, so nothing
 * can name another file or grow without end.
 */
import { SaxesParser } from 'saxes';
import type { Position } from '../base/problem.ts';
import type { SourceFile } from '../base/source-file.ts';
import { Malformed } from './foreign-graph.ts';
import { brokenFile, unsafeXml } from './problems.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly at: Position;
}

export interface XmlHandler {
  /** An element has begun. */
  open(element: XmlElement): void;
  /** It has ended; `text` is all text within it. */
  close(name: string, text: string): void;
}

/** Elements in elements; graphs are flat. */
const DEEPEST = 100;

/** Calls the handler for every element of the file, in order. Throws `Malformed`. */
export function readXml(file: SourceFile, format: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false });
  const texts: string[] = [];
  let at: Position = file.positionAt(0);
  const here = (): Position => file.positionAt(parser.position);
  const fail = (place: Position, reason: string): never => {
    throw new Malformed(brokenFile(place, format, reason));
  };
  parser.on('error', (error) => {
    // The parser puts its own line and column before the sentence.
    fail(file.positionAt(Math.max(0, parser.position - 1)), error.message.replace(/^[^ ]*\d+:\d+: /, ''));
  });
  parser.on('doctype', () => {
    throw new Malformed(unsafeXml(here()));
  });
  parser.on('opentagstart', ({ name }) => {
    at = file.positionAt(parser.position - name.length - 2);
    if (texts.length >= DEEPEST) fail(at, `its elements are nested more than ${DEEPEST} deep`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    texts.push('');
    handler.open({ name, attributes: attributes as Readonly<Record<string, string>>, at });
  });
  const addText = (text: string): void => {
    if (texts.length > 0) texts[texts.length - 1] += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ name }) => {
    const text = texts.pop() ?? '';
    handler.close(name, text);
    // What is within an element is within those around it.
    if (text.trim() !== '') addText(text);
  });
  parser.write(file.text).close();
}

/** An attribute that an element must have. */
export function required(element: XmlElement, name: string, format: string): string {
  const value = element.attributes[name];
  if (value !== undefined && value !== '') return value;
  throw new Malformed(brokenFile(element.at, format, `this <${element.name}> has no "${name}"`));
}
