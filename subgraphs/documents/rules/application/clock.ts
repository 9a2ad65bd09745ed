import { addDays, type CivilDate } from '../../../../core/civil-date.ts';
import {
  dayOf,
  traceDays,
  type Pause,
  type TracedDay,
  type WorkingCalendar,
} from '../../../../core/working-calendar.ts';
import { consultationOutcome, consultationPause } from './consultation.ts';
import type { ApplicationResult } from './result.ts';
import type { Standing } from './standing.ts';

/** Within how many working days after the day of receipt an application is answered. @see rule R4 */
const ANSWER_WORKING_DAYS = 20;
/** By how many more at most an extension puts the answer off, once. @see rule R4 */
export const EXTENSION_WORKING_DAYS = 20;
/** How many calendar days an applicant has for paying a fee. @see rule R15 */
export const PAYMENT_DAYS = 30;

/** How the time limit of an answer (答复期限) runs. */
export interface ApplicationClock {
  /** The last day for the answer; null while a correction is awaited, which starts the time limit anew. */
  readonly answerDueOn: CivilDate | null;
  /** True when the day leans on a year whose calendar is not published. */
  readonly provisional: boolean;
  /** Every day from the one after receipt to the last; empty without one. */
  readonly trace: readonly TracedDay[];
  readonly pauses: readonly Pause[];
}

/**
 * The time limit of an answer: 20 working days, and those of an extension, from the day after receipt; once a correction
 * came in, from the day after that. It stands still while others are consulted (R8) and while the payment of a fee is
 * awaited: of the ways to read R15 the one that gives the office no more days than the applicant takes. What is still
 * awaited is reckoned to last to its limit. A good reason for many applications puts the answer off to a day (R9).
 *
 * @param receivedOn - the day of receipt, not counted itself (R3, R19)
 * @see rules R3, R4, R5, R8, R9, R19
 */
export function applicationClock(
  receivedOn: CivilDate,
  standing: Standing,
  calendar: WorkingCalendar,
): ApplicationClock {
  const pauses = pausesOf(receivedOn, standing, calendar);
  if (standing.correction !== null && standing.correction.correctedOn === null) {
    return { answerDueOn: null, provisional: false, trace: [], pauses };
  }
  const days = ANSWER_WORKING_DAYS + (standing.extension?.days ?? 0);
  const counted = traceDays({ from: receivedOn, days, unit: 'WORKING_DAY' }, calendar, pauses);
  // A trace leaves no day out.
  const last = addDays(receivedOn, counted.length);
  const trace = [...counted, ...delayed(last, standing.reasons?.delayedUntil ?? last, calendar)];
  return {
    answerDueOn: addDays(receivedOn, trace.length),
    provisional: trace.some((day) => day.provisional),
    trace,
    pauses,
  };
}

/** What lists and statistics keep of an application; the fold over its facts says it, and nothing else does. */
export interface ApplicationSummary {
  readonly stage: Standing['stage'];
  readonly answerDueOn: CivilDate | null;
  readonly isProvisional: boolean;
  readonly answeredOn: CivilDate | null;
  readonly result: ApplicationResult | null;
  /** Answered after the last day. */
  readonly isLate: boolean;
  readonly archivedOn: CivilDate | null;
}

/** What an application comes to, by the calendar as it stands. */
export function summaryOf(receivedOn: CivilDate, standing: Standing, calendar: WorkingCalendar): ApplicationSummary {
  const { answerDueOn, provisional } = applicationClock(receivedOn, standing, calendar);
  const { stage, answer, archivedOn } = standing;
  return {
    ...{ stage, answerDueOn, isProvisional: provisional, archivedOn },
    answeredOn: answer?.on ?? null,
    result: answer?.result ?? null,
    isLate: answer !== null && answerDueOn !== null && answer.on > answerDueOn,
  };
}

/** Whether the time limit stands still on a day; one that has run out does not, whatever is waited for since. */
export function isPausedOn({ answerDueOn, pauses }: ApplicationClock, on: CivilDate): boolean {
  if (answerDueOn === null) return true;
  return on <= answerDueOn && pauses.some(({ from, until }) => from <= on && on <= until);
}

/** How many counted days are left after a day; 0 on the last one and later; null without a last day. */
export function daysLeftOn({ answerDueOn, trace }: ApplicationClock, on: CivilDate): number | null {
  return answerDueOn === null ? null : trace.filter((day) => day.counted && day.on > on).length;
}

/** Whether the last day for an answer is past on a day, without one. */
export function isOverdueOn({ answerDueOn }: ApplicationClock, { answer }: Standing, on: CivilDate): boolean {
  return answer === null && answerDueOn !== null && on > answerDueOn;
}

/** Whether the last day takes for granted that a consultation without an answer lasts to its limit. */
export function leansOnConsultation({ consultations }: Standing, calendar: WorkingCalendar, on: CivilDate): boolean {
  return consultations.some((one) => consultationOutcome(one, calendar, on) === 'OPEN');
}

function pausesOf(receivedOn: CivilDate, { correction, consultations, fee }: Standing, calendar: WorkingCalendar) {
  const pauses: Pause[] = [];
  const from = addDays(receivedOn, 1);
  const correctedOn = correction?.correctedOn ?? null;
  if (correctedOn !== null) pauses.push({ why: 'CORRECTION', from, until: correctedOn, note: '等待申请人补正' });
  pauses.push(...consultations.map((one) => consultationPause(one, calendar)));
  if (fee !== null) {
    const { notifiedOn, payBy, paidOn } = fee;
    const until = paidOn !== null && paidOn < payBy ? paidOn : payBy;
    pauses.push({ why: 'FEE', from: addDays(notifiedOn, 1), until, note: '等待缴纳信息处理费' });
  }
  return pauses;
}

/** The days after the last counted one up to the day to which the answer was put off. */
function delayed(last: CivilDate, until: CivilDate, calendar: WorkingCalendar): TracedDay[] {
  const days: TracedDay[] = [];
  for (let on = addDays(last, 1); on <= until; on = addDays(on, 1)) {
    const day = dayOf(on, calendar);
    days.push(day.counted ? { ...day, counted: false, why: 'DELAY', note: '合理延迟答复' } : day);
  }
  return days;
}
