import { addDays, type CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { isBlank, requiredText } from '../required-text.ts';
import { countRefusals, happenedRefusals, LONGEST, orderRefusals, type StandingDecision } from './stage.ts';

/** What is assessed of a draft: by experts (专家论证), and what it risks (风险评估). */
export const ASSESSMENT_KINDS = ['EXPERTS', 'RISKS'] as const;
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];

/** How long before a hearing its materials are delivered, in calendar days. */
export const HEARING_NOTICE_DAYS = 7;

/** An assessment, or why it is not needed. */
export interface AssessmentInput {
  readonly kind: AssessmentKind;
  readonly on: CivilDate;
  readonly conclusion?: string | null | undefined;
  readonly notNeededBecause?: string | null | undefined;
}

/** Every reason why an assessment is not recorded. @see rule M4 */
export function assessmentRefusals(decision: StandingDecision, input: AssessmentInput, today: CivilDate): Refusal[] {
  const { on, conclusion, notNeededBecause } = input;
  const refusals = [...orderRefusals(decision, ['CONSULTATION']), ...happenedRefusals(['input', 'on'], on, { today })];
  if (isBlank(conclusion) === isBlank(notNeededBecause)) {
    const expected = 'conclusion | notNeededBecause';
    return [...refusals, { code: 'ONE_OF_NEEDED', path: ['input'], expected, rules: ['M4'] }];
  }
  return isBlank(conclusion)
    ? [...refusals, ...requiredText(['input', 'notNeededBecause'], notNeededBecause, LONGEST.reason)]
    : [...refusals, ...requiredText(['input', 'conclusion'], conclusion, LONGEST.conclusion)];
}

/** A hearing (听证会) on a draft. */
export interface HearingInput {
  readonly heldOn: CivilDate;
  /** When those who attended had the materials. */
  readonly materialsDeliveredOn: CivilDate;
  readonly participants: number;
}

/** Every reason why a hearing is not recorded; the materials were there 7 days before. @see rule M3 */
export function hearingRefusals(
  decision: StandingDecision & { readonly heldOn: readonly CivilDate[] },
  { heldOn, materialsDeliveredOn, participants }: HearingInput,
  today: CivilDate,
): Refusal[] {
  const refusals = [
    ...orderRefusals(decision, ['CONSULTATION']),
    ...happenedRefusals(['input', 'heldOn'], heldOn, { today }),
    ...countRefusals(['input', 'participants'], participants),
  ];
  const latest = addDays(heldOn, -HEARING_NOTICE_DAYS);
  if (materialsDeliveredOn > latest) {
    const path = ['input', 'materialsDeliveredOn'];
    refusals.push({ code: 'DELIVERED_TOO_LATE', path, expected: latest, got: materialsDeliveredOn, rules: ['M3'] });
  }
  if (decision.heldOn.includes(heldOn)) {
    refusals.push({ code: 'VALUE_REPEATED', path: ['input', 'heldOn'], got: heldOn });
  }
  return refusals;
}
