/**
 * An ontology for tests, made from the names that a world uses: every node has a name and aliases, every edge type joins
 * what it is seen to join. Real ontologies are read from SDL; tests of graphs need no SDL.
 */
import type { Position } from '../../src/base/problem.ts';
import type { EdgeType, NodeType, Ontology, Property, Relation } from '../../src/ontology/ontology.ts';

/** What an edge type joins, with the name of the type. */
export interface TinyEdgeType {
  readonly name: string;
  readonly symmetric: boolean;
  readonly ends: readonly { readonly from: string; readonly to: string }[];
}

const at: Position = { file: 'test.graphql', line: 1, column: 1 };

function property(name: string, list: boolean): Property {
  const isId = name === 'id';
  return { name, kind: { scalar: isId ? 'ID' : 'String' }, list, required: isId, description: '', at };
}

const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** The relations of a node type: `coLaunched` outwards, `coLaunchedOf` inwards; a symmetric type has one. */
function relationsOf(nodeType: string, edgeTypes: readonly TinyEdgeType[]): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  const add = (field: string, edgeType: string, direction: Relation['direction'], target: string): void => {
    if (!relations.has(field)) {
      relations.set(field, { field, edgeType, direction, target, properties: undefined, description: '', at });
    }
  };
  for (const { name, symmetric, ends } of edgeTypes) {
    for (const { from, to } of ends) {
      if (from === nodeType) add(camelCase(name), name, symmetric ? 'BOTH' : 'OUT', to);
      if (to === nodeType) {
        if (symmetric) add(camelCase(name), name, 'BOTH', from);
        else add(`${camelCase(name)}Of`, name, 'IN', from);
      }
    }
  }
  return relations;
}

/** An ontology of these node types and edge types, in the order given. */
export function tinyOntology(nodeTypes: readonly string[], edgeTypes: readonly TinyEdgeType[]): Ontology {
  const nodeTypeOf = (name: string): NodeType => ({
    name,
    plural: `${name.charAt(0).toLowerCase()}${name.slice(1)}s`,
    description: '',
    interfaces: [],
    properties: new Map([
      ['id', { ...property('id', false), kind: { scalar: 'ID' }, required: true }],
      ...['name', 'aliases'].map((it) => [it, property(it, it === 'aliases')] as const),
    ]),
    relations: relationsOf(name, edgeTypes),
    at,
  });
  const edgeTypeOf = (type: TinyEdgeType): EdgeType => ({ ...type, description: '', properties: undefined, at });
  return {
    nodeTypes: new Map(nodeTypes.map((name) => [name, nodeTypeOf(name)])),
    interfaces: new Map(),
    edgeTypes: new Map(edgeTypes.map((type) => [type.name, edgeTypeOf(type)])),
    edgePropertyTypes: new Map(),
    enums: new Map(),
    sdl: '',
  };
}
