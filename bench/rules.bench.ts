/**
 * Rules R1–R12 on a made world of a million statements, what one retraction costs beside deriving again, and how long a
 * view takes.
 */
import { readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import { SourceFile } from '../src/base/source-file.ts';
import { readOntology } from '../src/ontology/read-ontology.ts';
import { applyRules, concludeGraph } from '../src/rules/apply-rules.ts';
import { readRules } from '../src/rules/read-rules.ts';
import { retract } from '../src/rules/retract.ts';
import { GraphView } from '../src/views/graph-view.ts';
import { asOf, backedBy, statedOnly, trusted } from '../src/views/restrictions.ts';
import { makeDiplomacy } from './make-diplomacy.ts';
import { usedBytes } from './memory.ts';

const fileOf = (name: string): SourceFile => new SourceFile(name, readFileSync(name, 'utf8'));
const { ontology } = readOntology(fileOf('schema.graphql'));
const { rules } = readRules(fileOf('graph-data/rules.yaml'));
if (!ontology) throw new Error('schema.graphql has problems.');

const EDGES = (process.env.BENCH_EDGES ?? '10000,100000,1000000').split(',').map(Number);

for (const size of EDGES) {
  const facts = makeDiplomacy(size);
  const before = usedBytes();
  const { graph } = concludeGraph(ontology, facts, rules);
  const inferred = graph.edges.count - facts.edges.length;
  console.log(
    `${facts.edges.length} statements, ${inferred} conclusions, ${graph.edges.derivations?.rules.length} derivations; ` +
      `${Math.round((usedBytes() - before) / graph.edges.count)} bytes an edge, derivations included`,
  );
  const whole = GraphView.whole(graph);
  const world = `${facts.edges.length} statements, seed 42`;
  // Every turn asks something new: what was asked before is remembered.
  let turn = 0;
  const { sourceIds } = graph.edges.columns;
  const source = (): string => sourceIds[turn++ % sourceIds.length] ?? '';
  const once = { time: 0, warmupTime: 0, iterations: 3, warmupIterations: 1 };

  describe(`deriving R1–R12: ${world}`, () => {
    bench('all anew', () => void applyRules(ontology, facts, rules), once);
    bench('after one source is taken back', () => void retract(graph, { sources: [source()] }), { iterations: 50 });
    bench(
      'after one statement is taken back',
      () => void retract(graph, { edges: [facts.edges[(turn++ * 7919) % facts.edges.length]?.id ?? ''] }),
      { iterations: 50 },
    );
  });

  describe(`making a view: ${world} and what follows`, () => {
    const few = { iterations: 50 };
    bench('as of a period', () => void asOf(whole, { first: turn++, last: 20_000 }), few);
    bench('trusted', () => void trusted(whole, (turn++ % 1_000_000) / 1_000_000), few);
    bench('without one source', () => void backedBy(whole, { except: [source()] }), few);
    bench('by one source alone', () => void backedBy(whole, { only: [source()] }), few);
    bench('stated only, of a graph that never was asked', () => void statedOnly(GraphView.whole({ ...graph })), few);
  });
}
