import type { CivilDate } from '../../../core/civil-date.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { requiredText } from './supervised-text.ts';
import { farthestFrom } from './work-plan-input.ts';

const LONGEST_DOCUMENT = 200;

/** That what a task waited for came, as staff record it. */
export interface PrerequisiteInput {
  readonly metOn: CivilDate;
  /** The document by which it came. */
  readonly document: string;
  /** The new due day; null keeps the old one. */
  readonly dueOn: CivilDate | null;
}

/** What is known of the task. */
export interface WaitingTask {
  readonly prerequisite: string | null;
  readonly prerequisiteMetOn: CivilDate | null;
  readonly issuedOn: CivilDate;
  readonly dueOn: CivilDate;
}

/**
 * Every reason why it is not recorded. When it came after the task was due, nobody could have been in time, so that a
 * new due day must be given.
 *
 * @see rule U7
 */
export function prerequisiteRefusals(input: PrerequisiteInput, task: WaitingTask, today: CivilDate): Refusal[] {
  const { metOn, dueOn } = input;
  const refusals = requiredText(['input', 'document'], input.document, LONGEST_DOCUMENT);
  const status = statusOf(task);
  if (status !== 'WAITING') {
    refusals.push({
      code: 'STATUS_NOT_FITTING',
      path: ['input', 'task'],
      expected: 'WAITING',
      got: status,
      rules: ['U7'],
    });
  }
  if (metOn > today) refusals.push({ code: 'VALUE_IN_FUTURE', path: ['input', 'metOn'], expected: today, got: metOn });
  if (metOn < task.issuedOn) {
    refusals.push({ code: 'DAY_TOO_EARLY', path: ['input', 'metOn'], expected: task.issuedOn, got: metOn });
  }
  return [...refusals, ...dueRefusals(metOn, dueOn, task)];
}

function dueRefusals(metOn: CivilDate, dueOn: CivilDate | null, task: WaitingTask): Refusal[] {
  const path = ['input', 'dueOn'];
  if (dueOn === null) {
    return metOn > task.dueOn ? [{ code: 'NEW_DUE_DAY_NEEDED', path, expected: metOn, rules: ['U7'] }] : [];
  }
  if (dueOn < metOn) return [{ code: 'DAY_TOO_EARLY', path, expected: metOn, got: dueOn, rules: ['U7'] }];
  const farthest = farthestFrom(metOn);
  return dueOn > farthest ? [{ code: 'DAY_TOO_FAR', path, expected: farthest, got: dueOn }] : [];
}

function statusOf({ prerequisite, prerequisiteMetOn }: WaitingTask): 'WAITING' | 'MET' | 'NO_PREREQUISITE' {
  if (prerequisite === null) return 'NO_PREREQUISITE';
  return prerequisiteMetOn === null ? 'WAITING' : 'MET';
}
