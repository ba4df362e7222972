/**
 * Every setting of a server, in one table: the command line, the environment, `diplograph.config.json` and its JSON
 * Schema, help and the documentation read it.
 */

/** Settings as they are used; what was not given is undefined. */
export interface ServerSettings {
  readonly schema?: string;
  readonly data?: readonly string[];
  readonly pack?: readonly string[];
  readonly cache?: string;
  readonly engine?: 'memory' | 'neo4j';
  readonly uri?: string;
  readonly database?: string;
  readonly namespace?: string;
  readonly port?: number;
  readonly host?: string;
  readonly allowHost?: readonly string[];
  readonly basePath?: string;
  readonly trustProxy?: readonly string[];
  readonly corsOrigin?: readonly string[];
  readonly apiKey?: readonly string[];
  readonly rateLimit?: number;
  readonly watch?: boolean;
  readonly queries?: string;
  readonly mcp?: boolean;
  readonly proposals?: string;
  readonly ide?: boolean;
  readonly index?: boolean;
  readonly frameAncestors?: readonly string[];
  readonly introspection?: boolean;
  readonly onlyDocuments?: string;
  readonly limit?: readonly string[];
  readonly threads?: number;
  readonly log?: boolean;
  readonly logFormat?: LogFormat;
  readonly logQueries?: boolean;
  readonly metricsPort?: number;
  readonly metricsHost?: string;
}

export type LogFormat = 'text' | 'json';

export type SettingKey = keyof ServerSettings;

export interface Setting {
  /** `names` stand together with commas; a `path` is read from where it was given, and `paths` are several; `limits` are `name=number`. */
  readonly kind: 'flag' | 'text' | 'number' | 'names' | 'path' | 'paths' | 'limits';
  /** What stands for its value in help; a flag has none. */
  readonly value?: string;
  readonly help: string;
  /** The default, in words. */
  readonly otherwise?: string;
  /** Of every command, not of the server alone. */
  readonly isCommon?: true;
  /** A flag that is true unless said; its option is `--no-…`. */
  readonly isOn?: true;
  /** Of a number. */
  readonly most?: number;
  /** Words that it takes, and no others. */
  readonly choices?: readonly string[];
  /** Another name in the environment, which hosts of programs set. */
  readonly alias?: string;
}

