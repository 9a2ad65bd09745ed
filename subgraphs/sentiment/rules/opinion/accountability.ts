import type { Refusal } from '../../../../core/refusal.ts';

/** How well an answer worked (效果评估). */
export interface Effect {
  readonly handledWell: boolean;
  readonly answeredFittingly: boolean;
  readonly reportedInTime: boolean;
  /** A great negative influence (较大负面影响). */
  readonly hadNegativeInfluence: boolean;
}

/**
 * Why nobody is held to account (问责) for an event: its effect was not evaluated, no fault was found, or it had no great
 * negative influence. Handled without vigour, answered unfittingly, or reported late are the faults.
 *
 * @see rule P6
 */
export function accountabilityRefusals(effect: Effect | null): Refusal[] {
  const code = 'ACCOUNTABILITY_UNFOUNDED';
  const [path, rules] = [['event'], ['P6']];
  if (effect === null) return [{ code, path, expected: 'EffectEvaluation', got: 'null', rules }];
  const { handledWell, answeredFittingly, reportedInTime, hadNegativeInfluence } = effect;
  const refusals: Refusal[] = [];
  if (handledWell && answeredFittingly && reportedInTime) {
    const expected = 'handledWell: false | answeredFittingly: false | reportedInTime: false';
    refusals.push({ code, path, expected, got: 'true, true, true', rules });
  }
  if (!hadNegativeInfluence) {
    refusals.push({ code, path, expected: 'hadNegativeInfluence: true', got: 'false', rules });
  }
  return refusals;
}
