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
  it.each<[string, string, { on: string; completed: (string | null)[]; met: string | null }]>([
    ['open before its due day', 'OPEN', { on: '2018-11-29', completed: [null], met: null }],
    ['open on its due day', 'OPEN', { on: '2018-11-30', completed: [null], met: null }],
    ['overdue the day after', 'OVERDUE', { on: '2018-12-01', completed: [null], met: null }],
    ['completed on the day of completion', 'COMPLETED', { on: '2018-11-20', completed: ['2018-11-20'], met: null }],
    ['not completed the day before that', 'OPEN', { on: '2018-11-19', completed: ['2018-11-20'], met: null }],
    ['overdue until a late completion', 'OVERDUE', { on: '2018-12-09', completed: ['2018-12-10'], met: null }],
    ['completed though late', 'COMPLETED', { on: '2018-12-10', completed: ['2018-12-10'], met: null }],
    [
      'overdue while one of two units has not completed',
      'OVERDUE',
      { on: '2018-12-10', completed: ['2018-11-01', null], met: null },
    ],
    ['waiting long after its due day', 'WAITING', { on: '2026-01-01', completed: [null], met: 'never' }],
    ['waiting the day before the document came', 'WAITING', { on: '2018-12-31', completed: [null], met: '2019-01-01' }],
    [
      'overdue from the day it came when no new day was set',
      'OVERDUE',
      { on: '2019-01-01', completed: [null], met: '2019-01-01' },
    ],
    ['open once it came in time', 'OPEN', { on: '2018-09-01', completed: [null], met: '2018-09-01' }],
  ])('is %s', (_case, state, { on, completed, met }) => {
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
