/**
 * XML read as a stream of elements, by a parser that refuses what is not well-formed.
 *
 * A document type declaration is refused as a whole: without one there are no entities but the five of XML, so nothing
 * can name another file or grow without end.
 */
import { SaxesParser } from 'saxes';
import { shorten } from '../base/located.ts';
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
  /** Name of the element that the whole file is. */
  readonly root: string;
  /** Whether elements of the format are of the namespace with this name. */
  isNamespace(uri: string): boolean;
  /** Names of the elements whose text is wanted. */
  readonly texts: ReadonlySet<string>;
  /** An element has begun. */
  open(element: XmlElement): void;
  /** It has ended; `text` is all text within it, where that is wanted. */
  close(name: string, text: string): void;
}

/** Elements in elements; graphs are flat. */
const DEEPEST = 100;

/** Calls the handler for every element of the file, in order. Throws `Malformed`. */
export function readXml(file: SourceFile, format: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false });
  /** Texts of the open elements, from the outermost whose text is wanted. */
  const texts: string[] = [];
  let depth = 0;
  /** What may stand before the names of the format, as in `<ns0:graphml>`: prefixes of its namespace, with the colon. */
  const prefixes = new Set<string>();
  let at: Position = file.positionAt(0);
  const here = (): Position => file.positionAt(parser.position);
  const fail = (place: Position, reason: string): never => {
    throw new Malformed(brokenFile(place, format, reason));
  };
  const ownName = (name: string): string => {
    const behind = name.indexOf(':') + 1;
    return prefixes.has(name.slice(0, behind)) ? name.slice(behind) : name;
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
    if (depth === 0) prefixes.add(name.slice(0, name.indexOf(':') + 1));
    if (depth === 0 && ownName(name) !== handler.root) fail(at, `it is <${shorten(name)}>, and not <${handler.root}>`);
    if (depth >= DEEPEST) fail(at, `its elements are nested more than ${DEEPEST} deep`);
  });
  parser.on('opentag', ({ name: written, attributes }) => {
    for (const [attribute, uri] of Object.entries(attributes)) {
      if (attribute.startsWith('xmlns:') && handler.isNamespace(String(uri))) prefixes.add(`${attribute.slice(6)}:`);
    }
    const name = ownName(written);
    depth += 1;
    if (texts.length > 0 || handler.texts.has(name)) texts.push('');
    handler.open({ name, attributes: attributes as Readonly<Record<string, string>>, at });
  });
  const addText = (text: string): void => {
    if (texts.length > 0) texts[texts.length - 1] += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ name }) => {
    const text = texts.pop() ?? '';
    depth -= 1;
    handler.close(ownName(name), text);
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

/** Attributes with a default, which every node or edge has then. */
const MOST_DEFAULTS = 100;

/** Throws `Malformed` where an element gives one default too many: a small file could have billions of values. */
export function checkDefaults(before: number, element: XmlElement, format: string): void {
  if (before < MOST_DEFAULTS) return;
  throw new Malformed(brokenFile(element.at, format, `more than ${MOST_DEFAULTS} attributes have a default`));
}
