/**
 * The ontology out of an SDL whose text is in order (`checkSdl` found no error).
 */

import { type FieldDefinitionNode, Kind } from 'graphql';
import pluralize from 'pluralize';
import { limitsOf, restrictionsOf } from './api-directives.ts';
import { fitsEnvelope } from './checks/edge-envelope.ts';
import { builtInScalars, declaredScalar } from './dialect.ts';
import { findArgument, findArguments, findDirective, innerName } from './directive-nodes.ts';
import {
  concreteTypes,
  type EdgePropertyType,
  type EdgeType,
  type EnumType,
  type InterfaceType,
  type NodeType,
  type Ontology,
  type Property,
  type Relation,
  type RelationField,
  type ScalarName,
} from './ontology.ts';
import { areOppositeEnds, relationsByEdgeType } from './relation-ends.ts';
import {
  descriptionOf,
  isDeclaredRelation,
  isEdgePropertyType,
  isNodeType,
  placeOf,
  type Sdl,
  type SdlEnum,
  type SdlType,
  type SdlUnion,
} from './sdl.ts';

/** Understands the text. */
export function buildOntology(sdl: Sdl): Ontology {
  const enums = mapValues(sdl.enums, toEnum);
  const objects = [...sdl.objects.values()];
  const nodeTypes = byName(objects.filter(isNodeType).map((type) => toNodeType(sdl, enums, type)));
  const interfaces = new Map([
    ...mapValues(sdl.interfaces, (type) => toInterface(sdl, enums, nodeTypes, type)),
    ...mapValues(sdl.unions, (type) => toUnion(sdl, type)),
  ]);
  const carried = byName(objects.filter(isEdgePropertyType).map((type) => toEdgePropertyType(sdl, enums, type)));
  const edgeTypes = joinEnds({ nodeTypes, interfaces });
  const joined = joinedProperties({ nodeTypes }, carried);
  for (const [edgeType, { name }] of joined) {
    edgeTypes.set(edgeType, { ...(edgeTypes.get(edgeType) as EdgeType), properties: name });
  }
  return {
    nodeTypes,
    interfaces,
    edgeTypes,
    edgePropertyTypes: new Map([...carried, ...byName([...joined.values()])]),
    enums,
    sdl: sdl.file.text,
  };
}

function joinEnds(types: Pick<Ontology, 'nodeTypes' | 'interfaces'>): Map<string, EdgeType> {
  const edgeTypes = new Map<string, EdgeType>();
  for (const [name, fields] of relationsByEdgeType(types)) {
    // The field at the source speaks for the edge type: its description reads along the edge.
    const first = fields.find(({ relation }) => relation.direction !== 'IN') ?? fields[0];
    if (!first) continue;
    const symmetric = first.relation.direction === 'BOTH';
    const ends = new Map<string, { from: string; to: string }>();
    for (const source of fields) {
      if (source.relation.direction === 'IN') continue;
      for (const target of fields) {
        const [from, to] = [source.owner, target.owner];
        if (!areOppositeEnds(types, source, target)) continue;
        if (!symmetric || !ends.has(`${to} ${from}`)) ends.set(`${from} ${to}`, { from, to });
      }
    }
    // What is declared at one end only leads to every type that it speaks of.
    for (const end of fields) {
      if (fields.some((other) => areOppositeEnds(types, end, other))) continue;
      for (const other of concreteTypes(types, end.relation.target)) {
        const [from, to] = end.relation.direction === 'IN' ? [other, end.owner] : [end.owner, other];
        if (!symmetric || !ends.has(`${to} ${from}`)) ends.set(`${from} ${to}`, { from, to });
      }
    }
    const { description, at } = first.relation;
    const properties = fields.map(({ relation }) => relation.properties).find((it) => it !== undefined);
    edgeTypes.set(name, { name, description, symmetric, ends: [...ends.values()], properties, at });
  }
  return edgeTypes;
}

