/**
 * One server of the bench: `node bench/graphql/server.mjs KIND`. It prints its port when it listens.
 */
import { createServer as createHttp } from 'node:http';
import { parse } from 'graphql';
import { QueryEngine } from '../../dist/graphql/query-engine.js';
import { createServer } from '../../dist/server/create-server.js';
import { byHand, makeView } from './world.mjs';

process.on('SIGINT', () => process.exit(0));
process.env.NODE_ENV = 'production';
const view = makeView();

const served = (options) => {
  const engine = new QueryEngine(view, options);
  return {
    schema: engine.schema,
    execute: (document, variables, operationName) => engine.answer(document, variables, operationName),
    validationRules: engine.validationRules,
    summary: { nodes: view.nodeCount, edges: view.edgeCount, loadedAt: '' },
  };
};

async function diplograph(options) {
  const graph = served(options);
  const server = await createServer({ graph: { current: () => graph }, config: { ide: false }, print: () => {} });
  await server.listen({ port: 0, host: '127.0.0.1' });
  return server.server.address().port;
}

const plainHttp = (answer) =>
  new Promise((listening) => {
    const server = createHttp((request, response) => {
      const chunks = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        const text = answer(JSON.parse(Buffer.concat(chunks).toString()));
        response.setHeader('content-type', 'application/json; charset=utf-8');
        response.setHeader('content-length', Buffer.byteLength(text));
        response.end(text);
      });
    });
    server.listen(0, '127.0.0.1', () => listening(server.address().port));
  });

const kinds = {
  'node:http, JSON.stringify of an answer made by hand': () =>
    plainHttp(({ operationName, variables }) => JSON.stringify(byHand[operationName](variables))),
  Diplograph: () => diplograph({ answerCache: 0 }),
  'Diplograph, answers kept': () => diplograph({}),
  'Diplograph, the engine alone on node:http': () => {
    const engine = new QueryEngine(view, { answerCache: 0 });
    const documents = new Map();
    return plainHttp(({ query, variables, operationName }) => {
      let document = documents.get(query);
      if (!document) documents.set(query, (document = parse(query)));
      return engine.answer(document, variables, operationName).text;
    });
  },
  'mercurius, jit': async () => {
    const { default: fastify } = await import('fastify');
    const { default: mercurius } = await import('mercurius');
    const { schema } = new QueryEngine(view);
    const app = fastify();
    await app.register(mercurius, { schema, jit: 1, context: () => ({ view }) });
    await app.listen({ port: 0, host: '127.0.0.1' });
    return app.server.address().port;
  },
  'Apollo Server as it comes': async () => {
    const { ApolloServer } = await import('@apollo/server');
    const { startStandaloneServer } = await import('@apollo/server/standalone');
    const { schema } = new QueryEngine(view);
    const server = new ApolloServer({ schema });
    const { url } = await startStandaloneServer(server, {
      listen: { port: 0, host: '127.0.0.1' },
      context: async () => ({ view }),
    });
    return new URL(url).port;
  },
  'graphql-js on node:http': async () => {
    const { execute } = await import('graphql');
    const { schema } = new QueryEngine(view);
    const documents = new Map();
    return plainHttp(({ query, variables, operationName }) => {
      let document = documents.get(query);
      if (!document) documents.set(query, (document = parse(query)));
      return JSON.stringify(
        execute({ schema, document, variableValues: variables, operationName, contextValue: { view } }),
      );
    });
  },
};

const [, , kind = ''] = process.argv;
if (kinds[kind]) console.log(await kinds[kind]());
else console.log(JSON.stringify(Object.keys(kinds)));
