/**
 * Turtle: RDF for people, with prefixes, a thing a paragraph.
 */
import type { GraphView } from '../../views/graph-view.ts';
import type { TextFormat } from '../format.ts';
import { type Namespaces, wellKnown } from '../rdf/namespaces.ts';
import type { Part, RdfObject, RdfSyntax, Said } from '../rdf/thing.ts';
import { quoted } from '../rdf/triples.ts';
import { writeRdf } from '../rdf/write-rdf.ts';
import type { TextSanitiser } from '../sanitise-text.ts';

export const turtle: TextFormat = {
  name: 'turtle',
  title: 'Turtle',
  ending: 'ttl',
  mediaType: 'text/turtle; charset=utf-8',
  options: ['base'],
  write: (view, options) => writeRdf(view, options, syntax),
};

function syntax(_view: GraphView, { prefixes }: Namespaces, sanitiser: TextSanitiser): RdfSyntax {
  const iri = shortener(prefixes);
  const object = (it: RdfObject): string => {
    if ('iri' in it) return iri(it.iri);
    return quoted(it.text, sanitiser) + (it.datatype === undefined ? '' : `^^${iri(it.datatype)}`);
  };
  const predicateText = (predicate: string): string => (predicate === `${wellKnown.rdf}type` ? 'a' : iri(predicate));
  const said = (all: readonly Said[]): string =>
    all.map((it) => `  ${predicateText(it.predicate)} ${it.objects.map(object).join(', ')} ;\n`).join('');
  const thing = (name: string, text: string, parts: readonly Part[]): string => {
    const links = parts.map((it) => `  ${iri(it.predicate)} ${iri(it.thing.iri)} ;\n`).join('');
    const inner = parts.map(({ thing: it }) => thing(iri(it.iri), said(it.said), it.parts)).join('');
    return `${name}\n${text}${links}.\n\n${inner}`;
  };
  const within = (space: string): ((end: string) => string) => {
    const [prefix] = [...prefixes].find(([, it]) => it === space) ?? [];
    return (end) => (prefix !== undefined && LOCAL.test(end) ? `${prefix}:${end}` : `<${space}${end}>`);
  };
  const link = (predicate: string): ((other: string) => string) => {
    const start = `  ${predicateText(predicate)} `;
    return (other) => `${start}${other} ;\n`;
  };
  const head = [...prefixes].map(([prefix, space]) => `@prefix ${prefix}: <${space}> .\n`).join('');
  return { head: `${head}\n`, foot: '', between: '', iri, within, link, said, thing };
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
