import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../core/civil-date.ts';
import {
  progressRefusals,
  type ProgressInput,
  type ReportedTask,
} from '../../../subgraphs/catalogue/rules/task-progress.ts';

const TODAY = civilDate('2018-11-01');
const REPORT: ProgressInput = { note: '已办', metricValue: null, filedOn: null, isComplete: true, evidenceUrl: null };
const TASK: ReportedTask = {
  metric: null,
  metricValue: null,
  hasFiling: false,
  filedOn: null,
  waitsFor: null,
  isCompleted: false,
};
const AT_LEAST_2 = { operator: 'AT_LEAST', target: 2 } as const;

const codes = (report: Partial<ProgressInput>, task: Partial<ReportedTask>) =>
  progressRefusals({ ...REPORT, ...report }, { ...TASK, ...task }, TODAY).map(({ code }) => code);

describe('a report of progress', () => {
  it.each<[string, Partial<ProgressInput>, Partial<ReportedTask>, string[]]>([
    ['of a part that is complete', {}, {}, []],
    ['that says nothing', { note: '' }, {}, ['VALUE_MISSING']],
    ['with an address that is none', { evidenceUrl: 'x' }, {}, ['ADDRESS_MALFORMED']],
    ['of a part that was complete before', {}, { isCompleted: true }, ['STATUS_NOT_FITTING']],
    ['with a filing to come', { filedOn: civilDate('2018-11-02') }, { hasFiling: true }, ['VALUE_IN_FUTURE']],
    ['of a filing today', { filedOn: TODAY }, { hasFiling: true }, []],
    ['with a value below 0', { metricValue: -1, isComplete: false }, {}, ['AMOUNT_OUT_OF_RANGE']],
    ['complete without a value', {}, { metric: AT_LEAST_2 }, ['METRIC_NOT_MET']],
    ['complete with too little', { metricValue: 1 }, { metric: AT_LEAST_2 }, ['METRIC_NOT_MET']],
    ['complete with enough', { metricValue: 2 }, { metric: AT_LEAST_2 }, []],
    ['complete with enough from before', {}, { metric: AT_LEAST_2, metricValue: 2 }, []],
    ['complete with less than before', { metricValue: 1 }, { metric: AT_LEAST_2, metricValue: 2 }, ['METRIC_NOT_MET']],
    ['not complete with too little', { metricValue: 1, isComplete: false }, { metric: AT_LEAST_2 }, []],
    ['complete without the filing', {}, { hasFiling: true }, ['FILING_MISSING']],
    ['complete with the filing from before', {}, { hasFiling: true, filedOn: TODAY }, []],
    ['complete while it waits', {}, { waitsFor: '实施办法出台' }, ['PREREQUISITE_NOT_MET']],
    ['of preparations while it waits', { isComplete: false }, { waitsFor: '实施办法出台' }, []],
    [
      'with every reason at once',
      { note: '' },
      { metric: AT_LEAST_2, hasFiling: true, waitsFor: '实施办法出台' },
      ['VALUE_MISSING', 'PREREQUISITE_NOT_MET', 'METRIC_NOT_MET', 'FILING_MISSING'],
    ],
  ])('%s', (_case, report, task, expected) => {
    expect(codes(report, task)).toEqual(expected);
  });

  it('says what the metric asks for and how far it came', () => {
    const task = { ...TASK, metric: AT_LEAST_2 };
    expect(progressRefusals({ ...REPORT, metricValue: 1 }, task, TODAY)).toMatchObject([
      { expected: '>= 2', got: '1', rules: ['U1'] },
    ]);
    expect(progressRefusals(REPORT, task, TODAY)).toMatchObject([{ expected: '>= 2', got: '—' }]);
  });
});
