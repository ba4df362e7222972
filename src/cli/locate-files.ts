/**
 * Which schema, facts and example queries a command works on.
 *
 * In a folder that has both `schema.graphql` and `graph-data`, those; elsewhere the ones the package ships, so that a
 * first try needs no folder at all. An option always wins.
 */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { dataFolder, schemaFile } from '../base/shipped-files.ts';

export interface FileOptions {
  readonly schema?: string | undefined;
  /** The first one is the main one, the others are laid over it. */
  readonly data?: readonly string[] | undefined;
  readonly pack?: readonly string[] | undefined;
  readonly cache?: string | undefined;
}

export interface LocatedFiles {
  readonly schema: string;
  readonly data: string;
  /** Folders of more facts. */
  readonly overlays?: readonly string[];
  /** Shipped folders of more facts. */
  readonly packs?: readonly string[];
  /** Where the graph is to be kept. */
  readonly cache?: string;
  /** The folder of example queries beside the schema; undefined when there is none. */
  readonly queries: string | undefined;
}

export function locateFiles(options: FileOptions, cwd: string): LocatedFiles {
  const ownSchema = join(cwd, 'schema.graphql');
  const ownData = join(cwd, 'graph-data');
  const asked = options.schema !== undefined || options.data !== undefined;
  // Facts of one folder under the schema of another are nobody's wish, unless an option says so.
  const own = asked || (existsSync(ownSchema) && existsSync(ownData));
  const schema = options.schema ?? (own && existsSync(ownSchema) ? ownSchema : schemaFile);
  const [first, ...overlays] = options.data ?? [];
  const data = first ?? (own && existsSync(ownData) ? ownData : dataFolder);
  const queries = join(dirname(resolve(cwd, schema)), 'queries');
  return {
    schema: shorten(resolve(cwd, schema)),
    data: shorten(resolve(cwd, data)),
    ...(overlays.length > 0 && { overlays: overlays.map((it) => shorten(resolve(cwd, it))) }),
    ...(options.pack !== undefined && { packs: options.pack }),
    ...(options.cache !== undefined && { cache: resolve(cwd, options.cache) }),
    queries: existsSync(queries) ? queries : undefined,
  };
}

/** The path as people would write it: relative while it does not lead upwards. */
function shorten(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}
