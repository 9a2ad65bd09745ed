import { addDays, type CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { addWorkingDays } from '../../../../core/working-calendar.ts';
import { dayRefusals } from './days.ts';
import { stageRefusals, type Handled } from './handling.ts';
import { freeText, neededText } from './texts.ts';

/** Within how many working days after receipt a correction may be asked for. @see rule R5 */
const CORRECTION_WORKING_DAYS = 7;
/** The longest time, in calendar days, that is given for a correction. */
const LONGEST_CORRECTION_DAYS = 366;

/** A correction that is asked for. */
export interface AskedCorrection {
  readonly askedOn: CivilDate;
  /** The last day for it. */
  readonly correctBy: CivilDate;
  /** What is to be corrected. */
  readonly what: string;
}

/** Why a correction (补正) is not asked for: once only, within 7 working days of receipt, all at once. @see rule R5 */
export function correctionRefusals(asked: AskedCorrection, handled: Handled): Refusal[] {
  const { receivedOn, standing, calendar, today } = handled;
  const { askedOn, correctBy, what } = asked;
  const rules = ['R5'];
  const refusals = [
    ...stageRefusals(handled, ['HANDLING']),
    ...dayRefusals(['askedOn'], askedOn, { from: receivedOn, today }, rules),
    ...neededText('note', what, ['what']),
  ];
  if (standing.correction !== null) {
    refusals.push({ code: 'STEP_TAKEN_ALREADY', path: ['id'], expected: 'CORRECTION_ASKED', rules });
  }
  const last = addWorkingDays(receivedOn, CORRECTION_WORKING_DAYS, calendar).on;
  if (askedOn > last) {
    refusals.push({ code: 'DAY_TOO_FAR', path: ['askedOn'], expected: last, got: askedOn, rules });
  }
  const latest = addDays(askedOn, LONGEST_CORRECTION_DAYS);
  if (correctBy <= askedOn) {
    const expected = addDays(askedOn, 1);
    refusals.push({ code: 'DAY_TOO_EARLY', path: ['correctBy'], expected, got: correctBy, rules });
  } else if (correctBy > latest) {
    refusals.push({ code: 'DAY_TOO_FAR', path: ['correctBy'], expected: latest, got: correctBy, rules });
  }
  return refusals;
}

/** Why a correction is not taken in: none is awaited, or its day does not fit. One after its day may be taken. */
export function correctedRefusals(correctedOn: CivilDate, note: string | null, handled: Handled): Refusal[] {
  const { standing, receivedOn, today } = handled;
  const from = standing.correction?.askedOn ?? receivedOn;
  return [
    ...stageRefusals(handled, ['AWAITING_CORRECTION']),
    ...dayRefusals(['correctedOn'], correctedOn, { from, today }, ['R5']),
    ...freeText('describes', note, ['describes']),
  ];
}
