import { defineConfig } from 'vitest/config';
import { ClosingCounts } from './test/support/closing-counts.ts';

/** `--mode long` runs the soaks of test/long, which no ordinary run includes. */
export default defineConfig(({ mode }) => ({
  // Vite would load the ESM build of graphql and Node the CommonJS one: two realms, and neither takes the other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: mode === 'long' ? ['test/long/**/*.test.ts'] : ['test/!(long)/**/*.test.ts'],
    globalSetup: 'test/support/prepared.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: mode === 'long' ? 1_800_000 : 30_000,
    hookTimeout: 60_000,
    reporters: ['default', new ClosingCounts()],
  },
}));
