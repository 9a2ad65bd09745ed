import { z } from 'zod';
import { CHANGE_KINDS, CHANGE_SUBJECTS, type ChangeSubject } from '../../core/change.ts';
import { parseCivilDate } from '../../core/civil-date.ts';
import { covers, regionRange, type RegionRange } from '../../core/region-code.ts';
import { canonicalJson } from '../../feed/canonical.ts';
import { recordDigest } from '../../feed/record-digest.ts';
import type { CountyEntry, JsonObject } from './contract.ts';

/** What entries may be of. */
export interface Scope {
  readonly range: RegionRange;
  readonly subjects: readonly ChangeSubject[];
}

/** Entries of a region and of some subjects. */
export function scopeOf(region: string, subjects: readonly ChangeSubject[]): Scope {
  return { range: regionRange(region), subjects };
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
/** 1 MiB, `schema/FEED.md` §10.4. */
const LONGEST_PAYLOAD = 1_048_576;
const MOST_ITEMS = 10_000;

/** An id is one word of a line that digests are made of, and a key of a database. */
const id = z
  .string()
  .min(1)
  .max(500)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), 'expected text without control characters');
const regionCode = z.string().regex(/^\d{6}$/);
const instant = z.string().transform((text, context) => {
  const at = INSTANT.test(text) && parseCivilDate(text.slice(0, 10)) !== null ? new Date(text) : new Date(NaN);
  if (at.getUTCFullYear() >= 1900 && at.getUTCFullYear() <= 9999) return at;
  context.addIssue('expected an instant of RFC 3339');
  return z.NEVER;
});
// Not copied: a copy made member by member loses one that is called __proto__.
const payload = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'expected an object',
);
const common = {
  ...{ id, kind: z.enum(CHANGE_KINDS), subject: z.enum(CHANGE_SUBJECTS), subjectId: id },
  ...{ occurredAt: instant, payload },
};
const reference = z.object({ id });

/** An entry as `changes` gives it. */
export const node = z.object({
  ...common,
  cursor: z.string(),
  origin: reference,
  region: z.object({ code: regionCode }).nullable(),
  publisher: reference.nullable(),
  catalogueItems: z.array(reference).max(MOST_ITEMS),
});

/** An entry as a line of an export gives it. */
export const line = z.object({
  ...common,
  origin: id,
  region: regionCode.nullable(),
  publisher: id.nullable(),
  catalogueItems: z.array(id).max(MOST_ITEMS),
});

/** @throws TypeError as {@link entryOfLine} */
export function entryOfNode(given: z.output<typeof node>, scope: Scope): CountyEntry {
  const { origin, region, publisher, catalogueItems, cursor, ...rest } = given;
  const flat = {
    ...{ ...rest, origin: origin.id, region: region?.code ?? null, publisher: publisher?.id ?? null },
    catalogueItems: catalogueItems.map((item) => item.id),
  };
  return { ...entryOfLine(flat, scope), cursor };
}

/**
 * An entry with the digest of its record.
 *
 * @throws TypeError when it is of another region or subject than asked for, or its payload has no digest
 */
export function entryOfLine(given: z.output<typeof line>, scope: Scope): CountyEntry {
  const { origin, ...rest } = given;
  checkScope(given, scope);
  const canonical = canonicalJson(given.payload);
  if (canonical.length > LONGEST_PAYLOAD) throw new TypeError(`a payload has at most 1 MiB, got ${canonical.length}`);
  return {
    ...rest,
    cursor: null,
    originId: origin,
    recordDigest: recordDigest(given.subject, given.subjectId, canonical),
  };
}

function checkScope(given: z.output<typeof line>, { range, subjects }: Scope): void {
  const { subject, subjectId, region, payload: state } = given;
  if (!subjects.includes(subject)) throw new TypeError(`expected ${subjects.join(' ')}, got ${subject}`);
  if (region === null || !covers(range, region))
    throw new TypeError(`expected ${rangeText(range)}, got ${region ?? 'none'}`);
  if (subject === 'REGION' && subjectId !== region) {
    throw new TypeError(`expected the region ${region} to tell of itself, got one that tells of ${subjectId}`);
  }
  const told = state['region'];
  if (typeof told === 'string' && !covers(range, told)) {
    throw new TypeError(`expected a payload of ${rangeText(range)}, got one of ${JSON.stringify(told.slice(0, 20))}`);
  }
}

function rangeText({ from, to }: RegionRange): string {
  return from === to ? `region ${from}` : `a region from ${from} to ${to}`;
}
