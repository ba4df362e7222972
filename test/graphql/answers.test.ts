import { expect, test } from 'vitest';
import { sdlText } from './sdl-files.ts';
import { smallWorld } from './small-world.ts';

const world = smallWorld(
  sdlText('kinds'),
  {
    State: {
      kaz: { name: 'Kazakhstan', size: 3, kind: 'A', aliases: ['Qazaqstan'], moment: '2024-01-02T05:00:00+05:00' },
      bra: { name: 'Brazil', size: 9, kind: 'B', population: 212_000_000n, moment: '2024-01-01T00:00:00Z' },
      chn: { name: 'China', day: '1949-10-01', numbers: [1, 2] },
    },
    Official: { kate: { name: 'Kate' } },
    Initiative: { ihl: {}, astana: {} },
  },
  [
    { type: 'launched', from: 'kaz', to: 'ihl', properties: { role: 'lead', when: '2024-09-27', count: 2 } },
    { type: 'launched', from: 'kaz', to: 'ihl', properties: { role: 'host', when: '2023', count: 5 } },
    { type: 'launched', from: 'bra', to: 'ihl', sources: ['s1'], properties: { when: '2024-09', count: 1 } },
    { type: 'launched', from: 'kaz', to: 'astana', properties: { when: '2017-01-01/..' } },
    { type: 'borders', from: 'kaz', to: 'chn' },
    { type: 'met-with', from: 'kate', to: 'kaz', properties: { when: '2024' } },
    { type: 'met-with', from: 'bra', to: 'kate' },
  ],
);

test('a list holds the nodes of a type in the order of their ids', () => {
  expect(world.data('{ states { id name } }').states).toEqual([
    { id: 'bra', name: 'Brazil' },
    { id: 'chn', name: 'China' },
    { id: 'kaz', name: 'Kazakhstan' },
  ]);
});

test('a relation gives distinct nodes as a list, and every edge as a connection', () => {
  expect(
    world.data(
      `{ states(where: { id: { eq: "kaz" } }) {
           launched { id }
           launchedConnection { totalCount edges { node { id } properties { role when since until count sources } } } } }`,
    ).states,
  ).toMatchInlineSnapshot(`
    [
      {
        "launched": [
          {
            "id": "astana",
          },
          {
            "id": "ihl",
          },
        ],
        "launchedConnection": {
          "edges": [
            {
              "node": {
                "id": "astana",
              },
              "properties": {
                "count": null,
                "role": null,
                "since": "2017-01-01",
                "sources": [],
                "until": null,
                "when": "2017-01-01/..",
              },
            },
            {
              "node": {
                "id": "ihl",
              },
              "properties": {
                "count": 5,
                "role": "host",
                "since": "2023-01-01",
                "sources": [],
                "until": "2023-12-31",
                "when": "2023",
              },
            },
            {
              "node": {
                "id": "ihl",
              },
              "properties": {
                "count": 2,
                "role": "lead",
                "since": "2024-09-27",
                "sources": [],
                "until": "2024-09-27",
                "when": "2024-09-27",
              },
            },
          ],
          "totalCount": 3,
        },
      },
    ]
  `);
});

test('a symmetric relation is read from either end', () => {
  expect(world.data('{ states { id neighbours { id } } }').states).toEqual([
    { id: 'bra', neighbours: [] },
    { id: 'chn', neighbours: [{ id: 'kaz' }] },
    { id: 'kaz', neighbours: [{ id: 'chn' }] },
  ]);
});

test('an interface lists all its types, and fragments ask what only one of them has', () => {
  expect(
    world.data('{ parties(sort: [{ name: DESC }]) { __typename name ... on State { kind metBy { __typename id } } } }'),
  ).toMatchInlineSnapshot(`
    {
      "parties": [
        {
          "__typename": "State",
          "kind": "A",
          "metBy": [
            {
              "__typename": "Official",
              "id": "kate",
            },
          ],
          "name": "Kazakhstan",
        },
        {
          "__typename": "Official",
          "name": "Kate",
        },
        {
          "__typename": "State",
          "kind": null,
          "metBy": [],
          "name": "China",
        },
        {
          "__typename": "State",
          "kind": "B",
          "metBy": [],
          "name": "Brazil",
        },
      ],
    }
  `);
});
