/**
 * The seed alone, as a folder of facts: what one article says, and what better sources say beside it.
 *
 * The shipped data grow; answers on the seed stay as they are, so tests of what the graph can do stand on it. It is the
 * dossiers of `graph-data/dossiers/seed`, with the sources they cite and the states they name.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { temporaryFolder } from './temporary-folder.ts';

const shipped = fileURLToPath(new URL('../../graph-data/', import.meta.url));
const seed = join(shipped, 'dossiers/seed');

let folder: string | undefined;

/** Path of a folder that holds the seed and nothing else. It is made once, and gone when the process ends. */
export function seedFolder(): string {
  if (folder !== undefined) return folder;
  folder = temporaryFolder();
  const made = folder;
  for (const below of ['dossiers', 'tables']) mkdirSync(join(made, below));
  const dossiers = readdirSync(seed);
  for (const name of dossiers) copyFileSync(join(seed, name), join(made, 'dossiers', name));
  if (existsSync(join(shipped, 'rules.yaml'))) copyFileSync(join(shipped, 'rules.yaml'), join(made, 'rules.yaml'));

  const said = dossiers.map((name) => readFileSync(join(seed, name), 'utf8')).join('\n');
  const mapping = readFileSync(join(shipped, 'tables/states.map.yaml'), 'utf8');
  writeFileSync(join(made, 'tables/states.map.yaml'), mapping);
  writeFileSync(join(made, 'tables/states.csv'), rowsOfStates(idsOf('state', said)));
  writeFileSync(join(made, 'sources.yaml'), entriesOfSources(idsOf('source', said + mapping)));
  return made;
}

const idsOf = (prefix: string, text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(new RegExp(`\\b${prefix}:([a-z0-9-]+)`, 'g'))].map((match) => match[1] ?? ''));

function rowsOfStates(codes: ReadonlySet<string>): string {
  const [head = '', ...rows] = readFileSync(join(shipped, 'tables/states.csv'), 'utf8').split('\n');
  return [head, ...rows.filter((row) => codes.has(row.slice(0, 3).toLowerCase())), ''].join('\n');
}

function entriesOfSources(ids: ReadonlySet<string>): string {
  const entries = parse(readFileSync(join(shipped, 'sources.yaml'), 'utf8')) as readonly { readonly id: string }[];
  return stringify(entries.filter(({ id }) => ids.has(id.replace('source:', ''))));
}
