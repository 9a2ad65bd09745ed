import type { CivilDate } from '../../../../core/civil-date.ts';
import type { Refusal } from '../../../../core/refusal.ts';
import type { WorkingCalendar } from '../../../../core/working-calendar.ts';
import type { ApplicationStage } from './facts.ts';
import type { Standing } from './standing.ts';

/** An application at work, and the day on which someone works on it. */
export interface Handled {
  readonly receivedOn: CivilDate;
  readonly standing: Standing;
  readonly calendar: WorkingCalendar;
  readonly today: CivilDate;
}

/** Why a step is not taken at the stage of an application. */
export function stageRefusals(
  { standing: { stage } }: Pick<Handled, 'standing'>,
  fitting: readonly ApplicationStage[],
): Refusal[] {
  if (fitting.includes(stage)) return [];
  return [{ code: 'STATUS_NOT_FITTING', path: ['id'], expected: fitting.join(' | '), got: stage, rules: ['R1'] }];
}

/** The day from which the time limit counts: that of receipt, or that on which the correction came in. */
export function countedFrom({ receivedOn, standing: { correction } }: Handled): CivilDate {
  return correction?.correctedOn ?? receivedOn;
}