/** What edges carry whose type is declared with several edge property types: all of them together, nothing required. */
function joinedProperties(
  types: Pick<Ontology, 'nodeTypes'>,
  carried: ReadonlyMap<string, EdgePropertyType>,
): Map<string, EdgePropertyType> {
  const joined = new Map<string, EdgePropertyType>();
  for (const [edgeType, ends] of relationsByEdgeType(types)) {
    const names = [...new Set(ends.flatMap(({ relation }) => relation.properties ?? []))];
    const [first, ...others] = names.flatMap((it) => carried.get(it) ?? []);
    if (!first || others.length === 0) continue;
    const all = [first, ...others].flatMap((it) => [...it.properties.values()]);
    const properties = new Map(all.map((it) => [it.name, { ...it, required: false }]));
    const description = `What edges of "${edgeType}" carry: ${names.join(' or ')}.`;
    joined.set(edgeType, { name: names.join('Or'), description, properties, joins: names, at: first.at });
  }
  return joined;
}

function toNodeType(sdl: Sdl, enums: ReadonlyMap<string, EnumType>, type: SdlType): NodeType {
  const relations = type.fields.filter((field) => findDirective(field, 'relationship'));
  return {
    ...toNamed(sdl, enums, type),
    plural: pluralOf(type),
    ...limitsOf(type),
    interfaces: type.interfaces.map((it) => it.name.value),
    relations: new Map(relations.map((field) => [field.name.value, toRelation(sdl, type, field)])),
  };
}

function toInterface(
  sdl: Sdl,
  enums: ReadonlyMap<string, EnumType>,
  nodeTypes: ReadonlyMap<string, NodeType>,
  type: SdlType,
): InterfaceType {
  const implementing = [...nodeTypes.values()].filter((it) => it.interfaces.includes(type.name.value));
  return {
    ...toNamed(sdl, enums, type),
    plural: pluralOf(type),
    ...limitsOf(type),
    declared: byField(type.fields.filter(isDeclaredRelation).map(toRelationField(sdl))),
    implementations: implementing.map((it) => it.name),
  };
}

function toUnion(sdl: Sdl, type: SdlUnion): InterfaceType {
  return {
    name: type.name.value,
    description: type.description,
    plural: pluralOf(type),
    ...limitsOf(type),
    properties: new Map(),
    declared: new Map(),
    implementations: type.members.map((it) => it.name.value),
    isUnion: true,
    at: placeOf(sdl.file, type.name),
  };
}

/** What every kind of type has: name, description, properties, place. */
function toNamed(sdl: Sdl, enums: ReadonlyMap<string, EnumType>, type: SdlType): EdgePropertyType {
  const properties = type.fields.filter((it) => !findDirective(it, 'relationship') && !isDeclaredRelation(it));
  return {
    name: type.name.value,
    description: type.description,
    properties: new Map(properties.map((field) => [field.name.value, toProperty(sdl, enums, field)])),
    at: placeOf(sdl.file, type.name),
  };
}

function toEdgePropertyType(sdl: Sdl, enums: ReadonlyMap<string, EnumType>, type: SdlType): EdgePropertyType {
  const directive = findDirective(type, 'tenure');
  const tenure = findArguments(directive, 'same').map((it) => it.split(',').map((phrase) => phrase.trim()));
  const named = toNamed(sdl, enums, type);
  const properties = mapValues(named.properties, (it) => (fitsEnvelope(it) ? it : { ...it, storedAs: `${it.name}_` }));
  return { ...named, properties, ...(directive && { tenure }) };
}

