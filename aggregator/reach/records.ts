import { createHash } from 'node:crypto';
import type { ChangeSubject } from '../../core/change.ts';
import type { KeyRange } from '../../feed/key-ranges.ts';
import { entryOf, forged, type CountyEntry, type Wanted } from './entry.ts';
import { linesOf } from './lines.ts';
import { ReachProblem } from './reach-problem.ts';
import type { Requests } from './requests.ts';

/** Which records are wanted. */
export interface RecordsRequest {
  readonly at: string;
  /** Bytes of the file that are here already. */
  readonly offset?: number;
  /** Only a stretch of ids. */
  readonly range?: KeyRange;
  /** What a whole file comes to. */
  readonly expect?: { readonly count: number; readonly digest: string };
}

/** Records that came together, and up to which byte of the file they go. */
export interface RecordsPart {
  readonly entries: readonly CountyEntry[];
  readonly offset: number;
}

const ENTRIES_PER_PART = 500;
const PART_CHARACTERS = 4_194_304;

/** How many times in a row a file that broke off is gone on with, before that is told. */
const TRIES = 3;

/**
 * The records of one subject kind, in parts, each checked before it is given out. A file that breaks off is gone on with
 * where it stopped; it is whole when its last line has come, and that fits.
 *
 * @throws ReachProblem
 */
export async function* recordsOf(
  requests: Requests,
  subject: ChangeSubject,
  asked: RecordsRequest,
  { region, lineBytes }: { readonly region: string; readonly lineBytes: number },
): AsyncGenerator<RecordsPart, void, void> {
  const reader = new RecordsReader(subject, asked, region);
  for (let tries = 0, isWhole = false; !isWhole;) {
    const before = reader.offset;
    try {
      const bytes = await requests.get(pathOf(subject, asked, { region, offset: before }), 'application/x-ndjson');
      for await (const { lines, offset } of linesOf(bytes, { from: before, most: lineBytes })) {
        for (const line of lines) reader.read(line);
        reader.offset = offset;
        if (reader.isFull) yield reader.part();
      }
      isWhole = reader.isWhole;
      if (!isWhole) throw new ReachProblem('CUT_OFF', `${subject}: the file has no last line.`);
    } catch (error) {
      const isBroken = error instanceof ReachProblem && ['UNREACHABLE', 'STALLED', 'CUT_OFF'].includes(error.code);
      tries = reader.offset > before ? 0 : tries + 1;
      if (!isBroken || tries >= TRIES) throw error;
    }
  }
  if (reader.hasPart) yield reader.part();
}

function pathOf(
  subject: ChangeSubject,
  { at, range }: RecordsRequest,
  { region, offset }: { readonly region: string; readonly offset: number },
): string {
  const parameters = new URLSearchParams({ at, region });
  if (range?.after != null) parameters.set('after', range.after);
  if (range?.until != null) parameters.set('until', range.until);
  if (offset > 0) parameters.set('offset', String(offset));
  return `/export/${subject.toLowerCase().replaceAll('_', '-')}.ndjson?${parameters.toString()}`;
}

/** What was read of a file so far. */
class RecordsReader {
  offset: number;
  isWhole = false;
  #waiting: CountyEntry[] = [];
  #characters = 0;
  #last: Buffer | null = null;
  #count = 0;
  #isBegun: boolean;
  readonly #isFromStart: boolean;
  readonly #hash = createHash('sha256');
  readonly #wanted: Wanted;

  readonly #asked: RecordsRequest;

  constructor(subject: ChangeSubject, asked: RecordsRequest, region: string) {
    this.#asked = asked;
    this.offset = asked.offset ?? 0;
    this.#isFromStart = this.offset === 0;
    this.#isBegun = !this.#isFromStart;
    this.#wanted = { region, subjects: [subject] };
  }

  get isFull(): boolean {
    return this.#waiting.length >= ENTRIES_PER_PART || this.#characters >= PART_CHARACTERS;
  }

  get hasPart(): boolean {
    return this.#waiting.length > 0;
  }

  part(): RecordsPart {
    const entries = this.#waiting;
    [this.#waiting, this.#characters] = [[], 0];
    return { entries, offset: this.offset };
  }

  read(line: string): void {
    if (this.isWhole) throw forged('lines come after the last one');
    const value = parsed(line);
    if (!this.#isBegun) this.#begin(value);
    else if ('end' in value) this.#end(value['end']);
    else this.#record(value, line.length);
  }

  #begin(value: Record<string, unknown>): void {
    const { subject, cursor, region } = (value['export'] ?? {}) as Record<string, unknown>;
    const isAsked = subject === this.#wanted.subjects[0] && region === this.#wanted.region;
    if (!isAsked || cursor !== this.#asked.at) throw forged('the file is another than was asked for');
    this.#isBegun = true;
  }

  #record(value: object, characters: number): void {
    const entry = entryOf({ ...value, cursor: null }, this.#wanted);
    if (entry.kind === 'WITHDRAWN') throw forged(`${entry.subject} ${entry.subjectId} is withdrawn`);
    const { after = null, until = null } = this.#asked.range ?? {};
    const key = Buffer.from(entry.subjectId);
    const last = this.#last ?? (after === null ? null : Buffer.from(after));
    if (last !== null && Buffer.compare(last, key) >= 0) throw forged('its ids do not rise');
    if (until !== null && Buffer.compare(key, Buffer.from(until)) > 0)
      throw forged('its ids go beyond what was asked for');
    this.#last = key;
    this.#count += 1;
    this.#hash.update(`${entry.subjectId} ${entry.recordDigest}\n`);
    this.#waiting.push(entry);
    this.#characters += characters;
  }

  /** What the last line says is of the whole file, so it can be checked where that was read. */
  #end(value: unknown): void {
    const { count, digest } = (value ?? {}) as Record<string, unknown>;
    const { expect } = this.#asked;
    if (expect !== undefined && (expect.count !== count || expect.digest !== digest))
      throw forged('the file comes to something else than the list of files says');
    if (this.#isFromStart && (count !== this.#count || digest !== this.#hash.digest('hex')))
      throw forged('its last line does not fit its records');
    this.isWhole = true;
  }
}

function parsed(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw forged('a line is no JSON object');
}
