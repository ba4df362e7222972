/**
 * An SDL for an older version of the Neo4j GraphQL Library, read as what it says in version 7.
 *
 * Until version 5 every object type was a node type, lists might hold nulls, and what leads to one might be required, which
 * version 6 took too. Most public schemas are written so, and version 7 refuses them. What is changed here means the same; rules of access are left as
 * they are, so that they are refused as those of today are. `diplograph schema --upgrade` prints the result.
 */

import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type NamedTypeNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  print,
  type TypeNode,
} from 'graphql';
import { rootTypes } from './dialect.ts';
import { argumentOf, findArgument, findDirective, innerName, stringIn } from './directive-nodes.ts';
import { DIRECTIONS, directive, fieldDirectives, olderDirectives, typeDirective } from './older-directives.ts';

type Composite = ObjectTypeDefinitionNode | ObjectTypeExtensionNode | InterfaceTypeDefinitionNode;

/** The definitions as version 7 has them; undefined where they are so already, or say nothing of relationships. */
export function upgradeDefinitions(definitions: readonly DefinitionNode[]): readonly DefinitionNode[] | undefined {
  const types = definitions.filter(isComposite);
  const isOfToday = types.some((it) => it.directives?.some(isNodeOfToday));
  const led = new Set(types.flatMap((it) => (it.fields ?? []).filter(leads).map((f) => innerName(f.type).name.value)));
  const own = new Set(definitions.flatMap((it) => (it.kind === Kind.DIRECTIVE_DEFINITION ? it.name.value : [])));
  const isOlder = types.some(
    (it) =>
      hasOlderDirective(it, own) || (!isOfToday && (leadsWithoutRole(it) || (led.has(it.name.value) && hasNoRole(it)))),
  );
  if (!isOlder) return undefined;
  const upgrade = new Upgrade(types, isOfToday);
  return definitions.flatMap((it) => (isComposite(it) ? upgrade.type(it) : it));
}

/** The text of an SDL as version 7 has it; what is so already only changes its layout. */
export function printUpgraded(text: string): string {
  const { definitions } = parse(text);
  return `${(upgradeDefinitions(definitions) ?? definitions).map(print).join('\n\n')}\n`;
}

const isComposite = (it: DefinitionNode): it is Composite =>
  it.kind === Kind.OBJECT_TYPE_DEFINITION ||
  it.kind === Kind.OBJECT_TYPE_EXTENSION ||
  it.kind === Kind.INTERFACE_TYPE_DEFINITION;

/** `@node` without arguments means nothing before version 6, where every type of today has it. */
const isNodeOfToday = ({ name, arguments: given = [] }: ConstDirectiveNode): boolean =>
  name.value === 'node' && given.length === 0;

const leads = (field: FieldDefinitionNode): boolean =>
  (findDirective(field, 'relationship') ?? findDirective(field, 'relation')) !== undefined;

const hasNoRole = (type: Composite): boolean =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION &&
  !findDirective(type, 'node') &&
  !findDirective(type, 'relationshipProperties');

/** A type that leads somewhere and is no `@node`, or is one with arguments of older versions. */
const leadsWithoutRole = (type: Composite): boolean =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION &&
  (findDirective(type, 'node')?.arguments ?? [{ name: { value: '' } }]).some((it) => it.name.value !== 'labels') &&
  (findDirective(type, 'relation') !== undefined || (type.fields ?? []).some(leads));

/** A directive that version 7 does not know, or a direction. */
const hasOlderDirective = (type: Composite, own: ReadonlySet<string>): boolean =>
  [type, ...(type.fields ?? [])].some((it) =>
    it.directives?.some(
      ({ name: { value } }) =>
        (olderDirectives.has(value) && !own.has(value)) ||
        Object.hasOwn(DIRECTIONS, findArgument(findDirective(it, 'relationship'), 'queryDirection') ?? ''),
    ),
  );

class Upgrade {
  /** Types and interfaces that say what edges carry. */
  readonly #edgeProperties: ReadonlySet<string>;
  /** `type Rated @relation(name: "RATED") { from: User to: Movie … }`: an edge as a type, of the first library. */
  readonly #edges: ReadonlyMap<string, Composite>;
  readonly #interfaces: ReadonlyMap<string, Composite>;
  /** Types say that they are nodes; others are none. */
  readonly #isOfToday: boolean;

