import { z } from 'zod';
import { CHANGE_KINDS, CHANGE_SUBJECTS, type ChangeKind, type ChangeSubject, type Json } from '../../core/change.ts';
import { covers, regionRange } from '../../core/region-code.ts';
import { canonicalJson } from '../../feed/canonical.ts';
import { recordDigest } from '../../feed/record-digest.ts';
import { ReachProblem, shown } from './reach-problem.ts';

/** An entry of another hub's log, as it was checked. */
export interface CountyEntry {
  /** Its place in that log; null for one of an export. */
  readonly cursor: string | null;
  readonly id: string;
  readonly kind: ChangeKind;
  readonly subject: ChangeSubject;
  readonly subjectId: string;
  readonly occurredAt: Date;
  readonly originId: string;
  readonly region: string | null;
  readonly publisher: string | null;
  readonly catalogueItems: readonly string[];
  readonly payload: Readonly<Record<string, Json>>;
  /** As schema/FEED.md §8.2, of what came. */
  readonly recordDigest: string;
}

/** What may be asked for, and so may come. */
export interface Wanted {
  readonly region: string;
  readonly subjects: readonly ChangeSubject[];
}

const name = z.string().min(1).max(500);

const Entry = z.object({
  cursor: name.nullable(),
  id: name,
  kind: z.enum(CHANGE_KINDS),
  subject: z.enum(CHANGE_SUBJECTS),
  subjectId: name,
  occurredAt: z.iso.datetime({ offset: true }),
  origin: name,
  region: name.nullable(),
  publisher: name.nullable(),
  catalogueItems: z.array(name),
  payload: z.record(z.string(), z.unknown()),
});

/** The longest payload, in characters of its canonical form: schema/FEED.md §10.4. */
const LONGEST_PAYLOAD = 1_048_576;

/**
 * Checks what came as an entry.
 *
 * @param value - flat: `origin`, `region`, `publisher` and `catalogueItems` by their ids
 * @throws ReachProblem FORGED
 */
export function entryOf(value: unknown, { region, subjects }: Wanted): CountyEntry {
  const read = Entry.safeParse(value);
  if (!read.success) throw forged(z.prettifyError(read.error));
  const { origin, occurredAt, ...entry } = read.data;
  const told = `${entry.subject} ${shown(entry.subjectId)}`;
  if (!subjects.includes(entry.subject)) throw forged(`${told} was not asked for`);
  if (entry.region === null || !/^\d{6}$/.test(entry.region) || !covers(regionRange(region), entry.region))
    throw forged(`${told} is of region ${shown(entry.region ?? 'none')}, where ${region} was asked for`);
  const payload = entry.payload as Readonly<Record<string, Json>>;
  return { ...entry, payload, originId: origin, occurredAt: new Date(occurredAt), recordDigest: digestOf(entry, told) };
}

function digestOf(entry: Pick<z.infer<typeof Entry>, 'subject' | 'subjectId' | 'payload'>, told: string): string {
  try {
    const payload = canonicalJson(entry.payload as Json);
    if (payload.length <= LONGEST_PAYLOAD) return recordDigest(entry.subject, entry.subjectId, payload);
  } catch (error) {
    throw forged(`${told} has no canonical form: ${shown(String(error))}`);
  }
  throw forged(`${told} has more than 1 MiB`);
}

/** The problem of an answer that does not fit. */
export function forged(what: string): ReachProblem {
  return new ReachProblem(
    'FORGED',
    `Expected an answer as schema/FEED.md describes it; got one that does not fit: ${what}.`,
  );
}
