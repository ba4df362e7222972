/**
 * Checks of the names that the API makes of an ontology.
 */
import type { Position, Problem } from '../../base/problem.ts';
import type { Ontology, RelationField } from '../ontology.ts';
import * as problems from '../problems.ts';
import { fieldOf } from '../relation-ends.ts';

export const nameChecks: readonly ((ontology: Ontology) => Iterable<Problem>)[] = [pluralNames, nameClashes];

/** The plural of every type can be the name of a field: `@plural` may give any text. */
function* pluralNames({ nodeTypes, interfaces }: Ontology): Generator<Problem> {
  for (const { name, plural, at } of [...nodeTypes.values(), ...interfaces.values()]) {
    if (!/^(?!__)[_A-Za-z][_0-9A-Za-z]*$/.test(plural)) yield problems.badPlural(at, name, plural);
  }
}

/** A name of the API, and who needs it, as a sentence says it. */
interface Claim {
  readonly name: string;
  readonly by: string;
  readonly at?: Position;
}

/** What the API puts behind the name of a node type or an interface, of a relation, of an edge property type. */
const typeEndings = ['Where', 'Sort', 'Edge', 'Aggregate', 'AggregateNode', 'Implementation', 'RelationshipFilters'];
const relationEndings = ['ConnectionFilters', 'ConnectionAggregateInput', 'NodeAggregationWhereInput'];
/** Of pages, which are those of the interface where it declares the relation. */
const pageEndings = ['Connection', 'ConnectionWhere', 'ConnectionSort', 'Relationship'];
const declaredEndings = [...pageEndings, 'EdgeWhere', 'EdgeSort', 'RelationshipProperties'];
const aggregateEndings = ['AggregateSelection', 'NodeAggregateSelection', 'EdgeAggregateSelection'];
const edgePropertyEndings = ['Where', 'Sort', 'AggregationWhereInput'];

/**
 * No name that the API makes is needed twice: `Movie.actors` and a type `MovieActor` both want `MovieActorsConnection`.
 */
function* nameClashes(ontology: Ontology): Generator<Problem> {
  yield* clashes(typeNames(ontology));
  yield* clashes(rootFields(ontology));
  for (const { name: owner, properties, relations } of ontology.nodeTypes.values()) {
    const claims: Claim[] = [...properties.values()].map(({ name, at }) => ({ name, by: `"${owner}.${name}"`, at }));
    for (const relation of relations.values()) {
      const by = `"${fieldOf({ owner, relation })}"`;
      const { field, at } = relation;
      claims.push({ name: field, by, at }, { name: `${field}Connection`, by: `the pages of ${by}`, at });
    }
    yield* clashes(claims);
  }
}

function* typeNames(ontology: Ontology): Generator<Claim> {
  const { nodeTypes, interfaces, edgePropertyTypes, enums } = ontology;
  for (const name of enums.keys()) {
    yield { name, by: `the enum "${name}"` };
    for (const ending of ['', 'List']) {
      yield { name: `${name}${ending}EnumScalarFilters`, by: `the filters of "${name}"` };
    }
  }
  const lists = [...nodeTypes.values(), ...interfaces.values()];
  for (const { name, at } of [...lists, ...edgePropertyTypes.values()]) yield { name, by: `the type "${name}"`, at };
  for (const { name, plural, root, at } of lists) {
    const by = `the API of "${name}"`;
    for (const ending of typeEndings) yield { name: name + ending, by, at };
    if (root?.pages !== false) yield { name: `${upperFirst(plural)}Connection`, by, at };
  }
  for (const { name, at } of edgePropertyTypes.values()) {
    for (const ending of edgePropertyEndings) yield { name: name + ending, by: `the filters of "${name}"`, at };
  }
  for (const { name: owner, declared } of interfaces.values()) {
    for (const relation of declared.values()) {
      yield* relationNames(ontology, owner, relation, [...relationEndings, ...declaredEndings]);
    }
  }
  for (const { name: owner, relations } of nodeTypes.values()) {
    for (const relation of relations.values()) {
      const isOwn = relation.declaredBy === undefined;
      yield* relationNames(ontology, owner, relation, [...relationEndings, ...(isOwn ? pageEndings : [])]);
      const by = `the API of "${fieldOf({ owner, relation })}"`;
      for (const ending of aggregateEndings) {
        yield { name: owner + relation.target + upperFirst(relation.field) + ending, by, at: relation.at };
      }
    }
  }
}

function* relationNames(
  { interfaces }: Ontology,
  owner: string,
  { field, target, at }: RelationField,
  endings: readonly string[],
): Generator<Claim> {
  const by = `the API of "${owner}.${field}"`;
  const union = interfaces.get(target);
  const members = union?.isUnion && endings.includes('Connection') ? union.implementations : [];
  for (const ending of [...endings, ...members.map((it) => `${it}ConnectionWhere`)]) {
    yield { name: owner + upperFirst(field) + ending, by, at };
  }
}

function* rootFields({ nodeTypes, interfaces }: Ontology): Generator<Claim> {
  for (const { name, plural, at } of [...nodeTypes.values(), ...interfaces.values()]) {
    yield { name: plural, by: `the list of "${name}"`, at };
    yield { name: `${plural}Connection`, by: `the pages of "${name}"`, at };
  }
}

function* clashes(claims: Iterable<Claim>): Generator<Problem> {
  const taken = new Map<string, Claim>();
  for (const claim of claims) {
    const other = taken.get(claim.name);
    if (other) yield problems.nameClash(claim.at, claim.name, other.by, claim.by);
    else taken.set(claim.name, claim);
  }
}

const upperFirst = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
