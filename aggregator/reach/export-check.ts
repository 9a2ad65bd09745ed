import { createHash } from 'node:crypto';
import type { ChangeSubject } from '../../core/change.ts';
import type { KeyRange } from '../../feed/key-ranges.ts';
import type { CountyEntry, RecordsRequest } from './contract.ts';
import { entryOfLine, scopeOf, type Scope } from './entry.ts';
import { forged, type ExportLine } from './export-lines.ts';
import { comesBefore } from './key-order.ts';

/** A file whose lines are to be checked. */
export interface CheckedFile extends RecordsRequest {
  readonly subject: ChangeSubject;
  readonly region: string;
  /** For messages. */
  readonly where: string;
}

/** Checks the lines of one export in their order, across connections that broke. */
export class ExportCheck {
  readonly #file: CheckedFile;
  readonly #scope: Scope;
  readonly #range: KeyRange;
  readonly #hash = createHash('sha256');
  /** Whether the file is read from its first byte, so that its digest is known in the end. */
  readonly #isWhole: boolean;
  #hasBegun: boolean;
  #count = 0;
  #last: string | null;
  #isOver = false;

  constructor(file: CheckedFile) {
    this.#file = file;
    this.#scope = scopeOf(file.region, [file.subject]);
    this.#range = file.range ?? { after: null, until: null };
    this.#isWhole = (file.offset ?? 0) === 0;
    this.#hasBegun = !this.#isWhole;
    this.#last = this.#range.after;
  }

  /** Whether the last line was there; nothing may follow it. */
  hasEnded(): boolean {
    return this.#isOver;
  }

  /**
   * @returns the record of the line, or null when it is the first or the last one
   * @throws ReachProblem FORGED_FILE
   */
  take(given: ExportLine): CountyEntry | null {
    if (this.#isOver) throw this.#forged('a line follows the last one');
    if ('begin' in given) this.#begin(given.begin);
    else if (!this.#hasBegun) throw this.#forged('the first line does not say what it is an export of');
    else if ('end' in given) this.#end(given.end);
    else return this.#record(given.record);
    return null;
  }

  #begin({ subject, cursor, region }: { subject: string; cursor: string; region: string | null }): void {
    const { subject: asked, at, region: ours } = this.#file;
    if (this.#hasBegun) throw this.#forged('it begins a second time');
    if (subject !== asked || cursor !== at || region !== ours)
      throw this.#forged('it is another file than was asked for');
    this.#hasBegun = true;
  }

  #record(given: Extract<ExportLine, { record: unknown }>['record']): CountyEntry {
    const entry = this.#inScope(given);
    const { subjectId, recordDigest } = entry;
    const { until } = this.#range;
    if (entry.kind === 'WITHDRAWN') throw this.#forged(`${subjectId} is withdrawn`);
    if (this.#last !== null && !comesBefore(this.#last, subjectId)) throw this.#forged(`${subjectId} is out of order`);
    if (until !== null && comesBefore(until, subjectId))
      throw this.#forged(`${subjectId} is outside what was asked for`);
    this.#last = subjectId;
    this.#count += 1;
    const most = this.#file.expect?.count;
    if (most !== undefined && this.#count > most) throw this.#forged(`expected ${most} records, got more`);
    this.#hash.update(`${subjectId} ${recordDigest}\n`);
    return entry;
  }

  #inScope(given: Extract<ExportLine, { record: unknown }>['record']): CountyEntry {
    try {
      return entryOfLine(given, this.#scope);
    } catch (error) {
      throw this.#forged(`${given.subjectId}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  #end(told: { readonly count: number; readonly digest: string }): void {
    const { expect } = this.#file;
    if (expect !== undefined && (told.count !== expect.count || told.digest !== expect.digest)) {
      throw this.#forged('its end tells of other records than its manifest');
    }
    if (this.#isWhole && told.count !== this.#count) {
      throw this.#forged(`its end tells of ${told.count} records, and ${this.#count} came`);
    }
    if (this.#isWhole && told.digest !== this.#hash.digest('hex')) {
      throw this.#forged('its records do not have the digest that its end tells');
    }
    this.#isOver = true;
  }

  #forged(words: string): Error {
    return forged(this.#file.where, words);
  }
}
