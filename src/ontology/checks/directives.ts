/**
 * Each directive is one of the dialect, served here, in its place, once, with the arguments it takes.
 */

import {
  type ASTNode,
  type DefinitionNode,
  type DirectiveNode,
  type FieldDefinitionNode,
  Kind,
  print,
  type ValueNode,
} from 'graphql';
import type { Position, Problem } from '../../base/problem.ts';
import {
  type DirectiveArgument,
  type DirectivePlace,
  type DirectiveUse,
  ignoredDirectives,
  refusedDirectives,
  servedDirectives,
} from '../dialect.ts';
import { findDirective } from '../directive-nodes.ts';
import * as problems from '../problems.ts';
import { isDeclaredRelation, placeOf, type Sdl } from '../sdl.ts';

const placeOfKind: ReadonlyMap<Kind, DirectivePlace> = new Map<Kind, DirectivePlace>([
  [Kind.OBJECT_TYPE_DEFINITION, 'object type'],
  [Kind.OBJECT_TYPE_EXTENSION, 'object type'],
  [Kind.INTERFACE_TYPE_DEFINITION, 'interface'],
  [Kind.INTERFACE_TYPE_EXTENSION, 'interface'],
  [Kind.UNION_TYPE_DEFINITION, 'union'],
  [Kind.UNION_TYPE_EXTENSION, 'union'],
  [Kind.ENUM_TYPE_DEFINITION, 'enum'],
  [Kind.ENUM_TYPE_EXTENSION, 'enum'],
  [Kind.ENUM_VALUE_DEFINITION, 'enum value'],
  [Kind.SCALAR_TYPE_DEFINITION, 'scalar'],
  [Kind.SCHEMA_DEFINITION, 'schema'],
  [Kind.SCHEMA_EXTENSION, 'schema'],
]);

const written = [...servedDirectives.keys()].map((name) => `@${name}`);

export function* knownDirectives(sdl: Sdl): Generator<Problem> {
  for (const definition of sdl.definitions) {
    for (const node of partsOf(definition)) {
      const isField = node.kind === Kind.FIELD_DEFINITION;
      const isInterface =
        definition.kind === Kind.INTERFACE_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_EXTENSION;
      const place = isField ? placeOfField(node, isInterface) : placeOfKind.get(node.kind);
      if (!place || !('directives' in node)) continue;
      const seen = new Set<string>();
      for (const directive of node.directives ?? []) {
        yield* judge(sdl, directive, place, seen.has(directive.name.value));
        seen.add(directive.name.value);
      }
    }
  }
}

function placeOfField(field: FieldDefinitionNode, isOfInterface: boolean): DirectivePlace {
  if (findDirective(field, 'relationship')) return 'relationship field';
  return isOfInterface && isDeclaredRelation(field) ? 'interface relation' : 'property';
}

/** A definition and the fields or values in it. */
function* partsOf(definition: DefinitionNode): Generator<ASTNode> {
  yield definition;
  if ('fields' in definition) yield* definition.fields ?? [];
  if ('values' in definition) yield* definition.values ?? [];
}

function* judge(sdl: Sdl, directive: DirectiveNode, place: DirectivePlace, isRepeated: boolean): Generator<Problem> {
  const name = directive.name.value;
  const at = placeOfName(sdl, directive);
  const use = servedDirectives.get(name);
  const refusal = refusedDirectives.get(name);
  if (ignoredDirectives.has(name) || (!use && sdl.declaredDirectives.has(name))) return;
  if (refusal !== undefined) yield problems.outsideDialect(at, `"@${name}" is`, refusal);
  else if (!use) yield problems.unknownDirective(at, `@${name}`, written);
  else if (!use.places.includes(place)) yield problems.misplacedDirective(at, name, place, use.places);
  else if (isRepeated) yield problems.repeatedDirective(at, name);
  else yield* judgeArguments(sdl, directive, use);
}

function* judgeArguments(sdl: Sdl, directive: DirectiveNode, use: DirectiveUse): Generator<Problem> {
  const name = directive.name.value;
  const given = new Set<string>();
  for (const argument of directive.arguments ?? []) {
    const expected = use.arguments.get(argument.name.value);
    const at = placeOf(sdl.file, argument.name);
    if (given.has(argument.name.value)) yield problems.duplicateName(at, 'argument', argument.name.value, '');
    given.add(argument.name.value);
    if (!expected) yield problems.unknownArgument(at, name, argument.name.value, [...use.arguments.keys()]);
    else if (!fits(argument.value, expected)) {
      const words = typeof expected.takes === 'string' ? [] : expected.takes;
      yield problems.badArgument(placeOf(sdl.file, argument.value), argument.name.value, print(argument.value), words);
    }
  }
  for (const [argument, { required }] of use.arguments) {
    if (required && !given.has(argument)) yield problems.missingArgument(placeOfName(sdl, directive), name, argument);
  }
}

function fits(value: ValueNode, { takes, list }: DirectiveArgument): boolean {
  if (list && value.kind === Kind.LIST) return value.values.every((it) => isOne(it, takes));
  return isOne(value, takes);
}

function isOne(value: ValueNode, takes: DirectiveArgument['takes']): boolean {
  if (takes === 'anything') return true;
  if (takes === 'text') return value.kind === Kind.STRING && value.value.trim() !== '';
  return value.kind !== Kind.STRING && takes.includes(print(value));
}

/** The `@` and the name, without the arguments. */
function placeOfName(sdl: Sdl, { loc, name }: DirectiveNode): Position {
  const start = loc?.start ?? 0;
  return sdl.file.positionAt(start, (name.loc?.end ?? start) - start);
}
