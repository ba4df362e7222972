/**
 * One server of the bench: `node bench/graphql/server.mjs KIND`. It prints its port when it listens.
 */
import { createServer as createHttp } from 'node:http';
import { parse } from 'graphql';
import { engineOf, QueryEngine } from '../../dist/graphql/query-engine.js';
import { defaultConfig } from '../../dist/server/config.js';
import { createServer } from '../../dist/server/create-server.js';
import { byHand, makeView } from './world.mjs';

process.on('SIGINT', () => process.exit(0));
process.env.NODE_ENV = 'production';
const view = makeView();

async function diplograph() {
  const server = await createServer({ graph: { view }, config: { ide: false }, print: () => {} });
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
  Diplograph: () => {
    // The server gets the engine of the graph; this one remembers no answers.
    engineOf(view.graph, defaultConfig.limits, { answerBytes: 0 });
    return diplograph();
  },
  'Diplograph, answers remembered': diplograph,
  'Diplograph, the engine alone on node:http': () => {
    const engine = new QueryEngine(view.graph, { answerBytes: 0 });
    const documents = new Map();
    return plainHttp(({ query, variables, operationName }) => {
      let document = documents.get(query);
      if (!document) documents.set(query, (document = parse(query)));
      const { json, extensions } = engine.answer({ view }, document, { variables, operationName });
      return `{"data":${json},"extensions":${JSON.stringify(extensions)}}`;
    });
  },
  'mercurius, jit': async () => {
    const { default: fastify } = await import('fastify');
    const { default: mercurius } = await import('mercurius');
    const { schema } = new QueryEngine(view.graph);
    const app = fastify();
    await app.register(mercurius, { schema, jit: 1, context: () => ({ view }) });
    await app.listen({ port: 0, host: '127.0.0.1' });
    return app.server.address().port;
  },
  'Apollo Server as it comes': async () => {
    const { ApolloServer } = await import('@apollo/server');
    const { startStandaloneServer } = await import('@apollo/server/standalone');
    const { schema } = new QueryEngine(view.graph);
    const server = new ApolloServer({ schema });
    const { url } = await startStandaloneServer(server, {
      listen: { port: 0, host: '127.0.0.1' },
      context: async () => ({ view }),
    });
    return new URL(url).port;
  },
  'graphql-js on node:http': async () => {
    const { execute } = await import('graphql');
    const { schema } = new QueryEngine(view.graph);
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
