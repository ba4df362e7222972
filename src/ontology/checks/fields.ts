/**
 * Checks of the fields of types: what they hold, where they lead, and what an interface asks of those who implement it.
 */

import {
  type FieldDefinitionNode,
  isTypeDefinitionNode,
  Kind,
  type NamedTypeNode,
  print,
  type TypeNode,
} from 'graphql';
import type { Problem } from '../../base/problem.ts';
import { builtInScalars, declaredScalar } from '../dialect.ts';
import { findArgument, findDirective, innerName } from '../directive-nodes.ts';
import * as problems from '../problems.ts';
import {
  isDeclaredRelation,
  isEdgePropertyType,
  isNodeType,
  leadsToType,
  placeOf,
  type Sdl,
  type SdlType,
} from '../sdl.ts';

export const fieldChecks: readonly ((sdl: Sdl) => Iterable<Problem>)[] = [
  knownTypes,
  propertyForms,
  relationForms,
  plainInterfaces,
  implementedInterfaces,
];

/** Every type that a field, an `implements` or a relationship names exists. */
function* knownTypes(sdl: Sdl): Generator<Problem> {
  const known = new Set<string>([
    ...builtInScalars,
    // Inputs too: that they are not served is said where they are declared.
    ...sdl.definitions.filter(isTypeDefinitionNode).map((it) => it.name.value),
  ]);
  const edgeProperties = new Set([...sdl.objects].filter(([, type]) => isEdgePropertyType(type)).map(([name]) => name));
  for (const { members } of sdl.unions.values()) for (const it of members) yield* namedType(sdl, it, known);
  for (const type of [...sdl.objects.values(), ...sdl.interfaces.values()]) {
    for (const it of type.interfaces) {
      const name = it.name.value;
      if (!sdl.interfaces.has(name)) yield problems.notAnInterface(placeOf(sdl.file, it), name, sdl.interfaces.keys());
    }
    for (const field of type.fields) {
      yield* namedType(sdl, innerName(field.type), known);
      const relationship = findDirective(field, 'relationship');
      const properties = findArgument(relationship, 'properties');
      if (relationship && properties !== undefined && !edgeProperties.has(properties)) {
        const argument = relationship.arguments?.find((it) => it.name.value === 'properties');
        yield problems.unknownEdgeProperties(
          placeOf(sdl.file, argument?.value ?? relationship),
          properties,
          edgeProperties,
        );
      }
    }
  }
}

function* namedType(sdl: Sdl, type: NamedTypeNode, known: ReadonlySet<string>): Generator<Problem> {
  const name = type.name.value;
  if (known.has(name)) return;
  const at = placeOf(sdl.file, type);
  if (name === declaredScalar) yield problems.undeclaredScalar(at, name);
  else yield problems.unknownTypeName(at, name, known);
}

/**
 * Properties are scalars, enums, or flat lists of them; what leads to another type is a relationship and says so.
 */
function* propertyForms(sdl: Sdl): Generator<Problem> {
  for (const type of sdl.objects.values()) {
    if (isEdgePropertyType(type) && type.fields.length === 0) {
      yield problems.emptyType(placeOf(sdl.file, type.name), 'type', type.name.value, 'fields');
    }
    // Types without a role are found by `typeRoles`; nothing can be said of their fields.
    if (isNodeType(type) || isEdgePropertyType(type)) yield* judgeProperties(sdl, type);
  }
  for (const type of sdl.interfaces.values()) yield* judgeProperties(sdl, type);
}

function* judgeProperties(sdl: Sdl, type: SdlType): Generator<Problem> {
  for (const field of type.fields) {
    const name = `${type.name.value}.${field.name.value}`;
    const target = innerName(field.type).name.value;
    if (!leadsToType(sdl, field) && !isFlat(field)) {
      yield problems.propertyListForm(placeOf(sdl.file, field.type), name, print(field.type), target);
    }
  }
}

/** T, T!, [T!] and [T!]!: what a property of a node or an edge can hold. */
function isFlat(field: FieldDefinitionNode): boolean {
  const bare = field.type.kind === Kind.NON_NULL_TYPE ? field.type.type : field.type;
  if (bare.kind === Kind.NAMED_TYPE) return true;
  return bare.type.kind === Kind.NON_NULL_TYPE && bare.type.type.kind === Kind.NAMED_TYPE;
}

