import type { ChangeSubject, Json } from '../core/change.ts';
import { covers, regionRange, type RegionRange } from '../core/region-code.ts';
import type { Standing, SubjectName } from '../feed/standing.ts';
import { EntryRefused } from './entry-refused.ts';
import type { CountyEntry } from './reach/county-hub.ts';

/** Whose hub is pulled from. */
export interface Authority {
  /** GB/T 2260; names the lane. */
  readonly region: string;
  readonly range: RegionRange;
}

/** The members of a payload that name an institution whose act or property it is: they must be of the lane's regions. */
const OWNERS = ['issuer', 'institution', 'institutionId', 'office'] as const;

/** The members of a payload that name what the subject is a part of: a part of another hub's record is none of this one's. */
const WHOLES: Readonly<Partial<Record<ChangeSubject, { readonly member: string; readonly subject: ChangeSubject }>>> = {
  INTERPRETATION: { member: 'document', subject: 'DOCUMENT' },
  PRICE: { member: 'listId', subject: 'PRICE_LIST' },
  OPINION_RESPONSE: { member: 'event', subject: 'OPINION_EVENT' },
  DEADLINE_ALARM: { member: 'opinionEventId', subject: 'OPINION_EVENT' },
  MAJOR_DECISION: { member: 'catalogue', subject: 'DECISION_CATALOGUE' },
};

/** A key of a subject for maps. */
export function keyOf({ subject, subjectId }: SubjectName): string {
  return `${subject} ${subjectId}`;
}

/** The institutions that an entry is of. */
function ownersOf({ subject, subjectId, publisher, payload }: CountyEntry): readonly string[] {
  if (subject === 'INSTITUTION') return publisher === null || publisher === subjectId ? [] : [publisher];
  const named = OWNERS.map((member) => payload[member]).filter((id: Json | undefined) => typeof id === 'string');
  return [...new Set([...named, ...(publisher === null ? [] : [publisher])])];
}

/** What an entry is a part of. */
function wholeOf({ subject, payload }: CountyEntry): SubjectName | null {
  const whole = WHOLES[subject];
  const id = whole === undefined ? undefined : payload[whole.member];
  return whole === undefined || typeof id !== 'string' ? null : { subject: whole.subject, subjectId: id };
}

/** All that must be known of the log to judge an entry. */
export function namedBy(entry: CountyEntry): readonly SubjectName[] {
  const whole = wholeOf(entry);
  const owners = ownersOf(entry).map((subjectId) => ({ subject: 'INSTITUTION', subjectId }) as const);
  return [entry, ...owners, ...(whole === null ? [] : [whole])];
}

/**
 * Refuses what the hub of a lane has no say in: other regions, other institutions, records of other hubs and parts of
 * them. What this hub has made itself is handed over when it is of the lane's regions and institutions.
 *
 * @param standing - the latest entries of all that the entry names, by {@link keyOf}
 * @throws EntryRefused
 */
export function requireAuthority(
  entry: CountyEntry,
  { region, range }: Authority,
  standing: ReadonlyMap<string, Pick<Standing, 'lane' | 'regionCode'>>,
): void {
  const refuse = (expected: string, got: string): never => {
    throw new EntryRefused(entry, 'NOT_ITS_OWN', expected, got);
  };
  const isIn = (code: unknown): boolean => typeof code === 'string' && /^\d{6}$/.test(code) && covers(range, code);
  const isItsOwn = (held: Pick<Standing, 'lane' | 'regionCode'>): boolean =>
    held.lane === null ? isIn(held.regionCode) : held.lane === region;
  if (!isIn(entry.region)) refuse(`a region of ${region}`, entry.region ?? 'none');
  const told = entry.subject === 'REGION' ? entry.subjectId : entry.payload['region'];
  if (told != null && !isIn(told)) refuse(`a region of ${region}`, JSON.stringify(told));
  const there = standing.get(keyOf(entry));
  if (there !== undefined && !isItsOwn(there)) refuse(`what is held from ${region}`, whereabouts(there));
  for (const owner of ownersOf(entry)) {
    const institution = standing.get(keyOf({ subject: 'INSTITUTION', subjectId: owner }));
    // Notice of failure is given to a region by the one above it (rule C19).
    if (entry.subject === 'FAILURE_NOTICE' && institution !== undefined && isAbove(institution.regionCode, region))
      continue;
    if (institution === undefined || !isItsOwn(institution))
      refuse(`an institution of ${region}`, `${owner}, ${whereabouts(institution)}`);
  }
  const whole = wholeOf(entry);
  const wholeThere = whole === null ? undefined : standing.get(keyOf(whole));
  if (whole !== null && wholeThere !== undefined && !isItsOwn(wholeThere))
    refuse(`a part of what is held from ${region}`, `a part of ${keyOf(whole)}, ${whereabouts(wholeThere)}`);
}

function isAbove(code: string | null, region: string): boolean {
  return code !== null && code !== region && covers(regionRange(code), region);
}

function whereabouts(standing: Pick<Standing, 'lane' | 'regionCode'> | undefined): string {
  if (standing === undefined) return 'which is not known';
  return standing.lane === null
    ? `of region ${standing.regionCode ?? 'none'}, made here`
    : `which is held from ${standing.lane}`;
}
