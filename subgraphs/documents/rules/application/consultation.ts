import { addDays, type CivilDate } from '../../../../core/civil-date.ts';
import { addWorkingDays, type Deadline, type Pause, type WorkingCalendar } from '../../../../core/working-calendar.ts';
import type { ConsultationKind } from './facts.ts';
import type { ConsultationStanding } from './standing.ts';

/** For how many working days after the day on which the question reached them those who are asked may answer. */
const CONSULTATION_WORKING_DAYS = 15;

/** How a consultation stands on a day; without an answer in time the two kinds end as opposites. */
export const CONSULTATION_OUTCOMES = [
  'OPEN',
  'CONSENTED',
  'REFUSED',
  'REFUSED_WITHOUT_GOOD_REASON',
  'LEFT_TO_THE_AGENCY',
  'DEEMED_CONSENT',
] as const;
export type ConsultationOutcome = (typeof CONSULTATION_OUTCOMES)[number];

/**
 * The last day for an answer. While it is not known when the question arrived, the day of sending stands in for it:
 * the shorter and therefore stricter reckoning.
 *
 * @see rules R6, R7
 */
export function consultationLimit(
  { sentOn, deliveredOn }: Pick<ConsultationStanding, 'sentOn' | 'deliveredOn'>,
  calendar: WorkingCalendar,
): Deadline {
  return addWorkingDays(deliveredOn ?? sentOn, CONSULTATION_WORKING_DAYS, calendar);
}

/**
 * What comes of a consultation as of a day. An answer after the limit changes nothing any more: then the agency decides
 * by itself on a third party's matter, and an agency that made the information jointly is deemed to consent. A limit
 * runs out only once it is known when it began.
 *
 * @see rules R6, R7
 */
export function consultationOutcome(
  consultation: ConsultationStanding,
  calendar: WorkingCalendar,
  on: CivilDate,
): ConsultationOutcome {
  const { kind, deliveredOn, repliedOn, reply, isReasonable } = consultation;
  const limit = consultationLimit(consultation, calendar).on;
  if (repliedOn !== null && (deliveredOn === null || repliedOn <= limit)) {
    if (reply === 'CONSENTED') return 'CONSENTED';
    return isReasonable ? 'REFUSED' : 'REFUSED_WITHOUT_GOOD_REASON';
  }
  return deliveredOn !== null && on > limit ? LAPSED[kind] : 'OPEN';
}

const LAPSED = {
  THIRD_PARTY: 'LEFT_TO_THE_AGENCY',
  CO_MAKER: 'DEEMED_CONSENT',
} as const satisfies Record<ConsultationKind, ConsultationOutcome>;

const AWAITED = { THIRD_PARTY: '征求第三方意见', CO_MAKER: '征求共同制作机关意见' } as const;

/**
 * The days that a consultation takes, which do not count: from the day after it was sent up to and including the day of
 * the answer, or the last day for one. One without an answer yet is reckoned to last to its limit.
 *
 * @see rule R8
 */
export function consultationPause(consultation: ConsultationStanding, calendar: WorkingCalendar): Pause {
  const { kind, sentOn, repliedOn } = consultation;
  const limit = consultationLimit(consultation, calendar).on;
  const until = repliedOn !== null && repliedOn < limit ? repliedOn : limit;
  return { why: 'CONSULTATION', from: addDays(sentOn, 1), until, note: AWAITED[kind] };
}