function toProperty(sdl: Sdl, enums: ReadonlyMap<string, EnumType>, field: FieldDefinitionNode): Property {
  const required = field.type.kind === Kind.NON_NULL_TYPE;
  const bare = field.type.kind === Kind.NON_NULL_TYPE ? field.type.type : field.type;
  const inner = innerName(bare).name.value;
  const enumType = enums.get(inner);
  return {
    name: field.name.value,
    kind: enumType
      ? { enum: enumType }
      : isServedScalar(inner)
        ? { scalar: inner }
        : { scalar: 'Custom', declared: inner },
    list: bare.kind === Kind.LIST_TYPE,
    required,
    ...restrictionsOf(field),
    description: descriptionOf(field),
    at: placeOf(sdl.file, field.name),
  };
}

const isServedScalar = (name: string): name is ScalarName =>
  name === declaredScalar || (builtInScalars as ReadonlySet<string>).has(name);

const toRelationField =
  (sdl: Sdl) =>
  (field: FieldDefinitionNode): RelationField => {
    const isOne = field.type.kind === Kind.NAMED_TYPE;
    return {
      field: field.name.value,
      target: innerName(field.type).name.value,
      ...(isOne && { single: true }),
      ...restrictionsOf(field),
      description: descriptionOf(field),
      at: placeOf(sdl.file, field.name),
    };
  };

function toRelation(sdl: Sdl, owner: SdlType, field: FieldDefinitionNode): Relation {
  const declaredBy = owner.interfaces.find(({ name }) =>
    sdl.interfaces.get(name.value)?.fields.some((it) => isDeclaredRelation(it) && it.name.value === field.name.value),
  )?.name.value;
  const directive = findDirective(field, 'relationship');
  const undirected = findArgument(directive, 'queryDirection') === 'UNDIRECTED';
  return {
    ...toRelationField(sdl)(field),
    edgeType: findArgument(directive, 'type') ?? '',
    direction: undirected ? 'BOTH' : findArgument(directive, 'direction') === 'IN' ? 'IN' : 'OUT',
    properties: findArgument(directive, 'properties'),
    ...(declaredBy !== undefined && { declaredBy }),
  };
}

function toEnum(type: SdlEnum): EnumType {
  const values = type.values.map((value) => ({ name: value.name.value, description: descriptionOf(value) }));
  return { name: type.name.value, description: type.description, values };
}

const pluralOf = (type: Pick<SdlType, 'name' | 'directives'>): string =>
  listName(type.name.value, findArgument(findDirective(type, 'plural'), 'value'));

/**
 * The list field of a type, as `@neo4j/graphql` 7 makes it: a client must find `unnamedGroups` in both APIs. Camel case,
 * then the plural of `pluralize`, then the underscores that the name began with; a plural that is given is put in camel
 * case too.
 */
function listName(type: string, given: string | undefined): string {
  const plural = given === undefined ? pluralize(camelCase(type)) : camelCase(given);
  return (/^(_+)./.exec(given ?? type)?.[1] ?? '') + plural;
}

/** Words begin at separators, at a capital behind a small letter, and at the last of several capitals before one. */
function camelCase(name: string): string {
  return (
    name
      .trim()
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
      .replace(/(\p{Lu})(\p{Lu})(?=\p{Ll})/gu, '$1-$2')
      .replace(/^[_.\- ]+/, '')
      .toLowerCase()
      // What stands behind the separators is taken in any case, so that no pattern goes back over them.
      .replace(/[_.\- ]+(.?)/gsu, (all, next: string) => (/^[\p{Alpha}\p{N}]?$/u.test(next) ? next.toUpperCase() : all))
      .replace(/\d+([\p{Alpha}\p{N}]|$)/gu, (digits) => digits.toUpperCase())
  );
}

const byField = (all: readonly RelationField[]): Map<string, RelationField> => new Map(all.map((it) => [it.field, it]));

function byName<T extends { readonly name: string }>(things: readonly T[]): Map<string, T> {
  return new Map(things.map((it) => [it.name, it]));
}

function mapValues<A, B>(map: ReadonlyMap<string, A>, to: (value: A) => B): Map<string, B> {
  return new Map([...map].map(([key, value]) => [key, to(value)]));
}
