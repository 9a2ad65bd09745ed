import type { CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { consultationOutcome } from './consultation.ts';
import { dayRefusals } from './days.ts';
import type { ConsultationKind, ConsultationReply } from './facts.ts';
import { countedFrom, stageRefusals, type Handled } from './handling.ts';
import type { ConsultationStanding } from './standing.ts';
import { freeText, neededText } from './texts.ts';

/** How many are consulted on one application at most. */
const MOST_CONSULTATIONS = 50;

const RULE_OF = { THIRD_PARTY: 'R6', CO_MAKER: 'R7' } as const satisfies Record<ConsultationKind, string>;

/** A question to someone. */
export interface SentConsultation {
  readonly kind: ConsultationKind;
  readonly party: string;
  readonly sentOn: CivilDate;
  readonly deliveredOn: CivilDate | null;
  readonly note: string | null;
}

/** Why someone is not consulted. @see rules R6, R7, R8 */
export function consultingRefusals(sent: SentConsultation, handled: Handled): Refusal[] {
  const { today, standing } = handled;
  const rules = [RULE_OF[sent.kind]];
  const refusals = [
    ...stageRefusals(handled, ['HANDLING']),
    ...neededText('party', sent.party, ['party']),
    ...freeText('note', sent.note, ['note']),
    ...dayRefusals(['sentOn'], sent.sentOn, { from: countedFrom(handled), today }, rules),
  ];
  if (sent.deliveredOn !== null) {
    refusals.push(...dayRefusals(['deliveredOn'], sent.deliveredOn, { from: sent.sentOn, today }, rules));
  }
  if (standing.consultations.length >= MOST_CONSULTATIONS) {
    const [expected, got] = [String(MOST_CONSULTATIONS), String(standing.consultations.length + 1)];
    refusals.push({ code: 'TOO_MANY_VALUES', path: ['id'], expected, got });
  }
  return refusals;
}

/** Why it is not noted when a question arrived. @see rules R6, R7 */
export function deliveryRefusals(
  deliveredOn: CivilDate,
  consultation: ConsultationStanding,
  handled: Handled,
): Refusal[] {
  const { kind, sentOn, repliedOn, deliveredOn: known } = consultation;
  const rules = [RULE_OF[kind]];
  const refusals = [
    ...stageRefusals(handled, ['HANDLING']),
    ...dayRefusals(['deliveredOn'], deliveredOn, { from: sentOn, today: handled.today }, rules),
  ];
  if (known !== null) refusals.push(taken('CONSULTATION_DELIVERED', rules));
  if (repliedOn !== null && deliveredOn > repliedOn) {
    refusals.push({ code: 'DAY_TOO_FAR', path: ['deliveredOn'], expected: repliedOn, got: deliveredOn, rules });
  }
  return refusals;
}

/** An answer to a question. */
export interface GivenReply {
  readonly repliedOn: CivilDate;
  readonly reply: ConsultationReply;
  /** Of a refusal, whether its reason is a good one; null when nothing is said of it. */
  readonly isReasonable: boolean | null;
  readonly note: string | null;
}

/** Why an answer is not taken in. Whether a third party's refusal has good reason must be said. @see rules R6, R7 */
export function replyRefusals(given: GivenReply, consultation: ConsultationStanding, handled: Handled): Refusal[] {
  const { kind, sentOn, deliveredOn, repliedOn } = consultation;
  const rules = [RULE_OF[kind]];
  const refusals = [
    ...stageRefusals(handled, ['HANDLING']),
    ...dayRefusals(['repliedOn'], given.repliedOn, { from: deliveredOn ?? sentOn, today: handled.today }, rules),
    ...freeText('note', given.note, ['note']),
  ];
  if (repliedOn !== null) refusals.push(taken('CONSULTATION_REPLIED', rules));
  if (given.reply === 'REFUSED' && given.isReasonable === null) {
    refusals.push({ code: 'VALUE_MISSING', path: ['isReasonable'], expected: 'isReasonable', rules });
  }
  return refusals;
}

/** Why it is not noted that a third party was told of the public interest: it did not refuse with good reason. @see rule R6 */
export function publicInterestRefusals(
  toldOn: CivilDate,
  note: string,
  consultation: ConsultationStanding,
  handled: Handled,
): Refusal[] {
  const { kind, repliedOn, sentOn, publicInterestToldOn } = consultation;
  const rules = ['R6'];
  const refusals = [
    ...stageRefusals(handled, ['HANDLING']),
    ...dayRefusals(['toldOn'], toldOn, { from: repliedOn ?? sentOn, today: handled.today }, rules),
    ...neededText('note', note, ['note']),
  ];
  const outcome = consultationOutcome(consultation, handled.calendar, handled.today);
  if (kind !== 'THIRD_PARTY' || outcome !== 'REFUSED') {
    refusals.push({ code: 'STEP_MISSING', path: ['consultation'], expected: 'THIRD_PARTY REFUSED', rules });
  }
  if (publicInterestToldOn !== null) refusals.push(taken('PUBLIC_INTEREST_TOLD', rules));
  return refusals;
}

function taken(step: string, rules: readonly string[]): Refusal {
  return { code: 'STEP_TAKEN_ALREADY', path: ['consultation'], expected: step, rules };
}
