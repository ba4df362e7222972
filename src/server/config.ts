/**
 * The server's settings, from options and the environment, checked once at the door.
 */
import { didYouMean } from '../base/did-you-mean.ts';
import { defaultLimits, type QueryLimits } from '../graphql/limits/query-limits.ts';
import { badSetting } from './problems.ts';

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

export interface ServerConfig {
  /** 0 takes any free port. */
  readonly port: number;
  /** Loopback unless said: an open port is a decision. */
  readonly host: string;
  /** Names that are answered for beside this machine's, when it listens on this machine alone; `*` for any. */
  readonly hosts: readonly string[];
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
  readonly limits: ServerLimits;
}

export const defaultConfig: ServerConfig = {
  port: 4000,
  host: 'localhost',
  hosts: [],
  ide: true,
  index: true,
  frameAncestors: [],
  introspection: true,
  mcp: false,
  log: false,
  limits: {
    ...defaultLimits,
    maxBodyBytes: 256 * 1024,
    maxMilliseconds: 10_000,
    maxTokens: 4000,
    maxLaidOutEdges: 5000,
  },
};

/** What people may give: numbers as text, as they come from a command line. */
export interface ServerSettings
  extends Partial<Pick<ServerConfig, 'host' | 'ide' | 'index' | 'introspection' | 'mcp' | 'log'>> {
  readonly port?: string;
  /** Names to answer for beside this machine's. */
  readonly allowHost?: readonly string[];
  /** Sites that may show views in frames: origins, `self` for this one, `*` for any. */
  readonly frameAncestors?: readonly string[];
  /** `name=number` each, for example `maxDepth=20`. */
  readonly limit?: readonly string[];
}

/**
 * The settings with defaults filled in; `PORT` and `HOST` of the environment count when no option says otherwise.
 * @throws KnowledgeError `bad-setting` when a number is none or out of range, or a limit has no such name.
 */
export function readConfig(
  settings: ServerSettings,
  env: Readonly<Record<string, string | undefined>> = {},
): ServerConfig {
  const [portName, port] = settings.port === undefined && env.PORT ? ['PORT', env.PORT] : ['--port', settings.port];
  return {
    port: port === undefined ? defaultConfig.port : readWhole(portName, port, 0, 65_535),
    host: settings.host ?? (env.HOST || defaultConfig.host),
    hosts: settings.allowHost ?? defaultConfig.hosts,
    ide: settings.ide ?? defaultConfig.ide,
    index: settings.index ?? defaultConfig.index,
    frameAncestors: (settings.frameAncestors ?? []).map(readAncestor),
    introspection: settings.introspection ?? defaultConfig.introspection,
    mcp: settings.mcp ?? defaultConfig.mcp,
    log: settings.log ?? defaultConfig.log,
    limits: readLimits(settings.limit ?? []),
  };
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
    limits[name] = readWhole(`--limit ${name}`, value, 1, 2_147_483_647);
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

function readWhole(name: string, text: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw badSetting(name, text, `a whole number from ${least} to ${most}.`);
}
