import type { CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import { preparationRefusals, type PreparedDecision } from './legality-review.ts';
import { countRefusals, happenedRefusals, orderRefusals } from './stage.ts';

/** The meeting that discussed a decision, as numbers. */
export interface MeetingInput {
  readonly heldOn: CivilDate;
  /** How many representatives of the public attended (列席). */
  readonly publicRepresentatives: number;
  readonly opinionsVoiced: number;
  readonly opinionsAdopted: number;
}

/**
 * Every reason why a decision was not to be discussed: no consultation that is over, no assessment nor why it is not
 * needed, no review that found it lawful, or numbers that do not fit.
 *
 * @see rules M2–M4, M6
 */
export function discussionRefusals(decision: PreparedDecision, input: MeetingInput, today: CivilDate): Refusal[] {
  const { heldOn, publicRepresentatives, opinionsVoiced, opinionsAdopted } = input;
  const path = ['input', 'heldOn'];
  // What is past the meeting is told so; what has not come so far is told what it lacks.
  const isPast = !['LISTED', 'CONSULTATION'].includes(decision.stage);
  return [
    ...orderRefusals(decision, isPast ? ['CONSULTATION'] : ['LISTED', 'CONSULTATION']),
    ...happenedRefusals(path, heldOn, { today }),
    ...(isPast ? [] : preparationRefusals(decision, path, heldOn)),
    ...(isPast ? [] : legalityRefusals(decision, heldOn)),
    ...countRefusals(['input', 'publicRepresentatives'], publicRepresentatives),
    ...countRefusals(['input', 'opinionsVoiced'], opinionsVoiced),
    ...countRefusals(['input', 'opinionsAdopted'], opinionsAdopted, Math.max(opinionsVoiced, 0)),
  ];
}

function legalityRefusals({ review }: PreparedDecision, heldOn: CivilDate): Refusal[] {
  if (review === null || review.opinionOn === null || review.opinion !== 'LAWFUL') {
    const got = review === null ? 'NONE' : (review.opinion ?? 'HANDED_IN');
    return [{ code: 'LEGALITY_REVIEW_MISSING', path: ['id'], expected: 'LAWFUL', got, rules: ['M3'] }];
  }
  if (review.opinionOn <= heldOn) return [];
  const path = ['input', 'heldOn'];
  return [{ code: 'DAY_TOO_EARLY', path, expected: review.opinionOn, got: heldOn, rules: ['M3'] }];
}
