import type { ChangeSubject } from '../core/change.ts';
import { Fault } from '../core/fault.ts';
import { covers, regionRange, type RegionRange } from '../core/region-code.ts';
import type { LogEntry } from './entry.ts';

/** Which entries a reader wants. What is left out or null fits all; an empty list fits nothing. `schema/FEED.md` §5. */
export interface ChangeFilter {
  readonly subjects?: readonly ChangeSubject[] | null | undefined;
  /** GB/T 2260 codes; each stands for everything below it too. */
  readonly regions?: readonly string[] | null | undefined;
  /** Ids of institutions. */
  readonly publishers?: readonly string[] | null | undefined;
}

/** A filter that was checked: null means that everything fits. */
export interface Selection {
  readonly subjects: readonly string[] | null;
  readonly regions: readonly RegionRange[] | null;
  readonly publishers: readonly string[] | null;
}

/** The most values that one list of a filter takes. */
const LONGEST_FILTER = 100;

/**
 * Checks a filter once, for all pages and events to which it is applied.
 *
 * @param among - the subjects that the reader can have at all
 * @throws Fault BAD_USER_INPUT when a region code is malformed or a list too long
 */
export function selectionOf(filter: ChangeFilter | null | undefined, among?: readonly ChangeSubject[]): Selection {
  const asked = limited('subjects', filter?.subjects);
  const regions = limited('regions', filter?.regions);
  return {
    subjects: asked === null || among === undefined ? (asked ?? among ?? null) : asked.filter((s) => among.includes(s)),
    regions: regions?.map(regionRange) ?? null,
    publishers: limited('publishers', filter?.publishers),
  };
}

/** Whether an entry fits; the same in memory as {@link conditionsOf} in the database. */
export function fits(entry: LogEntry, { subjects, regions, publishers }: Selection): boolean {
  const { subject, regionCode, publisherId } = entry;
  if (subjects !== null && !subjects.includes(subject)) return false;
  if (regions !== null && (regionCode === null || !regions.some((range) => covers(range, regionCode)))) return false;
  return publishers === null || (publisherId !== null && publishers.includes(publisherId));
}

/**
 * A selection as SQL conditions on `feed.entry`.
 *
 * @param bind - takes a value and gives its placeholder
 */
export function conditionsOf(selection: Selection, bind: (value: unknown) => string): string[] {
  const conditions: string[] = [];
  const { subjects, regions, publishers } = selection;
  if (subjects !== null) conditions.push(`subject = any(${bind(subjects)}::text[])`);
  if (publishers !== null) conditions.push(`publisher_id = any(${bind(publishers)}::text[])`);
  if (regions !== null) {
    const from = bind(regions.map((range) => range.from));
    const to = bind(regions.map((range) => range.to));
    conditions.push(`exists (select from unnest(${from}::text[], ${to}::text[]) as r(low, high)
      where region_code collate "C" between r.low and r.high)`);
  }
  return conditions;
}

function limited<Value>(name: string, values: readonly Value[] | null | undefined): readonly Value[] | null {
  if (values === null || values === undefined) return null;
  if (values.length <= LONGEST_FILTER) return values;
  const got = String(values.length);
  throw new Fault('BAD_USER_INPUT', `A filter takes at most ${String(LONGEST_FILTER)} ${name}; got ${got}.`);
}
