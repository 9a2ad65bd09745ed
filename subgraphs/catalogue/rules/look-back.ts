import type { CivilDate } from '../../../core/civil-date.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { addressRefusals, requiredText } from './supervised-text.ts';

/** What a check found. */
export const LOOK_BACK_FINDINGS = ['DONE', 'NOT_DONE'] as const;
export type LookBackFinding = (typeof LOOK_BACK_FINDINGS)[number];

/** How far the loop check, feedback, rectification, check again (核查—反馈—整改—再核查) has come. */
export const LOOK_BACK_STAGES = ['NOT_CHECKED', 'TO_RECTIFY', 'TO_CHECK_AGAIN', 'DONE'] as const;
export type LookBackStage = (typeof LOOK_BACK_STAGES)[number];

const LONGEST_NOTE = 2_000;

/** A check, as far as the loop looks at it. */
export interface Check {
  readonly finding: LookBackFinding;
  readonly isRectified: boolean;
}

/**
 * How far the loop has come.
 *
 * @param newest - the newest check; null when there was none
 * @see rules U4, U5
 */
export function lookBackStage(newest: Check | null): LookBackStage {
  if (newest === null) return 'NOT_CHECKED';
  if (newest.finding === 'DONE') return 'DONE';
  return newest.isRectified ? 'TO_CHECK_AGAIN' : 'TO_RECTIFY';
}

/** A check as the checker records it. */
export interface LookBackInput {
  readonly finding: LookBackFinding;
  readonly note: string;
  readonly rectifyBy: CivilDate | null;
}

/**
 * Every reason why a check is not recorded. What was found done is not checked again, and what was found wanting only
 * when it was put right; a finding that something is wanting says until when it is put right.
 *
 * @see rules U4, U5
 */
export function lookBackRefusals(input: LookBackInput, newest: Check | null, today: CivilDate): Refusal[] {
  const { finding, note, rectifyBy } = input;
  const refusals = requiredText(['input', 'note'], note, LONGEST_NOTE);
  const stage = lookBackStage(newest);
  if (stage === 'DONE' || stage === 'TO_RECTIFY') {
    const expected = 'NOT_CHECKED | TO_CHECK_AGAIN';
    refusals.push({ code: 'STATUS_NOT_FITTING', path: ['input', 'task'], expected, got: stage, rules: ['U4', 'U5'] });
  }
  const path = ['input', 'rectifyBy'];
  if (finding === 'NOT_DONE' && rectifyBy === null) {
    refusals.push({ code: 'VALUE_MISSING', path, expected: 'rectifyBy', rules: ['U4', 'U5'] });
  }
  return [...refusals, ...rectifyByRefusals(rectifyBy, today)];
}

/** Why a day until which something is put right is not taken: it is past, or more than ten years ahead. */
export function rectifyByRefusals(rectifyBy: CivilDate | null, today: CivilDate): Refusal[] {
  if (rectifyBy === null) return [];
  const path = ['input', 'rectifyBy'];
  if (rectifyBy < today) return [{ code: 'DAY_IN_PAST', path, expected: today, got: rectifyBy }];
  const farthest = `${String(Number(today.slice(0, 4)) + 10)}-12-31`;
  return rectifyBy > farthest ? [{ code: 'DAY_TOO_FAR', path, expected: farthest, got: rectifyBy }] : [];
}

/** Every reason why a rectification is not recorded: nothing has to be put right, or it does not say what was done. @see rule U5 */
export function rectificationRefusals(
  input: { readonly note: string; readonly evidenceUrl: string | null },
  newest: Check | null,
): Refusal[] {
  const refusals = [
    ...requiredText(['input', 'note'], input.note, LONGEST_NOTE),
    ...addressRefusals(['input', 'evidenceUrl'], input.evidenceUrl),
  ];
  const got = lookBackStage(newest);
  if (got === 'TO_RECTIFY') return refusals;
  return [
    { code: 'STATUS_NOT_FITTING', path: ['input', 'task'], expected: 'TO_RECTIFY', got, rules: ['U5'] },
    ...refusals,
  ];
}
