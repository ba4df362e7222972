/**
 * N-Quads: RDF a statement a line, which every reader takes and any tool can sort, split and compare.
 */
import type { GraphView } from '../../views/graph-view.ts';
import type { TextFormat } from '../format.ts';
import type { Namespaces } from '../rdf/namespaces.ts';
import { ITSELF, type Part, type RdfObject, type RdfSyntax, type Said } from '../rdf/thing.ts';
import { quoted } from '../rdf/triples.ts';
import { writeRdf } from '../rdf/write-rdf.ts';
import type { TextSanitiser } from '../sanitise-text.ts';

export const nQuads: TextFormat = {
  name: 'n-quads',
  title: 'N-Quads',
  ending: 'nq',
  mediaType: 'application/n-quads',
  options: ['base'],
  write: (view, options) => writeRdf(view, options, syntax),
};

function syntax(_view: GraphView, _names: Namespaces, sanitiser: TextSanitiser): RdfSyntax {
  const object = (it: RdfObject): string => {
    if ('iri' in it) return `<${it.iri}>`;
    return quoted(it.text, sanitiser) + (it.datatype === undefined ? '' : `^^<${it.datatype}>`);
  };
  const said = (all: readonly Said[]): string =>
    all.flatMap(({ predicate, objects }) => objects.map((it) => `${ITSELF} <${predicate}> ${object(it)} .\n`)).join('');
  const iri = (it: string): string => `<${it}>`;
  const within = (space: string) => (end: string) => `<${space}${end}>`;
  const partLines = (name: string, { predicate, thing: part }: Part): string =>
    `${name} <${predicate}> <${part.iri}> .\n${thing(iri(part.iri), said(part.said), part.parts)}`;
  const thing = (name: string, text: string, parts: readonly Part[]): string =>
    text.replaceAll(ITSELF, name) + (parts.length === 0 ? '' : parts.map((it) => partLines(name, it)).join(''));
  const link = (predicate: string) => (other: string) => `${ITSELF} <${predicate}> ${other} .\n`;
  return { head: '', foot: '', between: '', iri, within, link, said, thing };
}
