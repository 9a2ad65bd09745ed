import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../core/civil-date.ts';
import {
  dueOnOfTask,
  metricValueRefusals,
  planRefusals,
  type PlanInput,
  type TaskInput,
} from '../../../subgraphs/catalogue/rules/work-plan-input.ts';

const TODAY = civilDate('2018-07-06');
const TASK: TaskInput = {
  number: 1,
  section: null,
  summary: '公开权责清单',
  leaderRoles: ['局领导甲'],
  dueOn: civilDate('2018-11-30'),
  dueText: '2018年11月底',
  units: [{ name: '局办公室' }],
  metric: null,
  prerequisite: null,
  upstreamDocument: null,
  filing: null,
};
const PLAN: PlanInput = { title: '工作方案', year: 2018, basisDocumentNumber: null, issuedOn: TODAY, tasks: [TASK] };

const reasons = (plan: Partial<PlanInput>, task: Partial<TaskInput> = {}) =>
  planRefusals({ ...PLAN, tasks: [{ ...TASK, ...task }], ...plan }, '中卫市卫生和计划生育局', TODAY).map(
    ({ code, path }) => `${code} ${path.slice(1).join('.')}`,
  );

describe('a work plan', () => {
  it('is taken when it fits', () => {
    expect(reasons({})).toEqual([]);
    expect(planRefusals(PLAN, null, TODAY)).toEqual([]);
  });

  it.each<[string, Partial<PlanInput>, string]>([
    ['without a title', { title: ' ' }, 'VALUE_MISSING title'],
    ['of a day to come', { issuedOn: civilDate('2018-07-07') }, 'VALUE_IN_FUTURE issuedOn'],
    ['for two years ahead', { year: 2020 }, 'YEAR_OUT_OF_RANGE year'],
    ['for two years ago', { year: 2016 }, 'YEAR_OUT_OF_RANGE year'],
    ['with a long basis', { basisDocumentNumber: '号'.repeat(201) }, 'VALUE_TOO_LONG basisDocumentNumber'],
    ['without tasks', { tasks: [] }, 'VALUE_MISSING tasks'],
    ['with a number twice', { tasks: [TASK, TASK] }, 'VALUE_REPEATED tasks.1.number'],
    [
      'with 301 tasks',
      { tasks: Array.from({ length: 301 }, (_none, index) => ({ ...TASK, number: index + 1 })) },
      'TOO_MANY_VALUES tasks',
    ],
  ])('%s is refused', (_case, plan, reason) => {
    expect(reasons(plan)).toEqual([reason]);
  });

  it.each<[string, Partial<TaskInput>, string[]]>([
    ['number 0', { number: 0 }, ['AMOUNT_OUT_OF_RANGE tasks.0.number']],
    ['no summary', { summary: '' }, ['VALUE_MISSING tasks.0.summary']],
    ['a long section', { section: '节'.repeat(201) }, ['VALUE_TOO_LONG tasks.0.section']],
    ['a leader without a role', { leaderRoles: [''] }, ['VALUE_MISSING tasks.0.leaderRoles.0']],
    ['21 leaders', { leaderRoles: Array<string>(21).fill('局领导') }, ['TOO_MANY_VALUES tasks.0.leaderRoles']],
    ['no units', { units: [] }, ['VALUE_MISSING tasks.0.units']],
    ['a unit without a name', { units: [{ name: '' }] }, ['VALUE_MISSING tasks.0.units.0.name']],
    [
      'one unit under two names',
      { units: [{ name: '办公室' }, { name: '局办公室' }] },
      ['VALUE_REPEATED tasks.0.units.1.name'],
    ],
    ['no due day', { dueOn: null, dueText: null }, ['VALUE_MISSING tasks.0.dueOn']],
    ['a due day in words nobody understands', { dueOn: null, dueText: '长期' }, ['VALUE_MISSING tasks.0.dueOn']],
    ['a due day against its words', { dueOn: civilDate('2018-11-29') }, ['DAY_CONTRADICTS_TEXT tasks.0.dueOn']],
    ['a due day before the plan', { dueOn: civilDate('2018-07-05'), dueText: null }, ['DAY_TOO_EARLY tasks.0.dueOn']],
    ['a due day on that of the plan', { dueOn: TODAY, dueText: null }, []],
    ['a due day eleven years on', { dueOn: civilDate('2029-01-01'), dueText: null }, ['DAY_TOO_FAR tasks.0.dueOn']],
    ['an empty prerequisite', { prerequisite: '' }, ['VALUE_MISSING tasks.0.prerequisite']],
    ['an empty upstream document', { upstreamDocument: '' }, ['VALUE_MISSING tasks.0.upstreamDocument']],
    ['a metric without a name', { metric: { name: '', target: 1 } }, ['VALUE_MISSING tasks.0.metric.name']],
    ['a metric below 0', { metric: { name: '次数', target: -1 } }, ['AMOUNT_OUT_OF_RANGE tasks.0.metric.target']],
    [
      'a filing with nobody before the plan',
      { filing: { to: '', dueOn: civilDate('2018-01-01') } },
      ['VALUE_MISSING tasks.0.filing.to', 'DAY_TOO_EARLY tasks.0.filing.dueOn'],
    ],
  ])('with a task of %s says so', (_case, task, expected) => {
    expect(reasons({}, task)).toEqual(expected);
  });
});

describe('the due day of a task', () => {
  it.each([
    ['2018-11-30', null, '2018-11-30'],
    [null, '2018年11月底', '2018-11-30'],
    [null, '长期', null],
    [null, null, null],
  ])('given as %s and worded %s is %s', (dueOn, dueText, day) => {
    expect(dueOnOfTask({ dueOn: dueOn === null ? null : civilDate(dueOn), dueText })).toBe(day);
  });
});

describe('the value of a metric', () => {
  it.each([
    [null, true],
    [0, true],
    [0.1, true],
    [0.0001, true],
    [0.00011, false],
    [1_000_000_000, true],
    [1_000_000_001, false],
    [-0.1, false],
  ])('%s is taken: %s', (value, taken) => {
    expect(metricValueRefusals(['input'], value)).toHaveLength(taken ? 0 : 1);
  });
});
