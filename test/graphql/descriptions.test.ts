import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedDirective,
} from 'graphql';
import { expect, test } from 'vitest';
import { buildGraphSchema } from '../../src/graphql/schema/build-schema.ts';
import { ontologyOf, sdlText } from './sdl-files.ts';

test.each(['shipped', 'kinds'])('every type, field, argument and value of "%s" says what it is', (name) => {
  const schema = buildGraphSchema(ontologyOf(sdlText(name)));
  const silent: string[] = [];
  const check = (path: string, { description }: { description?: string | null | undefined }): void => {
    if (!description?.trim()) silent.push(path);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    check(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      check(`${type.name}.${field.name}`, field);
      for (const argument of 'args' in field ? field.args : []) {
        check(`${type.name}.${field.name}(${argument.name}:)`, argument);
      }
    }
  }
  for (const directive of schema.getDirectives()) {
    if (isSpecifiedDirective(directive)) continue;
    check(`@${directive.name}`, directive);
    for (const argument of directive.args) check(`@${directive.name}(${argument.name}:)`, argument);
  }
  expect(silent).toEqual([]);
});
