import type { Refusal } from '../../../core/refusal.ts';

/** How far the handling of an opinion event has come. */
export const OPINION_EVENT_STATUSES = ['OPEN', 'RESPONDED', 'CLOSED'] as const;
export type OpinionEventStatus = (typeof OPINION_EVENT_STATUSES)[number];

/** What can be done to an event, and in which states. */
const ALLOWED = {
  respond: ['OPEN', 'RESPONDED'],
  close: ['RESPONDED'],
} as const satisfies Record<string, readonly OpinionEventStatus[]>;

/**
 * Why a step is not open to an event in its present state: answers may follow each other, and only what was answered
 * is closed.
 *
 * @param status - null when there is no such event, which is for others to refuse
 * @see rules P5, P7
 */
export function stageRefusals(step: keyof typeof ALLOWED, status: OpinionEventStatus | null): Refusal[] {
  const allowed: readonly OpinionEventStatus[] = ALLOWED[step];
  if (status === null || allowed.includes(status)) return [];
  return [
    { code: 'STATUS_NOT_FITTING', path: ['id'], expected: allowed.join(' | '), got: status, rules: ['P5', 'P7'] },
  ];
}
