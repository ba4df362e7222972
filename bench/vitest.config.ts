/**
 * Benches run what is published: `dist`, loaded by Node itself. Vitest's own loading makes each call of a function of
 * another file dearer, which short walks feel and loops do not.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  resolve: {
    alias: [
      { find: /^graphql$/, replacement: 'graphql/index.js' },
      { find: /^\.\.\/src\/(.*)\.ts$/, replacement: `${fileURLToPath(new URL('../dist/', import.meta.url))}$1.js` },
    ],
  },
  test: {
    server: { deps: { external: [/\/dist\/.*\.js$/] } },
    benchmark: { include: ['bench/*.bench.ts'] },
    pool: 'forks',
    // What one of the others needs for a million edges.
    execArgv: ['--max-old-space-size=12000'],
    fileParallelism: false,
  },
});

export default config;
