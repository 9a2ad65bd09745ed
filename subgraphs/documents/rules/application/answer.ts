import type { CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { consultationOutcome } from './consultation.ts';
import { dayRefusals } from './days.ts';
import { stageRefusals, type Handled } from './handling.ts';
import { isGranting, type ApplicationResult } from './result.ts';
import { neededText } from './texts.ts';

/** An answer (答复), as it is to be given. */
export interface GivenAnswer {
  readonly result: ApplicationResult;
  readonly answeredOn: CivilDate;
  /** What the applicant is told. */
  readonly note: string;
  /** Whether an earlier application was named. */
  readonly namesEarlier: boolean;
  /** Whether the one named is of the same applicant at the same office, came earlier, and was answered. */
  readonly earlierFits: boolean;
}

/**
 * Why an answer is not given: the application is at no stage for it, its day does not fit, or what the result rests on
 * is not there. A late answer is given: one must answer.
 *
 * @see rules R1, R5, R6, R9, R10, R14, R15
 */
export function answerRefusals(answer: GivenAnswer, handled: Handled): Refusal[] {
  const { result, answeredOn, note } = answer;
  const isOfCorrection = result === 'OTHER_NOT_CORRECTED' || result === 'OTHER_WITHDRAWN';
  return [
    ...stageRefusals(handled, isOfCorrection ? ['HANDLING', 'AWAITING_CORRECTION'] : ['HANDLING']),
    ...dayRefusals(['answeredOn'], answeredOn, { from: lastFactOn(handled), today: handled.today }, ['R10']),
    ...neededText('note', note, ['note']),
    ...preconditionRefusals(answer, handled),
    ...repetitionRefusals(answer),
  ];
}

/** The day of the last thing that happened; an answer does not lie before what it follows from. */
function lastFactOn({ receivedOn, standing }: Handled): CivilDate {
  const { correction, consultations, extension, reasons, fee } = standing;
  const days = [
    receivedOn,
    correction?.askedOn,
    correction?.correctedOn,
    extension?.toldOn,
    reasons?.askedOn,
    reasons?.givenOn,
    fee?.notifiedOn,
    fee?.paidOn,
    ...consultations.flatMap((one) => [one.sentOn, one.deliveredOn, one.repliedOn, one.publicInterestToldOn]),
  ];
  const known = days.flatMap((day) => day ?? []).sort();
  return known.at(-1) ?? receivedOn;
}

function preconditionRefusals({ result, answeredOn }: GivenAnswer, handled: Handled): Refusal[] {
  const { correction, fee, reasons } = handled.standing;
  if (isGranting(result)) return grantRefusals(answeredOn, handled);
  const path = ['result'];
  switch (result) {
    case 'REFUSED_THIRD_PARTY':
      return mayRefuseForThirdParty(answeredOn, handled)
        ? []
        : [{ code: 'RESULT_NEEDS_REFUSED_CONSULTATION', path, rules: ['R6'] }];
    case 'UNABLE_UNCLEAR_AFTER_CORRECTION':
      return correction?.correctedOn == null ? [{ code: 'RESULT_NEEDS_CORRECTION', path, rules: ['R5', 'R10'] }] : [];
    case 'OTHER_NOT_CORRECTED':
      return correction !== null && correction.correctedOn === null && answeredOn > correction.correctBy
        ? []
        : [lapsed('RESULT_NEEDS_LAPSED_CORRECTION', correction?.correctBy, 'R5')];
    case 'OTHER_FEE_UNPAID':
      return fee !== null && fee.paidOn === null && answeredOn > fee.payBy
        ? []
        : [lapsed('RESULT_NEEDS_UNPAID_FEE', fee?.payBy, 'R15')];
    case 'NOT_HANDLED_EXCESSIVE':
      return reasons?.givenOn == null || reasons.isReasonable
        ? [{ code: 'RESULT_NEEDS_UNREASONABLE_REASONS', path, rules: ['R9'] }]
        : [];
    default:
      return [];
  }
}

function lapsed(
  code: 'RESULT_NEEDS_LAPSED_CORRECTION' | 'RESULT_NEEDS_UNPAID_FEE',
  expected: CivilDate | undefined,
  rule: string,
): Refusal {
  return { code, path: ['result'], ...(expected !== undefined && { expected }), rules: [rule] };
}

/** Nothing is granted while others are being asked or a fee is not paid, nor against a third party's good reason. */
function grantRefusals(on: CivilDate, { standing, calendar }: Handled): Refusal[] {
  const refusals: Refusal[] = [];
  const outcomes = standing.consultations.map((one) => ({ ...one, outcome: consultationOutcome(one, calendar, on) }));
  if (outcomes.some(({ outcome }) => outcome === 'OPEN')) {
    refusals.push({ code: 'CONSULTATION_OPEN', path: ['result'], rules: ['R6', 'R7'] });
  }
  const isBarred = outcomes.some(
    ({ kind, outcome, publicInterestToldOn }) =>
      kind === 'THIRD_PARTY' && outcome === 'REFUSED' && publicInterestToldOn === null,
  );
  if (isBarred) refusals.push({ code: 'CONSULTATION_REFUSED', path: ['result'], rules: ['R6'] });
  const { fee } = standing;
  if (fee !== null && fee.paidOn === null) {
    refusals.push({ code: 'FEE_OPEN', path: ['result'], expected: fee.payBy, rules: ['R14', 'R15'] });
  }
  return refusals;
}

function mayRefuseForThirdParty(on: CivilDate, { standing, calendar }: Handled): boolean {
  return standing.consultations.some((one) => {
    const outcome = consultationOutcome(one, calendar, on);
    return one.kind === 'THIRD_PARTY' && (outcome === 'REFUSED' || outcome === 'LEFT_TO_THE_AGENCY');
  });
}

function repetitionRefusals({ result, namesEarlier, earlierFits }: GivenAnswer): Refusal[] {
  const path = ['repeats'];
  const rules = ['R10'];
  if (result === 'NOT_HANDLED_REPEATED') {
    return earlierFits ? [] : [{ code: 'RESULT_NEEDS_EARLIER_APPLICATION', path, rules }];
  }
  return namesEarlier ? [{ code: 'RESULT_NEEDS_NO_EARLIER_APPLICATION', path, rules }] : [];
}
