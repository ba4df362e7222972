/**
 * What a server works with: its settings with their defaults, and its limits.
 */
import { isIP } from 'node:net';
import { didYouMean } from '../base/did-you-mean.ts';
import { defaultLimits, type QueryLimits } from '../graphql/limits/query-limits.ts';
import { badSetting } from './problems.ts';
import { readWhole } from './read-settings.ts';
import type { LogFormat, ServerSettings } from './settings.ts';

/** What a request may ask of the server; the limits of queries are those of the query API. */
export interface ServerLimits extends QueryLimits {
  /** Largest request body in bytes. Default 256 KiB. */
  readonly maxBodyBytes: number;
  /** Longest a request may take, in milliseconds, from its first byte to its answer. Default 10,000. */
  readonly maxMilliseconds: number;
  /** Most tokens (names, braces, values) in a query. Default 4,000. */
  readonly maxTokens: number;
  /** Most edges of an export that has to be laid out, as pictures have. Default 5,000, about a second. */
  readonly maxLaidOutEdges: number;
}

/** A client that may ask. */
export interface ApiKey {
  /** What the client is called in the log. */
  readonly name: string;
  /** SHA-256 of its key. */
  readonly hash: Buffer;
  /** Requests a minute; as many as others may when undefined. */
  readonly perMinute?: number;
}

export interface ServerConfig {
  /** 0 takes any free port. */
  readonly port: number;
  /** Loopback unless said: an open port is a decision. */
  readonly host: string;
  /** Names that are answered for beside this machine's, when it listens on this machine alone; `*` for any. */
  readonly hosts: readonly string[];
  /** Origins whose pages may ask, `*` for any. */
  readonly corsOrigins: readonly string[];
  /** Proxies whose word is taken for who asks: addresses and networks, `loopback`, `linklocal` or `uniquelocal`. */
  readonly trustedProxies: readonly string[];
  /** Who may ask; everybody where there are none. */
  readonly apiKeys: readonly ApiKey[];
  /** Requests a minute of each key, or of each address where there are no keys; undefined for any number. */
  readonly rateLimit: number | undefined;
  /** Below which everything stands: `/x`, or nothing. */
  readonly basePath: string;
  /** Whether browsers get the explorer and the query editor. */
  readonly ide: boolean;
  /** Whether search engines may index the pages. */
  readonly index: boolean;
  /** Sites that may show views of the explorer in frames, as `frame-ancestors` of a policy has them; none by default. */
  readonly frameAncestors: readonly string[];
  /** Whether clients may read the schema. */
  readonly introspection: boolean;
  /** Whether language models may ask at `/mcp`. */
  readonly mcp: boolean;
  /** Whether each request is logged on stderr. */
  readonly log: boolean;
  /** How: lines for people, or entries in JSON. */
  readonly logFormat: LogFormat;
  /** Whether entries have the query and its variables. */
  readonly logQueries: boolean;
  /** Threads for heavy work, beside the one that answers; 0 has it done there. */
  readonly threads: number;
  readonly limits: ServerLimits;
}

export const defaultConfig: ServerConfig = {
  port: 4000,
  host: 'localhost',
  hosts: [],
  corsOrigins: [],
  trustedProxies: [],
  apiKeys: [],
  rateLimit: undefined,
  basePath: '',
  ide: true,
  index: true,
  frameAncestors: [],
  introspection: true,
  mcp: false,
  log: false,
  logFormat: 'text',
  logQueries: false,
  threads: 1,
  limits: {
    ...defaultLimits,
    maxBodyBytes: 256 * 1024,
    maxMilliseconds: 10_000,
    maxTokens: 4000,
    maxLaidOutEdges: 5000,
  },
};

/**
 * The settings with defaults filled in.
 * @throws KnowledgeError `bad-setting` when a limit has no such name or is out of range, or an origin is none
 */
