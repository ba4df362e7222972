/**
 * Apollo's packages, by `require`.
 *
 * They hold the same code twice, as ES modules and as CommonJS. To find and link their 130 ES modules takes Node 20 as
 * long as anything else at the start of a server; the CommonJS files take less than half of it.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export const apollo: typeof import('@apollo/server') = require('@apollo/server');
export const apolloErrors: typeof import('@apollo/server/errors') = require('@apollo/server/errors');
export const disabledPlugins: typeof import('@apollo/server/plugin/disabled') = require('@apollo/server/plugin/disabled');
export const apolloOnFastify: typeof import('@as-integrations/fastify') = require('@as-integrations/fastify');
