/**
 * JSON-LD: RDF as JSON, with its context inside, so that reading it asks no other machine for anything.
 */
import { groupBy } from '../../base/group-by.ts';
import type { GraphView } from '../../views/graph-view.ts';
import type { TextFormat } from '../format.ts';
import { jsonString } from '../json-text.ts';
import { type Namespaces, wellKnown } from '../rdf/namespaces.ts';
import type { Part, RdfObject, RdfSyntax, Said } from '../rdf/thing.ts';
import { predicateOf, valueTypes } from '../rdf/vocabulary.ts';
import { writeRdf } from '../rdf/write-rdf.ts';
import type { TextSanitiser } from '../sanitise-text.ts';

export const jsonLd: TextFormat = {
  name: 'json-ld',
  title: 'JSON-LD',
  ending: 'jsonld',
  mediaType: 'application/ld+json',
  options: ['base'],
  write: (view, options) => writeRdf(view, options, syntax),
};

const { rdf, rdfs, xsd, owl, prov } = wellKnown;

/** What stands behind these predicates is always another thing. */
const LINKS = [
  `${rdf}subject`,
  `${rdf}predicate`,
  `${rdfs}subClassOf`,
  `${owl}sameAs`,
  `${prov}wasDerivedFrom`,
  `${prov}entity`,
];

function syntax({ ontology }: GraphView, names: Namespaces, sanitiser: TextSanitiser): RdfSyntax {
  const links = new Set([...LINKS, names.term('premise')]);
  const types = new Map(
    [...valueTypes(ontology)].flatMap(([name, type]) =>
      typeof type === 'object' ? [[predicateOf(name, names), type.datatype] as const] : [],
    ),
  );
  const spaces = [...names.prefixes];
  const short = (iri: string): string => {
    for (const [prefix, space] of spaces) {
      if (iri.startsWith(space)) return jsonString(`${prefix}:${iri.slice(space.length)}`);
    }
    return jsonString(iri);
  };
  const objectText = (predicate: string, it: RdfObject): string => {
    if ('iri' in it) return predicate === TYPE || links.has(predicate) ? short(it.iri) : `{"@id":${short(it.iri)}}`;
    const text = jsonString(sanitiser.clean(it.text));
    const known = types.get(predicate);
    if (it.datatype === known) return it.datatype === undefined ? text : nativeText(it.text, it.datatype, text);
    return it.datatype === undefined ? `{"@value":${text}}` : `{"@value":${text},"@type":${short(it.datatype)}}`;
  };
  const member = (predicate: string, values: readonly string[]): string => {
    const key = predicate === TYPE ? '"@type"' : short(predicate);
    return `,${key}:${values.length === 1 ? values[0] : `[${values.join(',')}]`}`;
  };
  const said = (all: readonly Said[]): string =>
    all
      .map(({ predicate, objects }) =>
        member(
          predicate,
          objects.map((it) => objectText(predicate, it)),
        ),
      )
      .join('');
  const thing = (name: string, text: string, parts: readonly Part[]): string => {
    const inner = [...groupBy(parts, (it) => it.predicate)].map(([predicate, those]) =>
      member(
        predicate,
        those.map((it) => thing(short(it.thing.iri), said(it.thing.said), it.thing.parts)),
      ),
    );
    return `{"@id":${name}${text}${inner.join('')}}`;
  };
  const within = (space: string): ((end: string) => string) => {
    const [prefix = ''] = spaces.find(([, it]) => it === space) ?? [];
    return (end) => `"${prefix}:${end}"`;
  };
  const link = (predicate: string): ((other: string) => string) => {
    const start = `,${short(predicate)}:`;
    return links.has(predicate) ? (other) => start + other : (other) => `${start}{"@id":${other}}`;
  };
  const context = [
    ...spaces.map(([prefix, space]) => `${jsonString(prefix)}:${jsonString(space)}`),
    ...[...types].map(([predicate, type]) => `${short(predicate)}:{"@id":${short(predicate)},"@type":${short(type)}}`),
    ...[...links].map((predicate) => `${short(predicate)}:{"@id":${short(predicate)},"@type":"@id"}`),
  ];
  return {
    head: `{"@context":{\n${context.join(',\n')}\n},"@graph":[\n`,
    foot: '\n]}\n',
    between: ',\n',
    iri: short,
    within,
    link,
    said,
    thing,
  };
}

const TYPE = `${rdf}type`;

/** A literal whose datatype the context tells: a number or truth of JSON where JSON has it. */
function nativeText(text: string, datatype: string, inQuotes: string): string {
  if (datatype === `${xsd}boolean`) return text;
  const isNumber = datatype === `${xsd}double` || (datatype === `${xsd}integer` && Number.isSafeInteger(Number(text)));
  return isNumber && Number.isFinite(Number(text)) ? String(Number(text)) : inQuotes;
}
