/**
 * The example questions: every `.graphql` file of a folder, in the order of their names.
 *
 * The editor's tabs, the documentation and the tests all read these files, so that no example can be out of date alone.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface ExampleQuery {
  /** The name of its operation; the file's name when it has none. */
  readonly name: string;
  /** The comment at its head, as one text. */
  readonly description: string;
  readonly query: string;
}

/** The examples in `folder`; none when there is no such folder. */
export async function readExampleQueries(folder: string | undefined): Promise<readonly ExampleQuery[]> {
  if (folder === undefined) return [];
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(files.map(async (file) => readExample(file, await readFile(join(folder, file), 'utf8'))));
}

function readExample(file: string, query: string): ExampleQuery {
  const head = /^(?:[ \t]*#.*(?:\r?\n|$))+/.exec(query)?.[0] ?? '';
  const description = head
    .split(/\r?\n/)
    .map((line) => line.replace(/^[ \t]*#[ \t]?/, ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  const name = /^[ \t]*(?:query|mutation|subscription)[ \t]+(\w+)/m.exec(query)?.[1] ?? file.replace(/\.graphql$/, '');
  return { name, description, query };
}
