/**
 * The questions of `queries/`, answered by each of their operations.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { queriesFolder } from '../../src/base/shipped-files.ts';
import { engineOf } from '../../src/graphql/query-engine.ts';
import type { GraphView } from '../../src/views/graph-view.ts';

/** Names of the files, in their order. */
export const shippedQuestions: readonly string[] = readdirSync(queriesFolder)
  .filter((it) => it.endsWith('.graphql'))
  .sort();

/** Answers files of `queries/` from a view: the data of each operation, by its name. An error is thrown. */
export function answersFrom(view: GraphView): (file: string) => Record<string, unknown> {
  const engine = engineOf(view.graph);
  return (file) => {
    const document = parse(readFileSync(join(queriesFolder, file), 'utf8'));
    const answers: Record<string, unknown> = {};
    for (const it of document.definitions) {
      if (it.kind !== Kind.OPERATION_DEFINITION || !it.name) continue;
      const answer = engine.answer({ view }, document, { operationName: it.name.value });
      const { data, errors } = 'json' in answer ? { data: JSON.parse(answer.json), errors: undefined } : answer;
      if (errors) throw new Error(`${file}, ${it.name.value}: ${JSON.stringify(errors)}`);
      answers[it.name.value] = data;
    }
    return answers;
  };
}
