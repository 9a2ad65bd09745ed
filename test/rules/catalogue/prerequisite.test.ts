import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../core/civil-date.ts';
import {
  prerequisiteRefusals,
  type PrerequisiteInput,
  type WaitingTask,
} from '../../../subgraphs/catalogue/rules/prerequisite.ts';

const TODAY = civilDate('2019-03-01');
const TASK: WaitingTask = {
  prerequisite: '市人民政府出台实施办法',
  prerequisiteMetOn: null,
  issuedOn: civilDate('2018-07-06'),
  dueOn: civilDate('2018-11-30'),
};
const MET: PrerequisiteInput = { metOn: civilDate('2018-11-30'), document: '卫政办发〔2018〕200号', dueOn: null };

describe('what a task waited for', () => {
  it.each<[string, Partial<PrerequisiteInput>, Partial<WaitingTask>, string[]]>([
    ['came on the due day', {}, {}, []],
    ['came the day after without a new day', { metOn: civilDate('2018-12-01') }, {}, ['NEW_DUE_DAY_NEEDED']],
    ['came late with a new day', { metOn: civilDate('2018-12-01'), dueOn: civilDate('2019-06-30') }, {}, []],
    [
      'came with a new day before it',
      { metOn: civilDate('2018-12-01'), dueOn: civilDate('2018-11-30') },
      {},
      ['DAY_TOO_EARLY'],
    ],
    ['came with a new day on it', { metOn: civilDate('2018-12-01'), dueOn: civilDate('2018-12-01') }, {}, []],
    ['came with a far day', { dueOn: civilDate('2029-01-01') }, {}, ['DAY_TOO_FAR']],
    ['comes tomorrow', { metOn: civilDate('2019-03-02'), dueOn: civilDate('2019-06-30') }, {}, ['VALUE_IN_FUTURE']],
    ['came before the plan', { metOn: civilDate('2018-07-05') }, {}, ['DAY_TOO_EARLY']],
    ['came by no document', { document: ' ' }, {}, ['VALUE_MISSING']],
    ['is nothing', {}, { prerequisite: null }, ['STATUS_NOT_FITTING']],
    ['came before', {}, { prerequisiteMetOn: civilDate('2018-10-01') }, ['STATUS_NOT_FITTING']],
  ])('%s', (_case, met, task, expected) => {
    const refusals = prerequisiteRefusals({ ...MET, ...met }, { ...TASK, ...task }, TODAY);
    expect(refusals.map(({ code }) => code)).toEqual(expected);
  });
});
