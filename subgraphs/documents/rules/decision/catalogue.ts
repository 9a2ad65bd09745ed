import { civilDate, yearOf, type CivilDate } from '../../../../core/civil-date.ts';
import { Fault } from '../../../../core/fault.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { optionalText, requiredText } from '../required-text.ts';
import { LONGEST } from './stage.ts';

/** The years that catalogues of decisions are kept for. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 9_998;
/** The most decisions that one catalogue lists. */
const MOST_DECISIONS = 100;

/** The last day on which a year's catalogue of decisions is published in time: 31 March. @see rule M1 */
export function catalogueDueOn(year: number): CivilDate {
  return civilDate(`${String(year).padStart(4, '0')}-03-31`);
}

/** How a catalogue stands on a day. */
export interface CatalogueStanding {
  /** It was published after its due day. */
  readonly isLate: boolean;
  /** It was not published by the day, and its due day is past. */
  readonly isOverdue: boolean;
}

/**
 * How a year's catalogue stands on a day; the due day itself is in time.
 *
 * @param publishedOn - null when it was not published
 * @see rule M1
 */
export function catalogueStanding(year: number, publishedOn: CivilDate | null, on: CivilDate): CatalogueStanding {
  const dueOn = catalogueDueOn(year);
  const isThere = publishedOn !== null && publishedOn <= on;
  return { isLate: isThere && publishedOn > dueOn, isOverdue: !isThere && dueOn < on };
}

/**
 * Lets only years through that catalogues are kept for.
 *
 * @throws Fault BAD_USER_INPUT for another one
 */
export function requireCatalogueYear(year: number): void {
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return;
  throw new Fault('BAD_USER_INPUT', `Expected a year from ${FIRST_YEAR} to ${LAST_YEAR}, got ${year}.`);
}

/** A decision as it is listed. */
export interface ListingInput {
  readonly title: string;
  readonly undertaker: string;
  readonly plannedFor?: string | null | undefined;
}

/** Why a decision is not listed: its texts, or another of the catalogue with its title. @see rule M1 */
export function listingRefusals(
  { title, undertaker, plannedFor }: ListingInput,
  otherTitles: readonly string[],
): Refusal[] {
  const refusals = [
    ...requiredText(['input', 'title'], title, LONGEST.title),
    ...requiredText(['input', 'undertaker'], undertaker, LONGEST.words),
    ...optionalText(['input', 'plannedFor'], plannedFor, LONGEST.words),
  ];
  if (otherTitles.includes(title.trim())) {
    refusals.push({ code: 'VALUE_REPEATED', path: ['input', 'title'], got: title.trim().slice(0, 100), rules: ['M1'] });
  }
  if (otherTitles.length >= MOST_DECISIONS) {
    const [expected, got] = [String(MOST_DECISIONS), String(otherTitles.length + 1)];
    refusals.push({ code: 'TOO_MANY_VALUES', path: ['input'], expected, got });
  }
  return refusals;
}

/** Why a year has no catalogue to add to: it lies too far back or ahead. */
export function yearRefusals(path: readonly string[], year: number, today: CivilDate): Refusal[] {
  const last = Math.min(yearOf(today) + 1, LAST_YEAR);
  if (year >= FIRST_YEAR && year <= last) return [];
  const expected = `${String(FIRST_YEAR)}–${String(last)}`;
  return [{ code: 'YEAR_OUT_OF_RANGE', path, expected, got: String(year), rules: ['M1'] }];
}

/** A document that a draft names, and how it stands. */
export interface NamedDocument {
  readonly title: string;
  readonly status: string | null;
}

/**
 * Every reason why a catalogue is not published: it is already, it lists nothing, or it names documents that the public
 * can not read.
 *
 * @see rule M1
 */
export function publicationRefusals(
  catalogue: { readonly isPublic: boolean; readonly decisions: number },
  named: readonly NamedDocument[],
): Refusal[] {
  if (catalogue.isPublic) {
    return [{ code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'DRAFT', got: 'PUBLISHED', rules: ['M1'] }];
  }
  const refusals: Refusal[] = [];
  if (catalogue.decisions === 0) {
    refusals.push({ code: 'VALUE_MISSING', path: ['id'], expected: 'MajorDecision', rules: ['M1'] });
  }
  for (const { title, status } of named) {
    if (status === 'PUBLISHED') continue;
    const got = `${title.slice(0, 100)}: ${status ?? 'NONE'}`;
    refusals.push({ code: 'STATUS_NOT_FITTING', path: ['id', 'links'], expected: 'PUBLISHED', got, rules: ['M1'] });
  }
  return refusals;
}
