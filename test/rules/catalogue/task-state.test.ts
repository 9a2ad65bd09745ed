import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../core/civil-date.ts';
import {
  addTasks,
  completionOf,
  NO_TASKS,
  taskFacts,
  taskState,
} from '../../../subgraphs/catalogue/rules/task-state.ts';

const day = (text: string | null) => (text === null ? null : civilDate(text));

describe('where a task stands', () => {
  it.each([
    ['open before its due day', '2018-11-29', [null], null, 'OPEN'],
    ['open on its due day', '2018-11-30', [null], null, 'OPEN'],
    ['overdue the day after', '2018-12-01', [null], null, 'OVERDUE'],
    ['completed on the day of completion', '2018-11-20', ['2018-11-20'], null, 'COMPLETED'],
    ['not completed the day before that', '2018-11-19', ['2018-11-20'], null, 'OPEN'],
    ['overdue until a late completion', '2018-12-09', ['2018-12-10'], null, 'OVERDUE'],
    ['completed though late', '2018-12-10', ['2018-12-10'], null, 'COMPLETED'],
    ['overdue while one of two units has not completed', '2018-12-10', ['2018-11-01', null], null, 'OVERDUE'],
    ['waiting long after its due day', '2026-01-01', [null], 'never', 'WAITING'],
    ['waiting the day before the document came', '2018-12-31', [null], '2019-01-01', 'WAITING'],
    ['overdue from the day it came when no new day was set', '2019-01-01', [null], '2019-01-01', 'OVERDUE'],
    ['open once it came in time', '2018-09-01', [null], '2018-09-01', 'OPEN'],
  ])('is %s', (_case, on, completed, met, state) => {
    const task = {
      dueOn: civilDate('2018-11-30'),
      hasPrerequisite: met !== null,
      prerequisiteMetOn: met === 'never' ? null : day(met),
    };
    expect(taskState(taskFacts(task, completed.map(day), civilDate(on)))).toBe(state);
  });
});

describe('the completion of a task', () => {
  it.each([
    [['2018-11-01', '2018-12-01', '2018-11-15'], '2018-12-01'],
    [['2018-11-01', null], null],
    [[], null],
  ])('of units %s is %s', (completed, last) => {
    expect(completionOf(completed.map(day))).toBe(last);
  });
});

describe('tasks that are counted', () => {
  const facts = { isCompleted: false, isWaiting: false, isPastDue: false, isLate: false };

  it.each([
    [{}, { open: 3 }],
    [{ isWaiting: true, isPastDue: true }, { waiting: 3 }],
    [{ isPastDue: true }, { overdue: 3 }],
    [{ isCompleted: true, isPastDue: true }, { completed: 3 }],
    [
      { isCompleted: true, isLate: true },
      { completed: 3, completedLate: 3 },
    ],
    [{ isPastDue: true, isLate: true }, { overdue: 3 }],
  ])('%o add %o', (known, added) => {
    expect(addTasks(NO_TASKS, { ...facts, ...known, tasks: 3 })).toEqual({ ...NO_TASKS, ...added });
  });
});
