/**
 * The server's settings, from options and the environment, checked once at the door.
 */
import { badSetting } from './problems.ts';

export interface ServerConfig {
  /** 0 takes any free port. */
  readonly port: number;
  /** Loopback unless said: an open port is a decision. */
  readonly host: string;
  /** The largest request body in bytes. */
  readonly bodyLimit: number;
  /** The longest a request may take, in milliseconds, from its first byte to its answer. */
  readonly timeLimit: number;
  /** The most tokens (names, braces, values) a query may have. */
  readonly tokenLimit: number;
  /** Whether browsers get the query editor. */
  readonly ide: boolean;
  /** Whether clients may read the schema. */
  readonly introspection: boolean;
  /** Whether each request is told on stderr. */
  readonly log: boolean;
}

export const defaultConfig: ServerConfig = {
  port: 4000,
  host: 'localhost',
  bodyLimit: 256 * 1024,
  timeLimit: 10_000,
  tokenLimit: 4000,
  ide: true,
  introspection: true,
  log: false,
};

/** What people may give: numbers as text, as they come from a command line. */
export interface ServerSettings extends Partial<Pick<ServerConfig, 'host' | 'ide' | 'introspection' | 'log'>> {
  readonly port?: string;
  readonly bodyLimit?: string;
  readonly timeLimit?: string;
  readonly tokenLimit?: string;
}

/**
 * The settings with defaults filled in; `PORT` and `HOST` of the environment count when no option says otherwise.
 * @throws KnowledgeError `bad-setting` when a number is none or out of range.
 */
export function readConfig(
  settings: ServerSettings,
  env: Readonly<Record<string, string | undefined>> = {},
): ServerConfig {
  const [portName, port] = settings.port === undefined && env.PORT ? ['PORT', env.PORT] : ['--port', settings.port];
  return {
    port: readWhole(portName, port, 0, 65_535) ?? defaultConfig.port,
    host: settings.host ?? (env.HOST || defaultConfig.host),
    bodyLimit: readWhole('--body-limit', settings.bodyLimit, 1024, 64 * 1024 * 1024) ?? defaultConfig.bodyLimit,
    timeLimit: readWhole('--time-limit', settings.timeLimit, 100, 600_000) ?? defaultConfig.timeLimit,
    tokenLimit: readWhole('--token-limit', settings.tokenLimit, 10, 1_000_000) ?? defaultConfig.tokenLimit,
    ide: settings.ide ?? defaultConfig.ide,
    introspection: settings.introspection ?? defaultConfig.introspection,
    log: settings.log ?? defaultConfig.log,
  };
}

function readWhole(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw badSetting(name, text, `a whole number from ${least} to ${most}`);
}
