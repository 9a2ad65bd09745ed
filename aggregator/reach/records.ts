import { setTimeout as pause } from 'node:timers/promises';
import type { ChangeSubject } from '../../core/change.ts';
import { askForLines } from './answers.ts';
import type { CountyEntry, RecordsPart, RecordsRequest } from './contract.ts';
import { ExportCheck } from './export-check.ts';
import { readExportLine } from './export-lines.ts';
import { linesOf, type Line } from './lines.ts';
import { ReachProblem, type ReachCode } from './problem.ts';
import type { Transport } from './transport.ts';

const MOST_ENTRIES = 500;
const MOST_PART_BYTES = 4 * 1_048_576;

/** What a connection may do in the middle of a file without the file being bad. */
const PASSING: readonly ReachCode[] = ['UNREACHABLE', 'STALLED', 'BROKEN', 'BUSY'];

/** Records that were read and are not given out yet. */
interface Gathered {
  entries: CountyEntry[];
  bytes: number;
  /** Up to behind the last record that was read. */
  recordEnd: number;
  /** Up to where the file was read. */
  offset: number;
}

/**
 * The records of an export of the county's region, in parts; see `CountyHub.records`.
 *
 * @throws ReachProblem
 * @see schema/FEED.md §11
 */
export async function* recordsOf(
  transport: Transport,
  subject: ChangeSubject,
  request: RecordsRequest,
): AsyncGenerator<RecordsPart, void, void> {
  const { county, bounds } = transport;
  const where = `${county.endpoint}${fileOf(subject)}`;
  const check = new ExportCheck({ ...request, subject, region: county.region, where });
  const from = request.offset ?? 0;
  const read: Gathered = { entries: [], bytes: 0, recordEnd: from, offset: from };
  for (let tries = 0; !check.hasEnded();) {
    const before = read.offset;
    try {
      const lines = await openLines(transport, pathOf(county.region, subject, request, before), before);
      yield* partsOf(lines, { check, read, where });
      if (!check.hasEnded()) throw new ReachProblem('BROKEN', `${where}: the file ended without its last line.`);
    } catch (error) {
      tries = read.offset > before ? 1 : tries + 1;
      if (!(error instanceof ReachProblem && PASSING.includes(error.code)) || tries > bounds.mostTries) throw error;
      await pause(bounds.pauseMs * 2 ** (tries - 1));
    }
  }
  if (read.entries.length > 0) yield taken(read);
}

/**
 * A file of lines that a county's hub has beside its log, from its beginning; see `HubFiles.lines`.
 *
 * @throws ReachProblem, or TypeError for a path that is no such file
 */
export async function* fileLines(transport: Transport, path: string): AsyncGenerator<readonly string[], void, void> {
  if (!OWN_PATH.test(path) || path.includes('..')) {
    throw new TypeError(`Expected a path of the hub's own below /exports/, got ${JSON.stringify(path.slice(0, 80))}.`);
  }
  for await (const lines of await openLines(transport, path, 0)) yield lines.map(({ text }) => text);
}

const OWN_PATH = /^\/exports\/[\w-]+(?:\?[\w.~%!$'()*+,;:@/?=&-]*)?$/;

async function openLines(transport: Transport, path: string, from: number): Promise<AsyncIterable<readonly Line[]>> {
  const where = `${transport.county.endpoint}${path.replace(/\?.*$/s, '')}`;
  const bytes = await askForLines(transport, path);
  return linesOf(bytes, { from, mostBytes: transport.bounds.mostLineBytes, where });
}

/** Gives parts as soon as they are full; what is left when the lines end waits for more. */
async function* partsOf(
  lines: AsyncIterable<readonly Line[]>,
  { check, read, where }: { readonly check: ExportCheck; readonly read: Gathered; readonly where: string },
): AsyncGenerator<RecordsPart, void, void> {
  for await (const some of lines) {
    for (const { text, end } of some) {
      const entry = check.take(readExportLine(text, where));
      const bytes = end - read.offset;
      if (entry !== null && read.entries.length > 0 && read.bytes + bytes > MOST_PART_BYTES) yield taken(read);
      read.offset = end;
      if (entry === null) continue;
      read.entries.push(entry);
      read.bytes += bytes;
      read.recordEnd = end;
      if (read.entries.length === MOST_ENTRIES) yield taken(read);
    }
  }
}

function taken(read: Gathered): RecordsPart {
  const { entries, recordEnd } = read;
  read.entries = [];
  read.bytes = 0;
  return { entries, offset: recordEnd };
}

function fileOf(subject: ChangeSubject): string {
  return `/export/${subject.toLowerCase().replaceAll('_', '-')}.ndjson`;
}

function pathOf(region: string, subject: ChangeSubject, { at, range }: RecordsRequest, offset: number): string {
  const query = new URLSearchParams({
    ...{ at, region },
    ...(range?.after != null && { after: range.after }),
    ...(range?.until != null && { until: range.until }),
    ...(offset > 0 && { offset: String(offset) }),
  });
  return `${fileOf(subject)}?${query.toString()}`;
}
