/**
 * JSON-LD: RDF as JSON, with its context inside, so that reading it asks no other machine for anything.
 */
import { groupBy } from '../../base/group-by.ts';
import type { GraphView } from '../../views/graph-view.ts';
import { jsonString, type TextSanitiser } from '../escapes.ts';
import type { TextFormat } from '../format.ts';
import type { Assertion, Nested, RdfObject } from './describe-graph.ts';
import { type Namespaces, predicateOf, valueTypes, wellKnown } from './vocabulary.ts';
import { type RdfSyntax, rdfFormat } from './write-rdf.ts';

export const jsonLd: TextFormat = rdfFormat(
  { name: 'json-ld', title: 'JSON-LD', ending: 'jsonld', mediaType: 'application/ld+json' },
  syntax,
);

const { rdf, rdfs, xsd, owl, prov } = wellKnown;

/** What stands behind these predicates is always another resource. */
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
  const short = (iri: string): string => {
    for (const [prefix, space] of names.prefixes) {
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
  const assertions = (all: readonly Assertion[]): string =>
    all
      .map((it) =>
        member(
          it.predicate,
          it.objects.map((object) => objectText(it.predicate, object)),
        ),
      )
      .join('');
  const resource = (name: string, text: string, nested: readonly Nested[]): string => {
    const whole = ({ resource: it }: Nested): string => resource(short(it.iri), assertions(it.assertions), it.nested);
    const inner = [...groupBy(nested, (it) => it.predicate)].map(([predicate, of]) => member(predicate, of.map(whole)));
    return `{"@id":${name}${text}${inner.join('')}}`;
  };
  const context = [
    ...[...names.prefixes].map(([prefix, space]) => `${jsonString(prefix)}:${jsonString(space)}`),
    ...[...types].map(([predicate, type]) => `${short(predicate)}:{"@id":${short(predicate)},"@type":${short(type)}}`),
    ...[...links].map((predicate) => `${short(predicate)}:{"@id":${short(predicate)},"@type":"@id"}`),
  ];
  return {
    head: `{"@context":{\n${context.join(',\n')}\n},"@graph":[\n`,
    foot: '\n]}\n',
    between: ',\n',
    iri: short,
    assertions,
    resource,
  };
}

const TYPE = `${rdf}type`;

/** A literal whose datatype the context tells: a number or truth of JSON where JSON has it. */
function nativeText(text: string, datatype: string, inQuotes: string): string {
  if (datatype === `${xsd}boolean`) return text;
  const isNumber = datatype === `${xsd}double` || (datatype === `${xsd}integer` && Number.isSafeInteger(Number(text)));
  return isNumber && Number.isFinite(Number(text)) ? String(Number(text)) : inQuotes;
}
