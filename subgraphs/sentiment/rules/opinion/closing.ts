import type { Refusal } from '../../../../core/refusal.ts';
import type { EventStage } from './event-stage.ts';

/** A clock that still runs. */
interface RunningClock {
  readonly kind: string;
  readonly rules: readonly string[];
}

/**
 * Why an answered event is not closed: its last answer was not checked and found satisfactory, or something is still owed.
 * What is overdue is owed all the more.
 *
 * @see rules P5, P7: every matter is answered, and every matter comes to a result (件件有结果)
 */
export function closingRefusals(stage: EventStage, running: readonly RunningClock[]): Refusal[] {
  const refusals: Refusal[] = [];
  if (stage !== 'VERIFIED') {
    refusals.push({ code: 'OUTCOME_NOT_VERIFIED', path: ['id'], expected: 'VERIFIED', got: stage, rules: ['P7'] });
  }
  if (running.length > 0) {
    const rules = [...new Set(running.flatMap((clock) => clock.rules))].sort();
    const got = running
      .map(({ kind }) => kind)
      .sort()
      .join(', ');
    refusals.push({ code: 'CLOCK_STILL_RUNNING', path: ['id'], got, rules });
  }
  return refusals;
}
