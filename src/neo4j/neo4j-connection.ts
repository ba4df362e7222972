/**
 * One connection to a Neo4j: statements with parameters, rows back, failures as errors of ours with codes.
 *
 * Reads are tried again by the driver where that may help (a leader that moved, a connection that broke), writes are too,
 * since every write here can be done twice. The driver is loaded with the first connection: whoever has no Neo4j needs none.
 */
import { readFileSync } from 'node:fs';
import type { Driver, ManagedTransaction } from 'neo4j-driver';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { DEFAULT_NAMESPACE } from './names-in-neo4j.ts';
import * as problems from './problems.ts';
import type { MakeDate } from './values-in-neo4j.ts';

/** Where a Neo4j is, and who asks. What is left out is read from the environment. */
export interface Neo4jAddress {
  /** `bolt://host:7687`, `neo4j://` for a cluster, with `+s` for TLS. */
  readonly uri: string;
  /** `DIPLOGRAPH_NEO4J_USER` unless said; `neo4j` without either. */
  readonly user?: string | undefined;
  /** `DIPLOGRAPH_NEO4J_PASSWORD` unless said, or the first line of the file `DIPLOGRAPH_NEO4J_PASSWORD_FILE`. */
  readonly password?: string | undefined;
  /** The database; the server's default unless said. */
  readonly database?: string | undefined;
  /** The label under which the graph lives. Default `Diplograph`. */
  readonly namespace?: string | undefined;
}

/** A statement: its text, which has no values in it, and its parameters. */
export interface Statement {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export type Neo4jRow = Readonly<Record<string, unknown>>;
/** What is used of the driver's nodes and relationships; its own types are not there for whoever has no Neo4j. */
export interface StoredNode {
  readonly labels: string[];
  readonly properties: Readonly<Record<string, unknown>>;
}
export interface StoredEdge {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The oldest whose Cypher has all that statements use. */
const LEAST_VERSION = '5.13';
const CONNECT_MILLISECONDS = 5000;

export class Neo4jConnection {
  readonly namespace: string;
  readonly makeDate: MakeDate;
  readonly #address: Neo4jAddress;
  readonly #driver: Driver;

  private constructor(address: Neo4jAddress, driver: Driver, makeDate: MakeDate) {
    this.#address = address;
    this.#driver = driver;
    this.makeDate = makeDate;
    this.namespace = address.namespace ?? DEFAULT_NAMESPACE;
  }

  /** Throws `neo4j-driver-missing`, `neo4j-unreachable`, `neo4j-unauthorised`, `neo4j-version` or `bad-option`. */
  static async open(address: Neo4jAddress): Promise<Neo4jConnection> {
    const { default: neo4j } = await import('neo4j-driver').catch(() => {
      throw problems.driverMissing();
    });
    const { user, password } = credentials(address);
    let driver: Driver;
    try {
      driver = neo4j.driver(address.uri, password === undefined ? undefined : neo4j.auth.basic(user, password), {
        useBigInt: true,
        connectionTimeout: CONNECT_MILLISECONDS,
        connectionAcquisitionTimeout: 2 * CONNECT_MILLISECONDS,
        maxTransactionRetryTime: CONNECT_MILLISECONDS,
        userAgent: 'diplograph',
      });
    } catch {
      throw problems.noNeo4jAddress(address.uri);
    }
    const connection = new Neo4jConnection(address, driver, (...day) => new neo4j.types.Date(...day));
    try {
      await connection.#checkVersion();
    } catch (error) {
      await connection.close();
      throw error;
    }
    return connection;
  }

  async #checkVersion(): Promise<void> {
    const { agent = '' } = await this.#failing(() => this.#driver.getServerInfo(this.#database()));
    checkVersion(agent);
  }

  /** The rows of each statement, all read in one transaction. */
  read(statements: readonly Statement[], milliseconds: number): Promise<Neo4jRow[][]> {
    return this.#run('executeRead', statements, milliseconds);
  }

  /** Runs the statements in one transaction. */
  write(statements: readonly Statement[]): Promise<Neo4jRow[][]> {
    return this.#run('executeWrite', statements, 0);
  }

  /** Runs a statement about constraints or indexes, which wants a transaction of its own. */
  async define(text: string): Promise<void> {
    await this.write([{ text, parameters: {} }]);
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  async #run(
    how: 'executeRead' | 'executeWrite',
    statements: readonly Statement[],
    milliseconds: number,
  ): Promise<Neo4jRow[][]> {
    return this.#failing(async () => {
      const session = this.#driver.session(this.#database());
      try {
        return await session[how](
          async (transaction: ManagedTransaction) => {
            // All are sent before the first is answered: a round trip for all of them.
            const results = statements.map(({ text, parameters }) => transaction.run(text, parameters));
            const found = await Promise.all(results);
            return found.map(({ records }) => records.map((it) => it.toObject()));
          },
          milliseconds > 0 ? { timeout: milliseconds } : {},
        );
      } finally {
        await session.close();
      }
    }, milliseconds);
  }

  #database(): { database: string } | undefined {
    const { database } = this.#address;
    return database === undefined ? undefined : { database };
  }

  async #failing<T>(work: () => Promise<T>, milliseconds = 0): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw error instanceof KnowledgeError ? error : this.#errorOf(error as DriverError, milliseconds);
    }
  }

  #errorOf({ code = '', message }: DriverError, milliseconds: number): KnowledgeError {
    if (code.startsWith('Neo.ClientError.Security')) return problems.unauthorised(credentials(this.#address).user);
    if (code.includes('TransactionTimedOut') || code.includes('LockClientStopped'))
      return problems.timedOut(milliseconds);
    const [reason = ''] = message.split('\n');
    if (
      ['ServiceUnavailable', 'SessionExpired'].includes(code) ||
      code.includes('DatabaseUnavailable') ||
      code.includes('DatabaseNotFound')
    )
      return problems.unreachable(this.#address.uri, reason);
    return problems.engineFailed(reason);
  }
}

/** Throws `neo4j-version` for what a server calls itself, such as `Neo4j/5.26.0`, where it is older or no Neo4j. */
export function checkVersion(agent: string): void {
  const [, major = 0, minor = 0] = (/^Neo4j\/(\d+)\.(\d+)/.exec(agent) ?? []).map(Number);
  const [leastMajor = 0, leastMinor = 0] = LEAST_VERSION.split('.').map(Number);
  if (major < leastMajor || (major === leastMajor && minor < leastMinor)) throw problems.tooOld(agent, LEAST_VERSION);
}

interface DriverError {
  readonly code?: string;
  readonly message: string;
}

function credentials({ user, password }: Neo4jAddress): { user: string; password: string | undefined } {
  const { DIPLOGRAPH_NEO4J_USER, DIPLOGRAPH_NEO4J_PASSWORD, DIPLOGRAPH_NEO4J_PASSWORD_FILE: file } = process.env;
  return {
    user: user ?? DIPLOGRAPH_NEO4J_USER ?? 'neo4j',
    password: password ?? DIPLOGRAPH_NEO4J_PASSWORD ?? (file === undefined ? undefined : passwordIn(file)),
  };
}

function passwordIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '';
  } catch (error) {
    throw new KnowledgeError(
      'unreadable-input',
      `DIPLOGRAPH_NEO4J_PASSWORD_FILE cannot be read: ${(error as Error).message}.`,
    );
  }
}
