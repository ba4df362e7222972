/**
 * The part of an SDL that is served: what the library reads by other means than stored facts is left out of the API,
 * each with a warning, so that a schema written for it loads here unchanged.
 *
 * Leaving out is safe where a client gets "there is no such field" and never another answer. What would be answered
 * otherwise than by the library is refused instead, by the checks.
 */

import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  isTypeDefinitionNode,
  Kind,
} from 'graphql';
import type { Position, Problem } from '../base/problem.ts';
import { isHidden } from './api-directives.ts';
import { leftOutDirectives, rootTypes, servedDirectives } from './dialect.ts';
import { findDirective, innerName } from './directive-nodes.ts';
import * as problems from './problems.ts';
import {
  isDeclaredRelation,
  isEdgePropertyType,
  isNodeType,
  placeOf,
  type Sdl,
  type SdlType,
  type SdlUnion,
} from './sdl.ts';

export interface ServedPart {
  readonly sdl: Sdl;
  readonly problems: readonly Problem[];
}

export function servedPart(sdl: Sdl): ServedPart {
  const found: Problem[] = [];
  for (const definition of sdl.definitions) found.push(...unservedDefinition(sdl, definition));
  const unused = typesWithoutUse(sdl);
  for (const type of unused) {
    found.push(
      problems.leftOut(
        placeOf(sdl.file, type.name),
        `The type "${type.name.value}"`,
        'it is neither "@node" nor "@relationshipProperties"',
      ),
    );
  }
  const gone = new Set([...unused.map((it) => it.name.value), ...rootTypes]);
  const types = new Set(
    sdl.definitions
      .filter(isTypeDefinitionNode)
      .filter(isComposite)
      .map((it) => it.name.value),
  );
  const ofAll = queryOfAll(sdl);
  const served = (type: SdlType): SdlType => ({
    ...type,
    ...(ofAll && !findDirective(type, 'query') && { directives: [...type.directives, ofAll] }),
    fields: type.fields.filter((field) => {
      const problem = unservedField(sdl, types, type, field);
      if (problem) found.push(problem);
      return !problem;
    }),
  });
  const unions = new Map([...sdl.unions].filter(([, it]) => it.members.every(({ name }) => isNode(sdl, name.value))));
  for (const [name, type] of sdl.unions) {
    if (!unions.has(name)) found.push(leftOutUnion(sdl, type));
  }
  const keep = (all: ReadonlyMap<string, SdlType>): ReadonlyMap<string, SdlType> =>
    new Map([...all].filter(([name]) => !gone.has(name)).map(([name, type]) => [name, served(type)]));
  const objects = new Map(
    [...keep(sdl.objects)].filter(([name, { name: at, fields }]) => {
      const isEmptied = fields.length === 0 && sdl.objects.get(name)?.fields.length !== 0 && !isTarget(sdl, name);
      if (isEmptied) found.push(problems.leftOut(placeOf(sdl.file, at), `The type "${name}"`, 'nothing is left of it'));
      return !isEmptied;
    }),
  );
  const implemented = new Set([...objects.values()].flatMap((it) => it.interfaces.map(({ name }) => name.value)));
  const interfaces = new Map(
    [...keep(sdl.interfaces)].filter(([name]) => implemented.has(name) || isTarget(sdl, name)),
  );
  for (const [name, type] of sdl.interfaces) {
    if (!interfaces.has(name)) found.push(problems.interfaceWithoutTypes(placeOf(sdl.file, type.name), name));
  }
  return { sdl: { ...sdl, objects, interfaces, unions }, problems: found };
}

/** `extend schema @query(…)`, which counts for every type that does not say it itself. */
const queryOfAll = (sdl: Sdl): ConstDirectiveNode | undefined =>
  sdl.definitions
    .filter((it) => it.kind === Kind.SCHEMA_EXTENSION || it.kind === Kind.SCHEMA_DEFINITION)
    .flatMap((it) => it.directives ?? [])
    .find((it) => it.name.value === 'query');

