import type { OpinionEventStatus } from './allowed-steps.ts';
import type { EventStage } from './event-stage.ts';

/** What is public of an event, as far as its stage goes. */
export interface HeldStanding {
  readonly status: OpinionEventStatus;
  readonly respondedAt: Date | null;
  readonly responsibleId: string | null;
}

/**
 * How far the handling of an event has come in another hub, whose steps are not told here. Supervision and a check that found
 * the answer satisfactory are not told either, so the stage may be one behind.
 */
export function heldStage({ status, respondedAt, responsibleId }: HeldStanding): EventStage {
  if (status === 'CLOSED') return 'CLOSED';
  if (status === 'RESPONDED') return 'ANSWERED';
  if (respondedAt !== null) return 'REWORK';
  return responsibleId === null ? 'JUDGED' : 'ASSIGNED';
}
