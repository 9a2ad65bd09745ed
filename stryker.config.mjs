/**
 * `npm run test:mutation`: every rule is changed in small ways, and a test must notice each. The whole takes long; one
 * rule is named by `-- --mutate subgraphs/documents/rules/application/clock.ts`.
 *
 */
export default {
  mutate: ['subgraphs/*/rules/**/*.ts', 'core/{civil-date,text-input,working-calendar,yuan}.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.rules.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner'],
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  concurrency: 2,
  tempDirName: '.stryker-tmp',
  thresholds: { high: 95, low: 90, break: 90 },
};
