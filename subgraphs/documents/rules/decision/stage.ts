import type { CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';

/** How far a major administrative decision has come. */
export const DECISION_STAGES = ['LISTED', 'CONSULTATION', 'DISCUSSED', 'DECIDED', 'FEEDBACK', 'ABANDONED'] as const;
export type DecisionStage = (typeof DECISION_STAGES)[number];

/** The longest texts of a decision that are taken, in characters. */
export const LONGEST = { title: 300, words: 200, reason: 1_000, conclusion: 5_000, account: 20_000 } as const;

/** A decision as far as most rules look at it. */
export interface StandingDecision {
  readonly stage: DecisionStage;
  /** Whether its catalogue is published. */
  readonly isPublic: boolean;
}

/**
 * Why a step is out of order: the catalogue is not published, or the decision is at another stage.
 *
 * @param stages - those at which the step is taken
 * @see rule M1
 */
export function orderRefusals({ stage, isPublic }: StandingDecision, stages: readonly DecisionStage[]): Refusal[] {
  const refusals: Refusal[] = [];
  if (!isPublic) refusals.push({ code: 'CATALOGUE_NOT_PUBLISHED', path: ['id'], rules: ['M1'] });
  if (!stages.includes(stage)) {
    const expected = stages.join(' | ');
    refusals.push({ code: 'STATUS_NOT_FITTING', path: ['id'], expected, got: stage, rules: ['M1'] });
  }
  return refusals;
}

/** Why something can not have happened on a day: it is yet to come, or lies before what it follows. */
export function happenedRefusals(
  path: readonly string[],
  on: CivilDate,
  { today, notBefore = null }: { readonly today: CivilDate; readonly notBefore?: CivilDate | null },
): Refusal[] {
  if (on > today) return [{ code: 'VALUE_IN_FUTURE', path, expected: today, got: on }];
  if (notBefore !== null && on < notBefore) return [{ code: 'DAY_TOO_EARLY', path, expected: notBefore, got: on }];
  return [];
}

/** Why a number is not taken: it is below 0 or above a maximum. */
export function countRefusals(path: readonly string[], count: number, maximum = MOST_COUNTED): Refusal[] {
  if (count >= 0 && count <= maximum) return [];
  return [{ code: 'NUMBER_OUT_OF_RANGE', path, expected: `0–${String(maximum)}`, got: String(count) }];
}

const MOST_COUNTED = 10_000_000;
