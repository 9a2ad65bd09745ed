import { z } from 'zod';
import { CHANGE_SUBJECTS, type ChangeSubject } from '../../core/change.ts';
import type { SubjectDigest } from '../../feed/digest.ts';
import type { KeyRange, KeyRangeDigest } from '../../feed/key-ranges.ts';
import type { County } from '../counties.ts';
import { CHANGES, pageOf, type ChangesPage } from './changes-page.ts';
import { forged } from './entry.ts';
import { linesOf } from './lines.ts';
import { ReachProblem } from './reach-problem.ts';
import { recordsOf, type RecordsPart, type RecordsRequest } from './records.ts';
import { problemIn, REACH_LIMITS, requestsTo, type ReachLimits, type Requests } from './requests.ts';
import { wakeUpsOf } from './wake-ups.ts';

export type { ChangesPage } from './changes-page.ts';
export type { CountyEntry } from './entry.ts';

/** The files of an export, and the place of the log that they are pinned to. */
export interface Manifest {
  /** The id of the hub that answered. */
  readonly hub: string;
  readonly cursor: string;
  readonly files: readonly SubjectDigest[];
}

/** Another hub, as far as it is pulled from. Whatever it answers is checked before it is given out; all throw ReachProblem. */
export interface CountyHub {
  /** What there is to take, as it stands at a place of its log or, with null, now. */
  manifest(at: string | null): Promise<Manifest>;
  /** What came after a place, at most so many entries, or fewer where they are large. */
  changes(after: string | null, first: number): Promise<ChangesPage>;
  digests(at: string): Promise<readonly SubjectDigest[]>;
  keyRanges(at: string, subject: ChangeSubject, range: KeyRange, parts: number): Promise<readonly KeyRangeDigest[]>;
  records(subject: ChangeSubject, asked: RecordsRequest): AsyncIterable<RecordsPart>;
  /** A file of lines beside the log. */
  lines(path: string): AsyncIterable<readonly string[]>;
  /** Tells that entries came after a place, until the signal ends it. */
  wakeUps(after: string, signal: AbortSignal): AsyncIterator<true, undefined>;
  close(): Promise<void>;
}

const Digest = z.object({ count: z.int().min(0), digest: z.string().regex(/^[0-9a-f]{64}$/) });
const SubjectDigests = z.array(Digest.extend({ subject: z.enum(CHANGE_SUBJECTS) }));
const ManifestAnswer = z.object({
  hub: z.object({ id: z.string().min(1) }),
  cursor: z.string(),
  files: SubjectDigests,
});
const DigestsAnswer = z.object({ digests: SubjectDigests });
const KeyRangesAnswer = z.object({
  keyRanges: z.array(Digest.extend({ after: z.string().nullable(), until: z.string().nullable() })).min(1),
});

const DIGESTS = `query($at: Cursor!, $region: ID) { digests(at: $at, region: $region) { subject count digest } }`;
const KEY_RANGES = `query($at: Cursor!, $region: ID, $subject: ChangeSubject!, $after: String, $until: String, $parts: Int!) {
  keyRanges(at: $at, region: $region, subject: $subject, after: $after, until: $until, parts: $parts) { after until count digest } }`;

/** How often a quiet live connection is looked after, in milliseconds. */
const PING_MS = 15_000;

/** Reaches the hub of a county; nothing is sent yet. */
export function reachCounty(county: County, limits: ReachLimits = REACH_LIMITS): CountyHub {
  const requests = requestsTo(county, limits);
  const { region, subjects } = county;
  return {
    manifest: async (at) => {
      const parameters = new URLSearchParams({ region, ...(at !== null && { at }) });
      const { hub, cursor, files } = checked(ManifestAnswer, await requests.json(`/export?${parameters.toString()}`));
      if (at !== null && cursor !== at) throw forged('its files are of another place than was asked for');
      return { hub: hub.id, cursor, files };
    },
    changes: async (after, first) => {
      const filter = { regions: [region], subjects };
      const ask = (most: number) => askedFor(requests, CHANGES, { after, first: most, filter });
      const [data, most] = await smallEnough(ask, first);
      return pageOf(data, { after, first: most }, { region, subjects });
    },
    digests: async (at) => checked(DigestsAnswer, await askedFor(requests, DIGESTS, { at, region })).digests,
    keyRanges: async (at, subject, range, parts) => {
      const { after, until } = range;
      const variables = { at, region, subject, after, until, parts };
      return followingOn(checked(KeyRangesAnswer, await askedFor(requests, KEY_RANGES, variables)).keyRanges, range);
    },
    records: (subject, asked) => recordsOf(requests, subject, asked, { region, lineBytes: limits.lineBytes }),
    lines: async function* (path) {
      const bytes = await requests.get(path, 'application/x-ndjson');
      for await (const { lines } of linesOf(bytes, { from: 0, most: limits.lineBytes })) yield lines;
    },
    wakeUps: (after, signal) =>
      wakeUpsOf(county, { after, filter: { regions: [region], subjects } }, { signal, pingMs: PING_MS }),
    close: () => requests.close(),
  };
}

/** What a page of so many entries came to; of fewer, when so many are too large for one answer. */
async function smallEnough(ask: (most: number) => Promise<unknown>, first: number): Promise<[unknown, number]> {
  for (let most = first; ; most = Math.ceil(most / 8)) {
    try {
      return [await ask(most), most];
    } catch (error) {
      if (most === 1 || !(error instanceof ReachProblem) || error.code !== 'TOO_LARGE') throw error;
    }
  }
}

async function askedFor(
  requests: Requests,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const answer = await requests.ask(query, variables);
  const { data, errors } = (answer ?? {}) as { readonly data?: unknown; readonly errors?: unknown };
  if (Array.isArray(errors) && errors.length > 0) throw problemIn(errors);
  return data;
}

function checked<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const read = schema.safeParse(value);
  if (!read.success) throw forged(z.prettifyError(read.error).slice(0, 500));
  return read.data;
}

/** Stretches that cover what was asked for without a gap. */
function followingOn(parts: readonly KeyRangeDigest[], { after, until }: KeyRange): readonly KeyRangeDigest[] {
  const isWhole = parts[0]?.after === after && parts.at(-1)?.until === until;
  const isRising = parts.every((part, index) => {
    const next = parts[index + 1];
    const isInOrder =
      part.after === null ||
      part.until === null ||
      Buffer.compare(Buffer.from(part.after), Buffer.from(part.until)) < 0;
    return isInOrder && (next === undefined || (part.until !== null && next.after === part.until));
  });
  if (!isWhole || !isRising) throw forged('its stretches do not cover what was asked for');
  return parts;
}
