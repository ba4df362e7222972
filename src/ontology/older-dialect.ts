/**
 * An SDL for an older version of the Neo4j GraphQL Library, read as what it says in version 7.
 *
 * Until version 5 every object type was a node type, lists might hold nulls, and what leads to one might be required. Most
 * public schemas are written so, and version 7 refuses them. What is changed here means the same; rules of access are left as
 * they are, so that they are refused as those of today are. `diplograph schema --upgrade` prints the result.
 */
import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type Location,
  type NamedTypeNode,
  type NameNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  print,
  type TypeNode,
} from 'graphql';
import { rootTypes } from './dialect.ts';

type Composite = ObjectTypeDefinitionNode | ObjectTypeExtensionNode | InterfaceTypeDefinitionNode;

/** The definitions as version 7 has them; undefined where they are so already, or say nothing of relationships. */
export function upgradeDefinitions(definitions: readonly DefinitionNode[]): readonly DefinitionNode[] | undefined {
  const types = definitions.filter(isComposite);
  const isOfToday = types.some((it) => it.directives?.some(isNodeOfToday));
  const led = new Set(types.flatMap((it) => (it.fields ?? []).filter(leads).map((f) => innerType(f.type).name.value)));
  const isOlder = !isOfToday && types.some((it) => leadsWithoutRole(it) || (led.has(it.name.value) && hasNoRole(it)));
  if (!isOlder) return undefined;
  const upgrade = new Upgrade(types);
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
  (find(field, 'relationship') ?? find(field, 'relation')) !== undefined;

const hasNoRole = (type: Composite): boolean =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION && !find(type, 'node') && !find(type, 'relationshipProperties');

/** A type that leads somewhere and is no `@node`, or is one with arguments of older versions. */
const leadsWithoutRole = (type: Composite): boolean =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION &&
  (find(type, 'node')?.arguments ?? [{ name: { value: '' } }]).some((it) => it.name.value !== 'labels') &&
  (find(type, 'relation') !== undefined || (type.fields ?? []).some(leads));

const find = (
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): ConstDirectiveNode | undefined => node.directives?.find((it) => it.name.value === name);

const argument = (directive: ConstDirectiveNode | undefined, name: string): ConstValueNode | undefined =>
  directive?.arguments?.find((it) => it.name.value === name)?.value;

const textOf = (value: ConstValueNode | undefined): string | undefined =>
  value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;

/** Directives that only concerned writing, or what Neo4j does: they mean nothing when facts are read. */
const dropped: ReadonlySet<string> = new Set(['unique', 'readonly', 'callback', 'additionalLabels']);
/** Directives of today that mean what older ones did. */
const renamed: ReadonlyMap<string, string> = new Map([
  ['computed', 'customResolver'],
  ['ignore', 'customResolver'],
  ['neo4j_ignore', 'customResolver'],
]);
const hidden: ReadonlySet<string> = new Set(['private', 'writeonly']);

class Upgrade {
  /** Types and interfaces that say what edges carry. */
  readonly #edgeProperties: ReadonlySet<string>;
  /** `type Rated @relation(name: "RATED") { from: User to: Movie … }`: an edge as a type, of the first library. */
  readonly #edges: ReadonlyMap<string, Composite>;
  readonly #interfaces: ReadonlyMap<string, Composite>;

  constructor(types: readonly Composite[]) {
    const named = types.flatMap((type) =>
      (type.fields ?? []).flatMap((it) => textOf(argument(find(it, 'relationship'), 'properties')) ?? []),
    );
    const marked = types.filter((it) => find(it, 'relationshipProperties')).map((it) => it.name.value);
    this.#edges = new Map(types.filter((it) => find(it, 'relation')).map((it) => [it.name.value, it]));
    this.#edgeProperties = new Set([...named, ...marked, ...this.#edges.keys()]);
    this.#interfaces = new Map(
      types.filter((it) => it.kind === Kind.INTERFACE_TYPE_DEFINITION).map((it) => [it.name.value, it]),
    );
  }

  type(type: Composite): DefinitionNode | readonly DefinitionNode[] {
    const name = type.name.value;
    if (rootTypes.has(name) || find(type, 'jwt')) return type;
    if (this.#edgeProperties.has(name)) return this.#edgePropertiesOf(type);
    const fields = (type.fields ?? []).map((it) => this.#field(type, it));
    const directives = (type.directives ?? []).flatMap((it) => typeDirective(it));
    if (type.kind === Kind.INTERFACE_TYPE_DEFINITION) return { ...type, directives, fields };
    const isNode = type.kind === Kind.OBJECT_TYPE_EXTENSION || directives.some((it) => it.name.value === 'node');
    return { ...type, directives: isNode ? directives : [...directives, directive(type.name, 'node')], fields };
  }

  #edgePropertiesOf(type: Composite): DefinitionNode {
    const ends = this.#edges.has(type.name.value) ? ['from', 'to'] : [];
    const fields = (type.fields ?? []).filter((it) => !ends.includes(it.name.value));
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
    const type = innerType(field.type);
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

/** `ratings: [Rated]` on the `from` or the `to` of an edge type leads to its other end. */
function edgeField(owner: Composite, field: FieldDefinitionNode, edge: Composite): FieldDefinitionNode {
  const [from, to] = ['from', 'to'].map((end) => edge.fields?.find((it) => it.name.value === end)?.type);
  const isStart = from !== undefined && innerType(from).name.value === owner.name.value;
  const other = isStart ? to : from;
  const type = argument(find(edge, 'relation'), 'name');
  if (!other || !type) return field;
  const end = innerType(other);
  return {
    ...field,
    type: field.type.kind === Kind.NAMED_TYPE ? end : listOf(end),
    arguments: [],
    directives: [
      directive(field.name, 'relationship', {
        type,
        direction: { kind: Kind.ENUM, value: isStart ? 'OUT' : 'IN' },
        properties: { kind: Kind.STRING, value: edge.name.value },
      }),
    ],
  };
}

function typeDirective(it: ConstDirectiveNode): readonly ConstDirectiveNode[] {
  const name = it.name.value;
  if (dropped.has(name)) return [];
  if (name === 'node') {
    const plural = argument(it, 'plural');
    const labels = argument(it, 'labels');
    return [
      directive(it.name, 'node', labels ? { labels } : {}),
      ...(plural ? [directive(it.name, 'plural', { value: plural })] : []),
    ];
  }
  if (name === 'queryOptions') {
    const limit = argument(it, 'limit');
    const fields = limit?.kind === Kind.OBJECT ? limit.fields : [];
    return [directive(it.name, 'limit', Object.fromEntries(fields.map((f) => [f.name.value, f.value])))];
  }
  if (name === 'exclude') {
    const operations = argument(it, 'operations');
    const named = operations?.kind === Kind.LIST ? operations.values.map(textOf) : [textOf(operations)];
    const isRead = operations === undefined || named.some((word) => /^(read|\*)$/i.test(word ?? ''));
    return isRead ? [directive(it.name, 'query', { read: { kind: Kind.BOOLEAN, value: false } })] : [];
  }
  return [it];
}

const DIRECTIONS: Readonly<Record<string, string>> = {
  DEFAULT_DIRECTED: 'DIRECTED',
  DIRECTED_ONLY: 'DIRECTED',
  DEFAULT_UNDIRECTED: 'UNDIRECTED',
  UNDIRECTED_ONLY: 'UNDIRECTED',
};

const fieldDirectives = (field: FieldDefinitionNode): readonly ConstDirectiveNode[] =>
  (field.directives ?? []).flatMap((it): ConstDirectiveNode | readonly ConstDirectiveNode[] => {
    const name = it.name.value;
    if (dropped.has(name)) return [];
    if (hidden.has(name)) return directive(it.name, 'selectable', { onRead: { kind: Kind.BOOLEAN, value: false } });
    if (renamed.has(name)) return directive(it.name, renamed.get(name) ?? name);
    if (name === 'id') {
      const isGlobal = argument(it, 'global');
      return directive(it.name, isGlobal?.kind === Kind.BOOLEAN && isGlobal.value ? 'relayId' : 'id');
    }
    if (name === 'relation') {
      const [type, direction] = [argument(it, 'name'), enumOf(argument(it, 'direction'))];
      return directive(it.name, 'relationship', { ...(type && { type }), ...(direction && { direction }) });
    }
    if (name !== 'relationship') return it;
    const given = (it.arguments ?? []).map((each) => {
      const value = each.name.value.endsWith('irection') ? enumOf(each.value) : each.value;
      return value === undefined ? each : { ...each, value };
    });
    return { ...it, arguments: given };
  });

function enumOf(value: ConstValueNode | undefined): ConstValueNode | undefined {
  const text = textOf(value);
  return value && text !== undefined
    ? { kind: Kind.ENUM, value: DIRECTIONS[text] ?? text.toUpperCase(), ...(value.loc && { loc: value.loc }) }
    : value;
}

/** A directive that stands where `at` does. */
function directive(
  at: NameNode,
  name: string,
  given: Readonly<Record<string, ConstValueNode>> = {},
): ConstDirectiveNode {
  const loc: Location | undefined = at.loc;
  const nameOf = (value: string): NameNode => ({ kind: Kind.NAME, value, ...(loc && { loc }) });
  return {
    kind: Kind.DIRECTIVE,
    name: nameOf(name),
    arguments: Object.entries(given).map(([key, value]) => ({ kind: Kind.ARGUMENT, name: nameOf(key), value })),
    ...(loc && { loc }),
  };
}

const innerType = (type: TypeNode): NamedTypeNode => (type.kind === Kind.NAMED_TYPE ? type : innerType(type.type));

const listOf = (type: NamedTypeNode): TypeNode => ({
  kind: Kind.NON_NULL_TYPE,
  type: { kind: Kind.LIST_TYPE, type: { kind: Kind.NON_NULL_TYPE, type } },
  ...(type.loc && { loc: type.loc }),
});

/** `[T!]!` of any list, `T` of what leads to one. */
function relationType(type: TypeNode): TypeNode {
  const bare = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  return bare.kind === Kind.LIST_TYPE ? listOf(innerType(bare)) : bare;
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
