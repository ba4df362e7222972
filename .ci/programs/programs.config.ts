/**
 * Gephi and Neo4j themselves, by hand: `npx vitest run --config .ci/programs/programs.config.ts`.
 */
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: { include: ['.ci/programs/*.test.ts'], reporters: ['verbose'], testTimeout: 900_000, hookTimeout: 900_000 },
});

export default config;
