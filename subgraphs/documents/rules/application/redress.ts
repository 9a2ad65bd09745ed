import { addDays, type CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { dayRefusals } from './days.ts';
import { OFFICE_KIND, OLDEST_RECEIPT_DAYS } from './receipt.ts';
import { neededText } from './texts.ts';

/** What comes of a complaint. */
export const COMPLAINT_OUTCOMES = ['RECTIFICATION_ORDERED', 'NOT_UPHELD', 'OTHER'] as const;
export type ComplaintOutcome = (typeof COMPLAINT_OUTCOMES)[number];

/** What comes of a request to correct. */
export const INFORMATION_CORRECTION_OUTCOMES = ['CORRECTED', 'NOT_CORRECTED', 'TRANSFERRED'] as const;
export type InformationCorrectionOutcome = (typeof INFORMATION_CORRECTION_OUTCOMES)[number];

/** A complaint (申诉). Personal: nothing of its texts ever stands in a refusal. */
export interface FiledComplaint {
  readonly receivedOn: CivilDate;
  readonly name: string;
  readonly contact: string;
  readonly describes: string;
}

/** Why a complaint is not registered. @see rule C20 */
export function complaintRefusals(complaint: FiledComplaint, today: CivilDate): Refusal[] {
  const { receivedOn, name, contact, describes } = complaint;
  return [
    ...receivedRefusals(receivedOn, today, 'C20'),
    ...neededText('name', name, ['input', 'name']),
    ...neededText('contact', contact, ['input', 'contact']),
    ...neededText('describes', describes, ['input', 'describes']),
  ];
}

/** Why an institution is not complained of: applications are made to it. @see rule C20 */
export function complainedOfRefusals(kind: string): Refusal[] {
  if (kind !== OFFICE_KIND) return [];
  return [{ code: 'INSTITUTION_TAKES_APPLICATIONS', path: ['input', 'institution'], got: kind, rules: ['C20'] }];
}

/** A request to correct (更正) what an office holds. Personal: nothing of its texts ever stands in a refusal. */
export interface AskedInformationCorrection extends FiledComplaint {
  readonly identification: string;
  /** What shows that it is wrong. */
  readonly evidence: string;
}

/** Why a request to correct is not registered: without evidence there is none. @see rule R18 */
export function informationCorrectionRefusals(asked: AskedInformationCorrection, today: CivilDate): Refusal[] {
  return [
    ...receivedRefusals(asked.receivedOn, today, 'R18'),
    ...neededText('name', asked.name, ['input', 'name']),
    ...neededText('contact', asked.contact, ['input', 'contact']),
    ...neededText('identification', asked.identification, ['input', 'identification']),
    ...neededText('describes', asked.describes, ['input', 'describes']),
    ...neededText('evidence', asked.evidence, ['input', 'evidence']),
  ];
}

/** What is open: an outcome given to it, or not yet. */
export interface Decidable {
  readonly receivedOn: CivilDate;
  readonly outcome: string | null;
}

/** Why something is not decided: it was already, or the day or the reason does not fit. */
export function decisionRefusals(
  { receivedOn, outcome }: Decidable,
  { decidedOn, note }: { readonly decidedOn: CivilDate; readonly note: string },
  today: CivilDate,
  rules: readonly string[],
): Refusal[] {
  const refusals = [
    ...dayRefusals(['decidedOn'], decidedOn, { from: receivedOn, today }, rules),
    ...neededText('note', note, ['note']),
  ];
  if (outcome === null) return refusals;
  return [{ code: 'STATUS_NOT_FITTING', path: ['id'], expected: 'OPEN', got: outcome, rules }, ...refusals];
}

function receivedRefusals(receivedOn: CivilDate, today: CivilDate, rule: string): Refusal[] {
  return dayRefusals(['input', 'receivedOn'], receivedOn, { from: addDays(today, -OLDEST_RECEIPT_DAYS), today }, [
    rule,
  ]);
}
