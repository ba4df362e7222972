/**
 * Turtle: RDF for people, with prefixes, a resource a paragraph.
 */
import type { GraphView } from '../../views/graph-view.ts';
import type { TextFormat } from '../format.ts';
import type { TextSanitiser } from '../text/sanitise-text.ts';
import type { Assertion, Nested, RdfObject } from './describe-graph.ts';
import { quoted } from './n-quads.ts';
import { type Namespaces, wellKnown } from './vocabulary.ts';
import { type RdfSyntax, rdfFormat } from './write-rdf.ts';

export const turtle: TextFormat = rdfFormat(
  { name: 'turtle', title: 'Turtle', ending: 'ttl', mediaType: 'text/turtle; charset=utf-8' },
  syntax,
);

function syntax(_view: GraphView, { prefixes }: Namespaces, sanitiser: TextSanitiser): RdfSyntax {
  const iri = shortener(prefixes);
  const object = (it: RdfObject): string => {
    if ('iri' in it) return iri(it.iri);
    return quoted(it.text, sanitiser) + (it.datatype === undefined ? '' : `^^${iri(it.datatype)}`);
  };
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