  constructor(types: readonly Composite[], isOfToday: boolean) {
    this.#isOfToday = isOfToday;
    const named = types.flatMap((type) =>
      (type.fields ?? []).flatMap((it) => stringIn(argumentOf(findDirective(it, 'relationship'), 'properties')) ?? []),
    );
    const marked = types.filter((it) => findDirective(it, 'relationshipProperties')).map((it) => it.name.value);
    this.#edges = new Map(types.filter((it) => findDirective(it, 'relation')).map((it) => [it.name.value, it]));
    this.#edgeProperties = new Set([...named, ...marked, ...this.#edges.keys()]);
    this.#interfaces = new Map(
      types.filter((it) => it.kind === Kind.INTERFACE_TYPE_DEFINITION).map((it) => [it.name.value, it]),
    );
  }

  type(type: Composite): DefinitionNode | readonly DefinitionNode[] {
    const name = type.name.value;
    if (rootTypes.has(name) || findDirective(type, 'jwt')) return type;
    if (this.#edges.has(name) && propertiesOfEdge(type).length === 0) return [];
    if (this.#edgeProperties.has(name)) return this.#edgePropertiesOf(type);
    const fields = (type.fields ?? []).map((it) => this.#field(type, it));
    const directives = (type.directives ?? []).flatMap((it) => typeDirective(it));
    if (type.kind === Kind.INTERFACE_TYPE_DEFINITION) return { ...type, directives, fields };
    const isNode =
      this.#isOfToday || type.kind === Kind.OBJECT_TYPE_EXTENSION || directives.some((it) => it.name.value === 'node');
    return { ...type, directives: isNode ? directives : [...directives, directive(type.name, 'node')], fields };
  }

  #edgePropertiesOf(type: Composite): DefinitionNode {
    const fields = this.#edges.has(type.name.value) ? propertiesOfEdge(type) : (type.fields ?? []);
    const { name, loc } = type;
    return {
      kind: Kind.OBJECT_TYPE_DEFINITION,
      name,
      directives: [directive(name, 'relationshipProperties')],
      fields: fields.map((it) => ({ ...it, type: propertyType(it.type), directives: fieldDirectives(it) })),
      ...('description' in type && type.description && { description: type.description }),
      ...(loc && { loc }),
    };
  }

  #field(owner: Composite, field: FieldDefinitionNode): FieldDefinitionNode {
    const type = innerName(field.type);
    const edge = this.#edges.get(type.name.value);
    if (edge) return edgeField(owner, field, edge);
    const own = fieldDirectives(field);
    const inherited = own.some((it) => it.name.value === 'relationship') ? undefined : this.#inherited(owner, field);
    const directives = inherited ? [...own, inherited] : own;
    const leads = directives.some((it) => ['relationship', 'declareRelationship'].includes(it.name.value));
    if (!leads) return { ...field, type: propertyType(field.type), directives };
    return {
      ...field,
      type: relationType(field.type),
      directives:
        owner.kind === Kind.INTERFACE_TYPE_DEFINITION
          ? directives.map((it) =>
              it.name.value === 'relationship' ? directive(field.name, 'declareRelationship') : it,
            )
          : directives,
    };
  }

  /** What an interface said of its field counted for its types too. */
  #inherited(owner: Composite, field: FieldDefinitionNode): ConstDirectiveNode | undefined {
    for (const { name } of owner.interfaces ?? []) {
      const declared = this.#interfaces.get(name.value)?.fields?.find((it) => it.name.value === field.name.value);
      const relationship = declared && fieldDirectives(declared).find((it) => it.name.value === 'relationship');
      if (relationship) return relationship;
    }
    return undefined;
  }
}

/** What an edge carries that is written as a type, beside its ends. */
const propertiesOfEdge = (edge: Composite): readonly FieldDefinitionNode[] =>
  (edge.fields ?? []).filter((it) => it.name.value !== 'from' && it.name.value !== 'to');

/** `ratings: [Rated]` on the `from` or the `to` of an edge type leads to its other end. */
function edgeField(owner: Composite, field: FieldDefinitionNode, edge: Composite): FieldDefinitionNode {
  const [from, to] = ['from', 'to'].map((end) => edge.fields?.find((it) => it.name.value === end)?.type);
  const isStart = from !== undefined && innerName(from).name.value === owner.name.value;
  const other = isStart ? to : from;
  const type = argumentOf(findDirective(edge, 'relation'), 'name');
  if (!other || !type) return field;
  const end = innerName(other);
  return {
    ...field,
    type: field.type.kind === Kind.NAMED_TYPE ? end : listOf(end),
    arguments: [],
    directives: [
      directive(field.name, 'relationship', {
        type,
        direction: { kind: Kind.ENUM, value: isStart ? 'OUT' : 'IN' },
        ...(propertiesOfEdge(edge).length > 0 && { properties: { kind: Kind.STRING, value: edge.name.value } }),
      }),
    ],
  };
}

const listOf = (type: NamedTypeNode): TypeNode => ({
  kind: Kind.NON_NULL_TYPE,
  type: { kind: Kind.LIST_TYPE, type: { kind: Kind.NON_NULL_TYPE, type } },
  ...(type.loc && { loc: type.loc }),
});

/** `[T!]!` of any list, `T` of what leads to one. */
function relationType(type: TypeNode): TypeNode {
  const bare = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  return bare.kind === Kind.LIST_TYPE ? listOf(innerName(bare)) : bare;
}

/** `[T!]` of a list that may hold nulls. */
function propertyType(type: TypeNode): TypeNode {
  if (type.kind === Kind.NON_NULL_TYPE) {
    const bare = propertyType(type.type);
    return bare.kind === Kind.NON_NULL_TYPE ? bare : { ...type, type: bare };
  }
  if (type.kind !== Kind.LIST_TYPE || type.type.kind !== Kind.NAMED_TYPE) return type;
  return { ...type, type: { kind: Kind.NON_NULL_TYPE, type: type.type, ...(type.loc && { loc: type.loc }) } };
}