export function readConfig(settings: ServerSettings): ServerConfig {
  const { limit, allowHost, apiKey, basePath, corsOrigin, frameAncestors, trustProxy, ...rest } = settings;
  const given = Object.fromEntries(Object.entries(rest).filter(([name]) => name in defaultConfig));
  return {
    ...defaultConfig,
    ...given,
    basePath: readBasePath(basePath ?? defaultConfig.basePath),
    hosts: allowHost ?? defaultConfig.hosts,
    corsOrigins: (corsOrigin ?? defaultConfig.corsOrigins).map(readOrigin),
    frameAncestors: (frameAncestors ?? defaultConfig.frameAncestors).map(readAncestor),
    apiKeys: (apiKey ?? []).map(readApiKey),
    trustedProxies: (trustProxy ?? defaultConfig.trustedProxies).map(readProxy),
    limits: readLimits(limit ?? []),
  };
}

/** A path as it is put before others: without a slash at its end, and nothing for the root. */
function readBasePath(given: string): string {
  const path = given.replace(/\/$/, '');
  if (/^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)*$/.test(path)) return path;
  throw badSetting('--base-path', given, 'a path, such as /diplomacy, of letters, digits, ".", "_", "~" and "-".');
}

/** An origin as browsers write it. */
function readOrigin(given: string): string {
  if (given === '*') return given;
  const origin = URL.canParse(given) ? new URL(given).origin : 'null';
  if (origin !== 'null' && given.replace(/\/$/, '').toLowerCase() === origin) return origin;
  throw badSetting('--cors-origin', given, 'an origin, such as https://studio.apollographql.com, or *.');
}

/** An address, a network, or a name that Fastify has for networks. */
function readProxy(given: string): string {
  const [address = '', bits = '0', ...more] = given.split('/');
  const isNetwork = isIP(address) > 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128);
  if (/^(?:loopback|linklocal|uniquelocal)$/.test(given) || (isNetwork && more.length === 0)) return given;
  throw badSetting('--trust-proxy', given, 'an address, a network such as 10.0.0.0/8, loopback or uniquelocal.');
}

/**
 * The default limits, with those that `settings` change: `name=number` each.
 * @throws KnowledgeError `bad-setting`
 */
export function readLimits(settings: readonly string[]): ServerLimits {
  const limits: Record<string, number> = { ...defaultConfig.limits };
  for (const setting of settings) {
    const [name = '', value = ''] = setting.split('=', 2);
    if (!Object.hasOwn(limits, name)) {
      const known = Object.keys(limits);
      throw badSetting('--limit', setting, `name=number, with one of ${known.join(', ')}.${didYouMean(name, known)}`);
    }
    limits[name] = readWhole(`--limit ${name}`, value, 1);
  }
  return limits as unknown as ServerLimits;
}

/** A site for a policy. Whatever could end its list or say something else in it is refused. */
function readAncestor(text: string): string {
  if (text === '*') return text;
  if (text === 'self') return "'self'";
  if (/^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/i.test(text)) return text;
  throw badSetting('--frame-ancestors', text, 'an origin such as https://example.org, self, or * for any site.');
}

/**
 * A key as settings have it: `name:hash`, or `name:hash:600` for so many requests a minute.
 * @throws KnowledgeError `bad-setting`, which does not repeat what was given
 */
export function readApiKey(given: string): ApiKey {
  const [, name, hex, perMinute] = /^([\w.-]{1,80}):([0-9a-f]{64})(?::([1-9]\d{0,6}))?$/i.exec(given) ?? [];
  if (name === undefined || hex === undefined) {
    throw badSetting(
      '--api-key',
      `${given.slice(0, 8)}…`,
      'a name, the SHA-256 of a key and a number, such as reader:9f86…:600.',
    );
  }
  const hash = Buffer.from(hex, 'hex');
  return perMinute === undefined ? { name, hash } : { name, hash, perMinute: Number(perMinute) };
}
