/**
 * Graphology's packages, loaded when something is first measured: to answer about facts, nobody waits for them.
 *
 * They are CommonJS, so `require` gives what they are, the function itself, where their types claim a default export.
 */
import { createRequire } from 'node:module';
import { here } from '../base/shipped-files.ts';

const require = createRequire(here);

export const requireGraphology = (): typeof import('graphology') => require('graphology');
export const louvain = (): typeof import('graphology-communities-louvain').default =>
  require('graphology-communities-louvain');
