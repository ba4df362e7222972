/**
 * N-Quads: RDF a statement a line, which every reader takes and any tool can sort, split and compare.
 */
import type { GraphView } from '../../views/graph-view.ts';
import type { TextFormat } from '../format.ts';
import type { TextSanitiser } from '../text/sanitise-text.ts';
import type { Assertion, Nested, RdfObject } from './describe-graph.ts';
import type { Namespaces } from './vocabulary.ts';
import { type RdfSyntax, rdfFormat, SUBJECT } from './write-rdf.ts';

export const nQuads: TextFormat = rdfFormat(
  { name: 'n-quads', title: 'N-Quads', ending: 'nq', mediaType: 'application/n-quads' },
  syntax,
);

function syntax(_view: GraphView, _names: Namespaces, sanitiser: TextSanitiser): RdfSyntax {
  const iri = (it: string): string => `<${it}>`;
  const object = (it: RdfObject): string => {
    if ('iri' in it) return iri(it.iri);
    return quoted(it.text, sanitiser) + (it.datatype === undefined ? '' : `^^${iri(it.datatype)}`);
  };
  const assertions = (all: readonly Assertion[]): string =>
    all
      .flatMap(({ predicate, objects }) => objects.map((it) => `${SUBJECT} <${predicate}> ${object(it)} .\n`))
      .join('');
  const within = (name: string, { predicate, resource: it }: Nested): string =>
    `${name} <${predicate}> <${it.iri}> .\n${resource(iri(it.iri), assertions(it.assertions), it.nested)}`;
  const resource = (name: string, text: string, nested: readonly Nested[]): string =>
    text.replaceAll(SUBJECT, name) + nested.map((it) => within(name, it)).join('');
  return { head: '', foot: '', between: '', iri, assertions, resource };
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A text in double quotes, as N-Quads and Turtle have it. */
export const quoted = (text: string, sanitiser: TextSanitiser): string =>
  `"${sanitiser.clean(text).replace(/["\\\n\r\t]/g, (it) => escapes[it] ?? it)}"`;
