/**
 * The ontology of a command's schema file, or its problems on stderr.
 */
import type { Ontology } from '../ontology/ontology.ts';
import type { Workplace } from './shell.ts';

/** Undefined when the file does not stand; what is wrong was printed. */
export async function readOntologyFile({ output, files }: Workplace): Promise<Ontology | undefined> {
  const { readTextFile } = await import('../loading/reading/read-text-file.ts');
  const { SourceFile } = await import('../base/source-file.ts');
  const { printProblems } = await import('../base/problem-list.ts');
  const schema = readTextFile(files.schema);
  if (!(schema instanceof SourceFile)) {
    output.problem(printProblems([schema]));
    return undefined;
  }
  const { readOntology } = await import('../ontology/read-ontology.ts');
  const { ontology, problems } = readOntology(schema);
  if (!ontology) output.problem(printProblems(problems, new Map([[schema.name, schema]])));
  return ontology;
}
