/**
 * The tests against a real Neo4j: `npm run test:neo4j`.
 */
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import everyTest from '../../vitest.config.ts';

const config: ViteUserConfig = defineConfig({
  ...everyTest,
  test: {
    ...everyTest.test,
    include: ['test/neo4j/*.law.ts'],
    globalSetup: [...[everyTest.test?.globalSetup ?? []].flat(), 'test/neo4j/start-neo4j.ts'],
    reporters: ['verbose'],
    maxWorkers: 1,
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
});

export default config;
