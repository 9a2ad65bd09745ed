import { addDays, parseCivilDate, yearOf, type CivilDate } from '../../../../core/civil-date.ts';

/** Whether an institution has published its prices of a kind. */
export const PUBLICATION_STATUSES = ['NEVER', 'STALE', 'CURRENT'] as const;
export type PublicationStatus = (typeof PUBLICATION_STATUSES)[number];

/** Who sells what has a price list: hospitals, and the health centres that treat patients as they do. */
export const PRICED_KINDS = ['HOSPITAL', 'TOWNSHIP_HEALTH_CENTRE', 'COMMUNITY_HEALTH_CENTRE'] as const;
export type PricedKind = (typeof PRICED_KINDS)[number];

/**
 * The last day on which a list that was published is stale: the same day a year before; of 29 February the 28th. Prices
 * are adjusted within 20 working days of a change, so that one which nobody touched for a year is likely to be wrong.
 *
 * @see rules H1, H11
 */
export function lastStaleDay(on: CivilDate): CivilDate {
  const year = String(yearOf(on) - 1).padStart(4, '0');
  return parseCivilDate(`${year}${on.slice(4)}`) ?? addDays(on, -366);
}
