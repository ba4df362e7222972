/**
 * The tests that judge the mutants of one part, as `run.mjs` names them in the environment variable MUTATION_TESTS.
 */
import type { ViteUserConfig } from 'vitest/config';
import shared from '../../vitest.config.ts';
import { keepThread } from './kept-thread.ts';

const { setupFiles = [], ...test } = shared.test ?? {};
const config: ViteUserConfig = {
  ...shared,
  // Neither plugin nor set-up of the suite: mutants are to be met on the way from texts to a graph, which a snapshot would spare.
  plugins: [keepThread],
  test: {
    ...test,
    setupFiles: [setupFiles, 'test/mutation/no-mutant-yet.ts'].flat(),
    globalSetup: [],
    // A test that is slow because the machine is busy has noticed nothing; Stryker ends what never ends.
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    env: { FILTER_LAW_RUNS: '100' },
    include: process.env.MUTATION_TESTS?.split(' ') ?? [],
  },
};

export default config;
