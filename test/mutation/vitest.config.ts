/**
 * The tests that judge the mutants of one part, as `run.mjs` names them in the environment variable MUTATION_TESTS.
 */
import type { ViteUserConfig } from 'vitest/config';
import shared from '../../vitest.config.ts';

const config: ViteUserConfig = {
  ...shared,
  test: { ...shared.test, include: [process.env.MUTATION_TESTS ?? 'test/**/*.test.ts'] },
};

export default config;
