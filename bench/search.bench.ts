/**
 * Names looked for among many that are much alike: as written, half typed, and with one or two slips.
 */
import MiniSearch from 'minisearch';
import { bench, describe } from 'vitest';
import { seededRandom } from '../src/base/seeded-random.ts';
import type { NodeFact } from '../src/facts/fact.ts';
import { openGraph } from '../src/index.ts';
import { makeNames, misspell } from './make-names.ts';
import { usedBytes } from './memory.ts';
import { inTurn } from './worlds.ts';

const COUNT = Number(process.env.BENCH_NAMES ?? 100_000);
const ASKED = 500;

interface Question {
  readonly fact: NodeFact;
  readonly text: string;
}
type Engine = (text: string) => string[];

const facts = makeNames(COUNT);
const engines: Readonly<Record<string, Engine>> = { Diplograph: await diplograph(), MiniSearch: miniSearch() };

const random = seededRandom(9);
const asked = Array.from({ length: ASKED }, () => facts[Math.floor(random() * facts.length)]!);
const nameOf = (fact: NodeFact): string => String(fact.properties.name);
const questions = (of: (name: string) => string): Question[] => asked.map((fact) => ({ fact, text: of(nameOf(fact)) }));

ask(
  'as written',
  questions((name) => name),
);
ask(
  'half typed',
  questions((name) => name.slice(0, Math.max(3, name.length >> 1))),
);
ask(
  'with one slip',
  questions((name) => misspell(name, 1, random)),
);
ask(
  'with two slips',
  questions((name) => misspell(name, 2, random)),
);

function ask(how: string, of: readonly Question[]): void {
  for (const [name, engine] of Object.entries(engines)) {
    const share = (hits: number): string =>
      `${((100 * of.filter((it) => isAmong(it, engine, hits)).length) / ASKED).toFixed(1)} %`;
    console.log(`${how}: ${name} has the right name first in ${share(1)}, among the first ten in ${share(10)}`);
  }
  describe(`a name ${how}: ${COUNT} names, seed 5`, () => {
    for (const [name, engine] of Object.entries(engines))
      bench(
        name,
        inTurn(of, ({ text }) => engine(text)),
      );
  });
}

/** Whether the node is found, or another with the same name. */
function isAmong({ fact, text }: Question, engine: Engine, hits: number): boolean {
  return engine(text).slice(0, hits).includes(nameOf(fact));
}

async function diplograph(): Promise<Engine> {
  const graph = await openGraph({
    schema: 'type Thing @node { id: ID! name: String! aliases: [String!]! }',
    nodes: facts.map(({ id, type, properties }) => ({ id, type, ...properties })),
  });
  return indexed('Diplograph', () => {
    graph.find('index');
    return (text) => graph.find(text).map((hit) => hit.node.name);
  });
}

function miniSearch(): Engine {
  return indexed('MiniSearch', () => {
    const index = new MiniSearch({
      fields: ['name', 'aliases'],
      storeFields: ['name'],
      extractField: (fact: NodeFact, field) => (field === 'id' ? fact.id : String(fact.properties[field] ?? '')),
      searchOptions: { fuzzy: 0.25, prefix: true, boost: { name: 2 }, combineWith: 'AND' },
    });
    index.addAll(facts);
    return (text) =>
      index
        .search(text)
        .slice(0, 10)
        .map((hit) => String(hit.name));
  });
}

function indexed(name: string, make: () => Engine): Engine {
  const [bytes, start] = [usedBytes(), performance.now()];
  const engine = make();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${name}: indexed in ${seconds} s, ${Math.round((usedBytes() - bytes) / 1e6)} MB`);
  return engine;
}
