/**
 * Every sentence that reading and checking an ontology can say, and whoever names what it lacks can hear.
 *
 * Each names the thing in quotes, says what was expected, and ends with the remedy or the nearest known name.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { type Position, type Problem, problem, warning } from '../base/problem.ts';

/** Names in quotes, joined as a sentence joins them: `"a", "b" or "c"`. */
const listed = (names: Iterable<string>, last = 'and'): string => {
  const quoted = [...names].map((name) => `"${name}"`);
  const end = quoted.pop() ?? '';
  return quoted.length === 0 ? end : `${quoted.join(', ')} ${last} ${end}`;
};

/** `message` is the parser's; where a definition begins with an unknown word, the nearest of `words` is offered. */
export const schemaSyntax = (at: Position, message: string, words: readonly string[]): Problem => {
  const found = message.replace(/^Syntax Error: /, '').replace('<EOF>', 'end of the file');
  const unexpected = /^Unexpected Name "(.*)"\.$/.exec(found)?.[1];
  const hint = unexpected === undefined ? '' : didYouMean(unexpected, words);
  return problem('schema-syntax', at, `The schema cannot be read: ${found}${hint}`);
};

export const schemaTooDeep = (at: Position): Problem =>
  problem('schema-too-deep', at, 'The schema cannot be read: its brackets are nested too deep.');

export const olderDialect = (at: Position): Problem =>
  warning(
    'older-dialect',
    at,
    'The schema is written for version 5 of the Neo4j GraphQL Library or an older one, and is read as what it says in version 7: types as @node, lists as [T!]!. `diplograph schema --upgrade` prints it so.',
  );

export const noNodeTypes = (at: Position): Problem =>
  problem('no-node-types', at, 'The schema declares no node type. Write at least one: type State @node { id: ID! }');

/** Something that GraphQL or the library knows and that is not served; `remedy` says what to do instead. */
export const outsideDialect = (at: Position, what: string, remedy: string): Problem =>
  problem('outside-dialect', at, `${what} not served here. ${remedy}`);

/** Something that an SDL for the library may say and the API goes without. */
export const leftOut = (at: Position, what: string, why: string): Problem =>
  warning('left-out', at, `${what} is left out of the API: ${why}.`);

export const knownAlready = (at: Position, what: string, name: string): Problem =>
  problem('duplicate-name', at, `The ${what} "${name}" is known already. Remove this definition.`);

export const duplicateName = (at: Position, what: string, name: string, where: string): Problem =>
  problem('duplicate-name', at, `The ${what} "${name}" is declared twice${where}. Keep one, or rename one.`);

/** Directive names come with their `@`, so that the suggestion has it too. */
export const unknownDirective = (at: Position, name: string, known: Iterable<string>): Problem =>
  problem('unknown-directive', at, `There is no directive "${name}".${didYouMean(name, known)}`);

const withArticle = (places: readonly string[]): string =>
  places.map((place) => (/^[aeiou]/.test(place) ? `an ${place}` : `a ${place}`)).join(' or ');

export const misplacedDirective = (at: Position, name: string, place: string, places: readonly string[]): Problem =>
  problem('misplaced-directive', at, `"@${name}" cannot stand on this ${place}; it belongs on ${withArticle(places)}.`);

export const repeatedDirective = (at: Position, name: string): Problem =>
  problem('repeated-directive', at, `"@${name}" stands here twice. Keep one.`);

export const unknownArgument = (at: Position, directive: string, name: string, known: readonly string[]): Problem => {
  const hint = didYouMean(name, known) || (known.length > 0 ? ` It takes ${listed(known)}.` : ' It takes none.');
  return problem('unknown-argument', at, `"@${directive}" has no argument "${name}".${hint}`);
};

export const missingArgument = (at: Position, directive: string, name: string): Problem =>
  problem('missing-argument', at, `"@${directive}" needs the argument "${name}".`);

export const badArgument = (at: Position, argument: string, found: string, words: readonly string[]): Problem => {
  const expected = words.length > 0 ? listed(words, 'or').replaceAll('"', '') : 'a text that is not empty';
  return problem('bad-argument', at, `"${argument}" takes ${expected}, not ${found}.${didYouMean(found, words)}`);
};

