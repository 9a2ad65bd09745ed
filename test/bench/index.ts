/** Runs one suite of measurements: `npm run bench -- fanout`. See README.md beside this file. */
const SUITES: Readonly<Record<string, () => Promise<{ run: (argv: readonly string[]) => Promise<void> }>>> = {
  aggregation: () => import('./aggregation/run.ts'),
  bursts: () => import('./bursts/run.ts'),
  coverage: () => import('./country/run.ts'),
  fanout: () => import('./fanout/run.ts'),
  gateway: () => import('./gateway/run.ts'),
  prices: () => import('./prices/run.ts'),
  search: () => import('./search/run.ts'),
};

const [name = '', ...argv] = process.argv.slice(2);
const suite = SUITES[name];
if (suite === undefined) {
  console.error(`Expected the name of a suite (${Object.keys(SUITES).join(', ')}), got ${JSON.stringify(name)}.`);
  process.exitCode = 2;
} else {
  await (await suite()).run(argv);
}
