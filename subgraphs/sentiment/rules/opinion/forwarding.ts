import type { Refusal } from '../../../../core/refusal.ts';

/** Where a matter lies, and how it came there. */
export interface Placed {
  /** The office that must answer; null when none does yet. */
  readonly responsibleId: string | null;
  /** Kinds of its steps so far. */
  readonly steps: readonly string[];
}

/** The first office takes a matter in hand (领办); to every other one it is forwarded (转办). */
export function assignmentKind(steps: readonly string[]): 'ASSIGNED' | 'FORWARDED' {
  return steps.includes('ASSIGNED') ? 'FORWARDED' : 'ASSIGNED';
}

/**
 * Why a matter is not given to an office: it lies there already, or it was forwarded as often as it may be, in all its
 * rounds together.
 *
 * @param mostForwardings - as the hub is configured
 * @see rules P4, P7
 */
export function forwardingRefusals(
  { responsibleId, steps }: Placed,
  office: string,
  mostForwardings: number,
): Refusal[] {
  const path = ['input', 'office'];
  const rules = ['P7'];
  const refusals: Refusal[] = [];
  if (office === responsibleId) refusals.push({ code: 'OFFICE_UNCHANGED', path, got: office.slice(0, 100), rules });
  const forwardings = steps.filter((kind) => kind === 'FORWARDED').length;
  if (assignmentKind(steps) === 'FORWARDED' && forwardings >= mostForwardings) {
    refusals.push({
      ...{ code: 'FORWARDED_TOO_OFTEN', path, rules },
      ...{ expected: String(mostForwardings), got: String(forwardings + 1) },
    });
  }
  return refusals;
}