export const unknownTypeName = (at: Position, name: string, known: Iterable<string>): Problem =>
  problem('unknown-type', at, `There is no type "${name}".${didYouMean(name, known)}`);

export const undeclaredScalar = (at: Position, name: string): Problem =>
  problem('unknown-type', at, `The scalar "${name}" is not declared. Add the line: scalar ${name}`);

export const notAnInterface = (at: Position, name: string, known: Iterable<string>): Problem =>
  problem('unknown-type', at, `There is no interface "${name}".${didYouMean(name, known)}`);

export const typeWithoutRole = (at: Position, name: string): Problem =>
  problem(
    'type-without-role',
    at,
    `Nothing says what "${name}" is. Write "@node" behind a node type, "@relationshipProperties" behind what edges carry.`,
  );

export const typeWithTwoRoles = (at: Position, name: string): Problem =>
  problem('type-with-two-roles', at, `"${name}" is both "@node" and "@relationshipProperties". Keep one.`);

export const emptyType = (at: Position, what: string, name: string, parts: string): Problem =>
  problem('empty-type', at, `The ${what} "${name}" has no ${parts}. Give it one, or remove it.`);

export const propertyListForm = (at: Position, field: string, type: string, inner: string): Problem =>
  problem(
    'property-list-form',
    at,
    `The list "${field}" is ${type}; lists of properties are [${inner}!] or [${inner}!]!.`,
  );

export const missingRelationship = (at: Position, field: string, target: string): Problem =>
  warning(
    'missing-relationship',
    at,
    `"${field}" leads to "${target}", says no edge type, and is left out. Add @relationship(type: "…", direction: OUT), or IN.`,
  );

export const notAProperty = (at: Position, field: string, target: string): Problem =>
  warning(
    'not-a-property',
    at,
    `"${field}" is a "${target}" and is left out; properties are scalars, enums, or lists of them.`,
  );

export const relationListForm = (at: Position, field: string, type: string, inner: string): Problem =>
  problem('relation-list-form', at, `The relationship "${field}" is ${type}; write [${inner}!]!.`);

export const requiredOne = (at: Position, field: string, target: string): Problem =>
  problem(
    'relation-list-form',
    at,
    `The relationship "${field}" is ${target}!, and no fact can promise that there is one; write ${target}, or [${target}!]! for many.`,
  );

export const relationTarget = (at: Position, field: string, target: string): Problem =>
  problem(
    'relation-target',
    at,
    `The relationship "${field}" leads to "${target}", which is no node type, interface or union.`,
  );

export const unknownEdgeProperties = (at: Position, name: string, known: Iterable<string>): Problem => {
  const hint = didYouMean(name, known) || ' Declare it as an object type with "@relationshipProperties".';
  return problem('unknown-edge-properties', at, `There is no edge property type "${name}".${hint}`);
};

export const interfaceWithRelation = (at: Position, field: string): Problem =>
  problem(
    'interface-with-relation',
    at,
    `"${field}" is a relationship, and interfaces have no edges. Write @declareRelationship here, and @relationship on each node type.`,
  );

export const undeclaredEdges = (at: Position, field: string, owner: string): Problem =>
  problem(
    'interface-with-relation',
    at,
    `"${field}" is a relation that the interface "${owner}" declares. Say by which edges: @relationship(type: "…", direction: OUT), or IN.`,
  );

export const interfaceWithoutTypes = (at: Position, name: string): Problem =>
  warning(
    'interface-without-types',
    at,
    `No node type implements "${name}", so it is left out. Remove it, or add "implements ${name}".`,
  );

export const missingField = (at: Position, type: string, name: string, owner: string, fields: string[]): Problem =>
  problem(
    'missing-field',
    at,
    `"${type}" implements "${owner}" and lacks its field "${name}".${didYouMean(name, fields)}`,
  );

export const fieldDiffers = (at: Position, field: string, type: string, owner: string, expected: string): Problem =>
  problem('field-differs', at, `"${field}" is ${type}, and the interface "${owner}" says ${expected}.`);

