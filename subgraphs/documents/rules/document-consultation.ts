import { daysBetween, type CivilDate } from '../../../core/civil-date.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { optionalTextRefusals } from '../../../core/text-input.ts';

/** The days that a public consultation (公开征求意见) lasts at least, the first and the last counted. */
export const CONSULTATION_DAYS = 30;
const LONGEST_TEXT = 1_000;

/** How the public was heard before a document was decided. */
export interface ConsultationInput {
  readonly opensOn: CivilDate;
  /** The last day. */
  readonly closesOn: CivilDate;
  /** Why it was shorter, as told when it opened. */
  readonly shorteningReason: string | null;
  /** Which enterprises and associations were heard, in words. */
  readonly heardFrom: string | null;
}

/**
 * Every reason why a consultation is not recorded: it is not over, ends before it opens, is shorter than 30 days without
 * a reason, or heard no enterprise where it had to.
 *
 * @param isEnterpriseRelated - whether the document concerns enterprises, which must then be heard
 * @see rules D21, M2
 */
export function consultationRefusals(
  input: ConsultationInput,
  isEnterpriseRelated: boolean,
  today: CivilDate,
): Refusal[] {
  const { opensOn, closesOn, shorteningReason, heardFrom } = input;
  const at = (name: string) => ['input', name];
  const place = (name: string) => ({ path: at(name), name, maximum: LONGEST_TEXT });
  const refusals = [
    ...optionalTextRefusals(shorteningReason, place('shorteningReason')),
    ...optionalTextRefusals(heardFrom, place('heardFrom')),
  ];
  if (closesOn < opensOn) {
    refusals.push({ code: 'DAY_TOO_EARLY', path: at('closesOn'), expected: opensOn, got: closesOn, rules: ['M2'] });
    return refusals;
  }
  if (closesOn > today) {
    refusals.push({ code: 'VALUE_IN_FUTURE', path: at('closesOn'), expected: today, got: closesOn });
  }
  const days = daysBetween(opensOn, closesOn) + 1;
  if (days < CONSULTATION_DAYS && shorteningReason === null) {
    const [expected, got] = [String(CONSULTATION_DAYS), String(days)];
    refusals.push({ code: 'CONSULTATION_TOO_SHORT', path: at('closesOn'), expected, got, rules: ['D21', 'M2'] });
  }
  if (isEnterpriseRelated && heardFrom === null) {
    refusals.push({ code: 'VALUE_MISSING', path: at('heardFrom'), expected: 'heardFrom', rules: ['D21'] });
  }
  return refusals;
}