const isNode = (sdl: Sdl, name: string): boolean => {
  const type = sdl.objects.get(name);
  return type !== undefined && isNodeType(type);
};

const leftOutUnion = (sdl: Sdl, { name }: SdlUnion): Problem =>
  problems.leftOut(placeOf(sdl.file, name), `The union "${name.value}"`, 'not all its members are "@node"');

const isComposite = ({ kind }: DefinitionNode): boolean =>
  kind !== Kind.SCALAR_TYPE_DEFINITION && kind !== Kind.ENUM_TYPE_DEFINITION;

/** Roots, inputs and directives of one's own: the API makes its roots and inputs itself. */
function* unservedDefinition(sdl: Sdl, definition: DefinitionNode): Generator<Problem> {
  const at = placeOf(sdl.file, 'name' in definition && definition.name ? definition.name : definition);
  const leftOut = (what: string, why: string): Problem => problems.leftOut(at, what, why);
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
      if (rootTypes.has(definition.name.value)) {
        yield leftOut(
          `What "${definition.name.value}" declares`,
          'the API makes its root fields itself, and only reads',
        );
      }
      break;
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      yield leftOut(`The input "${definition.name.value}"`, 'the API makes its inputs itself');
      break;
    case Kind.DIRECTIVE_DEFINITION:
      if (!servedDirectives.has(definition.name.value)) {
        yield leftOut(`The directive "@${definition.name.value}"`, 'it means nothing here');
      }
      break;
    case Kind.SCHEMA_DEFINITION:
      yield leftOut('The schema definition', 'the API makes its root types itself');
      break;
    default:
  }
}

/** Object types without a role that no relationship needs: answers of resolvers, most often. */
function typesWithoutUse(sdl: Sdl): SdlType[] {
  const all = [...sdl.objects.values()];
  if (!all.some(isNodeType)) return [];
  return all.filter(
    (type) =>
      !isNodeType(type) &&
      !isEdgePropertyType(type) &&
      !rootTypes.has(type.name.value) &&
      !findDirective(type, 'jwt') &&
      !type.fields.some((field) => findDirective(field, 'relationship')) &&
      !isTarget(sdl, type.name.value),
  );
}

/** Whether a relationship leads to a type. */
const isTarget = (sdl: Sdl, name: string): boolean =>
  [...sdl.objects.values()].some((type) =>
    type.fields.some((it) => findDirective(it, 'relationship') && innerName(it.type).name.value === name),
  );

function unservedField(
  sdl: Sdl,
  types: ReadonlySet<string>,
  type: SdlType,
  field: FieldDefinitionNode,
): Problem | undefined {
  const name = `${type.name.value}.${field.name.value}`;
  const at: Position = placeOf(sdl.file, field.name);
  const leftOut = (why: string): Problem => problems.leftOut(at, `"${name}"`, why);
  for (const [directive, why] of leftOutDirectives) if (findDirective(field, directive)) return leftOut(why);
  if (field.arguments?.length) return leftOut('answers come from facts alone, and those take no arguments');
  const target = innerName(field.type).name.value;
  if (isHidden(field)) return leftOut('"@selectable" hides it');
  if (!types.has(target)) return undefined;
  const isUnion = sdl.unions.has(target);
  const isOther = !sdl.objects.has(target) && !sdl.interfaces.has(target) && !isUnion;
  const isMixed = isUnion && !sdl.unions.get(target)?.members.every((it) => isNode(sdl, it.name.value));
  if (findDirective(field, 'relationship') || isDeclaredRelation(field)) {
    return isOther || isMixed ? leftOut(`"${target}" is no type to lead to`) : undefined;
  }
  const leadsTo = sdl.objects.get(target);
  if (!isNodeType(type) || isOther || isUnion || (leadsTo && !isNodeType(leadsTo))) {
    return problems.notAProperty(at, name, target);
  }
  return problems.missingRelationship(at, name, target);
}