export const settings: Readonly<Record<SettingKey, Setting>> = {
  schema: {
    kind: 'path',
    value: '<file>',
    help: 'the ontology',
    otherwise: './schema.graphql beside ./graph-data, else the shipped one',
    isCommon: true,
  },
  data: {
    kind: 'paths',
    value: '<folder>',
    help: 'the facts; given again, facts that are laid over these',
    otherwise: './graph-data beside ./schema.graphql, else the shipped ones',
    isCommon: true,
  },
  pack: {
    kind: 'names',
    value: '<name>',
    help: 'more facts over these: the name of a folder in packs, or its path',
    isCommon: true,
  },
  cache: {
    kind: 'path',
    value: '<file>',
    help: 'keep the graph in this file, to have it at once the next time',
    isCommon: true,
  },
  engine: {
    kind: 'text',
    value: '<engine>',
    help: 'what answers: the graph in memory, or a Neo4j that "diplograph load neo4j" has loaded',
    otherwise: 'memory',
    choices: ['memory', 'neo4j'],
  },
  uri: { kind: 'text', value: '<address>', help: 'where that Neo4j is, such as bolt://localhost:7687' },
  database: { kind: 'text', value: '<name>', help: 'its database', otherwise: "the server's own" },
  namespace: { kind: 'text', value: '<label>', help: 'the label that the graph has there', otherwise: 'Diplograph' },
  port: {
    kind: 'number',
    value: '<number>',
    help: 'the port; 0 takes any free one',
    otherwise: '4000',
    most: 65_535,
    alias: 'PORT',
  },
  host: {
    kind: 'text',
    value: '<address>',
    help: 'the address; 0.0.0.0 opens it to every network',
    otherwise: 'localhost',
    alias: 'HOST',
  },
  allowHost: { kind: 'names', value: '<name>', help: 'a name to answer for, such as that of a proxy; * for any' },
  basePath: {
    kind: 'text',
    value: '<path>',
    help: 'the path below which everything stands, where a proxy keeps it: /diplomacy; the root without it',
  },
  trustProxy: {
    kind: 'names',
    value: '<address>',
    help: 'a proxy whose word is taken for who asks, and by which address: an address, a network (10.0.0.0/8), loopback or uniquelocal',
  },
  corsOrigin: {
    kind: 'names',
    value: '<origin>',
    help: 'an origin whose pages may ask, such as https://studio.apollographql.com; * for any',
  },
  apiKey: {
    kind: 'names',
    value: '<name:hash>',
    help: 'a key that may ask: a name, its SHA-256 in hexadecimal digits and, if it has its own, its requests a minute, as in reader:9f86…:600',
    otherwise: 'nobody needs one',
  },
  rateLimit: {
    kind: 'number',
    value: '<number>',
    help: 'requests a minute of each key, or of each address where there are no keys',
    otherwise: 'no limit',
  },
  watch: { kind: 'flag', help: 'read the graph again when its files change' },
  queries: {
    kind: 'path',
    value: '<folder>',
    help: 'example queries for the editor',
    otherwise: 'queries beside the schema',
  },
  mcp: { kind: 'flag', help: 'let language models ask at /mcp (Model Context Protocol)' },
  proposals: {
    kind: 'path',
    value: '<folder>',
    help: 'with mcp: language models may propose claims, which wait in this folder for review',
    otherwise: 'they may not',
  },
  ide: { kind: 'flag', help: 'no pages for browsers: neither the explorer nor the query editor', isOn: true },
  index: { kind: 'flag', help: 'ask search engines to leave the pages alone', isOn: true },
  frameAncestors: {
    kind: 'names',
    value: '<site>',
    help: 'a site that may show views in frames, such as https://example.org; self for this one, * for any',
  },
  introspection: { kind: 'flag', help: 'do not let clients read the schema', isOn: true },
  onlyDocuments: {
    kind: 'path',
    value: '<folder>',
    help: 'answer the queries in this folder and no others, by text or by hash; no editor and no exports',
  },
  limit: {
    kind: 'limits',
    value: '<name=number>',
    help: 'raise or lower a limit; an answer that reached one names it',
  },
  threads: {
    kind: 'number',
    value: '<number>',
    help: 'threads for heavy work, beside the one that answers; 0 has it done there',
    otherwise: '1',
    most: 64,
  },
  log: { kind: 'flag', help: 'log each request on stderr' },
  logFormat: {
    kind: 'text',
    value: '<format>',
    help: 'text for people, or json: an entry a line, with time, level and the id of the request; it implies --log',
    otherwise: 'text',
    choices: ['text', 'json'],
  },
  logQueries: { kind: 'flag', help: 'log queries and their variables too, in JSON' },
  metricsPort: {
    kind: 'number',
    value: '<number>',
    help: 'answer Prometheus at /metrics of this port; 0 takes any free one',
    otherwise: 'none',
    most: 65_535,
  },
  metricsHost: { kind: 'text', value: '<address>', help: 'the address of that port', otherwise: 'that of --host' },
};

export const settingKeys = Object.keys(settings) as readonly SettingKey[];

/** As options are written: `allow-host`. */
export const optionName = (key: string): string => key.replace(/[A-Z]/g, (it) => `-${it.toLowerCase()}`);

/** As the environment has it: `DIPLOGRAPH_ALLOW_HOST`. */
export const environmentName = (key: string): string =>
  `DIPLOGRAPH_${optionName(key).replaceAll('-', '_').toUpperCase()}`;

/** As it is typed: `--allow-host <name>`, `--no-ide`. */
export function optionFlags(key: SettingKey): string {
  const { value, isOn } = settings[key];
  const name = `--${isOn ? 'no-' : ''}${optionName(key)}`;
  return value === undefined ? name : `${name} ${value}`;
}

/** What help says of it. */
export function optionHelp(key: SettingKey): string {
  const { help, otherwise } = settings[key];
  return otherwise === undefined ? help : `${help} (default: ${otherwise})`;
}