/** Relationships are lists, `[T!]!`, or lead to one that may be missing, `T`: of a node type, an interface or a union. */
function* relationForms(sdl: Sdl): Generator<Problem> {
  for (const type of sdl.objects.values()) {
    if (!isNodeType(type) && !isEdgePropertyType(type)) continue;
    for (const field of type.fields) if (findDirective(field, 'relationship')) yield* judgeRelation(sdl, type, field);
  }
  for (const type of sdl.interfaces.values()) {
    for (const field of type.fields) if (isDeclaredRelation(field)) yield* judgeRelation(sdl, type, field);
  }
}

function* judgeRelation(sdl: Sdl, type: SdlType, field: FieldDefinitionNode): Generator<Problem> {
  const name = `${type.name.value}.${field.name.value}`;
  const target = innerName(field.type).name.value;
  const written = print(field.type);
  const at = placeOf(sdl.file, field.type);
  if (isEdgePropertyType(type)) {
    yield problems.outsideDialect(
      placeOf(sdl.file, field.name),
      `A relationship outside a node type ("${name}") is`,
      'Move it.',
    );
  } else if (!canBeReached(sdl, target)) {
    yield problems.relationTarget(at, name, target);
  } else if (written === `${target}!`) {
    yield problems.requiredOne(at, name, target);
  } else if (written !== `[${target}!]!` && written !== target) {
    yield problems.relationListForm(at, name, written, target);
  }
}

/** Scalars, enums and edge properties are no place to go. Unknown names are found by `knownTypes`. */
function canBeReached(sdl: Sdl, target: string): boolean {
  const type = sdl.objects.get(target);
  if (type) return !isEdgePropertyType(type);
  const isScalar = (builtInScalars as ReadonlySet<string>).has(target) || sdl.scalars.has(target);
  return !isScalar && !sdl.enums.has(target);
}

/** Interfaces have fields, and no edges of their own: each node type says by which edges it has what they declare. */
function* plainInterfaces(sdl: Sdl): Generator<Problem> {
  for (const [name, type] of sdl.interfaces) {
    if (type.fields.length === 0) yield problems.emptyType(placeOf(sdl.file, type.name), 'interface', name, 'fields');
    for (const field of type.fields.filter((it) => findDirective(it, 'relationship'))) {
      yield problems.interfaceWithRelation(placeOf(sdl.file, field.name), `${name}.${field.name.value}`);
    }
  }
}

/** A node type that implements an interface has the interface's fields, of the same types; it may require more. */
function* implementedInterfaces(sdl: Sdl): Generator<Problem> {
  for (const type of sdl.objects.values()) {
    for (const reference of type.interfaces) {
      for (const field of sdl.interfaces.get(reference.name.value)?.fields ?? []) {
        if (!leadsToType(sdl, field) || isDeclaredRelation(field)) {
          yield* judgeImplemented(sdl, type, reference, field);
        }
      }
    }
  }
}

function* judgeImplemented(
  sdl: Sdl,
  type: SdlType,
  reference: NamedTypeNode,
  expected: FieldDefinitionNode,
): Generator<Problem> {
  const typeName = type.name.value;
  const owner = reference.name.value;
  const found = type.fields.find((field) => field.name.value === expected.name.value);
  if (!found) {
    const fields = type.fields.map((field) => field.name.value);
    yield problems.missingField(placeOf(sdl.file, reference), typeName, expected.name.value, owner, fields);
  } else if (isDeclaredRelation(expected) && !findDirective(found, 'relationship')) {
    yield problems.undeclaredEdges(placeOf(sdl.file, found.name), `${typeName}.${found.name.value}`, owner);
  } else if (!isAtLeast(found.type, expected.type)) {
    const name = `${typeName}.${found.name.value}`;
    yield problems.fieldDiffers(placeOf(sdl.file, found.type), name, print(found.type), owner, print(expected.type));
  }
}

/** The same type, or the same made required: whoever reads the interface still gets what it promises. */
const isAtLeast = (found: TypeNode, expected: TypeNode): boolean =>
  print(found) === print(expected) || (found.kind === Kind.NON_NULL_TYPE && print(found.type) === print(expected));
