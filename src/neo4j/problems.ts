/**
 * What can go wrong between this program and a Neo4j, in sentences with a code: thrown to whoever loads or connects, and
 * as GraphQL errors to whoever asks.
 */
import { GraphQLError } from 'graphql';
import { KnowledgeError } from '../base/knowledge-error.ts';
import { codeOf } from '../graphql/problems.ts';

export const driverMissing = (): KnowledgeError =>
  new KnowledgeError(
    'neo4j-driver-missing',
    'Talking to Neo4j needs the package "neo4j-driver". Install it: npm install neo4j-driver@6.',
  );

export const unreachable = (uri: string, reason: string): KnowledgeError =>
  new KnowledgeError(
    'neo4j-unreachable',
    `No Neo4j answers at ${uri} (${reason}). Check that it runs, and the address: bolt://host:7687, or neo4j:// for a cluster.`,
  );

export const noNeo4jAddress = (uri: string): KnowledgeError =>
  new KnowledgeError(
    'bad-option',
    `"${uri}" is no address of a Neo4j. Write bolt://host:7687, bolt+s:// or neo4j+s:// with TLS, neo4j:// for a cluster.`,
  );

export const unauthorised = (user: string): KnowledgeError =>
  new KnowledgeError(
    'neo4j-unauthorised',
    `Neo4j does not let "${user}" in. Give DIPLOGRAPH_NEO4J_USER and DIPLOGRAPH_NEO4J_PASSWORD, or the password in a file that DIPLOGRAPH_NEO4J_PASSWORD_FILE names.`,
  );

export const tooOld = (version: string, least: string): KnowledgeError =>
  new KnowledgeError(
    'neo4j-version',
    `This Neo4j is ${version}, and ${least} is the oldest that is known to answer alike. Use Neo4j ${least} or a later one.`,
  );

export const timedOut = (milliseconds: number): KnowledgeError =>
  new KnowledgeError(
    'neo4j-timeout',
    `Neo4j did not answer within ${milliseconds} ms. Ask for less, or raise the limit maxMilliseconds.`,
  );

export const notLoaded = (namespace: string): KnowledgeError =>
  new KnowledgeError(
    'neo4j-not-loaded',
    `Neo4j holds no graph under the label "${namespace}". Load one: diplograph load neo4j.`,
  );

export const halfLoaded = (namespace: string): KnowledgeError =>
  new KnowledgeError(
    'neo4j-half-loaded',
    `The graph "${namespace}" in Neo4j is being loaded, or its loading was broken off. Wait, or run diplograph load neo4j again: it goes on where it stopped.`,
  );

export const beingCopied = (edges: number): KnowledgeError =>
  new KnowledgeError(
    'neo4j-being-copied',
    `This answer rests on the whole graph, whose ${edges} edges are just being read from Neo4j, once for all such questions. Ask again in a moment.`,
  );

export const tooLargeToCopy = (edges: number, allowed: number): KnowledgeError =>
  new KnowledgeError(
    'not-on-neo4j',
    `This needs the whole graph in memory, which has ${edges} edges in Neo4j, and ${allowed} are read at most. Ask at /graphql, or serve the folder of facts without --engine.`,
  );

export const otherOntology = (namespace: string): KnowledgeError =>
  new KnowledgeError(
    'neo4j-other-ontology',
    `The graph "${namespace}" in Neo4j was loaded under another ontology than the one given. Load it again: diplograph load neo4j.`,
  );

export const otherFormat = (namespace: string): KnowledgeError =>
  new KnowledgeError(
    'neo4j-other-format',
    `The graph "${namespace}" in Neo4j was loaded by another version of this program. Load it again: diplograph load neo4j.`,
  );

export const namespaceTaken = (namespace: string): KnowledgeError =>
  new KnowledgeError(
    'bad-option',
    `The namespace "${namespace}" is a node type of the ontology, and both are labels. Choose another with --namespace.`,
  );

export const unstorable = (id: string, name: string): KnowledgeError =>
  new KnowledgeError(
    'neo4j-unstorable-text',
    `"${name}" of "${id}" has half of a surrogate pair, which Neo4j would change. Write the text in whole characters.`,
  );

export const engineFailed = (message: string): KnowledgeError =>
  new KnowledgeError('neo4j-failed', `Neo4j could not do what was asked: ${message}`);

export const tooLargeForNeo4j = (what: string, found: number, allowed: number): GraphQLError =>
  new GraphQLError(
    `${what} would fetch more than ${allowed} rows from Neo4j (${found} at least). Filter earlier, or take fewer steps.`,
    { extensions: { code: 'NEO4J_TOO_LARGE', limit: allowed } },
  );

/** A failure of the engine, for whoever asked by GraphQL: they may try again. */
export const asGraphQLError = (error: KnowledgeError): GraphQLError =>
  new GraphQLError(error.message, { extensions: { code: codeOf(error), http: { status: 503 } } });

export const badMarker = (namespace: string): KnowledgeError =>
  new KnowledgeError(
    'neo4j-other-format',
    `The ontology that the graph "${namespace}" in Neo4j keeps cannot be read. Load it again: diplograph load neo4j.`,
  );
