import { addDays, type CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { accountRefusals } from '../function-separation.ts';
import { applicationClock, EXTENSION_WORKING_DAYS } from './clock.ts';
import { dayRefusals } from './days.ts';
import { countedFrom, stageRefusals, type Handled } from './handling.ts';
import { freeText, neededText } from './texts.ts';

/** The longest time, in calendar days, by which a good reason for many applications puts an answer off. */
const LONGEST_DELAY_DAYS = 366;

/** An extension (延长答复期限), as it is asked for. */
export interface AskedExtension {
  /** In working days. */
  readonly days: number;
  /** The account of the head of the disclosure office, who agreed. */
  readonly approvedBy: string;
  /** When the applicant was told. */
  readonly toldOn: CivilDate;
  readonly reason: string;
}

/**
 * Why a time limit is not extended: once only, by 1 to 20 working days, agreed to by another account than the one who
 * asks, and the applicant told while the time limit runs.
 *
 * @param askedBy - the account that asks
 * @see rule R4
 */
export function extensionRefusals(asked: AskedExtension, askedBy: string, handled: Handled): Refusal[] {
  const { days, approvedBy, toldOn, reason } = asked;
  const { receivedOn, standing, calendar, today } = handled;
  const rules = ['R4'];
  const refusals = [
    ...stageRefusals(handled, ['HANDLING']),
    ...accountRefusals(['approvedBy'], approvedBy),
    ...dayRefusals(['toldOn'], toldOn, { from: countedFrom(handled), today }, rules),
    ...neededText('note', reason, ['reason']),
  ];
  if (standing.extension !== null) {
    refusals.push({ code: 'STEP_TAKEN_ALREADY', path: ['id'], expected: 'EXTENDED', rules });
  }
  if (days < 1 || days > EXTENSION_WORKING_DAYS) {
    const [expected, got] = [`1–${String(EXTENSION_WORKING_DAYS)}`, String(days)];
    refusals.push({ code: 'DAYS_OUT_OF_RANGE', path: ['days'], expected, got, rules });
  }
  if (approvedBy === askedBy) refusals.push({ code: 'APPROVER_NOT_INDEPENDENT', path: ['approvedBy'], rules });
  const { answerDueOn } = applicationClock(receivedOn, standing, calendar);
  if (answerDueOn !== null && toldOn > answerDueOn) {
    refusals.push({ code: 'DAY_TOO_FAR', path: ['toldOn'], expected: answerDueOn, got: toldOn, rules });
  }
  return refusals;
}

/** Why an applicant is not asked for reasons: once only, while it is handled. @see rule R9 */
export function askingReasonsRefusals(askedOn: CivilDate, note: string | null, handled: Handled): Refusal[] {
  const rules = ['R9'];
  const refusals = [
    ...stageRefusals(handled, ['HANDLING']),
    ...dayRefusals(['askedOn'], askedOn, { from: countedFrom(handled), today: handled.today }, rules),
    ...freeText('note', note, ['note']),
  ];
  if (handled.standing.reasons !== null) {
    refusals.push({ code: 'STEP_TAKEN_ALREADY', path: ['id'], expected: 'REASONS_ASKED', rules });
  }
  return refusals;
}

/** The reasons of an applicant, and what the office makes of them. */
export interface GivenReasons {
  readonly givenOn: CivilDate;
  readonly isReasonable: boolean;
  /** Until when the answer is put off, beyond its present last day; only for good reasons. */
  readonly delayedUntil: CivilDate | null;
  readonly note: string | null;
}

/** Why an applicant's reasons are not taken in. @see rule R9 */
export function givenReasonsRefusals(given: GivenReasons, handled: Handled): Refusal[] {
  const { givenOn, delayedUntil } = given;
  const { reasons } = handled.standing;
  const rules = ['R9'];
  const from = reasons?.askedOn ?? handled.receivedOn;
  const refusals = [
    ...stageRefusals(handled, ['HANDLING']),
    ...dayRefusals(['givenOn'], givenOn, { from, today: handled.today }, rules),
    ...freeText('note', given.note, ['note']),
  ];
  if (reasons === null) refusals.push({ code: 'STEP_MISSING', path: ['id'], expected: 'REASONS_ASKED', rules });
  else if (reasons.givenOn !== null) {
    refusals.push({ code: 'STEP_TAKEN_ALREADY', path: ['id'], expected: 'REASONS_GIVEN', rules });
  }
  if (delayedUntil === null) return refusals;
  return [...refusals, ...delayRefusals(delayedUntil, given, handled)];
}

/** Why an answer is not put off to a day: for bad reasons, not beyond the present last day for it, or too far. */
function delayRefusals(delayedUntil: CivilDate, { givenOn, isReasonable }: GivenReasons, handled: Handled): Refusal[] {
  const rules = ['R9'];
  const refusals: Refusal[] = [];
  const { answerDueOn } = applicationClock(handled.receivedOn, handled.standing, handled.calendar);
  const last = answerDueOn !== null && answerDueOn > givenOn ? answerDueOn : givenOn;
  const latest = addDays(givenOn, LONGEST_DELAY_DAYS);
  const path = ['delayedUntil'];
  if (!isReasonable) refusals.push({ code: 'STEP_MISSING', path, expected: 'isReasonable', rules });
  if (delayedUntil <= last) {
    refusals.push({ code: 'DAY_TOO_EARLY', path, expected: addDays(last, 1), got: delayedUntil, rules });
  }
  if (delayedUntil > latest) refusals.push({ code: 'DAY_TOO_FAR', path, expected: latest, got: delayedUntil, rules });
  return refusals;
}
