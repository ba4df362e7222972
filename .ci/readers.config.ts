/**
 * The readers of the distribution: `npx vitest run --config .ci/readers.config.ts`.
 */
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: { include: ['.ci/*.test.ts'], reporters: ['verbose'], testTimeout: 120_000, hookTimeout: 120_000 },
});

export default config;
