/**
 * Turtle, RDF for people, with prefixes and a resource a paragraph; and N-Quads, a statement a line, which every reader
 * takes and any tool can sort, split and compare.
 */
import type { GraphView } from '../../views/graph-view.ts';
import type { TextSanitiser } from '../escapes.ts';
import type { TextFormat } from '../format.ts';
import type { Assertion, Nested, RdfObject } from './describe-graph.ts';
import { type Namespaces, wellKnown } from './vocabulary.ts';
import { type RdfSyntax, rdfFormat, SUBJECT } from './write-rdf.ts';

export const turtle: TextFormat = rdfFormat(
  { name: 'turtle', title: 'Turtle', ending: 'ttl', mediaType: 'text/turtle; charset=utf-8' },
  turtleSyntax,
);

function turtleSyntax(_view: GraphView, { prefixes }: Namespaces, sanitiser: TextSanitiser): RdfSyntax {
  const iri = shortener(prefixes);
  const object = objectPrinter(iri, sanitiser);
  const assertion = ({ predicate, objects }: Assertion): string =>
    `  ${predicate === `${wellKnown.rdf}type` ? 'a' : iri(predicate)} ${objects.map(object).join(', ')} ;\n`;
  const assertions = (all: readonly Assertion[]): string => all.map(assertion).join('');
  const resource = (name: string, text: string, nested: readonly Nested[]): string => {
    const links = nested.map((it) => `  ${iri(it.predicate)} ${iri(it.resource.iri)} ;\n`).join('');
    const inner = nested.map(({ resource: it }) => resource(iri(it.iri), assertions(it.assertions), it.nested));
    return `${name}\n${text}${links}.\n\n${inner.join('')}`;
  };
  const head = [...prefixes].map(([prefix, space]) => `@prefix ${prefix}: <${space}> .\n`).join('');
  return { head: `${head}\n`, foot: '', between: '', iri, assertions, resource };
}

/** IRIs with a prefix where what is left may stand behind one, else whole. */
function shortener(prefixes: ReadonlyMap<string, string>): (iri: string) => string {
  return (iri) => {
    for (const [prefix, space] of prefixes) {
      if (!iri.startsWith(space)) continue;
      const local = iri.slice(space.length);
      return LOCAL.test(local) ? `${prefix}:${local}` : `<${iri}>`;
    }
    return `<${iri}>`;
  };
}

const LOCAL = /^[A-Za-z0-9_](?:[\w:.-]*[\w:-])?$/;

export const nQuads: TextFormat = rdfFormat(
  { name: 'n-quads', title: 'N-Quads', ending: 'nq', mediaType: 'application/n-quads' },
  nQuadsSyntax,
);

function nQuadsSyntax(_view: GraphView, _names: Namespaces, sanitiser: TextSanitiser): RdfSyntax {
  const iri = (it: string): string => `<${it}>`;
  const object = objectPrinter(iri, sanitiser);
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

/** An IRI, or a text in double quotes with its datatype. */
function objectPrinter(iri: (iri: string) => string, sanitiser: TextSanitiser): (object: RdfObject) => string {
  return (it) => {
    if ('iri' in it) return iri(it.iri);
    const quoted = `"${sanitiser.clean(it.text).replace(/["\\\n\r\t]/g, (letter) => escapes[letter] ?? letter)}"`;
    return it.datatype === undefined ? quoted : `${quoted}^^${iri(it.datatype)}`;
  };
}
