import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { runFolder, sharedFacts } from './test/kit/run-folder.ts';

const config: ViteUserConfig = defineConfig({
  // Vite would load graphql's ES module and Apollo its CommonJS twin, as Node does: two copies refuse each other's types.
  resolve: {
    alias: [
      { find: /^graphql$/, replacement: 'graphql/index.js' },
      // The examples are written as a user of the package writes them.
      { find: /^diplograph$/, replacement: fileURLToPath(new URL('src/index.ts', import.meta.url)) },
      {
        find: /^diplograph\/server$/,
        replacement: fileURLToPath(new URL('src/server/create-server.ts', import.meta.url)),
      },
    ],
  },
  plugins: [sharedFacts],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/kit/whole-run.ts'],
    env: { TMPDIR: runFolder },
    setupFiles: ['test/kit/one-seed.ts'],
    pool: 'threads',
    isolate: false,
    // Vitest leaves one core to others; of two, that is half.
    maxWorkers: '100%',
    // A page on a busy machine is waited for.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

export default config;
