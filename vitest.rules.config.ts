import { defineConfig } from 'vitest/config';

/** The tests of rules alone, which need no database: what mutation testing runs. */
export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: { include: ['test/rules/**/*.test.ts', 'test/core/**/*.test.ts'], pool: 'forks', maxWorkers: 1 },
});
