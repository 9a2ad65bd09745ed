import type { Refusal } from '../../../../core/refusal.ts';

/** How far the handling of an opinion event has come, as the public reads it. */
export const EVENT_STATUSES = ['OPEN', 'RESPONDED', 'CLOSED'] as const;
export type OpinionEventStatus = (typeof EVENT_STATUSES)[number];

/** What can be done to an event, and in which states. Only the last two do not wait for its first judgement. */
const ALLOWED = {
  assign: ['OPEN', 'RESPONDED'],
  supervise: ['OPEN', 'RESPONDED'],
  'say a first word': ['OPEN'],
  respond: ['OPEN', 'RESPONDED'],
  'report findings': ['OPEN', 'RESPONDED'],
  'find satisfactory': ['RESPONDED'],
  'find unsatisfactory': ['RESPONDED', 'CLOSED'],
  close: ['RESPONDED'],
  evaluate: ['RESPONDED', 'CLOSED'],
  judge: ['OPEN', 'RESPONDED'],
  'record a rumour': ['OPEN', 'RESPONDED'],
} as const satisfies Record<string, readonly OpinionEventStatus[]>;
const BEFORE_JUDGEMENT: readonly string[] = ['judge', 'record a rumour'];

/** Something that can be done to an event. */
export type StepName = keyof typeof ALLOWED;

/** How an event stands. */
interface Standing {
  readonly status: OpinionEventStatus;
  /** Null until it is judged. */
  readonly severity: string | null;
}

/**
 * Why a step is not open to an event as it stands. It is judged first; answers may follow each other; only what was answered
 * is checked and closed; and what is closed is done with, unless a later check finds that it was not well done.
 *
 * @param path - where the event stands in the input
 * @see rules P5, P7
 */
export function stepRefusals(step: StepName, { status, severity }: Standing, path: readonly string[]): Refusal[] {
  const rules = ['P5', 'P7'];
  if (severity === null && !BEFORE_JUDGEMENT.includes(step)) {
    return [{ code: 'STATUS_NOT_FITTING', path, expected: 'JUDGED', got: 'DETECTED', rules }];
  }
  const allowed: readonly OpinionEventStatus[] = ALLOWED[step];
  if (allowed.includes(status)) return [];
  return [{ code: 'STATUS_NOT_FITTING', path, expected: allowed.join(' | '), got: status, rules }];
}
