import type { Refusal } from '../../../../core/refusal.ts';
import type { InquiryStanding } from './standing.ts';

/** Whether a matter that goes to an office is taken in hand for the first time (领办) or passed on (转办). @see rule P7 */
export function assignmentKind({ offices }: InquiryStanding): 'ASSIGNED' | 'FORWARDED' {
  return offices.length === 0 ? 'ASSIGNED' : 'FORWARDED';
}

/**
 * Every reason why a matter does not go to an office: it has it already, or it was passed on as often as may be.
 *
 * @param present - the office that has it now; null when none has
 * @param most - how many times it may be passed on, in all its rounds together
 * @see rule P7
 */
export function assignmentRefusals(
  office: string,
  present: string | null,
  standing: InquiryStanding,
  most: number,
): Refusal[] {
  const refusals: Refusal[] = [];
  const path = ['input', 'office'];
  if (office === present) refusals.push({ code: 'OFFICE_UNCHANGED', path, got: office.slice(0, 100), rules: ['P7'] });
  if (assignmentKind(standing) === 'FORWARDED' && standing.forwardings >= most) {
    refusals.push({
      ...{ code: 'FORWARDED_TOO_OFTEN', path },
      ...{ expected: String(most), got: String(standing.forwardings + 1), rules: ['P7'] },
    });
  }
  return refusals;
}
