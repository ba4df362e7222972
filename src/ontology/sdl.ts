/**
 * The text of an SDL as definitions by name, extensions folded in, before anything is understood or judged.
 *
 * graphql-js parses; nothing else of it is used, because its validation neither suggests names nor knows the dialect.
 * Where two definitions share a name the first one counts; `checks/definitions` tells about the other.
 */

import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  GraphQLError,
  Kind,
  type Location,
  type NamedTypeNode,
  type NameNode,
  parse,
  type StringValueNode,
} from 'graphql';
import type { Position, Problem } from '../base/problem.ts';
import type { SourceFile } from '../base/source-file.ts';
import { definitionWords } from './dialect.ts';
import { findDirective, innerName } from './directive-nodes.ts';
import { upgradeDefinitions } from './older-dialect.ts';
import { olderDialect, schemaSyntax, schemaTooDeep } from './problems.ts';

/** An object type or an interface as written, with what `extend` added to it. */
export interface SdlType {
  readonly name: NameNode;
  readonly description: string;
  readonly directives: readonly ConstDirectiveNode[];
  readonly interfaces: readonly NamedTypeNode[];
  readonly fields: readonly FieldDefinitionNode[];
}

export interface SdlUnion {
  readonly name: NameNode;
  readonly description: string;
  readonly directives: readonly ConstDirectiveNode[];
  readonly members: readonly NamedTypeNode[];
}

export interface SdlEnum {
  readonly name: NameNode;
  readonly description: string;
  readonly values: readonly EnumValueDefinitionNode[];
}

export interface Sdl {
  readonly file: SourceFile;
  /** Every definition in the order of the text. */
  readonly definitions: readonly DefinitionNode[];
  readonly objects: ReadonlyMap<string, SdlType>;
  readonly interfaces: ReadonlyMap<string, SdlType>;
  readonly unions: ReadonlyMap<string, SdlUnion>;
  readonly enums: ReadonlyMap<string, SdlEnum>;
  /** Names of the scalars that the text declares. */
  readonly scalars: ReadonlySet<string>;
  /** Names of the directives that the text defines. */
  readonly declaredDirectives: ReadonlySet<string>;
}

/** Parses the text; a syntax error ends the reading, since nothing behind it can be trusted. */
export function readSdl(file: SourceFile): { readonly sdl: Sdl | undefined; readonly problems: readonly Problem[] } {
  try {
    const { definitions } = parse(file.text);
    const upgraded = upgradeDefinitions(definitions);
    const at = (): Position => placeOf(file, definitions.find((it) => it.kind === Kind.OBJECT_TYPE_DEFINITION) ?? {});
    return { sdl: collect(file, upgraded ?? definitions), problems: upgraded ? [olderDialect(at())] : [] };
  } catch (error) {
    if (error instanceof GraphQLError) {
      return {
        sdl: undefined,
        problems: [schemaSyntax(file.positionAt(error.positions?.[0] ?? 0), error.message, definitionWords)],
      };
    }
    // The parser calls itself for every bracket, so a text of brackets alone exhausts the stack.
    if (error instanceof RangeError) return { sdl: undefined, problems: [schemaTooDeep(file.positionAt(0))] };
    throw error;
  }
}

/** The place of a piece of the text. */
export function placeOf(file: SourceFile, node: { readonly loc?: Location | undefined }): Position {
  const { start, end } = node.loc ?? { start: 0, end: 1 };
  return file.positionAt(start, Math.max(1, end - start));
}

/** Whether a field leads to other nodes, or seems to, instead of holding a value. */
export function leadsToType(sdl: Sdl, field: FieldDefinitionNode): boolean {
  const target = innerName(field.type).name.value;
  return (
    findDirective(field, 'relationship') !== undefined ||
    [sdl.objects, sdl.interfaces, sdl.unions].some((it) => it.has(target))
  );
}

/** A description as one reads it, empty when there is none. */
export function descriptionOf(node: { readonly description?: StringValueNode | undefined }): string {
  return node.description?.value ?? '';
}

export const isNodeType = (type: SdlType): boolean => findDirective(type, 'node') !== undefined;

/** A relation that an interface declares for all its types. */
export const isDeclaredRelation = (field: FieldDefinitionNode): boolean =>
  findDirective(field, 'declareRelationship') !== undefined;

export const isEdgePropertyType = (type: SdlType): boolean =>
  findDirective(type, 'relationshipProperties') !== undefined;

function collect(file: SourceFile, definitions: readonly DefinitionNode[]): Sdl {
  const objects = new Map<string, SdlType>();
  const interfaces = new Map<string, SdlType>();
  const unions = new Map<string, SdlUnion>();
  const enums = new Map<string, SdlEnum>();
  const scalars = new Set<string>();
  for (const it of definitions) {
    if (it.kind === Kind.OBJECT_TYPE_DEFINITION) addOnce(objects, toType(it));
    else if (it.kind === Kind.INTERFACE_TYPE_DEFINITION) addOnce(interfaces, toType(it));
    else if (it.kind === Kind.UNION_TYPE_DEFINITION) {
      const { name, directives = [], types: members = [] } = it;
      addOnce(unions, { name, description: descriptionOf(it), directives, members });
    } else if (it.kind === Kind.ENUM_TYPE_DEFINITION) {
      addOnce(enums, { name: it.name, description: descriptionOf(it), values: it.values ?? [] });
    } else if (it.kind === Kind.SCALAR_TYPE_DEFINITION) scalars.add(it.name.value);
  }
  for (const it of definitions) {
    if (it.kind === Kind.OBJECT_TYPE_EXTENSION) extend(objects, toType(it));
    else if (it.kind === Kind.INTERFACE_TYPE_EXTENSION) extend(interfaces, toType(it));
    else if (it.kind === Kind.UNION_TYPE_EXTENSION) {
      const known = unions.get(it.name.value);
      if (known) unions.set(it.name.value, { ...known, members: [...known.members, ...(it.types ?? [])] });
    } else if (it.kind === Kind.ENUM_TYPE_EXTENSION) {
      const known = enums.get(it.name.value);
      if (known) enums.set(it.name.value, { ...known, values: [...known.values, ...(it.values ?? [])] });
    }
  }
  const own = definitions.filter((it) => it.kind === Kind.DIRECTIVE_DEFINITION).map((it) => it.name.value);
  return {
    file,
    definitions,
    objects,
    interfaces,
    unions,
    enums,
    scalars,
    declaredDirectives: new Set(own),
  };
}

function toType(node: {
  readonly name: NameNode;
  readonly description?: StringValueNode | undefined;
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
  readonly interfaces?: readonly NamedTypeNode[] | undefined;
  readonly fields?: readonly FieldDefinitionNode[] | undefined;
}): SdlType {
  return {
    name: node.name,
    description: descriptionOf(node),
    directives: node.directives ?? [],
    interfaces: node.interfaces ?? [],
    fields: node.fields ?? [],
  };
}

function addOnce<T extends { readonly name: NameNode }>(map: Map<string, T>, it: T): void {
  if (!map.has(it.name.value)) map.set(it.name.value, it);
}

function extend(types: Map<string, SdlType>, more: SdlType): void {
  const known = types.get(more.name.value);
  if (!known) return;
  types.set(more.name.value, {
    ...known,
    directives: [...known.directives, ...more.directives],
    interfaces: [...known.interfaces, ...more.interfaces],
    fields: [...known.fields, ...more.fields],
  });
}
