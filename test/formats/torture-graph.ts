/**
 * A graph of everything that breaks writers: parallel edges, self-loops, an edge with the id of a node, every kind of
 * value, lists with separators in them, names that formats have for themselves, dates of every vagueness, and texts in
 * many scripts with quotes, newlines, control characters, `]]>`, halves of surrogate pairs and formulas.
 */
import { SourceFile } from '../../src/base/source-file.ts';
import type { EdgeFact, NodeFact, Properties } from '../../src/facts/fact.ts';
import { makeEdge } from '../../src/facts/make-edge.ts';
import type { Ontology } from '../../src/ontology/ontology.ts';
import { readOntology } from '../../src/ontology/read-ontology.ts';
import { freezeGraph } from '../../src/store/knowledge-graph.ts';
import { GraphView } from '../../src/views/graph-view.ts';
import { envelopeEnums, envelopeFields } from '../kit/envelope.ts';

const sdl = `
enum Kind { GOOD BAD }
${envelopeEnums}type Thing @node {
  id: ID!
  name: String!
  aliases: [String!]!
  sources: [ID!]!
  label: String
  parent: String
  source: String
  size: Int
  kind: Kind
  whole: Int
  big: BigInt
  ratio: Float
  truth: Boolean
  day: Date
  moment: DateTime
  numbers: [Int!]!
  knows: [Thing!]! @relationship(type: "knows", direction: OUT, properties: "Knowing")
  knownBy: [Thing!]! @relationship(type: "knows", direction: IN, properties: "Knowing")
  meets: [Thing!]! @relationship(type: "meets", direction: OUT, queryDirection: UNDIRECTED, properties: "Knowing")
}
type Knowing @relationshipProperties {
  ${envelopeFields}
  kind: String
  weight: Int
}
scalar PartialDate
`;

/** Texts that writers and readers trip over, by what is odd about them. */
export const oddTexts: Readonly<Record<string, string>> = {
  markup: '<b>&"quoted\' &amp; ]]> <!-- --> <![CDATA[x]]>',
  lines: 'first\nsecond\r\nthird\tcell\rlast',
  kazakh: 'Қазақстан, Әлімбаев',
  arabic: 'اللجنة الدولية للصليب الأحمر',
  chinese: '红十字国际委员会',
  emoji: '🇰🇿 👩‍⚕️ 𝒳',
  separators: 'a;b|c,d, e',
  backslashes: 'C:\\path\\n \\" end\\',
  formula: '=HYPERLINK("http://example.org","x")',
  minus: '-3',
  blanks: '  around  ',
  apostrophe: "Côte d’Ivoire, l'État",
  empty: '',
  braces: '{"json": [1]} $x {y} `tick`',
};

/** Texts that XML cannot hold, and what it holds instead. */
export const unfitTexts: readonly (readonly [string, string])[] = [
  ['bell\u0007 null\u0000 delete\u007F', 'bell\uFFFD null\uFFFD delete\u007F'],
  ['half \uD800 pair', 'half \uFFFD pair'],
  ['other half \uDC00', 'other half \uFFFD'],
  ['not a character \uFFFE \uFFFF', 'not a character \uFFFD \uFFFD'],
];

function tortureOntology(): Ontology {
  const { ontology, problems } = readOntology(new SourceFile('torture.graphql', sdl));
  if (!ontology) throw new Error(problems.map(({ message }) => message).join('\n'));
  return ontology;
}

const node = (id: string, properties: Properties): NodeFact => ({ id, type: 'Thing', properties });

const odd = Object.entries(oddTexts);

const nodes: readonly NodeFact[] = [
  ...odd.map(([name, text]) => node(`thing:${name}`, { name: text, aliases: [text, 'plain', text], label: text })),
  ...unfitTexts.map(([text], i) => node(`thing:unfit-${i}`, { name: text })),
  node('thing:values', {
    name: 'Values',
    kind: 'GOOD',
    size: 40,
    parent: 'thing:markup',
    source: 'thing:lines',
    whole: -7,
    big: 9_007_199_254_740_993n,
    ratio: 0.1,
    truth: false,
    day: '2024-10-28',
    moment: '2024-10-28T09:30:00.000Z',
    numbers: [1, -2, 3],
    sources: ['thing:source'],
  }),
  node('thing:source', { name: 'A source', ratio: 2, truth: true }),
  node('org:a/b (c)#d', { name: 'An id with other characters', aliases: ['one'] }),
  node('org:a_x2F_b', { name: 'An id that looks encoded' }),
];

function edge(from: string, to: string, properties: Properties = {}, more: Partial<EdgeFact> = {}): EdgeFact {
  const type = more.type ?? 'knows';
  const made = makeEdge({ type, from, to, sources: ['thing:source'], properties, symmetric: type === 'meets' });
  return { ...made, ...more };
}

const dates = [
  '2024',
  '2024-10',
  '2024-10-28/2024-10-31',
  '2022-10-01/..',
  '2022-10-01/',
  '../1990',
  '196X',
  '-0044-03-15',
];

const parallel = edge('thing:values', 'thing:source', { role: 'first', modality: 'REPORTED', saidBy: 'thing:kazakh' });

const edges: readonly EdgeFact[] = [
  parallel,
  edge('thing:values', 'thing:source', { role: 'second', confidence: 0.5, rank: 'PREFERRED', note: oddTexts.markup! }),
  edge('thing:values', 'thing:source', { role: 'third', kind: 'KIND', weight: 3 }),
  edge('thing:source', 'thing:values'),
  edge('thing:values', 'thing:values', { modality: 'DENIED' }),
  edge('thing:markup', 'thing:lines', {}, { type: 'meets' }),
  edge('thing:source', 'org:a/b (c)#d', {}, { id: 'thing:values' }),
  edge('org:a/b (c)#d', 'org:a_x2F_b', {}, { sources: ['thing:source', 'thing:a;b', 'thing:c|d', 'thing:e,f', '=g'] }),
  edge('thing:source', 'thing:empty', {}, { sources: [], derivations: [{ rule: 'R1', premises: [parallel.id] }] }),
  ...odd.map(([name, text]) => edge(`thing:${name}`, 'thing:values', { note: text, locators: [text] })),
  ...unfitTexts.map(([text], i) => edge(`thing:unfit-${i}`, 'thing:values', { note: text })),
  ...dates.map((when, i) => edge('thing:source', 'thing:kazakh', { when, role: `date ${i}` })),
  edge('thing:source', 'thing:kazakh', { attested: '2019/2020' }),
];

/** The whole view of it. */
export const tortureGraph: GraphView = GraphView.whole(
  freezeGraph(tortureOntology(), {
    nodes,
    edges,
    claims: [
      {
        node: 'thing:values',
        property: 'name',
        value: 'Values, otherwise',
        rank: 'DEPRECATED',
        modality: 'REPORTED',
        note: oddTexts.lines!,
        when: '2024',
        saidBy: 'thing:kazakh',
        sources: ['thing:source'],
        locators: [oddTexts.markup!],
      },
    ],
    redirects: new Map([['thing:old', 'thing:values']]),
  }),
);