export const missingId = (at: Position, type: string): Problem =>
  warning(
    'missing-id',
    at,
    `The node type "${type}" shows no id, so answers cannot name its nodes. Add the field: id: ID!`,
  );

export const wrongId = (at: Position, field: string, found: string): Problem =>
  problem('missing-id', at, `"${field}" is ${found}; ids are texts or whole numbers. Write ID!, or rename the field.`);

export const reservedName = (at: Position, what: string, name: string, why: string): Problem =>
  problem('reserved-name', at, `The ${what} cannot be called "${name}": ${why}. Rename it.`);

export const nestedProperty = (at: Position, name: string): Problem =>
  warning(
    'nested-property',
    at,
    `Entries of facts have a key "${name}" of their own, so they give this one its value under "properties": { ${name}: … }.`,
  );

export const nameClash = (at: Position | undefined, name: string, first: string, second: string): Problem =>
  problem('name-clash', at, `The API would need the name "${name}" twice: for ${first} and for ${second}. Rename one.`);

export const badPlural = (at: Position, type: string, plural: string): Problem =>
  problem('bad-plural', at, `"${plural}" cannot be the list field of "${type}". Give letters: @plural(value: "…").`);

export const oneEndedRelation = (
  at: Position,
  field: string,
  edgeType: string,
  place: string,
  line: string,
  known: Iterable<string>,
): Problem => {
  const hint = didYouMean(edgeType, known) || ` Add to ${place}: ${line}`;
  return warning('one-ended-relation', at, `"${field}" ("${edgeType}") has no other end on ${place}.${hint}`);
};

export const sameDirection = (at: Position, first: string, second: string, direction: string): Problem =>
  warning(
    'same-direction',
    at,
    `"${first}" and "${second}" both say direction ${direction}, so they are two relations. To be the ends of one, one says OUT, the other IN.`,
  );

export const edgePropertiesDiffer = (
  at: Position,
  field: string,
  found: string,
  other: string,
  first: string,
  clash: string | undefined,
): Problem =>
  (clash === undefined ? warning : problem)(
    'edge-properties-differ',
    at,
    clash === undefined
      ? `"${field}" carries ${found}, and "${other}", the same edge type, ${first}: an entry of it may have any of them.`
      : `"${field}" carries ${found}, and "${other}", the same edge type, ${first}, where "${clash}" is of another kind. Give one of the two another edge type.`,
  );

export const symmetryDiffers = (at: Position, first: string, second: string): Problem =>
  problem(
    'symmetry-differs',
    at,
    `Only one of "${first}" and "${second}" says queryDirection: UNDIRECTED. They are one edge type: both say it, or neither.`,
  );

export const repeatedRelation = (at: Position, field: string, other: string): Problem =>
  problem(
    'twin-relations',
    at,
    `"${field}" repeats "${other}": the same edge type, direction and target. Remove one, or give it another edge type.`,
  );

export const envelopeKind = (at: Position, field: string, found: string, expected: string): Problem =>
  warning(
    'envelope-kind',
    at,
    `"${field}" is ${found}. On edges this name belongs to the envelope and is ${expected}, so programs find it as "${field.split('.')[1]}_". Write so, or rename the property.`,
  );

export const bareEdges = (at: Position, type: string, missing: readonly string[]): Problem =>
  warning('bare-edges', at, `Edges with "${type}" cannot say ${listed(missing, 'or')}. Add what edges should say.`);

export const edgesWithoutProperties = (at: Position, edgeTypes: readonly string[]): Problem => {
  const shown = edgeTypes.length > 4 ? `${listed(edgeTypes.slice(0, 3))} and others` : listed(edgeTypes);
  return warning(
    'bare-edges',
    at,
    `Edges of ${shown} carry no properties: neither dates nor sources can be asked for. Add properties: "…" at both ends.`,
  );
};

export const noSuchType = (name: string, known: Iterable<string>): KnowledgeError =>
  new KnowledgeError('unknown-type', `The ontology has no node type or interface "${name}".${didYouMean(name, known)}`);
