import type { Refusal } from '../../../../core/refusal.ts';
import { normalText } from '../../../../core/normal-form.ts';
import type { InquiryStage } from './inquiry-kinds.ts';

/** An inquiry as far as it decides whether one repeats the other. */
export interface Repeatable {
  readonly id: string;
  readonly regionCode: string;
  readonly stage: InquiryStage;
  readonly answeredAt: Date | null;
}

/**
 * Every reason why an inquiry is not closed as a repetition (同一事实理由重复): it was answered itself, or the other one is
 * not of its region, is the same, or was not both answered and closed.
 *
 * @param other - null when there is none of the id that was given
 * @see rule P9
 */
export function repetitionRefusals(inquiry: Repeatable, other: Repeatable | null): Refusal[] {
  const refusals: Refusal[] = [];
  const rules = ['P9'];
  if (inquiry.answeredAt !== null) refusals.push({ code: 'ANSWERED_BEFORE', path: ['id'], rules });
  if (other === null || other.regionCode !== inquiry.regionCode || other.id === inquiry.id) {
    refusals.push({ code: 'NOT_FOUND', path: ['of'], expected: 'Inquiry', rules });
  } else if (other.stage !== 'CLOSED' || other.answeredAt === null) {
    refusals.push({ code: 'STATUS_NOT_FITTING', path: ['of'], expected: 'CLOSED', got: other.stage, rules });
  }
  return refusals;
}

/** From so much alike on, two titles may be of one matter. */
const NEAR = 0.5;

/**
 * Whether two titles say nearly the same: of the pairs of neighbouring characters in their normal form at least half are
 * in both (Dice's measure). A title of one character is near only itself.
 */
export function areNearTitles(one: string, other: string): boolean {
  const [first, second] = [pairsOf(one), pairsOf(other)];
  if (first.length === 0 || second.length === 0) return normalText(one) === normalText(other);
  const left = new Map<string, number>();
  for (const pair of second) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of first) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    shared += 1;
    left.set(pair, count - 1);
  }
  return (2 * shared) / (first.length + second.length) >= NEAR;
}

function pairsOf(title: string): string[] {
  const characters = Array.from(normalText(title));
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}
