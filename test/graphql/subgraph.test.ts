import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphqlSync, parse } from 'graphql';
import { expect, test } from 'vitest';
import { buildGraphSchema } from '../../src/graphql/schema/build-schema.ts';
import { printSubgraph } from '../../src/graphql/schema/print-subgraph.ts';
import { showsId } from '../../src/ontology/ontology.ts';
import { ontologyOf, sdlNames, sdlText } from './sdl-files.ts';

test.each(sdlNames)(
  'the API of the ontology "%s" is a subgraph that Apollo takes, each node type with an id an entity',
  (name) => {
    const ontology = ontologyOf(sdlText(name));
    const text = printSubgraph(buildGraphSchema(ontology), ontology);
    const subgraph = buildSubgraphSchema({ typeDefs: parse(text) });
    const entities = subgraph.getType('_Entity') as unknown as { getTypes(): { name: string }[] } | undefined;
    const known = [...ontology.nodeTypes.values()].filter(showsId).map((it) => it.name);
    expect(new Set(entities?.getTypes().map((it) => it.name) ?? [])).toEqual(new Set(known));
  },
);

test('the router can read it, and every description is kept', () => {
  const ontology = ontologyOf('"A state." type State @node { "Its id." id: ID! }');
  const text = printSubgraph(buildGraphSchema(ontology), ontology);
  expect(text).toContain('"""A state."""\ntype State implements Entity @key(fields: "id") {\n  """Its id."""');
  expect(text).toContain('type PageInfo @shareable {');
  const { data } = graphqlSync({
    schema: buildSubgraphSchema({ typeDefs: parse(text) }),
    source: '{ _service { sdl } }',
  });
  expect((data as { _service: { sdl: string } } | null)?._service.sdl).toContain('@key(fields: "id")');
});
