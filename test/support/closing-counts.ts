import type { Reporter, TestModule } from 'vitest/node';

/** How many tests ended in which way. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Counts the tests of a run. A file that could not be loaded, or whose set-up failed, is one failure,
 * and so is an error outside every test: each must make the closing line show that something went wrong.
 */
function countTests(modules: readonly TestModule[], errorsOutsideTests: number): Counts {
  const counts = { passed: 0, failed: errorsOutsideTests, skipped: 0 };
  for (const module of modules) {
    counts.failed += module.errors().length;
    for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      counts[state === 'passed' ? 'passed' : state === 'failed' ? 'failed' : 'skipped'] += 1;
    }
  }
  return counts;
}

/** The line that ends a run: `12 passed, 0 failed`, and `, 1 skipped` where any was. */
function closingLine({ passed, failed, skipped }: Counts): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}

/** Prints the closing line when the run is over, however it ended. */
export class ClosingCounts implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const line = closingLine(countTests(modules, errors.length));
    // The runner still writes its own summary after this hook; ours must be the last line.
    process.once('exit', () => process.stdout.write(`${line}\n`));
  }
}
