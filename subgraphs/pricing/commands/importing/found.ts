import { SpooledLines } from '../../../kit/spooled-lines.ts';
import type { Finding } from '../../rules/finding.ts';
import { FINDINGS, type FindingCode } from '../../rules/finding-codes.ts';

/** Everything that was found in a file, however much: kept on disk in the order in which it was found, and counted. */
export class Found {
  readonly #lines: SpooledLines;
  readonly #counts = new Map<FindingCode, number>();

  private constructor(lines: SpooledLines) {
    this.#lines = lines;
  }

  static async open(): Promise<Found> {
    return new Found(await SpooledLines.open());
  }

  async add(findings: readonly Finding[]): Promise<void> {
    for (const finding of findings) {
      this.#counts.set(finding.code, (this.#counts.get(finding.code) ?? 0) + 1);
      await this.#lines.append(JSON.stringify(finding));
    }
  }

  /** How many there are of each code. */
  get counts(): ReadonlyMap<FindingCode, number> {
    return this.#counts;
  }

  /** How many refuse the list. */
  get errors(): number {
    return this.#sum('ERROR');
  }

  get warnings(): number {
    return this.#sum('WARNING');
  }

  async *all(): AsyncGenerator<Finding, void, void> {
    for await (const line of this.#lines.lines()) yield JSON.parse(line) as Finding;
  }

  async dispose(): Promise<void> {
    await this.#lines.dispose();
  }

  #sum(severity: 'ERROR' | 'WARNING'): number {
    return [...this.#counts].reduce(
      (sum, [code, count]) => sum + (FINDINGS[code].severity === severity ? count : 0),
      0,
    );
  }
}
