import type { CivilDate } from '../../../core/civil-date.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { addressRefusals, requiredText } from './supervised-text.ts';
import { isMetricMet, metricText, type TaskMetric } from './task-metric.ts';
import { metricValueRefusals } from './work-plan-input.ts';

/** The longest note, in characters. */
const LONGEST_NOTE = 2_000;

/** What a unit reports, as far as rules look at it. */
export interface ProgressInput {
  readonly note: string;
  readonly metricValue: number | null;
  readonly filedOn: CivilDate | null;
  readonly isComplete: boolean;
  readonly evidenceUrl: string | null;
}

/** What is known of the task when a unit reports. */
export interface ReportedTask {
  readonly metric: TaskMetric | null;
  /** How far the metric has come by earlier reports. */
  readonly metricValue: number | null;
  /** Its result is filed with someone. */
  readonly hasFiling: boolean;
  readonly filedOn: CivilDate | null;
  /** What it waits for; null when for nothing, or no longer. */
  readonly waitsFor: string | null;
  /** The unit completed its part before. */
  readonly isCompleted: boolean;
}

/**
 * Every reason why a report is not taken. A part is not complete while its task waits for a superior's document, while
 * the metric is not met, or while the result is not filed.
 *
 * @see rules U1, U4, U7
 */
export function progressRefusals(input: ProgressInput, task: ReportedTask, today: CivilDate): Refusal[] {
  const { metricValue, filedOn } = input;
  const refusals = [
    ...requiredText(['input', 'note'], input.note, LONGEST_NOTE),
    ...metricValueRefusals(['input', 'metricValue'], metricValue),
    ...addressRefusals(['input', 'evidenceUrl'], input.evidenceUrl),
  ];
  if (filedOn !== null && filedOn > today) {
    refusals.push({ code: 'VALUE_IN_FUTURE', path: ['input', 'filedOn'], expected: today, got: filedOn });
  }
  if (task.isCompleted) {
    refusals.push({ code: 'STATUS_NOT_FITTING', path: ['input', 'unit'], expected: 'OPEN', got: 'COMPLETED' });
  }
  return input.isComplete ? [...refusals, ...completionRefusals(input, task)] : refusals;
}

function completionRefusals({ metricValue, filedOn }: ProgressInput, task: ReportedTask): Refusal[] {
  const path = ['input', 'isComplete'];
  const refusals: Refusal[] = [];
  if (task.waitsFor !== null) {
    refusals.push({ code: 'PREREQUISITE_NOT_MET', path, expected: task.waitsFor, rules: ['U7'] });
  }
  const value = metricValue ?? task.metricValue;
  if (task.metric !== null && !isMetricMet(task.metric, value)) {
    const got = value === null ? '—' : String(value);
    refusals.push({ code: 'METRIC_NOT_MET', path, expected: metricText(task.metric), got, rules: ['U1'] });
  }
  if (task.hasFiling && filedOn === null && task.filedOn === null) {
    refusals.push({ code: 'FILING_MISSING', path: ['input', 'filedOn'], rules: ['U1'] });
  }
  return refusals;
}
